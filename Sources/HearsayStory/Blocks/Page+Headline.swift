import HearsayRules
import HearsayText

/// The headline: the words of a given title where the text opens with them, else the first line that looks like one.
extension Page {
  mutating func findHeadline(_ title: String?) {
    if let marked = kinds.firstIndex(of: .headline), facts[marked].tokens.isEmpty == false {
      // The format has marked it: no search could be surer.
      headline = facts[marked].tokens
    } else if let title {
      findTitle(title)
    } else if let marked = kinds.firstIndex(of: .headline) {
      headline = facts[marked].tokens
    } else {
      findTitleLikeLine()
    }
    guard let headline else { return }
    // The same words again, above or below, are the page's doing.
    guard let block = facts.indices.first(where: { facts[$0].tokens.overlaps(headline) }) else { return }
    for other in facts.indices where other != block && !facts[other].tokens.overlaps(headline) {
      if saysTheSame(block, other) { kinds[other] = .furniture }
    }
  }

  // MARK: A given title

  /// How many blocks at the text's start may stand before the title.
  private static let blocksBeforeTitle = 8

  private mutating func findTitle(_ title: String) {
    let given = rulebook.scan(SourceText(title))
    var wanted = words(of: 0..<given.tokens.count, in: given)
    if let match = place(of: wanted) { return setHeadline(match) }
    // A page's title often ends with the outlet's name.
    let signs = (0..<given.tokens.count).filter { given.isMark($0, "|") || given.tokens.kind[$0] == .dash }
    guard let sign = signs.last, given.outlet(sign + 1..<given.tokens.count) != nil || given.isMark(sign, "|") else {
      return
    }
    wanted = words(of: 0..<sign, in: given)
    if let match = place(of: wanted) { setHeadline(match) }
  }

  /// Where these words stand, from the start of one of the first blocks, and on into the next ones if need be.
  private func place(of wanted: [Form]) -> Range<Int>? {
    guard !wanted.isEmpty else { return nil }
    for block in facts.indices.prefix(Self.blocksBeforeTitle) {
      var place = facts[block].tokens.lowerBound
      let start = place
      var matched = 0
      while matched < wanted.count, place < scanned.tokens.count {
        switch scanned.tokens.kind[place] {
        case .punctuation, .quotationMark, .dash: break
        default:
          guard scanned.tokens.form[place] == wanted[matched] else {
            matched = -1
            break
          }
          matched += 1
        }
        if matched < 0 { break }
        place += 1
      }
      guard matched == wanted.count else { continue }
      // One or two words may just be what the first sentence opens with.
      let isWholeBlock = facts.contains {
        $0.tokens.contains(place - 1) && words(of: place..<$0.tokens.upperBound).isEmpty
      }
      if isWholeBlock || wanted.count >= 4 { return start..<place }
    }
    return nil
  }

  private mutating func setHeadline(_ range: Range<Int>) {
    var end = range.upperBound
    guard let last = facts.firstIndex(where: { $0.tokens.contains(range.upperBound - 1) }) else { return }
    // Marks that close the title are its own; a full stop that was put behind it isn't.
    while end < facts[last].tokens.upperBound, scanned.tokens.kind[end] != .word, scanned.tokens.kind[end] != .number {
      end += 1
    }
    if end < facts[last].tokens.upperBound { split(last, before: end) }
    for block in facts.indices where facts[block].tokens.overlaps(range) { kinds[block] = .headline }
    while end > range.upperBound, scanned.isMark(end - 1, ".") || scanned.isMark(end - 1, ";") { end -= 1 }
    headline = range.lowerBound..<end
  }

  // MARK: A line that looks like a title

  /// No page has more lines above its story.
  private static let longestHeader = 40

  private mutating func findTitleLikeLine() {
    let prose = firstProse
    guard prose < facts.count else { return }
    let candidates = (0..<min(prose, Self.longestHeader)).filter {
      kinds[$0] == nil && facts[$0].isTitleLike && !opensAppeal($0) && !isOutletLine($0)
        && !isLabel($0, lexicons.section) && !isBylineLike($0) && !isDateLine($0)
    }
    // Pages print the title twice, in a list of news and above the story: a repeated line is no other thing.
    let repeated = candidates.first { a in candidates.contains { $0 != a && saysTheSame(a, $0) } }
    let chosen = repeated ?? candidates.first ?? sentenceSetApart(prose)
    guard let chosen else { return }
    kinds[chosen] = .headline
    headline = facts[chosen].tokens
  }

  /// A first line that is a sentence, but has a byline, a date or a dateline below it.
  private func sentenceSetApart(_ prose: Int) -> Int? {
    guard facts.count >= 3, kinds[0] == nil, facts[0].words <= 24, facts[0].words >= 3, !facts[0].startsSmall else {
      return nil
    }
    let below = isBylineLike(1) || isDateLine(1) || kinds[1] == .byline || kinds[1] == .caption
    return below || datelineEnd(1) != nil ? 0 : nil
  }
}
