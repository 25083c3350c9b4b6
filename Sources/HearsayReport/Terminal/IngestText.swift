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
    field("story", Self.account(of: document.blocks), to: &paper)
    for note in document.story.notes { field("note", note, to: &paper) }
    paper.newline()
    for block in document.blocks {
      let isLeftOut = block.kind == .caption || block.kind == .teaser || block.kind == .furniture
      list(block.span, block.kind.rawValue, document.text, lines, isLeftOut: isLeftOut, to: &paper)
      guard let sentences else { continue }
      for sentence in sentences where block.span.contains(sentence) {
        list(sentence, "  sentence", document.text, lines, to: &paper)
      }
    }
    paper.newline()
  }

  /// What is of the story, and what was left out of it, by kind: "12 blocks; left out: 2 captions, 1 teaser".
  private static func account(of blocks: [Block]) -> String {
    let left: [(kind: BlockKind, one: String, more: String)] = [
      (.caption, "caption", "captions"), (.teaser, "teaser for another story", "teasers for other stories"),
      (.furniture, "line of the page's own", "lines of the page's own"),
    ]
    let told = left.compactMap { kind, one, more in
      let count = blocks.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(count == 1 ? one : more)"
    }
    let body = blocks.count { $0.kind.isBody }
    return "\(body) block\(body == 1 ? "" : "s")" + (told.isEmpty ? "" : "; left out: " + told.joined(separator: ", "))
  }

  private func field(_ name: String, _ value: String?, to paper: inout TerminalWriter) {
    paper.spaces(2)
    paper.write(name, .faint)
    paper.spaces(max(10 - name.utf8.count, 1))
    if let value { paper.wrapped(value, indent: 12) } else { paper.write("unknown", .faint) }
    paper.newline()
  }

  private func list(
    _ span: Span, _ kind: String, _ text: SourceText, _ lines: LineIndex, isLeftOut: Bool = false,
    to paper: inout TerminalWriter
  ) {
    let place = lines.place(span)
    paper.spaces(max(8 - place.utf8.count, 2))
    paper.write(place, .place)
    paper.spaces(2)
    paper.write(kind, isLeftOut ? .faint : .strong)
    paper.spaces(max(12 - kind.utf8.count, 1))
    paper.wrapped(text.string(span), indent: 22, limit: isVerbose ? .max : 1)
    paper.newline()
  }
}
