import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct PublicationChecksTests {
  private func relay(_ outlet: String, _ words: String? = nil) -> Sketch {
    Sketch(
      "⟦1.content The railway will be sold to the highest bidder⟧, ⟦1.source \(words ?? outlet)⟧ ⟦1.cue reported⟧ on Friday."
    )
    .speaker(1, name: outlet, .institution, kind: .outlet).via(1, outlet).relay(outlet).published(by: "The Brazier")
  }

  @Test func anOriginalWithoutALink() {
    let sketch = relay("The Tarn Dispatch").linking(to: "https://brazier.example/politics")
    #expect(sketch.findings("CHAIN-03").map(\.message) == ["no link to the report of The Tarn Dispatch"])
  }

  @Test(arguments: ["https://www.tarndispatch.example/sale?x=1", "http://tarndispatch.example:8080"])
  func aLinkToTheOutletIsEnough(_ url: String) {
    #expect(relay("The Tarn Dispatch").linking(to: url).findings("CHAIN-03").isEmpty)
  }

  @Test func aTextShowsNoLinks() {
    let result = Auditor(TestRules.rulebook).audit(relay("The Tarn Dispatch").story)
    #expect(!result.findings.contains { $0.check == "CHAIN-03" })
    #expect(result.notAssessed.first { $0.check == "CHAIN-03" }?.why == "the input shows no links")
  }

  @Test func aStatesAgencyAsOrigin() throws {
    let finding = try #require(relay("Osk News Agency").findings("CAV-04").first)
    #expect(
      finding.message
        == "Osk News Agency is listed as state-controlled (XA), by the registry of outlets: a list of the tests' own; the reader is not told"
    )
  }

  @Test(arguments: ["the state news agency OskNews", "OskNews, the official agency"])
  func aReaderWhoIsTold(_ words: String) {
    #expect(relay("Osk News Agency", words).findings("CAV-04").isEmpty)
  }

  @Test func namedPeopleAnswerForThemselves() {
    let sketch = Sketch(
      "⟦1.source Ida Moor⟧ ⟦1.cue told⟧ Osk News Agency ⟦1.content that the railway will be sold⟧ on Friday."
    )
    .speaker(1, name: "Ida Moor", .named).via(1, "Osk News Agency").published(by: "The Brazier")
    #expect(sketch.findings("CAV-04").isEmpty)
  }

  @Test func anOutletThatNobodyHasListedIsNotAssessed() {
    let result = Auditor(TestRules.rulebook).audit(relay("The Nowhere Herald").story)
    #expect(
      result.notAssessed.first { $0.check == "CAV-04" }?.why
        == "the registry of outlets doesn't know The Nowhere Herald")
  }

  @Test func anOriginOfAnotherCountry() {
    #expect(relay("The Tarn Dispatch").findings("CTX-01").count == 1)
    #expect(relay("The Tarn Dispatch", "the newspaper The Tarn Dispatch").findings("CTX-01").isEmpty)
    #expect(relay("The Sorn Courier").findings("CTX-01").isEmpty)
  }
}

@Suite struct TimeChecksTests {
  private func story(_ other: String) -> Sketch {
    Sketch("Diplomats expect ⟦TIME-01/not-yet-in-office a potential Varga administration⟧ to give way.\n\(other)")
  }

  @Test(arguments: ["The Varga administration opened talks on Monday.", "On Monday President Varga met the envoys."])
  func aGovernmentThatIsInOfficeAlready(_ other: String) {
    #expect(story(other).words("TIME-01") == ["a potential Varga administration"])
  }

  @Test(arguments: [
    "The talks begin on Monday.", "A future Varga administration would meet the envoys.", "Mr. Varga met the envoys.",
  ])
  func aGovernmentThatMayStillCome(_ other: String) {
    #expect(story(other).findings("TIME-01").isEmpty)
  }

  private func caveat(_ words: String, _ mark: String) -> Sketch {
    Sketch(
      """
      The Brazier ⟦caveat/unverified could not \(words) verify⟧ the claim on Friday night.
      \(mark)
      """
    )
    .published(by: "The Brazier")
  }

  @Test func aCaveatThatWasNotLookedAtAgain() {
    #expect(caveat("immediately", "This story has been updated with a statement.").findings("CAV-05").count == 1)
  }

  @Test func withoutAnUpdateOrWithoutAHurryThereIsNothingToSay() {
    #expect(caveat("immediately", "The port is quiet.").findings("CAV-05").isEmpty)
    #expect(caveat("independently", "This story has been updated with a statement.").findings("CAV-05").isEmpty)
  }

  @Test func aHeadlineThatJoinsWhatTheStoryDoesNot() {
    func story(_ body: String) -> Sketch { Sketch("# Harbour minister resigns over cracked bridge\n\(body)") }
    #expect(
      story("The harbour minister resigned on Friday.\nThe bridge was cracked in May.").words("HEAD-02")
        == ["over cracked bridge"])
    #expect(story("The harbour minister resigned on Friday over the cracked bridge.").findings("HEAD-02").isEmpty)
  }
}

@Suite struct RepetitionChecksTests {
  private func twice(_ second: String, by speaker: String = "Orla Quist") -> Sketch {
    let sketch = Sketch(
      """
      ⟦1.source Orla Quist⟧ ⟦1.cue said⟧ ⟦1.content the treasury of the island was quite empty by winter⟧.
      The ferry runs twice a day.
      ⟦2.content \(second)⟧ ⟦2.source \(speaker)⟧ ⟦2.cue said⟧.
      """
    )
    return speaker == "Orla Quist"
      ? sketch.speaker(1, 2, name: "Orla Quist", .named)
      : sketch.speaker(1, name: "Orla Quist", .named).speaker(2, name: speaker, .named)
  }

  @Test func aParaphraseAndItsQuotation() {
    #expect(twice("“The treasury of the island is quite empty by winter,”").findings("QUOTE-03").count == 1)
  }

  @Test func anotherSpeakerOrAnotherMatter() {
    #expect(
      twice("“The treasury of the island is quite empty by winter,”", by: "Jon Felt").findings("QUOTE-03").isEmpty)
    #expect(twice("“The ferry of the island will never run in winter again,”").findings("QUOTE-03").isEmpty)
  }

  @Test func wordsWithoutAnOccasion() {
    func story(_ tail: String) -> Sketch {
      Sketch("⟦1.content “Nobody was warned of the flood,”⟧ ⟦1.source Orla Quist⟧ ⟦1.cue said⟧\(tail).")
        .speaker(1, name: "Orla Quist", .named)
    }
    #expect(story("").findings("QUOTE-02").count == 1)
    #expect(story(" on Tuesday").findings("QUOTE-02").isEmpty)
    #expect(story(" at a briefing").findings("QUOTE-02").isEmpty)
  }
}
