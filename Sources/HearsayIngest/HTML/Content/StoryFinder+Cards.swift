import HearsayStory

/// Cards and lists that lead to other stories, inside this one and behind it.
extension StoryFinder {
  /// A heading that leads to other stories has their titles below it: short lines that are no sentences.
  mutating func markLists() {
    for i in kinds.indices where kinds[i] == .teaser && weights.context[Int(layout.lines[i].node)].contains(.heading) {
      guard words.kind(ofLine: layout.text, layout.lines[i]) == .teaser else { continue }
      var next = i + 1
      while next < kinds.count, next <= i + 8, kinds[next] == .paragraph || kinds[next] == .list,
        layout.lines[next].count < 160,
        !PageWeights.endsSentence(layout.lines[next], layout.text) || layout.lines[next].linkShare > 0.3
      {
        kinds[next] = .teaser
        next += 1
      }
    }
  }

  /// A heading that is a link stands over a card: its box, where it is small, leads to another story.
  ///
  /// Where such boxes hold much of what the page says, they are its story: a list of things, each with a link to it.
  mutating func markCards() {
    var inCards: Set<Int> = []
    for i in kinds.indices where kinds[i] == .teaser && weights.context[Int(layout.lines[i].node)].contains(.heading) {
      var box = Int(layout.lines[i].node)
      while true {
        let parent = tree.parent(box)
        guard parent >= 0, parent != root, tree.isBelow(parent, root), weights.proseBelow[parent] < Self.longestCard
        else { break }
        box = parent
      }
      // What the heading stands above is a part of the story when it is longer than a card's few words.
      if heads(i) {
        if words.kind(ofLine: layout.text, layout.lines[i]) == nil { kinds[i] = .heading }
        continue
      }
      var j = i
      while j > 0, tree.isBelow(Int(layout.lines[j - 1].node), box) { j -= 1 }
      while j < kinds.count, tree.isBelow(Int(layout.lines[j].node), box) {
        inCards.insert(j)
        j += 1
      }
    }
    let weight = inCards.reduce(0) { $0 + Int(weights.weight[$1]) }
    guard weight * 4 < Int(weights.weightBelow[root]) else {
      for i in inCards where kinds[i] == .teaser && weights.context[Int(layout.lines[i].node)].contains(.heading) {
        if words.kind(ofLine: layout.text, layout.lines[i]) == nil { kinds[i] = .heading }
      }
      return
    }
    for i in inCards where kinds[i]?.isBody ?? false || kinds[i] == .heading { kinds[i] = .teaser }
  }

  /// A link with a few words under it, in a box that has a twin beside it: cards without a heading.
  ///
  /// Also what stands alone among lines of the page in a box of its own: "Get our letter", a sentence on it, "Your address".
  mutating func markBoxes() {
    let all = Int(weights.weightBelow[root])
    guard let first = kinds.indices.first(where: { kinds[$0] == .paragraph && weights.weight[$0] > 0 }) else { return }
    var lastCard: Int?
    for i in kinds.indices where i > first && kinds[i] == .paragraph && Int(weights.weight[i]) * 8 < all {
      guard let box = smallBox(around: i) else { continue }
      let others = lines(in: box, near: i).filter { $0 != i }
      let areOfThePage = others.allSatisfy { kinds[$0] == .teaser || kinds[$0] == .furniture }
      guard !others.isEmpty, areOfThePage else { continue }
      if others.count >= 2 {
        kinds[i] = .furniture
      } else if kinds[others[0]] == .teaser, layout.lines[others[0]].linkShare > 0.7,
        hasTwin(box) || lastCard.map({ isTwin(box, of: $0) }) ?? false
      {
        kinds[i] = .teaser
        lastCard = box
      }
    }
  }

  /// The smallest box around a line that holds others too, where it holds but little prose.
  private func smallBox(around i: Int) -> Int? {
    var box = tree.parent(Int(layout.lines[i].node))
    for _ in 0..<4 {
      guard box > root, tree.isBelow(box, root), weights.proseBelow[box] < Self.longestCard else { return nil }
      if lines(in: box, near: i).count > 1 { return box }
      box = tree.parent(box)
    }
    return nil
  }

  /// The lines in a box, of which one is known; no more than a card has.
  private func lines(in box: Int, near i: Int) -> Range<Int> {
    var first = i
    var last = i
    while first > 0, i - first < 8, tree.isBelow(Int(layout.lines[first - 1].node), box) { first -= 1 }
    while last + 1 < layout.lines.count, last - i < 8, tree.isBelow(Int(layout.lines[last + 1].node), box) { last += 1 }
    return first..<last + 1
  }

  /// Whether one of the next elements beside a box is the same one, called the same.
  private func hasTwin(_ box: Int) -> Bool {
    let parent = tree.parent(box)
    guard parent >= 0 else { return false }
    var next = Int(tree.nodes[box].end)
    for _ in 0..<8 where next < tree.nodes[parent].end {
      if isTwin(next, of: box) { return true }
      next = Int(tree.nodes[next].end)
    }
    return false
  }

  private func isTwin(_ box: Int, of other: Int) -> Bool {
    guard tree.parent(box) == tree.parent(other), tree.tag(box) == tree.tag(other),
      let name = tree.attribute(.class, of: box), !name.isEmpty, let otherName = tree.attribute(.class, of: other)
    else { return false }
    return tree.bytes[name] == tree.bytes[otherName]
  }

  /// Whether the line behind a heading is a long paragraph that stands beside it; what stands outside the heading's own box
  /// is the story going on behind a card.
  private func heads(_ heading: Int) -> Bool {
    guard heading + 1 < layout.lines.count, weights.prose[heading + 1] >= Self.longestCard else { return false }
    let node = Int(layout.lines[heading].node)
    guard weights.hints[node].isDisjoint(with: [.related, .promo]) else { return false }
    let box = tree.parent(tree.parent(node) > root ? tree.parent(node) : node)
    return box >= 0 && tree.isBelow(Int(layout.lines[heading + 1].node), box)
  }

  /// Where nearly all of the story is made alike, the little prose behind its end that is made otherwise is the page's: offers,
  /// notes of the shop, cards without names.
  mutating func markTail() {
    var made: [UInt64: Int] = [:]
    let all = Int(weights.weightBelow[root])
    for i in kinds.indices where kinds[i] == .paragraph && weights.weight[i] > 0 {
      made[signature(layout.lines[i]), default: 0] += Int(weights.weight[i])
    }
    guard let usual = made.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), usual.value * 5 >= all * 4,
      let last = kinds.indices.last(where: { kinds[$0] == .paragraph && signature(layout.lines[$0]) == usual.key })
    else { return }
    // A list beside the story's paragraphs ends it as well as one of them.
    let box = tree.parent(Int(layout.lines[last].node))
    let tail = kinds.indices.filter {
      $0 > last && (kinds[$0]?.isBody ?? false || kinds[$0] == .heading) && !isItem($0, ofListIn: box)
    }
    guard tail.reduce(0, { $0 + layout.lines[$1].count }) * 6 < all else { return }
    for i in tail { kinds[i] = .furniture }
  }

  /// Whether a line is an entry of a list that stands right in a box.
  private func isItem(_ line: Int, ofListIn box: Int) -> Bool {
    guard box >= 0, kinds[line] == .list else { return false }
    let list = tree.nearest(Int(layout.lines[line].node)) { $0 == .ul || $0 == .ol || $0 == .dl }
    return list.map { tree.parent($0) == box } ?? false
  }

  /// Bytes of prose.
  private static let longestCard: Int32 = 300
}
