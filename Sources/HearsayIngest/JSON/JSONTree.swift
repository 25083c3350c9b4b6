/// JSON as flat arrays over its bytes, read leniently: what pages and feeds hold is often not quite JSON.
///
/// Line breaks inside strings, commas before a closing bracket, comments around and an end that is missing are all put up
/// with. Values stand in the order of the text, so that a subtree is a range: whatever refers to whatever, a walk ends.
struct JSONTree {
  enum Kind: UInt8 { case object, array, string, number, word }

  struct Node {
    var kind: Kind
    var hasEscapes = false
    var parent: Int32
    /// Behind the last node of the subtree.
    var end: Int32 = 0
    /// The value's bytes; of a string without its marks.
    var from: Int32
    var to: Int32
    /// The member's name; empty in arrays.
    var keyFrom: Int32 = 0
    var keyTo: Int32 = 0
  }

  /// Deeper values are left out.
  static let deepest = 200
  static let mostNodes = 1_000_000

  let bytes: [UInt8]
  private(set) var nodes: [Node] = []
  /// Whether something had to be put up with.
  private(set) var isMended = false

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    bytes.withUnsafeBufferPointer { read($0, start) }
  }

  private mutating func read(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) {
    var open: [Int32] = []
    var i = start
    var key: Range<Int>?
    // Open brackets below the deepest level that is kept.
    var tooDeep = 0
    while i < p.count, nodes.count < Self.mostNodes {
      let byte = p[i]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        i += 1
        if tooDeep > 0 || open.count >= Self.deepest {
          tooDeep += 1
          continue
        }
        let node = Int32(nodes.count)
        add(byte == UInt8(ascii: "{") ? .object : .array, i - 1..<i, &key, open.last)
        open.append(node)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        i += 1
        key = nil
        if tooDeep > 0 {
          tooDeep -= 1
        } else if let last = open.popLast() {
          nodes[Int(last)].end = Int32(nodes.count)
          nodes[Int(last)].to = Int32(i)
          if open.isEmpty { return }
        }
      case UInt8(ascii: "\""):
        let (range, escapes, next) = Self.string(p, i + 1)
        i = next
        if tooDeep > 0 { continue }
        var after = i
        while after < p.count, ContentKind.isSpace(p[after]) { after += 1 }
        if key == nil, let parent = open.last, nodes[Int(parent)].kind == .object, after < p.count,
          p[after] == UInt8(ascii: ":")
        {
          key = range
          i = after + 1
        } else {
          add(.string, range, &key, open.last, escapes)
          if open.isEmpty { return }
        }
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        let from = i
        while i < p.count, Self.isWord(p[i]) { i += 1 }
        if tooDeep > 0 { continue }
        let isNumber = byte <= UInt8(ascii: "9")
        if !open.isEmpty { add(isNumber ? .number : .word, from..<i, &key, open.last) }
      case UInt8(ascii: "/") where i + 1 < p.count && p[i + 1] == UInt8(ascii: "*"):
        i += 2
        while i + 1 < p.count, !(p[i] == UInt8(ascii: "*") && p[i + 1] == UInt8(ascii: "/")) { i += 1 }
        i += 2
      case UInt8(ascii: "<") where open.isEmpty, UInt8(ascii: "/") where open.isEmpty:
        // `<!--`, `//<![CDATA[` before the value.
        while i < p.count, p[i] != UInt8(ascii: "{"), p[i] != UInt8(ascii: "\n") {
          // The brackets of `<![CDATA[` are not the value's.
          if p[i] == UInt8(ascii: "["), i > 0, p[i - 1] != UInt8(ascii: "!"), p[i - 1] != UInt8(ascii: "A") { break }
          i += 1
        }
      default:
        i += 1
      }
    }
    isMended = !open.isEmpty
    while let last = open.popLast() {
      nodes[Int(last)].end = Int32(nodes.count)
      nodes[Int(last)].to = Int32(p.count)
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: "E")
  }

  private mutating func add(
    _ kind: Kind, _ range: Range<Int>, _ key: inout Range<Int>?, _ parent: Int32?, _ hasEscapes: Bool = false
  ) {
    let node = Int32(nodes.count)
    nodes.append(
      Node(
        kind: kind, hasEscapes: hasEscapes, parent: parent ?? -1, end: node + 1, from: Int32(range.lowerBound),
        to: Int32(range.upperBound), keyFrom: Int32(key?.lowerBound ?? 0), keyTo: Int32(key?.upperBound ?? 0)))
    key = nil
  }

  /// The string behind an opening mark, and the place behind its closing one.
  private static func string(
    _ p: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (range: Range<Int>, hasEscapes: Bool, next: Int) {
    var i = start
    var hasEscapes = false
    while i < p.count, p[i] != UInt8(ascii: "\"") {
      if p[i] == UInt8(ascii: "\\") {
        hasEscapes = true
        i += 1
      }
      i += 1
    }
    let end = min(i, p.count)
    return (start..<end, hasEscapes, min(i + 1, p.count))
  }

  // MARK: Reading

  var isEmpty: Bool { nodes.isEmpty }

  func isKey(_ node: Int, _ name: StaticString) -> Bool {
    let from = Int(nodes[node].keyFrom)
    guard Int(nodes[node].keyTo) - from == name.utf8CodeUnitCount else { return false }
    for k in 0..<name.utf8CodeUnitCount where bytes[from + k] != name.utf8Start[k] { return false }
    return true
  }

  /// The member of an object; of several the last one counts.
  func member(_ object: Int, _ name: StaticString) -> Int? {
    guard object >= 0, object < nodes.count, nodes[object].kind == .object else { return nil }
    var found: Int?
    forEachChild(object) { if isKey($0, name) { found = $0 } }
    return found
  }

  func forEachChild(_ node: Int, _ body: (Int) -> Void) {
    var child = node + 1
    while child < Int(nodes[node].end) {
      body(child)
      child = Int(nodes[child].end)
    }
  }

  /// The elements of an array; anything else is an array of itself.
  func elements(_ node: Int) -> [Int] {
    guard nodes[node].kind == .array else { return [node] }
    var all: [Int] = []
    forEachChild(node) { all.append($0) }
    return all
  }

  /// The text of a string; nil for other values and empty ones.
  func string(_ node: Int?) -> String? {
    guard let node, nodes[node].kind == .string else { return nil }
    let text = String(decoding: utf8(node), as: UTF8.self)
    return text.isEmpty ? nil : text
  }

  func string(_ object: Int, _ name: StaticString) -> String? { string(member(object, name)) }

  func isWord(_ node: Int?, _ word: StaticString) -> Bool {
    guard let node, nodes[node].kind == .word || nodes[node].kind == .string else { return false }
    return word.withUTF8Buffer { bytes[Int(nodes[node].from)..<Int(nodes[node].to)].elementsEqual($0) }
  }

  /// The bytes that a string stands for.
  func utf8(_ node: Int) -> [UInt8] {
    let range = Int(nodes[node].from)..<Int(nodes[node].to)
    guard nodes[node].hasEscapes else { return Array(bytes[range]) }
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var i = range.lowerBound
    while i < range.upperBound {
      guard bytes[i] == UInt8(ascii: "\\"), i + 1 < range.upperBound else {
        out.append(bytes[i])
        i += 1
        continue
      }
      switch bytes[i + 1] {
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): out.append(0x20)
      case UInt8(ascii: "u"):
        i = escape(at: i, range.upperBound, &out)
        continue
      case let other: out.append(other)
      }
      i += 2
    }
    return out
  }

  private func escape(at place: Int, _ end: Int, _ out: inout [UInt8]) -> Int {
    func unit(_ at: Int) -> UInt32? {
      guard at + 4 <= end else { return nil }
      return UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
    }
    guard var scalar = unit(place + 2) else { return place + 2 }
    var after = place + 6
    if (0xD800..<0xDC00).contains(scalar), after + 6 <= end, bytes[after] == UInt8(ascii: "\\"),
      let second = unit(after + 2), (0xDC00..<0xE000).contains(second)
    {
      scalar = 0x10000 + (scalar - 0xD800) << 10 + (second - 0xDC00)
      after += 6
    }
    out.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    return after
  }
}
