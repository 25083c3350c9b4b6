import HearsayAttribution
import HearsayText

/// Quotation marks: fragments, words that nobody says, marks that don't match.
enum QuotationChecks {
  /// QUOTE-01: one or two words in quotation marks. One remark for the story.
  ///
  /// Not names and titles, not terms that the text introduces as such, and not a word whose sentence says whose it is
  /// unless the story makes a habit of it.
  static func fragments(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    var spoken: [Range<Int>] = []
    var scare: [Range<Int>] = []
    for quotation in scanned.quotations where quotation.depth == 0 && quotation.close != nil {
      let words = quotation.inner.filter { scanned.tokens.kind[$0] == .word || scanned.tokens.kind[$0] == .number }
      guard !words.isEmpty, words.count <= galley.limits.fragmentWords,
        let s = galley.sentence(of: quotation.open), quotation.tokens.count < galley.sentences[s].tokens.count - 3,
        !words.contains(where: { scanned.tokens.flags[$0].contains(.capitalised) || scanned.tokens.flags[$0].contains(.hasDigit) }),
        !isTerm(quotation.tokens, in: galley.sentences[s].tokens, galley)
      else { continue }
      let isSpoken = galley.statements.contains { $0.sentence == s && ($0.speaker?.grade ?? .none) <= .anonymous }
      if isSpoken { spoken.append(quotation.tokens) } else { scare.append(quotation.tokens) }
    }
    if let first = scare.first {
      return [
        Remark(
          message: "\(galley.string(first)): whose word is this?", at: galley.span(first),
          related: galley.alsoAt(scare.dropFirst().map(galley.span)))
      ]
    }
    guard spoken.count >= 2 else { return [] }
    return [
      Remark(
        message: "\(spoken.count) quotations of a word or two: what was the sentence?", at: galley.span(spoken[0]),
        related: galley.alsoAt(spoken.dropFirst().map(galley.span)))
    ]
  }

  /// "a state called “minimally conscious”", "the so-called “gap”": the words before make it a term.
  private static func isTerm(_ quote: Range<Int>, in sentence: Range<Int>, _ galley: Galley) -> Bool {
    let before = max(sentence.lowerBound, quote.lowerBound - 4)..<quote.lowerBound
    return galley.scanned.holds(galley.lexis.termIntro, in: before)
  }

  /// SPK-01: words in quotation marks whose speaker the text does not identify. One remark for each paragraph.
  static func noSpeaker(_ galley: Galley) -> [Remark] {
    var blocks: [Int] = []
    var remarks: [Remark] = []
    for span in galley.story.unattributedQuotations {
      let tokens = galley.tokens(span)
      guard let s = galley.sentence(of: tokens.lowerBound), !blocks.contains(galley.sentences[s].block),
        tokens.count(where: { galley.scanned.tokens.kind[$0] == .word }) >= 4
      else { continue }
      let sentence = galley.sentences[s].tokens
      let before = sentence.lowerBound..<max(sentence.lowerBound, tokens.lowerBound)
      guard !galley.scanned.holds(galley.lexis.termIntro, in: before) else { continue }
      blocks.append(galley.sentences[s].block)
      remarks.append(Remark(message: "who says this? no speaker for \(galley.quoted(tokens))", at: span))
    }
    return remarks
  }

  /// TYPO-01: a mark without its partner, or a curly one closed by a straight one. One remark for the story.
  static func unmatchedMarks(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    var places: [(message: String, span: Span)] = []
    for quotation in scanned.quotations {
      guard galley.sentence(of: quotation.open) != nil || galley.isInHeadline(quotation.open) else { continue }
      guard let close = quotation.close else {
        if !quotation.isContinued, !continues(quotation.open, galley) {
          places.append(("this quotation is opened and never closed", galley.span(quotation.open..<quotation.open + 1)))
        }
        continue
      }
      let open = galley.string(quotation.open..<quotation.open + 1)
      let end = galley.string(close..<close + 1)
      if isStraight(open) != isStraight(end) {
        places.append(
          ("opened with \(open) and closed with \(end)", galley.span(close..<close + 1)))
      }
    }
    for (i, kind) in scanned.tokens.kind.enumerated() where kind == .quotationMark {
      let flags = scanned.tokens.flags[i]
      if !flags.contains(.opens), !flags.contains(.closes), !flags.contains(.single), galley.sentence(of: i) != nil {
        places.append(("this quotation mark has no partner", galley.span(i..<i + 1)))
      }
    }
    places.sort { $0.span < $1.span }
    guard let first = places.first else { return [] }
    return [
      Remark(message: first.message, at: first.span, related: galley.alsoAt(places.dropFirst().map(\.span)))
    ]
  }

  /// Whether the next paragraph goes on with the quotation, whatever the pairing made of it.
  private static func continues(_ open: Int, _ galley: Galley) -> Bool {
    guard let s = galley.sentence(of: open), let next = galley.bodyBlock(after: galley.sentences[s].block),
      let first = galley.sentences.first(where: { $0.block == next })?.tokens.lowerBound
    else { return false }
    return galley.scanned.tokens.kind[first] == .quotationMark
  }

  private static func isStraight(_ mark: String) -> Bool { mark == "\"" || mark == "'" }
}
