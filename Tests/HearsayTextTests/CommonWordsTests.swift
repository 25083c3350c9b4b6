import HearsayText
import Testing

@Suite struct CommonWordsTests {
  private let words = CommonWords(["the", "für", "это"])

  @Test(arguments: [
    ("The tram, the bus", 2, 4), ("THE «FÜR» für…", 3, 3), ("Это l’eau 12 3.5", 1, 3), ("", 0, 0), ("“—” 7", 0, 0),
  ])
  func wordsAreCountedWhateverTheirDress(_ text: String, _ common: Int, _ all: Int) {
    let seen = words.count(in: SourceText(text), upTo: 100)
    #expect(seen.common == common && seen.words == all)
  }

  @Test func theCountEndsAtItsLimit() {
    let seen = words.count(in: SourceText(String(repeating: "the ", count: 50)), upTo: 20)
    #expect(seen.common == 20 && seen.words == 20)
    #expect(CommonWords([]).isEmpty && !words.isEmpty)
  }
}
