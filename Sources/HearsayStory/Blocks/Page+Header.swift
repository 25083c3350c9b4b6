import HearsayRules
import HearsayText

/// What stands around the headline, and headings inside the story.
extension Page {
  /// Lines above the first paragraph that are neither headline nor byline nor caption.
  mutating func markHeader() {
    let prose = firstProse
    let top = facts.indices.first { headline.map(facts[$0].tokens.overlaps) ?? false }
    for block in 0..<prose where kinds[block] == nil {
      if isDateLine(block) || isMasthead(block) {
        kinds[block] = .dateline
      } else if isLabel(block, lexicons.section) || isOutletLine(block) {
        kinds[block] = .furniture
      } else if let top, prose < facts.count {
        // Above the headline stand labels; below it a summary, which is a heading when it is no sentence.
        let isLabelLike = facts[block].words <= 4 && facts[block].ending == .none
        if block < top {
          kinds[block] = isLabelLike || facts[block].ending == .none ? .furniture : nil
        } else if facts[block].ending == .none, !facts[block].startsSmall {
          kinds[block] = facts[block].words <= 2 ? .furniture : isLabelLike || facts[block].isTitleLike ? .heading : nil
        }
      }
    }
    for block in facts.indices.dropFirst(prose) where kinds[block] == nil && isDateLabel(block) {
      kinds[block] = .dateline
    }
  }

  /// A line that is an outlet's name, with its section perhaps.
  func isOutletLine(_ block: Int) -> Bool {
    guard facts[block].words <= 8, facts[block].ending == .none, let first = facts[block].tokens.first else {
      return false
    }
    let after = scanned.entryEnd(at: first, lexicons.article, limit: facts[block].tokens.upperBound) ?? first
    let ends = (scanned.hits(startingAt: first) + scanned.hits(startingAt: after)).filter { $0.outlet != nil }.map(
      \.end)
    if let end = ends.max() {
      return end == facts[block].tokens.upperBound || !scanned.isWord(end)
    }
    return isOutletName(facts[block].tokens)
  }

  /// A name made as outlets' names are ("The Tarn Courier"), whether the rulebook knows it or not.
  func isOutletName(_ range: Range<Int>) -> Bool {
    let words = range.filter { scanned.isWord($0) }
    guard (2...5).contains(words.count), words.count == range.count || words.count + 1 == range.count else {
      return false
    }
    return words.allSatisfy { scanned.isCapitalised($0) || scanned.tokens.end[$0] - scanned.tokens.start[$0] <= 3 }
      && words.contains { scanned.entryEnd(at: $0, lexicons.namePart, limit: $0 + 1) != nil }
      && words.contains { scanned.entryEnd(at: $0, lexicons.section, limit: $0 + 1) == nil }
  }

  /// An outlet's name with a day behind it: "The Tarn Courier, Friday 3 May".
  func isMasthead(_ block: Int) -> Bool {
    guard facts[block].words <= 12, facts[block].ending == .none, let name = mastheadName(block) else { return false }
    let rest = name.upperBound..<facts[block].tokens.upperBound
    return scanned.holds(rest, lexicons.weekday)
      || rest.contains { scanned.tokens.kind[$0] == .number }
        && rest.contains {
          lexicons.months.contains(scanned.text.string(scanned.tokens.span($0..<$0 + 1)).lowercased())
        }
  }

  /// The name that a line begins with, up to the first sign, without what an outlet calls its kind ("newsletter").
  func mastheadName(_ block: Int) -> Range<Int>? {
    let tokens = facts[block].tokens
    let end =
      tokens.first { scanned.isMark($0, ",") || scanned.isMark($0, "/") || scanned.isMark($0, "|") }
      ?? tokens.upperBound
    var name = tokens.lowerBound..<end
    while name.count > 2, let last = name.last, scanned.isWord(last), !scanned.isCapitalised(last) {
      name = name.lowerBound..<last
    }
    return isOutletName(name) ? name : nil
  }

  /// Short lines between paragraphs that head what follows.
  mutating func markHeadings() {
    for block in facts.indices.dropFirst() where kinds[block] == nil && looksLikeHeading(block) {
      guard let next = facts.indices.dropFirst(block + 1).prefix(3).first(where: { kinds[$0]?.isBody ?? true }),
        facts[next].words >= 8 || kinds[next] == .list || facts[next].quotationMarks > 0
      else { continue }
      kinds[block] = .heading
    }
  }

  private func looksLikeHeading(_ block: Int) -> Bool {
    let facts = facts[block]
    guard facts.words >= 1, facts.words <= 12, facts.ending == .none || facts.ending == .question, !facts.startsSmall,
      let first = facts.tokens.first, let last = facts.tokens.last,
      scanned.isWord(first) || scanned.tokens.kind[first] == .number
    else { return false }
    if facts.ending == .question {
      // "Q: Why now?" is a question in an interview.
      let isAsked =
        facts.tokens.prefix(5).contains { scanned.isMark($0, ":") } || self.facts[block - 1].ending == .colon
      return facts.quotationMarks == 0 && scanned.isMark(last, "?") && !isAsked
    }
    // Words that go on, or that somebody says.
    if scanned.isMark(last, ",") || scanned.tokens.kind[last] == .dash { return false }
    return facts.quotationMarks == 0 || facts.words <= 8 && !scanned.holds(facts.tokens, lexicons.say)
  }
}
