import HearsayAttribution
import HearsayText

/// Prints the attributions of a story for a person: who, through whom, what, and what the story says about verification.
public struct AttributionText: Sendable {
  /// Prints contents in full and names the rule behind each attribution.
  public var isVerbose: Bool

  public init(isVerbose: Bool = false) { self.isVerbose = isVerbose }

  public func write(_ story: AttributedStory, to paper: inout TerminalWriter) {
    let lines = LineIndex(story.document.text)
    StoryHeading(story: story).write(to: &paper, lines: lines)
    for attribution in story.attributions {
      paper.newline()
      write(attribution, of: story, lines, to: &paper)
    }
    if story.hasOnlyQuotations {
      paper.newline()
      for quotation in story.unattributedQuotations { write(quotation, of: story, lines, to: &paper) }
    }
    paper.newline()
  }

  /// A quotation of which nobody can say whose it is.
  private func write(
    _ quotation: Span, of story: AttributedStory, _ lines: LineIndex, to paper: inout TerminalWriter
  ) {
    let place = lines.place(quotation)
    paper.spaces(max(8 - place.utf8.count, 2))
    paper.write(place, .place)
    paper.spaces(2)
    paper.wrapped(story.document.text.string(quotation), indent: 10, limit: isVerbose ? .max : 3)
    paper.newline()
  }

  private static let indent = 6

  private func write(
    _ attribution: Attribution, of story: AttributedStory, _ lines: LineIndex, to paper: inout TerminalWriter
  ) {
    let text = story.document.text
    let indent = AttributionText.indent
    let id = "a\(attribution.id + 1)"
    paper.write(id, .faint)
    paper.spaces(max(indent - id.utf8.count, 1))
    paper.write(attribution.speaker?.name ?? "nobody named", .strong)
    var grade = attribution.speaker?.grade.words ?? Grade.none.words
    if let count = attribution.speaker?.count.words { grade += ", \(count)" }
    paper.write("  \(grade) (\((attribution.speaker?.grade ?? .none).code))")
    if let first = (attribution.source + attribution.cue + attribution.content).min() {
      paper.write("  " + lines.place(first), .faint)
    }
    paper.newline()

    field("through", through(attribution), to: &paper)
    var kind = attribution.kind.rawValue
    if attribution.stance != "neutral" { kind += ", \(attribution.stance)" }
    if !attribution.cue.isEmpty { kind += " “\(quoted(attribution.cue, text))”" }
    if let within = attribution.within { kind += ", within a\(within + 1)" }
    field("words", kind, to: &paper)
    field("says", quoted(attribution.content, text), limit: isVerbose ? .max : 3, to: &paper)
    if let reason = attribution.speaker?.anonymityReason {
      let rote = reason.isRote ? " (a formula)" : ""
      field("unnamed", "“\(text.string(reason.span))”\(rote)", to: &paper)
    }
    for caveat in attribution.caveats {
      var words = caveat.caveat
      if caveat.certainty == .inferred { words += ", inferred" }
      if let by = caveat.by { words += ", by \(by)" }
      if let cue = caveat.cue.first { words += ": “\(quoted(caveat.cue, text))” \(lines.place(cue))" }
      field("caveat", words, .warning, to: &paper)
    }
    if isVerbose { field("rule", attribution.rule, to: &paper) }
  }

  private func field(
    _ name: String, _ value: String, limit: Int = .max, _ ink: Ink = .faint, to paper: inout TerminalWriter
  ) {
    guard !value.isEmpty else { return }
    let indent = AttributionText.indent
    paper.spaces(indent)
    paper.write(name, ink)
    paper.spaces(max(9 - name.utf8.count, 1))
    paper.wrapped(value, indent: indent + 9, limit: limit)
    paper.newline()
  }

  /// The chain without the speaker, who stands above it.
  private func through(_ attribution: Attribution) -> String {
    let rest = attribution.chain.count > 1 ? attribution.chain.dropFirst() : []
    return rest.map(\.words).joined(separator: " → ")
  }

  private func quoted(_ spans: [Span], _ text: SourceText) -> String {
    spans.map { text.string($0) }.joined(separator: " … ")
  }
}
