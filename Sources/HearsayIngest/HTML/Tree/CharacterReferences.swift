import CLibXML2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Character references in the bytes of a page: `&amp;`, `&#8217;`, `&#x2019;`.
enum CharacterReferences {
  /// Appends a part of a page with its references resolved; what is none stays as it is.
  ///
  /// - Parameter isAttribute: In attributes a name that `=` or a letter follows is a part of an address.
  static func append(
    _ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isAttribute: Bool, to out: inout [UInt8]
  ) {
    let text = UnsafeBufferPointer(rebasing: page[range])
    var i = 0
    while let sign = text.place(of: UInt8(ascii: "&"), from: i) {
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[i..<sign]))
      if let (scalar, end) = read(text, sign + 1, isAttribute: isAttribute) {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        i = end
      } else {
        out.append(UInt8(ascii: "&"))
        i = sign + 1
      }
    }
    if i < text.count { out.append(contentsOf: UnsafeBufferPointer(rebasing: text[i...])) }
  }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, isAttribute: Bool
  ) -> (Unicode.Scalar, Int)? {
    guard start < text.count else { return nil }
    if text[start] == UInt8(ascii: "#") { return number(text, start + 1) }
    var end = start
    while end < text.count, end - start < 32, isNameByte(text[end]) { end += 1 }
    guard end > start else { return nil }
    let isClosed = end < text.count && text[end] == UInt8(ascii: ";")
    if !isClosed, isAttribute, end < text.count, text[end] == UInt8(ascii: "=") { return nil }
    guard let scalar = named(UnsafeBufferPointer(rebasing: text[start..<end])) else { return nil }
    return (scalar, isClosed ? end + 1 : end)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") || byte >= 0x30 && byte <= 0x39
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Unicode.Scalar, Int)? {
    let isHex = start < text.count && text[start] | 0x20 == UInt8(ascii: "x")
    var i = isHex ? start + 1 : start
    let first = i
    var value: UInt32 = 0
    while i < text.count, let digit = digit(text[i], isHex: isHex) {
      // What is beyond Unicode stays beyond it.
      value = value > 0x11_0000 ? value : value * (isHex ? 16 : 10) + digit
      i += 1
    }
    guard i > first else { return nil }
    if i < text.count, text[i] == UInt8(ascii: ";") { i += 1 }
    // Numbers of windows-1252's signs stand for those signs, as in browsers.
    if (0x80...0x9F).contains(value) { value = windows1252[Int(value - 0x80)] }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (scalar ?? "\u{FFFD}", i)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHex: UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHex: UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// A name of HTML 4, from libxml2's table; the four that nearly all pages use without asking it.
  private static func named(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    if name.elementsEqual("amp".utf8) { return "&" }
    if name.elementsEqual("nbsp".utf8) { return "\u{A0}" }
    if name.elementsEqual("quot".utf8) { return "\"" }
    if name.elementsEqual("apos".utf8) { return "'" }
    guard let found = htmlEntityLookup(String(decoding: name, as: UTF8.self)) else { return nil }
    return Unicode.Scalar(found.pointee.value)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte, at or behind another place.
  @inline(__always)
  func place(of byte: UInt8, from start: Int) -> Int? {
    guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else {
      return nil
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
