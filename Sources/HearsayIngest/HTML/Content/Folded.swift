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
    var i = 0
    while i < text.count {
      let byte = text[i]
      i += 1
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): out.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case 0x80...:
        let (value, length) = SmallLetters.scalar(text, i - 1)
        i += length - 1
        fold(value, into: &out)
      default: break
      }
    }
    return out
  }

  @inline(__always)
  private static func fold(_ value: UInt32, into out: inout [UInt8]) {
    if let small = SmallLetters.known(value), let isLetter = SmallLetters.isKnownLetter(small) {
      if isLetter { SmallLetters.append(small, to: &out) }
      return
    }
    guard let scalar = Unicode.Scalar(value) else { return }
    for small in scalar.properties.lowercaseMapping.unicodeScalars
    where small.properties.isAlphabetic || small.properties.numericType != nil {
      SmallLetters.append(small.value, to: &out)
    }
  }
}
