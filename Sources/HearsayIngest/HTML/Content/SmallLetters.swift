/// Small letters, byte by byte: a page's lines are asked for their words thousands of times, most of them in scripts for which
/// no table of Unicode is needed.
///
/// The answers are those of `String.lowercased()` and of Unicode's properties.
enum SmallLetters {
  static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8] { text.withUnsafeBufferPointer { bytes($0) } }

  static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte < 0x80 {
        out.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
        i += 1
        continue
      }
      let (value, length) = scalar(text, i)
      if let small = known(value) {
        append(small, to: &out)
      } else if let scalar = Unicode.Scalar(value) {
        out.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
      i += length
    }
    return out
  }

  /// The character at a place and its length; a byte that begins none stands for U+FFFD.
  @inline(__always)
  static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> (value: UInt32, length: Int) {
    let byte = text[i]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
    guard length > 1, i + length <= text.count else { return (0xFFFD, 1) }
    var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
    for k in 1..<length {
      guard text[i + k] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(text[i + k] & 0x3F)
    }
    return (value, length)
  }

  /// The small letter of a character beyond ASCII, where it needs no table.
  @inline(__always)
  static func known(_ value: UInt32) -> UInt32? {
    switch value {
    case 0xC0...0xDE: value == 0xD7 ? value : value + 0x20
    case 0x80...0xFF: value
    case 0x0400...0x040F: value + 0x50
    case 0x0410...0x042F: value + 0x20
    case 0x0430...0x045F: value
    // Arabic; signs; kana, Chinese, Korean: no capitals.
    case 0x0600...0x06FF, 0x2000...0x206F, 0x3000...0x9FFF, 0xAC00...0xD7A3: value
    default: nil
    }
  }

  /// Whether a small character is a letter or a number, where that needs no table.
  @inline(__always)
  static func isKnownLetter(_ value: UInt32) -> Bool? {
    switch value {
    case 0xDF...0xFF: value != 0xF7
    case 0x0430...0x045F, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FA5, 0xAC00...0xD7A3: true
    case 0xA0, 0xA7, 0xA9, 0xAB, 0xB0, 0xB7, 0xBB, 0x2000...0x206F: false
    default: nil
    }
  }

  @inline(__always)
  static func append(_ value: UInt32, to out: inout [UInt8]) {
    switch value {
    case 0..<0x80: out.append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      out.append(0xC0 | UInt8(truncatingIfNeeded: value >> 6))
      out.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    case 0x800..<0x10000:
      out.append(0xE0 | UInt8(truncatingIfNeeded: value >> 12))
      out.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      out.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    default:
      out.append(0xF0 | UInt8(truncatingIfNeeded: value >> 18))
      out.append(0x80 | UInt8(truncatingIfNeeded: value >> 12 & 0x3F))
      out.append(0x80 | UInt8(truncatingIfNeeded: value >> 6 & 0x3F))
      out.append(0x80 | UInt8(truncatingIfNeeded: value & 0x3F))
    }
  }
}
