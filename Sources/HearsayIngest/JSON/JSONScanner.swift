#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A strict JSON scanner over bytes that builds nothing: it finds where values begin and end.
///
/// Fields that nobody asked for are stepped over at memory speed, so that a line with large arrays beside the text
/// costs no more than its bytes. The scanner never looks outside its bytes, whatever they hold, and never recurses.
/// Strings are not checked for valid UTF-8 here; `SourceText` mends those that are kept.
struct JSONScanner {
  /// How deep arrays and objects may nest.
  static let deepest = 512

  /// A string's bytes between its quotation marks, as they stand.
  struct RawString {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  private var base: UnsafePointer<UInt8>
  private(set) var count: Int
  var position: Int
  /// One entry for each open array (false) or object (true); kept between values to save the allocation.
  private var open: [Bool] = []

  /// The bytes must outlive the scanner.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, position: Int = 0) {
    guard let base = bytes.baseAddress, position >= 0 else { return nil }
    self.base = base
    count = bytes.count
    self.position = position
  }

  /// The byte at the position, or 0 at the end: no JSON token begins with a zero byte.
  @inline(__always) var byte: UInt8 { position < count ? base[position] : 0 }
  var isAtEnd: Bool { position >= count }

  @inline(__always) mutating func skipSpace() {
    while position < count {
      switch base[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// Steps over one byte if it is next, after white space.
  @inline(__always) mutating func take(_ wanted: Mark) -> Bool {
    skipSpace()
    guard byte == wanted.rawValue else { return false }
    position += 1
    return true
  }

  /// Scans a string; the position must stand on its opening quotation mark.
  mutating func string() throws(JSONFault) -> RawString {
    let opening = position
    position += 1
    let start = position
    var hasEscapes = false
    while true {
      position = endOfPlainBytes(from: position)
      guard position < count else {
        position = count
        throw JSONFault(.unfinishedString, at: opening)
      }
      switch base[position] {
      case Mark.quote.rawValue:
        position += 1
        return RawString(range: start..<position - 1, hasEscapes: hasEscapes)
      case Mark.backslash.rawValue:
        hasEscapes = true
        try escape()
      default:
        throw JSONFault(.controlCharacter, at: position)
      }
    }
  }

  private mutating func escape() throws(JSONFault) {
    guard position + 1 < count else { throw JSONFault(.unfinishedString, at: position) }
    switch base[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"):
      guard hexadecimal(at: position + 2) != nil else { throw JSONFault(.badEscape, at: position) }
      position += 6
    default:
      throw JSONFault(.badEscape, at: position)
    }
  }

  /// The value of four hexadecimal digits, nil where they are not.
  func hexadecimal(at place: Int) -> UInt16? {
    guard place + 4 <= count else { return nil }
    var value: UInt16 = 0
    for i in place..<place + 4 {
      let c = base[i]
      let digit: UInt8
      switch c {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = c - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = c - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = c - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// The first byte from `place` on that is a quotation mark, a backslash or a control character; eight at a time,
  /// because story text is nearly all of what a line holds.
  @inline(__always) private func endOfPlainBytes(from place: Int) -> Int {
    let low: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    var i = place
    while i + 8 <= count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self))
      let quotes = word ^ (low &* 0x22)
      let slashes = word ^ (low &* 0x5C)
      // A borrow can only flag bytes above a true hit, and the lowest flag is the one that counts.
      let found =
        ((quotes &- low) & ~quotes | (slashes &- low) & ~slashes | (word &- low &* 0x20) & ~word) & high
      if found != 0 { return i + found.trailingZeroBitCount >> 3 }
      i += 8
    }
    while i < count {
      let c = base[i]
      if c == 0x22 || c == 0x5C || c < 0x20 { return i }
      i += 1
    }
    return count
  }

  private mutating func number() throws(JSONFault) {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") {
      position += 1
    } else if !digits() {
      throw JSONFault(.badNumber, at: start)
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      guard digits() else { throw JSONFault(.badNumber, at: start) }
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      guard digits() else { throw JSONFault(.badNumber, at: start) }
    }
  }

  @inline(__always) private mutating func digits() -> Bool {
    let start = position
    while position < count, base[position] &- UInt8(ascii: "0") < 10 { position += 1 }
    return position > start
  }

  private mutating func word(_ letters: StaticString) throws(JSONFault) {
    guard holds(letters, at: position) else { throw JSONFault(.expectedValue, at: position) }
    position += letters.utf8CodeUnitCount
  }

  /// The byte at any place, 0 outside.
  func byte(at place: Int) -> UInt8 { place >= 0 && place < count ? base[place] : 0 }

  /// The bytes of a range that lies inside.
  func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside the scanned bytes")
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  func firstBackslash(in range: Range<Int>) -> Int {
    let part = bytes(range)
    guard let start = part.baseAddress,
      let hit = memchr(start, Int32(Mark.backslash.rawValue), part.count)
    else { return range.upperBound }
    return range.lowerBound + (UnsafeRawPointer(hit) - UnsafeRawPointer(start))
  }

  /// Whether these bytes stand at a place.
  func holds(_ letters: StaticString, at place: Int) -> Bool {
    guard place + letters.utf8CodeUnitCount <= count else { return false }
    for i in 0..<letters.utf8CodeUnitCount where base[place + i] != letters.utf8Start[i] {
      return false
    }
    return true
  }

  /// Steps over any value; the position must stand on its first byte.
  mutating func skipValue() throws(JSONFault) {
    open.removeAll(keepingCapacity: true)
    while true {
      skipSpace()
      // A value.
      switch byte {
      case UInt8(ascii: "\""): _ = try string()
      case UInt8(ascii: "{"):
        position += 1
        if !take(.closeBrace) {
          try enter(object: true)
          try key()
          continue
        }
      case UInt8(ascii: "["):
        position += 1
        if !take(.closeBracket) {
          try enter(object: false)
          continue
        }
      case UInt8(ascii: "t"): try word("true")
      case UInt8(ascii: "f"): try word("false")
      case UInt8(ascii: "n"): try word("null")
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
      default: throw JSONFault(.expectedValue, at: position)
      }
      // What may follow it: the end of everything, a comma, or closing brackets.
      var closed = false
      while let isObject = open.last, !closed {
        if take(.comma) {
          if isObject { try key() }
          closed = true
        } else if take(isObject ? .closeBrace : .closeBracket) {
          open.removeLast()
        } else {
          throw JSONFault(isObject ? .expectedCommaOrBrace : .expectedCommaOrBracket, at: position)
        }
      }
      if !closed { return }
    }
  }

  private mutating func enter(object: Bool) throws(JSONFault) {
    guard open.count < Self.deepest else { throw JSONFault(.tooDeep, at: position) }
    open.append(object)
  }

  private mutating func key() throws(JSONFault) {
    skipSpace()
    guard byte == UInt8(ascii: "\"") else { throw JSONFault(.expectedKey, at: position) }
    _ = try string()
    guard take(.colon) else { throw JSONFault(.expectedColon, at: position) }
  }
}

extension JSONScanner {
  /// The bytes that structure JSON.
  enum Mark: UInt8 {
    case quote = 0x22
    case comma = 0x2C
    case colon = 0x3A
    case openBracket = 0x5B
    case backslash = 0x5C
    case closeBracket = 0x5D
    case openBrace = 0x7B
    case closeBrace = 0x7D
  }
}
