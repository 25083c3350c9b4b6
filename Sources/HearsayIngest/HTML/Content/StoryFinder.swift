import HearsayStory

/// Finds the story on a page and says what each line of it is.
///
/// Running text, weighed by where it stands, leads to the element that holds the story; inside it a line is of the body when
/// it looks and is nested as most of the body is. Names of classes and tags help, but no single one decides: pages lie.
struct StoryFinder {
  let layout: PageLayout
  let words: PageWords
  var weights: PageWeights
  /// The element that holds the story.
  var root = 0
  /// By line; nil for what is no part of the story and its surroundings.
  var kinds: [BlockKind?]
  /// By table: whether its cells say something.
  var dataTables: [Int: Bool] = [:]
  /// The line of the headline.
  var headline: Int?
  /// Titles that the page's data give.
  let titles: [String]
  let foldedTitles: [[UInt8]]
  /// The description that the page's data give, folded.
  let description: [UInt8]

  var tree: PageTree { layout.tree }

  init(_ layout: PageLayout, words: PageWords, titles: [String], description: String?) {
    self.layout = layout
    self.words = words
    self.titles = titles
    foldedTitles = titles.map { Folded.bytes($0) }
    self.description = Folded.bytes(description ?? "")
    weights = PageWeights(layout)
    kinds = Array(repeating: nil, count: layout.lines.count)
  }

  mutating func find() {
    root = findRoot()
    headline = findHeadline()
    markRoot()
    markHeader()
    markLists()
    markCards()
    markBoxes()
    markTwins()
    markOtherStories()
    markTail()
    markEnd()
    markAbove()
    tidy()
  }

  // MARK: The element

  /// From the page's body down, as long as one child holds nearly all that its parent holds.
  private func findRoot() -> Int {
    guard weights.total > 0 else { return 0 }
    if let named = namedRoot() { return named }
    return descend(from: mainPart() ?? 0)
  }

  private func descend(from start: Int) -> Int {
    var at = start
    while true {
      let here = weights.weightBelow[at]
      let best = fullest(below: at)
      // A story of one long paragraph has short ones beside it.
      guard best >= 0, tree.tag(best) != .p,
        Int(weights.weightBelow[best]) * 10 >= Int(here) * 9 || isStory(best, in: at)
      else { return at }
      at = best
    }
  }

  /// The child that holds most of the prose below a node; -1 where it has none.
  private func fullest(below node: Int) -> Int {
    var best = -1
    var child = node + 1
    while child < tree.nodes[node].end {
      if tree.tag(child) != .text, best < 0 || weights.weightBelow[child] > weights.weightBelow[best] { best = child }
      child = Int(tree.nodes[child].end)
    }
    return best
  }

  /// The page's `main`, where what stands outside it is made otherwise: the windows and offers that a page opens over itself
  /// may hold more words than a short story.
  private func mainPart() -> Int? {
    let mains = (0..<tree.count).filter { tree.tag($0) == .main }
    guard let best = mains.max(by: { (weights.weightBelow[$0], $1) < (weights.weightBelow[$1], $0) }) else {
      return nil
    }
    return Int(weights.weightBelow[best]) * 4 >= Int(weights.total) && isMadeOtherwise(outside: best, in: 0)
      ? best : nil
  }

  /// Whether an element that calls itself the page's main part, or an article, holds most of the prose, and what stands
  /// outside it is made otherwise: windows that open over the page, offers, notes of the shop.
  private func isStory(_ node: Int, in whole: Int) -> Bool {
    guard Int(weights.weightBelow[node]) * 2 >= Int(weights.weightBelow[whole]) else { return false }
    // It may stand in boxes without a name that hold nothing else.
    var story = node
    while tree.tag(story) != .main && tree.tag(story) != .article && !layout.hints[story].contains(.body) {
      let inner = fullest(below: story)
      guard inner >= 0, tree.tag(inner) != .p,
        Int(weights.weightBelow[inner]) * 10 >= Int(weights.weightBelow[story]) * 9
      else { return false }
      story = inner
    }
    return isMadeOtherwise(outside: node, in: whole)
  }

