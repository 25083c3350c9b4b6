import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct AnonymityChecksTests {
  private let official = Sketch(
    """
    The council of Port Ellery met on Friday for two hours.
    ⟦1.source A senior council official⟧ ⟦1.cue said⟧ ⟦1.content the warning was kept from the mayor⟧.
    """)

  @Test func whoeverSpeaksBeforeManyKeepsNoNameBack() {
    func sketch(_ hearers: String) -> Sketch {
      Sketch(
        "⟦1.content “This is strictly business,”⟧ ⟦1.source a factory official⟧ ⟦1.cue told⟧ \(hearers) on Friday."
      )
      .speaker(1, name: "factory official", .anonymousWithRole)
    }
    #expect(sketch("the workers").findings("ANON-01").isEmpty)
    #expect(sketch("The Brazier").findings("ANON-01").count == 1)
  }

  @Test func anUnnamedOfficialNeedsAReason() {
    let sketch = official.speaker(1, name: "senior council official", .anonymousWithRole)
    #expect(
      sketch.findings("ANON-01").map(\.message)
        == ["no reason is given for keeping back the name of “A senior council official”"])
  }

  @Test func aReasonIsEnough() {
    let sketch = official.speaker(1, name: "senior council official", .anonymousWithRole, reason: true)
    #expect(sketch.findings("ANON-01").isEmpty)
  }

  @Test func oneReasonCoversTheParagraphBefore() {
    let sketch = Sketch(
      """
      ⟦1.content The bridge was cracked⟧, ⟦1.source two people familiar with the inspection⟧ ⟦1.cue said⟧ on Friday.
      Both asked not to be named because they feared for their posts.
      ⟦2.source A harbour official⟧ ⟦2.cue said⟧ ⟦2.content the ferry would run all night⟧.
      """
    )
    .speaker(
      1, name: "two people familiar with the inspection", .anonymousWithAccess, kind: .group, count: CountRange(2, 2)
    )
    .speaker(2, name: "harbour official", .anonymousWithRole)
    #expect(sketch.words("ANON-01") == ["A harbour official"])
    #expect(sketch.findings("ANON-01").first?.message == "no reason for anonymity is given for 1 of 2 unnamed sources")
  }

  @Test func theWordUnnamedGivesNoReason() {
    let sketch = Sketch(
      "⟦1.source Unnamed officials⟧ ⟦1.cue said⟧ ⟦1.content the port would close as part of the deal⟧ on Friday."
    )
    .speaker(1, name: "Unnamed officials", .anonymousWithRole, kind: .group, count: CountRange(2, nil))
    #expect(sketch.findings("ANON-01").count == 1)
  }

  @Test func manySourcesMakeOneFinding() throws {
    let sketch = Sketch(
      """
      ⟦1.source A diplomat⟧ ⟦1.cue said⟧ ⟦1.content the treaty was dead⟧ on Friday. ⟦2.source An aide⟧ ⟦2.cue said⟧ ⟦2.content it was not⟧.
      ⟦3.source An envoy⟧ ⟦3.cue said⟧ ⟦3.content it was asleep⟧. ⟦4.source A banker⟧ ⟦4.cue said⟧ ⟦4.content it was sold⟧.
      ⟦5.source A minister⟧ ⟦5.cue said⟧ ⟦5.content nobody had read it⟧.
      """
    )
    .speaker(1, name: "diplomat", .anonymousWithRole).speaker(2, name: "aide", .anonymousWithRole)
    .speaker(3, name: "envoy", .anonymousWithRole).speaker(4, name: "banker", .anonymousWithRole)
    .speaker(5, name: "minister", .anonymousWithRole)
    let findings = sketch.findings("ANON-01")
    #expect(findings.count == 1)
    #expect(findings.first?.related.map(\.message) == ["also", "also", "also, and 1 more"])
  }

  @Test(arguments: [
    ("A resident", "resident", CountRange(1, 1)),
    ("Another former lawmaker, Senator Joan Lind,", "former lawmaker", CountRange(1, 1)),
    ("The prisons minister", "prisons minister", CountRange(1, 1)), ("Officials", "Officials", CountRange(2, nil)),
    ("A nurse waiting at the slipway", "nurse waiting at the slipway", CountRange(1, 1)),
  ])
  func bystandersAndPublicBodiesAreNoSecretSources(_ source: String, _ name: String, _ count: CountRange) {
    let sketch = Sketch("⟦1.source \(source)⟧ ⟦1.cue said⟧ ⟦1.content the water rose within an hour of the warning⟧.")
      .speaker(1, name: name, .anonymousWithRole, kind: count.max == nil ? .group : .person, count: count)
    #expect(sketch.findings.filter { $0.check.hasPrefix("ANON") }.isEmpty)
  }

  @Test func bareSourcesAreAnError() {
    let sketch = Sketch(
      "⟦1.source Unnamed sources in Moscow⟧ ⟦1.cue said⟧ ⟦1.content the treaty was dead⟧ on Friday night."
    )
    .speaker(1, name: "Unnamed sources in Moscow", .anonymous, kind: .group, count: CountRange(2, nil))
    #expect(
      sketch.findings("ANON-02").map(\.message)
        == ["“Unnamed sources in Moscow”: a place, but no role, and no word on how they know"])
  }

  @Test func sourcesWithAccessAreNotBare() {
    let sketch = Sketch(
      "⟦1.source Sources familiar with the talks⟧ ⟦1.cue said⟧ ⟦1.content the treaty was dead⟧ on Friday."
    )
    .speaker(1, name: "Sources familiar with the talks", .anonymousWithAccess, kind: .group, count: CountRange(2, nil))
    #expect(sketch.findings("ANON-02").isEmpty)
  }

  @Test func sourcesOfWhomMoreWasToldBeforeAreNotBare() {
    let sketch = Sketch(
      """
      ⟦1.source Several sources familiar with the talks⟧ ⟦1.cue said⟧ ⟦1.content the treaty was dead⟧ on Friday.
      ⟦2.source One source⟧ ⟦2.cue said⟧ ⟦2.content it had never been alive⟧.
      """
    )
    .speaker(1, name: "Several sources", .anonymousWithAccess, kind: .group, count: CountRange(2, nil))
    .speaker(2, name: "One source", .anonymous)
    #expect(sketch.findings("ANON-02").isEmpty)
  }

  @Test func aLeadOnOneUnnamedSourceIsAnError() {
    let sketch = Sketch(
      "⟦1.content The regional bank will be sold before the summer⟧, ⟦1.source a banker close to the deal⟧ ⟦1.cue said⟧."
    )
    .speaker(1, name: "banker close to the deal", .anonymousWithAccess)
    #expect(sketch.findings("ANON-03").map(\.level) == [.error])
  }

  @Test func aLeadThatSomebodyElseBacksIsFine() {
    let sketch = Sketch(
      """
      ⟦1.content The regional bank will be sold before the summer⟧, ⟦1.source a banker close to the deal⟧ ⟦1.cue said⟧.
      ⟦2.source Finance minister Ida Moor⟧ ⟦2.cue said⟧ ⟦2.content the regional bank would be sold by July⟧.
      """
    )
    .speaker(1, name: "banker close to the deal", .anonymousWithAccess).speaker(2, name: "Ida Moor", .named)
    #expect(sketch.findings("ANON-03").isEmpty)
  }

  @Test func anAccusationOnOneUnnamedSource() {
    let sketch = Sketch(
      """
      The mayor of Port Ellery left office on Friday after nine years.
      ⟦1.content The mayor took bribes from the ferry company⟧, ⟦1.source a council official⟧ ⟦1.cue said⟧.
      """
    )
    .speaker(1, name: "council official", .anonymousWithRole)
    #expect(sketch.findings("ANON-03").map(\.level) == [.warning])
  }

  @Test func oneOfThreeSourcesIsNotAlone() {
    let sketch = Sketch(
      """
      The talks in Sorn went into a second week on Friday.
      ⟦1.source One of the sources⟧ ⟦1.cue said⟧ ⟦1.content the two leaders would have to meet⟧.
      """
    )
    .speaker(1, name: "One of the sources", .anonymous)
    #expect(sketch.findings("ANON-03").isEmpty)
  }

  @Test func aRoteReason() {
    let sketch = Sketch(
      """
      ⟦1.source The official⟧ ⟦1.cue spoke⟧ on condition of anonymity because he was not authorized to speak to reporters.
      """
    )
    .speaker(1, name: "official", .anonymousWithRole, reason: true)
    #expect(sketch.words("ANON-04") == ["not authorized to speak"])
  }

  @Test func aRealReasonIsNotRote() {
    let sketch = Sketch(
      "The official spoke on condition of anonymity for fear of retribution, and was not authorized to speak.")
    #expect(sketch.findings("ANON-04").isEmpty)
  }

  @Test func aRoleUnderTheLeadDoesNotSayHowASourceKnows() {
    #expect(official.speaker(1, name: "senior council official", .anonymousWithRole).findings("ANON-05").isEmpty)
    let lead = Sketch(
      "⟦1.source A senior council official⟧ ⟦1.cue said⟧ ⟦1.content the warning was kept from the mayor⟧ on Friday."
    )
    .speaker(1, name: "senior council official", .anonymousWithRole)
    #expect(lead.findings("ANON-05").map(\.level) == [.warning])
  }

  @Test func oneSourceWithAccessSpeaksForTheStory() {
    let sketch = Sketch(
      """
      ⟦1.source A diplomat at the talks⟧ ⟦1.cue said⟧ ⟦1.content the treaty was dead⟧ on Friday.
      ⟦2.source Another diplomat⟧ ⟦2.cue said⟧ ⟦2.content it was not⟧.
      """
    )
    .speaker(1, name: "diplomat at the talks", .anonymousWithAccess).speaker(2, name: "diplomat", .anonymousWithRole)
    #expect(sketch.findings("ANON-05").isEmpty)
  }

  @Test func aNameInTheNextSentenceWasOnlyDelayed() {
    func sketch(_ next: String) -> Sketch {
      Sketch(
        """
        ⟦1.source A council official⟧ ⟦1.cue has said⟧ ⟦1.content that the bridge was never safe⟧.
        \(next)
        """
      )
      .speaker(1, name: "council official", .anonymousWithRole).speaker(2, name: "Una Keel", .named)
    }
    let named = sketch("⟦2.source Una Keel⟧ ⟦2.cue said⟧ ⟦2.content that she had written three letters⟧.")
    #expect(named.findings("ANON-03").isEmpty)
    #expect(named.findings("ANON-01").isEmpty)
    let unnamed = sketch("The bridge is closed. ⟦1.source The official⟧ ⟦1.cue said⟧ ⟦1.content so on Monday⟧.")
    #expect(unnamed.findings("ANON-03").map(\.level) == [.error])
  }

  @Test func aStoryOfOneParagraphIsNotAllLead() {
    let sketch = Sketch(
      """
      The bridge is closed. It was built in 1961. ⟦1.source A police source⟧ ⟦1.cue said⟧ ⟦1.content two lorries had met on it⟧.
      """
    )
    .speaker(1, name: "police source", .anonymousWithRole)
    #expect(!sketch.findings("ANON-03").contains { $0.level == .error })
  }

  @Test func aThirdSourceOnTheSameMatterLeavesNobodyAlone() {
    let sketch = Sketch(
      """
      The bridge is closed, and the town waits for a report.
      ⟦1.source A source⟧ ⟦1.cue said⟧ ⟦1.content that Steen had signed the order⟧.
      ⟦2.source A third source⟧ ⟦2.cue said⟧ ⟦2.content that Steen was one of several⟧.
      """
    )
    .speaker(1, name: "source", .anonymous).speaker(2, name: "third source", .anonymous)
    #expect(sketch.findings("ANON-03").isEmpty)
  }
}
