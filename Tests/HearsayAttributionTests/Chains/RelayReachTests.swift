import HearsayTestSupport
import Testing

/// Who first had the news that the sentence before told.
struct RelayReachTests {
  @Test func thePassiveReachesBack() throws {
    let story = try ReadStory(
      "The ferry line will be sold to Aldane Freight. The news was first reported by Radio Holmsey.")
    #expect(try story.chain(saying: "will be sold") == ["Radio Holmsey", "The Ellery Courier"])
  }

  @Test func aSentenceWithASourceOfItsOwnKeepsIt() throws {
    let story = try ReadStory(
      "The ferry line will be sold, two directors said. The news was first reported by Radio Holmsey.")
    #expect(try story.chain(saying: "will be sold") == ["two directors", "The Ellery Courier"])
  }

  @Test func anImpersonalReportIsTheOutletsThatTheStoryGoesOnWith() throws {
    let story = try ReadStory(
      """
      The ferry line will be sold before the summer, it has been reported.

      Radio Holmsey said on Monday that the price was low.
      """)
    #expect(try story.chain(saying: "before the summer") == ["[Radio Holmsey]", "The Ellery Courier"])
  }
}
