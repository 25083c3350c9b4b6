import HearsayStory
import HearsayText

/// Prints what was read of a story: what it says of itself, then its blocks with their kinds.
public struct IngestText: Sendable {
  /// Prints blocks in full.
  public var isVerbose: Bool

  public init(isVerbose: Bool = false) { self.isVerbose = isVerbose }

  public func write(_ document: Document, sentences: [Span]? = nil, to paper: inout TerminalWriter) {
    let lines = LineIndex(document.text)
    paper.line(document.story.path ?? document.story.id, .strong)
    field("outlet", document.publisher.map { "\($0.name) (\($0.how.rawValue))" }, to: &paper)
    field("headline", document.headline.map { document.text.string($0) }, to: &paper)
    field("byline", document.byline.isEmpty ? nil : document.byline.joined(separator: ", "), to: &paper)
    field("date", document.published, to: &paper)
    field("address", document.story.url, to: &paper)
    if let fetched = document.story.fetched { field("fetched", fetched, to: &paper) }
    field("language", document.language, to: &paper)
    for note in document.story.notes { field("note", note, to: &paper) }
    paper.newline()
    for block in document.blocks {
      list(block.span, block.kind.rawValue, document.text, lines, to: &paper)
      guard let sentences else { continue }
      for sentence in sentences where block.span.contains(sentence) {
        list(sentence, "  sentence", document.text, lines, to: &paper)
      }
    }
    paper.newline()
  }

  private func field(_ name: String, _ value: String?, to paper: inout TerminalWriter) {
    paper.spaces(2)
    paper.write(name, .faint)
    paper.spaces(max(10 - name.utf8.count, 1))
    if let value { paper.wrapped(value, indent: 12) } else { paper.write("unknown", .faint) }
    paper.newline()
  }

  private func list(
    _ span: Span, _ kind: String, _ text: SourceText, _ lines: LineIndex, to paper: inout TerminalWriter
  ) {
    let place = lines.place(span)
    paper.spaces(max(8 - place.utf8.count, 2))
    paper.write(place, .place)
    paper.spaces(2)
    paper.write(kind, .strong)
    paper.spaces(max(12 - kind.utf8.count, 1))
    paper.wrapped(text.string(span), indent: 22, limit: isVerbose ? .max : 1)
    paper.newline()
  }
}
