import HearsayTestSupport
import Testing

/// Surnames, titles and variants are spelt out with the full name that the story gives anywhere.
struct NamePoolTests {
  @Test func aSurnameStandsForTheFullName() throws {
    let story = try ReadStory(
      """
      Helen Varga, the chief engineer, led the inspection.

      Varga said the pylon was cracked.
      """)
    #expect(try story.speaker(saying: "the pylon was cracked") == "Helen Varga")
  }

  @Test func theFullNameMayComeLater() throws {
    let story = try ReadStory(
      """
      Mayor Quist said the bridge was safe.

      Orla Quist, a lawyer, was elected in 2019.
      """)
    #expect(try story.speaker(saying: "the bridge was safe") == "Orla Quist")
  }

  @Test func aTitleIsNoPartOfTheName() throws {
    let story = try ReadStory("Dr. Teresa Quintal said the ward was full.")
    #expect(try story.speaker(saying: "the ward was full") == "Teresa Quintal")
  }

  @Test func aFullNameThatNothingExplainsIsAPersonWhenTheSurnameComesBack() throws {
    let story = try ReadStory(
      """
      Voskar Tellin arrived on Monday.

      Tellin said he would stay.
      """)
    #expect(try story.speaker(saying: "he would stay") == "Voskar Tellin")
    #expect(try story.grade(saying: "he would stay") == "G0")
  }

  @Test func aBodyIsNoPerson() throws {
    let story = try ReadStory("Almeda Harbour Authority said the berths were full.")
    let speaker = try #require(try story.saying("the berths were full").speaker)
    #expect(speaker.name == "Almeda Harbour Authority")
    #expect(speaker.kind == .organisation)
    #expect(speaker.grade == .institution)
  }
}
