import HearsayStory

/// Where the story ends although its element goes on: before the next story of a page that has no end, behind the mark under
/// a press release, and above its own headline.
extension StoryFinder {
  /// Pages that load one story behind another hold whole ones under the same element, each an article with a headline and
  /// a line on its author or its day. A live blog's entries look alike, but the blog's headline stands above them all.
  mutating func markOtherStories() {
    guard let headline, let own = article(around: headline), own > root,
      weights.weightBelow[own] >= Self.shortestStory
    else { return }
    var i = headline + 1
    while i < kinds.count {
      guard weights.context[Int(layout.lines[i].node)].contains(.heading), let other = article(around: i),
        !tree.isBelow(other, own), !tree.isBelow(own, other), weights.proseBelow[other] > 0
      else {
        i += 1
        continue
      }
      var end = i + 1
      while end < kinds.count, tree.isBelow(Int(layout.lines[end].node), other) { end += 1 }
      // A part of this story that is an article by its tag has no author and no day of its own.
      if (i..<end).contains(where: isSignature) {
        for line in i..<end where kinds[line] != nil { kinds[line] = .teaser }
      }
      i = end
    }
  }

  private func isSignature(_ i: Int) -> Bool {
    let line = layout.lines[i]
    guard line.count < 120 else { return false }
    return kinds[i] == .byline || kinds[i] == .dateline || line.hasTime
      || words.opensByline(layout.text, line)
  }

  /// The outermost article around a line that stands inside the story's element.
  private func article(around i: Int) -> Int? {
    var found: Int?
    var at = Int(layout.lines[i].node)
    while at > root {
      if tree.tag(at) == .article { found = at }
      at = tree.parent(at)
    }
    return found
  }

  /// "###", "-30-", "Ends": the addresses and notes behind it are no part of the story.
  mutating func markEnd() {
    guard
      let end = kinds.indices.last(where: {
        kinds[$0] != nil && layout.lines[$0].count <= 24 && words.isEnd(layout.text, layout.lines[$0])
      })
    else { return }
    let before = prose(in: 0..<end)
    let behind = prose(in: end + 1..<kinds.count)
    guard before > 0, behind * 2 < before else { return }
    for i in end..<kinds.count where kinds[i]?.isBody ?? false { kinds[i] = .furniture }
  }

  /// What stands above the headline is the page's own where the story follows it.
  mutating func markAbove() {
    guard let headline, isCertain(headline) else { return }
    let above = prose(in: 0..<headline)
    guard above > 0, above * 4 < prose(in: headline..<kinds.count) else { return }
    for i in 0..<headline where kinds[i]?.isBody ?? false { kinds[i] = .furniture }
  }

  /// Whether the page's data call the story so, the site's name behind the title of the whole page aside.
  private func isCertain(_ headline: Int) -> Bool {
    let line = layout.lines[headline]
    let folded = Folded.bytes(layout.text[line.range])
    let isFirst = tree.nearest(Int(line.node), where: { $0 == .h1 }) != nil
    return foldedTitles.contains { $0 == folded || isFirst && folded.count > 12 && $0.starts(with: folded) }
  }

  private func prose(in lines: Range<Int>) -> Int {
    lines.reduce(0) { kinds[$1]?.isBody ?? false ? $0 + Int(weights.prose[$1]) : $0 }
  }

  /// Bytes of prose.
  private static let shortestStory: Int32 = 300
}
