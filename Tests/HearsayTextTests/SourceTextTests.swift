import HearsayTestSupport
import Testing

@testable import HearsayText

@Suite struct SourceTextTests {
  @Test func validInputIsKept() {
    let text = SourceText(decoding: Array("Zoë paid €5 — 𝄞".utf8))
    #expect(text.string(Span(0, text.bytes.count)) == "Zoë paid €5 — 𝄞")
    #expect(text.repairs.isEmpty)
  }

  @Test(
    arguments: [
      ([0x41, 0x80, 0x42], "A\u{FFFD}B", [1]),
      ([0xE2, 0x82, 0x41], "\u{FFFD}A", [0]),
      ([0xF0, 0x9F, 0x98], "\u{FFFD}", [0]),
      ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}", [0, 3]),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}", [0, 3, 6]),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}", [0, 3, 6, 9]),
    ] as [([UInt8], String, [Int])])
  func eachIllFormedSubpartBecomesOneReplacement(_ input: [UInt8], _ expected: String, _ repairs: [Int]) {
    let text = SourceText(decoding: input)
    #expect(text.string(Span(0, text.bytes.count)) == expected)
    #expect(text.repairs == repairs)
  }

  @Test func repairAgreesWithTheStandardLibrary() {
    var random = SplitMix64(seed: 7)
    let pool: [UInt8] = [
      0x41, 0x20, 0x80, 0xBF, 0xC2, 0xC0, 0xE0, 0xA0, 0xED, 0xEF, 0xF0, 0x90, 0xF4, 0x8F, 0xF5, 0xFF,
    ]
    for _ in 0..<2000 {
      let bytes = (0..<random.below(24)).map { _ in pool[random.below(pool.count)] }
      let text = SourceText(decoding: bytes)
      #expect(text.bytes == Array(String(decoding: bytes, as: UTF8.self).utf8))
      #expect(text.repairs.allSatisfy { Array(text.bytes[$0..<$0 + 3]) == [0xEF, 0xBF, 0xBD] })
    }
  }

  @Test func spansOutsideTheTextAreCut() {
    #expect(SourceText("abc").string(Span(1, 99)) == "bc")
    #expect(SourceText("abc").string(Span(50, 99)) == "")
  }
}