  /// Whether hardly any prose outside an element is made as that inside it is.
  private func isMadeOtherwise(outside node: Int, in whole: Int) -> Bool {
    var inside: Set<UInt64> = []
    var outside: [(key: UInt64, weight: Int)] = []
    for (i, line) in layout.lines.enumerated() where weights.weight[i] > 0 {
      if tree.isBelow(Int(line.node), node) {
        inside.insert(weights.usual.keys[i])
      } else if tree.isBelow(Int(line.node), whole) {
        outside.append((weights.usual.keys[i], Int(weights.weight[i])))
      }
    }
    let alike = outside.reduce(0) { inside.contains($1.key) ? $0 + $1.weight : $0 }
    return alike * 5 <= outside.reduce(0) { $0 + $1.weight }
  }

  /// The element that the page itself calls the story's body, where it holds a good part of the page's prose.
  private func namedRoot() -> Int? {
    var best: (node: Int, weight: Int32)?
    for i in 0..<tree.count where weights.weightBelow[i] * 5 >= weights.total * 2 {
      let isNamed = tree.attribute(.itemprop, of: i).map { tree.string($0) == "articleBody" } ?? false
      guard isNamed else { continue }
      if best == nil || weights.weightBelow[i] > best?.weight ?? 0 { best = (i, weights.weightBelow[i]) }
    }
    return best?.node
  }

  // MARK: The headline

  private func findHeadline() -> Int? {
    var best: (line: Int, score: Int)?
    let first = firstLine(ofRoot: root)
    for (i, line) in layout.lines.enumerated() {
      let node = Int(line.node)
      guard let heading = tree.nearest(node, where: { $0.headingLevel > 0 }), line.count <= 400 else { continue }
      let level = tree.tag(heading).headingLevel
      guard weights.context[node].isDisjoint(with: [.nav, .footer, .control]) else { continue }
      var score = level == 1 ? 30 : level == 2 ? 10 : 0
      let folded = Folded.bytes(layout.text[line.range])
      if folded.isEmpty { continue }
      for other in foldedTitles {
        if other == folded {
          score += 60
          break
        }
        if other.count > 12, folded.count > 12, other.starts(with: folded) || folded.starts(with: other) {
          score += 35
          break
        }
      }
      if weights.hints[node].contains(.headline) { score += 8 }
      if !weights.hints[node].isDisjoint(with: [.related, .comment, .promo, .sidebar, .menu]) { score -= 25 }
      if i <= first { score += 8 }
      if score >= 30, score > best?.score ?? 0 { best = (i, score) }
    }
    return best?.line ?? plainHeadline(before: first)
  }

  /// A line above the body that says what a part of the page's title says, where no heading does.
  private func plainHeadline(before first: Int) -> Int? {
    let parts =
      titles.flatMap { title in
        title.split(whereSeparator: { $0 == "|" || $0 == "–" || $0 == "—" || $0 == "-" || $0 == "·" || $0 == ":" }).map
        { Folded.bytes(String($0)) }
      }.filter { $0.count >= 12 } + foldedTitles
    let above = layout.lines.indices.prefix(max(first, 0)).filter { i in
      layout.lines[i].count <= 300 && weights.context[Int(layout.lines[i].node)].isDisjoint(with: LineContext.furniture)
    }
    return above.first { parts.contains(Folded.bytes(layout.text[layout.lines[$0].range])) }
      ?? above.first {
        // Nothing but its own name tells it: a word processor's page, or one made of boxes.
        layout.lines[$0].count >= 12 && layout.hints[Int(layout.lines[$0].node)].contains(.headline)
          && layout.hints[Int(layout.lines[$0].node)].isDisjoint(with: MarkupHints.furniture)
          && layout.lines[$0].linkBytes == 0
      }
  }

  /// The first paragraph of the story: the page may have some above its headline.
  var firstParagraph: Int? {
    kinds.indices.first { $0 > headline ?? -1 && kinds[$0] == .paragraph }
      ?? kinds.indices.first { kinds[$0] == .paragraph }
  }

  func firstLine(ofRoot root: Int) -> Int {
    layout.lines.indices.first { tree.isBelow(Int(layout.lines[$0].node), root) && weights.weight[$0] > 0 } ?? 0
  }
}
