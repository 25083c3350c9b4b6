import HearsayStory
import HearsayText
import Testing

@testable import HearsayIngest

@Suite struct MarkdownReaderTests {
  private func read(_ markdown: String) throws -> Story {
    let source = TextSource(Array(markdown.utf8), InputPlace(argument: "story.md"), .markdown)
    guard case .story(let story)? = source.next() else {
      throw InputProblem(path: "story.md", what: "no story")
    }
    return story
  }

  private func blocks(_ story: Story) -> [String] {
    (story.blocks ?? []).map { "\($0.kind.rawValue): \(story.text.string($0.span))" }
  }

  @Test func frontMatterIsMetadata() throws {
    let story = try read(
      """
      ---
      title: "Bridge: closed again"
      Authors:
        - Ana Roe
        - Bo Lind
      date: 2024-05-06
      publisher: The Tarn Echo
      tags: [a, b]
      ---
      The bridge is shut.
      """)
    #expect(story.title == "Bridge: closed again")
    #expect(story.byline == ["Ana Roe", "Bo Lind"])
    #expect(story.date == "2024-05-06")
    #expect(story.outlet == "The Tarn Echo")
    #expect(blocks(story) == ["paragraph: The bridge is shut."])
  }

  @Test func markupBecomesKinds() throws {
    let story = try read(
      """
      # Bridge closed

      The bridge is *shut*, [the mayor](https://x.example/a_(b)) said
      on **Monday**.

      ## What to know

      > We had no choice,
      > she said.

      - First snake_case point
      - Second \\*point\\*

      ![The bridge at dawn. Photo: Bo Lind](bridge.jpg)

      ```
      code
      ```
      The end [sic].
      """)
    #expect(
      blocks(story) == [
        "headline: Bridge closed",
        "paragraph: The bridge is shut, the mayor said\non Monday.",
        "heading: What to know",
        "quote: We had no choice,\nshe said.",
        "list: First snake_case point",
        "list: Second *point*",
        "caption: The bridge at dawn. Photo: Bo Lind",
        "furniture: code",
        "paragraph: The end [sic].",
      ])
    #expect(story.title == "Bridge closed")
  }

  @Test func eachLineKeepsItsNumber() throws {
    let markdown = "---\ntitle: T\n---\n\nOne *two*.\n\n[a]: https://x.example\n\nThree.\n"
    let text = String(decoding: try read(markdown).text.bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == markdown.split(separator: "\n", omittingEmptySubsequences: false).count)
    #expect(lines[4] == "One two.")
    #expect(lines[8] == "Three.")
  }

  @Test func aRulerWithoutASecondIsNoFrontMatter() throws {
    #expect(blocks(try read("---\nThe text begins here.\n")) == ["paragraph: The text begins here."])
  }

  @Test func bracketsWithoutEndCostLinearTime() throws {
    let story = try read(String(repeating: "[a](", count: 50_000) + String(repeating: "<", count: 50_000))
    #expect(!story.text.bytes.isEmpty)
  }
}
