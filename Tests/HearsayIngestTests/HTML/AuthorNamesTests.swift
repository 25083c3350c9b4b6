import Testing

@testable import HearsayIngest

@Suite struct AuthorNamesTests {
  private let names = AuthorNames(words: MetadataWords(PageRules.rulebook))

  @Test(arguments: [
    ("By Ana Roe", ["Ana Roe"]), ("Von Greta Imhof und Rolf Anders", ["Greta Imhof", "Rolf Anders"]),
    ("Ana Roe, Bo Lind and Kai Ferro", ["Ana Roe", "Bo Lind", "Kai Ferro"]),
    ("Ana Roe, Political Editor", ["Ana Roe, Political Editor"]),
    ("Ana Roe | Review Editor", ["Ana Roe"]), ("https://a.example/ana", []), ("admin", []), ("ana@a.example", []),
    ("Ana Roe Staff writer", ["Ana Roe"]), ("By Guardian staff reporter", ["Guardian staff reporter"]),
    ("Ana Roe CPP, PSP", ["Ana Roe CPP, PSP"]), ("Ana Roe, AFP", ["Ana Roe", "AFP"]),
    ("Ana &amp; Bo Roe", ["Ana & Bo Roe"]), ("Felix Roe und Jo Lind, dpa", ["Felix Roe", "Jo Lind", "dpa"]),
  ])
  func namesAreTakenApart(_ text: String, _ expected: [String]) { #expect(names.clean([text]) == expected) }

  @Test func aNameCountsOnce() { #expect(names.clean(["Ana Roe", "ANA ROE", "By Ana Roe"]) == ["Ana Roe"]) }
}
