import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct AnonymousVoiceChecksTests {
  @Test func aPredictionIsAnError() {
    let sketch = Sketch(
      "⟦1.source Another council official⟧ ⟦1.cue predicted⟧ ⟦1.content that Mayor Orla Quist would resign by autumn⟧."
    )
    .speaker(1, name: "council official", .anonymousWithRole)
    #expect(sketch.findings("ANON-06").map(\.level) == [.error])
    #expect(
      sketch.findings("ANON-06").map(\.message)
        == ["“Another council official” has no name and gives an opinion: “predicted”"])
  }

  @Test func aBeliefThatSomethingMayBeIsAWarning() {
    let sketch = Sketch(
      "⟦1.source A rail adviser close to the talks⟧ ⟦1.cue believes⟧ ⟦1.content that the sum could exceed 3 crowns⟧."
    )
    .speaker(1, name: "rail adviser close to the talks", .anonymousWithAccess)
    #expect(sketch.findings("ANON-06").map(\.level) == [.warning])
  }

  @Test(arguments: ["said", "suggested", "told reporters"])
  func informationIsWhatAnonymityIsFor(_ cue: String) {
    let sketch = Sketch("⟦1.source A council official⟧ ⟦1.cue \(cue)⟧ ⟦1.content that the two had met twice in March⟧.")
      .speaker(1, name: "council official", .anonymousWithRole)
    #expect(sketch.findings("ANON-06").isEmpty)
  }

  @Test func peopleWithANameMayPredict() {
    let sketch = Sketch("⟦1.source Ida Moor⟧ ⟦1.cue predicted⟧ ⟦1.content that the mayor would resign by autumn⟧.")
      .speaker(1, name: "Ida Moor", .named)
    #expect(sketch.findings("ANON-06").isEmpty)
  }

  @Test func oneSourceWithTwoOpinionsIsOneFinding() {
    let sketch = Sketch(
      """
      ⟦1.source A council official⟧ ⟦1.cue predicted⟧ ⟦1.content that the mayor would resign⟧ on Friday.
      ⟦2.source The official⟧ ⟦2.cue guessed⟧ ⟦2.content that it would be in autumn⟧.
      """
    )
    .speaker(1, 2, name: "council official", .anonymousWithRole)
    #expect(sketch.findings("ANON-06").count == 1)
    #expect(sketch.findings("ANON-06").first?.related.count == 1)
  }

  @Test func anInsultFromNobody() {
    let sketch = Sketch(
      "⟦1.content “She was asleep at the wheel,”⟧ ⟦1.source a council official⟧ ⟦1.cue said⟧ of the mayor."
    )
    .speaker(1, name: "council official", .anonymousWithRole)
    #expect(sketch.words("ANON-07") == ["asleep at the wheel"])
  }

  @Test(arguments: ["“The plan was useless,”", "“She was never lazy,”", "“They were asleep at the wheel,”"])
  func hardWordsAboutThingsAndDeniedOnesAreFine(_ words: String) {
    let sketch = Sketch("⟦1.content \(words)⟧ ⟦1.source a council official⟧ ⟦1.cue said⟧ after the meeting on Friday.")
      .speaker(1, name: "council official", .anonymousWithRole)
    #expect(sketch.findings("ANON-07").isEmpty)
  }

  @Test func aStoryWithoutAName() {
    let sketch = Sketch(
      """
      ⟦1.source A diplomat⟧ ⟦1.cue said⟧ ⟦1.content the treaty was dead⟧ on Friday. ⟦2.source The diplomat⟧ ⟦2.cue said⟧ ⟦2.content it was over⟧.
      ⟦3.source An aide⟧ ⟦3.cue said⟧ ⟦3.content nobody had read it⟧.
      """
    )
    .speaker(1, 2, name: "diplomat", .anonymousWithRole).speaker(3, name: "aide", .anonymousWithRole)
    #expect(sketch.findings("ANON-10").map(\.level) == [.warning])
    let withName = Sketch(
      """
      ⟦1.source A diplomat⟧ ⟦1.cue said⟧ ⟦1.content the treaty was dead⟧ on Friday. ⟦2.source The diplomat⟧ ⟦2.cue said⟧ ⟦2.content it was over⟧.
      ⟦3.source Ida Moor⟧ ⟦3.cue said⟧ ⟦3.content nobody had read it⟧.
      """
    )
    .speaker(1, 2, name: "diplomat", .anonymousWithRole).speaker(3, name: "Ida Moor", .named)
    #expect(withName.findings("ANON-10").isEmpty)
  }

  @Test func fiveQuotationsWithoutANameAreMany() {
    func sketch(_ count: Int) -> Sketch {
      let lines = (1...count).map {
        "⟦\($0).content “We have read part \($0) of it twice,”⟧ ⟦\($0).source an aide⟧ ⟦\($0).cue said⟧."
      }
      var sketch = Sketch(lines.joined(separator: "\n"))
      for id in 1...count { sketch = sketch.speaker(id, name: "aide", .anonymousWithRole) }
      return sketch
    }
    #expect(sketch(4).findings("ANON-08").isEmpty)
    #expect(sketch(5).findings("ANON-08").count == 1)
  }

  @Test func aChargeIsNoInsult() {
    let sketch = Sketch(
      """
      The town waits. ⟦1.content Councillor Olga Steen is to be indicted on fraud charges⟧, ⟦1.source a court official⟧ ⟦1.cue said⟧.
      """
    )
    .speaker(1, name: "court official", .anonymousWithRole)
    #expect(sketch.findings("ANON-07").isEmpty)
  }
}
