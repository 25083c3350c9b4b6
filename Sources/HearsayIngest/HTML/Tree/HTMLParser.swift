/// Reads a page's tags and text into a `PageTree`, in one pass over its bytes.
///
/// It is Hearsay's own, and not libxml2's, for three reasons. What reading a page needs of HTML is little: where text
/// stands and what its elements are called; libxml2 spends more time on scripts, styles and attributes that nobody asks for
/// than all the rest of reading takes. Its open elements are searched at each end tag, which takes the square of the time
/// when millions are open. And it has no bounds of its own on attributes and depth. Elements close each other as browsers
/// have them do (the HTML standard, 13.2.6), except that misnested emphasis isn't put right: it changes no word.
struct HTMLParser {
  /// Open elements; real pages stay below 100.
  static let deepest = 600
  /// Nodes that are kept; the largest real pages have 50,000.
  static let mostNodes = 2_000_000
  /// A longer attribute is no class, date or address.
  static let longestAttribute = 1 << 16

  private let page: UnsafeBufferPointer<UInt8>
  private var builder = TreeBuilder()
  private var place = 0
  /// Elements for which no end tag is left on the page; it is searched once for each name.
  private var unclosed: [HTMLTag] = []
  private var hasCommentEnds = true

  static func parse(_ bytes: [UInt8]) -> PageTree {
    // NUL bytes show nothing, and stand in no name.
    let bytes = bytes.contains(0) ? bytes.filter { $0 != 0 } : bytes
    return bytes.withUnsafeBufferPointer { page in
      var parser = HTMLParser(page)
      parser.run()
      return parser.builder.finish()
    }
  }

  private init(_ page: UnsafeBufferPointer<UInt8>) {
    self.page = page
    builder.reserve(pageBytes: page.count)
  }

