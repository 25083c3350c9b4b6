import Testing

/// What counts as the same content and the same actor when stories are compared with their gold.
struct WordsTests {
  @Test func marksAndCaseDoNotCount() {
    #expect(Words("“Nobody rang us,” she SAID.").all == ["nobody", "rang", "us", "she", "said"])
    #expect(Words("weren’t") == Words("weren't"))
  }

  @Test func overlapIsTheShareOfCommonWords() {
    #expect(Words("the bridge was cracked").overlap(Words("the bridge was cracked")) == 1)
    #expect(Words("the bridge").overlap(Words("a pier")) == 0)
    #expect(Words("one two").overlap(Words("two three")) == 0.5)
    #expect(Words("").overlap(Words("two three")) == 0)
  }

  @Test(arguments: [
    ("council official", "A council official", true),
    ("Quist", "Orla Quist", true),
    ("three people familiar with the inspection", "Three people", true),
    ("council official", "harbour official", false),
    ("the", "a", false),
  ])
  func anActorIsKnownByItsWords(_ a: String, _ b: String, _ same: Bool) {
    #expect(Words.isSameName(a, b) == same)
  }

  @Test func chainsAreComparedLinkByLink() {
    #expect(Words.isSameChain(["Quist", "Radio Holmsey"], ["Orla Quist", "Radio Holmsey"]))
    #expect(!Words.isSameChain(["Quist"], ["Orla Quist", "Radio Holmsey"]))
  }
}
