/// The kinds of blocks, in the order in which the handbook explains them.
public enum RuleBlockKind: String, CaseIterable, Sendable {
  case rule, fragment, lexicon, outlet, caveat, grade, weight, check, profile, language

  /// The word that opens the block, in column 1.
  public var keyword: String { rawValue }

  /// A pack may add lines to a block of this kind, not only replace it.
  public var canBeExtended: Bool {
    switch self {
    case .rule, .fragment, .lexicon, .outlet, .language: true
    case .caveat, .grade, .weight, .check, .profile: false
    }
  }

  init?(bytes: ArraySlice<UInt8>) {
    guard let found = Self.keywords.first(where: { $0.bytes.count == bytes.count && bytes.elementsEqual($0.bytes) })
    else { return nil }
    self = found.kind
  }

  private static let keywords = allCases.map { (bytes: Array($0.rawValue.utf8), kind: $0) }
}

/// Every field name of the language; what a field means depends on the block.
public enum FieldName: String, CaseIterable, Sendable {
  case why, guide, status, level, scope, pattern, unless, over, then, match, skip
  case constraint = "where"
  case todoMatch = "todo match"
  case todoSkip = "todo skip"
  case name, aliases, domains, country, kind, control, owner, note, source
  /// In a profile: lists of checks.
  case select, ignore, error, warning
  case label, effect, value, title, standard, needs, bad, good
  case onOff = "default"
  case quotes, dash, abbreviations, possessives, clitics, elisions, starters
  case casualStarters = "casual-starters"
  case spelling, common
  case alwaysCapital = "always-capital"
  /// In a lexicon: any name but `why` and `overlap` is a class.
  case overlap
  case wordClass = "CLASS"
}

/// What the language says of one field of one kind of block; the parser obeys it and the handbook prints it.
public struct FieldSchema: Sendable {
  public let name: FieldName
  public let occurs: Occurrence
  /// What its value is: `text`, `list`, `pattern` …
  public let value: String
  /// One sentence for the handbook.
  public let about: String

  public enum Occurrence: String, Sendable {
    case once, optional, several
    case oneOrMore = "one or more"

    public var isRequired: Bool { self == .once || self == .oneOrMore }
    public var isSingle: Bool { self == .once || self == .optional }
  }

  init(_ name: FieldName, _ occurs: Occurrence, _ value: String, _ about: String) {
    self.name = name
    self.occurs = occurs
    self.value = value
    self.about = about
  }
}
