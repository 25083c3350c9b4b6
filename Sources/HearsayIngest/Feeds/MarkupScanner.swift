/// Steps through XML that may be broken, tag by tag: what feeds are often enough.
///
/// No parser of XML takes a feed with a crossed tag or a bare ampersand, and their publishers don't notice, because readers
/// do. Nothing is expanded but character references, so that entities that stand for entities stand for nothing, and no tag
/// has to be closed: whoever asks for an element's text gets what stands up to its closing tag, or to its parent's.
struct MarkupScanner {
  enum Step {
    /// The local name in small letters, with its prefix where it has one ("dc:creator").
    case open(String, attributes: Range<Int>, isEmpty: Bool)
    case close(String)
    /// Bytes of text, with character references in them.
    case text(Range<Int>)
    /// Bytes of text as they stand.
    case data(Range<Int>)
    case end
  }

  let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Step {
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "<") else {
        let start = position
        position = find(UInt8(ascii: "<"), from: position)
        return .text(start..<position)
      }
      if has("<![CDATA[") {
        let start = position + 9
        let end = find("]]>", from: start)
        position = min(end + 3, bytes.count)
        return .data(start..<end)
      }
      if has("<!--") {
        position = min(find("-->", from: position + 4) + 3, bytes.count)
      } else if has("<!") || has("<?") {
        skipDeclaration()
      } else if let step = tag() {
        return step
      } else {
        // A bare sign is text.
        let start = position
        position = find(UInt8(ascii: "<"), from: position + 1)
        return .text(start..<position)
      }
    }
    return .end
  }

  /// A declaration, with its internal subset where it has one.
  private mutating func skipDeclaration() {
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: "]") { depth -= 1 }
      if byte == UInt8(ascii: ">"), depth <= 0 { return }
    }
  }

  private mutating func tag() -> Step? {
    var i = position + 1
    let isClosing = i < bytes.count && bytes[i] == UInt8(ascii: "/")
    if isClosing { i += 1 }
    let nameStart = i
    while i < bytes.count, Self.isName(bytes[i]) { i += 1 }
    guard i > nameStart, bytes[nameStart] | 0x20 >= UInt8(ascii: "a"), bytes[nameStart] | 0x20 <= UInt8(ascii: "z")
    else {
      return nil
    }
    let name = String(decoding: bytes[nameStart..<i], as: UTF8.self).lowercased()
    let attributes = i
    var quote: UInt8 = 0
    while i < bytes.count {
      let byte = bytes[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
      i += 1
    }
    position = min(i + 1, bytes.count)
    if isClosing { return .close(name) }
    let isEmpty = i > attributes && bytes[i - 1] == UInt8(ascii: "/")
    return .open(name, attributes: attributes..<min(i, bytes.count), isEmpty: isEmpty)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    let small = byte | 0x20
    return small >= UInt8(ascii: "a") && small <= UInt8(ascii: "z") || byte >= 0x30 && byte <= 0x39
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }

  private func has(_ letters: StaticString) -> Bool { has(letters, at: position) }

  private func has(_ letters: StaticString, at place: Int) -> Bool {
    guard place + letters.utf8CodeUnitCount <= bytes.count else { return false }
    for k in 0..<letters.utf8CodeUnitCount where bytes[place + k] != letters.utf8Start[k] { return false }
    return true
  }

  private func find(_ byte: UInt8, from start: Int) -> Int {
    start < bytes.count ? bytes[start...].firstIndex(of: byte) ?? bytes.count : bytes.count
  }

  /// Where a mark stands; the end where it doesn't.
  private func find(_ mark: StaticString, from start: Int) -> Int {
    var i = start
    while i < bytes.count {
      i = find(mark.utf8Start[0], from: i)
      if has(mark, at: i) { return i }
      i += 1
    }
    return bytes.count
  }

  /// The value of an attribute in a tag.
  func attribute(_ name: String, in range: Range<Int>) -> String? {
    let text = String(decoding: bytes[range], as: UTF8.self)
    var rest = text[...]
    while let sign = rest.firstIndex(of: "=") {
      let found = rest[..<sign].split(whereSeparator: \.isWhitespace).last.map { $0.lowercased() }
      rest = rest[rest.index(after: sign)...].drop(while: \.isWhitespace)
      guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
      let value = rest.dropFirst().prefix { $0 != quote }
      if found == name { return HTMLEntities.decode(String(value)) }
      rest = rest[value.endIndex...].dropFirst()
    }
    return nil
  }
}
