import HearsayReport

extension RulesAction {
  static let list = RulesAction(
    name: "list", operands: "[PREFIX]", summary: "every rule with its reason, or those that begin so"
  ) { arguments, console in
    let loaded = try LoadedRules(arguments, console)
    let prefix = arguments.operands.first ?? ""
    let rules = loaded.rulebook.rules.filter { $0.name.hasPrefix(prefix) }
    if rules.isEmpty, !prefix.isEmpty { throw UsageError("no rule begins with `\(prefix)`") }
    var paper = console.resultWriter(arguments.color)
    RuleText().list(rules, to: &paper)
    if !arguments.isQuiet, prefix.isEmpty { RuleText().writeCounts(loaded.rulebook, to: &paper) }
    try console.results.write(paper.out)
    return .success
  }
}
