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
  mutating func markCards() {
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
        if kinds[j]?.isBody ?? false || kinds[j] == .heading { kinds[j] = .teaser }
        j += 1
      }
    }
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
    let tail = kinds.indices.filter { $0 > last && (kinds[$0]?.isBody ?? false || kinds[$0] == .heading) }
    guard tail.reduce(0, { $0 + layout.lines[$1].count }) * 6 < all else { return }
    for i in tail { kinds[i] = .furniture }
  }

  /// Bytes of prose.
  private static let longestCard: Int32 = 300
}
