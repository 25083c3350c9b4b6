import HearsayTestSupport
import Testing

/// Whose “I” it is, where the page says so, and nobody's where it doesn't.
struct FirstPersonTests {
  @Test func aTurnsLabelNamesWhoSpeaks() throws {
    let story = try ReadStory(
      """
      ORLA QUIST: I think that the pier is lost.

      HELEN VARGA: I believe that it can be saved.

      It only needs oak.
      """)
    #expect(try story.speaker(saying: "the pier is lost") == "ORLA QUIST")
    #expect(try story.speaker(saying: "it can be saved") == "HELEN VARGA")
  }

  @Test func anInterviewIsWithThePersonAtTheTop() throws {
    let story = try ReadStory(
      """
      The Ellery Courier spoke with Helen Varga, the engineer, about the pier.

      When was the pier built?

      I think that the first piles are from the old war.

      Who paid for it?

      I believe that the herring did.
      """)
    #expect(try story.speaker(saying: "the herring did") == "Helen Varga")
  }

  @Test func elsewhereItIsNobodys() throws {
    let story = try ReadStory("I think that the pier is lost. Helen Varga left the harbour on Monday.")
    #expect(try story.speaker(saying: "the pier is lost") == nil)
  }
}
