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
