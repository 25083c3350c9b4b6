import Hearsay
import HearsayIngest
import HearsayReport
import HearsayRules

extension RulesAction {
  static let diff = RulesAction(
    name: "diff", operands: "A B STORY…",
    summary: "what a change of rules changes on stories: A and B are folders, or `base` for the rules as they are"
  ) { arguments, console in
    guard arguments.operands.count >= 3 else {
      throw UsageError(
        "`diff` takes two sets of rules and stories", help: "hearsay rules diff base my-rules stories.jsonl")
    }
    let before = try rulebook(arguments.operands[0], arguments, console)
    let after = try rulebook(arguments.operands[1], arguments, console)
    var diff = StoryDiff(before, after)
    var paper = console.resultWriter(arguments.color)
    var json = JSONWriter()
    var (stories, changed) = (0, 0)
    var counts: [StoryChange.Kind: Int] = [:]
    var hasProblems = false
    for element in StoryReader(Array(arguments.operands.dropFirst(2))) {
      switch element {
      case .problem(let problem):
        console.report(Message(problem), color: arguments.color)
        hasProblems = true
      case .story(let story):
        let changes = diff.changes(in: story)
        stories += 1
        if !changes.isEmpty { changed += 1 }
        for change in changes { counts[change.kind, default: 0] += 1 }
        if arguments.reportFormat == .text {
          StoryChangeText().write(changes, story: story.id, text: story.text, to: &paper)
        } else {
          StoryChangeJSON().write(changes, story: story.id, to: &json)
        }
      }
    }
    if arguments.reportFormat == .text {
      if !arguments.isQuiet {
        let kinds: [StoryChange.Kind] = [.added, .lost, .changed]
        let sum = kinds.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
        paper.line("\(changed) of \(stories == 1 ? "1 story" : "\(stories) stories") read otherwise: \(sum)")
      }
      try console.results.write(paper.out)
    } else {
      try console.results.write(json.out)
    }
    if hasProblems { return .failure }
    return changed > 0 && !arguments.exitZero ? .findings : .success
  }

  /// `base`, a folder that is a rulebook by itself (it says which language it is for), or one that is added to the base.
  private static func rulebook(_ name: String, _ arguments: Arguments, _ console: Console) throws -> Rulebook {
    var arguments = arguments
    if name == "base" { return try LoadedRules(arguments, console).rulebook }
    let files = try LoadedRules.read(name)
    let (set, _) = RuleSet.parse(files: files.map { RuleFile(path: $0.path, bytes: $0.bytes) })
    if set.languages.isEmpty {
      arguments.rules.append(name)
      return try LoadedRules(arguments, console).rulebook
    }
    return try LoadedRules(whole: files, arguments, console).rulebook
  }
}
