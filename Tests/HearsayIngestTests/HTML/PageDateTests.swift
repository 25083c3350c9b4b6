import Testing

@testable import HearsayIngest

@Suite struct PageDateTests {
  private let words = MetadataWords(PageRules.rulebook)

  @Test(arguments: [
    ("2024-05-03T10:00:00Z", "2024-05-03"), ("20240503", "2024-05-03"), ("3. Mai 2024", "2024-05-03"),
    ("May 3rd, 2024", "2024-05-03"), ("Published on Friday, 3 May 2024 at 10:02", "2024-05-03"),
    ("3 de mayo de 2024", "2024-05-03"), ("le 1er août 2023", "2023-08-01"), ("14 березня 2019, 09:30", "2019-03-14"),
    ("3 мая 2024 г.", "2024-05-03"), ("2024年5月3日", "2024-05-03"), ("03.05.2024 18:00", "2024-05-03"),
    ("13/5/2024", "2024-05-13"), ("Tue, 04 Mar 2025 08:00:00 GMT", "2025-03-04"), ("1714737600", "2024-05-03"),
    ("٣ مايو ٢٠٢٤", "2024-05-03"), ("29 lutego 2024", "2024-02-29"),
  ])
  func readsTheDay(_ text: String, _ expected: String) {
    #expect(PageDate(words: words).read(text) == expected)
  }

  @Test(arguments: ["3 May", "03/04/2024", "31 February 2024", "30 Feb 2023", "10:45", "", "12345678901234567890"])
  func leavesOpenWhatNobodyKnows(_ text: String) {
    #expect(PageDate(words: words).read(text) == nil)
  }

  @Test func theLanguageTellsWhichNumberIsTheMonth() {
    #expect(PageDate(words: words, isMonthFirst: true).read("03/04/2024") == "2024-03-04")
    #expect(PageDate(words: words, isMonthFirst: false).read("03/04/2024") == "2024-04-03")
  }

  @Test(arguments: [
    ("https://a.example/2024/05/03/x", "2024-05-03"), ("https://a.example/x-20240503.html", "2024-05-03"),
    ("https://a.example/2024-5-3-x", "2024-05-03"),
  ])
  func addressesHoldDates(_ url: String, _ expected: String) { #expect(PageDate.inAddress(url) == expected) }

  @Test func numbersInAddressesAreNoDates() {
    #expect(PageDate.inAddress("https://a.example/news/120240503112") == nil)
    #expect(PageDate.inAddress("https://a.example/2024/x") == nil)
  }

  @Test func daysAreCounted() throws {
    let first = try #require(PageDate.number(ofDay: "2024-02-29"))
    #expect(PageDate.number(ofDay: "2024-03-01") == first + 1)
    #expect(PageDate.number(ofDay: "2025-03-01") == first + 366)
  }
}
