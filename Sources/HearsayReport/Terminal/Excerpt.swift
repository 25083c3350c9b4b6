import HearsayText

/// The words that a finding stands on, as one line of the story with carets below:
///
///        31 │ …Russian diplomats believe that a potential …
///           │  ^^^^^^^^^^^^^^^^^
///
/// A paragraph is one line of a story and may be longer than the screen: the line is cut around the words.
struct Excerpt {
  /// Columns before the bar: line number and spaces.
  static let gutter = 5

  let number: String
  let line: String
  /// Columns before the carets, and how many carets.
  let offset: Int
  let carets: Int

  init(_ text: SourceText, _ span: Span, lineNumber: Int) {
    let bytes = text.bytes
    let at = min(max(span.start, 0), bytes.count)
    var start = at
    while start > 0, bytes[start - 1] != 0x0A, at - start < Excerpt.reach { start -= 1 }
    var end = at
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, end - at < Excerpt.reach { end += 1 }
    while start < at, UTF8.isContinuation(bytes[start]) { start += 1 }
    while end > at, end < bytes.count, UTF8.isContinuation(bytes[end]) { end -= 1 }

    let before = Array(text.string(Span(start, at)))
    let stop = min(max(span.end, at), end)
    let marked = Array(text.string(Span(at, stop)))
    let after = Array(text.string(Span(stop, end)))
    let room = TerminalWriter.width - Excerpt.gutter - 3

    let head = Excerpt.fit(marked, room: room - 2)
    let headWidth = columns(head.kept)
    // Before the words stands a fifth of what is left at most, behind them the rest; what one side leaves the other takes.
    let free = max(room - headWidth - 2, 0)
    let behindWidth = columns(after)
    let lead = Excerpt.fitEnd(before, room: max(free / 5, free - behindWidth))
    let leadWidth = columns(lead.kept)
    let tail =
      head.cut ? (kept: [], cut: !after.isEmpty) : Excerpt.fit(after, room: free - leadWidth)

    let cutBefore = lead.cut || start > 0 && bytes[start - 1] != 0x0A
    let cutBehind = head.cut || tail.cut
    number = String(lineNumber)
    offset = leadWidth + (cutBefore ? 1 : 0)
    carets = max(headWidth, 1)
    line =
      (cutBefore ? "…" : "") + String(lead.kept) + String(head.kept) + String(tail.kept)
      + (cutBehind ? "…" : "")
  }

  func write(to paper: inout TerminalWriter, _ ink: Ink) {
    paper.spaces(max(Excerpt.gutter - number.utf8.count, 0))
    paper.write(number + " │ ", .faint)
    paper.line(line)
    paper.spaces(Excerpt.gutter)
    paper.write(" │ ", .faint)
    paper.spaces(offset)
    paper.line(String(repeating: "^", count: carets), ink)
  }

  /// No line of a terminal needs more bytes than this on either side of a place, even in the widest encoding.
  private static let reach = 512

  /// The first characters that fit, cut behind a word where one ends.
  private static func fit(_ characters: [Character], room: Int) -> (kept: [Character], cut: Bool) {
    var width = 0
    for (i, character) in characters.enumerated() {
      width += columns(CollectionOfOne(character))
      if width > room {
        let space = characters[..<i].lastIndex(of: " ") ?? i
        return (Array(characters[..<(space > i / 2 ? space : i)]), true)
      }
    }
    return (characters, false)
  }

  /// The last characters that fit, cut before a word where one begins.
  private static func fitEnd(_ characters: [Character], room: Int) -> (kept: [Character], cut: Bool) {
    var width = 0
    for i in characters.indices.reversed() {
      width += columns(CollectionOfOne(characters[i]))
      if width > room {
        let from = i + 1
        let space = characters[from...].firstIndex(of: " ").map { $0 + 1 } ?? from
        return (Array(characters[min(space, characters.count)...]), true)
      }
    }
    return (characters, false)
  }
}
