import Hearsay
import HearsayReport
import HearsayStory
import HearsayText

extension Command {
  static let ingest = Command(
    "ingest", operands: "FILE…", summary: "what was read: blocks, headline, date, outlet",
    discussion: """
      Prints each story as the analysis sees it: its text cut into blocks with their
      kinds, and what the text says of itself. Nothing is thrown away: furniture and
      captions are kept, with their kind.
      """,
    options: [.sentences] + Option.analysis + Option.reading + Option.common
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let pipeline = Pipeline(shelf: command.rules.shelf)
    let format = command.format
    let text = IngestText(isVerbose: arguments.isVerbose)
    let result = try command.run {
      var desk = pipeline.makeDesk()
      return { story, sheet in
        let document = desk.document(story)
        let sentences = arguments.includesSentences ? document.sentenceSpans : nil
        if format == .text {
          text.write(document, sentences: sentences, to: &sheet.terminal)
        } else {
          IngestJSON().write(document, sentences: sentences, to: &sheet.json)
          sheet.endRecord()
        }
      }
    }
    try command.close()
    return result.hasProblems ? .failure : .success
  }
}

extension Document {
  /// The outer sentences, which keep a quotation whole.
  var sentenceSpans: [Span] { sentences.outer.map { scanned.tokens.span($0.tokens) } }
}
