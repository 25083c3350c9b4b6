import HearsayText

/// Looks for a government, of which some words speak as if it might still come, at work: "the Varga administration",
/// "President Ana Varga", "Varga's envoy".
///
/// Whoever governed once, or stands below the one who does, proves nothing, nor does another bearer of the name. Of an
/// "incoming" government the posts are filled before it comes, so they prove nothing there.
struct GovernmentAtWork {
  private let galley: Galley
  private let phrase: Range<Int>
  private let name: Int
  private let isElected: Bool

  /// - Parameter phrase: "a potential Varga administration".
  /// - Returns: nil where the phrase names nobody.
  init?(_ phrase: Range<Int>, _ galley: Galley) {
    let scanned = galley.scanned
    let name = phrase.last {
      scanned.tokens.kind[$0] == .word && scanned.tokens.flags[$0].contains(.capitalised)
        && !scanned.has($0, galley.lexis.office) && !scanned.has($0, galley.lexis.notYet)
    }
    guard let name else { return nil }
    self.galley = galley
    self.phrase = phrase
    self.name = name
    isElected = scanned.holds(phrase, galley.lexis.elected)
  }

  /// In the story's own sentences.
  var placeInStory: Range<Int>? { galley.sentences.lazy.compactMap { place(in: $0.tokens) }.first }

  /// In what stands round the story: captions and cards for other stories.
  var placeOnPage: Range<Int>? {
    for (block, tokens) in zip(galley.story.document.blocks, galley.scanned.blocks)
    where block.kind == .teaser || block.kind == .caption || block.kind == .heading {
      if let place = place(in: tokens) { return place }
    }
    return nil
  }

  private func place(in words: Range<Int>) -> Range<Int>? {
    let form = galley.scanned.tokens.form[name]
    for i in words where galley.scanned.tokens.form[i] == form && !phrase.contains(i) {
      if let found = titled(i, in: words) ?? named(i, in: words) ?? owned(i, in: words) { return found }
    }
    return nil
  }

  /// "President Varga", "President Ana Varga".
  private func titled(_ i: Int, in words: Range<Int>) -> Range<Int>? {
    let scanned = galley.scanned
    var title = i - 1
    while title >= max(words.lowerBound, i - Self.givenNames - 1) {
      if scanned.has(title, galley.lexis.headOfGovernment) {
        return isOver(before: title, in: words) ? nil : title..<i + 1
      }
      guard scanned.tokens.flags[title].contains(.capitalised) else { return nil }
      title -= 1
    }
    return nil
  }

  /// "the Varga administration".
  private func named(_ i: Int, in words: Range<Int>) -> Range<Int>? {
    let scanned = galley.scanned
    let before = max(words.lowerBound, i - 3)..<i
    guard i + 1 < words.upperBound, scanned.has(i + 1, galley.lexis.office),
      !scanned.holds(before, galley.lexis.notYet), !isOver(before: i, in: words)
    else { return nil }
    return i..<i + 2
  }

  /// "Varga's administration", "Varga's special envoy".
  private func owned(_ i: Int, in words: Range<Int>) -> Range<Int>? {
    let scanned = galley.scanned
    guard i + 1 < words.upperBound, scanned.tokens.kind[i + 1] == .possessive else { return nil }
    let behind = i + 2..<min(i + 5, words.upperBound)
    for k in behind {
      if scanned.has(k, galley.lexis.notYet) || scanned.has(k, galley.lexis.past) { return nil }
      if scanned.has(k, galley.lexis.office) { return i..<k + 1 }
      if !isElected, let end = scanned.entryEnd(k, galley.lexis.governmentPost, in: behind) { return i..<end }
    }
    return nil
  }

  /// "former President Varga", "the first Varga administration", "Vice President Varga".
  private func isOver(before i: Int, in words: Range<Int>) -> Bool {
    galley.scanned.holds(max(words.lowerBound, i - 2)..<i, galley.lexis.past)
  }

  private static let givenNames = 2
}
