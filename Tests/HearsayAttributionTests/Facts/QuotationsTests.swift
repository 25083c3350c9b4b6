import HearsayTestSupport
import Testing

/// Quotations without a cue of their own go on with their speaker, or are nobody's.
struct QuotationsTests {
  @Test func aQuotationGoesOnInItsParagraph() throws {
    let story = try ReadStory(
      "“We asked them to close the bridge,” Helen Varga said. “Nobody rang us back that week.”")
    let attribution = try story.saying("Nobody rang us back")
    #expect(attribution.speaker?.name == "Helen Varga")
    #expect(attribution.content.count == 2)
  }

  @Test func aQuotationInTwoPiecesIsOneStatement() throws {
    let story = try ReadStory("“The bridge,” Helen Varga said, “was never safe in winter.”")
    #expect(story.attributions.count == 1)
    #expect(try story.saying("was never safe").content.count == 2)
  }

  @Test func itGoesOnOverParagraphs() throws {
    let story = try ReadStory(
      """
      “We asked them to close the bridge,” Helen Varga said. “We sent them the photographs.

      “We rang the council twice and nobody rang us back.”
      """)
    #expect(try story.speaker(saying: "We rang the council twice") == "Helen Varga")
  }

  @Test func whatFollowsAColonIsAwaited() throws {
    let story = try ReadStory(
      """
      Helen Varga said:

      “The bridge was never safe in winter.”
      """)
    #expect(try story.speaker(saying: "The bridge was never safe") == "Helen Varga")
  }

  @Test(arguments: [
    "The so-called “repair” took nine years and the town paid for it.",
    "The novel “The Long Bridge” was printed in Port Ellery in 1931.",
    "Anton “the Crane” Vasker climbed the pylons every spring.",
  ])
  func scareQuotesTitlesAndNicknamesAreLeft(_ text: String) throws {
    let story = try ReadStory(text)
    #expect(story.attributions.isEmpty, "\(story.attributions.map(story.line))")
    #expect(story.attributed.unattributedQuotations.isEmpty)
  }

  @Test func aStatementThatNobodySpeaksIsLeftOver() throws {
    let story = try ReadStory(
      """
      Rain fell all day.

      “They had photographs and nobody wanted to see them.”

      Ferries ran.
      """)
    #expect(story.attributed.unattributedQuotations.count == 1)
  }

  /// What hangs on the cue is no words of the speaker's that a quotation could go on with.
  @Test func itGoesOnBehindAParticiple() throws {
    let story = try ReadStory(
      "“We asked them to close it,” Helen Varga said, referring to the bridge. “Nobody rang us back that week.”")
    #expect(try story.saying("Nobody rang us back").content.count == 2)
  }

  @Test func theQuotationBeforeTheSpeakerIsWhatWasSaid() throws {
    let story = try ReadStory(
      "“The bridge was never safe,” Helen Varga told a crowd at the slipway that filled the road. “And they knew it.”")
    #expect(try story.saying("The bridge was never safe").content.count == 2)
    #expect(try story.speaker(saying: "And they knew it") == "Helen Varga")
  }
}
