import Hearsay
import HearsayCorroboration
import HearsayEvaluation
import HearsayIngest
import HearsayReport

extension EvaluationTask {
  static let clusters = EvaluationTask(
    name: "clusters", summary: "which stories are on one event: BCubed, pairs"
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let pipeline = Pipeline(rulebook: command.rules.rulebook)
    let reader = WordStreamReader(command.rules.rulebook)
    let (streams, hasProblems) = try command.collect {
      var desk = pipeline.makeDesk()
      return { reader.read(desk.document($0)) }
    }
    let clusters = EventClusters(streams)
    try command.savePredictions(Array(zip(streams, clusters.cluster))) { row, json in
      json.key("id")
      json.string(row.0.id)
      json.key("cluster")
      json.int(row.1)
    }
    var writer = TerminalWriter(usesColor: command.usesColor)
    writer.line("\(streams.count) stories, \(clusters.members.count) clusters")
    write(agreement(streams, clusters, arguments.operands), to: &writer)
    try command.output.write(writer.out)
    try command.close()
    return hasProblems ? .failure : .success
  }

  /// How the clusters agree with the gold's, for the stories that have one; nil when none has.
  private static func agreement(
    _ streams: [WordStream], _ clusters: EventClusters, _ paths: [String]
  ) -> ClusterAgreement? {
    var gold: [String: String] = [:]
    for path in paths where path != "-" {
      for case .row(let row) in JSONRows(path) {
        gold[row.id] = (row.value["subtopic"] ?? row.value["cluster"])?.string
      }
    }
    // Of several stories with one id the last counts, as it does for the gold.
    var predicted: [String: Int] = [:]
    for (stream, cluster) in zip(streams, clusters.cluster) where gold[stream.id] != nil {
      predicted[stream.id] = cluster
    }
    let ids = predicted.keys.sorted()
    guard !ids.isEmpty else { return nil }
    return ClusterAgreement(gold: ids.compactMap { gold[$0] }, predicted: ids.compactMap { predicted[$0] })
  }

  private static func write(_ agreement: ClusterAgreement?, to writer: inout TerminalWriter) {
    guard let agreement else { return writer.line("no gold clusters to compare with") }
    let table = MeasureTable(width: 10)
    table.write(
      "BCubed", precision: agreement.precision, recall: agreement.recall, f1: agreement.f1, to: &writer)
    table.write("pairs", agreement.pairs, to: &writer)
  }
}
