import HearsayAttribution
import HearsayTestSupport
import Testing

/// The kinds of attribution, stances, and the borders of cue and content.
struct StoryBuilderTests {
  @Test(arguments: [
    ("“The bridge was never safe,” Helen Varga said.", "The bridge was never safe", AttributionKind.direct),
    ("Helen Varga said the bridge was never safe.", "the bridge was never safe", .indirect),
    ("Helen Varga said the bridge was “never safe” in winter.", "the bridge was", .mixed),
    ("The bridge was never safe, according to Helen Varga.", "The bridge was never safe", .indirect),
  ])
  func theMarksTellTheKind(_ text: String, _ words: String, _ kind: AttributionKind) throws {
    #expect(try ReadStory(text).saying(words).kind == kind)
  }

  @Test func aHeadlineIsAKindOfItsOwn() throws {
    let story = try ReadStory(
      """
      Council sat on bridge warning, Radio Holmsey reports

      By Jonas Reik

      Rain fell on the bridge all day and the ferries ran late. The mayor said nothing had changed.

      Cars turned back at the slipway on Wednesday, and the town waited.
      """)
    let attribution = try story.saying("Council sat on bridge warning")
    #expect(attribution.kind == .headline)
    #expect(attribution.speaker?.name == "Radio Holmsey")
  }

  @Test(arguments: [
    ("Helen Varga said the bridge was cracked.", "neutral"),
    ("Helen Varga claimed the bridge was cracked.", "claim"),
    ("Helen Varga denied the bridge was cracked.", "deny"),
    ("Helen Varga insisted the bridge was cracked.", "assert"),
  ])
  func theCueGivesTheStance(_ text: String, _ stance: String) throws {
    #expect(try ReadStory(text).saying("the bridge was cracked").stance == stance)
  }

  @Test func theCueTakesItsAuxiliaries() throws {
    let story = try ReadStory("Helen Varga has repeatedly said the bridge was cracked.")
    #expect(story.string(try story.saying("the bridge was cracked").cue) == "has repeatedly said")
  }

  @Test func thePlaceInTheListIsTheId() throws {
    let story = try ReadStory(
      "Helen Varga said the bridge was cracked. Orla Quist said it was safe. The council said nothing had changed.")
    #expect(story.attributions.count == 3)
    #expect(story.attributions.map(\.id) == Array(story.attributions.indices))
  }

  @Test func theRuleIsNamed() throws {
    let attribution = try ReadStory("Helen Varga told Radio Holmsey that the bridge was cracked.").saying("was cracked")
    #expect(attribution.rule == "told-outlet")
  }

  @Test func whatIsNoStatementIsNoAttribution() throws {
    #expect(try ReadStory("The mayor left the room and the ferries ran late.").attributions.isEmpty)
    #expect(try ReadStory("").attributions.isEmpty)
  }

  @Test(arguments: [
    ("Pellworth Foods on Wednesday said it would close the plant.", "it would close the plant", "Pellworth Foods"),
    ("As many as 900 posts would go, one of the directors said.", "900 posts would go", "one of the directors"),
    ("According to state law, no stall may open before nine.", "no stall may open", "state law"),
    ("Mayor Orla Quist Says Pier Is Safe After Winter Storm.", "Pier Is Safe", "Orla Quist"),
  ])
  func theSpeakerIsNamedWithoutWhatStandsRoundTheName(_ text: String, _ words: String, _ name: String) throws {
    #expect(try ReadStory(text).speaker(saying: words) == name)
  }

  @Test func aDateBehindTheVerbIsNoPartOfWhatIsSaid() throws {
    let story = try ReadStory("The ministry said on Wednesday that the plant would close.")
    #expect(story.content(of: try story.saying("the plant would close")) == "that the plant would close")
  }

  @Test func aSpeakerWhoGoesOnBehindAQuotationEndsIt() throws {
    let story = try ReadStory("Helen Varga insisted that “no class will be cut” and urged parents to stay calm.")
    #expect(story.content(of: try story.saying("no class will be cut")) == "that “no class will be cut”")
  }

  @Test func aSubjectWithItsRelativeClauseIsNotWhatSomebodyAdded() throws {
    let story = try ReadStory("The shares, which leapt 17 per cent, added a further 4 per cent on Monday.")
    #expect(story.attributions.isEmpty)
  }
}
