extension JSONScanner {
  /// The bytes that a scanned string stands for.
  ///
  /// Escapes only ever shrink, so the raw length is room enough. Half a surrogate pair, which some writers leave for
  /// bytes they could not read, becomes U+FFFD and is counted in `repairs`.
  func decode(_ raw: RawString, repairs: inout Int) -> [UInt8] {
    guard raw.hasEscapes else { return Array(bytes(raw.range)) }
    var mended = 0
    let decoded = [UInt8](unsafeUninitializedCapacity: raw.range.count) { out, length in
      var from = raw.range.lowerBound
      while from < raw.range.upperBound {
        let next = firstBackslash(in: from..<raw.range.upperBound)
        copy(from..<next, to: &out, at: &length)
        from = next
        guard next < raw.range.upperBound else { break }
        from = decodeEscape(at: next, end: raw.range.upperBound, to: &out, at: &length, mended: &mended)
      }
    }
    repairs += mended
    return decoded
  }

  func decodeString(_ raw: RawString) -> String {
    var repairs = 0
    return String(decoding: decode(raw, repairs: &repairs), as: UTF8.self)
  }

  private func copy(_ range: Range<Int>, to out: inout UnsafeMutableBufferPointer<UInt8>, at length: inout Int) {
    let source = bytes(range)
    _ = UnsafeMutableBufferPointer(rebasing: out[length..<length + source.count]).update(fromContentsOf: source)
    length += source.count
  }

  /// Decodes the escape at a backslash and returns the place behind it. The scanner has seen that it is whole.
  private func decodeEscape(
    at place: Int, end: Int, to out: inout UnsafeMutableBufferPointer<UInt8>, at length: inout Int,
    mended: inout Int
  ) -> Int {
    let kind = byte(at: place + 1)
    guard kind == UInt8(ascii: "u"), let unit = hexadecimal(at: place + 2) else {
      out[length] = Self.plainEscape(kind)
      length += 1
      return place + 2
    }
    var after = place + 6
    var scalar = UInt32(unit)
    if unit >= 0xD800, unit < 0xE000 {
      if unit < 0xDC00, after + 6 <= end, byte(at: after) == Mark.backslash.rawValue,
        byte(at: after + 1) == UInt8(ascii: "u"), let second = hexadecimal(at: after + 2),
        second >= 0xDC00, second < 0xE000
      {
        scalar = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        after += 6
      } else {
        scalar = 0xFFFD
        mended += 1
      }
    }
    let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    for unit in character.utf8 {
      out[length] = unit
      length += 1
    }
    return after
  }

  private static func plainEscape(_ kind: UInt8) -> UInt8 {
    switch kind {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: kind
    }
  }
}
