import HearsayAttribution
import HearsayText

/// FIG-01: a statistic without a source. One remark for the story.
///
/// Looked at are shares, and millions that are forecast: numbers that somebody must have worked out. What is not dated as
/// old makes a note. Not looked at: what a sentence or its paragraph attributes, sums that were paid, prices, polls
/// and tables that say what they are, and figures that only describe a thing ("the 40 million crown project").
enum FigureCheck {
  static func look(_ galley: Galley) -> [Remark] {
    var figures: [Range<Int>] = []
    for (s, passage) in galley.sentences.enumerated() where !isSourced(s, galley) {
      if let figure = statistic(in: passage.tokens, galley) { figures.append(figure) }
    }
    guard let first = figures.first else { return [] }
    let sentence = galley.sentence(of: first.lowerBound).map { galley.sentences[$0].tokens } ?? first
    let date = oldDate(in: sentence, galley)
    return [
      Remark(
        message: "\(galley.quoted(first)): from whom?" + (date.map { " and dated \(galley.quoted($0))" } ?? ""),
        at: galley.span(first), related: galley.alsoAt(figures.dropFirst().map(galley.span)),
        level: date != nil ? nil : .note)
    ]
  }

  private static func isForecast(_ sentence: Range<Int>, _ galley: Galley) -> Bool {
    galley.scanned.holds(sentence, galley.lexis.future)
  }

  /// Whether the sentence, or one before it in the paragraph, says where its facts are from.
  private static func isSourced(_ s: Int, _ galley: Galley) -> Bool {
    let passage = galley.sentences[s]
    // A charge or a verdict is the source of what it says.
    let lexis = galley.lexis
    if [lexis.publicFigure, lexis.court].contains(where: { galley.scanned.holds(passage.tokens, $0) })
      || galley.namesOutlet(passage.tokens)
    {
      return true
    }
    // A survey or report that was named just before is still being told.
    let recent = galley.sentences[max(0, s - 2)..<s]
    if recent.contains(where: { galley.scanned.holds($0.tokens, lexis.publicSource) }) { return true }
    if galley.sentences[..<s].contains(where: { galley.scanned.holds($0.tokens, lexis.survey) }) { return true }
    return galley.statements.contains { statement in
      guard let other = statement.sentence, other <= s, galley.sentences[other].block == passage.block else {
        return false
      }
      return statement.speaker != nil
    }
  }

  /// The first figure of a sentence that counts as a statistic.
  private static func statistic(in sentence: Range<Int>, _ galley: Galley) -> Range<Int>? {
    let scanned = galley.scanned
    let lexis = galley.lexis
    let isForecast = isForecast(sentence, galley)
    for i in sentence where scanned.tokens.kind[i] == .number && !scanned.isQuoted(i) {
      // `width:100%` is no statistic.
      if i > sentence.lowerBound, galley.string(i - 1..<i) == ":" { continue }
      var start = i
      var end = i + 1
      let number = galley.string(i..<i + 1)
      var counts = number.hasSuffix("%")
      if i > sentence.lowerBound, scanned.tokens.kind[i - 1] == .currency {
        start = i - 1
      }
      if end < sentence.upperBound, galley.string(end..<end + 1) == "%" {
        end += 1
        counts = true
      } else if let unit = scanned.entryEnd(end, lexis.share, in: sentence) {
        end = unit
        counts = true
      } else if let unit = scanned.entryEnd(end, lexis.mass, in: sentence) {
        end = unit
        counts = isForecast
      }
      if let unit = scanned.entryEnd(end, lexis.money, in: sentence) { end = unit }
      guard counts, !describes(start..<end, in: sentence, galley) else { continue }
      return start..<end
    }
    return nil
  }

  /// "the 40 million crown project", "its $2 billion bid": an article or possessive in front, a noun behind.
  private static func describes(_ figure: Range<Int>, in sentence: Range<Int>, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    let lexis = galley.lexis
    guard figure.lowerBound > sentence.lowerBound else { return false }
    let before = figure.lowerBound - 1
    return scanned.has(before, lexis.article) || scanned.has(before, lexis.possessive)
      || scanned.tokens.kind[before] == .possessive
  }

  /// "As of late 2019": the words that date the figures.
  private static func oldDate(in sentence: Range<Int>, _ galley: Galley) -> Range<Int>? {
    let scanned = galley.scanned
    guard let lead = scanned.first(galley.lexis.oldDate, in: sentence) else { return nil }
    for i in lead.upperBound..<min(lead.upperBound + 3, sentence.upperBound) {
      if scanned.tokens.kind[i] == .number, let year = Int(galley.string(i..<i + 1)), (1900...2100).contains(year) {
        return lead.lowerBound..<i + 1
      }
    }
    return nil
  }
}
