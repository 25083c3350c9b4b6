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
}
