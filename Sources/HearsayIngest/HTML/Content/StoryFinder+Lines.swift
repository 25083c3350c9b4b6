import HearsayStory

/// What each line inside the element that holds the story is.
extension StoryFinder {
  /// How lines of the body are made: the element, its parent, and what both are called.
  func signature(_ line: PageLine) -> UInt64 {
    let node = Int(line.node)
    var hash = NameHash.add(tree.tag(node).rawValue, to: NameHash.empty)
    // Cells that lay a page out have no names: each is made like itself only.
    if tree.tag(node) == .td, tree.attribute(.class, of: node) == nil { return hash ^ UInt64(node) << 16 }
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

  private mutating func kind(of i: Int, _ line: PageLine, isUsual: Bool) -> BlockKind {
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
    // A few links below one another, which nothing but line breaks sets apart.
    if line.count < Self.longestLinkList, line.lastLink - line.firstLink >= 2, line.linkShare > 0.6, !ends {
      return .teaser
    }
    if context.contains(.quote) || hints.contains(.quote) { return .quote }
    if context.contains(.item) { return .list }
    if tree.tag(node) == .p, line.linkBytes == 0, words.opensWithSign(layout.text, line), standsAmongProse(i) {
      return .list
    }
    if isUsual || weights.weight[i] > 0 { return .paragraph }
    // A page of a few words has no prose; its paragraphs are what it says.
    if weights.total == 0, tree.tag(node) == .p { return .paragraph }
    if ends, line.count >= 25 { return .paragraph }
    if tree.tag(node) == .p, line.linkShare < 0.5, line.count >= 25, standsAmongProse(i) { return .paragraph }
    return context.contains(.table) && isDataTable(node) ? .list : .furniture
  }

  /// Longer ones are thanks, or what a story is made of.
  private static var longestLinkList: Int { 160 }

  /// Whether paragraphs of running text stand before and behind a line, in the same element.
  private func standsAmongProse(_ i: Int) -> Bool {
    let box = tree.parent(Int(layout.lines[i].node))
    func isProse(_ near: some Sequence<Int>) -> Bool {
      for k in near where layout.lines.indices.contains(k) {
        guard tree.isBelow(Int(layout.lines[k].node), box) else { return false }
        if tree.parent(Int(layout.lines[k].node)) == box, weights.weight[k] > 0 { return true }
      }
      return false
    }
    return isProse((i - 4..<i).reversed()) && isProse(i + 1...i + 4)
  }

  /// What the names and tags above a line make of it.
  private func kindByName(
    _ i: Int, _ line: PageLine, _ hints: MarkupHints, _ context: LineContext, isUsual: Bool
  ) -> BlockKind? {
    if context.contains(.figcaption) || hints.contains(.caption) { return .caption }
    let isPicture = context.contains(.figure) || hints.contains(.figure) && standsInPictureBox(i)
    if isPicture, line.count < 400, !isUsual, hints.isDisjoint(with: [.related, .promo, .ad]) { return .caption }
    if !hints.isDisjoint(with: MarkupHints.furniture), !weights.overruled.contains(i) {
      if hints.contains(.related) { return .teaser }
      return hints.contains(.byline) && line.count < 200 ? .byline : .furniture
    }
    if hints.contains(.byline), line.count < 200, !isUsual { return .byline }
    if hints.contains(.date) || line.hasTime || context.contains(.time), line.count < 100, !isUsual { return .dateline }
    return context.contains(.aside) && !weights.overruled.contains(i) ? .furniture : nil
  }

  /// Whether the box that is called a picture is a small one: one of many lines only has a picture among them.
  private func standsInPictureBox(_ i: Int) -> Bool {
    var box = Int(layout.lines[i].node)
    while box >= 0, !layout.hints[box].contains(.figure) { box = tree.parent(box) }
    guard box >= 0 else { return true }
    let lines = layout.lines
    var first = i
    while first > 0, i - first < Self.longestPictureBox, tree.isBelow(Int(lines[first - 1].node), box) { first -= 1 }
    var last = i
    while last + 1 < lines.count, last - first < Self.longestPictureBox, tree.isBelow(Int(lines[last + 1].node), box) {
      last += 1
    }
    return last - first < Self.longestPictureBox
  }

  /// Lines.
  private static var longestPictureBox: Int { 8 }

  /// Whether a line stands in a table of rows and columns that says something, not in one that only lays out the page or
  /// lists what else there is.
  private mutating func isDataTable(_ node: Int) -> Bool {
    guard let table = tree.nearest(node, where: { $0 == .table }) else { return false }
    if let known = dataTables[table] { return known }
    var cells = 0
    var rows = 0
    var bytes = 0
    var links = 0
    var isPlain = true
    for i in tree.subtree(table).dropFirst() {
      switch tree.tag(i) {
      case .tr: rows += 1
      case .td, .th: cells += 1
      case .a: links += 1
      case .text: bytes += Int(tree.nodes[i].to - tree.nodes[i].from)
      case .table, .form, .input, .button: isPlain = false
      default: break
      }
    }
    let isWordy = rows >= 2 && cells >= rows * 2 && bytes >= cells * 25
    let isFull = rows >= 4 && cells >= rows * 3 && bytes >= cells * 2 && isPlain && links * 3 < cells
    dataTables[table] = isWordy || isFull
    return isWordy || isFull
  }

  /// Headings that nothing follows are none; one may head others below it, as a chapter does its parts.
  mutating func tidy() {
    var bodyBehind = false
    // The level of the heading behind, where it is one.
    var levelBehind = 0
    for i in kinds.indices.reversed() {
      switch kinds[i] {
      case .paragraph, .list, .quote: bodyBehind = true
      case .heading:
        let level = headingLevel(i)
        if bodyBehind || levelBehind > level && level > 0 {
          levelBehind = level
        } else {
          kinds[i] = .furniture
        }
        bodyBehind = false
      default: break
      }
      if bodyBehind { levelBehind = 0 }
    }
  }

  /// 1 for `h1` to 6 for `h6`, 0 for what is no heading by its tag.
  private func headingLevel(_ line: Int) -> Int {
    tree.nearest(Int(layout.lines[line].node), where: { $0.headingLevel > 0 }).map { tree.tag($0).headingLevel } ?? 0
  }
}
