import HearsayText

/// How much something weighs; the same three for diagnostics, rules and checks.
public enum Severity: UInt8, Comparable, CaseIterable, Sendable {
  case note, warning, error

  /// `note`, `warning`, `error`.
  public var name: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// One thing that is wrong with a file that a person wrote, where it is, and what to do.
///
/// A value without behaviour: `DiagnosticRenderer` prints it, an editor may show it otherwise. Messages begin in lower
/// case, have no full stop, and put backticks round words of the file.
public struct Diagnostic: Sendable {
  /// `R001` …; stable, so that people can look it up and tests can name it.
  public var code: String
  public var severity: Severity
  /// What is wrong, in one line.
  public var message: String
  /// The place that is wrong.
  public var primary: Label
  /// Other places that explain it.
  public var secondary: [Label]
  /// What to do about it, without the word `help`.
  public var help: String?

  public init(
    code: String, severity: Severity = .error, message: String, primary: Label, secondary: [Label] = [],
    help: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.primary = primary
    self.secondary = secondary
    self.help = help
  }

  /// A place in a file and a few words about it.
  public struct Label: Sendable {
    public var location: SourceLocation
    /// May be empty: then only the caret stands there.
    public var message: String

    public init(_ location: SourceLocation, _ message: String = "") {
      self.location = location
      self.message = message
    }
  }
}
