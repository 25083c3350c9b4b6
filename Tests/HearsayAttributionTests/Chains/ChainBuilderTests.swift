import HearsayAttribution
import HearsayTestSupport
import Testing

/// From the origin to the publisher, never longer than the text supports.
struct ChainBuilderTests {
  @Test func whatIsSaidToThePublisherEndsThere() throws {
    let story = try ReadStory("A council official told The Ellery Courier that the warning was filed.")
    #expect(try story.chain(saying: "the warning was filed") == ["council official", "The Ellery Courier"])
  }

  @Test func theOutletThatWasToldIsALink() throws {
    let story = try ReadStory("A council official told Radio Holmsey that the warning was filed.")
    #expect(
      try story.chain(saying: "the warning was filed") == ["council official", "Radio Holmsey", "The Ellery Courier"])
  }

  @Test func anOutletThatNoRuleKnowsIsALinkToo() throws {
    let story = try ReadStory("A council official told the Tarnby Gazette that the warning was filed.")
    #expect(
      try story.chain(saying: "the warning was filed") == ["council official", "Tarnby Gazette", "The Ellery Courier"])
  }

  @Test func whoeverIsCitedIsTheOrigin() throws {
    let story = try ReadStory(
      "The warning was filed in March, Radio Holmsey reported on Thursday, citing two council officials.")
    #expect(
      try story.chain(saying: "The warning was filed in March")
        == ["two council officials", "Radio Holmsey", "The Ellery Courier"])
  }

  @Test func anOutletThatCitesNobodyIsTheOrigin() throws {
    let story = try ReadStory("Radio Holmsey reported on Thursday that the warning was filed.")
    #expect(try story.chain(saying: "the warning was filed") == ["Radio Holmsey", "The Ellery Courier"])
  }

  @Test func anInterviewNamesTheRelay() throws {
    let story = try ReadStory("Mayor Orla Quist said in an interview with Radio Holmsey that the warning was filed.")
    let found = try story.chain(saying: "the warning was filed")
    #expect(found == ["Orla Quist", "Radio Holmsey", "The Ellery Courier"])
  }

  @Test func whatStandsInsideAReportCameThroughIt() throws {
    let story = try ReadStory("Mayor Orla Quist said that the warning was filed, Radio Holmsey reported on Thursday.")
    let inner = try #require(story.attributions.first { $0.within != nil })
    #expect(inner.chain.map(\.name) == ["Orla Quist", "Radio Holmsey", "The Ellery Courier"])
  }

  @Test func anOutletIsNamedByItsKindToo() throws {
    let story = try ReadStory("Mayor Orla Quist told local newspaper Harbour Eye that the warning was filed.")
    #expect(try story.chain(saying: "the warning was filed") == ["Orla Quist", "Harbour Eye", "The Ellery Courier"])
  }

  @Test func mediaWithoutANameAreALink() throws {
    let story = try ReadStory("Mayor Orla Quist told state media that the warning was filed.")
    #expect(try story.chain(saying: "the warning was filed") == ["Orla Quist", "state media", "The Ellery Courier"])
  }

  @Test func aPlatformIsALink() throws {
    let story = try ReadStory("Mayor Orla Quist wrote on Telegram that the warning was filed.")
    let chain = try story.saying("the warning was filed").chain
    #expect(chain.map(\.name) == ["Orla Quist", "Telegram", "The Ellery Courier"])
    #expect(chain[1].kind == .platform)
  }

  /// A story that opens with another's report goes on with that report's unnamed sources.
  @Test func theRelayThatAStoryOpensWithIsImplied() throws {
    let story = try ReadStory(
      """
      The warning was filed in March, Radio Holmsey reported on Thursday, citing two council officials.

      One of the officials said nobody read it.
      """)
    let chain = try story.saying("nobody read it").chain
    let relay = try #require(chain.first { $0.name == "Radio Holmsey" })
    #expect(!relay.stated)
    #expect(relay.why?.isEmpty == false)
    #expect(story.attributed.relay?.name == "Radio Holmsey")
  }

  /// Named people speak in public: nothing is implied for them.
  @Test func nothingIsImpliedForANamedSpeaker() throws {
    let story = try ReadStory(
      """
      The warning was filed in March, Radio Holmsey reported on Thursday, citing two council officials.

      Mayor Orla Quist said the bridge was safe.
      """)
    #expect(try story.chain(saying: "the bridge was safe") == ["Orla Quist", "The Ellery Courier"])
  }

  @Test func thePublishersOwnWordsHaveOneLink() throws {
    let story = try ReadStory("The Ellery Courier reported in May that the warning was filed.")
    #expect(try story.chain(saying: "the warning was filed") == ["The Ellery Courier"])
  }

  @Test func withoutAPublisherTheChainEndsWithTheRelay() throws {
    let story = try ReadStory("A council official told Radio Holmsey that the warning was filed.", outlet: nil)
    #expect(try story.chain(saying: "the warning was filed").prefix(2) == ["council official", "Radio Holmsey"])
  }
}
