#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A page without what its story can't stand in, so that the parser, which reads byte by byte, has less to read: scripts,
/// styles, drawings and comments are more than half of most pages.
///
/// Data in scripts (`application/ld+json`) are kept. NUL bytes, at which the parser stops, are taken out, and so are the
/// attributes of tags that are longer than any page needs, for which it would take several times their size. Each byte is
/// looked at once; elements themselves stay, so that siblings are counted as they stood.
struct PageGuard {
  /// The page as the parser gets it.
  private(set) var bytes: [UInt8] = []
  /// Bytes of scripts that were taken out.
  private(set) var scriptBytes = 0

  /// Longer tags lose their attributes.
  private static let longestTag = 1 << 18

  init(_ page: [UInt8]) {
    bytes.reserveCapacity(page.count / 2 + 64)
    let holdsNUL = page.withUnsafeBufferPointer { $0.baseAddress.map { memchr($0, 0, page.count) != nil } ?? false }
    let clean = holdsNUL ? page.filter { $0 != 0 } : page
    clean.withUnsafeBufferPointer { scan($0) }
  }

  /// Elements whose content no reader sees, with what ends it.
  private enum Dropped {
    /// Text up to the first end tag.
    case raw
    /// Elements, among them perhaps more of the same name.
    case nested
    case picture
  }

  private static let dropped: [(name: StaticString, what: Dropped)] = [
    ("script", .raw), ("style", .raw), ("iframe", .raw), ("svg", .nested), ("template", .nested),
    ("noscript", .nested), ("img", .picture),
  ]

  private mutating func scan(_ page: UnsafeBufferPointer<UInt8>) {
    var i = 0
    var kept = 0
    var hasCommentEnds = true
    // Elements that nothing closes any more are not looked for again: each byte would be looked at once for each of them.
    var unclosed: Set<Int> = []
    while let open = Self.find(0x3C, page, from: i), open + 1 < page.count {
      let next = page[open + 1]
      if next == UInt8(ascii: "!") {
        i = open + 2
        // What word processors write for themselves, `<![if !supportLists]>`, the parser takes for text.
        if Self.has("[", page, open + 2), let end = Self.find(0x3E, page, from: i) {
          bytes.append(contentsOf: page[kept..<open])
          i = end + 1
          kept = i
          continue
        }
        guard hasCommentEnds, Self.has("--", page, open + 2) else { continue }
        guard let end = Self.commentEnd(page, open + 4) else {
          hasCommentEnds = false
          continue
        }
        bytes.append(contentsOf: page[kept..<open])
        i = end
        kept = end
        continue
      }
      guard next | 0x20 >= UInt8(ascii: "a"), next | 0x20 <= UInt8(ascii: "z") else {
        i = open + 1
        continue
      }
      let end = Self.tagEnd(page, open)
      i = end
      let nameEnd = Self.nameEnd(page, open + 1)
      if end - open > Self.longestTag {
        bytes.append(contentsOf: page[kept..<nameEnd])
        bytes.append(UInt8(ascii: ">"))
        kept = end
      }
      guard let which = Self.dropped(page, open + 1, nameEnd), !unclosed.contains(which) else { continue }
      let dropped = Self.dropped[which].what
      if dropped == .picture {
        guard end - open > 8, kept <= open else { continue }
        bytes.append(contentsOf: page[kept..<nameEnd])
        bytes.append(UInt8(ascii: ">"))
        kept = end
        continue
      }
      // `<svg/>` has no content, and data are none to be dropped.
      if dropped == .nested, page[end - 1] == UInt8(ascii: ">"), page[end - 2] == UInt8(ascii: "/") { continue }
      let isScript = nameEnd - open == 7 && page[open + 2] | 0x20 == UInt8(ascii: "c")
      guard let close = Self.close(page, from: end, name: open + 1..<nameEnd, isNested: dropped == .nested) else {
        unclosed.insert(which)
        continue
      }
      if isScript, Self.holds("ld+json", page, open..<end) {
        i = close
        continue
      }
      if isScript { scriptBytes += close - end }
      if kept < end { bytes.append(contentsOf: page[kept..<end]) }
      kept = close
      i = close
    }
    if kept < page.count { bytes.append(contentsOf: page[kept...]) }
  }

  // MARK: Places

  private static func find(_ byte: UInt8, _ page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = page.baseAddress, start < page.count else { return nil }
    guard let found = memchr(base + start, Int32(byte), page.count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func nameEnd(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < page.count, isNameByte(page[i]) { i += 1 }
    return i
  }

  @inline(__always)
  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte >= 0x30 && byte <= 0x39
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  private static func dropped(_ page: UnsafeBufferPointer<UInt8>, _ from: Int, _ to: Int) -> Int? {
    guard to - from >= 3, to - from <= 8 else { return nil }
    return dropped.firstIndex { $0.name.utf8CodeUnitCount == to - from && has($0.name, page, from) }
  }

  /// Behind the sign that closes a tag; signs in quoted values don't.
  private static func tagEnd(_ page: UnsafeBufferPointer<UInt8>, _ open: Int) -> Int {
    var i = open + 1
    var followsEqual = false
    while i < page.count {
      let byte = page[i]
      if followsEqual, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let end = find(byte, page, from: i + 1) else { return page.count }
        i = end + 1
        followsEqual = false
        continue
      }
      if byte == UInt8(ascii: ">") { return i + 1 }
      if byte == UInt8(ascii: "=") {
        followsEqual = true
      } else if byte > 0x20 {
        followsEqual = false
      }
      i += 1
    }
    return page.count
  }

  /// Behind `-->`, or `--!>`.
  private static func commentEnd(_ page: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    // `<!-->` and `<!--->` are whole comments.
    var i = max(start - 2, 0)
    while let end = find(0x3E, page, from: i) {
      let isEnd =
        end >= start && page[end - 1] == 0x2D && page[end - 2] == 0x2D
        || end >= start + 3 && page[end - 1] == 0x21 && page[end - 2] == 0x2D && page[end - 3] == 0x2D
      if isEnd { return end + 1 }
      i = end + 1
    }
    return nil
  }

  /// Where the end tag of an element begins; nil where it has none.
  private static func close(
    _ page: UnsafeBufferPointer<UInt8>, from start: Int, name: Range<Int>, isNested: Bool
  ) -> Int? {
    var depth = 1
    var i = start
    while let open = find(0x3C, page, from: i) {
      i = open + 1
      let isEnd = i < page.count && page[i] == UInt8(ascii: "/")
      let from = isEnd ? i + 1 : i
      guard isEnd || isNested, from + name.count <= page.count, isSame(page, name, from),
        nameEnd(page, from) == from + name.count
      else { continue }
      depth += isEnd ? -1 : 1
      if depth == 0 { return open }
    }
    return nil
  }

  private static func isSame(_ page: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, _ at: Int) -> Bool {
    for (k, i) in name.enumerated() where page[i] | 0x20 != page[at + k] | 0x20 { return false }
    return true
  }

  private static func has(_ word: StaticString, _ page: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at >= 0, at + word.utf8CodeUnitCount <= page.count else { return false }
    for k in 0..<word.utf8CodeUnitCount where page[at + k] | 0x20 != word.utf8Start[k] | 0x20 { return false }
    return true
  }

  private static func holds(_ word: StaticString, _ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { has(word, page, $0) }
  }
}
