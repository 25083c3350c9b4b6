import HearsayRules
import HearsayText

/// Cards for other stories that stand between the paragraphs of this one: a title, often the first words below it, cut
/// off, and what is left of a picture.
extension Page {
  mutating func markCards() {
    for block in facts.indices {
      if isLabel(block, lexicons.cardEnd) {
        kinds[block] = .furniture
        markCard(before: block)
      } else if let end = opening(block, lexicons.teaser) ?? opening(block, lexicons.card),
        kinds[block] == nil || kinds[block] == .furniture
      {
        markCard(under: block, labelEnd: end)
      }
    }
    // Most blocks have an empty line above them, so that lines without one belong together.
    guard facts.count(where: \.opensGroup) * 3 >= facts.count * 2 else { return }
    for block in facts.indices.dropLast() where isBareCard(block) {
      kinds[block] = .teaser
      kinds[block + 1] = .teaser
    }
  }

  /// Whether a block could be the title of a card.
  private func isCardTitle(_ block: Int) -> Bool {
    guard kinds[block] == nil || kinds[block] == .furniture || kinds[block] == .teaser else { return false }
    return facts[block].isTitleLike || facts[block].words <= 24 && facts[block].ending == .question
  }

  /// The title, and the words under it, that belong to a picture below them.
  private mutating func markCard(before picture: Int) {
    guard picture > 0 else { return }
    let above = picture - 1
    guard kinds[above] == nil || kinds[above] == .caption else { return }
    if facts[above].isCutOff, above > 0, isCardTitle(above - 1), !facts[above].opensGroup || !facts[above - 1].isProse {
      kinds[above] = .teaser
      kinds[above - 1] = .teaser
    } else if above > 0, !facts[above].opensGroup, isCardTitle(above - 1), facts[above - 1].opensGroup {
      // The words under the title may be a whole sentence; then the lines must stand together.
      kinds[above] = .teaser
      kinds[above - 1] = .teaser
    } else if isCardTitle(above) {
      kinds[above] = .teaser
    }
  }

  /// "Read also: …" on one line, or as a label above one or more titles.
  private mutating func markCard(under block: Int, labelEnd: Int) {
    let tokens = facts[block].tokens
    let isAlone = labelEnd >= label(block).upperBound
    let isCalled =
      scanned.isMark(labelEnd - 1, ":")
      || labelEnd < tokens.upperBound && (scanned.isMark(labelEnd, ":") || scanned.tokens.kind[labelEnd] == .dash)
    if !isAlone {
      // A sentence of the story can open with the same words; a card's title has no full stop behind it.
      let isTitle = facts[block].words <= 32 && facts[block].ending != .stop
      if isTitle && isCalled { kinds[block] = .teaser }
      return
    }
    kinds[block] = .furniture
    // Titles that follow it directly, up to the story's next paragraph.
    var next = block + 1
    while next < facts.count, next <= block + 6, kinds[next] == nil, isCardTitle(next), facts[next].words >= 4,
      next == block + 1 || !facts[next].opensGroup
    {
      kinds[next] = .teaser
      next += 1
    }
  }

  /// A title directly above words that break off in mid-sentence, between paragraphs that stand apart.
  private func isBareCard(_ block: Int) -> Bool {
    guard kinds[block] == nil || kinds[block] == .teaser, kinds[block + 1] == nil, block > 0 else { return false }
    let title = facts[block]
    let words = facts[block + 1]
    guard title.isTitleLike, title.words >= 4, words.words >= 15, words.isCutOff, !words.startsSmall else {
      return false
    }
    return title.opensGroup && !words.opensGroup && words.closesGroup
  }
}
