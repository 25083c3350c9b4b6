import HearsayText

/// Brings statements that say the same together.
///
/// Candidates come from an inverted index over what is rare in their stories: names, words, synonyms, figures. Pairs are
/// merged by falling score; two groups become one only when nothing in one is vetoed by anything in the other and they are
/// alike on average, so that a chain of near misses doesn't bind strangers. Statements come in a canonical order, and every
/// tie is broken by it: the order of the input can't be seen.
struct ClaimGrouper {
  /// A posting list longer than this tells nothing apart.
  private static let widest = 600
  /// How alike two groups are on average before they are merged, in thousandths.
  private static let average = 300
  /// Members that stand for a large group.
  private static let sample = 16

  let comparer: ClaimComparer

  struct Conflict {
    var a: Int
    var b: Int
    var comparison: ClaimComparison
  }

  struct Outcome {
    /// Places of statements, ascending; groups by their first.
    var groups: [[Int]] = []
    /// Statements that contradict one another.
    var conflicts: [Conflict] = []
  }

  func group(_ statements: [SourcedStatement]) -> Outcome {
    var same: [(score: Int, a: Int, b: Int)] = []
    var out = Outcome()
    for (a, b) in candidates(statements) {
      let found = comparer.compare(statements[a].statement, statements[b].statement)
      switch found.verdict {
      case .same: same.append((found.score, a, b))
      case .conflict: out.conflicts.append(Conflict(a: a, b: b, comparison: found))
      case .different: continue
      }
    }
    // What somebody stands behind first: an outlet's own remark must not bind two reports, or keep them apart.
    let stands = statements.map(\.stands)
    same.sort { x, y in
      let (p, q) = (stands[x.a] && stands[x.b], stands[y.a] && stands[y.b])
      if p != q { return p }
      return x.score != y.score ? x.score > y.score : (x.a, x.b) < (y.a, y.b)
    }
    var sets = DisjointSets(statements.count)
    var members: [Int: [Int]] = [:]
    for pair in same {
      let (p, q) = (sets.root(pair.a), sets.root(pair.b))
      guard p != q else { continue }
      let left = members[p] ?? [p]
      let right = members[q] ?? [q]
      guard mayMerge(left, right, statements) else { continue }
      let root = sets.union(p, q)
      members[root] = (left + right).sorted()
    }
    var groups: [Int: [Int]] = [:]
    for i in statements.indices { groups[sets.root(i), default: []].append(i) }
    out.groups = groups.values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    out.conflicts.sort {
      $0.comparison.score != $1.comparison.score
        ? $0.comparison.score > $1.comparison.score : ($0.a, $0.b) < ($1.a, $1.b)
    }
    return out
  }

  private func mayMerge(_ left: [Int], _ right: [Int], _ statements: [SourcedStatement]) -> Bool {
    var sum = 0
    var count = 0
    for i in left.prefix(ClaimGrouper.sample) {
      for j in right.prefix(ClaimGrouper.sample) {
        let found = comparer.compare(statements[i].statement, statements[j].statement)
        if found.verdict == .conflict { return false }
        if found.verdict == .different, !found.vetoes.isEmpty, found.score >= comparer.threshold { return false }
        sum += found.score
        count += 1
      }
    }
    return count > 0 && sum / count >= ClaimGrouper.average
  }

  /// Pairs that share something rare, each once, in order.
  private func candidates(_ statements: [SourcedStatement]) -> [(Int, Int)] {
    var postings: [UInt64: [Int32]] = [:]
    for (i, one) in statements.enumerated() {
      var keys: Set<UInt64> = []
      for term in one.statement.terms {
        // Words of every second sentence propose nobody; the two others of a pair will.
        if comparer.weights.weight(term.key) >= 700 || statements.count < 400 {
          keys.insert(term.key)
          for sense in term.senses { keys.insert(0x5e5e_0000_0000_0000 | UInt64(sense)) }
          for opposite in term.opposites { keys.insert(0x0b0b_0000_0000_0000 | UInt64(opposite.pair)) }
        }
      }
      for quantity in one.statement.quantities {
        keys.insert(0x9a9a_0000_0000_0000 ^ UInt64(bitPattern: Int64(quantity.unit)) << 40 ^ UInt64(1))
      }
      for key in keys { postings[key, default: []].append(Int32(i)) }
    }
    var pairs: Set<UInt64> = []
    for list in postings.values where list.count > 1 && list.count <= ClaimGrouper.widest {
      for x in list.indices {
        for y in list.index(after: x)..<list.endIndex { pairs.insert(UInt64(list[x]) << 32 | UInt64(list[y])) }
      }
    }
    return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }
}

/// Union–find; the smallest member is the root, so that nothing depends on the order of the unions.
struct DisjointSets {
  private var parent: [Int]

  init(_ count: Int) { parent = Array(0..<count) }

  mutating func root(_ i: Int) -> Int {
    var i = i
    while parent[i] != i {
      parent[i] = parent[parent[i]]
      i = parent[i]
    }
    return i
  }

  /// - Returns: The root of both.
  @discardableResult
  mutating func union(_ a: Int, _ b: Int) -> Int {
    let (p, q) = (root(a), root(b))
    let (low, high) = p < q ? (p, q) : (q, p)
    parent[high] = low
    return low
  }
}
