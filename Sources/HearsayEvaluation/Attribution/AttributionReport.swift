import HearsayReport

/// Prints what the evaluation of attributions came to.
public struct AttributionReport {
  public var measures: AttributionMeasures
  public var errors: ErrorGroups?

  public init(_ measures: AttributionMeasures, errors: ErrorGroups? = nil) {
    self.measures = measures
    self.errors = errors
  }

  public func write(to out: inout TerminalWriter) {
    let table = MeasureTable(width: 17)
    for role in AttributionMeasures.Role.allCases {
      table.write("token \(role.rawValue)", measures.tokens[role] ?? Counts(), to: &out)
    }
    table.write("soft", measures.soft, to: &out)
    for (threshold, counts) in zip(AttributionMeasures.thresholds, measures.quotes) {
      table.write("quotes@\(threshold)", counts, to: &out)
    }
    table.write("exact", measures.exact, to: &out)
    table.write("speaker", measures.sources, to: &out)
    table.write("cue text", measures.cues, to: &out)
    if measures.speakers.of > 0 { table.write("speaker name", measures.speakers, to: &out) }
    if let errors { write(errors, to: &out) }
  }

  private func write(_ errors: ErrorGroups, to out: inout TerminalWriter) {
    let table = MeasureTable(width: 26)
    for trait in Mechanism.Trait.allCases {
      out.newline()
      out.line(table.pad(trait.rawValue) + "missed of gold    invented of predicted", .strong)
      let groups = errors.sorted(trait)
      for (value, group) in groups {
        out.line(
          table.pad(value) + "\(right(group.missed, 6)) \(right(group.gold, 7))    "
            + "\(right(group.invented, 8)) \(right(group.predicted, 12))")
      }
      for (value, group) in groups.prefix(3) {
        for example in group.missedExamples { write("missed", value, example, to: &out) }
        for example in group.inventedExamples { write("invented", value, example, to: &out) }
      }
    }
  }

  private func write(_ what: String, _ value: String, _ example: ErrorGroups.Example, to out: inout TerminalWriter) {
    out.line("  \(what), \(value): \(example.story) at \(example.place)", .faint)
    out.line("    [\(example.source)] [\(example.cue)] \(example.content)")
  }

  private func right(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
