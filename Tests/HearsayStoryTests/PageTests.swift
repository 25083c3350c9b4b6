import HearsayStory
import HearsayText
import Testing

@Suite struct PageTests {
  /// A text as it comes from the clipboard, with everything around the story.
  private static let page = """
    World

    Pool to stay open although boiler is broken, Sarn Wire reports

    4 min read
    Pool to stay open although boiler is broken, Sarn Wire reports
    Swimmers leave the Quillmoor baths after the last lesson of the day on Oct. 3. (Ida Marl / Quillmoor Echo)

    The council of Quillmoor will keep its pool open through the winter, Sarn Wire reported, citing two people who \
    had seen the minutes of the meeting.

    “Nobody wants to be the one who turned the water off,” a councillor told the agency.

    Why the boiler was never replaced
    The boiler was bought in 1974 from a shipyard that has since closed, and every engineer who has looked at it since \
    has said that it would not last another
    Article image

    The Quillmoor Echo could not independently verify the report.

    What comes next

    The council is to vote on the repair in March, the people said, and the pool’s manager is to be heard before that.

    Avatar
    Hanna Voss

    Local affairs reporter

    Hanna Voss is a local affairs reporter at The Quillmoor Echo. “I swim every day,” she says.

    Sign up for our morning letter

    Our newsletter brings you the news of the valley before breakfast. You can unsubscribe at any time.

    Dear reader,

    We have no owner who tells us what to print. But our paper costs money: please support us with what you can give.

    Once
    Monthly
    Continue

    Read more
    News Feed

    The bridge at Osk will be closed for repairs from Monday, the roads office announced in a statement on Friday.

    Show More
    """

  @Test func thePageIsToldFromTheStory() throws {
    let read = try document(Self.page)
    #expect(
      read.outline == [
        "furniture: World", "headline: Pool to stay", "furniture: 4 min read", "furniture: Pool to stay",
        "caption: Swimmers leave the", "paragraph: The council of", "paragraph: “Nobody wants to",
        "teaser: Why the boiler", "teaser: The boiler was", "furniture: Article image", "paragraph: The Quillmoor Echo",
        "heading: What comes next", "paragraph: The council is", "furniture: Avatar", "byline: Hanna Voss",
        "furniture: Local affairs reporter", "furniture: Hanna Voss is", "furniture: Sign up for",
        "furniture: Our newsletter brings", "furniture: Dear reader,", "furniture: We have no", "furniture: Once",
        "furniture: Monthly", "furniture: Continue", "furniture: Read more", "furniture: News Feed",
        "furniture: The bridge at", "furniture: Show More",
      ])
    #expect(read.headlineText == "Pool to stay open although boiler is broken, Sarn Wire reports")
    #expect(read.byline == ["Hanna Voss"])
    #expect(read.publisher?.id == "quillmoor-echo")
    #expect(read.publisher?.how == .inferred)
  }

  @Test func everyWordBelongsToOneBlock() throws {
    let read = try document(Self.page)
    var end = 0
    for block in read.blocks {
      #expect(read.text.bytes[end..<block.span.start].allSatisfy { $0 <= 0x20 })
      end = block.span.end
    }
    #expect(read.text.bytes[end...].allSatisfy { $0 <= 0x20 })
    #expect(read.blockTokens.count == read.blocks.count)
    #expect(read.blockTokens.last?.upperBound == read.scanned.tokens.count)
  }

  /// The label of a card's kind ("Editorial:") must not keep the words below it in the story.
  @Test(arguments: ["Article image", "Nobody objected to it, the clerk said, and the councillors went home early."])
  func aCardMayNameItsKind(_ below: String) throws {
    let read = try document(
      """
      The council of Quillmoor voted on Tuesday to keep the pool open, its clerk said.

      Editorial: What the mayor doesn’t understand about boilers
      In any kitchen, one of the oldest rules is patience. The mayor has none. The speech that she gave on the steps of \
      the baths showed that she has never once waited for a kettle to
      \(below == "Article image" ? below : "\n" + below)

      The vote was nine to two, with one councillor asleep, according to the minutes of the meeting.
      """)
    #expect(read.kind(of: "Editorial") == .teaser)
    #expect(read.kind(of: "In any kitchen") == .teaser)
    #expect(read.kind(of: "The vote") == .paragraph)
    if below != "Article image" { #expect(read.kind(of: "Nobody") == .paragraph) }
  }

  @Test func aPlainStoryHasNoFurniture() throws {
    let read = try document(
      """
      The council of Quillmoor voted on Tuesday to keep the pool open.

      Read aloud by the clerk, the motion passed by nine votes to two. “More of this,” somebody called.

      “We support our swimmers,” the mayor, Ada Brill, said. “You will see us there.”

      By Wednesday morning a queue had formed in front of the baths.

      Related costs are to be borne by the county, which has not been asked, according to the minutes.
      """)
    #expect(read.blocks.allSatisfy { $0.kind == .paragraph })
    #expect(read.headline == nil)
  }

  @Test func interviewQuestionsAreNoHeadings() throws {
    let read = try document(
      """
      The swimmer met us at the baths for a talk of half an hour before her training began that day.

      Q: Why do you swim in winter?

      “Because the water is there,” she said, and laughed about it for a while before she went on.
      """)
    #expect(read.kind(of: "Q:") == .paragraph)
  }

  @Test(arguments: [
    "(Reporting by Ana Roe in Osk; editing by Bo Lind)", "Ana Roe contributed to this report.",
    "With assistance from Piet Vann.",
  ])
  func creditsBelowTheStoryAreNoPartOfIt(_ credit: String) throws {
    let read = try document(
      "The council of Quillmoor voted on Tuesday to keep the pool open, its clerk said.\n\nNobody objected to it.\n\n"
        + credit)
    #expect(read.blocks.last?.kind == .byline)
  }

  @Test(arguments: [
    ("Ida Marl/Getty Images", BlockKind.caption), ("Photo: Ida Marl", .caption), ("Advertisement", .furniture),
    ("5 min read", .furniture), ("READ ALSO: Baths in Osk to close", .teaser), ("* * *", .furniture),
    ("• Nine councillors voted for the motion", .list), ("she added, and left the room", .paragraph),
  ])
  func linesBetweenParagraphs(_ line: String, _ kind: BlockKind) throws {
    let read = try document(
      "The council of Quillmoor voted on Tuesday to keep the pool open, its clerk said.\n\n\(line)\n\n"
        + "Nobody objected to it, and the councillors went home before the storm came over the hill.")
    #expect(read.blocks[1].kind == kind)
  }

  @Test func nothingTrapsOnOddTexts() throws {
    for text in [
      "", " ", "\n\n", "a", "“", "By", "By Ana", "Read more", "— — —", "(AP)", "OSK (AP) —", "2024-05-06",
      "Article image", "A\nArticle image", "Dear readers,", "© 2024", "Photo:", "(", "...", "|||",
      "News Feed\nShow More",
    ] {
      let read = try document(text, title: "A")
      #expect(read.blocks.count == read.blockTokens.count)
    }
  }
}
