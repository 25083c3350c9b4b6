import HearsayStory
import Testing

@testable import HearsayIngest

/// Whether a page breaks off, and where its story ends.
@Suite struct PageEndTests {
  @Test(arguments: [
    ("<html><body><div><p>All of it.</p></div></body></html>", false),
    ("<!doctype html><title>T</title><p>HTML lets these end tags be left out.", false),
    ("<p>A part of a page. <div><table><tr><td>x</table></div>", false),
    ("<html><body><div><p>The council said on Mon", true), ("<body><p>The council <a href=\"/on", true),
    ("<html><body><article><p>The council</p>", true), ("<body><divider><p>No box of HTML.</p>", false), ("", false),
    ("no page at all", false), ("<body><p>The council</p></BODY >", false),
  ])
  func missingEndsAreSeen(_ page: String, _ isMissing: Bool) {
    #expect(PageEnd.isMissing(Array(page.utf8)) == isMissing)
  }

  private func read(_ page: String) -> Story? {
    if case .story(let story) = PageRules.reader.read(Array(page.utf8), place: InputPlace(argument: "p.html")) {
      return story
    }
    return nil
  }

  private func text(_ story: Story) -> String { String(decoding: story.text.bytes, as: UTF8.self) }

  private static let prose =
    "<p>The bridge was closed on Monday, the mayor said, and nobody knows for how long it will be.</p>"
    + "<p>A second look is to be taken at the piers in the spring, when the river is low again.</p>"

  @Test(arguments: ["###", "# # #", "-30-", "– ends –", "Ends"])
  func addressesBehindTheEndAreNoStory(_ mark: String) throws {
    let end = "<p>\(mark)</p><p>For more, ring the press office, which is open from nine until noon on all days.</p>"
    let story = try #require(read("<body><h1>A bridge is closed</h1>\(Self.prose)\(end)</body>"))
    let last = try #require(story.blocks?.last)
    #expect(last.kind == .furniture)
    #expect(story.blocks?.count { $0.kind == .paragraph } == 2)
  }

  @Test(arguments: ["30%", "30", "The end is near"])
  func otherLinesEndNothing(_ line: String) throws {
    let story = try #require(
      read("<body><h1>A bridge is closed</h1>\(Self.prose)<p>\(line)</p>\(Self.prose.replacing("a", with: "e"))</body>")
    )
    #expect(story.blocks?.count { $0.kind == .paragraph } ?? 0 >= 4)
  }

  @Test func anUnclosedOfferHoldsTheRestOfTheStory() throws {
    let offer = "<div class=\"promo-box ad\"><form><p>Get our letter.</p></form>"
    let more = (1...4).map {
      "<p>In the \($0). of the letters that he has kept the engineer wrote of cracks as wide as a thumb.</p>"
    }
    let story = try #require(
      read("<body><article><h1>A bridge is closed</h1>\(Self.prose)\(offer)\(more.joined())</article></body>"))
    #expect(story.blocks?.count { $0.kind == .paragraph } == 6)
  }

  @Test(arguments: [
    ("https://archive.example/web/20240503120000/https://tarn.example/a", "https://tarn.example/a"),
    ("https://archive.example/2024.05.03-120000/http://tarn.example/a", "http://tarn.example/a"),
    ("https://tarn.example/go/https://other.example/a", "https://tarn.example/go/https://other.example/a"),
    ("https://tarn.example/2024/05/03/a", "https://tarn.example/2024/05/03/a"),
  ])
  func addressesAreTakenOutOfArchives(_ url: String, _ expected: String) {
    #expect(StoryFacts.withoutArchive(url) == expected)
  }

  @Test func numbersOfWindowsShowItsMarks() throws {
    let story = try #require(
      read("<body><h1>Marks</h1><p>&#147;It is &#133; safe,&#148; he said&#151;and &#x9; left it.</p></body>"))
    #expect(text(story).contains("“It is … safe,” he said—and left it."))
  }

  @Test func wordsInBoxesOfTheirOwnStandApart() throws {
    let story = try #require(
      read(
        "<body><h1>Boxes</h1><div><span class=a>Ana Roe</span><span class=b>3 May 2024</span></div>\(Self.prose)"
          + "<p><span class=drop>T</span>he end, <span class=x>Mc</span><i>Donald</i> said to those who had come.</p></body>"
      ))
    #expect(text(story).contains("Ana Roe 3 May 2024"))
    #expect(text(story).contains("The end, McDonald said"))
  }
}
