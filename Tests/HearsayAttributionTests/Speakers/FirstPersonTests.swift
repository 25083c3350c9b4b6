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

  @Test func aLetterIsSigned() throws {
    let story = try ReadStory(
      """
      Dear Helen,

      I think that the pier is lost. The herring are gone, and nobody paints the boats.

      Yours,

      Orla
      """)
    #expect(try story.speaker(saying: "the pier is lost") == "Orla")
  }

  @Test func somebodyMayGiveAName() throws {
    let story = try ReadStory(
      """
      Good morning. My name is Orla Quist, and I have walked on this pier for forty years, in every weather that the strait
      can send, with a lamp in one hand and a list of planks in the other. I think that the pier is lost.
      """)
    #expect(try story.speaker(saying: "the pier is lost") == "Orla Quist")
  }

  @Test func lettersOpenTheTurnsOfAnInterview() throws {
    let story = try ReadStory(
      """
      Helen Varga, the engineer, built the pier. The Ellery Courier spoke to her on Monday.

      Q: Who paid for it?

      A: I believe that the herring did.

      Q: And who pays now?

      A: I think that nobody does.
      """)
    #expect(try story.speaker(saying: "the herring did") == "Helen Varga")
  }

  @Test func whoSpeaksSpeaksOfOthersInTheThirdPerson() throws {
    let story = try ReadStory(
      """
      Robert Aldane lost the list.

      ORLA QUIST: I told Robert Aldane. He said it was rust.

      HELEN VARGA: I think that it was rust.
      """)
    #expect(try story.speaker(saying: "it was rust") == "Robert Aldane")
  }
}
