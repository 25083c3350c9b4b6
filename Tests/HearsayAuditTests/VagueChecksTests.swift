import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct VagueChecksTests {
  @Test func aPassiveLeadIsAnError() {
    let sketch = Sketch(
      """
      ⟦VAGUE-01/agentless-report ⟦1.cue It has been reported⟧⟧ ⟦1.content that the harbour fund is empty⟧.
      The council will meet on Friday in the old town hall.
      """)
    let findings = sketch.findings("VAGUE-01")
    #expect(findings.map(\.level) == [.error])
    #expect(findings.map(\.message) == ["the lead names no source: “It has been reported”"])
  }

  @Test func aPassiveLeadIsMilderWhenTheNextSentenceNamesTheSource() throws {
    let sketch = Sketch(
      """
      ⟦VAGUE-01/agentless-report ⟦1.cue It has been reported⟧⟧ ⟦1.content that the harbour fund is empty⟧.
      ⟦2.content The fund was spent in March⟧, ⟦2.source The Tarn Dispatch⟧ ⟦2.cue said⟧.
      """
    )
    .speaker(2, name: "The Tarn Dispatch", .institution, kind: .outlet).via(2, "The Tarn Dispatch")
    let finding = try #require(sketch.findings("VAGUE-01").first)
    #expect(finding.level == .warning)
    #expect(finding.related.map(\.message) == ["named only afterwards"])
    #expect(finding.rewrite == "The Tarn Dispatch reported")
  }

  @Test func aPassiveIsFineFurtherDown() {
    let sketch = Sketch(
      """
      The council of Port Ellery met on Friday for two hours.
      ⟦VAGUE-01/agentless-report ⟦1.cue It was reported⟧⟧ ⟦1.content that the harbour fund is empty⟧.
      """)
    #expect(sketch.findings("VAGUE-01").isEmpty)
  }

  @Test func aPassiveWithItsSourceIsFine() {
    let sketch = Sketch(
      "⟦VAGUE-01/agentless-report It was reported⟧ by The Tarn Dispatch that the harbour fund is empty.")
    #expect(sketch.findings("VAGUE-01").isEmpty)
  }

  @Test func criticsAndConcernsMakeOneNote() {
    let sketch = Sketch(
      """
      The council voted for the new bridge on Friday evening.
      ⟦1.source Critics⟧ ⟦1.cue say⟧ ⟦1.content the old bridge was never safe⟧.
      The vote came amid ⟦VAGUE-02/concerns-in-the-air speculation⟧ that the mayor would resign.
      """
    )
    .speaker(1, name: "Critics", .collective, kind: .collective)
    #expect(sketch.findings("VAGUE-02").map(\.message) == ["2 impersonal sources: nobody that a reader could find"])
    #expect(sketch.findings("VAGUE-02").first?.related.map(\.message) == ["also"])
  }

  @Test func expertsWhoAreNamedNextAreNoCrowd() {
    let sketch = Sketch(
      """
      ⟦1.source Experts⟧ ⟦1.cue say⟧ ⟦1.content the old bridge was never safe⟧. “It was built on sand,” said Hedda Moll.
      """
    )
    .speaker(1, name: "Experts", .collective, kind: .collective)
    #expect(!sketch.findings("VAGUE-02").isEmpty)
    let named = Sketch(
      """
      ⟦1.source Experts⟧ ⟦1.cue say⟧ ⟦1.content the old bridge was never safe⟧.
      ⟦2.content “It was built on sand,”⟧ ⟦2.cue said⟧ ⟦2.source Hedda Moll⟧.
      """
    )
    .speaker(1, name: "Experts", .collective, kind: .collective).speaker(2, name: "Hedda Moll", .named)
    #expect(named.findings("VAGUE-02").isEmpty)
  }

  @Test func concernsThatSomebodyVoicesAreOwned() {
    let sketch = Sketch(
      """
      ⟦1.source Hedda Moll⟧ ⟦1.cue said⟧ ⟦1.content there were ⟦VAGUE-02/concerns-in-the-air concerns⟧ that the bridge is
      unsafe⟧.
      """.replacing("\n", with: " ")
    )
    .speaker(1, name: "Hedda Moll", .named)
    #expect(sketch.findings("VAGUE-02").isEmpty)
  }

  @Test func oneOfThePeopleIsNoCrowd() {
    let sketch = Sketch(
      "⟦1.content The bridge was cracked⟧, ⟦1.source one of the people⟧ ⟦1.cue said⟧ on Friday night."
    )
    .speaker(1, name: "one of the people", .collective, kind: .collective)
    #expect(sketch.findings("VAGUE-02").isEmpty)
  }

  @Test func reportedlyWithoutAReporter() {
    let sketch = Sketch("Frustration is reportedly growing in the harbour office, and nobody expects a quick end.")
    #expect(sketch.words("VAGUE-03") == ["reportedly"])
    #expect(sketch.findings("VAGUE-03").map(\.level) == [.note])
  }

  @Test(arguments: [
    "The Tarn Dispatch wrote that the mayor had reportedly left the town.",
    "“He reportedly left the town,” the banner said in large letters.",
  ])
  func reportedlyWithAReporterOrInAQuotation(_ text: String) {
    #expect(Sketch(text).findings("VAGUE-03").isEmpty)
  }

  @Test func reportedlyIsCarriedOverInAParagraph() {
    let sketch = Sketch(
      "⟦1.source Ida Moor⟧ ⟦1.cue said⟧ ⟦1.content the bridge was shut⟧. Two cars were reportedly left on it."
    )
    .speaker(1, name: "Ida Moor", .named)
    #expect(sketch.findings("VAGUE-03").isEmpty)
  }

  @Test func allegedlyInCourtCopyIsANote() {
    let sketch = Sketch("The defendant allegedly set fire to the ferry office in the night of May 2.")
    #expect(sketch.findings("VAGUE-03").map(\.level) == [.note])
  }

  @Test func theNextSentenceMayNameTheReporter() {
    let sketch = Sketch(
      """
      The harbour fund is reportedly empty.
      ⟦1.content The fund was spent in March⟧, ⟦1.source Ida Moor⟧ ⟦1.cue said⟧.
      The mayor has reportedly left the island.
      """
    )
    .speaker(1, name: "Ida Moor", .named)
    #expect(sketch.findings("VAGUE-03").count == 1)
    #expect(sketch.findings("VAGUE-03").first?.related.isEmpty == true)
  }

  @Test func expertsWithoutANameAreImpersonal() {
    let sketch = Sketch("The fund is empty. ⟦1.source Experts⟧ ⟦1.cue believe⟧ ⟦1.content the mayor will go⟧.")
      .speaker(1, name: "Experts", .anonymousWithRole, kind: .group).stance(1, "belief")
    #expect(sketch.findings("VAGUE-02").count == 1)
  }

  @Test func whatASurveyCountedIsNoCrowd() {
    let sketch = Sketch(
      "Of those asked 81 percent want the bridge. ⟦1.source Most⟧ ⟦1.cue believe⟧ ⟦1.content it is safe⟧."
    )
    .speaker(1, name: "Most", .collective, kind: .collective).stance(1, "belief")
    #expect(sketch.findings("VAGUE-02").isEmpty)
  }
}
