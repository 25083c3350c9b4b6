import HearsayReport

extension Command {
  static let evaluate = Command(
    "evaluate", operands: "TASK GOLD.jsonl", summary: "measures against a gold set",
    discussion: "tasks:\n" + EvaluationTask.all.map(\.helpLine).joined() + """

      Gold labels inside the rows are never read to decide, and rows without any are
      taken as well; they are measured only where there are some.
      """,
    completing: .words(EvaluationTask.all.map(\.name)),
    options: [.predictions, .errors, .direct, .learn, .language] + Option.analysis + [.output, .color, .quiet, .help]
  ) { arguments, console in
    var arguments = arguments
    let names = EvaluationTask.all.map(\.name).joined(separator: ", ")
    guard !arguments.operands.isEmpty else {
      throw UsageError("no task was named", help: "the tasks are \(names)")
    }
    let name = arguments.operands.removeFirst()
    guard let task = EvaluationTask.all.first(where: { $0.name == name }) else {
      throw UsageError(
        "there is no task `\(name)`",
        help: didYouMean(name, EvaluationTask.all.map(\.name)) ?? "the tasks are \(names)")
    }
    guard !arguments.operands.isEmpty else {
      throw UsageError("no gold set was named", help: "write `hearsay evaluate \(name) GOLD.jsonl`")
    }
    return try task.run(arguments, console)
  }
}

/// One of the things that `hearsay evaluate` measures.
struct EvaluationTask: Sendable {
  let name: String
  let summary: String
  let run: @Sendable (Arguments, Console) throws -> ExitCode

  /// In the order of the help.
  static let all: [EvaluationTask] = [attribution, claims, clusters, copies, fusion, sentences]

  var helpLine: String { Help.row("  \(name)", summary, column: 15) }
}

extension StoryCommand {
  /// Writes rows of JSON to the file of `--predictions`, if there is one.
  func savePredictions<Row>(_ rows: [Row], _ write: (Row, inout JSONWriter) -> Void) throws {
    guard let path = arguments.predictions else { return }
    let file = try Output.file(path)
    var json = JSONWriter(capacity: 1 << 16)
    for row in rows {
      json.beginObject()
      write(row, &json)
      json.endObject()
      json.endLine()
      if json.out.count > 1 << 16 {
        try file.write(json.out)
        json.removeAll()
      }
    }
    try file.write(json.out)
    try file.flush()
  }
}
