import HearsayText

/// One line of a file as it is shown: tabs spread, dangerous characters replaced, long lines cut.
struct SourceLine {
  /// Tabs go to the next multiple of this.
  static let tabWidth = 4
  /// Lines are shown up to this many columns; of longer ones, a window round the place.
  static let maximumWidth = 120

  private let file: SourceFile
  private let span: Span

  init(file: SourceFile, line: Int) {
    self.file = file
    span = file.span(ofLine: line)
  }

  /// The 1-based column of a byte offset, counted in characters as people see them; a tab is one.
  ///
  /// More than 64 KiB into a line code points are counted instead: nobody can tell, and nobody waits.
  func column(of offset: Int) -> Int {
    let end = min(max(offset, span.start), span.end)
    let near = max(span.start, end - 65_536)
    let far = file.bytes[span.start..<near].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return far + file.string(Span(near, end)).count + 1
  }

  /// The line's text and, for each label's span, the columns it covers in it.
  struct Excerpt {
    var text: String
    var marks: [Range<Int>]
  }

  /// Shows the line so that the first of the spans can be seen.
  func excerpt(marking spans: [Span]) -> Excerpt {
    let window = window(round: spans.first ?? span)
    let (text, columns) = layout(window)
    let width = columns.last ?? 0
    var shown = text
    var shift = 0
    if window.start > span.start {
      shown = "…" + shown
      shift = 1
    }
    if window.end < span.end { shown += "…" }
    let marks = spans.map { mark in
      let start = column(mark.start, window, columns, width)
      let end = max(column(mark.end, window, columns, width), start + 1)
      return (start + shift)..<(end + shift)
    }
    return Excerpt(text: shown, marks: marks)
  }

  /// All of a line of usual length; otherwise what stands round the place, cut between characters.
  private func window(round place: Span) -> Span {
    guard span.count > Self.maximumWidth else { return span }
    var start = max(span.start, min(place.start, span.end) - Self.maximumWidth / 2)
    if start - span.start < 8 { start = span.start }
    var end = min(span.end, start + Self.maximumWidth)
    while start > span.start, start < span.end, file.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < span.end, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(start, end)
  }

  /// The window as text, and for each of its bytes (and the end) the column where its character begins.
  private func layout(_ window: Span) -> (String, [Int]) {
    var text = ""
    var columns: [Int] = []
    columns.reserveCapacity(window.count + 1)
    var column = 0
    var offset = window.start
    for character in file.string(window) {
      let toTabStop = Self.tabWidth - column % Self.tabWidth
      let (shown, width) =
        character == "\t"
        ? (String(repeating: " ", count: toTabStop), toTabStop)
        : DisplayWidth.printable(character)
      // A repaired byte is three in the text and one in the file.
      let isRepair = character == "\u{FFFD}" && !isReplacementCharacter(at: offset)
      let length = isRepair ? 1 : character.utf8.count
      for _ in 0..<length { columns.append(column) }
      offset += length
      text += shown
      column += width
    }
    columns.append(column)
    return (text, columns)
  }

  private func isReplacementCharacter(at offset: Int) -> Bool {
    offset + 3 <= file.bytes.count && file.bytes[offset..<offset + 3].elementsEqual([0xEF, 0xBF, 0xBD])
  }

  private func column(_ offset: Int, _ window: Span, _ columns: [Int], _ width: Int) -> Int {
    guard offset > window.start else { return 0 }
    let index = offset - window.start
    return index < columns.count ? columns[index] : width
  }
}
