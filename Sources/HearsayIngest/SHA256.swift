import CNettle

/// SHA-256 by nettle, which uses the processor's own instructions where it has them.
package enum SHA256 {
  /// The digest of some bytes as lower-case hexadecimal.
  package static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    if let base = bytes.baseAddress { nettle_sha256_update(&context, bytes.count, base) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      guard let base = digest.baseAddress else { return "" }
      digest.initialize(repeating: 0)
      hearsay_sha256_finish(&context, base)
      return String(unsafeUninitializedCapacity: 64) { text in
        for i in 0..<32 {
          text[2 * i] = digit(digest[i] >> 4)
          text[2 * i + 1] = digit(digest[i] & 15)
        }
        return 64
      }
    }
  }

  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { hexadecimal($0) }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
  }
}
