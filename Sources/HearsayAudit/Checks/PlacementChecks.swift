import HearsayAttribution
import HearsayText

/// Where in a paragraph a reader learns whose words are quoted.
enum PlacementChecks {
  /// ATTR-03: several quoted sentences before the reader learns whose they are. One remark for the story.
  ///
  /// Not where the same speaker was quoted just before, or where the sentence in front names somebody: then a reader knows.
  static func lateSpeaker(_ galley: Galley) -> [Remark] {
    var places: [Range<Int>] = []
    for (i, statement) in galley.statements.enumerated() where statement.attribution.kind == .direct {
      guard let quote = openingQuotation(statement, galley), !statement.isNested, let source = statement.source,
        source.lowerBound >= quote.upperBound, sentences(in: quote, galley) >= Self.sentences,
        !isKnown(statement, i, quote, galley)
      else { continue }
      places.append(quote)
    }
    guard let first = places.first else { return [] }
    return [
      Remark(
        message: "\(sentences(in: first, galley)) quoted sentences before the reader learns whose they are",
        at: galley.span(first), related: galley.alsoAt(places.dropFirst().map(galley.span)))
    ]
  }

  private static let sentences = 3
  /// ATTR-04: a shorter quotation has its speaker in sight.
  private static let fewestWords = 5

  /// The quotation that opens the statement, where it opens a paragraph as well.
  private static func openingQuotation(_ statement: Statement, _ galley: Galley) -> Range<Int>? {
    guard let content = statement.content.first, let s = galley.sentence(of: content.lowerBound) else { return nil }
    let block = galley.sentences[s].block
    guard let opening = galley.sentences.first(where: { $0.block == block })?.tokens.lowerBound else { return nil }
    return galley.scanned.quotations.first { $0.depth == 0 && $0.open == opening && $0.tokens.overlaps(content) }?
      .tokens
  }

  private static func sentences(in quote: Range<Int>, _ galley: Galley) -> Int {
    let ends: Set<String> = [".", "!", "?", ","]
    return quote.count { ends.contains(galley.string($0..<$0 + 1)) && endsSentence($0, quote, galley) }
  }

  /// A mark behind which the next word begins a sentence, or the quotation ends.
  private static func endsSentence(_ i: Int, _ quote: Range<Int>, _ galley: Galley) -> Bool {
    let next = i + 1
    guard next < quote.upperBound else { return true }
    if galley.scanned.tokens.kind[next] == .quotationMark { return next + 1 >= quote.upperBound }
    return galley.string(i..<next) != "," && galley.scanned.tokens.flags[next].contains(.capitalised)
  }

  /// Whether the same speaker spoke in the statement before, or the paragraph before ends with a colon.
  private static func isKnown(_ statement: Statement, _ i: Int, _ quote: Range<Int>, _ galley: Galley) -> Bool {
    if i > 0, galley.statements[i - 1].speaker?.id == statement.speaker?.id { return true }
    // "he said" and "the senator said" point back to somebody, and a crowd that chants is no speaker.
    if let source = statement.source, !names(source, galley) { return true }
    guard quote.lowerBound > 0 else { return false }
    return galley.string(quote.lowerBound - 1..<quote.lowerBound) == ":"
  }

  /// Whether the words bring somebody in: a name, or "a diplomat".
  private static func names(_ source: Range<Int>, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    if source.contains(where: { scanned.tokens.flags[$0].contains(.capitalised) && !isPronoun($0, galley) }) {
      return !scanned.has(source.lowerBound, galley.lexis.definite)
    }
    return scanned.has(source.lowerBound, galley.lexis.article)
      && !scanned.has(source.lowerBound, galley.lexis.definite)
  }

  private static func isPronoun(_ i: Int, _ galley: Galley) -> Bool {
    [galley.lexis.he, galley.lexis.she, galley.lexis.they].contains { galley.scanned.has(i, $0) }
  }

  /// ATTR-04: a quotation right behind another speaker's, in one paragraph, whose own speaker comes only at its end. One
  /// remark for the story.
  static func mixedSpeakers(_ galley: Galley) -> [Remark] {
    let quoted = galley.statements.filter { $0.attribution.kind == .direct && !$0.isNested && $0.speaker != nil }
    var places: [(quote: Range<Int>, before: Statement)] = []
    for (before, statement) in zip(quoted, quoted.dropFirst()) {
      guard let speaker = statement.speaker, let other = before.speaker, speaker.id != other.id,
        max(speaker.grade, other.grade) <= .anonymous, let s = statement.sentence, let t = before.sentence,
        galley.sentences[s].block == galley.sentences[t].block, let content = statement.content.first,
        galley.scanned.tokens.kind[content.lowerBound] == .quotationMark,
        galley.sentences[s].tokens.lowerBound == content.lowerBound, before.extent.upperBound <= content.lowerBound,
        s - t <= 1, let source = statement.source, source.lowerBound >= content.upperBound, names(source, galley),
        speaker.kind == .person, other.kind == .person, WordRun(statement.content, in: galley).count >= fewestWords
      else { continue }
      places.append((content, before))
    }
    guard let first = places.first else { return [] }
    return [
      Remark(
        message: "seems to go on with the words of \(first.before.speaker?.name ?? "another speaker")",
        at: galley.span(first.quote), related: first.before.who.map { [Related("who speaks before", at: $0)] } ?? [])
    ]
  }
}
