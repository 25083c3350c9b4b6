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

  @Test func aDemandWithAThingBehindIt() throws {
    let finding = try #require(
      relay("The islands are small. ⟦ATTR-01/wish-as-fact The palace demands⟧ them whole.").findings("ATTR-01").first)
    #expect(finding.message == "“The palace demands”: who says so? the story relays The Tarn Dispatch")
    let told = "⟦2.source Ida Moor⟧ ⟦2.cue said⟧ ⟦2.content that ⟦ATTR-01/wish-as-fact the palace demands⟧ them whole⟧."
    #expect(relay(told).speaker(2, name: "Ida Moor", .named).findings("ATTR-01").isEmpty)
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
