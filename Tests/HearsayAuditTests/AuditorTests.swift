import HearsayAudit
import HearsayRules
import Testing

@Suite struct AuditorTests {
  @Test func everyCheckOfTheTableIsDefinedAndNamesItsStandardInWords() {
    let defined = Set(TestRules.rulebook.checks.map(\.id))
    for check in ["VAGUE-01", "ANON-01", "NUM-01", "CHAIN-04", "CAV-02", "HEAD-03", "RTR-02", "FIG-01", "TYPO-01"] {
      #expect(defined.contains(check))
    }
    for check in TestRules.rulebook.checks {
      #expect(!check.title.isEmpty && !check.why.isEmpty, "\(check.id)")
      #expect(check.needs != .text || !check.bad.isEmpty && !check.good.isEmpty, "\(check.id) shows no examples")
    }
  }

  @Test func findingsStandInTheOrderOfTheText() {
    let sketch = Sketch(
      """
      Repairs will cost 40 million crowns. The mayor has reportedly left.
      The council passed the “reform” at night and went home without a word.
      """)
    let findings = sketch.findings
    #expect(findings.map(\.check) == ["FIG-01", "VAGUE-03", "QUOTE-01"])
    #expect(findings.map(\.at) == findings.map(\.at).sorted())
  }

  @Test func whatOneTextCannotAnswerIsSaid() {
    let result = Auditor(TestRules.rulebook).audit(Sketch("The council met on Friday.").story)
    let missing = Dictionary(result.notAssessed.map { ($0.check, $0.why) }) { first, _ in first }
    #expect(missing["CHAIN-03"] == "the input shows no links")
    #expect(missing["NUM-03"] == "needs other stories on the same event")
    #expect(result.notAssessed.map(\.check) == result.notAssessed.map(\.check).sorted())
  }

  @Test func anEmptyTextHasNoFindings() {
    #expect(Sketch("").findings.isEmpty)
  }

  @Test func aTextMayEndInTheMiddleOfAFigure() {
    #expect(Sketch("Sign in\n\nA $4").findings("FIG-01").isEmpty)
    #expect(Sketch("The board lost 40").findings("FIG-01").isEmpty)
  }

  @Test func cleanCopyIsLeftAlone() {
    let sketch = Sketch(
      """
      # Bridge shut after inspection
      ⟦1.content The Cairn Bridge was shut on Tuesday night⟧, ⟦1.source the council⟧ ⟦1.cue said⟧.
      ⟦2.source Helen Varga, the engineer who led the inspection,⟧ ⟦2.cue said⟧ ⟦2.content her team had counted 11 cracks⟧.
      ⟦3.content “I rang twice,”⟧ ⟦3.source she⟧ ⟦3.cue said⟧. ⟦4.source Mayor Orla Quist⟧ ⟦4.cue denied⟧ ⟦4.content that anybody had rung⟧.
      """
    )
    .speaker(1, name: "council", .institution, kind: .organisation).speaker(2, 3, name: "Helen Varga", .named)
    .speaker(4, name: "Orla Quist", .named).stance(4, "deny")
    let isOn = Set(TestRules.rulebook.checks.filter(\.isOnByDefault).map(\.id))
    #expect(sketch.findings.map(\.check).filter(isOn.contains) == [])
  }
}
