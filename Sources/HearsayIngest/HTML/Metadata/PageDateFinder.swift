import HearsayStory

/// Finds the day of publication among what stands on the page, near the headline first.
struct PageDateFinder {
  let finder: StoryFinder
  let reader: PageDate
  let words: MetadataWords

  init(_ finder: StoryFinder, _ reader: PageDate, _ words: MetadataWords) {
    self.finder = finder
    self.reader = reader
    self.words = words
  }

  struct Found {
    var date: String
    var score: Int
    /// Whether the page's markup says that it is a date.
    var isMarked: Bool
  }

  func find() -> String? { best()?.date }

  func best() -> Found? {
    let lines = finder.layout.lines
    guard !lines.isEmpty else { return nil }
    let top = finder.headline ?? 0
    let first = finder.firstParagraph ?? top
    let last = finder.kinds.indices.last { finder.kinds[$0] == .paragraph } ?? first
    var best: Found?
    for i in lines.indices where i < last + 25 {
      // A date in a sentence of the story is the story's, not the page's; one under a picture is the picture's.
      guard finder.kinds[i] != .caption,
        i < first || i > last || finder.kinds[i] == .dateline || finder.kinds[i] == .byline
          || finder.kinds[i] == .furniture
      else { continue }
      guard
        let found = look(
          i, lines[i], distance: i < top ? 2 * (top - i) : i < first ? i - top : 20 + max(i - last, 0),
          isInStory: i > top && i < last)
      else { continue }
      if found.score > best?.score ?? 0 { best = found }
    }
    return best
  }

  /// The day on a card of the page that leads to the page itself: a list of the latest news, this story among them.
  func onOwnCard() -> String? {
    guard let headline = finder.headline else { return nil }
    let lines = finder.layout.lines
    let title = Folded.bytes(finder.layout.text[lines[headline].range])
    guard title.count >= 12 else { return nil }
    var found: String?
    for i in lines.indices where i != headline && lines[i].count < 400 {
      guard Folded.bytes(finder.layout.text[lines[i].range]) == title else { continue }
      let box = finder.tree.parent(Int(lines[i].node))
      for near in max(0, i - 2)...min(lines.count - 1, i + 2) where near != i && near != headline && box > 0 {
        guard finder.tree.isBelow(Int(lines[near].node), box), lines[near].count < 60, holdsDigit(lines[near]),
          let date = reader.read(finder.layout.string(lines[near]))
        else { continue }
        // Two days are one too many.
        guard found == nil || found == date else { return nil }
        found = date
      }
    }
    return found
  }

  private func look(_ i: Int, _ line: PageLine, distance: Int, isInStory: Bool) -> Found? {
    guard line.count <= 240 else { return nil }
    let node = Int(line.node)
    let hints = finder.weights.hints[node]
    guard hints.isDisjoint(with: [.related, .comment, .ad, .menu]),
      // A box beside the story's first words may hold its day and its authors.
      hints.isDisjoint(with: .sidebar) || line.hasTime && isInStory,
      finder.weights.context[node].isDisjoint(with: [.nav])
    else { return nil }
    let isMarked = hints.contains(.date) || line.hasTime || finder.weights.context[node].contains(.time)
    guard holdsDigit(line) else { return nil }
    let text = finder.layout.string(line)
    var date = reader.read(text)
    if isMarked, let stated = stated(line) { date = stated }
    guard let date else { return nil }
    let small = SmallLetters.bytes(finder.layout.text[line.range])
    // The day of the last change is not that of publication.
    guard !words.updatedOpeners.opens(small) else { return nil }
    var score = 40 - min(distance, 30)
    if isMarked { score += 20 }
    if words.publishedWords.isHeld(by: small) { score += 8 }
    if line.count > 80, !isMarked { score -= 15 }
    if distance > 20, !isMarked { score -= 8 }
    return score > 8 ? Found(date: date, score: score, isMarked: isMarked) : nil
  }

  /// Digits of any script.
  private func holdsDigit(_ line: PageLine) -> Bool {
    let bytes = finder.layout.text[line.range]
    if bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return true }
    guard bytes.contains(where: { $0 >= 0xD8 }) else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { $0.properties.numericType == .decimal }
  }

  /// What the `datetime` of a `time` element in the line says.
  private func stated(_ line: PageLine) -> String? {
    let tree = finder.tree
    // The element stands above the line's first words, or between them.
    for i in Int(line.node)...max(Int(line.lastNode), Int(line.node)) where tree.tag(i) == .time {
      if let date = tree.value(.datetime, of: i).flatMap(reader.read) { return date }
    }
    if let above = tree.nearest(Int(line.node), where: { $0 == .time }), let text = tree.value(.datetime, of: above) {
      return reader.read(text)
    }
    return nil
  }
}
