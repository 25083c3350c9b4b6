import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct CountChecksTests {
  private func diplomats(_ second: String) -> Sketch {
    Sketch(
      """
      The port of Skerrin stayed shut on Friday for a ninth day.
      ⟦1.source Harbour diplomats⟧ ⟦1.cue believe⟧ ⟦1.content that the port will close for good⟧.
      ⟦2.content The port will close⟧, ⟦2.source \(second)⟧ ⟦2.cue told The Courier⟧.
      """
    )
    .speaker(1, name: "Harbour diplomats", .anonymousWithRole, kind: .group, count: CountRange(2, nil))
    .speaker(2, name: "Harbour diplomat", .anonymousWithRole)
    .via(1, "The Courier", stated: false).via(2, "The Courier")
  }

  @Test func manyDiplomatsAndOneQuoted() throws {
    let finding = try #require(diplomats("a Harbour diplomat").stance(1, "belief").findings("NUM-01").first)
    #expect(finding.level == .error)
    #expect(finding.message == "plural sources, one diplomat quoted")
    #expect(finding.rewrite == "A Harbour diplomat told The Courier")
    #expect(finding.related.map(\.message) == ["quoted"])
  }

  @Test func whatSeveralAreSaidToHaveSaidIsAQuestion() throws {
    let finding = try #require(diplomats("a Harbour diplomat").findings("NUM-01").first)
    #expect(finding.level == .note)
    #expect(finding.message == "plural sources, one diplomat quoted: did several say so?")
  }

  @Test(arguments: [
    "another Harbour diplomat", "one of the Harbour diplomats", "two Harbour diplomats", "a Tarn diplomat",
  ])
  func aSecondDiplomatOrOneOfAnotherKind(_ second: String) {
    #expect(diplomats(second).findings("NUM-01").isEmpty)
  }

  @Test func sourcesOfAKindAreCountedToo() {
    func sketch(_ many: String, _ one: String) -> Sketch {
      Sketch(
        """
        ⟦1.source \(many)⟧ ⟦1.cue believe⟧ ⟦1.content that the port will close for good⟧.
        ⟦2.content The port will close⟧, ⟦2.source \(one)⟧ ⟦2.cue told The Courier⟧.
        """
      )
      .speaker(1, name: many, .anonymousWithRole, kind: .group, count: CountRange(2, nil)).stance(1, "belief")
      .speaker(2, name: one, .anonymousWithRole)
    }
    #expect(sketch("Union sources", "a union source").findings("NUM-01").count == 1)
    #expect(sketch("Sources", "a source").findings("NUM-01").isEmpty)
    #expect(sketch("Union sources", "a palace source").findings("NUM-01").isEmpty)
  }

  private func counted(_ second: String) -> Sketch {
    Sketch(
      """
      ⟦1.content The regional bank will be sold⟧, ⟦1.source three sources familiar with the talks⟧ ⟦1.cue said⟧.
      ⟦2.source \(second)⟧ ⟦2.cue named⟧ ⟦2.content the buyer, a freight group from Sorn⟧.
      """
    )
    .speaker(1, name: "three sources", .anonymousWithAccess, kind: .group, count: CountRange(3, 3))
    .speaker(2, name: second, .anonymousWithAccess, kind: .group, count: CountRange(2, 2))
  }

  @Test func threeSourcesThenTwoPeople() {
    let findings = counted("Two people familiar with the bid").findings("NUM-02")
    #expect(findings.map(\.message) == ["are these 2 among the 3? it could be 3 people or 5"])
  }

  @Test(arguments: ["Two of the sources", "Two other people familiar with the bid", "The two people"])
  func countsThatSayWhomTheyCount(_ second: String) {
    #expect(counted(second).findings("NUM-02").isEmpty)
  }
}
