import HearsayRules
import HearsayText

/// What single lines say of themselves: labels, captions, credits, list items.
extension Page {
  mutating func markLines() {
    for block in facts.indices where kinds[block] == nil {
      if isFurnitureLine(block) {
        kinds[block] = .furniture
      } else if isCaption(block) {
        kinds[block] = .caption
      } else if isCreditLine(block) {
        kinds[block] = .byline
      } else if isListItem(block) {
        kinds[block] = .list
      }
    }
  }

  private func isFurnitureLine(_ block: Int) -> Bool {
    if facts[block].words == 0 { return !facts[block].tokens.contains { scanned.tokens.kind[$0] == .number } }
    if isLabel(block, lexicons.line) { return true }
    // A menu: labels with strokes between them; with colons they are facts on a thing ("Length: 40 m | Built: 1911").
    if facts[block].words <= 20, facts[block].ending == .none,
      facts[block].tokens.count(where: { scanned.isMark($0, "|") }) >= 2,
      facts[block].tokens.count(where: { scanned.isMark($0, ":") }) < 2
    {
      return true
    }
    if facts[block].words <= 8, facts[block].ending == .none, scanned.holds(facts[block].tokens, lexicons.within) {
      return true
    }
    guard let end = opening(block, lexicons.start) else { return false }
    // The same words can open a sentence of the story; a line of the page is short, and no quotation.
    let isLine = facts[block].words <= 40 && facts[block].quotationMarks == 0
    let isCalled = end < facts[block].tokens.upperBound && scanned.isMark(end, ":")
    return isLine && (isCalled || facts[block].ending != .stop || addressesReader(block))
  }

  // MARK: Captions

  /// Words under a picture: they open with one of the usual phrases, or end with a credit.
  private func isCaption(_ block: Int) -> Bool {
    guard facts[block].words <= 90 else { return false }
    return opensAsCaption(block) || endsWithCredit(block) || isCredit(block)
  }

  private func opensAsCaption(_ block: Int) -> Bool {
    let tokens = facts[block].tokens
    var first = tokens.lowerBound
    if first < tokens.upperBound, scanned.isMark(first, "(") || scanned.isMark(first, "[") { first += 1 }
    guard let end = scanned.entryEnd(at: first, lexicons.captionStart, limit: tokens.upperBound) else { return false }
    // A phrase of several words is enough; one word must be set off ("Photo: …", "FILE - …").
    guard end < tokens.upperBound else { return facts[block].words <= 4 }
    let next = scanned.tokens.kind[end]
    return scanned.isMark(end, ":") || next == .dash || scanned.isMark(end, "|")
      || end - first >= 2 && (scanned.isMark(end, ".") || isCreditName(end..<tokens.upperBound) || end - first >= 3)
  }

  /// The credit at a block's end, in brackets or behind the last full stop.
  private func endsWithCredit(_ block: Int) -> Bool {
    let tokens = facts[block].tokens
    guard var last = tokens.last else { return false }
    if scanned.isMark(last, "."), last > tokens.lowerBound { last -= 1 }
    if scanned.isMark(last, ")") || scanned.isMark(last, "]") {
      let floor = max(tokens.lowerBound, last - 24)
      guard let open = (floor..<last).last(where: { scanned.isMark($0, "(") || scanned.isMark($0, "[") }),
        open > tokens.lowerBound
      else { return false }
      return isPictureCredit(open + 1..<last, isLoose: facts[block].words <= 60)
    }
    if scanned.tokens.kind[last] == .url, last > tokens.lowerBound, facts[block].words <= 60 {
      return endsSentence(last - 1) && !scanned.text.bytes[span(last)].contains(UInt8(ascii: "@"))
    }
    guard let stop = (max(tokens.lowerBound, last - 12)..<last).last(where: endsSentence) else { return false }
    return isPictureCredit(stop + 1..<last + 1, isLoose: false)
  }

