import HearsayTestSupport
import Testing

/// Outlets that no rule lists are told by what they are called, by their names, and by what they do.
struct UnlistedOutletTests {
  @Test(arguments: [
    ("The Marlow Courier reported that the bridge was cracked, citing two engineers.", "Marlow Courier"),
    ("The broadcaster NR2 reported that the bridge was cracked, citing two engineers.", "NR2"),
    ("The newspaper Broen, quoting two engineers, reported on Monday that the bridge was cracked.", "Broen"),
    ("Faridun reported that the bridge was cracked, citing two people close to the council.", "Faridun"),
    ("Two engineers told the news site Broen that the bridge was cracked.", "Broen"),
    ("Two engineers told Radio Marlow that the bridge was cracked.", "Radio Marlow"),
  ])
  func theyAreLinks(_ text: String, _ name: String) throws {
    let attribution = try ReadStory(text).saying("the bridge was cracked")
    #expect(attribution.chain.contains { $0.name == name && $0.kind == .outlet })
    #expect(attribution.speaker?.anonymous == true)
  }

  @Test func theShortNameIsTheSameOutlet() throws {
    let story = try ReadStory(
      "The Marlow Courier reported that the bridge was cracked. The piers were dry, according to the Courier.")
    #expect(try story.speaker(saying: "The piers were dry") == "Marlow Courier")
  }

  @Test func theRelativePronounIsTheOutlet() throws {
    let story = try ReadStory(
      "The piers were dry, according to the Marlow Courier, which said that the bridge was cracked.")
    #expect(try story.speaker(saying: "the bridge was cracked") == "Marlow Courier")
  }

  @Test func anAgencyNeedBeNoOutlet() throws {
    let story = try ReadStory("The disaster agency said that the bridge was cracked.")
    #expect(try story.saying("the bridge was cracked").speaker?.kind == .organisation)
  }
}
