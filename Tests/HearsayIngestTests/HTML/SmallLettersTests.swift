import Testing

@testable import HearsayIngest

@Suite struct SmallLettersTests {
  @Test func whatNeedsNoTableIsWhatTheTablesSay() {
    var wrong: [UInt32] = []
    for scalar in (UInt32(0x80)...0xFFFF).compactMap(Unicode.Scalar.init) {
      let properties = scalar.properties
      if let small = SmallLetters.known(scalar.value),
        String(properties.lowercaseMapping) != String(Character(UnicodeScalar(small) ?? "?"))
      {
        wrong.append(scalar.value)
      }
      if let isLetter = SmallLetters.isKnownLetter(scalar.value),
        isLetter != (properties.isAlphabetic || properties.numericType != nil)
      {
        wrong.append(scalar.value)
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: ["ÀÉÎ ŁÓDŹ “Ünï”", "КИЇВ Ґанок Ѓ", "ΑΘΗΝΑ Σας", "İstanbul IĞDIR", "東京 Ａ 서울", "١٢ ميناء", "𐐀 Ⅷ ǅ"])
  func textIsAsTheStandardLibraryWritesIt(_ text: String) {
    #expect(String(decoding: SmallLetters.bytes(Array(text.utf8)[...]), as: UTF8.self) == text.lowercased())
    #expect(Folded.bytes(text) == Folded.bytes(text.lowercased()))
  }

  @Test func brokenBytesEndNothing() {
    #expect(SmallLetters.bytes([0x41, 0xE2, 0x80]).first == 0x61)
    #expect(Folded.bytes([0xC3, 0x41, 0xFF][...]) == [0x61])
  }
}
