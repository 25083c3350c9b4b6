/// Sentence borders that the layout of a block shows, whatever stands before them: list items, bullets, dividing lines, and line
/// breaks behind headings.
///
/// A list marker ("1.", "2)", "(iv)", "b.)") begins a chain at the start of a line, behind a bullet or behind a finished
/// sentence; in the middle of a line it counts only as the successor of the marker before it, so that "for 1. above" is none.
struct LayoutBreaks {
  /// Tokens that begin a sentence, ascending, each with the end of the marker that begins there.
  private(set) var markers: [Range<Int>] = []

  private enum Shape: Equatable { case stop, stopAndBracket, bracket, brackets }

  /// What a marker counts: 3, c, or iii. The letter i may be both.
  private struct Item {
    let tokens: Range<Int>
    let shape: Shape
    let number: Int?
    let letter: Int?
    let roman: Int?

    func follows(_ last: Item) -> Bool {
      guard shape == last.shape else { return false }
      if let number, let before = last.number { return number == before + 1 }
      if let letter, let before = last.letter, letter == before + 1 { return true }
      if let roman, let before = last.roman { return roman == before + 1 }
      return false
    }

    var isFirst: Bool { number == 1 || letter == 1 || roman == 1 }
  }

  init(_ view: SentenceView) {
    var last: Item?
    let breaksLines = view.isBareList
    var lineStart = view.block.lowerBound
    for i in view.block where !view.isPlain(i) {
      if view.tokens.flags[i].contains(.newlineBefore), i > view.block.lowerBound {
        if breaksLines || Self.isHeading(view, lineStart..<i) { append(i..<i) }
        lineStart = i
      }
      if view.isBullet(i) {
        append(i..<i + 1)
      } else if view.isDivider(i) {
        append(i..<i + 1)
        if i + 1 < view.block.upperBound { append(i + 1..<i + 1) }
      } else if let next = Self.behindHeader(i, view) {
        append(next..<next)
      } else if let item = Self.item(closing: i, view) {
        if Self.startsChain(item, view) || last.map({ item.follows($0) }) ?? false {
          let start = item.tokens.lowerBound
          // A bullet before the marker has begun the item already.
          if let before = markers.last, before.upperBound == start, !before.isEmpty {
            markers[markers.count - 1] = before.lowerBound..<item.tokens.upperBound
          } else {
            append(item.tokens)
          }
          last = item
          lineStart = start
        }
      }
    }
  }

  private mutating func append(_ marker: Range<Int>) {
    if let before = markers.last, before.upperBound > marker.lowerBound { return }
    if let before = markers.last, before.lowerBound == marker.lowerBound { markers.removeLast() }
    markers.append(marker)
  }

  /// A short line without a stop before a line that begins like a sentence.
  private static func isHeading(_ view: SentenceView, _ line: Range<Int>) -> Bool {
    guard let last = line.last, view.stopKind(last) == nil, view.firstByte(last) != UInt8(ascii: ",") else {
      return false
    }
    let length = Int(view.tokens.end[last]) - Int(view.tokens.start[line.lowerBound])
    let next = line.upperBound
    let word = view.firstWord(next)
    return length < 56 && word < view.block.upperBound
      && (view.isCapitalised(word) || view.tokens.kind[word] == .number)
  }

  /// Where a new line begins behind what ends a line in the head of a mail or a page, although the line break is lost: a time
  /// stamp (08/16/2000 03:14 PM), an address in angle brackets, a link before the next one or before a starter.
  private static func behindHeader(_ i: Int, _ view: SentenceView) -> Int? {
    var next = i + 1
    guard next < view.block.upperBound, view.hasSpaceBefore(next) else { return nil }
    switch view.tokens.kind[i] {
    case .number:
      guard view.holds(i, UInt8(ascii: "/"), atLeast: 2), view.tokens.kind[next] == .number,
        view.holds(next, UInt8(ascii: ":"), atLeast: 1)
      else { return nil }
      next += 1
      if next < view.block.upperBound, view.tokens.flags[next].contains(.allCaps),
        view.tokens.end[next] - view.tokens.start[next] == 2
      {
        next += 1
      }
      return next < view.block.upperBound && view.tokens.kind[next] != .punctuation ? next : nil
    case .symbol:
      let isCloser = view.firstByte(i) == UInt8(ascii: ">") && !view.tokens.flags[i].contains(.newlineBefore)
      return isCloser && (view.isCapitalised(next) || view.tokens.kind[next] == .number) ? next : nil
    case .url:
      return view.tokens.kind[next] == .url || view.isStarter(next) ? next : nil
    default: return nil
    }
  }

