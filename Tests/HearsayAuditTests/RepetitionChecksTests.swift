import HearsayAttribution
import HearsayAudit
import Testing

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
