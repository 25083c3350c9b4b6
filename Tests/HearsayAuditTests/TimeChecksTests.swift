import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct TimeChecksTests {
  private func story(_ other: String) -> Sketch {
    Sketch("Diplomats expect ⟦TIME-01/not-yet-in-office a potential Varga administration⟧ to give way.\n\(other)")
  }

  @Test(arguments: [
    "The Varga administration opened talks on Monday.", "On Monday President Varga met the envoys.",
    "On Monday Sorn's President Helen Varga met the envoys.", "Karl Osten, Varga's special envoy, was there.",
    "The strike is a test for Varga's administration.",
  ])
  func aGovernmentThatIsInOfficeAlready(_ other: String) {
    #expect(story(other).words("TIME-01") == ["a potential Varga administration"])
  }

  @Test(arguments: [
    "The talks begin on Monday.", "A future Varga administration would meet the envoys.", "Mr. Varga met the envoys.",
    "The former president, Helen Varga, was there.", "The envoys met former President Helen Varga in June.",
    "The first Varga administration had opened the talks.", "It is a task for Varga's future cabinet.",
    "Vice President Varga met the envoys.",
  ])
  func aGovernmentThatMayStillCome(_ other: String) {
    #expect(story(other).findings("TIME-01").isEmpty)
  }

  @Test func anElectedGovernmentHasItsPeopleBeforeItGoverns() {
    let sketch = Sketch(
      "Diplomats expect ⟦TIME-01/not-yet-in-office the incoming Varga administration⟧ to give way.\nVarga's envoy was there."
    )
    #expect(sketch.findings("TIME-01").isEmpty)
  }

  @Test func thePageAroundAStoryMayShowItToo() {
    let sketch = story("Editorial: what Karl Osten, Varga's special envoy, gets wrong").kind(ofLine: 1, .teaser)
    #expect(sketch.findings("TIME-01").map(\.level) == [.warning])
    #expect(
      sketch.findings("TIME-01").map(\.message) == ["“a potential Varga administration”: on this page it is in office"])
  }

  private func caveat(_ words: String, _ mark: String) -> Sketch {
    Sketch(
      """
      The Brazier ⟦caveat/unverified could not \(words) verify⟧ the claim on Friday night.
      \(mark)
      """
    )
    .published(by: "The Brazier")
  }

  @Test func aCaveatThatWasNotLookedAtAgain() {
    #expect(caveat("immediately", "This story has been updated with a statement.").findings("CAV-05").count == 1)
  }

  @Test func withoutAnUpdateOrWithoutAHurryThereIsNothingToSay() {
    #expect(caveat("immediately", "The port is quiet.").findings("CAV-05").isEmpty)
    #expect(caveat("independently", "This story has been updated with a statement.").findings("CAV-05").isEmpty)
  }

  @Test func aHeadlineThatJoinsWhatTheStoryDoesNot() {
    func story(_ body: String) -> Sketch { Sketch("# Harbour minister resigns over cracked bridge\n\(body)") }
    #expect(
      story("The harbour minister resigned on Friday.\nThe bridge was cracked in May.").words("HEAD-02")
        == ["over cracked bridge"])
    #expect(story("The harbour minister resigned on Friday over the cracked bridge.").findings("HEAD-02").isEmpty)
  }
}
