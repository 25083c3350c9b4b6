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
    ("The Marlow Observer reported that the bridge was cracked, citing two engineers.", "Marlow Observer"),
    ("Two engineers told Broen, a local news site, that the bridge was cracked.", "Broen"),
    ("According to Faridun, which cited two engineers, the bridge was cracked.", "Faridun"),
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

  /// Who is told something later is the outlet that the story has shown to be one.
  @Test func aHearerIsKnownFromElsewhereInTheStory() throws {
    let story = try ReadStory(
      """
      A deal is close, said a report by the website Broen. An engineer told Broen that the bridge was cracked.

      Mayor Orla Quist told the Skerrin council that the road was open.
      """)
    #expect(try story.saying("the bridge was cracked").chain.contains { $0.name == "Broen" })
    #expect(try !story.saying("the road was open").chain.contains { $0.kind == .outlet && $0.name == "Skerrin" })
  }

  @Test func aReviewByAnOutletIsItsOwnWork() throws {
    let story = try ReadStory("A report by the Marlow Gazette found that the bridge was cracked.")
    #expect(try story.speaker(saying: "the bridge was cracked") == "Marlow Gazette")
  }

  @Test func anAgencyNeedBeNoOutlet() throws {
    let story = try ReadStory("The disaster agency said that the bridge was cracked.")
    #expect(try story.saying("the bridge was cracked").speaker?.kind == .organisation)
  }

  @Test func aReviewIsItsOutletsAndNotWhoeverItWasSharedWith() throws {
    let review = try ReadStory("A review by the Tarn Courier found that the pier was lost.")
    #expect(try review.speaker(saying: "the pier was lost")?.hasSuffix("Tarn Courier") == true)
    let survey = try ReadStory(
      "A survey by the University of Tarn that was shared with the Sarn Courier found that the pier was lost.")
    #expect(try survey.saying("the pier was lost").speaker?.kind == .document)
    let memo = try ReadStory("A memo seen by the Tarn Courier says the pier was lost.")
    #expect(try memo.saying("the pier was lost").speaker?.kind == .document)
  }
}
