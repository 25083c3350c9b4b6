#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What must not reach the parser: NUL bytes, at which it stops, and tags whose attributes are longer than any page needs,
/// for which it would take several times their size.
enum PageGuard {
  /// Pages below this can't hold anything that matters.
  private static let harmless = 1 << 20
  private static let longestTag = 1 << 18

  static func guarded(_ bytes: [UInt8]) -> [UInt8] {
    let holdsNUL = bytes.withUnsafeBufferPointer { $0.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    let clean = holdsNUL ? bytes.filter { $0 != 0 } : bytes
    return clean.count < harmless ? clean : withoutLongTags(clean)
  }

  /// Tags without their attributes where those are too long; the text between tags is untouched.
  private static func withoutLongTags(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")) else {
        out += bytes[i...]
        break
      }
      out += bytes[i..<open]
      i = open
      let isTag = open + 1 < bytes.count && isLetter(bytes[open + 1])
      let end = isTag ? tagEnd(bytes, open) : min(open + 1, bytes.count)
      if end - open <= longestTag {
        out += bytes[open..<end]
      } else {
        out += bytes[open..<end].prefix { $0 == UInt8(ascii: "<") || isLetter($0) || $0 >= 0x30 && $0 <= 0x39 }
        out.append(UInt8(ascii: ">"))
      }
      i = end
    }
    return out
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// Behind the sign that closes a tag; signs in quoted values don't.
  private static func tagEnd(_ bytes: [UInt8], _ open: Int) -> Int {
    var quote: UInt8 = 0
    var i = open + 1
    while i < bytes.count {
      let byte = bytes[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && bytes[i - 1] == UInt8(ascii: "=") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return i + 1
      }
      i += 1
    }
    return bytes.count
  }
}
