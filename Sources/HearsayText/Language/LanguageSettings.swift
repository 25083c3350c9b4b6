/// What the text core must be told of a language: plain data, filled from the rulebook's `language` block.
///
/// HearsayText holds no word of any language. With the empty settings it still finds tokens, initials, initialisms,
/// quotations and sentences, by their characters alone.
public struct LanguageSettings: Sendable, Equatable {
  /// How a full stop behind an abbreviation is to be read.
  public enum AbbreviationClass: String, CaseIterable, Sendable {
    /// A name follows (Mr., Gen., St.): never ends a sentence.
    case title
    /// More of the sentence follows (vs., e.g.): never ends a sentence.
    case never
    /// A number follows (No. 5, p. 12). Before anything else it is no abbreviation: word and full stop stay apart.
    case number
    /// A number or more of the sentence follows (Jan. 6, Mon.): ends a sentence only before a starter.
    case date
    /// Part of a name (Inc., Co., Jr.): ends a sentence only before a starter.
    case company
    /// A place or body (U.S., Calif.): ends a sentence only before a starter. Initialisms that are in no list count as this.
    case place
    /// A time of day (a.m.): ends a sentence before any capitalised word, unless the sentence has just begun.
    case time
    /// Closes an enumeration or a name (etc., Ph.D.): ends a sentence before any capitalised word.
    case end
    /// A letter that is a whole name (X.): behind a small word it ends a sentence before any capitalised word, behind a
    /// capitalised one it is an initial ("Francis X. Quist").
    case letter
  }

  /// One abbreviation as it is printed, with its full stop.
  ///
  /// Written with a capital ("Sat.") it stands for capitalised text only, written without one ("vs.") for both. Both may be
  /// listed, with different classes (St. Elmo, Elm st.).
  public struct Abbreviation: Sendable, Equatable {
    public var written: String
    public var kind: AbbreviationClass

    public init(_ written: String, _ kind: AbbreviationClass) {
      self.written = written
      self.kind = kind
    }
  }

  /// An opening and a closing mark that belong together.
  public struct QuotePair: Sendable, Equatable {
    public var open: String
    public var close: String

    public init(open: String, close: String) {
      self.open = open
      self.close = close
    }
  }

  /// What a language's spelling tells of sentence borders.
  public struct Spelling: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Who writes begins sentences with a capital, careless or not: a full stop before a small letter on the same line ends
    /// none. Without it that is a sentence of somebody who doesn't bother.
    public static let capitalStarts = Spelling(rawValue: 1 << 0)
    /// A number with a full stop is an ordinal (12. Juni), also in Roman figures: it ends a sentence only before a starter.
    public static let ordinalStops = Spelling(rawValue: 1 << 1)
  }

  /// The language's code: en.
  public var name = ""
  public var spelling: Spelling = []
  /// Its most frequent words, in small letters, by which its texts are told from those of other languages.
  public var common: [String] = []
  /// Pairs of marks, the usual one first: a mark that could stand on both sides is first taken as what the first pair
  /// with it says.
  public var quotes: [QuotePair] = []
  /// Abbreviations; the first entry for a form counts.
  public var abbreviations: [Abbreviation] = []
  /// Words that, capitalised behind an abbreviation, more likely begin a sentence than go on with a name.
  public var starters: [String] = []
  /// Words in small letters with which careless writers begin a sentence behind a question or exclamation mark.
  public var casualStarters: [String] = []
  /// Words that are capitalised wherever they stand (I): behind an ellipsis their capital tells nothing.
  public var alwaysCapital: [String] = []
  /// What marks possession behind an apostrophe ('s): a token of its own, `TokenKind.possessive`.
  public var possessives: [String] = []
  /// What is a word of its own behind an apostrophe ('ll, 've): split off as a `TokenKind.word`.
  public var clitics: [String] = []
  /// Words that begin with an apostrophe ('em), which then is no quotation mark.
  public var elisions: [String] = []
  /// Last parts of host names (com, org): `word.com` is one token.
  public var domains: [String] = []

  public init() {}

  /// Adds abbreviations of one class.
  public mutating func addAbbreviations(_ kind: AbbreviationClass, _ written: [String]) {
    abbreviations.append(contentsOf: written.map { Abbreviation($0, kind) })
  }
}
