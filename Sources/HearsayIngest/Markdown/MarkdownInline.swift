/// Takes the inline markup out of a line: emphasis, code, links (their words stay), images, escapes and tags.
enum MarkdownInline {
  /// The longest address of a link; without a bound, brackets that never close would cost quadratic time.
  private static let longestAddress = 2048

  static func append(_ line: Substring.UTF8View, to text: inout [UInt8]) {
    let bytes = Array(line)
    let links = links(bytes)
    var i = 0
    while i < bytes.count {
      let c = bytes[i]
      switch c {
      case UInt8(ascii: "\\") where i + 1 < bytes.count && isPunctuation(bytes[i + 1]):
        text.append(bytes[i + 1])
        i += 2
      case UInt8(ascii: "*"), UInt8(ascii: "`"):
        i += 1
      case UInt8(ascii: "_") where isEmphasis(bytes, i):
        i += 1
      case UInt8(ascii: "!") where links.openings.contains(i + 1), UInt8(ascii: "[") where links.openings.contains(i):
        i += 1
      case UInt8(ascii: "]"):
        if let end = links.ends[i] {
          i = end
        } else {
          text.append(c)
          i += 1
        }
      case UInt8(ascii: "<"):
        i = tagEnd(bytes, i, &text)
      default:
        text.append(c)
        i += 1
      }
    }
  }

  /// The brackets of links: where their words open, and for each closing bracket the place behind the address.
  /// A bracketed remark is none.
  private static func links(_ bytes: [UInt8]) -> (openings: Set<Int>, ends: [Int: Int]) {
    var openings: Set<Int> = []
    var ends: [Int: Int] = [:]
    var open: [Int] = []
    for (i, c) in bytes.enumerated() {
      if c == UInt8(ascii: "[") {
        open.append(i)
      } else if c == UInt8(ascii: "]"), let opening = open.popLast(), let end = addressEnd(bytes, i + 1) {
        openings.insert(opening)
        ends[i] = end
      }
    }
    return (openings, ends)
  }

  /// The place behind `(address)` or `[reference]`, nil where neither stands.
  private static func addressEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let isAddress = bytes[start] == UInt8(ascii: "(")
    guard isAddress || bytes[start] == UInt8(ascii: "[") else { return nil }
    let closer = UInt8(ascii: isAddress ? ")" : "]")
    // An address may hold brackets of its own, as encyclopaedia addresses do.
    var nested = 0
    for i in start + 1..<max(start + 1, min(bytes.count, start + longestAddress)) {
      if bytes[i] == UInt8(ascii: "("), isAddress { nested += 1 }
      if bytes[i] == closer {
        if nested == 0 { return i + 1 }
        nested -= 1
      }
    }
    return nil
  }

  /// Behind a tag, whose words are left out; an address in angle brackets stays.
  private static func tagEnd(_ bytes: [UInt8], _ open: Int, _ text: inout [UInt8]) -> Int {
    let limit = min(bytes.count, open + longestAddress)
    guard let close = bytes[open..<limit].firstIndex(of: UInt8(ascii: ">")), close > open + 1 else {
      text.append(bytes[open])
      return open + 1
    }
    let inside = bytes[open + 1..<close]
    if inside.starts(with: "http".utf8) || inside.contains(UInt8(ascii: "@")) {
      text.append(contentsOf: inside)
      return close + 1
    }
    guard let first = inside.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "!") || isLetter(first) else {
      text.append(bytes[open])
      return open + 1
    }
    return close + 1
  }

  /// An underscore inside a word is a letter of it.
  private static func isEmphasis(_ bytes: [UInt8], _ i: Int) -> Bool {
    let before = i > 0 && (isLetter(bytes[i - 1]) || isDigit(bytes[i - 1]))
    let after = i + 1 < bytes.count && (isLetter(bytes[i + 1]) || isDigit(bytes[i + 1]))
    return !(before && after)
  }

  private static func isLetter(_ c: UInt8) -> Bool {
    c | 0x20 >= UInt8(ascii: "a") && c | 0x20 <= UInt8(ascii: "z") || c >= 0x80
  }

  private static func isDigit(_ c: UInt8) -> Bool { c >= UInt8(ascii: "0") && c <= UInt8(ascii: "9") }

  private static func isPunctuation(_ c: UInt8) -> Bool {
    c > 0x20 && c < 0x7F && !isLetter(c) && !isDigit(c)
  }
}
