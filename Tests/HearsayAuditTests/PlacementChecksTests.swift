import HearsayAttribution
import HearsayAudit
import Testing

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
