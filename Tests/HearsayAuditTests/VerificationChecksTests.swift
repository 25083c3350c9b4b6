import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct VerificationChecksTests {
  private func relay(_ more: String) -> Sketch {
    Sketch(
      """
      ⟦1.content The minister took a bribe for the railway⟧, ⟦1.source The Tarn Dispatch⟧ ⟦1.cue reported⟧ on Friday.
      \(more)
      """
    )
    .speaker(1, name: "The Tarn Dispatch", .institution, kind: .outlet).relay("The Tarn Dispatch")
    .published(by: "The Brazier")
  }

  @Test func aRelayWithoutAWordOnVerification() throws {
    let finding = try #require(relay("The unions will meet on Monday.").findings("CAV-01").first)
    #expect(finding.rewrite == "The Brazier could not independently verify the report.")
  }

  @Test func aCaveatIsEnough() {
    let sketch = relay("⟦caveat/unverified The Brazier could not verify⟧ the report.")
    #expect(sketch.findings("CAV-01").isEmpty)
  }

  @Test(arguments: [
    "The Brazier has seen the contract, which is dated May 2.", "We have confirmed the sale with two of the buyers.",
  ])
  func ownCheckingIsEnough(_ line: String) {
    #expect(relay(line).findings("CAV-01").isEmpty)
  }

  @Test(arguments: [
    ("Ida Moor won the vote in Sorn", "called"), ("The railway should be sold", "argued"),
    ("The council opened the bridge", "reported"),
  ])
  func whatIsOnRecordOrAnOpinionNeedsNoCaveat(_ content: String, _ verb: String) {
    let sketch = Sketch("⟦1.content \(content)⟧, ⟦1.source The Tarn Dispatch⟧ ⟦1.cue \(verb)⟧ on Friday.")
      .speaker(1, name: "The Tarn Dispatch", .institution, kind: .outlet).relay("The Tarn Dispatch")
      .published(by: "The Brazier")
    #expect(sketch.findings("CAV-01").isEmpty)
  }

  @Test func anOwnStoryNeedsNoCaveat() {
    let sketch = Sketch("⟦1.source Ida Moor⟧ ⟦1.cue said⟧ ⟦1.content the railway would be sold⟧ on Friday night.")
      .speaker(1, name: "Ida Moor", .named)
    #expect(sketch.findings("CAV-01").isEmpty)
  }

  private func caveat(_ words: String, below: String) -> Sketch {
    Sketch(
      """
      ⟦1.content The railway will be sold⟧, ⟦1.source a treasury official⟧ ⟦1.cue told⟧ the Dispatch on Friday.
      ⟦caveat/unverified The Brazier could not verify⟧ \(words).
      \(below)
      """
    )
    .speaker(1, name: "treasury official", .anonymousWithRole).via(1, "The Tarn Dispatch").caveat(1, "unverified")
    .published(by: "The Brazier")
  }

  private let another = "⟦2.source Another official⟧ ⟦2.cue said⟧ ⟦2.content that the unions knew nothing⟧."

  @Test func moreOfTheSameBelowACaveat() {
    let sketch = caveat("these claims", below: another)
      .speaker(2, name: "official", .anonymousWithRole).via(2, "The Tarn Dispatch", stated: false)
    #expect(sketch.words("CAV-02") == ["The Brazier could not verify"])
    #expect(sketch.findings("CAV-02").first?.related.map(\.message) == ["not clearly covered"])
  }

  @Test(arguments: ["any of these claims", "the report"])
  func aCaveatThatSaysHowFarItReaches(_ words: String) {
    let sketch = caveat(words, below: another)
      .speaker(2, name: "official", .anonymousWithRole).via(2, "The Tarn Dispatch", stated: false)
    #expect(sketch.findings("CAV-02").isEmpty)
  }

  @Test func aCaveatAtTheEndIsClear() {
    #expect(caveat("these claims", below: "The unions will meet on Monday.").findings("CAV-02").isEmpty)
  }
}
