import HearsayText

/// A piece of text between line breaks, before anybody knows what it is.
struct RawBlock: Sendable {
  /// Without white space at its ends.
  var span: Span
  /// An empty line, or the text's beginning, stands before it; and the same behind it.
  var opensGroup: Bool
  var closesGroup: Bool
}

/// Cuts a text into blocks by its line breaks alone.
///
/// Pages put an empty line between paragraphs or just begin a new line, and both are taken as they come. Text that was
/// wrapped at a column is joined: there a line ends because the next word would not have fitted, which is what
/// `isWrapped` looks for, and which lines that end for a reason of their own hardly ever do.
struct BlockCutter {
  private struct Line {
    var span: Span
    /// In code points.
    var columns: Int
    var indent: Int
    var blankBefore: Bool
  }

  /// No wrapped text is wider, and few paragraphs of one line each are all narrower.
  private static let widest = 110
  private static let narrowest = 40

  private let bytes: [UInt8]
  private var lines: [Line] = []

  static func cut(_ bytes: [UInt8]) -> [RawBlock] {
    var cutter = BlockCutter(bytes)
    cutter.findLines()
    return cutter.blocks()
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  // MARK: Lines

  private mutating func findLines() {
    var start = 0
    var blank = true
    while start < bytes.count {
      let (end, inner) = lineEnd(from: start)
      let span = trimmed(start, end)
      if span.isEmpty {
        blank = true
      } else {
        // What was trimmed is white space of one byte nearly always; wrapping is judged by hundreds of columns.
        let columns = max(1, span.count - inner)
        lines.append(Line(span: span, columns: columns, indent: span.start - start, blankBefore: blank))
        blank = false
      }
      // A carriage return with its line feed is one break.
      start = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
    }
  }

  /// Where the line ends, and how many of its bytes go on with a code point.
  private func lineEnd(from start: Int) -> (end: Int, inner: Int) {
    bytes.withUnsafeBufferPointer { p in
      guard let base = p.baseAddress else { return (start, 0) }
      let ones: UInt64 = 0x0101_0101_0101_0101
      var i = start
      var inner = 0
      while i &+ 8 <= p.count {
        let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
        let feed = word ^ (ones &* 0x0A)
        let turn = word ^ (ones &* 0x0D)
        // A zero byte in either: a line break among the eight.
        let found = ((feed &- ones) & ~feed | (turn &- ones) & ~turn) & (ones &* 0x80)
        if found != 0 { break }
        if word & (ones &* 0x80) != 0 { inner &+= (word &>> 7 & ~(word &>> 6) & ones).nonzeroBitCount }
        i &+= 8
      }
      while i < p.count, base[i] != 0x0A, base[i] != 0x0D {
        if base[i] & 0xC0 == 0x80 { inner &+= 1 }
        i &+= 1
      }
      return (i, inner)
    }
  }

  /// Without white space, no-break spaces, zero-width characters and byte order marks at the ends.
  private func trimmed(_ start: Int, _ end: Int) -> Span {
    var (start, end) = (start, end)
    while start < end {
      let length = spaceLength(at: start, end)
      if length == 0 { break }
      start += length
    }
    while start < end {
      if isSpace(bytes[end - 1]) {
        end -= 1
      } else if end - start >= 2, spaceLength(at: end - 2, end) == 2 {
        end -= 2
      } else if end - start >= 3, spaceLength(at: end - 3, end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return Span(start, end)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  /// The length of the white space character at a place, 0 where there is none.
  private func spaceLength(at i: Int, _ end: Int) -> Int {
    let c = bytes[i]
    if isSpace(c) { return 1 }
    guard c >= 0xC2, i + 1 < end else { return 0 }
    if c == 0xC2, bytes[i + 1] == 0xA0 { return 2 }
    guard i + 2 < end else { return 0 }
    switch (c, bytes[i + 1], bytes[i + 2]) {
    // U+2000 to U+200F, U+2028, U+2029, U+202F, U+3000 and the byte order mark.
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      return 3
    default: return 0
    }
  }

  // MARK: Blocks

  private func blocks() -> [RawBlock] {
    let width = isWrapped()
    var blocks: [RawBlock] = []
    for (i, line) in lines.enumerated() {
      if let open = blocks.last?.span, !line.blankBefore,
        width.map({ joins(i - 1, $0) }) ?? false || isBrokenOff(open, before: i)
      {
        blocks[blocks.count - 1].span.end = line.span.end
      } else {
        if line.blankBefore, !blocks.isEmpty { blocks[blocks.count - 1].closesGroup = true }
        blocks.append(RawBlock(span: line.span, opensGroup: line.blankBefore, closesGroup: false))
      }
    }
    if !blocks.isEmpty { blocks[blocks.count - 1].closesGroup = true }
    return blocks
  }

  /// The column at which the text is wrapped, nil where its lines end for other reasons.
  private func isWrapped() -> Int? {
    let breaks = lines.indices.dropFirst().filter { !lines[$0].blankBefore }.map { $0 - 1 }
    guard breaks.count >= 2 else { return nil }
    let widths = breaks.map { lines[$0].columns }.sorted()
    // One line may stick out: an address that could not be broken.
    let width = widths[(widths.count - 1) * 19 / 20]
    guard (Self.narrowest...Self.widest).contains(width) else { return nil }
    let full = breaks.filter { isFull($0, width) }
    // Wrapped lines break in mid-sentence: many of the next ones begin in small letters.
    let small = full.filter { beginsSmall(lines[$0 + 1].span) }
    return full.count * 10 >= breaks.count * 6 && small.count * 10 >= full.count * 3 ? width : nil
  }

  /// Whether the next line's first word would not have fitted.
  private func isFull(_ i: Int, _ width: Int) -> Bool {
    let next = lines[i + 1].span
    let word = bytes[next.start..<next.end].prefix { !isSpace($0) }.reduce(into: 0) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
    return lines[i].columns + 1 + word >= width
  }

  private func joins(_ i: Int, _ width: Int) -> Bool {
    let next = lines[i + 1]
    if next.indent > lines[i].indent + 1, !beginsSmall(next.span) { return false }
    return isFull(i, width) || beginsSmall(next.span) && lines[i].columns * 3 > width * 2
  }

  /// Whether a block breaks off in the middle of a sentence, wherever other lines end: it begins with a capital and ends with a
  /// word or comma, and the next line goes on in small letters. Lists of short entries look alike, so each line has three words
  /// at least.
  private func isBrokenOff(_ block: Span, before i: Int) -> Bool {
    let last = lines[i - 1].span
    guard beginsSmall(lines[i].span), words(last) >= 3, words(lines[i].span) >= 3 else { return false }
    let isCapital = bytes[block.start] &- 0x41 < 26 || bytes[block.start] >= 0x80 && !beginsSmall(block)
    let byte = bytes[last.end - 1]
    if byte < 0x80 { return isCapital && ((byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: ",")) }
    // Signs of Latin-1 and of general punctuation, such as closing quotation marks, begin with C2 and E2.
    let isSign = bytes[last.end - 2] == 0xC2 || bytes[max(last.start, last.end - 3)] == 0xE2
    return isCapital && !isSign
  }

  /// How many words a line has, up to three.
  private func words(_ line: Span) -> Int {
    var count = 0
    var i = line.start
    while i < line.end, count < 3 {
      while i < line.end, isSpace(bytes[i]) { i += 1 }
      if i < line.end { count += 1 }
      while i < line.end, !isSpace(bytes[i]) { i += 1 }
    }
    return count
  }

  /// Whether a line begins with a small letter, Latin (ASCII and Latin-1) or Cyrillic.
  private func beginsSmall(_ line: Span) -> Bool {
    let first = bytes[line.start]
    if first < 0x80 { return first &- 0x61 < 26 }
    guard line.count > 1 else { return false }
    let second = bytes[line.start + 1]
    return first == 0xC3 && second >= 0x9F || first == 0xD0 && second >= 0xB0 || first == 0xD1 && second <= 0x9F
  }
}
