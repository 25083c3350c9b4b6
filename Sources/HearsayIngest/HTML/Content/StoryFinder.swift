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
  /// The line of the headline.
  var headline: Int?
  /// Titles that the page's data give.
  let titles: [String]
  private let foldedTitles: [[UInt8]]
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
    markTwins()
    markTail()
    tidy()
  }

  // MARK: The element

  /// From the page's body down, as long as one child holds nearly all that its parent holds.
  private func findRoot() -> Int {
    guard weights.total > 0 else { return 0 }
    if let named = namedRoot() { return named }
    return descend(from: 0)
  }

  private func descend(from start: Int) -> Int {
    var at = start
    while true {
      let here = weights.weightBelow[at]
      var best = -1
      var child = at + 1
      while child < tree.nodes[at].end {
        if tree.tag(child) != .text, best < 0 || weights.weightBelow[child] > weights.weightBelow[best] { best = child }
        child = Int(tree.nodes[child].end)
      }
      guard best >= 0, Int(weights.weightBelow[best]) * 10 >= Int(here) * 9 else { return at }
      at = best
    }
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
    return layout.lines.indices.prefix(max(first, 0)).first { i in
      layout.lines[i].count <= 300 && weights.context[Int(layout.lines[i].node)].isDisjoint(with: LineContext.furniture)
        && parts.contains(Folded.bytes(layout.text[layout.lines[i].range]))
    }
  }

  private func firstLine(ofRoot root: Int) -> Int {
    layout.lines.indices.first { tree.isBelow(Int(layout.lines[$0].node), root) && weights.weight[$0] > 0 } ?? 0
  }

  // MARK: Lines

  /// How lines of the body are made: the element, its parent, and what both are called.
  private func signature(_ line: PageLine) -> UInt64 {
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

  private mutating func markRoot() {
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
    let ends = PageWeights.endsSentence(line, layout.text)
    if let kind = kindByName(i, line, hints, context, isUsual: isUsual) { return kind }
    if let kind = words.kind(ofLine: layout.text, line) { return kind }
    if context.contains(.heading) { return line.linkShare > 0.45 ? .teaser : .heading }
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

  /// What stands between the headline and the body: a summary, the byline, the date.
  private mutating func markHeader() {
    let first =
      kinds.indices.first {
        kinds[$0] == .paragraph && weights.weight[$0] > 0 && tree.isBelow(Int(layout.lines[$0].node), root)
      } ?? kinds.count
    let top = headline ?? max(0, first - 12)
    if let headline { kinds[headline] = .headline }
    guard top < first else { return }
    let points = (top..<first).filter { kinds[$0] == .list }
    let hasPointsOnly =
      points.count <= 6 && points.reduce(0) { $0 + layout.lines[$1].count } * 4 < Int(weights.weightBelow[root])
    for i in top..<first where i != headline && kinds[i] != .caption && kinds[i] != .byline && kinds[i] != .dateline {
      let line = layout.lines[i]
      let node = Int(line.node)
      let hints = weights.hints[node]
      let context = weights.context[node]
      if isSummary(line, hints, context) {
        kinds[i] = .paragraph
      } else if kinds[i] == .heading {
        // The section's name, or the headline once more; what heads the first paragraph stands right above it.
        if context.contains(.header) || !hints.isDisjoint(with: [.headline, .tags]) || repeatsTitle(line) {
          kinds[i] = .furniture
        }
      } else if kinds[i] == .list, !hints.contains(.summary), hasPointsOnly {
        // The story in three points, before it begins.
        kinds[i] = .furniture
      } else if kinds[i] == .paragraph, line.count < 120, words.opensByline(layout.text, line) {
        kinds[i] = .byline
      } else if kinds[i] == .paragraph || kinds[i] == .quote || kinds[i] == .list || kinds[i] == .teaser {
        if repeatsTitle(line) { kinds[i] = .furniture }
      } else if context.contains(.figcaption) || hints.contains(.caption) {
        kinds[i] = .caption
      } else if hints.contains(.byline) || words.opensByline(layout.text, line), line.count < 200 {
        kinds[i] = .byline
      } else if hints.contains(.date) || line.hasTime || context.contains(.time), line.count < 100 {
        kinds[i] = .dateline
      } else {
        kinds[i] = .furniture
      }
    }
  }

  private func isSummary(_ line: PageLine, _ hints: MarkupHints, _ context: LineContext) -> Bool {
    guard line.count >= 40, line.linkShare < 0.4, !context.contains(.figcaption),
      context.isDisjoint(with: [.nav, .control, .hidden, .item]),
      hints.isDisjoint(with: [
        .caption, .comment, .related, .promo, .ad, .authorBox, .legal, .player, .notice, .account, .hidden,
      ])
    else { return false }
    if hints.contains(.figure) || context.contains(.figure) { return false }
    if hints.contains(.summary) { return true }
    let folded = Folded.bytes(layout.text[line.range])
    if description.count >= 20, folded.count >= 20,
      description.starts(with: folded.prefix(40)) || folded.starts(with: description.prefix(40))
    {
      return true
    }
    guard hints.isDisjoint(with: [.byline, .date, .tags, .share, .menu, .sidebar]), !repeatsTitle(line) else {
      return false
    }
    let ends = PageWeights.endsSentence(line, layout.text)
    return ends && line.count >= 80 || context.contains(.heading) && line.count >= 60 || line.count >= 160
  }

  /// Whether a line says what the headline says, perhaps with the section's name before it.
  private func repeatsTitle(_ line: PageLine) -> Bool {
    guard line.count < 400 else { return false }
    let folded = Folded.bytes(layout.text[line.range])
    var titles = foldedTitles
    if let headline { titles.append(Folded.bytes(layout.text[layout.lines[headline].range])) }
    return titles.contains { title in
      title.count >= 12 && folded.count >= 12
        && (folded.count >= title.count && folded.suffix(title.count).elementsEqual(title)
          || title.count >= folded.count && title.suffix(folded.count).elementsEqual(folded)
          || title.starts(with: folded) || folded.starts(with: title) && folded.count < title.count + 40)
    }
  }

  /// A heading that leads to other stories has their titles below it: short lines that are no sentences.
  private mutating func markLists() {
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
  private mutating func markCards() {
    for i in kinds.indices where kinds[i] == .teaser && weights.context[Int(layout.lines[i].node)].contains(.heading) {
      var box = Int(layout.lines[i].node)
      while true {
        let parent = tree.parent(box)
        guard parent >= 0, parent != root, tree.isBelow(parent, root), weights.proseBelow[parent] < Self.longestCard
        else { break }
        box = parent
      }
      var j = i
      // What the heading stands above is a part of the story when it is longer than a card's few words.
      let after = layout.lines.indices.dropFirst(i + 1).first ?? i
      if weights.prose[after] >= Self.longestCard {
        if words.kind(ofLine: layout.text, layout.lines[i]) == nil { kinds[i] = .heading }
        continue
      }
      while j > 0, tree.isBelow(Int(layout.lines[j - 1].node), box) { j -= 1 }
      while j < kinds.count, tree.isBelow(Int(layout.lines[j].node), box) {
        if kinds[j]?.isBody ?? false || kinds[j] == .heading { kinds[j] = .teaser }
        j += 1
      }
    }
  }

  /// Where nearly all of the story is made alike, the little prose behind its end that is made otherwise is the page's: offers,
  /// notes of the shop, cards without names.
  private mutating func markTail() {
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

  /// What stands under a picture too is its caption, and what stands twice in the body is there once.
  private mutating func markTwins() {
    let captions = kinds.indices.filter { kinds[$0] == .caption && layout.lines[$0].count > 30 }.map {
      layout.text[layout.lines[$0].range]
    }
    var seen: Set<[UInt8]> = []
    for i in kinds.indices where kinds[i]?.isBody ?? false && layout.lines[i].count > 60 {
      let text = Array(layout.text[layout.lines[i].range])
      if layout.lines[i].count < 500, captions.contains(where: { $0.starts(with: text) }) {
        kinds[i] = .caption
      } else if !seen.insert(text).inserted {
        kinds[i] = .furniture
      }
    }
  }

  /// Headings that nothing follows are none.
  private mutating func tidy() {
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
