/// Writes JSON straight into bytes: no tree, no reflection, no intermediate String.
///
/// The writer keeps the commas; the caller keeps the brackets paired. Keys come out in the order in which they are
/// written, so that the same value gives the same bytes. Strings are escaped as RFC 8259 demands and no further: everything
/// outside ASCII stays as it is.
public struct JSONWriter: ~Copyable {
  public var out: ByteBuffer
  private var needsComma = false

  public init(capacity: Int = 1 << 12) {
    out = ByteBuffer(capacity: capacity)
  }

  /// Forgets what was written and keeps the memory.
  public mutating func removeAll() {
    out.removeAll()
    needsComma = false
  }

  // MARK: Structure

  @inline(__always)
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  @inline(__always)
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  @inline(__always)
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  @inline(__always)
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends a record: the next value starts afresh, without a comma.
  public mutating func endRecord() { needsComma = false }

  /// Ends a record of a JSON lines stream.
  public mutating func endLine() {
    out.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// A key of the schema: plain ASCII without anything to escape.
  @inline(__always)
  public mutating func key(_ name: StaticString) {
    let length = name.utf8CodeUnitCount
    out.reserve(length + 4)
    let at = out.tail
    var i = 0
    if needsComma {
      at[0] = UInt8(ascii: ",")
      i = 1
    }
    at[i] = UInt8(ascii: "\"")
    (at + i + 1).update(from: name.utf8Start, count: length)
    at[i + 1 + length] = UInt8(ascii: "\"")
    at[i + 2 + length] = UInt8(ascii: ":")
    out.advance(i + 3 + length)
    needsComma = false
  }

  /// A key of somebody else's, with whatever is in it.
  public mutating func key(escaping name: String) {
    string(name)
    out.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: Values

  public mutating func string(_ value: String) {
    var value = value
    value.withUTF8 { string(utf8: $0) }
  }

  public mutating func string(_ value: String?) {
    if let value { string(value) } else { null() }
  }

  @inline(__always)
  public mutating func int(_ value: Int) {
    separate()
    out.append(decimal: value)
    needsComma = true
  }

  /// The shortest digits that read back as the same number; null for what JSON can't say.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    out.append(value.description)
    needsComma = true
  }

  @inline(__always)
  public mutating func bool(_ value: Bool) {
    separate()
    out.append(value ? "true" as StaticString : "false")
    needsComma = true
  }

  @inline(__always)
  public mutating func null() {
    separate()
    out.append("null" as StaticString)
    needsComma = true
  }

  /// A string from valid UTF-8.
  ///
  /// Eight bytes are copied at once and tested afterwards; a byte that must be escaped rewinds to its place. Story text
  /// has one such byte in some hundred, so nearly all of it passes at the speed of the copy.
  public mutating func string(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    separate()
    out.reserve(bytes.count + 10)
    out.append(UInt8(ascii: "\""))
    if let from = bytes.baseAddress { escape(UnsafeRawPointer(from), count: bytes.count) }
    out.append(UInt8(ascii: "\""))
    needsComma = true
  }

  // MARK: Inside

  @inline(__always)
  private mutating func separate() {
    if needsComma { out.append(UInt8(ascii: ",")) }
  }

  @inline(__always)
  private mutating func open(_ bracket: UInt8) {
    separate()
    out.append(bracket)
    needsComma = false
  }

  @inline(__always)
  private mutating func close(_ bracket: UInt8) {
    out.append(bracket)
    needsComma = true
  }

  private mutating func escape(_ from: UnsafeRawPointer, count: Int) {
    var i = 0
    while i < count {
      // Room for the rest as it is, and for one escape and one whole word beyond it.
      out.reserve(count - i + 16)
      var to = UnsafeMutableRawPointer(out.tail)
      let start = to
      var special = false
      while count - i >= 8 {
        let word = from.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        to.storeBytes(of: word, as: UInt64.self)
        let mask = JSONWriter.mustEscape(UInt64(littleEndian: word))
        if mask != 0 {
          let plain = mask.trailingZeroBitCount / 8
          i += plain
          to += plain
          special = true
          break
        }
        i += 8
        to += 8
      }
      while !special, i < count {
        let byte = from.load(fromByteOffset: i, as: UInt8.self)
        if byte < 0x20 || byte == 0x22 || byte == 0x5C {
          special = true
        } else {
          to.storeBytes(of: byte, as: UInt8.self)
          i += 1
          to += 1
        }
      }
      out.advance(to - start)
      if special {
        appendEscape(from.load(fromByteOffset: i, as: UInt8.self))
        i += 1
      }
    }
  }

  /// The high bit of each byte that must be escaped: a control character, `"` or `\`. Bits above the lowest may be wrong.
  @inline(__always)
  private static func mustEscape(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let control = word &- (ones &* 0x20)
    let quote = word ^ (ones &* 0x22)
    let slash = word ^ (ones &* 0x5C)
    // `word` must have its high bit clear for the first test, the differences for the others.
    return ((control & ~word) | ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)) & highs
  }

  private mutating func appendEscape(_ byte: UInt8) {
    out.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(byte)
    case 0x08: out.append(UInt8(ascii: "b"))
    case 0x09: out.append(UInt8(ascii: "t"))
    case 0x0A: out.append(UInt8(ascii: "n"))
    case 0x0C: out.append(UInt8(ascii: "f"))
    case 0x0D: out.append(UInt8(ascii: "r"))
    default:
      out.append("u00" as StaticString)
      out.append(JSONWriter.hexDigit(byte >> 4))
      out.append(JSONWriter.hexDigit(byte & 15))
    }
  }

  @inline(__always)
  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
