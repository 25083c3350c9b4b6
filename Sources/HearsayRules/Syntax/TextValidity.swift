/// Where a file stops being UTF-8.
enum TextValidity {
  /// The offset of the first byte that begins no well-formed sequence (Unicode 15, table 3-7); nil when all is well.
  static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var i = 0
      while i < buffer.count {
        if i + 8 <= buffer.count, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
          i += 8
          continue
        }
        if buffer[i] < 0x80 {
          i += 1
          continue
        }
        let length = sequenceLength(buffer, i)
        guard length > 0 else { return i }
        i += length
      }
      return nil
    }
  }

  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    let lead = bytes[i]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, length <= bytes.count - i else { return 0 }
    let second = bytes[i + 1]
    let range: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard range.contains(second) else { return 0 }
    for offset in 2..<max(length, 2) where bytes[i + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
