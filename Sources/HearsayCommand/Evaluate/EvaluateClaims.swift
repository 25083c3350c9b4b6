import Hearsay
import HearsayCorroboration
import HearsayEvaluation
import HearsayIngest
import HearsayReport

extension EvaluationTask {
  static let claims = EvaluationTask(
    name: "claims", summary: "pairs of sentences: same, conflict or different"
  ) { arguments, console in
    let output = try arguments.output.map { path throws(Failure) in try Output.file(path) } ?? console.results
    let rules = try LoadedRules(arguments, console)
    var rows: [JSONRows.Row] = []
    var pairs: [ClaimPairs.Pair] = []
    var hasProblems = false
    for path in arguments.operands {
      for element in JSONRows(path) {
        switch element {
        case .problem(let problem):
          console.report(Message(problem), color: arguments.color)
          hasProblems = true
        case .row(let row):
          guard let pair = ClaimPairs.Pair(row) else {
            console.report(
              Message(what: "the row has no `a` and `b`", place: "\(path):\(row.line)"), color: arguments.color)
            hasProblems = true
            continue
          }
          rows.append(row)
          pairs.append(pair)
        }
      }
    }
    let compared = ClaimPairs(pairs, ClaimMatcher(rules.rulebook)).comparisons
    try save(rows, compared, arguments)
    var writer = TerminalWriter(usesColor: false)
    writer.line("\(pairs.count) pairs")
    for verdict in [ClaimVerdict.same, .conflict, .different] {
      writer.line("\(verdict.rawValue)  \(compared.count { $0.verdict == verdict })")
    }
    let measured = ClaimPairs.agreement(pairs, compared)
    if measured.right + measured.missed + measured.wrong > 0, pairs.contains(where: { $0.label != nil }) {
      MeasureTable(width: 14).write("same claim", measured, to: &writer)
    }
    try output.write(writer.out)
    try output.flush()
    return hasProblems ? .failure : .success
  }

  /// Each pair's row as it was, with what was predicted behind it.
  private static func save(_ rows: [JSONRows.Row], _ compared: [ClaimComparison], _ arguments: Arguments) throws {
    guard let path = arguments.predictions else { return }
    let file = try Output.file(path)
    var json = JSONWriter(capacity: 1 << 16)
    for (row, comparison) in zip(rows, compared) {
      json.beginObject()
      if case .object(let members) = row.value {
        for member in members where !["predicted", "score", "shared"].contains(member.key) {
          json.key(escaping: member.key)
          json.value(member.value)
        }
      }
      json.key("predicted")
      json.string(comparison.verdict.rawValue)
      json.key("score")
      json.double(Double(comparison.score) / 1000)
      json.key("shared")
      json.double(Double(comparison.shared) / 1000)
      json.endObject()
      json.endLine()
    }
    try file.write(json.out)
    try file.flush()
  }
}
