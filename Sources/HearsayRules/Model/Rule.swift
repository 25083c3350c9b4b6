import HearsayDiagnostics
import HearsayText

/// `rule NAME`: patterns, what must hold of a match, and what the match means.
public struct Rule: Sendable {
  public var name: String
  public var location: SourceLocation
  public var why: String
  /// The newsroom guideline behind it.
  public var guide: String?
  public var status: Status
  public var level: Severity
  public var scope: Scope
  /// One or more; alternatives of each other.
  public var patterns: [Pattern]
  /// Exceptions: where one of them touches the cue of a hit, the hit doesn't count.
  public var unless: [Pattern]
  /// All must hold.
  public var constraints: [Constraint]
  /// The rules that this one beats where both match.
  public var over: [String]
  public var actions: [Action]
  public var examples: [Example]
  /// The names of the captures of all patterns, fragments included, in the order in which they first appear.
  public var captures: [String]
  /// The names that `where`, `then`, `over` and the examples use, each with its place.
  var uses: [NameUse] = []
  /// A pattern could not be read, so that nobody knows all captures.
  var hasBrokenPattern = false

  /// The life cycle of a rule: only stable rules run unless somebody asks for more.
  public enum Status: String, CaseIterable, Sendable { case draft, test, stable }

  /// What a pattern is matched against, one at a time.
  public enum Scope: String, CaseIterable, Sendable { case sentence, headline, block, paragraph }
}

/// A line of `match`, `skip`, `todo match` or `todo skip`.
public struct Example: Sendable {
  public var kind: Kind
  /// The text without the braces.
  public var text: String
  /// What the rule should capture there, in the order of the text.
  public var captures: [Capture]
  /// The value of the field.
  public var location: SourceLocation

  /// What the rule should do with the text; a `todo` is known not to work yet.
  public enum Kind: String, CaseIterable, Sendable {
    case match
    case skip
    case todoMatch = "todo match"
    case todoSkip = "todo skip"
  }

  /// `{name: words}`.
  public struct Capture: Hashable, Sendable {
    public var name: String
    /// Bytes of `text`.
    public var span: Span
  }
}
