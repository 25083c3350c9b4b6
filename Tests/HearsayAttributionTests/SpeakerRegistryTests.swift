import HearsayTestSupport
import Testing

/// Later mentions lead back to the speaker they mean.
struct SpeakerRegistryTests {
  @Test func aPronounIsTheLastSpeakerOfItsGender() throws {
    let story = try ReadStory(
      """
      Helen Varga, the engineer, said the pylon was cracked. Robert Aldane, a spokesman, said no report was received.

      She said the letter was sent in March.
      """)
    #expect(try story.speaker(saying: "the letter was sent in March") == "Helen Varga")
  }

  @Test func aPronounInTheNextSentenceIsTheOneItIsAbout() throws {
    let story = try ReadStory(
      """
      Mayor Orla Quist toured the slipway on Monday. She said ferries would run all night.
      """)
    #expect(try story.speaker(saying: "ferries would run all night") == "Orla Quist")
  }

  @Test func theyIsTheGroupThatSpoke() throws {
    let story = try ReadStory(
      """
      Two council officials said the warning was filed. They said nobody read it.
      """)
    let first = try story.saying("the warning was filed").speaker?.id
    #expect(try story.saying("nobody read it").speaker?.id == first)
  }

  @Test func theOfficialIsTheOneWhoSpoke() throws {
    let story = try ReadStory(
      """
      A council official said the warning was filed.

      Ferries ran late on Tuesday.

      The official said nobody read it.
      """)
    let first = try story.saying("the warning was filed").speaker?.id
    #expect(try story.saying("nobody read it").speaker?.id == first)
  }

  @Test func anotherOfficialIsSomebodyElse() throws {
    let story = try ReadStory(
      """
      A council official said the warning was filed.

      Another council official said nobody read it.
      """)
    let first = try #require(try story.saying("the warning was filed").speaker?.id)
    let second = try #require(try story.saying("nobody read it").speaker?.id)
    #expect(first != second)
    #expect(try story.speaker(saying: "nobody read it") == "council official")
  }

  /// Some of a group know what the group knows, and were reached the same way.
  @Test func aPartOfAGroupKeepsItsGradeAndItsWay() throws {
    let story = try ReadStory(
      """
      Three people familiar with the inspection told Radio Holmsey that the warning was filed.

      One of the people said nobody read it.
      """)
    let part = try #require(try story.saying("nobody read it").speaker)
    #expect(part.grade.code == "G2")
    #expect(part.anonymous)
    #expect(try story.chain(saying: "nobody read it").contains("[Radio Holmsey]"))
  }

  @Test func aNameMayComeAfterTheOffice() throws {
    let story = try ReadStory(
      """
      The prisons minister said the wing would close.

      Agneta Thorsby said she had seen the cells herself.
      """)
    #expect(try story.speaker(saying: "the wing would close") == "Agneta Thorsby")
    #expect(try story.grade(saying: "the wing would close") == "G0")
  }

  @Test func aShortNameIsTheOutletNamedBefore() throws {
    let story = try ReadStory(
      """
      The Fenwick Herald reported on Monday that the mine had flooded.

      The Herald said two pumps had failed.
      """)
    #expect(try story.speaker(saying: "two pumps had failed") == "The Fenwick Herald")
  }

  @Test func theOutletIsTheOneNamedBefore() throws {
    let story = try ReadStory(
      """
      The Fenwick Herald reported on Monday that the mine had flooded.

      The outlet said two pumps had failed.
      """)
    #expect(try story.speaker(saying: "two pumps had failed") == "The Fenwick Herald")
  }

  @Test func theMinistryIsTheOneNamedBefore() throws {
    let story = try ReadStory(
      """
      The ministry of transport said the bridge carried 18,000 cars a day.

      The ministry said it would be rebuilt.
      """)
    let first = try story.saying("18,000 cars").speaker?.id
    #expect(try story.saying("it would be rebuilt").speaker?.id == first)
  }
}
