#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Converts bytes of any encoding that iconv knows to UTF-8; what is invalid becomes U+FFFD and is counted.
enum CharacterConverter {
  private static let failed = Int(truncatingIfNeeded: UInt.max)
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  static func convert(
    _ input: UnsafeBufferPointer<UInt8>, from encoding: CharacterEncoding
  ) -> (bytes: [UInt8], repairs: Int) {
    if encoding == .windows1252 { return (western(input), 0) }
    guard let converter = iconv_open("UTF-8", encoding.iconvName), Int(bitPattern: converter) != -1 else {
      // The system's tables don't have it: better Western letters than none.
      return (western(input), 0)
    }
    defer { iconv_close(converter) }
    return convert(input, converter)
  }

  private static func convert(
    _ input: UnsafeBufferPointer<UInt8>, _ converter: iconv_t
  ) -> (bytes: [UInt8], repairs: Int) {
    guard let base = input.baseAddress else { return ([], 0) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count + input.count / 2 + 16)
    var repairs = 0
    // iconv doesn't write through its input pointer; the C signature only doesn't say so.
    var next: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(base))
      .assumingMemoryBound(to: CChar.self)
    var left = input.count
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1 << 14) { chunk in
      while left > 0 {
        var out = chunk.baseAddress
        var room = chunk.count
        let result = iconv(converter, &next, &left, &out, &room)
        let code = errno
        let written = chunk.count - room
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(chunk)[..<written]))
        // (size_t)-1 tells of a fault.
        if result != failed { break }
        if code == E2BIG { continue }
        // An invalid byte, or a sequence that the end has cut.
        repairs += 1
        bytes.append(contentsOf: replacement)
        next = next.map { $0 + 1 }
        left -= 1
      }
    }
    return (bytes, repairs)
  }

  /// windows-1252 by a table of its own, because it is what most pages fall back to; no byte is invalid in it.
  private static func western(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(input.count + input.count / 8)
    for byte in input {
      if byte < 0x80 {
        bytes.append(byte)
      } else {
        let code = byte < 0xA0 ? Windows1252.upper[Int(byte) - 0x80] : UInt16(byte)
        if code < 0x800 {
          bytes.append(0xC0 | UInt8(truncatingIfNeeded: code >> 6))
        } else {
          bytes.append(0xE0 | UInt8(truncatingIfNeeded: code >> 12))
          bytes.append(0x80 | UInt8(truncatingIfNeeded: code >> 6 & 0x3F))
        }
        bytes.append(0x80 | UInt8(truncatingIfNeeded: code & 0x3F))
      }
    }
    return bytes
  }
}
