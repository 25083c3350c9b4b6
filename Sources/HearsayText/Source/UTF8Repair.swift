/// Finds and replaces ill-formed UTF-8.
///
/// Table 3-7 of the Unicode standard is followed byte by byte: a sequence breaks off at the first byte that cannot
/// continue it, and what was read up to there becomes one U+FFFD ("maximal subpart"), the practice that the WHATWG
/// decoder, Python and Swift's own `String(decoding:)` share.
enum UTF8Repair {
  /// The length of the well-formed sequence at `i`, or the negated length of the maximal ill-formed subpart there.
  @inline(__always)
  static func sequence(in p: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let lead = p[i]
    let needed: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: needed = 1
    case 0xE0:
      needed = 2
      low = 0xA0
    case 0xE1...0xEC, 0xEE...0xEF: needed = 2
    case 0xED:
      needed = 2
      high = 0x9F
    case 0xF0:
      needed = 3
      low = 0x90
    case 0xF1...0xF3: needed = 3
    case 0xF4:
      needed = 3
      high = 0x8F
    default: return -1
    }
    for k in 1...needed {
      guard i + k < p.count, p[i + k] >= low, p[i + k] <= high else { return -k }
      low = 0x80
      high = 0xBF
    }
    return needed + 1
  }

  /// The offset of the first ill-formed subpart at or behind `start`; ASCII is skipped eight bytes at a time.
  static func firstFault(in p: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = p.baseAddress else { return nil }
    var i = start
    while i < p.count {
      while i + 8 <= p.count,
        UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        i += 8
      }
      guard i < p.count else { break }
      let length = sequence(in: p, at: i)
      guard length > 0 else { return i }
      i += length
    }
    return nil
  }

  static func repaired(_ input: [UInt8], firstFault: Int) -> (bytes: [UInt8], repairs: [Int]) {
    var bytes: [UInt8] = []
    var repairs: [Int] = []
    bytes.reserveCapacity(input.count + 16)
    input.withUnsafeBufferPointer { p in
      var kept = 0
      var fault: Int? = firstFault
      while let at = fault {
        bytes.append(contentsOf: p[kept..<at])
        repairs.append(bytes.count)
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        kept = at - sequence(in: p, at: at)
        fault = self.firstFault(in: p, from: kept)
      }
      bytes.append(contentsOf: p[kept...])
    }
    return (bytes, repairs)
  }
}
