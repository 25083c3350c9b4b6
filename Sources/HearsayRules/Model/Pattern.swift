import HearsayDiagnostics
import HearsayText

/// What code finds once for each sentence and all rules share.
public enum PhraseType: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// A noun phrase that can say something: a person, role, organisation, outlet, document, pronoun …
  case source
  /// A named person.
  case person
  /// An outlet of the rulebook, with article and describing words ("the Kommersant business newspaper").
  case outlet
  /// Words in quotation marks, the marks included; with nesting and recovery of an unclosed mark.
  case quote
  /// A stretch up to a clause, sentence or quotation border.
  case clause
  case number
  case date
  /// A clause that says something by itself: it begins with "that", a question word or a quotation, or has a subject and
  /// a finite verb. What a verb like "continue" or "state" hands on only then.
  case statement

  /// As it is written in a pattern.
  public var name: String {
    switch self {
    case .source: "source"
    case .person: "person"
    case .outlet: "outlet"
    case .quote: "quote"
    case .clause: "clause"
    case .number: "number"
    case .statement: "statement"
    case .date: "date"
    }
  }
}

/// One pattern of a rule or fragment.
public struct Pattern: Sendable {
  public var elements: [PatternElement]
  /// The value of the `pattern` or `unless` field.
  public var location: SourceLocation
  /// The names that the pattern uses, each with its place; in the order of the text.
  var uses: [NameUse] = []

  public init(elements: [PatternElement], location: SourceLocation) {
    self.elements = elements
    self.location = location
  }
}

/// The form of a verb group that a pattern asks for; each is a keyword of patterns.
public enum VerbForm: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// `verb`: finite and active, "has said".
  case finite
  /// `participle`: an -ing form without auxiliary, ", saying".
  case participle
  /// `infinitive`: behind "to", "to say".
  case infinitive
  /// `passive`: behind a form of "be", "was told".
  case passive

  /// The word before the lexicon in a pattern.
  public var keyword: String {
    // Spelt out, because asked for each word of each pattern: reflection would be slow.
    switch self {
    case .finite: "verb"
    case .participle: "participle"
    case .infinitive: "infinitive"
    case .passive: "passive"
    }
  }

  public init?(keyword: some StringProtocol) {
    guard let form = Self.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = form
  }
}

/// One element of a pattern.
public indirect enum PatternElement: Sendable, Hashable {
  /// A word or punctuation mark as written, escapes resolved; it is folded when it is compiled. `a/b/c` is read as a
  /// group of one-word alternatives.
  case word(String)
  /// `@lexicon` or `@lexicon.class`.
  case lexicon(name: String, class: String?)
  /// `verb @lexicon[.class]`: the verb group whose head is in the lexicon, with its auxiliaries, negation and adverbs.
  /// `participle @say`, `infinitive @say`, `passive @say` ask for a verb group of another form.
  case verb(name: String, class: String?, form: VerbForm = .finite)
  /// A phrase type; written bare inside `< >`.
  case type(PhraseType)
  /// `<name: alternatives>`.
  case capture(name: String, [[PatternElement]])
  /// `( a | b c )`.
  case group([[PatternElement]])
  /// `element ?`
  case optional(PatternElement)
  /// `..N`: up to N tokens, 1...12.
  case gap(Int)
  /// `^`: the scope's first token.
  case start
  /// `$`: the scope's end (a final stop may stand between).
  case end
  /// `%name`: the patterns of a `fragment` block.
  case fragment(String)
}
