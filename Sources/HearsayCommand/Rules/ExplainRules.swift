import HearsayReport
import HearsayRules
import HearsaySyntax
import HearsayText

extension RulesAction {
  static let explain = RulesAction(
    name: "explain", operands: "TEXT", summary: "show which rules match a text, with what they take from it"
  ) { arguments, console in
    guard !arguments.operands.isEmpty else {
      throw UsageError("no text was given", help: "hearsay rules explain \"The mayor said so.\"")
    }
    let rulebook = try LoadedRules(arguments, console).rulebook
    let scanned = rulebook.scan(SourceText(arguments.operands.joined(separator: " ")))
    var paper = console.resultWriter(arguments.color)
    let found = matches(in: scanned, rulebook)
    let (kept, beaten) = ConflictPolicy(rulebook).resolve(found)
    let text = RuleText()
    for (i, match) in kept.enumerated() {
      if i > 0 { paper.newline() }
      text.write(match, of: rulebook, in: scanned, to: &paper)
      for loser in beaten where loser.by == i {
        let name = rulebook.rules[loser.match.rule].name
        paper.line("  beats \(name): \(text.words(loser.reason))")
      }
    }
    if kept.isEmpty { paper.line("no rule matches this text") }
    try console.results.write(paper.out)
    return .success
  }

  /// The matches of all rules, each in the scopes that it is for.
  private static func matches(in scanned: ScannedText, _ rulebook: Rulebook) -> [RuleMatch] {
    let syntax = LightSyntax(scanned, scanned.quotations, LightSyntax.Context(rulebook))
    var matcher = Matcher(rulebook)
    var found: [RuleMatch] = []
    for kind in Rule.Scope.allCases {
      for scope in scanned.scopes(for: kind) {
        matcher.match(scanned, scope: scope, kind: kind, phrases: syntax, into: &found)
      }
    }
    return found
  }
}