  private mutating func run() {
    while place < page.count, !builder.tree.isCut {
      let open = page.place(of: UInt8(ascii: "<"), from: place) ?? page.count
      if open > place { builder.text(page, place..<open) }
      guard open < page.count else { return }
      place = open
      let next = open + 1 < page.count ? page[open + 1] : 0
      if Self.isLetter(next) {
        startTag()
      } else if next == UInt8(ascii: "/") {
        endTag()
      } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
        place = declarationEnd()
      } else {
        builder.text(page, open..<open + 1)
        place = open + 1
      }
    }
  }

  // MARK: Tags

  private mutating func startTag() {
    let (tag, name, nameEnd) = readName(place + 1)
    place = nameEnd
    let firstAttribute = builder.tree.attributes.count
    // Nothing is left of a page that ends inside a tag.
    guard let ending = attributes(of: tag) else { return }
    if tag == .script {
      content(ofScript: ending.isData)
    } else if tag.isSkipped {
      if !ending.isSelfClosed { skipContent(of: tag) }
    } else {
      builder.start(tag, name, firstAttribute: firstAttribute, isSelfClosed: ending.isSelfClosed)
      if tag == .title, !ending.isSelfClosed, let end = close(of: tag, isNested: false) {
        builder.text(page, place..<end)
        place = end
      }
    }
  }

  private mutating func endTag() {
    guard place + 2 < page.count, Self.isLetter(page[place + 2]) else {
      // `</>` is nothing, and what begins with another sign is a comment.
      place = page.place(of: UInt8(ascii: ">"), from: place).map { $0 + 1 } ?? page.count
      return
    }
    let (tag, name, nameEnd) = readName(place + 2)
    place = page.place(of: UInt8(ascii: ">"), from: nameEnd).map { $0 + 1 } ?? page.count
    builder.end(tag, name)
  }

  /// The element, a number of its name, and the place behind it.
  private func readName(_ start: Int) -> (HTMLTag, UInt64, Int) {
    var hash = NameHash.empty
    var i = start
    while i < page.count {
      let byte = page[i]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      hash = NameHash.add(Self.small(byte), to: hash)
      i += 1
    }
    return (NameTable.tags.find(hash).flatMap(HTMLTag.init(rawValue:)) ?? .other, hash, i)
  }

  /// Reads a tag up to behind its end, and keeps the attributes that anybody asks for.
  ///
  /// - Returns: Whether its type says that it holds data, and whether it ends with `/>`; nil where the page ends inside it.
  private mutating func attributes(of tag: HTMLTag) -> (isData: Bool, isSelfClosed: Bool)? {
    var isData = false
    var isSelfClosed = false
    while place < page.count {
      let byte = page[place]
      if byte == UInt8(ascii: ">") {
        place += 1
        return (isData, isSelfClosed)
      }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        isSelfClosed = byte == UInt8(ascii: "/")
        place += 1
        continue
      }
      isSelfClosed = false
      var hash = NameHash.empty
      repeat {
        hash = NameHash.add(Self.small(page[place]), to: hash)
        place += 1
      } while place < page.count && page[place] > 0x20 && page[place] != UInt8(ascii: "=")
        && page[place] != UInt8(ascii: ">") && page[place] != UInt8(ascii: "/")
      let value = attributeValue()
      guard let name = NameTable.attributes.find(hash).flatMap(HTMLAttribute.init(rawValue:)) else { continue }
      if name == .type, tag == .script { isData = holds("ld+json", value) }
      // Addresses of pictures tell nothing here.
      if tag.isSkipped || (name == .src || name == .alt) && tag == .img || value.count > Self.longestAttribute {
        continue
      }
      builder.attribute(name, page, value)
    }
    return nil
  }

  private mutating func attributeValue() -> Range<Int> {
    var i = place
    while i < page.count, page[i] <= 0x20 { i += 1 }
    guard i < page.count, page[i] == UInt8(ascii: "=") else { return place..<place }
    i += 1
    while i < page.count, page[i] <= 0x20 { i += 1 }
    guard i < page.count else {
      place = i
      return i..<i
    }
    if page[i] == UInt8(ascii: "\"") || page[i] == UInt8(ascii: "'") {
      let end = page.place(of: page[i], from: i + 1) ?? page.count
      place = min(end + 1, page.count)
      return i + 1..<max(end, i + 1)
    }
    let start = i
    while i < page.count, page[i] > 0x20, page[i] != UInt8(ascii: ">") { i += 1 }
    place = i
    return start..<i
  }

  // MARK: Content that is no text of the page

  private mutating func content(ofScript isData: Bool) {
    // A script that nothing closes goes on to the end of the page, as browsers have it.
    let end = close(of: .script, isNested: false) ?? page.count
    if isData { builder.data(page, place..<end) } else { builder.tree.scriptBytes += end - place }
    place = end
  }

  private mutating func skipContent(of tag: HTMLTag) {
    let isRaw = tag == .style || tag == .iframe || tag == .textarea
    guard let end = close(of: tag, isNested: !isRaw) else { return }
    place = page.place(of: UInt8(ascii: ">"), from: end).map { $0 + 1 } ?? page.count
  }

  /// Where the end tag of an element begins, others of its name between the two counted or not.
  private mutating func close(of tag: HTMLTag, isNested: Bool) -> Int? {
    if unclosed.contains(tag) { return nil }
    var depth = 1
    var i = place
    while let open = page.place(of: UInt8(ascii: "<"), from: i) {
      i = open + 1
      let isEnd = i < page.count && page[i] == UInt8(ascii: "/")
      guard isEnd || isNested else { continue }
      let name = isEnd ? i + 1 : i
      guard name < page.count, Self.isLetter(page[name]), readName(name).0 == tag else { continue }
      depth += isEnd ? -1 : 1
      if depth == 0 { return open }
    }
    unclosed.append(tag)
    return nil
  }

  /// Behind a comment, a document type or an instruction.
  private mutating func declarationEnd() -> Int {
    let start = place + 2
    if holds("--", start..<min(start + 2, page.count)), hasCommentEnds {
      if let end = commentEnd(start + 2) { return end }
      hasCommentEnds = false
    }
    var end = page.place(of: UInt8(ascii: ">"), from: start) ?? page.count
    // A document type may hold declarations of its own.
    if holds("doctype", start..<min(start + 7, page.count)),
      let bracket = page.place(of: UInt8(ascii: "["), from: start), bracket < end
    {
      var close = page.place(of: UInt8(ascii: "]"), from: bracket)
      while let at = close, at + 1 < page.count, page[at + 1] != UInt8(ascii: ">") {
        close = page.place(of: UInt8(ascii: "]"), from: at + 1)
      }
      if let close { end = min(close + 1, page.count) }
    }
    return min(end + 1, page.count)
  }

  /// Behind `-->` or `--!>`; `<!-->` is a whole comment.
  private func commentEnd(_ start: Int) -> Int? {
    var i = start - 2
    while let end = page.place(of: UInt8(ascii: ">"), from: max(i, 0)) {
      let isEnd =
        end >= start && page[end - 1] == 0x2D && page[end - 2] == 0x2D
        || end >= start + 3 && page[end - 1] == 0x21 && page[end - 2] == 0x2D && page[end - 3] == 0x2D
      if isEnd { return end + 1 }
      i = end + 1
    }
    return nil
  }

  // MARK: Bytes

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  @inline(__always)
  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  private func holds(_ word: StaticString, _ range: Range<Int>) -> Bool {
    let count = word.utf8CodeUnitCount
    guard range.count >= count, range.count <= 1024 else { return false }
    return (range.lowerBound...range.upperBound - count).contains { at in
      (0..<count).allSatisfy { Self.small(page[at + $0]) == word.utf8Start[$0] }
    }
  }
}
