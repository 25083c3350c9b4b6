import Hearsay
import HearsayReport

extension Command {
  static let attribute = Command(
    "attribute", operands: "STORY…", summary: "every attribution with its chain and caveats",
    discussion: """
      Prints who says what in each story, through whom it reached the reader, and
      what the story says about its verification. The JSON is hearsay.story/1, in the
      order of the input.
      """,
    options: Option.analysis + Option.reading + [.text] + Option.common
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let pipeline = Pipeline(shelf: command.rules.shelf)
    let format = command.format
    let text = AttributionText(isVerbose: arguments.isVerbose)
    let json = StoryJSON(rulebook: command.stamp, includesText: arguments.includesText)
    let result = try command.run {
      var desk = pipeline.makeDesk()
      return { story, sheet in
        let attributed = desk.attribute(desk.document(story))
        if format == .text {
          text.write(attributed, to: &sheet.terminal)
        } else {
          json.write(attributed, to: &sheet.json)
          sheet.endRecord()
        }
      }
    }
    try command.close()
    return result.hasProblems ? .failure : .success
  }
}
