import Hearsay
import HearsayRules
import HearsaySyntax

extension RulesAction {
  static let test = RulesAction(
    name: "test", operands: "[DIR|PREFIX…]", summary: "run the examples of all rules, or of those that begin so"
  ) { arguments, console in
    var arguments = arguments
    arguments.rules += arguments.operands.filter(RuleFolder.isFolder)
    let prefixes = arguments.operands.filter { !RuleFolder.isFolder($0) }
    let rulebook = try LoadedRules(arguments, console, running: [.stable, .test]).rulebook
    for prefix in prefixes where !rulebook.rules.contains(where: { $0.name.hasPrefix(prefix) }) {
      throw UsageError("no rule begins with `\(prefix)`", help: didYouMean(prefix, rulebook.rules.map(\.name)))
    }
    let syntax = LightSyntax.Context(rulebook)
    var report = RuleTester(rulebook) { LightSyntax($0, $0.quotations, syntax) }.run()
    if !prefixes.isEmpty {
      report.failures.removeAll { failure in !prefixes.contains { failure.rule.hasPrefix($0) } }
      report.unexpected.removeAll { other in !prefixes.contains { other.exampleOf.hasPrefix($0) } }
    }
    if arguments.isVerbose {
      for other in report.unexpected { try console.results.write("note: \(other.text)\n") }
    }
    if !arguments.isQuiet || !report.passed { try console.results.write(report.text) }
    return report.passed ? .success : .findings
  }
}
