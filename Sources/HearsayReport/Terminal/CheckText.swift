import HearsayDiagnostics
import HearsayRules

/// Prints what an audit check is for: `hearsay explain CHECK`.
public struct CheckText: Sendable {
  public init() {}

  public func write(_ check: CheckDefinition, to paper: inout TerminalWriter) {
    paper.write(check.id, .strong)
    paper.write("  " + check.title + "  ")
    paper.line(check.level.name, check.level.ink)
    paper.newline()
    paragraph("why", check.why, to: &paper)
    if let standard = check.standard { paragraph("standard", standard, to: &paper) }
    switch check.needs {
    case .text: break
    case .dossier: paragraph("needs", "several stories on one event", to: &paper)
    case .metadata: paragraph("needs", "the page with its links, or facts on the outlet", to: &paper)
    }
    if !check.isOnByDefault { paragraph("", "off unless selected: --select \(check.id)", to: &paper) }
    for bad in check.bad { paragraph("bad", bad, .warning, to: &paper) }
    for good in check.good { paragraph("good", good, .good, to: &paper) }
  }

  /// One line a check.
  public func list(_ checks: [CheckDefinition], to paper: inout TerminalWriter) {
    for check in checks.sorted(by: { $0.id < $1.id }) {
      paper.write(check.id, .strong)
      paper.spaces(max(10 - check.id.utf8.count, 2))
      paper.write(check.level.name, check.level.ink)
      paper.spaces(max(9 - check.level.name.utf8.count, 2))
      paper.wrapped(check.title + (check.isOnByDefault ? "" : " (off by default)"), indent: 19)
      paper.newline()
    }
  }

  private func paragraph(_ name: String, _ text: String, _ ink: Ink = .faint, to paper: inout TerminalWriter) {
    paper.spaces(2)
    paper.write(name, ink)
    paper.spaces(max(10 - name.utf8.count, 1))
    paper.wrapped(text, indent: 12)
    paper.newline()
  }
}

extension Severity {
  var ink: Ink {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
