import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct ReplyChecksTests {
  private func leak(_ more: String) -> Sketch {
    Sketch(
      """
      ⟦1.content The mayor hid the bridge report from Port Ellery for months⟧, ⟦1.source two council officials⟧ ⟦1.cue said⟧.
      \(more)
      """
    )
    .speaker(1, name: "two council officials", .anonymousWithRole, kind: .group, count: CountRange(2, 2))
  }

  @Test func nobodyWasAsked() {
    #expect(
      leak("The council meets on Monday.").findings("RTR-01").map(\.message)
        == ["nothing shows that a response was sought from those concerned"])
  }

  @Test func whoActsInTheLeadIsNamed() {
    let sketch = Sketch(
      "⟦1.content Port Sorn is preparing to close the strait⟧, ⟦1.source two council officials⟧ ⟦1.cue said⟧."
    )
    .speaker(1, name: "two council officials", .anonymousWithRole, kind: .group, count: CountRange(2, 2))
    #expect(
      sketch.findings("RTR-01").map(\.message)
        == ["nothing shows that a response was sought from “Port Sorn” or others concerned"])
  }

  @Test func whatNobodySaysNeedsAnAnswerToo() {
    func sketch(_ more: String) -> Sketch {
      Sketch(
        """
        ⟦1.content The mayor will resign over a secret account⟧, ⟦1.cue ⟦VAGUE-01/agentless-report it has been reported⟧⟧.
        \(more)
        """)
    }
    #expect(sketch("The council meets on Monday.").findings("RTR-01").count == 1)
    #expect(sketch("The mayor ⟦caveat/no-comment declined to comment⟧.").findings("RTR-01").isEmpty)
  }

  @Test(arguments: [
    "The mayor ⟦caveat/no-comment declined to comment⟧.",
    "The Brazier has ⟦caveat/comment-sought contacted the mayor for comment⟧.",
    "Nobody at the town hall answered repeated requests for comment.",
  ])
  func somebodyWasAsked(_ line: String) {
    #expect(leak(line).findings("RTR-01").isEmpty)
  }

  @Test func aDenialOfTheLeadIsAnAnswer() {
    let sketch = leak(
      "⟦2.source The mayor, Orla Quist,⟧ ⟦2.cue denied⟧ ⟦2.content that she had hidden the bridge report⟧."
    )
    .speaker(2, name: "Orla Quist", .named).stance(2, "deny")
    #expect(sketch.findings("RTR-01").isEmpty)
  }

  @Test func turningDownAProposalIsNoDenial() {
    let sketch = leak(
      "⟦2.source The mayor, Orla Quist,⟧ ⟦2.cue rejected⟧ ⟦2.content a plan to publish the bridge report⟧."
    )
    .speaker(2, name: "Orla Quist", .named).stance(2, "deny")
    #expect(sketch.findings("RTR-01").count == 1)
  }

  @Test func aStoryOnTheRecordIsNotAsked() {
    let sketch = Sketch(
      "⟦1.source Ida Moor⟧ ⟦1.cue said⟧ ⟦1.content the mayor hid the bridge report for months⟧ on Friday."
    )
    .speaker(1, name: "Ida Moor", .named)
    #expect(sketch.findings("RTR-01").isEmpty)
  }

  @Test func askedWithoutAnOutcome() {
    let sketch = leak("The Brazier has ⟦caveat/comment-sought contacted the harbour board for comment⟧.")
    #expect(sketch.words("RTR-02") == ["contacted the harbour board for comment"])
  }

  @Test func theOutcomeMayComeLater() {
    let sketch = leak(
      """
      The Brazier has ⟦caveat/comment-sought contacted the harbour board for comment⟧.
      The ferry runs twice a day.
      The pier is closed.
      ⟦2.source The harbour board⟧ ⟦2.cue said⟧ ⟦2.content it would look into the matter⟧.
      """
    )
    .speaker(2, name: "harbour board", .institution, kind: .organisation)
    #expect(sketch.findings("RTR-02").isEmpty)
  }

  private let denial = """
    ⟦2.source Council spokesman Piers Aldane⟧ ⟦2.cue said⟧ ⟦2.content ⟦DENY-01/narrow-denial no final report⟧ was received⟧.
    """

  @Test func aNarrowDenial() {
    let sketch = leak(denial).speaker(2, name: "Piers Aldane", .named)
    #expect(sketch.findings("DENY-01").map(\.message) == ["“no final report” denies less than the story claims"])
    #expect(sketch.findings("DENY-01").first?.related.map(\.message) == ["the claim"])
  }

  @Test func withoutAClaimThereIsNothingToDeny() {
    let sketch = Sketch("The council met on Friday to speak about the bridge.\n\(denial)")
      .speaker(2, name: "Piers Aldane", .named)
    #expect(sketch.findings("DENY-01").isEmpty)
  }
}
