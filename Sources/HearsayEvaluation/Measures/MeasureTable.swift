import HearsayReport

/// Prints measures in columns, for people and for comparison with other scorers.
public struct MeasureTable {
  /// Width of the names' column.
  private let width: Int

  public init(width: Int = 24) { self.width = width }

  /// `token cue         P  60.3  R  58.1  F1  59.2`, in per cent.
  public func write(_ name: String, _ counts: Counts, to out: inout TerminalWriter) {
    write(name, precision: counts.precision, recall: counts.recall, f1: counts.f1, to: &out)
  }

  public func write(
    _ name: String, precision: Double, recall: Double, f1: Double, to out: inout TerminalWriter
  ) {
    let figures = [("P", precision), ("R", recall), ("F1", f1)].map { "\($0) \(MeasureTable.percent($1))" }
    out.line(pad(name) + figures.joined(separator: "  "))
  }

  public func write(_ name: String, _ share: Share, to out: inout TerminalWriter) {
    out.line(pad(name) + "accuracy \(MeasureTable.percent(share.value))  (n=\(share.of))")
  }

  func pad(_ name: String) -> String { name + String(repeating: " ", count: max(1, width - name.count)) }

  /// ` 57.1` for .571: tenths of a per cent, five wide.
  static func percent(_ value: Double) -> String {
    // Ties go to the even digit, as in the scripts that published figures come from.
    let tenths = Int((value * 100 * 10).rounded(.toNearestOrEven))
    let text = "\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, 5 - text.count)) + text
  }
}
