import HearsayTestSupport
import Testing

/// The grades of sourcing, each with the plainest sentence for it.
struct GradeTests {
  @Test(arguments: [
    ("Mayor Orla Quist said the bridge was cracked.", "G0"),
    ("The council said the bridge was cracked.", "G1"),
    ("The report, dated March 4, said the bridge was cracked.", "G1"),
    ("Radio Holmsey said the bridge was cracked.", "G1"),
    ("Two engineers familiar with the inspection said the bridge was cracked.", "G2"),
    ("A council official said the bridge was cracked.", "G3"),
    ("Sources said the bridge was cracked.", "G4"),
    ("A source said the bridge was cracked.", "G4"),
    ("Local media said the bridge was cracked.", "G5"),
  ])
  func aPhraseHasItsGrade(_ text: String, _ grade: String) throws {
    #expect(try ReadStory(text).grade(saying: "the bridge was cracked") == grade)
  }

  @Test func wordsOfNobodyHaveNoSpeaker() throws {
    let story = try ReadStory("It has been reported that the bridge was cracked.")
    let attribution = try story.saying("the bridge was cracked")
    #expect(attribution.speaker == nil || attribution.speaker?.grade == .collective)
    #expect(attribution.speaker?.anonymous ?? true)
  }

  /// A spokesperson without a name speaks for the office: nobody hides.
  @Test func aSpokeswomanIsTheOffice() throws {
    let story = try ReadStory("A spokeswoman for the council said the bridge was cracked.")
    let speaker = try #require(try story.saying("the bridge was cracked").speaker)
    #expect(speaker.grade == .institution)
    #expect(!speaker.anonymous)
  }

  @Test func aReasonForAnonymityIsKept() throws {
    let story = try ReadStory(
      """
      A council official said the bridge was cracked. The official spoke on condition of anonymity because he feared \
      losing his post.
      """)
    let attribution = try story.saying("the bridge was cracked")
    let reason = try #require(attribution.speaker?.anonymityReason)
    #expect(reason.reason.map { story.string([$0]) }?.contains("feared losing his post") == true)
    #expect(!reason.isRote)
    #expect(try story.caveats(saying: "the bridge was cracked") == ["anonymous-reason"])
  }
}
