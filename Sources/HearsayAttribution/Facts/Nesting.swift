import HearsayText

/// Decides which attributions stand inside others.
///
/// An attribution whose cue stands in another's content or source is told at second hand. Speech inside speech is kept,
/// with the outer one's id; a wish, belief or judgement inside somebody's words is part of these words.
struct Nesting: Sendable {
  /// Sets `within` and removes what is part of another content.
  func settle(_ drafts: inout [Draft]) {
    cutAtTrailingCues(&drafts)
    drafts.sort { ($0.cue.lowerBound, $0.hull.lowerBound) < ($1.cue.lowerBound, $1.hull.lowerBound) }
    var remove = Set<Int>()
    var outerOf = [Int?](repeating: nil, count: drafts.count)
    // Few drafts reach as far as another's cue, which two numbers tell.
    let reaches = drafts.map(reach)
    for i in drafts.indices {
      var best: Int?
      let cue = drafts[i].cue
      for j in drafts.indices
      where j != i && reaches[j].lowerBound <= cue.lowerBound && cue.upperBound <= reaches[j].upperBound
        && holds(drafts[j], cue)
      {
        // Of two that hold each other's cue the longer is outside; of two alike the first.
        if holds(drafts[i], drafts[j].cue), (size(drafts[i]), j) > (size(drafts[j]), i) { continue }
        if best == nil || size(drafts[j]) < size(drafts[best ?? j]) { best = j }
      }
      outerOf[i] = best
      if best != nil, !drafts[i].isSpeech { remove.insert(i) }
    }
    // Where the outer one goes, its own outer one takes its place.
    var newIndex = [Int](repeating: -1, count: drafts.count)
    var next = 0
    for i in drafts.indices where !remove.contains(i) {
      newIndex[i] = next
      next += 1
    }
    for i in drafts.indices {
      var outer = outerOf[i]
      var steps = 0
      while let o = outer, remove.contains(o), steps < drafts.count {
        outer = outerOf[o]
        steps += 1
      }
      drafts[i].within = outer.flatMap { newIndex[$0] >= 0 && $0 != i ? newIndex[$0] : nil }
    }
    drafts = drafts.indices.filter { !remove.contains($0) }.map { drafts[$0] }
    breakCycles(&drafts)
  }

  /// Three pieces that overlap can each hold the next one's cue; the first of such a ring stands outside.
  private func breakCycles(_ drafts: inout [Draft]) {
    for i in drafts.indices {
      var outer = drafts[i].within
      var steps = 0
      while let o = outer, o != i, steps < drafts.count {
        outer = drafts[o].within
        steps += 1
      }
      if outer == i { drafts[i].within = nil }
    }
  }

  /// "X wants Y, Z reported": what X wants ends where the words of Z's attribution begin, which stands around it.
  private func cutAtTrailingCues(_ drafts: inout [Draft]) {
    let cues = drafts.map(\.cue)
    for i in drafts.indices {
      let end = reach(drafts[i]).upperBound
      for j in drafts.indices where cues[j].lowerBound > cues[i].lowerBound && cues[j].upperBound <= end {
        guard holds(drafts[i], drafts[j].cue), let first = drafts[j].content.first,
          first.lowerBound <= drafts[i].cue.lowerBound, first.upperBound >= drafts[i].cue.upperBound
        else { continue }
        let border = min(
          drafts[j].cue.lowerBound, drafts[j].sourceIsShared ? .max : drafts[j].source?.lowerBound ?? .max)
        drafts[i].content = drafts[i].content.compactMap { piece in
          guard piece.upperBound > border else { return piece }
          let end = min(piece.upperBound, min(border, first.upperBound))
          return end > piece.lowerBound ? piece.lowerBound..<end : nil
        }
      }
    }
    drafts.removeAll { $0.content.isEmpty && !$0.awaitsNext }
  }

  private func holds(_ d: Draft, _ cue: Range<Int>) -> Bool {
    d.content.contains { $0.lowerBound <= cue.lowerBound && cue.upperBound <= $0.upperBound }
      || (d.source.map { !d.sourceIsShared && $0.lowerBound <= cue.lowerBound && cue.upperBound <= $0.upperBound }
        ?? false)
  }

  /// From the first to the last token that `holds` looks at.
  private func reach(_ d: Draft) -> Range<Int> {
    var low = Int.max
    var high = 0
    for piece in d.content {
      low = min(low, piece.lowerBound)
      high = max(high, piece.upperBound)
    }
    if let source = d.source, !d.sourceIsShared {
      low = min(low, source.lowerBound)
      high = max(high, source.upperBound)
    }
    return min(low, high)..<high
  }

  private func size(_ d: Draft) -> Int { d.content.reduce(0) { $0 + $1.count } }
}
