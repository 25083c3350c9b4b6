import HearsayAttribution
import HearsayAudit
import HearsayStory
import HearsayText

/// The story's text as HTML, with contents, cues, sources, caveats and findings marked where they stand.
///
/// Marks overlap, elements must not: the text is cut at every edge of a mark, and each piece carries the classes of all
/// marks that cover it.
struct MarkedText {
  private let audited: AuditedStory
  private let story: Int
  private let text: SourceText
  private let lines: LineIndex
  private var marks: [Mark] = []
  /// Links behind the words that findings stand on: the byte where a finding ends, and its number.
  private var notes: [(at: Int, start: Int, number: Int)] = []

  private struct Mark {
    var span: Span
    var name: String
  }

  init(_ audited: AuditedStory, story: Int) {
    self.audited = audited
    self.story = story
    text = audited.story.document.text
    lines = LineIndex(text)
    for attribution in audited.story.attributions {
      marks += attribution.content.map { Mark(span: $0, name: "content") }
      marks += attribution.cue.map { Mark(span: $0, name: "cue") }
      marks += attribution.source.map { Mark(span: $0, name: "source") }
    }
    for caveat in audited.story.caveats { marks += caveat.cue.map { Mark(span: $0, name: "caveat") } }
    // The numbers are those of the list of fixes.
    let order = audited.findings.enumerated().sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }
    for (i, item) in order.enumerated() {
      marks.append(Mark(span: item.element.at, name: "found"))
      notes.append((item.element.at.end, item.element.at.start, i + 1))
    }
    notes.sort { ($0.at, $0.number) < ($1.at, $1.number) }
  }

  var html: String {
    var out =
      "<p class=\"faint\">Marked: <mark class=\"content\">what is attributed</mark>, <mark class=\"cue\">the words that attribute it</mark>, "
      + "<mark class=\"source\">who</mark>, <mark class=\"caveat\">caveats</mark>, <mark class=\"found\">what the checks found</mark> "
      + "with the number of the finding. Numbers on the left are lines.</p>\n"
    out += "<div class=\"story\" lang=\"\(Escaping.attribute(audited.story.document.language))\" dir=\"auto\">\n"
    let headline = audited.story.document.headline
    for block in audited.story.document.blocks {
      let isRead = block.kind.isBody || block.kind == .heading || headline?.overlaps(block.span) == true
      out +=
        "<p class=\"\(isRead ? block.kind.rawValue : "out")\"><span class=\"number\">\(lines.line(ofByte: block.span.start))</span>"
      if !isRead { out += "<span class=\"faint\">[left out: \(block.kind.rawValue)]</span> " }
      out += isRead ? pieces(block.span) : Escaping.markup(text.string(block.span))
      out += "</p>\n"
    }
    return out + "</div>\n"
  }

  private func pieces(_ block: Span) -> String {
    let inside = marks.filter { $0.span.overlaps(block) }
    var edges = Set([block.start, block.end])
    for mark in inside { edges.formUnion([max(mark.span.start, block.start), min(mark.span.end, block.end)]) }
    let here = notes.filter { $0.start >= block.start && $0.start < block.end }
    edges.formUnion(here.map { min($0.at, block.end) })
    let cuts = edges.sorted()
    var out = ""
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let piece = Span(start, end)
      let names = Set(inside.lazy.filter { $0.span.contains(piece) }.map(\.name)).sorted()
      let words = Escaping.markup(text.string(piece))
      out += names.isEmpty ? words : "<mark class=\"\(names.joined(separator: " "))\">\(words)</mark>"
      for note in here where min(note.at, block.end) == end {
        out += "<sup id=\"s\(story + 1)-m\(note.number)\"><a href=\"#s\(story + 1)-f\(note.number)\" "
        out += "aria-label=\"finding \(note.number)\">\(note.number)</a></sup>"
      }
    }
    return out
  }
}
