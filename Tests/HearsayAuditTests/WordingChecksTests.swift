import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct VerbChecksTests {
  private func admitted(_ text: String) -> Sketch {
    Sketch(text).speaker(1, name: "engineer", .institution, kind: .office)
  }

  @Test func aVerbOfGuilt() throws {
    let sketch = admitted(
      "⟦1.source The engineer⟧ ⟦1.cue ⟦VERB-01/verb-of-guilt admitted⟧⟧ ⟦1.content that the bolts were new⟧ on Friday.")
    let finding = try #require(sketch.findings("VERB-01").first)
    #expect(finding.message == "“admitted” implies guilt, or something wrung out of the speaker")
  }

  @Test func admittingInCourtIsATermOfLaw() {
    let sketch = admitted(
      "⟦1.source The engineer⟧ ⟦1.cue ⟦VERB-01/verb-of-guilt admitted⟧⟧ ⟦1.content to the court that the bolts were new⟧."
    )
    #expect(sketch.findings("VERB-01").isEmpty)
  }

  @Test func aVerbThatAttributesNothingIsFine() {
    let sketch = Sketch("The team ⟦VERB-01/verb-of-doubt claimed⟧ a place in the last eight on Friday night.")
    #expect(sketch.findings("VERB-01").isEmpty)
  }

  @Test func oneFindingForOneSpeaker() {
    let sketch = Sketch(
      """
      ⟦1.source The engineer⟧ ⟦1.cue ⟦VERB-01/verb-of-guilt admitted⟧⟧ ⟦1.content that the bolts were new⟧ on Friday.
      ⟦2.source She⟧ ⟦2.cue ⟦VERB-01/verb-of-guilt admitted⟧⟧ ⟦2.content that nobody had looked at them⟧.
      """
    )
    .speaker(1, 2, name: "engineer", .institution, kind: .office)
    #expect(sketch.findings("VERB-01").count == 1)
    #expect(sketch.findings("VERB-01").first?.related.count == 1)
  }

  @Test func refusingToCommentCountsWithoutAnAttribution() {
    let sketch = Sketch(
      "The owners of the ferry line ⟦caveat/no-comment ⟦VERB-01/refused-comment refused⟧ to comment⟧ on Friday night.")
    #expect(sketch.findings("VERB-01").count == 1)
  }

  @Test func mindReadingIsOffUnlessAsked() throws {
    let check = try #require(TestRules.rulebook.checks.first { $0.id == "VERB-02" })
    #expect(!check.isOnByDefault)
    let sketch = Sketch(
      "⟦1.source The chairman⟧ ⟦1.cue ⟦VERB-02/mind-reading believes⟧⟧ ⟦1.content the strike will end⟧ on Friday."
    )
    .speaker(1, name: "chairman", .institution, kind: .office)
    #expect(sketch.words("VERB-02") == ["believes"])
    #expect(sketch.within(1, 1).findings("VERB-02").isEmpty)
  }

  @Test func stackedHedgesComeFromTheirRule() {
    let sketch = Sketch("The official ⟦HEDGE-01/stacked-hedges reportedly claimed⟧ that the port of Sorn was mined.")
    #expect(
      sketch.findings("HEDGE-01").map(\.message) == ["“reportedly claimed”: two hedges on one statement; keep one"])
  }
}

@Suite struct QuotationChecksTests {
  @Test func aScareQuote() {
    let sketch = Sketch("The council passed the “reform” at night and went home without a word.")
    #expect(sketch.words("QUOTE-01") == ["“reform”"])
  }

  @Test(arguments: [
    "The council passed the so-called “reform” at night and went home.",
    "The patients are marked as “paused” in the list that the hospital publishes.",
    "The council read “The Long Winter” aloud at the end of the night.",
  ])
  func termsAndTitles(_ text: String) {
    #expect(Sketch(text).findings("QUOTE-01").isEmpty)
  }

  @Test func oneFragmentOfASpeakerIsFine() {
    func sketch(_ more: String) -> Sketch {
      Sketch("⟦1.source Ida Moor⟧ ⟦1.cue called⟧ ⟦1.content the plan a “disaster” for the whole valley⟧\(more).")
        .speaker(1, name: "Ida Moor", .named)
    }
    #expect(sketch("").findings("QUOTE-01").isEmpty)
  }

  @Test func quotedWordsThatNobodySays() {
    let sketch = Sketch(
      "The talks ended early. ⟦quote “There is nothing left to say.”⟧ The delegations left by different doors.")
    #expect(sketch.words("SPK-01") == ["“There is nothing left to say.”"])
  }

  @Test func aSignIsNoSpeaker() {
    let sketch = Sketch("A sign at the gate reads ⟦quote “Nobody gets in before nine today.”⟧ and has done for years.")
    #expect(sketch.findings("SPK-01").isEmpty)
  }

  @Test func mixedMarks() {
    let sketch = Sketch("The envoy called the plan “ready\" for signature and left the hall.")
    #expect(sketch.findings("TYPO-01").map(\.message) == ["opened with “ and closed with \""])
  }

  @Test func aMarkThatIsNeverClosed() {
    let sketch = Sketch(
      "The envoy called the plan “ready for signature and left the hall.\nThe hall was empty by nine.")
    #expect(sketch.findings("TYPO-01").count == 1)
  }

  @Test(arguments: [
    "“The plan is ready,” the envoy said. “We’ll sign it.”",
    "“The plan is ready,” the envoy said. “We will sign it.\n“And then we will go home,” he said.",
    "The officials' plan wasn't ready, and the envoys' cars had gone.",
  ])
  func marksThatMatch(_ text: String) {
    #expect(Sketch(text).findings("TYPO-01").isEmpty)
  }
}

@Suite struct FigureCheckTests {
  @Test(arguments: [
    ("Repairs will cost 40 million crowns and keep the bridge closed until winter.", "40 million crowns"),
    ("The province lost 60% of its wells in a single summer, and the rest are dry.", "60%"),
  ])
  func aStatisticFromNobody(_ text: String, _ figure: String) {
    #expect(Sketch(text).words("FIG-01") == [figure])
  }

  @Test(arguments: [
    "The bridge, opened in 1961, has 12 spans and carries two lanes across the bay.",
    "The council approved the 40 million crown project on Friday by one vote.",
    "Shares of the ferry line closed 3% lower in Sorn on Friday after the news.",
    "A poll put the government at 42 percent, six points behind the Reform Union.",
    "“We need 40 million crowns,” the banner at the pier says.",
  ])
  func numbersThatNeedNoSource(_ text: String) {
    #expect(Sketch(text).findings("FIG-01").isEmpty)
  }

  @Test func aFigureThatIsAttributed() {
    let sketch = Sketch(
      "⟦1.content Repairs will cost 40 million crowns⟧, ⟦1.source the council⟧ ⟦1.cue said⟧ on Friday."
    )
    .speaker(1, name: "council", .institution, kind: .organisation)
    #expect(sketch.findings("FIG-01").isEmpty)
  }

  @Test func anOldDateIsNamed() {
    let sketch = Sketch("As of late 2019, the rebels held about 60% of the province and all of its ports.")
    #expect(sketch.findings("FIG-01").map(\.message) == ["“60%”: from whom? and dated “As of late 2019”"])
  }
}
