import Hearsay
import HearsayEvaluation
import HearsayIngest
import HearsayReport

extension EvaluationTask {
  /// Rows are stories with `expected`, the list of their sentences.
  static let sentences = EvaluationTask(
    name: "sentences", summary: "where sentences end: whole lists, borders"
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let pipeline = Pipeline(shelf: command.rules.shelf)
    let (stories, hasProblems) = try command.collect {
      var desk = pipeline.makeDesk()
      return { story in
        let document = desk.document(story)
        return (id: story.id, language: document.language, sentences: document.sentenceSpans.map(document.text.string))
      }
    }
    try command.savePredictions(stories) { story, json in
      json.key("id")
      json.string(story.id)
      json.key("sentences")
      json.beginArray()
      for sentence in story.sentences { json.string(sentence) }
      json.endArray()
    }
    let gold = gold(arguments.operands)
    var scores: [String: SentenceScore] = [:]
    for story in stories {
      guard let expected = gold[story.id] else { continue }
      scores[story.language, default: SentenceScore()].add(expected: expected, found: story.sentences)
    }
    var writer = TerminalWriter(usesColor: command.usesColor)
    writer.line("\(stories.count) texts")
    write(scores, to: &writer)
    try command.output.write(writer.out)
    try command.close()
    return hasProblems ? .failure : .success
  }

  private static func gold(_ paths: [String]) -> [String: [String]] {
    var gold: [String: [String]] = [:]
    for path in paths where path != "-" {
      // Broken rows are told by whoever reads the stories.
      for case .row(let row) in JSONRows(path) {
        gold[row.id] = row.value["expected"]?.array?.compactMap(\.string)
      }
    }
    return gold
  }

  private static func write(_ scores: [String: SentenceScore], to writer: inout TerminalWriter) {
    guard !scores.isEmpty else { return writer.line("no row says which sentences are `expected`") }
    let table = MeasureTable(width: 16)
    func write(_ name: String, _ score: SentenceScore) {
      table.write("\(name) exact", score.exact, to: &writer)
      table.write("\(name) borders", score.borders, to: &writer)
    }
    var all = SentenceScore()
    for (language, score) in scores.sorted(by: { $0.key < $1.key }) {
      write(language, score)
      all += score
    }
    if scores.count > 1 { write("all", all) }
  }
}
