/// Turns byte offsets into code points or UTF-16 units and back.
///
/// One pass over the text notes the counts at every 64th byte; a query then reads 64 bytes at most. A text of ASCII
/// only needs no table at all: its offsets are the same in every unit.
public struct CodePointIndex: Sendable {
  /// What stands before a multiple of `stride` bytes.
  private struct Checkpoint {
    var codePoints: Int
    var utf16: Int
  }

  private static let stride = 64

  private let bytes: [UInt8]
  private let checkpoints: [Checkpoint]
  private let total: Checkpoint

  /// O(bytes); allocates nothing for ASCII.
  public init(_ text: SourceText) {
    bytes = text.bytes
    let isASCII = text.bytes.withUnsafeBufferPointer { Self.isASCII($0) }
    guard !isASCII else {
      checkpoints = []
      total = Checkpoint(codePoints: bytes.count, utf16: bytes.count)
      return
    }
    var marks: [Checkpoint] = []
    marks.reserveCapacity(bytes.count / Self.stride + 1)
    var count = Checkpoint(codePoints: 0, utf16: 0)
    text.bytes.withUnsafeBufferPointer { p in
      var i = 0
      while i < p.count {
        marks.append(count)
        let end = min(i + Self.stride, p.count)
        Self.advance(&count, over: p, i..<end)
        i = end
      }
    }
    checkpoints = marks
    total = count
  }

  /// Whether every offset is the same in bytes, code points and UTF-16 units.
  public var isASCII: Bool { checkpoints.isEmpty }
  /// The number of code points in the text.
  public var codePointCount: Int { total.codePoints }
  /// The number of UTF-16 units in the text.
  public var utf16Count: Int { total.utf16 }

  /// The number of code points that begin before a byte offset; offsets are cut at the text's edges.
  public func codePoint(ofByte offset: Int) -> Int { counts(before: offset).codePoints }

  /// The number of UTF-16 units that stand before a byte offset.
  public func utf16(ofByte offset: Int) -> Int { counts(before: offset).utf16 }

  /// The byte at which a code point begins; the text's end for numbers behind the last one.
  public func byte(ofCodePoint wanted: Int) -> Int { byte(of: wanted, { $0.codePoints }) }

  /// The byte at which a UTF-16 unit's code point begins; a low surrogate counts as its pair's start.
  public func byte(ofUTF16 wanted: Int) -> Int { byte(of: wanted, { $0.utf16 }) }

  private func counts(before offset: Int) -> Checkpoint {
    let offset = min(max(offset, 0), bytes.count)
    if checkpoints.isEmpty { return Checkpoint(codePoints: offset, utf16: offset) }
    if offset == bytes.count { return total }
    let block = offset / Self.stride
    var count = checkpoints[block]
    bytes.withUnsafeBufferPointer { Self.advance(&count, over: $0, block * Self.stride..<offset) }
    return count
  }

  private func byte(of wanted: Int, _ unit: (Checkpoint) -> Int) -> Int {
    if wanted <= 0 { return 0 }
    if checkpoints.isEmpty { return min(wanted, bytes.count) }
    if wanted >= unit(total) { return bytes.count }
    // The last checkpoint that doesn't lie behind the wanted unit.
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if unit(checkpoints[middle]) <= wanted { low = middle } else { high = middle }
    }
    var count = checkpoints[low]
    var lead = low * Self.stride
    var i = lead
    while i < bytes.count {
      if bytes[i] & 0xC0 != 0x80 {
        lead = i
        let before = unit(count)
        count.codePoints += 1
        count.utf16 += bytes[i] >= 0xF0 ? 2 : 1
        if before <= wanted, wanted < unit(count) { return lead }
      }
      i += 1
    }
    return bytes.count
  }

  private static func advance(_ count: inout Checkpoint, over p: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let base = p.baseAddress else { return }
    var i = range.lowerBound
    // Eight bytes at a time: 10xxxxxx goes on with a code point, 1111xxxx begins one of two UTF-16 units. Each byte of
    // the sums counts its own column, up to the eight words of a stride.
    let ones: UInt64 = 0x0101_0101_0101_0101
    var inner: UInt64 = 0
    var pairs: UInt64 = 0
    let first = i
    while i &+ 8 <= range.upperBound {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      inner &+= word &>> 7 & ~(word &>> 6) & ones
      pairs &+= word &>> 7 & word &>> 6 & word &>> 5 & word &>> 4 & ones
      i &+= 8
    }
    let starts = (i &- first) &- Int(truncatingIfNeeded: (inner &* ones) &>> 56)
    count.codePoints &+= starts
    count.utf16 &+= starts &+ Int(truncatingIfNeeded: (pairs &* ones) &>> 56)
    while i < range.upperBound {
      let b = base[i]
      if b & 0xC0 != 0x80 {
        count.codePoints &+= 1
        count.utf16 &+= b >= 0xF0 ? 2 : 1
      }
      i &+= 1
    }
  }

  private static func isASCII(_ p: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = p.baseAddress else { return true }
    var i = 0
    while i + 8 <= p.count {
      let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
      if word & 0x8080_8080_8080_8080 != 0 { return false }
      i += 8
    }
    return p[i...].allSatisfy { $0 < 0x80 }
  }
}
