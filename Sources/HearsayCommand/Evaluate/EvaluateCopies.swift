import Hearsay
import HearsayCorroboration
import HearsayReport

extension EvaluationTask {
  static let copies = EvaluationTask(
    name: "copies", summary: "which stories are one text, or share passages"
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let pipeline = Pipeline(rulebook: command.rules.rulebook)
    let reader = WordStreamReader(command.rules.rulebook)
    let (streams, hasProblems) = try command.collect {
      var desk = pipeline.makeDesk()
      return { reader.read(desk.document($0)) }
    }
    let found = CopyFinder().copies(among: streams, events: EventClusters(streams).cluster)
    try command.savePredictions(found) { shared, json in
      json.key("a")
      json.string(streams[shared.a].id)
      json.key("b")
      json.string(streams[shared.b].id)
      json.key("predicted")
      json.string(shared.extent.rawValue)
      json.key("share")
      json.double(Double(shared.share) / 1000)
    }
    var writer = TerminalWriter(usesColor: command.usesColor)
    writer.line("\(streams.count) stories")
    for extent in [SharedText.Extent.derived, .partial] {
      writer.line("\(extent.rawValue)  \(found.count { $0.extent == extent }) pairs")
    }
    try command.output.write(writer.out)
    try command.close()
    return hasProblems ? .failure : .success
  }
}
