import Hearsay
import HearsayIngest
import HearsayReport
import HearsayRules
import HearsayStory
import HearsaySyntax
import HearsayText

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension RulesAction {
  static let explain = RulesAction(
    name: "explain", operands: "TEXT|STORY…",
    summary: "which rules match a text, with what they take from it; of stories, the rule behind each fact"
  ) { arguments, console in
    guard !arguments.operands.isEmpty else {
      throw UsageError("no text was given", help: "hearsay rules explain \"The mayor said so.\"")
    }
    let rulebook = try LoadedRules(arguments, console).rulebook
    // A text is seldom the name of a file, and a story is nothing else.
    if arguments.operands.allSatisfy({ $0 == "-" || access($0, F_OK) == 0 }) {
      return try explainStories(arguments, console, rulebook)
    }
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

  private static func explainStories(
    _ arguments: Arguments, _ console: Console, _ rulebook: Rulebook
  ) throws -> ExitCode {
    var explainer = StoryExplainer(rulebook)
    var hasProblems = false
    var isFirst = true
    for element in StoryReader(arguments.operands, rulebook: rulebook) {
      switch element {
      case .problem(let problem):
        console.report(Message(problem), color: arguments.color)
        hasProblems = true
      case .story(let story):
        let facts = explainer.explain(story)
        if arguments.reportFormat == .text {
          var paper = console.resultWriter(arguments.color)
          if !isFirst { paper.newline() }
          paper.line(story.title ?? story.id, .strong)
          paper.newline()
          ExplanationText().write(facts, of: story.text, to: &paper)
          if facts.isEmpty { paper.line("no rule found anything in this story") }
          try console.results.write(paper.out)
        } else {
          var json = JSONWriter()
          ExplanationJSON().write(facts, story: story.id, to: &json)
          try console.results.write(json.out)
        }
        isFirst = false
      }
    }
    return hasProblems ? .failure : .success
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
