import HearsayText

/// Bytes of a page, a feed or an archive's record as UTF-8, with how that was found out.
public struct DecodedText: Sendable {
  /// What decided on the encoding.
  public enum Reason: String, Sendable {
    case byteOrderMark = "byte order mark"
    case header
    case meta
    case xml = "XML declaration"
    /// The bytes are valid UTF-8, whatever was claimed or not.
    case utf8 = "valid UTF-8"
    /// Nothing told, so that windows-1252 was assumed.
    case fallback = "assumed"
  }

  /// Valid UTF-8 without a byte order mark.
  public var bytes: [UInt8]
  public var encoding: CharacterEncoding
  public var reason: Reason
  /// How many invalid sequences became U+FFFD.
  public var repairs: Int
  /// Whether it had been taken for windows-1252 and stored as UTF-8 once more before it came here.
  public var wasTwiceEncoded = false

  /// Decides on the encoding and decodes.
  ///
  /// The order is that of browsers: byte order mark, header, meta element or XML declaration. Claims are no facts, though:
  /// archives keep old headers, and servers send one for all pages. Text with other than ASCII characters that is valid
  /// UTF-8 is UTF-8, since no other encoding gives that by chance, and text that claims to be UTF-8 and mostly isn't is
  /// read as something else.
  ///
  /// - Parameter declared: The charset of a header, or a whole `Content-Type`.
  public static func decode(_ input: [UInt8], declared: String? = nil) -> DecodedText {
    input.withUnsafeBufferPointer { decode($0, declared: declared, owned: input) }
  }

  private static func decode(
    _ input: UnsafeBufferPointer<UInt8>, declared: String?, owned: [UInt8]
  ) -> DecodedText {
    if input.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(input.dropFirst(3)), .byteOrderMark) }
    if input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
      let encoding: CharacterEncoding = input[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
      return converted(UnsafeBufferPointer(rebasing: input.dropFirst(2)), encoding, .byteOrderMark)
    }
    if let encoding = unmarkedUTF16(input) { return converted(input, encoding, .utf8) }
    let header = declared.flatMap(CharsetClaims.charset(ofContentType:)).flatMap(CharacterEncoding.init(label:))
    let claim: (CharacterEncoding, Reason)? =
      header.map { ($0, .header) } ?? CharsetClaims.inside(input)
    // ISO-2022-JP is ASCII to the eye.
    if claim?.0.name != "iso-2022-jp", UTF8Validity.isValid(input) {
      let reason: Reason = claim?.0 == .utf8 ? claim?.1 ?? .utf8 : .utf8
      if let undone = TwiceEncoded.undone(input), undone.withUnsafeBufferPointer({ UTF8Validity.isValid($0) }) {
        return DecodedText(bytes: undone, encoding: .utf8, reason: reason, repairs: 0, wasTwiceEncoded: true)
      }
      return DecodedText(bytes: owned, encoding: .utf8, reason: reason, repairs: 0)
    }
    for (encoding, reason) in [claim, header == nil ? nil : CharsetClaims.inside(input)].compactMap(\.self) {
      if encoding == .utf8 {
        if UTF8Validity.isMostlyValid(input) { return utf8(owned, reason) }
      } else if !encoding.isUTF16 {
        return converted(input, encoding, reason)
      }
    }
    return UTF8Validity.isMostlyValid(input) ? utf8(owned, .utf8) : converted(input, .windows1252, .fallback)
  }

  private static func utf8(_ bytes: [UInt8], _ reason: Reason) -> DecodedText {
    let text = SourceText(decoding: bytes)
    return DecodedText(bytes: text.bytes, encoding: .utf8, reason: reason, repairs: text.repairs.count)
  }

  private static func converted(
    _ input: UnsafeBufferPointer<UInt8>, _ encoding: CharacterEncoding, _ reason: Reason
  ) -> DecodedText {
    let (bytes, repairs) = CharacterConverter.convert(input, from: encoding)
    return DecodedText(bytes: bytes, encoding: encoding, reason: reason, repairs: repairs)
  }

  /// UTF-16 without its mark: markup begins with `<`, and every second byte is zero.
  private static func unmarkedUTF16(_ input: UnsafeBufferPointer<UInt8>) -> CharacterEncoding? {
    guard input.count >= 8 else { return nil }
    let head = input.prefix(64)
    let zeros = head.indices.filter { head[$0] == 0 }
    guard zeros.count * 5 >= head.count * 2 else { return nil }
    if zeros.allSatisfy({ $0 % 2 == 1 }) { return .utf16LittleEndian }
    return zeros.allSatisfy { $0 % 2 == 0 } ? .utf16BigEndian : nil
  }
}

enum UTF8Validity {
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// Whether broken sequences are few beside good ones: a cut or a garbled word in a page that is UTF-8.
  static func isMostlyValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var good = 0
    var bad = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x80 {
        i += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      let isWhole =
        length > 0 && i + length <= bytes.count
        && (1..<length).allSatisfy { bytes[i + $0] & 0xC0 == 0x80 }
      if isWhole { good += 1 } else { bad += 1 }
      i += isWhole ? length : 1
    }
    return good > bad * 8
  }
}
