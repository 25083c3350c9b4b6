/// Letters and digits in small letters: what is left when two titles are compared.
enum Folded {
  static func bytes(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes($0) }
  }

  static func bytes(_ text: ArraySlice<UInt8>) -> [UInt8] { text.withUnsafeBufferPointer { bytes($0) } }

  private static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    for (i, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): out.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case 0x80...:
        // Beyond ASCII Unicode's tables decide, for all that is left.
        let rest = String(decoding: text[i...], as: UTF8.self).lowercased()
        for scalar in rest.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          out.append(contentsOf: String(scalar).utf8)
        }
        return out
      default: break
      }
    }
    return out
  }
}
