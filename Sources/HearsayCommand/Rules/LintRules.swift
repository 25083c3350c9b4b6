import Hearsay
import HearsayDiagnostics
import HearsayReport
import HearsayRules

extension RulesAction {
  static let lint = RulesAction(
    name: "lint", operands: "[DIR…]", summary: "say what is wrong with the rules, or with those of a folder"
  ) { arguments, console in
    // A folder is checked as an addition to the base rulebook, because its rules may use the lexicons there.
    var arguments = arguments
    arguments.rules += arguments.operands
    let files = try LoadedRules.files(arguments, console)
    let (rulebook, wrong) = Rulebook.load(files: files, running: Set(Rule.Status.allCases))
    let diagnostics = wrong + (rulebook.map { Lint($0).run() } ?? [])
    let least: Severity = arguments.isQuiet ? .error : arguments.isVerbose ? .note : .warning
    let shown = diagnostics.filter { $0.severity >= least }
    console.report(shown, color: arguments.color)
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let notes = diagnostics.count - errors - warnings
    if !arguments.isQuiet {
      try console.results.write(
        "\(plural(files.count, "file")): \(plural(errors, "error")), \(plural(warnings, "warning")), "
          + "\(plural(notes, "note"))\(notes > 0 && !arguments.isVerbose ? " (-v shows them)" : "")\n")
    }
    // Broken rules can't be used at all, whatever the level.
    if errors > 0 { return .failure }
    guard let level = arguments.failOn else { return .success }
    let worst = diagnostics.map(\.severity.rawValue).max()
    return worst.map { Int($0) >= level.rawValue } == true ? .findings : .success
  }
}

/// `1 file`, `2 files`.
func plural(_ n: Int, _ noun: String) -> String { n == 1 ? "1 \(noun)" : "\(n) \(noun)s" }
