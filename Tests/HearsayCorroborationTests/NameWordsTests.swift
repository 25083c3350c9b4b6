import Testing

@testable import HearsayCorroboration

@Suite struct NameWordsTests {
  @Test(arguments: [
    ("Danylo Horskyy", "Danylo Horskiy"), ("Danylo Horskyj", "danylo horski"), ("Teresa Peña", "Teresa Pena"),
    ("The Ellery Board", "Ellery Board"),
  ])
  func oneNameHasOneSpelling(_ a: String, _ b: String) {
    #expect(NameWords.spelling(a) == NameWords.spelling(b))
  }

  @Test(arguments: [("Ada Levy", "Ada Levin"), ("Mary Holt", "Mark Holt"), ("Danylo Horsk", "Danylo Horban")])
  func otherNamesHaveAnother(_ a: String, _ b: String) {
    #expect(NameWords.spelling(a) != NameWords.spelling(b))
  }
}
