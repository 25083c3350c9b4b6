import Hearsay
import HearsayCorroboration
import HearsayEvaluation
import HearsayIngest
import HearsayReport

extension EvaluationTask {
  static let fusion = EvaluationTask(
    name: "fusion", summary: "reports (source, object, value): one vote a source, one a group"
  ) { arguments, console in
    let output = try arguments.output.map { path throws(Failure) in try Output.file(path) } ?? console.results
    var hasProblems = false
    let rows = read(arguments.operands, arguments, console, &hasProblems)
    guard !rows.reports.isEmpty else {
      throw UsageError(
        "there are no reports in `\(arguments.operands.joined(separator: "`, `"))`",
        help: "a report is {\"source\": …, \"object\": …, \"value\": …}; a row without a source is what is true")
    }
    let table = ReportTable(rows.reports)
    let others = arguments.learn.map { ReportTable(read([$0], arguments, console, &hasProblems).reports) }
    let learned = others.isEmpty ? [table] : others
    let groups = SourceGroups(learnedFrom: learned)
    let trust = GroupTrust(learnedFrom: learned, groups)
    var usesColor = arguments.color.allowsColor(isTerminal: output.isTerminal, environment: console.environment)
    usesColor = usesColor && arguments.output == nil
    var writer = TerminalWriter(usesColor: usesColor)
    let voters = Set(table.sources.map(groups.group)).count
    writer.line("\(table.objects.count) objects, \(table.sources.count) sources in \(voters) groups")
    for group in groups.shared { writer.line("  \(group.joined(separator: ", "))") }
    let measures = MeasureTable(width: 23)
    for method in Fusion.allCases {
      let values = method.values(table, groups: groups, trust: trust)
      if method == .trusted { try save(values, table, arguments) }
      guard !rows.truth.isEmpty else { continue }
      var named: [String: String] = [:]
      for (object, value) in zip(table.objects, values) where value >= 0 { named[object] = table.values[value] }
      measures.write(method.title, FusionScore.share(named, of: rows.truth), to: &writer)
    }
    if rows.truth.isEmpty { writer.line("no rows without a source, so nothing to compare with") }
    try output.write(writer.out)
    try output.flush()
    return hasProblems ? .failure : .success
  }

  private static func read(
    _ paths: [String], _ arguments: Arguments, _ console: Console, _ hasProblems: inout Bool
  ) -> FusionRows {
    var rows = FusionRows()
    for path in paths {
      for element in JSONRows(path) {
        switch element {
        case .row(let row): rows.add(row)
        case .problem(let problem):
          console.report(Message(problem), color: arguments.color)
          hasProblems = true
        }
      }
    }
    return rows
  }

  /// What the trusted groups' votes come to, one row an object.
  private static func save(_ values: [Int], _ table: ReportTable, _ arguments: Arguments) throws {
    guard let path = arguments.predictions else { return }
    let file = try Output.file(path)
    var json = JSONWriter(capacity: 1 << 16)
    for (object, value) in zip(table.objects, values) where value >= 0 {
      json.beginObject()
      json.key("object")
      json.string(object)
      json.key("value")
      json.string(table.values[value])
      json.endObject()
      json.endLine()
    }
    try file.write(json.out)
    try file.flush()
  }
}
