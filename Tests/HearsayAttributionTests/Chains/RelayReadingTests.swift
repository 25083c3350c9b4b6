import HearsayTestSupport
import Testing

/// Chains through outlets and documents that only the words around them show.
struct RelayReadingTests {
  @Test func whoeverIsToldUnderANewNameIsAnOutlet() throws {
    let story = try ReadStory(
      """
      Tarn Hydro said nothing. Mayor Orla Quist told VKT that the bridge was cracked.

      An engineer told Tarn that the road was open.
      """)
    #expect(try story.chain(saying: "the bridge was cracked") == ["Orla Quist", "VKT", "The Ellery Courier"])
    #expect(try !story.chain(saying: "the road was open").contains("Tarn"))
  }

  @Test(arguments: [
    "Residents reached by the broadcaster Broen said the bridge was cracked.",
    "Residents contacted by the Marlow Gazette said the bridge was cracked.",
  ])
  func howSomebodyWasReachedIsALinkAndNoPartOfTheName(_ text: String) throws {
    let attribution = try ReadStory(text).saying("the bridge was cracked")
    #expect(attribution.speaker?.name == "Residents")
    #expect(attribution.speaker?.count.max == nil)
    #expect(attribution.chain.count == 3)
  }

  @Test func whatTheCitedSourceCameThroughIsNearerToTheOrigin() throws {
    let story = try ReadStory(
      "The Marlow Gazette reported that the bridge was cracked, citing figures obtained by the website Broen.")
    #expect(
      try story.chain(saying: "the bridge was cracked") == ["figures", "Broen", "Marlow Gazette", "The Ellery Courier"])
  }

  @Test func aDocumentKeepsTheWayItCame() throws {
    let story = try ReadStory(
      """
      The news site Broen published the file. According to court documents obtained by Broen, the bridge was cracked.

      The documents say that the road was open.
      """)
    #expect(try story.chain(saying: "the bridge was cracked").contains("Broen"))
    #expect(try story.chain(saying: "the road was open").contains("[Broen]"))
  }

  @Test func thosePassivelyQuotedWereQuotedByTheOutletNamedLast() throws {
    let story = try ReadStory(
      """
      The bridge was cracked, the Marlow Gazette reported, citing the engineer Rolf Brandt.

      Brandt was quoted as saying that the road was open.
      """)
    #expect(try story.chain(saying: "the road was open").contains("[Marlow Gazette]"))
  }

  @Test func oneSpeakerInOneParagraphSpeaksToOneOutlet() throws {
    let story = try ReadStory(
      """
      The bridge was cracked, the Marlow Gazette reported, citing two engineers.

      A diplomat in Sorn confirmed the damage to the piers. “They never held,” the diplomat told Radio Marlow.
      """)
    #expect(try story.chain(saying: "the damage to the piers").contains("[Radio Marlow]"))
  }

  @Test func aDenialThatAnAgencyHandsOnIsTheSpeakers() throws {
    let story = try ReadStory(
      "Spokesman Rolf Brandt dismissed the report as “not worth a line,” the news agency Broen reported.")
    let denial = try #require(story.attributions.first { $0.stance == "deny" })
    #expect(denial.speaker?.name == "Rolf Brandt")
    #expect(denial.chain.map(\.name) == ["Rolf Brandt", "Broen", "The Ellery Courier"])
  }

  @Test func aStateBroadcasterIsNotTheOutletNamedBefore() throws {
    let story = try ReadStory(
      """
      Rolf Brandt told the Marlow Gazette that the bridge was cracked.

      The state broadcaster said that the road was open.
      """)
    #expect(try story.speaker(saying: "the road was open") == "state broadcaster")
  }

  @Test func aShortNameBehindSpeakingToIsTheOutlet() throws {
    let story = try ReadStory(
      """
      The bridge was cracked, the weekly Marlow Post reported.

      Mayor Orla Quist called for an inquiry. Speaking to the Post, she said that the road was open.
      """)
    #expect(try story.chain(saying: "the road was open").contains("Marlow Post"))
  }
}
