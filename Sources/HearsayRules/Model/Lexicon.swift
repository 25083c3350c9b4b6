import HearsayDiagnostics
import HearsayText

/// `lexicon NAME`: words by class.
///
/// Word forms are kept as byte ranges of the file: a rulebook has tens of thousands of them, and whoever compiles it
/// folds and interns each form once, straight from the bytes.
public struct LexiconDefinition: Sendable {
  public var name: String
  public var location: SourceLocation
  public var why: String
  /// Why words may be in several classes; nil when each word that is, is worth a remark.
  public var overlap: String?
  /// In the order of the files. A name can come up more than once: a class may stand on several lines, and a pack
  /// that `extends` the lexicon adds its own.
  public var classes: [LexiconClass]
}

/// One class line of a lexicon.
public struct LexiconClass: Sendable {
  public var name: String
  /// Where the class's name stands; the ranges of the entries are offsets into its file.
  public var location: SourceLocation
  /// One after another; the first form of an entry is its lemma.
  public var entries: [LexiconEntry]
  /// The forms of all entries.
  public var forms: [FormRange]

  /// The bytes of a form as written: one word, or several with single spaces or more between them.
  public func bytes(of form: FormRange) -> ArraySlice<UInt8> {
    location.file.bytes[Int(form.start)..<Int(form.end)]
  }

  /// The text of a form as written.
  public func text(of form: FormRange) -> String {
    String(decoding: bytes(of: form), as: UTF8.self)
  }
}

/// `lemma/form/form`: a range of its class's forms.
public struct LexiconEntry: Sendable {
  public var firstForm: Int32
  public var endForm: Int32
  public var forms: Range<Int> { Int(firstForm)..<Int(endForm) }
}

/// The bytes of one form in its file.
public struct FormRange: Sendable {
  public var start: UInt32
  public var end: UInt32
}
