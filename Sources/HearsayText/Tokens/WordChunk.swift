/// Eight bytes of text as a number, and which of them are letters, capitals and digits.
///
/// A loop over the bytes of a word ends at a place that no processor foresees, and that costs more than the loop. Here the
/// length of a word of up to seven bytes comes from a few operations without a branch. Bytes above 0x7F end the word like any
/// sign.
struct WordChunk {
  /// The bytes with capitals lowered, those behind the word zero.
  let folded: UInt64
  /// How many bytes from the first on are letters or digits, up to eight.
  let count: Int
  /// 0x20 in the byte of each capital.
  let capitals: UInt64
  /// 0x80 in the byte of each small letter.
  let smalls: UInt64
  /// 0x80 in the byte of each digit.
  let digits: UInt64

  @inline(__always)
  init(_ p: UnsafePointer<UInt8>) {
    let raw = UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
    let high: UInt64 = 0x8080_8080_8080_8080
    let x = raw & ~high
    // Sums of a byte below 0x80 and a constant below 0x80 never carry into the next byte.
    let small = (x &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(x &+ 0x0505_0505_0505_0505) & ~raw & high
    let capital = (x &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(x &+ 0x2525_2525_2525_2525) & ~raw & high
    let digit = (x &+ 0x5050_5050_5050_5050) & ~(x &+ 0x4646_4646_4646_4646) & ~raw & high
    let outside = (small | capital | digit) ^ high
    let bits = outside.trailingZeroBitCount & ~7
    count = bits &>> 3
    // Without `&`, a shift by 64 gives zero, and the mask all ones.
    let mask = ((1 as UInt64) << UInt64(truncatingIfNeeded: bits)) &- 1
    capitals = (capital &>> 2) & mask
    smalls = small & mask
    digits = digit & mask
    folded = (raw | (capital &>> 2)) & mask
  }

  /// What is known of a word of two chunks: its first bytes here, the letters of both.
  @inline(__always)
  init(_ head: WordChunk, _ tail: WordChunk) {
    folded = head.folded
    count = head.count
    capitals = head.capitals
    smalls = head.smalls | tail.smalls
    // The first byte's digit stays the first byte's; others only count as such.
    digits = head.digits | (tail.digits &<< 8)
  }

  /// What the letters and the ending tell of a word of two chunks, of which this is both and `tail` the second.
  @inline(__always)
  func longFlags(_ tail: WordChunk) -> TokenFlags {
    var bits = UInt16(truncatingIfNeeded: capitals &>> 5) & TokenFlags.capitalised.rawValue
    if smalls == 0, capitals & (capitals &- 1) != 0 || capitals != 0 && tail.capitals != 0 {
      bits |= TokenFlags.allCaps.rawValue
    }
    if digits != 0 { return TokenFlags(rawValue: bits | TokenFlags.hasDigit.rawValue) }
    return TokenFlags(rawValue: bits | Self.ending(folded, tail.folded, tail.count))
  }

  /// The last three letters, of which two or one may stand in the first chunk.
  @inline(__always)
  private static func ending(_ head: UInt64, _ tail: UInt64, _ count: Int) -> UInt16 {
    let shift = UInt64(truncatingIfNeeded: count &* 8)
    // The eight bytes that end the word.
    let last = (tail &<< (64 &- shift)) | (head &>> shift)
    return endingBits(last)
  }

  @inline(__always)
  private static func endingBits(_ last: UInt64) -> UInt16 {
    var bits: UInt16 = last &>> 48 == 0x796C ? TokenFlags.endsLy.rawValue : 0
    bits |= last &>> 48 == 0x6465 ? TokenFlags.endsEd.rawValue : 0
    bits |= last &>> 40 == 0x67_6E69 ? TokenFlags.endsIng.rawValue : 0
    return bits
  }

  /// What the letters and the ending tell of a word that is this chunk only.
  @inline(__always)
  var flags: TokenFlags {
    var bits = UInt16(truncatingIfNeeded: capitals &>> 5) & TokenFlags.capitalised.rawValue
    if capitals & (capitals &- 1) != 0, smalls == 0 { bits |= TokenFlags.allCaps.rawValue }
    if digits != 0 {
      bits |= TokenFlags.hasDigit.rawValue
    } else if count >= 4 {
      bits |= Self.endingBits(folded &<< UInt64(truncatingIfNeeded: 64 &- count &* 8))
    }
    return TokenFlags(rawValue: bits)
  }

  /// The same as bits of `ByteClass`.
  @inline(__always)
  var seen: UInt8 {
    (smalls != 0 ? ByteClass.lower : 0) | (capitals != 0 ? ByteClass.upper : 0) | (digits != 0 ? ByteClass.digit : 0)
  }
}
