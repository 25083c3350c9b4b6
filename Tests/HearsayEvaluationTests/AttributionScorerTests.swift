import Testing

@testable import HearsayEvaluation

@Suite struct AttributionScorerTests {
  /// Code points: “ at 0, Rain at 1 … ; Ida Marl at 21, said at 30.
  private static let text = "“Rain is coming,” so Ida Marl said. Others doubt it."

  private func attribution(
    _ content: Range<Int>, cue: Range<Int>? = nil, source: Range<Int>? = nil, isNested: Bool = false,
    speaker: String? = nil
  ) -> GoldAttribution {
    GoldAttribution(
      content: [content], cue: cue.map { [$0] } ?? [], source: source.map { [$0] } ?? [], isNested: isNested,
      speaker: speaker)
  }

  private func score(
    _ gold: [GoldAttribution], _ predicted: [GoldAttribution], direct: Bool = false
  ) -> AttributionMeasures {
    AttributionScorer(directOnly: direct).score(text: Self.text, gold: gold, predicted: predicted).measures
  }

  @Test func wordsAreCutAsThePublishedMeasuresCutThem() {
    let text = "It's 3.5 o’clock’s_end — naïve"
    let words = ScoredWords(text.unicodeScalars)
    let scalars = Array(text.unicodeScalars)
    let cut = zip(words.starts, words.ends).map { String(String.UnicodeScalarView(scalars[$0..<$1])) }
    #expect(cut == ["It's", "3", ".", "5", "o’clock", "’", "s_end", "—", "naïve"])
  }

  @Test func sameSpansAreRightInEveryMeasure() {
    let one = attribution(0..<17, cue: 30..<34, source: 21..<29, speaker: "Ida Marl")
    let measures = score([one], [one])
    for role in AttributionMeasures.Role.allCases { #expect(measures.tokens[role]?.f1 == 1) }
    #expect(measures.exact.f1 == 1)
    #expect(measures.quotes.map(\.f1) == [1, 1])
    #expect(measures.cues == Share(right: 1, of: 1))
    #expect(measures.speakers == Share(right: 1, of: 1))
  }

  /// Two words too many on one side, and half of the words on the other.
  @Test func bordersCountWordByWord() {
    let gold = attribution(1..<8, cue: 30..<34, source: 21..<29)
    let predicted = attribution(1..<15, cue: 30..<34, source: 25..<29)
    let measures = score([gold], [predicted])
    #expect(measures.tokens[.content] == Counts(right: 2, wrong: 1, found: 2, missed: 0))
    #expect(measures.tokens[.source] == Counts(right: 1, wrong: 0, found: 1, missed: 1))
    #expect(measures.exact.f1 == 0)
    #expect(measures.soft.f1 == 1)
    #expect(measures.sources.value == 1)
  }

  @Test func aQuotationTakesOnePredictionAndTheLargestShareWins() {
    let gold = [attribution(0..<17)]
    let predicted = [attribution(0..<6), attribution(0..<15)]
    let result = AttributionScorer().score(text: Self.text, gold: gold, predicted: predicted)
    #expect(result.pairing.pairs.map(\.predicted) == [1])
    #expect(result.pairing.invented == [0])
    #expect(result.measures.quotes[0] == Counts(right: 1, wrong: 1, found: 1, missed: 0))
    // Fifteen of seventeen is more than .8; six alone is more than .3 only.
    #expect(score(gold, [predicted[0]]).quotes.map(\.found) == [1, 0])
  }

  @Test func nestedAndEmptyOnesAreLeftOut() {
    let nested = attribution(0..<17, isNested: true)
    let measures = score([nested, GoldAttribution(content: [])], [nested])
    #expect(measures.soft == Counts())
  }

  @Test func directKeepsWhatHoldsAQuotationMark() {
    let quoted = attribution(0..<17)
    // Without its marks the prediction stands beside them, which is near enough; the gold must hold them.
    let bare = attribution(1..<15)
    let told = attribution(36..<51)
    #expect(score([quoted, told], [bare, told], direct: true).soft == Counts(right: 1, wrong: 0, found: 1, missed: 0))
    #expect(score([bare], [bare], direct: true).soft == Counts(right: 0, wrong: 1, found: 0, missed: 0))
  }

  @Test func spansThatLeaveTheTextAreNoError() {
    let wild = attribution(40..<4000, cue: 900..<901, source: 51..<51)
    #expect(score([wild], [wild], direct: true).stories == 1)
    #expect(score([wild], [wild]).soft.f1 == 1)
  }

  @Test(arguments: [
    ("Ida Marl", "Marl’s", true), ("activist Ida Marl", "IDA MARL", true), ("Ida Marl", "Ines Corlett", false),
    ("", "Ida Marl", false), ("Ida Marl", "Ida Corlett", false),
  ])
  func namesAreTheSameWhenOneHoldsTheOther(a: String, b: String, isSame: Bool) {
    #expect(SpeakerName(a).isSame(as: SpeakerName(b)) == isSame)
    #expect(SpeakerName(b).isSame(as: SpeakerName(a)) == isSame)
  }
}
