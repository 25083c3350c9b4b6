import HearsayRules
import HearsaySyntax

extension RulesAction {
  static let whyNot = RulesAction(
    name: "why-not", operands: "RULE TEXT", summary: "say how far a rule gets in a text, and what stops it"
  ) { arguments, console in
    guard arguments.operands.count >= 2 else {
      throw UsageError("`why-not` takes a rule and a text", help: "hearsay rules why-not said \"He told her.\"")
    }
    let rulebook = try LoadedRules(arguments, console, running: Set(Rule.Status.allCases)).rulebook
    let name = arguments.operands[0]
    let text = arguments.operands.dropFirst().joined(separator: " ")
    let syntax = LightSyntax.Context(rulebook)
    let whyNot = WhyNot(rulebook) { LightSyntax($0, $0.quotations, syntax) }
    guard let miss = whyNot.explain(rule: name, text: text) else {
      throw UsageError("there is no rule `\(name)`", help: didYouMean(name, rulebook.rules.map(\.name)))
    }
    try console.results.write(miss.text + "\n")
    return .success
  }
}
