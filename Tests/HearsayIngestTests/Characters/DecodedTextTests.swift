import Testing

@testable import HearsayIngest

@Suite struct DecodedTextTests {
  private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.bytes, as: UTF8.self) }

  @Test func theByteOrderMarkBeatsEveryClaim() {
    let decoded = DecodedText.decode([0xEF, 0xBB, 0xBF] + Array("Ostrów".utf8), declared: "windows-1250")
    #expect(text(decoded) == "Ostrów")
    #expect(decoded.reason == .byteOrderMark)
    let wide = DecodedText.decode([0xFE, 0xFF, 0x04, 0x14, 0x04, 0x30])
    #expect(text(wide) == "Да")
    #expect(wide.encoding == .utf16BigEndian)
  }

  @Test(arguments: [
    ("windows-1251", [0xC4, 0xE0, 0xF0, 0xE8, 0xED, 0xE0] as [UInt8], "Дарина"),
    ("KOI8-U", [0xE4, 0xC1, 0xD2, 0xA6, 0xD1], "Дарія"),
    ("iso-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
    ("ISO-8859-1", [0x93, 0x4E, 0x6F, 0x94], "“No”"),
    ("iso-8859-9", [0xDE, 0x69, 0xFE], "Şiş"),
    ("shift_jis", [0x93, 0x8C, 0x8B, 0x9E], "東京"),
  ])
  func decodesByHeader(_ label: String, _ bytes: [UInt8], _ expected: String) {
    let decoded = DecodedText.decode(bytes, declared: "text/html; charset=\(label)")
    #expect(text(decoded) == expected)
    #expect(decoded.reason == .header)
    #expect(decoded.repairs == 0)
  }

  @Test func findsTheMetaElement() {
    let pages = [
      "<html><head><meta charset=windows-1251>", "<META http-equiv='Content-Type' content='text/html; charset=cp1251'>",
      "<!-- <meta charset=koi8-u> --><meta name=charset-note><meta charset = \"windows-1251\" />",
    ]
    for page in pages {
      let decoded = DecodedText.decode(Array(page.utf8) + [0xC4, 0xE0])
      #expect(text(decoded) == page + "Да")
      #expect(decoded.reason == .meta)
    }
    let feed = DecodedText.decode(Array("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><a>".utf8) + [0xE4, 0xC1])
    #expect(text(feed).hasSuffix("<a>Да"))
    #expect(feed.reason == .xml)
  }

  @Test func claimsAreNoFacts() {
    let utf8 = DecodedText.decode(Array("Vårkvist läser".utf8), declared: "iso-8859-1")
    #expect(text(utf8) == "Vårkvist läser")
    #expect(utf8.reason == .utf8)
    let western = DecodedText.decode([0x93] + Array("Ja".utf8) + [0x94, 0xE5, 0xE4, 0xF6], declared: "utf-8")
    #expect(text(western) == "“Ja”åäö")
    #expect(western.reason == .fallback)
    #expect(DecodedText.decode(Array("plain".utf8), declared: "x-nobody-knows").encoding == .utf8)
  }

  @Test func brokenBytesAreCounted() {
    let text8 = Array(String(repeating: "Zażółć gęślą jaźń. ", count: 4).utf8)
    let utf8 = DecodedText.decode(text8 + [0xFF, 0x20, 0xC3])
    #expect(utf8.repairs == 2)
    #expect(utf8.encoding == .utf8)
    let japanese = DecodedText.decode([0x93, 0x8C, 0x93], declared: "shift_jis")
    #expect(text(japanese) == "東\u{FFFD}")
    #expect(japanese.repairs == 1)
  }

  @Test func unmarkedUTF16IsSeenByItsZeros() {
    let page = "<html><p>Dva stroma</p></html>"
    let little = DecodedText.decode(page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(text(little) == page)
    #expect(little.encoding == .utf16LittleEndian)
  }
}
