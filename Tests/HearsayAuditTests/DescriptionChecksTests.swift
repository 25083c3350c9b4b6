import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct DescriptionChecksTests {
  private func said(_ source: String, _ grade: Grade, kind: ActorKind = .person) -> Sketch {
    Sketch("⟦1.source \(source)⟧ ⟦1.cue said⟧ ⟦1.content the price had fallen by half⟧ on Friday night.")
      .speaker(1, name: source, grade, kind: kind)
  }

  @Test func somebodyCloseToTheTalks() {
    #expect(
      said("A person close to the talks", .anonymousWithAccess).words("ANON-09") == ["A person close to the talks"])
    #expect(TestRules.rulebook.checks.first { $0.id == "ANON-09" }?.isOnByDefault == false)
  }

  @Test(arguments: ["A treasury official close to the talks", "A union source familiar with the talks"])
  func aSideThatIsTold(_ source: String) {
    #expect(said(source, .anonymousWithAccess).findings("ANON-09").isEmpty)
  }

  @Test func aDescriptionThatIsAName() {
    let source = "A deputy director of the Sorn harbour office who met inspectors on May 3"
    #expect(said(source, .anonymousWithRole).findings("ANON-11").count == 1)
    #expect(said("A harbour official", .anonymousWithRole).findings("ANON-11").isEmpty)
  }

  @Test func aNameWithoutADescription() {
    #expect(said("Helen Varga", .named).words("DESC-01") == ["Helen Varga"])
    #expect(said("Helen Varga, the engineer who led the inspection,", .named).findings("DESC-01").isEmpty)
  }

  // MARK: Who is out of reach of the checks on anonymity

  @Test(arguments: [
    ("Both of her senators", Grade.anonymousWithRole), ("A lawmaker in Sorn", .anonymousWithRole),
    ("A friend", .anonymousWithRole), ("A harbour inspector general's report", .institution),
  ])
  func whoCanBeLookedUpNeedsNoReason(_ source: String, _ grade: Grade) {
    #expect(said(source, grade).findings("ANON-01").isEmpty)
  }

  @Test(arguments: ["The source", "This source", "Sources at the Tarn mill", "Sources in the meeting"])
  func aSourceThatWasDescribedOrHasAPlaceOfWorkIsNotBare(_ source: String) {
    #expect(said(source, .anonymous).findings("ANON-02").isEmpty)
  }

  @Test(arguments: ["Sources", "A source", "Unnamed sources in Moscow"])
  func aBareSource(_ source: String) {
    #expect(said(source, .anonymous, kind: .group).findings("ANON-02").count == 1)
  }

  @Test func anInsultThatIsToldOfAnotherIsNotTheSources() {
    let sketch = Sketch("⟦1.content “He kept calling Orla Quist a liar,”⟧ ⟦1.source one aide⟧ ⟦1.cue said⟧ on Friday.")
      .speaker(1, name: "aide", .anonymousWithRole)
    #expect(sketch.findings("ANON-07").isEmpty)
  }
}

@Suite struct SideCheckTests {
  private func story(_ second: String) -> Sketch {
    Sketch(
      """
      ⟦1.content Russia will ask for four Ukrainian regions⟧, ⟦1.source a Russian official⟧ ⟦1.cue said⟧ on Friday.
      ⟦2.source \(second)⟧ ⟦2.cue said⟧ ⟦2.content Kyiv had no choice⟧.
      ⟦3.source A Russian diplomat⟧ ⟦3.cue said⟧ ⟦3.content the Ukrainian army was tired⟧.
      """
    )
    .speaker(1, name: "Russian official", .anonymousWithRole).speaker(2, name: second, .anonymousWithRole)
    .speaker(3, name: "Russian diplomat", .anonymousWithRole)
  }

  @Test func onlyOneSideSpeaks() {
    let sketch = story("Another Kremlin official")
    #expect(
      sketch.findings("SIDE-01").map(\.message) == ["all 3 sources are of one side, and what they say is about another"]
    )
  }

  @Test(arguments: ["A Ukrainian officer", "A farmer"])
  func theOtherSideOrSomebodyElseSpeaksToo(_ second: String) {
    #expect(story(second).findings("SIDE-01").isEmpty)
  }

  @Test func mattersOfOneStateHaveNoSides() {
    let sketch = Sketch(
      """
      ⟦1.content The dam will be rebuilt⟧, ⟦1.source a Polish official⟧ ⟦1.cue said⟧ on Friday afternoon.
      ⟦2.source A Polish engineer⟧ ⟦2.cue said⟧ ⟦2.content the wall was sound⟧.
      ⟦3.source A Polish minister⟧ ⟦3.cue said⟧ ⟦3.content the money was there⟧.
      """
    )
    .speaker(1, name: "Polish official", .anonymousWithRole).speaker(2, name: "engineer", .anonymousWithRole)
    .speaker(3, name: "minister", .anonymousWithRole)
    #expect(sketch.findings("SIDE-01").isEmpty)
  }
}
