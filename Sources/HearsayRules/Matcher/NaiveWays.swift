import HearsayText

/// All ways in which the elements of a pattern fit from a position on, read from left to right.
struct NaiveWays {
  let engine: Engine
  let scanned: ScannedText
  let scope: Range<Int>

  struct Way {
    var end: Int
    /// The choices made: of two ways the one with the lesser trace is better.
    var trace: [Int] = []
    var gaps = 0
    var bounds: [(index: Int, position: Int)] = []
  }

  struct Anchor {
    var end: Int
    var place: Int
    var isEdge = false
    var trace: [Int] = []
  }

  /// `isLeft` says that the steps stand left of the anchor: their choices count from the right.
  func ways(
    steps: [AnchorPlan.Step], from start: Int, isLeft: Bool, _ phrases: any PhraseFinder
  ) -> [Way] {
    var ways = [Way(end: start)]
    for step in steps {
      switch step {
      case .bound(let index):
        for i in ways.indices { ways[i].bounds.append((index, ways[i].end)) }
      case .node(let node):
        ways = extend(ways, isLeft) { self.ways(node, from: $0, isLeft: isLeft, phrases) }
      }
    }
    return ways
  }

  /// Where an element can end that begins at a position, each place once.
  func ends(of node: PatternNode, from p: Int, _ phrases: any PhraseFinder) -> [Int] {
    var ends: [Int] = []
    for way in ways(node, from: p, isLeft: false, phrases) where !ends.contains(way.end) { ends.append(way.end) }
    return ends
  }

  private func extend(_ ways: [Way], _ isLeft: Bool, by more: (Int) -> [Way]) -> [Way] {
    ways.flatMap { way in
      more(way.end).map { next in
        Way(
          end: next.end, trace: isLeft ? next.trace + way.trace : way.trace + next.trace,
          gaps: way.gaps + next.gaps, bounds: way.bounds + next.bounds)
      }
    }
  }

  private func ways(
    _ node: PatternNode, from p: Int, isLeft: Bool, _ phrases: any PhraseFinder
  ) -> [Way] {
    switch node {
    case .word(let forms):
      return scope.contains(p) && forms.contains(scanned.tokens.form[p]) ? [Way(end: p + 1)] : []
    case .lexicon(let predicate, let hasPhrases):
      return entries(predicate, hasPhrases, at: p).map { Way(end: $0, trace: [p - $0]) }
    case .verb(let predicate, let hasPhrases, let form):
      return verbs(predicate, hasPhrases, form, from: p, isLeft: isLeft, phrases)
    case .type(let type):
      return self.phrases(type, from: p, phrases).enumerated().map { rank, end in
        Way(end: end, trace: [isLeft ? rankOfStart(p, type, to: end, phrases) : rank])
      }
    case .choice(let slot, let alternatives):
      return alternatives.enumerated().flatMap { number, nodes in
        var ways = [Way(end: p)]
        for node in nodes {
          ways = extend(ways, isLeft) { self.ways(node, from: $0, isLeft: isLeft, phrases) }
        }
        return ways.map { way in
          var way = way
          way.trace.insert(number, at: 0)
          if let slot { way.bounds += [(2 * slot, p), (2 * slot + 1, way.end)] }
          return way
        }
      }
    case .optional(let inner):
      let taken = ways(inner, from: p, isLeft: isLeft, phrases).map { way in
        var way = way
        way.trace.insert(0, at: 0)
        return way
      }
      return taken + [Way(end: p, trace: [1])]
    case .gap(let most):
      return (0...most).filter { p + $0 <= scope.upperBound }.map { Way(end: p + $0, trace: [$0], gaps: $0) }
    case .start:
      return p == scope.lowerBound ? [Way(end: p)] : []
    case .end:
      return engine.isEnd(p, in: scanned, scope: scope) ? [Way(end: p)] : []
    }
  }

  /// The ways to fit an anchor from a position on.
  func anchors(_ node: PatternNode, at p: Int, _ phrases: any PhraseFinder) -> [Anchor] {
    switch node {
    case .word(let forms):
      return scope.contains(p) && forms.contains(scanned.tokens.form[p]) ? [Anchor(end: p + 1, place: p)] : []
    case .lexicon(let predicate, let hasPhrases):
      return entries(predicate, hasPhrases, at: p).map { Anchor(end: $0, place: p, trace: [p - $0]) }
    case .verb(let predicate, let hasPhrases, let form):
      return heads(predicate, hasPhrases, form, from: p, phrases).map { found in
        Anchor(end: found.group.upperBound, place: found.head, trace: [found.head - found.entryEnd])
      }
    case .type(let type):
      return self.phrases(type, from: p, phrases).enumerated().map { Anchor(end: $1, place: p, trace: [$0]) }
    case .start:
      return p == scope.lowerBound ? [Anchor(end: p, place: p, isEdge: true)] : []
    case .end:
      guard engine.isEnd(p, in: scanned, scope: scope) else { return [] }
      return [Anchor(end: p, place: p, isEdge: true, trace: [scope.upperBound - p])]
    case .choice, .optional, .gap:
      return []
    }
  }

  /// The ends of the entries that begin at a token, the longest first.
  private func entries(_ predicate: Predicate, _ hasPhrases: Bool, at p: Int) -> [Int] {
    guard scope.contains(p) else { return [] }
    var ends: [Int] = []
    for hit in scanned.hits where hasPhrases && hit.start == p && hit.end > p + 1 && hit.end <= scope.upperBound {
      if scanned.has(hit, predicate) { ends.append(hit.end) }
    }
    if scanned.has(p, predicate) { ends.append(p + 1) }
    return ends
  }

  private struct Verb {
    var head: Int
    var entryEnd: Int
    var group: Range<Int>
  }

  /// The verb groups that begin at a position.
  private func heads(
    _ predicate: Predicate, _ hasPhrases: Bool, _ form: VerbForm, from p: Int, _ phrases: any PhraseFinder
  ) -> [Verb] {
    var found: [Verb] = []
    for head in p..<max(p, scope.upperBound) {
      for end in entries(predicate, hasPhrases, at: head) {
        guard let group = EntryEnds.verb(head: head, end: end, form, scope: scope, phrases) else { continue }
        if group.lowerBound == p { found.append(Verb(head: head, entryEnd: end, group: group)) }
      }
    }
    return found
  }

  private func verbs(
    _ predicate: Predicate, _ hasPhrases: Bool, _ form: VerbForm, from p: Int, isLeft: Bool,
    _ phrases: any PhraseFinder
  ) -> [Way] {
    heads(predicate, hasPhrases, form, from: p, phrases).compactMap { found in
      let distance = isLeft ? found.group.upperBound - 1 - found.head : found.head - p
      guard distance < Machine.verbReach else { return nil }
      return Way(end: found.group.upperBound, trace: [distance, found.head - found.entryEnd])
    }
  }

  private func phrases(_ type: PhraseType, from p: Int, _ phrases: any PhraseFinder) -> [Int] {
    guard scope.contains(p) else { return [] }
    var ends: [Int] = []
    phrases.ends(of: type, from: p, scope: scope, into: &ends)
    return ends.filter { $0 > p && $0 <= scope.upperBound }
  }

  private func rankOfStart(
    _ start: Int, _ type: PhraseType, to end: Int, _ phrases: any PhraseFinder
  ) -> Int {
    var starts: [Int] = []
    phrases.starts(of: type, to: end, scope: scope, into: &starts)
    return starts.firstIndex(of: start) ?? starts.count
  }
}
