/// When a printer uses colour: what the user said, else what the environment and the stream allow.
///
/// The order is that of no-color.org and bixense.com/clicolors: the flag, `NO_COLOR`, `CLICOLOR_FORCE`, `TERM=dumb`, then
/// whether the stream is a terminal. Colour never carries a meaning of its own: words say the same.
public enum ColorPolicy: String, CaseIterable, Sendable {
  case auto, always, never

  /// - Parameter environment: Looks a variable up; nil where it is not set.
  public func allowsColor(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = environment("NO_COLOR"), !value.isEmpty { return false }
      if let value = environment("CLICOLOR_FORCE"), !value.isEmpty, value != "0" { return true }
      if environment("TERM") == "dumb" { return false }
      return isTerminal
    }
  }
}
