import Hearsay
import HearsayDiagnostics
import HearsayReport
import HearsayRules
import HearsaySyntax

extension RulesAction {
  static let lint = RulesAction(
    name: "lint", operands: "[DIR…]", summary: "say what is wrong with the rules, or with those of a folder"
  ) { arguments, console in
    // A folder is checked as an addition to the base rulebook, because its rules may use the lexicons there.
    var arguments = arguments
    arguments.rules += arguments.operands
    let files = try LoadedRules.files(arguments, console)
    let packs = RulePacks(files)
    var diagnostics: [Diagnostic] = []
    // What is wrong with a file that all languages share is told once.
    var told: Set<String> = []
    for language in packs.languages.isEmpty ? [nil] : packs.languages.map(Optional.some) {
      let found = try lint(packs.files(for: language), arguments, console)
      let new = found.filter { !told.contains(key($0)) }
      told.formUnion(new.map(key))
      diagnostics += new
    }
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

extension RulesAction {
  /// What is wrong with the rules of one language.
  private static func lint(
    _ files: [RuleFolder.File], _ arguments: Arguments, _ console: Console
  ) throws -> [Diagnostic] {
    let (rulebook, wrong) = Rulebook.load(files: files, running: Set(Rule.Status.allCases))
    guard let rulebook else { return wrong }
    // Coverage is only for whoever reads notes: it takes the time of all examples.
    return wrong + Lint(rulebook).run() + (arguments.isVerbose ? try coverage(rulebook, arguments, console) : [])
  }

  private static func key(_ one: Diagnostic) -> String {
    "\(one.code) \(one.primary.location) \(one.primary.location.span.start) \(one.message)"
  }

  /// What examples of others and story tests show of each rule.
  private static func coverage(
    _ rulebook: Rulebook, _ arguments: Arguments, _ console: Console
  ) throws -> [Diagnostic] {
    let syntax = LightSyntax.Context(rulebook)
    let stories = try StoryTestFiles(TestOperands([]), arguments, console).tests.map(\.story)
    return ExampleCoverage(rulebook) { LightSyntax($0, $0.quotations, syntax) }.run(stories: stories)
  }
}

/// `1 file`, `2 files`.
func plural(_ n: Int, _ noun: String) -> String { n == 1 ? "1 \(noun)" : "\(n) \(noun)s" }
