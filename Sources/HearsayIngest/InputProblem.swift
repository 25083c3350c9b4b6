/// What was wrong with an input and what its owner can do about it: a value, which the command prints.
///
/// A problem never stops the reading: the story that has one is left out and the others follow.
public struct InputProblem: Error, Hashable, Sendable {
  public enum Severity: Sendable {
    /// Something could not be read.
    case error
    /// Something was mended or read in part.
    case warning
    /// Nothing is wrong; it is worth knowing.
    case note
  }

  /// The file or folder as the user named it; `-` for standard input.
  public var path: String
  /// 1-based, where the problem has a place.
  public var line: Int?
  /// 1-based, in code points.
  public var column: Int?
  /// What is wrong: lower case, no full stop.
  public var what: String
  /// What to do about it.
  public var help: String?
  public var severity: Severity

  public init(
    path: String, line: Int? = nil, column: Int? = nil, what: String, help: String? = nil,
    severity: Severity = .error
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.what = what
    self.help = help
    self.severity = severity
  }
}

extension InputProblem: CustomStringConvertible {
  /// `stories.jsonl:3:17: expected a colon after the key`, without the help.
  public var description: String {
    var place = path == "-" ? "standard input" : path
    if let line { place += ":\(line)" }
    if let column { place += ":\(column)" }
    return "\(place): \(what)"
  }
}
