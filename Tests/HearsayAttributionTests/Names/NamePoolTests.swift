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

  @Test func twoPersonsMayShareASurname() throws {
    let story = try ReadStory(
      """
      Tom Pell said the pier was lost. His brother, Martin Pell, said it could be saved.

      Tom said oak was dear. Martin said pine would do.
      """)
    #expect(try story.speaker(saying: "it could be saved") == "Martin Pell")
    #expect(try story.speaker(saying: "oak was dear") == "Tom Pell")
    #expect(try story.speaker(saying: "pine would do") == "Martin Pell")
  }

  @Test func aTitleTellsWhichOfThem() throws {
    let story = try ReadStory(
      """
      Orla Quist said the pier was lost. Her father, Robert Quist, said it could be saved.

      Ms. Quist said oak was dear.
      """)
    #expect(try story.speaker(saying: "oak was dear") == "Orla Quist")
  }

  @Test(arguments: [
    ("Velenskiy", "Velensky"), ("Velenskyy", "Velensky"), ("Peñalva", "Penalva"), ("Erdoğlu", "Erdoglu"),
  ])
  func oneNameMayBeSpeltInSeveralWays(first: String, second: String) throws {
    let story = try ReadStory(
      """
      President Ruslan \(first) said the pier was lost.

      \(second) said it could be saved.
      """)
    #expect(try story.speaker(saying: "it could be saved") == "Ruslan \(first)")
  }

  @Test func aFirmMayBeginWithAGivenName() throws {
    let story = try ReadStory("Maud Foods said the berths were full. Helen Hydro said they were empty.")
    #expect(try story.grade(saying: "the berths were full") == "G1")
    #expect(try story.grade(saying: "they were empty") == "G1")
  }

  @Test func whatTheStoryCallsABodyIsNone() throws {
    let story = try ReadStory(
      "Helen Brill, the island's largest bank, is in trouble. Helen Brill said the berths were full.")
    #expect(try story.grade(saying: "the berths were full") == "G1")
  }

  @Test func aGivenNameMayBeATitleOrACity() throws {
    let story = try ReadStory(
      "The rector, Dean Marlund, said the pier was lost. A clerk, Sofia Lindqvist, said it could be saved.")
    #expect(try story.speaker(saying: "the pier was lost") == "Dean Marlund")
    #expect(try story.speaker(saying: "it could be saved") == "Sofia Lindqvist")
  }

  @Test func someAreKnownByOneName() throws {
    let story = try ReadStory(
      """
      "It came like a train," said Elvra, 34, a teacher. Oksana, whose son was there, said the tide was high.

      The teacher said the pier was lost. "We ran," Oksana said.
      """)
    #expect(try story.grade(saying: "the tide was high") == "G0")
    #expect(try story.speaker(saying: "the pier was lost") == "Elvra")
  }

  @Test func aPlaceIsNoPersonForTheRoleBehindIt() throws {
    let story = try ReadStory("Drones hit a depot in Velmark Oblast, the governor said.")
    #expect(try story.saying("Drones hit a depot").speaker?.kind == .office)
  }
}
