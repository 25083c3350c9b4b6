import HearsayRules
import HearsayText

/// Boxes that speak to the reader (newsletters, appeals for money) and lists of other news at the end of a page.
extension Page {
  /// No appeal is longer.
  private static let longestBox = 24

  mutating func markBoxes() {
    var block = 0
    while block < facts.count {
      if kinds[block] == nil || kinds[block] == .furniture, opensAppeal(block) {
        block = markBox(.appeal, from: block)
      } else if kinds[block] == .furniture || kinds[block] == nil, opensBox(block) {
        block = markBox(.newsletter, from: block)
      } else {
        block += 1
      }
    }
  }

  /// "A message from …", "Support The Tarn Echo!", "Dear readers,".
  func opensAppeal(_ block: Int) -> Bool {
    guard let end = opening(block, lexicons.appeal) ?? selfPraise(block) else { return false }
    let isShort = facts[block].words <= 10
    let isCalled = end < facts[block].tokens.upperBound && (scanned.isMark(end, ",") || scanned.isMark(end, ":"))
    return (isShort && facts[block].ending != .stop) || isCalled
      || facts[block].ending != .stop && addressesReader(block)
  }

  /// "Support X!" and the like: words that only a publisher sets before its own name, as a line of their own.
  private func selfPraise(_ block: Int) -> Int? {
    guard facts[block].words <= 8, facts[block].ending != .stop,
      let end = opening(block, lexicons.surelyBefore), end < facts[block].tokens.upperBound
    else { return nil }
    let after = scanned.entryEnd(at: end, lexicons.article, limit: facts[block].tokens.upperBound) ?? end
    guard
      let outlet = (scanned.hits(startingAt: end) + scanned.hits(startingAt: after)).first(where: { $0.outlet != nil })
    else { return nil }
    let rest = outlet.end..<facts[block].tokens.upperBound
    return rest.contains { scanned.isWord($0) } ? nil : outlet.end
  }

  private func opensBox(_ block: Int) -> Bool {
    guard facts[block].words <= 40 else { return false }
    if opening(block, lexicons.start) != nil {
      return holdsOutsideQuotes(block, lexicons.box) || kinds[block] == .furniture
    }
    return facts[block].words <= 14 && facts[block].ending != .stop && holdsOutsideQuotes(block, lexicons.box)
      && (addressesReader(block) || kinds[block] == .furniture)
  }

  private enum Box { case appeal, newsletter }

  private func belongs(_ block: Int, to box: Box) -> Bool {
    if holdsOutsideQuotes(block, lexicons.box) { return true }
    guard addressesReader(block) else { return false }
    return box == .appeal || facts[block].words <= 40 && !facts[block].opensGroup
  }

  /// Marks a box from its head on, as long as blocks belong to it; one that doesn't may stand between two that do.
  private mutating func markBox(_ box: Box, from head: Int) -> Int {
    kinds[head] = .furniture
    var last = head
    var block = head + 1
    while block < facts.count, block <= head + Self.longestBox {
      let isFragment = facts[block].words <= 6 && facts[block].ending != .stop
      if kinds[block] == .furniture
        || kinds[block] == nil && (belongs(block, to: box) || isFragment && last == block - 1 && last > head)
      {
        last = block
      } else if block - last >= 2 || kinds[block] != nil {
        break
      }
      block += 1
    }
    // Buttons below the box ("Once", "Monthly") are part of it; a heading of the story is followed by its text.
    while last > head, kinds[last] == nil, !belongs(last, to: box), last + 1 < facts.count, facts[last + 1].isProse,
      kinds[last + 1] == nil
    {
      last -= 1
    }
    for block in head...last where kinds[block] == nil || kinds[block] == .teaser {
      // Between "Share this" and an advertisement may stand the story's summary.
      if box == .newsletter, kinds[block] == nil, facts[block].isProse, !belongs(block, to: box) { continue }
      kinds[block] = .furniture
    }
    return last + 1
  }

  // MARK: Other news

  /// From a label such as "Most read" below the story on, what follows is the rest of the page.
  mutating func markFeeds() {
    let total = wordsBefore[facts.count]
    let lastNote = kinds.lastIndex { $0 == .byline }
    for block in facts.indices where isFeedLabel(block) {
      kinds[block] = .furniture
      let above = wordsBefore[block]
      guard above > 0, block > firstProse else { continue }
      // A biography ends a story for certain; else the rest must be small beside the story.
      let isEnd = lastNote.map { $0 < block && above > 0 && isBelow($0) } ?? false
      guard isEnd || above * 4 >= total * 3 else { continue }
      for rest in facts.indices.dropFirst(block + 1) where kinds[rest] == nil || kinds[rest] == .list {
        kinds[rest] = facts[rest].isTitleLike ? .teaser : .furniture
      }
      return
    }
  }

  /// Prose stands above it: the byline is one at the story's end.
  private func isBelow(_ line: Int) -> Bool { line > firstProse }

  private func isFeedLabel(_ block: Int) -> Bool {
    guard facts[block].words <= 8, kinds[block] == nil || kinds[block] == .furniture else { return false }
    if isLabel(block, lexicons.feed) { return true }
    // A section's name among the page's furniture, below the story.
    return isLabel(block, lexicons.section) && block > 0 && kinds[block - 1] == .furniture && block > firstProse
      || isLabel(block, lexicons.card) && kinds[block] == .furniture
  }
}
