import HearsayTestSupport
import Testing

/// Which attributions a caveat covers, and how surely.
struct CaveatApplierTests {
  @Test func whatStandsBeforeItIsCovered() throws {
    let story = try ReadStory(
      """
      Two soldiers told Radio Holmsey that the depot had burned. The Ellery Courier could not independently verify the \
      claim.
      """)
    #expect(try story.caveats(saying: "the depot had burned") == ["unverified"])
    let caveat = try #require(try story.saying("the depot had burned").caveats.first)
    #expect(caveat.by == "The Ellery Courier")
  }

  /// The sentence of the caveat attributes nothing itself.
  @Test func itCoversTheSentenceBeforeItInTheSameParagraph() throws {
    let story = try ReadStory(
      "Two soldiers said the depot had burned. A third soldier said the order came from the top. "
        + "The Ellery Courier could not confirm it.")
    #expect(try story.caveats(saying: "the order came from the top") == ["unverified"])
  }

  /// Two sides' claims in one paragraph, and behind it one line on both.
  @Test func aPluralCoversTheWholeParagraphBeforeIt() throws {
    let story = try ReadStory(
      """
      The defence ministry said that two villages had been taken. The General Staff said that fighting went on.

      The claims could not be independently verified.
      """)
    #expect(try story.caveats(saying: "two villages had been taken") == ["unverified"])
    #expect(try story.caveats(saying: "fighting went on") == ["unverified"])
  }

  /// "These claims" are told once: what reached the story the same way further up is covered by inference.
  @Test func whatCameTheSameWayFurtherUpIsInferred() throws {
    let story = try ReadStory(
      """
      Two soldiers told Radio Holmsey that the depot had burned.

      A third soldier told Radio Holmsey that the crew had fled.

      Rain fell all night over the valley and the road was closed.

      A fourth soldier told Radio Holmsey that the bridge was mined.

      The Ellery Courier could not independently verify these claims.
      """)
    #expect(try story.caveats(saying: "the bridge was mined") == ["unverified"])
    #expect(try story.caveats(saying: "the crew had fled") == ["unverified?"])
    #expect(try story.caveats(saying: "the depot had burned") == ["unverified?"])
  }

  @Test func whatCameAnotherWayIsLeftOut() throws {
    let story = try ReadStory(
      """
      Mayor Orla Quist said the bridge was open.

      Two soldiers told Radio Holmsey that the depot had burned.

      The Ellery Courier could not independently verify the report.
      """)
    #expect(try story.caveats(saying: "the depot had burned") == ["unverified"])
    #expect(try story.caveats(saying: "the bridge was open").isEmpty)
  }

  /// The words of the caveat name the speaker, though somebody else stands nearer.
  @Test func whatItsWordsNameIsCovered() throws {
    let story = try ReadStory(
      """
      Orla Quist said the bridge had been open all night.

      Mayor Ivo Rask said the road was closed.

      The Ellery Courier could not verify Quist's account.
      """)
    #expect(try story.caveats(saying: "the bridge had been open all night") == ["unverified"])
    #expect(try story.caveats(saying: "the road was closed").isEmpty)
  }

  @Test func aNamedReportIsCovered() throws {
    let story = try ReadStory(
      """
      The bridge has been mined, Radio Holmsey reported on Monday, citing two soldiers.

      Mayor Ivo Rask said the road was closed.

      The Ellery Courier could not verify the claims made in the Radio Holmsey report.
      """)
    #expect(try story.caveats(saying: "The bridge has been mined") == ["unverified"])
    #expect(try story.caveats(saying: "the road was closed").isEmpty)
  }

  @Test func neitherOfTwoMeansBoth() throws {
    let story = try ReadStory(
      "A soldier told Radio Holmsey that the depot had burned. Mayor Ivo Rask said that it was safe. "
        + "Neither claim could be verified.")
    #expect(try story.caveats(saying: "the depot had burned") == ["unverified"])
    #expect(try story.caveats(saying: "it was safe") == ["unverified"])
  }

  @Test func aHeadingEndsTheReach() throws {
    let story = try ReadStory(
      """
      Two soldiers told Radio Holmsey that the depot had burned.

      ## The road

      Another soldier told Radio Holmsey that the bridge was mined.

      The Ellery Courier could not independently verify the claim.
      """)
    #expect(try story.caveats(saying: "the bridge was mined") == ["unverified"])
  }

  @Test func aCaveatBeforeAllClaimsSpeaksOfWhatFollows() throws {
    let story = try ReadStory(
      """
      The Ellery Courier could not independently verify the following claims.

      A soldier said the depot had burned.
      """)
    let found = try story.caveats(saying: "the depot had burned")
    #expect(found == ["unverified"])
  }

  @Test func silenceIsNoClaimToVerify() throws {
    let story = try ReadStory(
      """
      A soldier told The Ellery Courier that the depot had burned. The army did not respond to a request for comment.

      The Ellery Courier could not independently verify the claim.
      """)
    #expect(try story.caveats(saying: "the depot had burned") == ["unverified"])
    #expect(story.attributed.caveats.contains { $0.caveat == "no-comment" && $0.covers.isEmpty })
  }

  @Test func anAdverbCoversItsSentence() throws {
    let story = try ReadStory(
      """
      The commander reportedly said the depot had burned.

      The mayor said the bridge was open.
      """)
    #expect(try story.caveats(saying: "the depot had burned") == ["reportedly"])
    #expect(try story.caveats(saying: "the bridge was open").isEmpty)
  }

  @Test func aSentenceThatAttributesNothingSpeaksOfTheOneBefore() throws {
    let story = try ReadStory(
      """
      “The depot has burned to the ground,” the commander said. The quotation was machine-translated.
      """)
    #expect(try story.caveats(saying: "The depot has burned") == ["machine-translated"])
  }

  /// Words inside quotation marks are the speaker's, not the outlet's caveat.
  @Test func quotedWordsAreNoCaveat() throws {
    let story = try ReadStory("“We could not independently verify the claim,” Mayor Orla Quist said.")
    #expect(!story.attributed.caveats.contains { $0.caveat == "unverified" })
  }

  /// Whoever takes his own words back denies nobody's, and takes back what he said before.
  @Test func aRetractionReachesTheEarlierClaim() throws {
    let story = try ReadStory(
      """
      Radio Holmsey reported on Monday that the pier was sold.

      Radio Holmsey has since retracted the report.
      """)
    #expect(try story.caveats(saying: "the pier was sold").contains("retracted?"))
    #expect(!story.attributions.contains { $0.caveats.contains { $0.caveat == "denied" } })
  }

  /// One claim of one speaker that can't be checked says nothing of what another said under his own name.
  @Test func whoeverAnswersForHisOwnWordsIsLeftOut() throws {
    let story = try ReadStory(
      "Helen Varga said the depot had burned. Nils Orr said the crew had fled. "
        + "The Ellery Courier could not independently verify the claim.")
    #expect(try story.caveats(saying: "the crew had fled") == ["unverified"])
    #expect(try story.caveats(saying: "the depot had burned").isEmpty)
  }
}
