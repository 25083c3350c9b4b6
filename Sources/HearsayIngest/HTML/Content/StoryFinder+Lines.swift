import HearsayStory

/// What each line inside the element that holds the story is.
extension StoryFinder {
  /// How lines of the body are made: the element, its parent, and what both are called.
  func signature(_ line: PageLine) -> UInt64 {
    let node = Int(line.node)
    var hash = NameHash.add(tree.tag(node).rawValue, to: NameHash.empty)
    let parent = tree.parent(node)
    if parent >= 0 { hash = NameHash.add(tree.tag(parent).rawValue, to: hash) }
    for at in [node, parent] where at >= 0 {
      if let range = tree.attribute(.class, of: at) {
        for byte in tree.bytes[range] { hash = NameHash.add(byte, to: hash) }
      }
    }
    return hash
  }

  mutating func markRoot() {
    // What most of the body is made like.
    var made: [UInt64: Int32] = [:]
    let inside = layout.lines.indices.filter { tree.isBelow(Int(layout.lines[$0].node), root) }
    for i in inside where weights.weight[i] > 0 { made[signature(layout.lines[i]), default: 0] += weights.weight[i] }
    let all = weights.weightBelow[root]
    for i in inside {
      let line = layout.lines[i]
      let isUsual = Int(made[signature(line)] ?? 0) * 8 >= Int(all) && all > 0
      kinds[i] = kind(of: i, line, isUsual: isUsual)
    }
  }

  private func kind(of i: Int, _ line: PageLine, isUsual: Bool) -> BlockKind {
    let node = Int(line.node)
    let hints = weights.hints[node]
    let context = weights.context[node]
    if i == headline { return .headline }
    if !context.isDisjoint(with: LineContext.furniture) { return .furniture }
    if context.contains(.card) { return .teaser }
    let ends = PageWeights.endsSentence(line, layout.text)
    if let kind = kindByName(i, line, hints, context, isUsual: isUsual) { return kind }
    if let kind = words.kind(ofLine: layout.text, line) { return kind }
    if context.contains(.heading), line.linkShare > 0.45 { return .teaser }
    if !isUsual, standsUnderPicture(i) { return .caption }
    if context.contains(.heading) { return .heading }
    if line.linkShare > 0.7 { return context.contains(.item) || !ends ? .teaser : .paragraph }
    if context.contains(.item), line.linkShare > 0.4, !ends { return .teaser }
    if context.contains(.quote) || hints.contains(.quote) { return .quote }
    if context.contains(.item) { return .list }
    if isUsual || weights.weight[i] > 0 { return .paragraph }
    // A page of a few words has no prose; its paragraphs are what it says.
    if weights.total == 0, tree.tag(node) == .p { return .paragraph }
    if ends, line.count >= 25 { return .paragraph }
    return context.contains(.table) && isDataTable(node) ? .list : .furniture
  }

  /// What the names and tags above a line make of it.
  private func kindByName(
    _ i: Int, _ line: PageLine, _ hints: MarkupHints, _ context: LineContext, isUsual: Bool
  ) -> BlockKind? {
    if context.contains(.figcaption) || hints.contains(.caption) { return .caption }
    let isPicture = hints.contains(.figure) || context.contains(.figure)
    if isPicture, line.count < 400, !isUsual, hints.isDisjoint(with: [.related, .promo, .ad]) { return .caption }
    if !hints.isDisjoint(with: MarkupHints.furniture), !weights.overruled.contains(i) {
      if hints.contains(.related) { return .teaser }
      return hints.contains(.byline) && line.count < 200 ? .byline : .furniture
    }
    if hints.contains(.byline), line.count < 200, !isUsual { return .byline }
    if hints.contains(.date) || line.hasTime || context.contains(.time), line.count < 100, !isUsual { return .dateline }
    return context.contains(.aside) && !weights.overruled.contains(i) ? .furniture : nil
  }

  /// A table of rows and columns that holds words, not one that only lays out the page or lists results.
  private func isDataTable(_ node: Int) -> Bool {
    guard let table = tree.nearest(node, where: { $0 == .table }) else { return false }
    var cells = 0
    var rows = 0
    var bytes = 0
    for i in tree.subtree(table) {
      switch tree.tag(i) {
      case .tr: rows += 1
      case .td, .th: cells += 1
      case .text: bytes += Int(tree.nodes[i].to - tree.nodes[i].from)
      default: break
      }
    }
    return rows >= 2 && cells >= rows * 2 && bytes >= cells * 25
  }

  /// Headings that nothing follows are none.
  mutating func tidy() {
    var bodyBehind = false
    for i in kinds.indices.reversed() {
      switch kinds[i] {
      case .paragraph, .list, .quote: bodyBehind = true
      case .heading:
        if !bodyBehind { kinds[i] = .furniture }
        bodyBehind = false
      default: break
      }
    }
  }
}