  private static func startsChain(_ item: Item, _ view: SentenceView) -> Bool {
    let start = item.tokens.lowerBound
    if start == view.block.lowerBound || view.tokens.flags[start].contains(.newlineBefore) { return true }
    if view.isBullet(start - 1) { return true }
    guard item.isFirst || item.shape != .stop else { return false }
    return view.stopKind(start - 1) != nil && view.tokens.kind[start - 1] == .punctuation
  }

  /// The marker whose last sign is token `i`.
  private static func item(closing i: Int, _ view: SentenceView) -> Item? {
    guard i + 1 < view.block.upperBound, view.hasSpaceBefore(i + 1) || view.isClosingBracket(i + 1) else { return nil }
    let flags = view.tokens.flags[i]
    if flags.contains(.abbreviation) {
      // "c." is an abbreviation in some languages, and taken as one token.
      let length = view.tokens.end[i] - view.tokens.start[i]
      guard length == 2, !flags.contains(.capitalised), view.hasSpaceBefore(i) else { return nil }
      let withBracket = !view.hasSpaceBefore(i + 1) && view.isClosingBracket(i + 1)
      return make(i, i..<i + (withBracket ? 2 : 1), withBracket ? .stopAndBracket : .stop, view)
    }
    guard view.tokens.kind[i] == .punctuation, i > view.block.lowerBound, !view.hasSpaceBefore(i) else { return nil }
    switch view.firstByte(i) {
    case UInt8(ascii: "."):
      guard view.tokens.end[i] - view.tokens.start[i] == 1 else { return nil }
      let withBracket = !view.hasSpaceBefore(i + 1) && view.isClosingBracket(i + 1)
      return make(i - 1, i - 1..<i + (withBracket ? 2 : 1), withBracket ? .stopAndBracket : .stop, view)
    case UInt8(ascii: ")"):
      let opens =
        i - 2 >= view.block.lowerBound && view.firstByte(i - 2) == UInt8(ascii: "(") && !view.hasSpaceBefore(i - 1)
      return opens ? make(i - 1, i - 2..<i + 1, .brackets, view) : make(i - 1, i - 1..<i + 1, .bracket, view)
    default: return nil
    }
  }

  private static func make(_ value: Int, _ tokens: Range<Int>, _ shape: Shape, _ view: SentenceView) -> Item? {
    guard view.tokens.flags[tokens.lowerBound].contains(.spaceBefore) || view.isBullet(tokens.lowerBound - 1) else {
      return nil
    }
    let start = Int(view.tokens.start[value])
    var end = Int(view.tokens.end[value])
    if end > start, view.bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    guard end > start, end - start <= 5 else { return nil }
    let text = view.bytes[start..<end]
    if text.allSatisfy({ $0 &- 0x30 < 10 }) {
      guard text.count <= 3 else { return nil }
      let number = text.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
      return Item(tokens: tokens, shape: shape, number: number, letter: nil, roman: nil)
    }
    let lower = text.map { $0 | 0x20 }
    let letter = lower.count == 1 && lower[0] &- 0x61 < 26 ? Int(lower[0] &- 0x60) : nil
    let roman = roman(lower)
    guard letter != nil || roman != nil else { return nil }
    return Item(tokens: tokens, shape: shape, number: nil, letter: letter, roman: roman)
  }

  /// Small Roman numbers: up to xxxix.
  private static func roman(_ text: [UInt8]) -> Int? {
    var total = 0
    var previous = 0
    for byte in text.reversed() {
      let value: Int
      switch byte {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      default: return nil
      }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total
  }
}
