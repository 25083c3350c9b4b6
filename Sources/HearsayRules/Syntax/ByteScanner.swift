import HearsayText

/// A cursor over a part of a file: the letters, names and spaces of the rule language.
///
/// Bytes only. A comment line between the lines of one value counts as white space.
struct ByteScanner {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  init(_ bytes: [UInt8], _ span: Span) {
    self.bytes = bytes
    position = span.start
    end = min(span.end, bytes.count)
  }

  var isAtEnd: Bool { position >= end }
  /// 0 at the end; a file can hold a 0 as well, which is no character of the language.
  var current: UInt8 { position < end ? bytes[position] : 0 }
  func peek(_ distance: Int = 1) -> UInt8 { position + distance < end ? bytes[position + distance] : 0 }
  func at(_ character: Unicode.Scalar) -> Bool { position < end && bytes[position] == UInt8(ascii: character) }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard at(character) else { return false }
    position += 1
    return true
  }

  /// Blanks, no-break spaces, line breaks, and the comment lines behind line breaks.
  mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      case 0xC2 where peek() == 0xA0: position += 2
      case UInt8(ascii: "\n"):
        position += 1
        skipComment()
      default: return
      }
    }
  }

  /// At the start of a line: to its end when it is a comment.
  private mutating func skipComment() {
    var ahead = position
    while ahead < end, bytes[ahead] == UInt8(ascii: " ") || bytes[ahead] == UInt8(ascii: "\t") { ahead += 1 }
    guard ahead < end, bytes[ahead] == UInt8(ascii: "#") else { return }
    while ahead < end, bytes[ahead] != UInt8(ascii: "\n") { ahead += 1 }
    position = ahead
  }

  /// A name: letters, digits, `-` and `_`; nil when none starts here.
  mutating func name() -> Span? {
    let start = position
    guard position < end, bytes[position].isNameStart else { return nil }
    while position < end, bytes[position].isNamePart { position += 1 }
    return Span(start, position)
  }

  /// Up to white space or the end; empty when none is there.
  mutating func wordToSpace() -> Span {
    let start = position
    while position < end, !bytes[position].isBlank { position += 1 }
    return Span(start, position)
  }

  func string(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }
}

extension UInt8 {
  var isBlank: Bool {
    self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isNameStart: Bool { isLetter || isDigit }
  var isNamePart: Bool { isNameStart || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") }
}