  private func span(_ token: Int) -> Range<Int> {
    Int(scanned.tokens.start[token])..<Int(scanned.tokens.end[token])
  }

  private func endsSentence(_ i: Int) -> Bool {
    scanned.isMark(i, ".") || scanned.isMark(i, "!") || scanned.isMark(i, "?")
      || scanned.tokens.flags[i].contains(.abbreviation) && scanned.tokens.end[i] - scanned.tokens.start[i] > 4
  }

  /// "Ana Roe / Lumen Images", "Photo by Ana Roe", "via Lumen Images": names with an agency or a word for pictures.
  private func isPictureCredit(_ range: Range<Int>, isLoose: Bool) -> Bool {
    guard !range.isEmpty, range.count <= 24 else { return false }
    let hasPicture = scanned.holds(range, lexicons.captionCredit)
    let hasAgency = scanned.holds(range, lexicons.agency)
    let hasSlash = range.dropFirst().contains { scanned.isMark($0, "/") || scanned.isMark($0, "|") }
    guard hasPicture || hasAgency && (hasSlash || range.count >= 2) || hasSlash && isLoose else { return false }
    return isCreditName(range)
  }

  /// Names and the words between them, no sentence.
  private func isCreditName(_ range: Range<Int>) -> Bool {
    let words = range.filter { scanned.isWord($0) }
    let small = words.filter {
      !scanned.isCapitalised($0) && scanned.entryEnd(at: $0, lexicons.captionCredit, limit: range.upperBound) == nil
        && scanned.entryEnd(at: $0, lexicons.agency, limit: range.upperBound) == nil
        && scanned.entryEnd(at: $0, lexicons.by, limit: range.upperBound) == nil
        && scanned.entryEnd(at: $0, lexicons.coordinating, limit: range.upperBound) == nil
    }
    return !words.isEmpty && small.count * 3 <= words.count
      && !range.contains { scanned.tokens.kind[$0] == .quotationMark }
  }

  /// A line that is nothing but a credit.
  private func isCredit(_ block: Int) -> Bool {
    let facts = facts[block]
    guard facts.words >= 2, facts.words <= 12, facts.ending == .none, facts.capitalised * 2 >= facts.words else {
      return false
    }
    return isPictureCredit(facts.tokens, isLoose: false) && scanned.holds(facts.tokens, lexicons.agency)
  }

  // MARK: Credits and lists

  /// "Reporting by …; editing by …", "… contributed to this report".
  private func isCreditLine(_ block: Int) -> Bool {
    let facts = facts[block]
    guard facts.words <= 70, facts.quotationMarks == 0 else { return false }
    if let end = opening(block, lexicons.credit) {
      let isAll = end >= label(block).upperBound
      return isAll || scanned.isMark(end, ":") || end - label(block).lowerBound >= 2
        || facts.words <= 8 && facts.ending != .stop
    }
    guard facts.words <= 40 else { return false }
    let tail = facts.tokens.suffix(12)
    return tail.contains { scanned.entryEnd(at: $0, lexicons.creditEnd, limit: facts.tokens.upperBound) != nil }
  }

  private func isListItem(_ block: Int) -> Bool {
    guard let first = facts[block].tokens.first, facts[block].words >= 2 else { return false }
    let bytes = scanned.text.bytes[Int(scanned.tokens.start[first])..<Int(scanned.tokens.end[first])]
    // Bullets, and hyphens or stars with a space behind them.
    if bytes.elementsEqual([0xE2, 0x80, 0xA2]) || bytes.elementsEqual([0xE2, 0x97, 0x8F])
      || bytes.elementsEqual([0xC2, 0xB7]) || bytes.elementsEqual([0xE2, 0x96, 0xAA])
    {
      return true
    }
    guard first + 1 < facts[block].tokens.upperBound, bytes.count == 1 else { return false }
    let isSpaced = scanned.tokens.flags[first + 1].contains(.spaceBefore)
    return isSpaced && (scanned.isMark(first, "*") || scanned.isMark(first, "-"))
  }
}
