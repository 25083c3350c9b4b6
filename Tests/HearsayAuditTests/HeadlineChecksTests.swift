import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct HeadlineChecksTests {
  private func relayed(_ headline: String) -> Sketch {
    Sketch(
      """
      # \(headline)
      ⟦1.content The council hid cracks in the bridge for months⟧, ⟦1.source The Tarn Dispatch⟧ ⟦1.cue reported⟧ on Friday.
      """
    )
    .speaker(1, name: "The Tarn Dispatch", .institution, kind: .outlet).relay("The Tarn Dispatch")
    .via(1, "The Tarn Dispatch").published(by: "The Brazier")
  }

  @Test func mediaForOneOutlet() throws {
    let sketch = relayed("Council hid bridge report, ⟦VAGUE-01/agentless-headline media reports⟧")
    let finding = try #require(sketch.findings("HEAD-01").first)
    #expect(finding.level == .error)
    #expect(finding.message == "“media reports”: one outlet made to look like several")
    #expect(finding.rewrite == "…, The Tarn Dispatch reports")
    #expect(sketch.findings("VAGUE-01").isEmpty)
  }

  @Test func aRelayedReportAsFact() {
    let findings = relayed("Council hid cracks in bridge for months").findings("HEAD-01")
    #expect(findings.map(\.level) == [.warning])
  }

  @Test(arguments: [
    "Council hid bridge report, Tarn Dispatch says", "Council hid bridge report – Tarn Dispatch",
    "Council ‘hid bridge report’", "Did the council hide a bridge report?", "Council may have hid bridge report",
    "A quiet Friday in Port Ellery",
  ])
  func headlinesThatDoNotSpeakForThemselves(_ headline: String) {
    #expect(relayed(headline).findings("HEAD-01").isEmpty)
  }

  @Test func anOwnStoryMayStateItsHeadline() {
    let sketch = Sketch(
      """
      # Council hid bridge report for months
      ⟦1.content The council hid cracks in the bridge for months⟧, ⟦1.source Ida Moor⟧ ⟦1.cue said⟧ on Friday.
      """
    )
    .speaker(1, name: "Ida Moor", .named).published(by: "The Brazier")
    #expect(sketch.findings("HEAD-01").isEmpty)
  }

  @Test func aHeadlineMoreCertainThanItsStory() {
    let sketch = Sketch(
      """
      # New drug cures one form of blindness
      A new drug may cure one form of blindness, a team in Sorn has found.
      """)
    #expect(sketch.findings("HEAD-03").map(\.level) == [.error])
  }

  @Test(arguments: [
    "# New drug may cure one form of blindness", "# New drug cures blindness, team says",
    "# New drug ‘cures’ one form of blindness", "# New drug for one form of blindness found",
  ])
  func headlinesAsCarefulAsTheirStory(_ headline: String) {
    let sketch = Sketch("\(headline)\nA new drug may cure one form of blindness, a team in Sorn has found.")
    #expect(sketch.findings("HEAD-03").isEmpty)
  }

  @Test func noHeadlineIsNotAssessed() {
    let sketch = Sketch("The council of Port Ellery met on Friday for two hours.")
    let missing = Auditor(TestRules.rulebook).audit(sketch.story).notAssessed.filter {
      $0.why == "the text has no headline"
    }
    #expect(missing.map(\.check) == ["HEAD-01", "HEAD-02", "HEAD-03"])
  }

  @Test func aHeadlineMayNotSettleWhatOneUnnamedSourceSays() {
    func sketch(_ headline: String) -> Sketch {
      Sketch(
        """
        # \(headline)
        ⟦1.content The mayor took bribes from a builder⟧, ⟦1.source a council official⟧ ⟦1.cue said⟧.
        """
      )
      .speaker(1, name: "a council official", .anonymousWithRole)
    }
    let findings = sketch("Mayor took bribes from builder").findings("HEAD-01")
    #expect(findings.map(\.message) == ["the headline states as fact what one unnamed source says"])
    #expect(findings.map(\.level) == [.warning])
    #expect(sketch("Mayor took bribes from builder, official says").findings("HEAD-01").isEmpty)
    #expect(sketch("Council to meet on budget").findings("HEAD-01").isEmpty)
  }
}
