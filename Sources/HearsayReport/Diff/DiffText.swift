import HearsayAttribution
import HearsayAudit
import HearsayText

/// Prints what changed in the sourcing for a person: the kind, what it means, and the words on both sides.
///
///     error caveat-dropped  no longer said: not independently verified
///       - old.txt:17:1  “The Harbour Ledger could not verify”
public struct DiffText: Sendable {
  public init() {}

  public func write(
    _ comparison: SourcingComparison, old: AttributedStory, new: AttributedStory, to paper: inout TerminalWriter
  ) {
    paper.write("\(old.name) → \(new.name)", .strong)
    paper.newline()
    let a = comparison.old
    let b = comparison.new
    let counts = [
      ("attributions", "attribution", a.attributions, b.attributions), ("named", "named", a.named, b.named),
      ("anonymous", "anonymous", a.anonymous, b.anonymous),
      ("outlets cited", "outlet cited", a.outlets, b.outlets),
      ("quotations", "quotation", a.quotations, b.quotations), ("caveats", "caveat", a.caveats, b.caveats),
    ].map { name, one, before, after in
      let name = after == 1 ? one : name
      return before == after ? "\(after) \(name)" : "\(before) → \(after) \(name)"
    }
    paper.spaces(2)
    paper.wrapped(counts.joined(separator: " · "), indent: 2)
    paper.newline()
    let oldLines = LineIndex(old.document.text)
    let newLines = LineIndex(new.document.text)
    for change in comparison.changes {
      paper.newline()
      paper.write(change.level.name, change.level.ink)
      paper.write(" ")
      paper.write(change.kind.rawValue, .strong)
      paper.write("  ")
      let used = change.level.name.count + change.kind.rawValue.count + 3
      paper.wrapped(change.message, indent: 4, column: used)
      paper.newline()
      if let span = change.old { side("- ", .error, old, span, oldLines, to: &paper) }
      if let span = change.new { side("+ ", .good, new, span, newLines, to: &paper) }
      if !change.edits.isEmpty {
        paper.spaces(4)
        let words = change.edits.map { edit in
          switch edit.operation {
          case .same: edit.text
          case .deleted: "[-\(edit.text)-]"
          case .inserted: "{+\(edit.text)+}"
          }
        }
        paper.wrapped(words.joined(separator: " "), indent: 4)
        paper.newline()
      }
    }
    if comparison.changes.isEmpty { paper.line("  no change in the sourcing") }
    for note in comparison.notes { paper.line("  note: " + note) }
  }

  private func side(
    _ mark: String, _ ink: Ink, _ story: AttributedStory, _ span: Span, _ lines: LineIndex,
    to paper: inout TerminalWriter
  ) {
    paper.spaces(2)
    paper.write(mark, ink)
    paper.write("\(story.name):\(lines.place(span))", .place)
    paper.newline()
    paper.spaces(6)
    paper.wrapped(Words.quoted(story.document.text.string(span), 240), indent: 6)
    paper.newline()
  }
}
