import Testing

@testable import HearsayIngest

@Suite struct TwiceEncodedTests {
  private func decoded(_ text: String) -> String {
    String(decoding: DecodedText.decode(Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test func theSecondEncodingIsTakenOff() {
    #expect(decoded("Lâ€™Ã©cole dâ€™Osk Ã\u{A0} neuf heures") == "L’école d’Osk à neuf heures")
    #expect(decoded("Aredâ\u{80}\u{99}s Â\u{A0}kiosk â\u{80}\u{94} shut") == "Ared’s \u{A0}kiosk — shut")
  }

  @Test(arguments: [
    "L’école d’Osk à neuf heures", "naïve café, façade", "Ã© is what é looks like then", "Ã©Ã¨", "Łódź Ã© Ã© Ã©",
    "Ã© Ã© Ã",
    "plain words", "Київ — Дніпро",
  ])
  func whatWasEncodedOnceStays(_ text: String) { #expect(decoded(text) == text) }
}
