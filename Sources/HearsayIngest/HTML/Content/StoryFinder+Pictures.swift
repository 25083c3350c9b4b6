import HearsayStory

/// What stands under pictures, and what stands twice.
extension StoryFinder {
  /// What stands under a picture too is its caption, and what stands twice in the body is there once.
  mutating func markTwins() {
    let captions = kinds.indices.filter { kinds[$0] == .caption && layout.lines[$0].count > 20 }.map {
      layout.text[layout.lines[$0].range]
    }
    var seen: Set<[UInt8]> = []
    for i in kinds.indices where kinds[i]?.isBody ?? false && layout.lines[i].count > 20 {
      let line = layout.lines[i]
      let text = Array(layout.text[line.range])
      if line.count < 500, captions.contains(where: { $0.starts(with: text) }) || isSetAsCaption(i) {
        kinds[i] = .caption
      } else if line.count > 60, !seen.insert(text).inserted {
        kinds[i] = .furniture
      }
    }
  }

  /// A sentence or two right behind a picture, all in bold or cursive type, where the rest of the story isn't.
  private func isSetAsCaption(_ i: Int) -> Bool {
    let line = layout.lines[i]
    guard i > 0, line.count < 250, line.strongShare > 0.75, kinds[i] == .paragraph,
      layout.picturesBefore[Int(line.firstNode)] > layout.picturesBefore[Int(layout.lines[i - 1].lastNode)]
    else { return false }
    return PageWeights.endsSentence(line, layout.text)
  }

  /// Whether a line and a picture share a small box with next to nothing else in it: a caption without a name.
  func standsUnderPicture(_ i: Int) -> Bool {
    let line = layout.lines[i]
    guard line.count < 500, line.linkShare < 0.5 else { return false }
    // A short heading beside a picture is one more often than its caption.
    if weights.context[Int(line.node)].contains(.heading), line.count < 80 { return false }
    var box = Int(line.node)
    for _ in 0..<4 where box > root {
      if pictures(in: box) > 0 { return pictures(in: box) <= 2 && isAlone(i, in: box) }
      box = tree.parent(box)
    }
    return false
  }

  /// Whether no other line of more than a few words stands in an element.
  private func isAlone(_ i: Int, in box: Int) -> Bool {
    let lines = layout.lines
    for near in [i - 2, i - 1, i + 1, i + 2] where lines.indices.contains(near) {
      if tree.isBelow(Int(lines[near].firstNode), box), lines[near].count > 30 || near < i - 1 || near > i + 1 {
        return false
      }
    }
    return true
  }

  private func pictures(in node: Int) -> Int {
    Int(layout.picturesBefore[Int(tree.nodes[node].end)] - layout.picturesBefore[node])
  }

  /// What the page's data say under pictures and films stands there as a caption, wherever a line repeats it, perhaps with
  /// a day and a length behind it.
  mutating func markMedia(_ texts: Set<[UInt8]>) {
    let texts = texts.filter { $0.count >= Self.shortestMediaText && $0 != description }
    guard !texts.isEmpty else { return }
    var byOpening: [ArraySlice<UInt8>: [[UInt8]]] = [:]
    for text in texts { byOpening[text.prefix(Self.shortestMediaText), default: []].append(text) }
    for i in kinds.indices where kinds[i]?.isBody ?? false {
      let line = layout.lines[i]
      guard line.count >= Self.shortestMediaText, line.count < 1000 else { continue }
      let folded = Folded.bytes(layout.text[line.range])
      let alike = byOpening[folded.prefix(Self.shortestMediaText)] ?? []
      if alike.contains(where: { folded.starts(with: $0) && folded.count <= $0.count + 40 }) { kinds[i] = .caption }
    }
  }

  /// Folded bytes; what is shorter may be said twice by chance.
  private static let shortestMediaText = 25
}
