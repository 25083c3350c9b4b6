import Hearsay
import HearsayEvaluation
import HearsayIngest
import HearsayReport

extension EvaluationTask {
  static let attribution = EvaluationTask(
    name: "attribution", summary: "who says what: token F1, quotations found, speakers"
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let (gold, hasBrokenRows) = try goldStories(command)
    let shelf = command.rules.shelf
    let pipeline = Pipeline(shelf: shelf)
    let json = StoryJSON(rulebook: command.stamp)
    let (directOnly, listsErrors) = (arguments.directOnly, arguments.listsErrors)
    let keepsStories = arguments.predictions != nil
    let (scores, hasProblems) = try command.collect {
      var desk = pipeline.makeDesk()
      var writer = JSONWriter(capacity: 1 << 16)
      return { story -> StoryScore in
        let attributed = desk.attribute(desk.document(story))
        var score = StoryScore(id: story.id)
        if keepsStories {
          writer.removeAll()
          json.write(attributed, to: &writer)
          writer.endLine()
          score.line = writer.out.withBytes { Array($0) }
        }
        guard let gold = gold[story.id] else { return score }
        let predicted = GoldAttribution.all(of: attributed)
        let result = AttributionScorer(directOnly: directOnly).score(
          text: gold.text, gold: gold.attributions, predicted: predicted)
        score.measures = result.measures
        if listsErrors {
          let rulebook = shelf.rulebook(ofLanguage: attributed.document.language)
          score.errors.add(
            story: story.id, gold: gold.attributions, predicted: predicted, pairing: result.pairing,
            reader: MechanismReader(attributed.document, rulebook))
        }
        return score
      }
    }
    try saveStories(scores, arguments)
    var measures = AttributionMeasures()
    var errors = ErrorGroups()
    // A gold set names each story once; of several rows with one id the last counts on both sides.
    var last: [String: Int] = [:]
    for (place, score) in scores.enumerated() { last[score.id] = place }
    for place in last.values.sorted() {
      measures += scores[place].measures
      errors += scores[place].errors
    }
    var writer = TerminalWriter(usesColor: command.usesColor)
    AttributionReport(measures, errors: listsErrors ? errors : nil).write(to: &writer)
    try command.output.write(writer.out)
    try command.close()
    return hasProblems || hasBrokenRows ? .failure : .success
  }

  /// What is kept of a story.
  private struct StoryScore {
    var id: String
    var measures = AttributionMeasures()
    var errors = ErrorGroups()
    /// Its row of the predictions.
    var line: [UInt8] = []
  }

  private static func goldStories(_ command: StoryCommand) throws -> ([String: GoldStory], Bool) {
    var stories: [String: GoldStory] = [:]
    var isBroken = false
    for path in command.arguments.operands {
      guard path != "-" else {
        throw UsageError("a gold set is read twice and can't be standard input", help: "name a file")
      }
      for element in JSONRows(path) {
        switch element {
        // Broken rows are reported when the stories are read.
        case .problem: isBroken = true
        case .row(let row): if let story = GoldStory(row) { stories[story.id] = story }
        }
      }
    }
    return (stories, isBroken)
  }

  private static func saveStories(_ scores: [StoryScore], _ arguments: Arguments) throws {
    guard let path = arguments.predictions else { return }
    let file = try Output.file(path)
    for score in scores { try score.line.withUnsafeBufferPointer { try file.write($0) } }
    try file.flush()
  }
}
