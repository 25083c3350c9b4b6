import HearsayText

/// How much a finding weighs; the same three as SARIF's levels.
public enum Level: Int, Comparable, CaseIterable, Sendable {
  case note = 0, warning, error
  public var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
  public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
}

/// A place that belongs to a finding, with what it shows.
public struct Related: Sendable {
  public var message: String
  public var at: Span
  public init(_ message: String, at: Span) {
    self.message = message
    self.at = at
  }
}

/// A place in another story of the dossier that belongs to a finding.
public struct Elsewhere: Sendable, Equatable {
  public var message: String
  /// The place in the list of stories.
  public var story: Int
  /// What the user called it.
  public var name: String
  public var at: Span
  /// The story's words.
  public var words: String

  public init(_ message: String, story: Int, name: String, at: Span, words: String) {
    self.message = message
    self.story = story
    self.name = name
    self.at = at
    self.words = words
  }
}

/// One thing about a story's sourcing that an editor should look at.
public struct Finding: Sendable {
  /// The check's id: `NUM-01`.
  public var check: String
  public var level: Level
  public var message: String
  /// The words it stands on.
  public var at: Span
  public var related: [Related]
  /// Places in other stories; empty for checks of one story.
  public var elsewhere: [Elsewhere] = []
  /// Words to write instead, where that can be said.
  public var rewrite: String?
  /// The attribution it is about.
  public var attribution: Int?
  /// The rule of the rulebook whose match led to it.
  public var rule: String?

  public init(
    check: String, level: Level, message: String, at: Span, related: [Related] = [], rewrite: String? = nil,
    attribution: Int? = nil, rule: String? = nil
  ) {
    self.check = check
    self.level = level
    self.message = message
    self.at = at
    self.related = related
    self.rewrite = rewrite
    self.attribution = attribution
    self.rule = rule
  }
}

/// A check that could not be made on this input, and why ("plain text has no links").
public struct NotAssessed: Sendable {
  public var check: String
  public var why: String
  public init(check: String, why: String) {
    self.check = check
    self.why = why
  }
}
