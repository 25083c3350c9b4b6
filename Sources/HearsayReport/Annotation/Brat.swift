import HearsayAttribution
import HearsayText

/// brat standoff: text-bound annotations with code points of the text, relations from contents to sources and cues.
///
/// A span with a line break in it is cut there, as brat demands; empty pieces are left out.
struct Brat {
  let story: AttributedStory
  private let index: CodePointIndex

  init(_ story: AttributedStory) {
    self.story = story
    index = CodePointIndex(story.document.text)
  }

  var annotations: String {
    var out = ""
    var next = 1
    var relations = ""
    var relation = 1
    for a in story.attributions {
      var ids: [String: String] = [:]
      for (name, spans) in [("Content", a.content), ("Source", a.source), ("Cue", a.cue)] {
        guard let line = bound(name, spans, next) else { continue }
        out += line
        ids[name] = "T\(next)"
        next += 1
      }
      guard let content = ids["Content"] else { continue }
      for (name, other) in [("SaidBy", ids["Source"]), ("CuedBy", ids["Cue"])] {
        guard let other else { continue }
        relations += "R\(relation)\t\(name) Arg1:\(content) Arg2:\(other)\n"
        relation += 1
      }
      let chain = Escaping.line(a.chain.map(\.name).joined(separator: " > "))
      relations +=
        "#\(a.id + 1)\tAnnotatorNotes \(content)\ta\(a.id + 1) \((a.speaker?.grade ?? .none).code) \(chain)\n"
    }
    return out + relations
  }

  /// `T1	Content 0 5;6 9	words`
  private func bound(_ name: String, _ spans: [Span], _ number: Int) -> String? {
    let pieces = spans.sorted().flatMap(withoutBreaks)
    guard !pieces.isEmpty else { return nil }
    let places = pieces.map { "\(index.codePoint(ofByte: $0.start)) \(index.codePoint(ofByte: $0.end))" }
    let words = pieces.map { story.document.text.string($0) }
    return "T\(number)\t\(name) \(places.joined(separator: ";"))\t\(words.joined(separator: " "))\n"
  }

  private func withoutBreaks(_ span: Span) -> [Span] {
    let bytes = story.document.text.bytes
    var pieces: [Span] = []
    var start = max(span.start, 0)
    let end = min(span.end, bytes.count)
    var i = start
    while i <= end {
      if i == end || bytes[i] == 0x0A || bytes[i] == 0x0D {
        if i > start { pieces.append(Span(start, i)) }
        start = i + 1
      }
      i += 1
    }
    return pieces
  }

  /// The annotation.conf that brat wants beside the files.
  static let configuration = """
    [entities]
    Content
    Source
    Cue

    [relations]
    SaidBy	Arg1:Content, Arg2:Source
    CuedBy	Arg1:Content, Arg2:Cue

    [events]

    [attributes]

    """
}
