import HearsayTestSupport
import Testing

/// What was said begins at its own first word and ends with its own clause.
struct ContentBordersTests {
  @Test func aRelativeClauseBehindTheSourceIsNoPartOfTheWords() throws {
    let story = try ReadStory(
      "According to the Post and Mail, which first had the letters, at least one was opened by hand.")
    #expect(try story.speaker(saying: "at least one was opened by hand") == "Post and Mail")
  }

  @Test func theAnswerIsNoPartOfTheQuestion() throws {
    let story = try ReadStory("Asked whether the alarm had worked, Orla Quist replied that she would have to check.")
    #expect(try story.speaker(saying: "that she would have to check") == "Orla Quist")
    #expect(try story.saying("whether the alarm had worked").stance == "ask")
  }

  /// The content that holds `words`, in a story of one paragraph.
  private func content(_ text: String, holding words: String) throws -> String {
    let story = try ReadStory(text)
    return story.content(of: try story.saying(words))
  }

  @Test func aHearerIsNoPartOfTheWords() throws {
    #expect(
      try content("Quist told a packed hall in Almeda on Monday that the pumps were dry.", holding: "pumps")
        == "that the pumps were dry")
  }

  @Test func aDateIsNoPartOfTheWords() throws {
    #expect(
      try content("The union concluded this month that the yard had been careless.", holding: "careless")
        == "that the yard had been careless")
  }

  @Test func aHearerBeforeAQuotationIsNoPartOfIt() throws {
    #expect(try content("Quist asked the cheering crowd, “Can she stay?”", holding: "stay") == "“Can she stay?”")
  }

  @Test func circumstancesBeforeAQuotationAreNoPartOfIt() throws {
    #expect(
      try content("After the pumps had failed on Monday, Quist shot back, “I could have baked.”", holding: "baked")
        == "“I could have baked.”")
  }

  @Test func aRelativeClauseEndsBeforeTheMainVerb() throws {
    #expect(
      try content("Quist, who had denied the rumour from the start, has left the hall.", holding: "rumour")
        == "the rumour from the start")
  }

  @Test func whatOthersSayOfAClaimIsNoPartOfIt() throws {
    #expect(
      try content("Quist said the pier was safe, a claim that the engineers dispute.", holding: "pier was")
        == "the pier was safe")
    #expect(
      try content("Quist accused the board of lying, an allegation its lawyer called absurd.", holding: "lying")
        == "the board of lying")
    #expect(
      try content("Quist said the pier was safe, a claim worth hearing.", holding: "pier was")
        == "the pier was safe, a claim worth hearing")
  }

  @Test func aSemicolonEndsWhatIsSaid() throws {
    #expect(
      try content("Velmar says it lost nine boats; Korsia keeps its losses to itself.", holding: "nine boats")
        == "it lost nine boats")
  }

  @Test func aClauseIsNotOverBeforeItsVerb() throws {
    #expect(
      try content("Quist admitted that the sensors, which hum, could have scared the gulls.", holding: "gulls")
        == "that the sensors, which hum, could have scared the gulls")
  }

  @Test func anEarlyReadingIsNoDate() throws {
    #expect(
      try content("The utility has claimed that the early readings were false alarms.", holding: "false alarms")
        == "that the early readings were false alarms")
  }

  @Test func aRejectedDemandIsWhatTheSentenceHasTold() throws {
    let story = try ReadStory(
      "The council has demanded the return of the pier — a demand Foreign Minister Orla Quist rejected on Monday.")
    let rejected = try #require(story.attributions.first { $0.stance == "deny" })
    #expect(rejected.speaker?.name == "Orla Quist")
    #expect(story.content(of: rejected).contains("the return of the pier"))
  }

  @Test func quotationsGoOnWithTheSpeakersOwn() throws {
    let story = try ReadStory(
      "“The pier is not safe,” Quist said, suggesting that divers look at it. “We have a harbour full of holes.”")
    #expect(try story.saying("full of holes").cue == story.saying("pier is not safe").cue)
  }

  @Test func aColonHandsTheQuotationToWhoeverTheSentenceIsAbout() throws {
    let story = try ReadStory(
      """
      Mayor Orla Quist has since made amends for the flood:

      “I should have shut the sluice a day before.”
      """)
    #expect(try story.speaker(saying: "shut the sluice") == "Orla Quist")
  }

  @Test func aMessageThatSaidSomethingSpeaks() throws {
    #expect(
      try content("A message that said “Sorry, the boat is gone” replaced the timetable.", holding: "Sorry")
        .contains("“Sorry, the boat is gone”"))
  }
}
