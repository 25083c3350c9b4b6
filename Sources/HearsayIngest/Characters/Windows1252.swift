/// The Western letters of Windows, to which most pages fall back, and which even pages in UTF-8 mean by some numbers.
enum Windows1252 {
  /// 0x80 to 0x9F (WHATWG: undefined ones stand for themselves).
  static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// What a reference such as `&#147;` shows, where Unicode has a control character and browsers a quotation mark; nil for
  /// all numbers that mean themselves.
  static func meant(_ number: UInt32) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(number) else { return nil }
    let code = UInt32(upper[Int(number) - 0x80])
    return code == number ? nil : Unicode.Scalar(code)
  }

  /// The same for two bytes of UTF-8.
  static func meant(_ first: UInt8, _ second: UInt8) -> Unicode.Scalar? {
    first == 0xC2 && second < 0xA0 ? meant(UInt32(second)) : nil
  }
}
