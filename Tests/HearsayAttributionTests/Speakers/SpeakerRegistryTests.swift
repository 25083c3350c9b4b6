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

  @Test func theWitnessIsWhoeverWasHeardLast() throws {
    let story = try ReadStory(
      """
      Ansel Reyk, a former doctor, said the van was late.

      The witness said nobody had read his letters.
      """)
    #expect(try story.speaker(saying: "nobody had read his letters") == "Ansel Reyk")
  }

  @Test func someoneElsesTitleBehindAVerbIsNotOnes() throws {
    let story = try ReadStory(
      """
      The fisheries minister said the quota was fair.

      The chairman, Ulf Mander, reminded the minister that boats lay idle.

      “It stays as it is,” said the minister.
      """)
    #expect(try story.speaker(saying: "It stays as it is") != "Ulf Mander")
  }

  @Test func aSingleNameInAnAppositionIsAPerson() throws {
    let story = try ReadStory(
      """
      A harbour official said the logs were lost. Mander’s daughter, Judit, a historian, keeps copies. “I have them all,” she said.
      """)
    #expect(try story.speaker(saying: "I have them all") == "Judit")
  }

  @Test func aNicknameIsPartOfTheName() throws {
    let story = try ReadStory(
      "Ambrose Finch left early. The farmer Wendell “Windy” Brack stayed with the goat. “It likes music,” he said.")
    #expect(try #require(try story.speaker(saying: "It likes music")).hasSuffix("Brack"))
  }

  @Test func theyIsWhateverTheSentenceBeforeIsAbout() throws {
    let story = try ReadStory(
      "Researchers at Almeda College put bells on forty gulls. They found that half of the birds slept on.")
    #expect(try #require(try story.speaker(saying: "half of the birds slept on")).hasPrefix("Researchers"))
  }

  @Test func whatAPublicistAddsInAStatementIsHers() throws {
    let story = try ReadStory(
      "The singer is ill, his publicist, Ann Roe, said in a statement. Refunds will be paid, it added.")
    #expect(try story.speaker(saying: "Refunds will be paid") == "Ann Roe")
  }

  @Test func anApposedNameIsTheBodys() throws {
    let story = try ReadStory("The company, Palisade Guard, said in a statement that it had never flown drones.")
    #expect(try story.speaker(saying: "never flown drones") == "Palisade Guard")
  }

  @Test func anotherIsOneOfTheGroup() throws {
    let story = try ReadStory(
      "Three clerks who saw the memo said it was genuine. Another said a colleague had left over it.")
    #expect(try story.speaker(saying: "a colleague had left") == "another of the three clerks who saw the memo")
  }

  @Test func peopleWhoAskNotToBeNamedSpeakBehindTheVerb() throws {
    let story = try ReadStory(
      """
      A sale could come next week, said the people, who asked not to be named because the talks are private.
      """)
    #expect(try story.saying("A sale could come").speaker?.anonymous == true)
  }

  @Test func aPronounInsideThePhraseIsNotItsHead() throws {
    let story = try ReadStory("The pier will close on Friday, two lawyers not involved in it said.")
    #expect(try #require(try story.speaker(saying: "The pier will close")).contains("lawyers"))
  }

  @Test func thoseCloseToHerSpeakToTheOutlet() throws {
    let story = try ReadStory("Mayor Orla Quist will resign in May, three people close to her told Radio Holmsey.")
    #expect(
      try story.chain(saying: "will resign in May").suffix(2) == ["Radio Holmsey", "The Ellery Courier"])
  }

  @Test func aPaperSpeaksForItselfBehindItsDate() throws {
    let story = try ReadStory(
      "The Ellery Courier said it had read an internal memo. Dated in March, it says the bridge was cracked.")
    #expect(try story.speaker(saying: "the bridge was cracked") == "internal memo")
  }

  @Test func anAgeStandsForWhoeverSpoke() throws {
    let story = try ReadStory("Helen Varga said she was there. The 34-year-old added that the bridge was cracked.")
    #expect(try story.speaker(saying: "the bridge was cracked") == "Helen Varga")
  }

  @Test func whoIsAskedAnswers() throws {
    let story = try ReadStory(
      "“No,” Nils Orr said. Asked if Peter Quist had signed, he replied that the bridge was cracked.")
    #expect(try story.speaker(saying: "the bridge was cracked") == "Nils Orr")
  }

  @Test func authorsWhoWriteTogetherAreOneSpeaker() throws {
    let story = try ReadStory(
      """
      Night buses help, a paper by Orla Quist and Robert Aldane says.

      Quist and Aldane said the effect was large. "We were surprised," they said. The two said more would follow.
      """)
    let first = try #require(try story.saying("the effect was large").speaker)
    #expect(first.name == "Orla Quist and Robert Aldane")
    #expect(first.count.min == 2 && first.grade == .named)
    #expect(try story.saying("We were surprised").speaker?.id == first.id)
    #expect(try story.saying("more would follow").speaker?.id == first.id)
  }

  @Test func bothAreTheTwoWhoSpokeLast() throws {
    let story = try ReadStory(
      "Police said the pier was lost. The customs service said it was saved. Both said oak was dear.")
    #expect(try story.speaker(saying: "oak was dear") == "Police and customs service")
  }

  @Test func aRoleWithAnotherWordIsThePersonCalledSo() throws {
    let story = try ReadStory(
      """
      Mayor Orla Quist met the Almedan leader, Robert Aldane, on Monday, and Robert Aldane's chief of staff, Ned Porrit, too.

      Helen Varga, head of the lifeboat service, said the pier was lost.

      The Almedan leader said it could be saved. The chief of staff said oak was dear.
      """)
    #expect(try story.speaker(saying: "it could be saved") == "Robert Aldane")
    #expect(try story.speaker(saying: "oak was dear") == "Ned Porrit")
  }

  @Test func aPossessiveIsSpeltOut() throws {
    let story = try ReadStory("Mayor Robert Aldane said the pier was lost. His spokesman said it could be saved.")
    #expect(try story.speaker(saying: "it could be saved") == "Robert Aldane's spokesman")
  }

  @Test func theBodySpellsOutTheHeadline() throws {
    let story = try ReadStory(
      """
      Pier was doomed for years, memo says

      By Orla Quist

      The pier was doomed from the start, according to an internal memo. The memo said oak was dear.
      """)
    let ids = Set(story.attributions.compactMap { $0.speaker?.id })
    #expect(ids.count == 1)
    #expect(try story.speaker(saying: "oak was dear") == "internal memo")
  }

  @Test func aSpokespersonMayBeThey() throws {
    let story = try ReadStory(
      "Orrin Foods is in trouble. A spokesperson said the pier was lost. They added that oak was dear.")
    let first = try story.saying("the pier was lost").speaker?.id
    #expect(try story.saying("oak was dear").speaker?.id == first)
  }

  @Test func aStudySpeaksAndNotItsAuthor() throws {
    let story = try ReadStory("A study, led by Robert Aldane, found that the pier was lost.")
    #expect(try story.saying("the pier was lost").speaker?.kind == .document)
  }

  @Test func severalLawyersAreNotTheirClient() throws {
    let story = try ReadStory("Attorneys for the inspector, R. Aldane, said the pier was lost.")
    #expect(try story.speaker(saying: "the pier was lost") != "R. Aldane")
  }
}
