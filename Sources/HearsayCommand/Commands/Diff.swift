import Hearsay
import HearsayAudit
import HearsayReport

extension Command {
  static let diff = Command(
    "diff", operands: "OLD NEW", summary: "what changed in the sourcing between two texts",
    discussion: """
      Compares two versions of a story, or a report with the one that relays it:
      caveats and attributions added or dropped, sources named or no longer named,
      words changed inside quotation marks, hedges lost, other numbers of sources.
      Exits with 1 when there is a change at or above --fail-on (any change, unless
      it is given). The JSON is hearsay.diff/1.
      """,
    options: [.failOn, .exitZero] + Option.analysis + Option.common
  ) { arguments, console in
    guard arguments.operands.count == 2 else {
      throw UsageError(
        "`hearsay diff` takes two stories, but got \(arguments.operands.count)", help: "write `hearsay diff OLD NEW`")
    }
    let command = try StoryCommand(arguments, console)
    let pipeline = Pipeline(shelf: command.rules.shelf)
    let (stories, hasProblems) = try command.collect {
      var desk = pipeline.makeDesk()
      return { story in desk.attribute(desk.document(story)) }
    }
    guard stories.count == 2 else {
      if hasProblems { return .failure }
      throw UsageError("the two inputs hold \(stories.count) stories", help: "name two files with one story each")
    }
    let comparison = SourcingComparer(command.rules.rulebook).compare(stories[0], stories[1])
    var sheet = Sheet(usesColor: command.usesColor)
    if command.format == .text {
      DiffText().write(comparison, old: stories[0], new: stories[1], to: &sheet.terminal)
    } else {
      DiffJSON().write(comparison, old: stories[0], new: stories[1], to: &sheet.json)
    }
    try command.write(sheet)
    try command.close()
    if hasProblems { return .failure }
    guard !arguments.exitZero, let level = arguments.failOnIsGiven ? arguments.failOn : .note else { return .success }
    return comparison.changes.contains { $0.level >= level } ? .findings : .success
  }
}
