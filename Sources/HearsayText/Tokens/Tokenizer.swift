/// Cuts bytes into tokens and gives each its form in a vocabulary.
///
/// One pass, byte by byte through a class table; scalars outside ASCII are decoded only where they stand. A word of ASCII is
/// lowered, hashed and looked up in registers; nothing is allocated for a token. Every byte that is neither white space nor
/// invisible (byte order mark, zero-width characters) belongs to exactly one token, and tokens stand in the order of the
/// text.
///
/// What makes one token: words with inner hyphens and apostrophes (O'Neil, can't, 30-day), initialisms with their stops
/// (U.S., e.g.), abbreviations of the language with theirs (Gov.), single capitals with theirs (J.), numbers with inner signs
/// (1,234.5 · 98.5% · 10:30), URLs, mail addresses, @handles and #tags, a run of stops (...), any other character by itself.
///
/// A class, so that scanners and callers share its tables instead of counting references to each of them.
public final class Tokenizer: Sendable {
  public let vocabulary: Vocabulary
  public let language: LanguageSettings
  let tables: LanguageTables
  /// The forms of the ASCII signs, of which most tokens that aren't words consist.
  let signForms: [Form]
  let ellipsisForm: Form

  public init(vocabulary: Vocabulary, language: LanguageSettings) {
    self.vocabulary = vocabulary
    self.language = language
    tables = LanguageTables(language)
    signForms = (0..<128).map { byte in
      Unicode.Scalar(UInt32(byte)).map { vocabulary.formOrUnknown(String($0)) } ?? 0
    }
    ellipsisForm = vocabulary.formOrUnknown("...")
  }

  /// Appends the tokens of a byte range of a text. The range counts as beginning on a new line.
  ///
  /// Offsets are those of `bytes`. Tokens end at the range's end even in the middle of a word. A text is at most 4 GiB.
  public func tokenize(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout Tokens) {
    _ = tokenize(bytes, ranges: CollectionOfOne(range), into: &tokens)
  }

  /// The same for some ranges, one after another; says which tokens belong to which.
  public func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, ranges: some Collection<Range<Int>>, into tokens: inout Tokens
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    found.reserveCapacity(ranges.count)
    vocabulary.withView { view in
      ByteClass.table.withUnsafeBufferPointer { table in
        guard bytes.baseAddress != nil, let classes = table.baseAddress else { return }
        // One scanner for all, so that its buffers are allocated once a text, not once a paragraph.
        var scanner = TokenScanner(bytes: bytes, classes: classes, vocabulary: view, owner: self)
        for range in ranges {
          let first = tokens.count
          let range = range.clamped(to: 0..<min(bytes.count, Int(UInt32.max)))
          if !range.isEmpty { scanner.scan(range, into: &tokens) }
          found.append(first..<tokens.count)
        }
      }
    }
    return found
  }

  /// Appends the tokens of a whole text.
  public func tokenize(_ text: SourceText, into tokens: inout Tokens) {
    text.bytes.withUnsafeBufferPointer { tokenize($0, 0..<$0.count, into: &tokens) }
  }

  /// Appends the tokens of some ranges of a text, block after block, and says which tokens belong to which.
  public func tokenize(_ text: SourceText, ranges: [Range<Int>], into tokens: inout Tokens) -> [Range<Int>] {
    text.bytes.withUnsafeBufferPointer { tokenize($0, ranges: ranges, into: &tokens) }
  }

  /// The pieces of a string as its tokens would be cut: how lexicon entries and pattern words become forms.
  public func pieces(of string: String) -> [String] {
    let text = SourceText(string)
    var tokens = Tokens()
    tokenize(text, into: &tokens)
    return (0..<tokens.count).map { text.string(tokens.span($0)) }
  }
}
