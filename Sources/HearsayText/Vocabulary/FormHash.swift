/// The hash of a folded form: the same on every machine and in every run, because forms of unknown words are hashes.
///
/// Eight bytes are taken at a time and mixed by one wide multiplication, as wyhash does. ASCII capitals are lowered in
/// the register on the way, so that a word of plain ASCII is never copied before it is looked up.
package enum FormHash {
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let multiplier: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// Lowers the capitals among eight ASCII bytes; other ASCII bytes stay. Bytes above 0x7F must not occur.
  @inline(__always)
  static func lowered(_ x: UInt64) -> UInt64 {
    let fromA = x &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = x &+ 0x2525_2525_2525_2525
    return x | ((fromA & ~behindZ & 0x8080_8080_8080_8080) >> 2)
  }

  @inline(__always)
  static func mix(_ h: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (h ^ chunk).multipliedFullWidth(by: multiplier)
    return product.high ^ product.low
  }

  /// Up to eight bytes at `p` as a little-endian number, the rest zero. `readable` says how many bytes may be read.
  @inline(__always)
  static func chunk(_ p: UnsafePointer<UInt8>, count: Int, readable: Int) -> UInt64 {
    if readable >= 8 {
      let x = UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
      return count >= 8 ? x : x & ((1 &<< UInt64(count &* 8)) &- 1)
    }
    var x: UInt64 = 0
    var k = 0
    while k < count && k < 8 {
      x |= UInt64(p[k]) &<< UInt64(k &* 8)
      k &+= 1
    }
    return x
  }

  /// Hashes `count` bytes; `lowering` only for bytes below 0x80.
  @inline(__always)
  static func hash(_ p: UnsafePointer<UInt8>, count: Int, readable: Int, lowering: Bool) -> UInt64 {
    var h = seed ^ UInt64(truncatingIfNeeded: count)
    var i = 0
    repeat {
      var x = chunk(p + i, count: count &- i, readable: readable &- i)
      if lowering { x = lowered(x) }
      h = mix(h, x)
      i &+= 8
    } while i < count
    return h
  }

  /// A digest of the first `count` bytes that tells accidents, not malice.
  package static func digest(_ bytes: [UInt8], count: Int) -> UInt64 {
    bytes.withUnsafeBufferPointer { p in
      guard let base = p.baseAddress, count <= p.count else { return mix(seed, 0) }
      return hash(base, count: count, readable: p.count, lowering: false)
    }
  }

  /// The form of a word that a vocabulary doesn't hold.
  @inline(__always)
  static func unknownForm(_ hash: UInt64) -> Form {
    Form(truncatingIfNeeded: hash) | Form.unknownBit
  }
}
