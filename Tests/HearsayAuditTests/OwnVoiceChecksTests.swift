import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct OwnVoiceChecksTests {
  private func relay(_ more: String) -> Sketch {
    Sketch(
      """
      ⟦1.content The islands will be asked for whole⟧, ⟦1.source two palace officials⟧ ⟦1.cue told⟧ The Tarn Dispatch on Friday.
      \(more)
      """
    )
    .speaker(1, name: "two palace officials", .anonymousWithRole, kind: .group, count: CountRange(2, 2))
    .via(1, "The Tarn Dispatch").relay("The Tarn Dispatch").published(by: "The Brazier")
  }

  private let demand = "The fleet has left port. ⟦2.source The palace⟧ ⟦2.cue wants⟧ ⟦2.content the islands whole⟧."

  @Test func aDemandInTheOutletsOwnVoice() throws {
    let sketch = relay(demand).speaker(2, name: "palace", .institution, kind: .organisation).stance(2, "intent")
    let finding = try #require(sketch.findings("ATTR-01").first)
    #expect(finding.message == "“The palace wants”: who says so? the story relays The Tarn Dispatch")
    #expect(finding.rewrite == "…, according to The Tarn Dispatch")
  }

  @Test func whatSomebodySaidIsAttributed() {
    let sketch = relay(demand).speaker(2, name: "palace", .institution, kind: .organisation)
    #expect(sketch.findings("ATTR-01").isEmpty)
  }

  @Test func aStatementBeforeInTheParagraphCarriesOver() {
    let sketch = relay(
      "⟦3.source Ida Moor⟧ ⟦3.cue said⟧ ⟦3.content the fleet had left⟧. ⟦2.source The palace⟧ ⟦2.cue wants⟧ ⟦2.content the islands whole⟧."
    )
    .speaker(2, name: "palace", .institution, kind: .organisation).stance(2, "intent")
    .speaker(3, name: "Ida Moor", .named)
    #expect(sketch.findings("ATTR-01").isEmpty)
  }

  @Test func anOwnStoryMayTellWhatTheMayorWants() {
    let sketch = Sketch("The bridge is shut. ⟦1.source The mayor⟧ ⟦1.cue wants⟧ ⟦1.content a new one by winter⟧.")
      .speaker(1, name: "mayor", .institution, kind: .office).stance(1, "intent")
    #expect(sketch.findings("ATTR-01").isEmpty)
  }

  @Test func anAccountThatBecomesAFact() {
    let sketch = Sketch(
      """
      ⟦1.source Ida Moor⟧ ⟦1.cue said⟧ ⟦1.content inspectors found eleven cracks beneath the northern arch in winter⟧.
      The ferry runs twice a day.
      Inspectors found eleven cracks beneath the northern arch in winter.
      """
    )
    .speaker(1, name: "Ida Moor", .named)
    #expect(sketch.findings("ATTR-02").map(\.message) == ["told as fact here, as Ida Moor's account before"])
    #expect(TestRules.rulebook.checks.first { $0.id == "ATTR-02" }?.isOnByDefault == false)
  }
}

@Suite struct PlacementChecksTests {
  private let late =
    "⟦1.content “We rang twice. Nobody came. The water was at the door,”⟧ ⟦1.cue said⟧ ⟦1.source Ida Moor⟧."

  @Test func aSpeakerBehindThreeSentences() {
    let sketch = Sketch(late).speaker(1, name: "Ida Moor", .named)
    #expect(sketch.findings("ATTR-03").map(\.message) == ["3 quoted sentences before the reader learns whose they are"])
  }

  @Test(arguments: [
    "⟦1.content “We rang twice,”⟧ ⟦1.cue said⟧ ⟦1.source Ida Moor⟧.",
    "⟦1.content “Dr. Felt rang at 5 p.m. on May 3,”⟧ ⟦1.cue said⟧ ⟦1.source Ida Moor⟧.",
    "⟦1.content “We rang twice. Nobody came. The water was at the door,”⟧ ⟦1.source she⟧ ⟦1.cue said⟧.",
  ])
  func earlySpeakersAndPronouns(_ text: String) {
    #expect(Sketch(text).speaker(1, name: "Ida Moor", .named).findings("ATTR-03").isEmpty)
  }

  @Test func whoeverSpokeJustBeforeIsKnown() {
    let sketch = Sketch(
      """
      ⟦0.source Ida Moor⟧ ⟦0.cue said⟧ ⟦0.content the street was under water⟧.
      \(late)
      """
    )
    .speaker(0, 1, name: "Ida Moor", .named)
    #expect(sketch.findings("ATTR-03").isEmpty)
  }

  private func two(_ second: String) -> Sketch {
    Sketch("⟦1.content “It is over,”⟧ ⟦1.cue said⟧ ⟦1.source Ida Moor⟧. \(second)")
      .speaker(1, name: "Ida Moor", .named)
  }

  @Test func twoSpeakersInOneParagraph() {
    let sketch = two("⟦2.content “It has hardly begun for any of us,”⟧ ⟦2.cue said⟧ ⟦2.source Jon Felt⟧.")
      .speaker(2, name: "Jon Felt", .named)
    #expect(sketch.findings("ATTR-04").map(\.message) == ["seems to go on with the words of Ida Moor"])
  }

  @Test func theSecondSpeakerMayComeFirst() {
    let sketch = two("⟦2.source Jon Felt⟧ ⟦2.cue said⟧, ⟦2.content “It has hardly begun for any of us.”⟧")
      .speaker(2, name: "Jon Felt", .named)
    #expect(sketch.findings("ATTR-04").isEmpty)
  }

  @Test func aPronounIsMostlyTheSameSpeaker() {
    let sketch = two("⟦2.content “It has hardly begun for any of us,”⟧ ⟦2.source he⟧ ⟦2.cue said⟧.")
      .speaker(2, name: "Jon Felt", .named)
    #expect(sketch.findings("ATTR-04").isEmpty)
  }
}
