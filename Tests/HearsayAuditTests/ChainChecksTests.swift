import HearsayAttribution
import HearsayAudit
import Testing

@Suite struct ChainChecksTests {
  @Test func aRelayThatIsOnlyImplied() throws {
    let sketch = Sketch(
      """
      ⟦1.content The railway will be sold⟧, ⟦1.source The Tarn Dispatch⟧ ⟦1.cue reported⟧ on Friday.
      ⟦2.source Another official⟧ ⟦2.cue said⟧ ⟦2.content that the unions knew nothing⟧.
      """
    )
    .speaker(1, name: "The Tarn Dispatch", .institution, kind: .outlet)
    .speaker(2, name: "official", .anonymousWithRole).via(2, "The Tarn Dispatch", stated: false)
    .relay("The Tarn Dispatch").published(by: "The Brazier")
    let finding = try #require(sketch.findings("CHAIN-02").first)
    #expect(
      finding.message == "who was told? the story relays The Tarn Dispatch and does not say that this source is theirs")
    #expect(finding.rewrite == "Another official told The Tarn Dispatch")
  }

  @Test func aSpeakerWhoseRelayWasStatedOnceIsClear() {
    let sketch = Sketch(
      """
      ⟦1.source A treasury official⟧ ⟦1.cue told⟧ the Dispatch ⟦1.content that the price was open⟧.
      ⟦2.content “We argue about the price,”⟧ ⟦2.source the official⟧ ⟦2.cue said⟧.
      """
    )
    .speaker(1, 2, name: "treasury official", .anonymousWithRole)
    .via(1, "The Tarn Dispatch").via(2, "The Tarn Dispatch", stated: false).published(by: "The Brazier")
    #expect(sketch.findings("CHAIN-02").isEmpty)
  }

  private func quoted(_ words: String, by relays: String...) -> Sketch {
    let sketch = Sketch("⟦1.content \(words)⟧ ⟦1.source the official⟧ ⟦1.cue said⟧ at the end of the meeting.")
      .speaker(1, name: "official", .anonymousWithRole).published(by: "The Brazier")
    return relays.count == 2 ? sketch.via(1, relays[0], relays[1]) : sketch.via(1, relays[0])
  }

  @Test func aQuotationAtThirdHand() {
    let findings = quoted("“We will not come back to this table,”", by: "Radio Sorn", "The Tarn Dispatch").findings(
      "CHAIN-04")
    #expect(
      findings.map(\.message)
        == ["these words in quotation marks reach the reader at third hand, through The Tarn Dispatch"])
  }

  @Test(arguments: ["“If this [deal] happens, we will not come back,”", "“If this happens… we will not come back,”"])
  func anEditedQuotationFromAnotherCountry(_ words: String) {
    #expect(quoted(words, by: "The Tarn Dispatch").findings("CHAIN-04").count == 1)
  }

  @Test func aCutInWordsOfTheSameCountryIsGoodPractice() {
    #expect(
      quoted("“If this [deal] happens, we will not come back,”", by: "The Sorn Courier").findings("CHAIN-04").isEmpty)
  }

  @Test func anotherPapersRenderingOfAMessage() {
    func sketch(_ words: String) -> Sketch {
      Sketch(
        """
        ⟦1.content The sale is near⟧, The Tarn Dispatch ⟦1.cue reported⟧, citing ⟦1.source people at the meeting⟧.
        ⟦2.content “If this [deal] happens, we will not come back,”⟧ ⟦2.source the paper⟧ ⟦2.cue wrote⟧, \(words).
        """
      )
      .speaker(1, name: "people at the meeting", .anonymousWithAccess, kind: .group, count: CountRange(2, nil))
      .via(1, "The Tarn Dispatch").speaker(2, name: "The Tarn Dispatch", .institution, kind: .outlet)
      .published(by: "The Brazier")
    }
    let relayed = sketch("⟦CHAIN-04/words-relayed relaying⟧ Karl Osten's message").findings("CHAIN-04")
    #expect(
      relayed.map(\.message) == [
        "these words in quotation marks reach the reader at third hand, through The Tarn Dispatch, and edited: “[…]”"
      ])
    #expect(sketch("relaying the news").findings("CHAIN-04").first?.message.contains("second hand") == true)
  }

  @Test func anAgencysCopyIsNoImpliedRelay() {
    let sketch = Sketch(
      """
      ⟦1.content The railway will be sold⟧, ⟦1.source Meridian Wire⟧ ⟦1.cue reported⟧ on Friday.
      ⟦2.source Another official⟧ ⟦2.cue said⟧ ⟦2.content that the unions knew nothing⟧.
      """
    )
    .speaker(1, name: "Meridian Wire", .institution, kind: .outlet)
    .speaker(2, name: "official", .anonymousWithRole).via(2, "Meridian Wire", stated: false)
    .relay("Meridian Wire").published(by: "The Brazier")
    #expect(sketch.findings("CHAIN-02").isEmpty)
  }

  @Test func aPlainQuotationAtSecondHandIsFine() {
    #expect(quoted("“We will not come back to this table,”", by: "The Tarn Dispatch").findings("CHAIN-04").isEmpty)
  }

  @Test func anEditedQuotationToThePublisherIsFine() {
    let sketch = Sketch(
      "⟦1.content “If this [deal] happens, we will leave,”⟧ ⟦1.source Ida Moor⟧ ⟦1.cue said⟧ on Friday."
    )
    .speaker(1, name: "Ida Moor", .named).published(by: "The Brazier")
    #expect(sketch.findings("CHAIN-04").isEmpty)
  }

  @Test func aSentenceThatNamesTheOutletSaysWhoHeard() {
    func sketch(_ source: String) -> Sketch {
      Sketch(
        """
        ⟦1.content The harbour is for sale⟧, ⟦1.source The Tarn Dispatch⟧ ⟦1.cue reported⟧.
        ⟦2.source \(source)⟧ ⟦2.cue said⟧ ⟦2.content the price was settled⟧.
        """
      )
      .speaker(1, name: "The Tarn Dispatch", .institution, kind: .outlet).via(1, "The Tarn Dispatch")
      .speaker(2, name: "source", .anonymousWithRole).via(2, "The Tarn Dispatch", stated: false)
      .relay("The Tarn Dispatch").published(by: "The Brazier")
    }
    #expect(sketch("Another palace official").findings("CHAIN-02").count == 1)
    #expect(sketch("The Tarn Dispatch's palace source").findings("CHAIN-02").isEmpty)
  }
}
