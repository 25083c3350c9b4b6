import Hearsay
import HearsayIngest
import HearsayReport
import HearsayRules
import HearsayStory

extension RulesAction {
  static let profile = RulesAction(
    name: "profile", operands: "STORY…", summary: "what each rule costs and finds on stories, the dearest first"
  ) { arguments, console in
    guard !arguments.operands.isEmpty else {
      throw UsageError("no story was named", help: "hearsay rules profile stories.jsonl")
    }
    let loaded = try LoadedRules(arguments, console)
    var stories: [Story] = []
    var hasProblems = false
    for element in StoryReader(arguments.operands, rulebook: loaded.rulebook) {
      switch element {
      case .story(let story): stories.append(story)
      case .problem(let problem):
        console.report(Message(problem), color: arguments.color)
        hasProblems = true
      }
    }
    let (set, _) = RuleSet.parse(files: loaded.files.map { RuleFile(path: $0.path, bytes: $0.bytes) })
    let (rows, tokens) = RuleProfiler(set, loaded.rulebook).rows(stories, measuringTime: arguments.showsTime)
    if arguments.reportFormat == .text {
      var paper = console.resultWriter(arguments.color)
      ProfileText().write(rows, stories: stories.count, tokens: tokens, to: &paper)
      try console.results.write(paper.out)
    } else {
      var json = JSONWriter()
      ProfileJSON().write(rows, stories: stories.count, tokens: tokens, to: &json)
      try console.results.write(json.out)
    }
    return hasProblems ? .failure : .success
  }
}
