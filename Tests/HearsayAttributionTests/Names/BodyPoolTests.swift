import HearsayTestSupport
import Testing

/// Bodies are spelt out with the name that the story gives, and their nouns lead back to them.
struct BodyPoolTests {
  @Test func theCompanyIsTheFirmNamedLast() throws {
    let story = try ReadStory(
      """
      Orrin Foods recalled two million tins after a supplier, Bexley Chemicals, raised the alarm.

      Orrin Foods said nobody was ill. The company said the line had been stopped.

      Bexley said the tins were misused. The supplier said it had warned them.
      """)
    #expect(try story.speaker(saying: "the line had been stopped") == "Orrin Foods")
    #expect(try story.speaker(saying: "the tins were misused") == "Bexley Chemicals")
    #expect(try story.speaker(saying: "it had warned them") == "Bexley Chemicals")
  }

  @Test func aNounLeadsToTheBodyWhoseNameHoldsIt() throws {
    let story = try ReadStory(
      """
      The Harbour Safety Authority opened an inquiry. Orrin Foods said nobody was ill.

      The authority said the line must stop. The HSA said the tins were lost.
      """)
    #expect(try story.speaker(saying: "the line must stop") == "Harbour Safety Authority")
    #expect(try story.speaker(saying: "the tins were lost") == "Harbour Safety Authority")
  }

  @Test func anotherNounIsAnotherBody() throws {
    let story = try ReadStory(
      """
      Orrin Foods said nobody was ill.

      The ministry said the line must stop. The government said the tins were lost.
      """)
    #expect(try story.speaker(saying: "the line must stop") == "ministry")
    #expect(try story.speaker(saying: "the tins were lost") == "government")
  }

  @Test func aPeriphrasisIsTheBodyNamedLastUnlessItSaysOtherwise() throws {
    let story = try ReadStory(
      """
      Orrin Foods said nobody was ill. The food giant said the line had been stopped.

      The parent company said the tins were lost.
      """)
    #expect(try story.speaker(saying: "the line had been stopped") == "Orrin Foods")
    #expect(try story.speaker(saying: "the tins were lost") == "parent company")
  }

  @Test func aSurveyMayBeABody() throws {
    let story = try ReadStory(
      """
      The USGS said the depth was 10 kilometres. The U.S. Geological Survey said more would follow.

      The agency said houses had fallen.
      """)
    let first = try story.saying("the depth was 10 kilometres").speaker
    #expect(first?.kind == .organisation)
    #expect(try story.saying("more would follow").speaker?.id == first?.id)
    #expect(try story.saying("houses had fallen").speaker?.id == first?.id)
  }

  @Test func aUnionOfStaffIsABody() throws {
    let story = try ReadStory("The staff union said the line must stop. Prosecutors said the tins were lost.")
    #expect(try story.grade(saying: "the line must stop") == "G1")
    #expect(try story.grade(saying: "the tins were lost") == "G1")
  }

  @Test func aSurnameIsNoBody() throws {
    let story = try ReadStory(
      """
      The Tarn Rescue Agency sent boats. Helen Varga, a captain, said roads were lost. Varga said two bridges fell.

      The agency said houses had fallen.
      """)
    #expect(try story.speaker(saying: "houses had fallen") == "Tarn Rescue Agency")
  }

  @Test func aCountryIsNotItsAgency() throws {
    let story = try ReadStory(
      """
      Velmar State Agency sent boats. Velmar said roads were lost. Velmar's defence ministry said two bridges fell.
      """)
    #expect(try story.speaker(saying: "roads were lost") == "Velmar")
    #expect(try story.speaker(saying: "two bridges fell") == "Velmar's defence ministry")
  }
}
