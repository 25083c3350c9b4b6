import HearsayTestSupport
import Testing

/// Statements inside statements: speech is kept with the outer one's id, a wish or belief is part of the words.
struct NestingTests {
  @Test func speechInsideSpeechIsKept() throws {
    let story = try ReadStory("Mayor Orla Quist said the engineer told her the pylon was cracked.")
    let inner = try story.saying("the pylon was cracked")
    let outer = try #require(story.attributions.first { $0.speaker?.name == "Orla Quist" })
    #expect(inner.within == outer.id)
    #expect(outer.within == nil)
    #expect(story.content(of: outer).contains("the engineer told her the pylon was cracked"))
  }

  @Test func aBeliefInsideSpeechIsPartOfIt() throws {
    let story = try ReadStory("Mayor Orla Quist said the engineers believe the pylon is cracked.")
    #expect(story.attributions.count == 1)
    #expect(story.attributions.first?.speaker?.name == "Orla Quist")
  }

  @Test func aWishEndsWhereTheReporterComesIn() throws {
    let story = try ReadStory("The council wants to sell the pier, Radio Holmsey reported.")
    let outer = try #require(story.attributions.first { $0.speaker?.name == "Radio Holmsey" })
    #expect(story.content(of: outer) == "The council wants to sell the pier")
    #expect(!story.attributions.contains { $0.id != outer.id && story.content(of: $0).contains("reported") })
  }
}
