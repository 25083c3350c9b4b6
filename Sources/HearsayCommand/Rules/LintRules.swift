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
    let (_, diagnostics) = Rulebook.load(files: files, running: Set(Rule.Status.allCases))
    console.report(diagnostics, color: arguments.color)
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    if !arguments.isQuiet {
      try console.results.write(
        "\(plural(files.count, "file")): \(plural(errors, "error")), \(plural(warnings, "warning"))\n")
    }
    if errors > 0 { return .failure }
    return warnings > 0 ? .findings : .success
  }
}

/// `1 file`, `2 files`.
func plural(_ n: Int, _ noun: String) -> String { n == 1 ? "1 \(noun)" : "\(n) \(noun)s" }
