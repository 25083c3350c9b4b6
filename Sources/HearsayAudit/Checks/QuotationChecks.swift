import HearsayAttribution
import HearsayText

/// Quotation marks: fragments, words that nobody says, marks that don't match.
enum QuotationChecks {
  /// QUOTE-01: one or two words in quotation marks. One remark for the story.
  ///
  /// Not names and titles, not terms that the text introduces as such, and a word whose sentence says whose it is only
  /// where the story makes a habit of it.
  static func fragments(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    var spoken: [Range<Int>] = []
    var scare: [Range<Int>] = []
    for quotation in scanned.quotations where quotation.depth == 0 && quotation.close != nil {
      let words = quotation.inner.filter { scanned.tokens.kind[$0] == .word || scanned.tokens.kind[$0] == .number }
      guard !words.isEmpty, words.count <= galley.limits.fragmentWords,
        let s = galley.sentence(of: quotation.open), quotation.tokens.count < galley.sentences[s].tokens.count - 3,
        !words.contains(where: {
          scanned.tokens.flags[$0].contains(.capitalised) || scanned.tokens.flags[$0].contains(.hasDigit)
        }),
        !isTerm(quotation.tokens, in: galley.sentences[s].tokens, galley)
      else { continue }
      let isSpoken = galley.statements.contains { $0.sentence == s && ($0.speaker?.grade ?? .none) <= .anonymous }
      if isSpoken {
        spoken.append(quotation.tokens)
      } else if isNoun(quotation.tokens, words.count, in: galley.sentences[s].tokens, galley) {
        scare.append(quotation.tokens)
      }
    }
    if let first = scare.first {
      return [
        Remark(
          message: "\(galley.string(first)): whose word is this?", at: galley.span(first),
          related: galley.alsoAt(scare.dropFirst().map(galley.span)))
      ]
    }
    guard spoken.count >= galley.limits.fragments else { return [] }
    return [
      Remark(
        message: "\(spoken.count) quotations of a word or two: what was the sentence?", at: galley.span(spoken[0]),
        related: galley.alsoAt(spoken.dropFirst().map(galley.span)))
    ]
  }

  /// One word behind an article or possessive with no noun after it ("the “reform” was passed"): it stands for the thing,
  /// in somebody's scare quotes. Before a noun ("the “undercard” debate") it is a name.
  private static func isNoun(_ quote: Range<Int>, _ words: Int, in sentence: Range<Int>, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    let lexis = galley.lexis
    guard words == 1, quote.lowerBound > sentence.lowerBound, quote.upperBound < sentence.upperBound,
      scanned.has(quote.lowerBound - 1, lexis.article) || scanned.has(quote.lowerBound - 1, lexis.possessive)
    else { return false }
    let next = quote.upperBound
    return scanned.tokens.kind[next] == .punctuation || lexis.small.contains { scanned.has(next, $0) }
  }

  /// "a state called “minimally conscious”", "the so-called “gap”": the words before make it a term.
  private static func isTerm(_ quote: Range<Int>, in sentence: Range<Int>, _ galley: Galley) -> Bool {
    let before = max(sentence.lowerBound, quote.lowerBound - 4)..<quote.lowerBound
    return galley.scanned.holds(before, galley.lexis.termIntro)
  }

  /// SPK-01: words in quotation marks whose speaker the text does not identify. One remark for the story.
  static func noSpeaker(_ galley: Galley) -> [Remark] {
    var places: [Range<Int>] = []
    for span in galley.story.unattributedQuotations {
      let tokens = galley.tokens(span)
      guard let s = galley.sentence(of: tokens.lowerBound), !isRun(galley.sentences[s].block, galley),
        tokens.count(where: { galley.scanned.tokens.kind[$0] == .word }) >= 4, !isTitle(tokens, galley),
        isWhole(tokens, galley), isInProse(tokens, sentence: s, galley),
        !hasSpeaker(near: s, tokens, galley)
      else { continue }
      let sentence = galley.sentences[s].tokens
      let before = sentence.lowerBound..<max(sentence.lowerBound, tokens.lowerBound)
      guard !galley.scanned.holds(before, galley.lexis.termIntro) else { continue }
      places.append(tokens)
    }
    guard let first = places.first else { return [] }
    return [
      Remark(
        message: "quoted words, and nobody who says them", at: galley.span(first),
        related: galley.alsoAt(places.dropFirst().map(galley.span)))
    ]
  }

  /// Whether a paragraph goes on with a run of quoted paragraphs (a transcript, a letter), or with what a colon announced.
  private static func isRun(_ block: Int, _ galley: Galley) -> Bool {
    guard let first = galley.sentences.firstIndex(where: { $0.block == block }), first > 0 else { return false }
    let before = galley.sentences[first - 1]
    let opensQuoted =
      galley.sentences.first { $0.block == before.block }
      .map { galley.scanned.tokens.kind[$0.tokens.lowerBound] == .quotationMark } ?? false
    return opensQuoted || before.tokens.suffix(2).contains { galley.string($0..<$0 + 1) == ":" }
  }

  /// Ends like a sentence. With a comma inside the last mark a cue follows, even if it could not be read.
  private static func isWhole(_ quote: Range<Int>, _ galley: Galley) -> Bool {
    quote.suffix(2).contains { [".", "!", "?", "…"].contains(galley.string($0..<$0 + 1)) }
  }

  /// Words of the outlet's own stand round it in its paragraph: one that is a quotation alone is a block quote, a motto or a
  /// pull quote, which the page sets apart in ways that a text has lost.
  private static func isInProse(_ quote: Range<Int>, sentence s: Int, _ galley: Galley) -> Bool {
    let block = galley.sentences[s].block
    let own = galley.sentences.filter { $0.block == block }.flatMap(\.tokens).filter {
      galley.scanned.tokens.kind[$0] == .word && !galley.scanned.isQuoted($0)
    }
    return own.count >= Self.ownWords
  }

  private static let ownWords = 4

  /// A programme, a book, a song: most of its words have capitals.
  private static func isTitle(_ quote: Range<Int>, _ galley: Galley) -> Bool {
    let words = quote.filter { galley.scanned.tokens.kind[$0] == .word }
    let small = words.count { !galley.scanned.tokens.flags[$0].contains(.capitalised) }
    return small * 3 <= words.count
  }

  /// Whether somebody speaks in the sentence, in the paragraph, or right before it: then a reader knows who goes on.
  private static func hasSpeaker(near s: Int, _ quote: Range<Int>, _ galley: Galley) -> Bool {
    let passage = galley.sentences[s]
    let outside = galley.sentences.filter { $0.block == passage.block }.flatMap(\.tokens)
      .filter { !quote.contains($0) && !galley.scanned.isQuoted($0) }
    if outside.contains(where: { isSaying($0, galley) || galley.string($0..<$0 + 1) == ":" }) { return true }
    let first = galley.sentences.firstIndex { $0.block == passage.block } ?? s
    return galley.statements.contains { statement in
      guard let other = statement.sentence, statement.speaker != nil else { return false }
      let block = galley.sentences[other].block
      return block == passage.block || first > 0 && block == galley.sentences[first - 1].block
    }
  }

  /// A reporting verb: "talks" behind an article are none.
  private static func isSaying(_ i: Int, _ galley: Galley) -> Bool {
    let lexis = galley.lexis
    guard galley.scanned.has(i, lexis.say) else { return false }
    return i == 0 || ![lexis.article, lexis.possessive, lexis.quantity].contains { galley.scanned.has(i - 1, $0) }
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
