import HearsayText

/// Brings statements that say the same together.
///
/// Statements that are word for word alike are compared once. Candidates come from an inverted index: for every pair the
/// weights of what both have are added up, and a pair that can't reach the threshold, whatever its words mean, is not compared.
/// Pairs are merged by falling score; two groups become one only when nothing in one is vetoed by anything in the other and
/// they are alike on average, so that a chain of near misses doesn't bind strangers. Statements come in a canonical order,
/// and every tie is broken by it: the order of the input can't be seen.
struct ClaimGrouper {
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
    let alike = Alike(statements, comparer)
    let kinds = alike.kinds.map { statements[$0[0]].statement }
    let stands = alike.kinds.map { $0.contains { statements[$0].stands } }
    var out = Outcome()
    var same: [(score: Int, a: Int, b: Int)] = []
    var known: [UInt64: ClaimComparison] = [:]
    for (a, b) in CandidateStatements(kinds, comparer).pairs() {
      let found = comparer.compare(kinds[a], kinds[b])
      known[ClaimGrouper.key(a, b)] = found
      switch found.verdict {
      case .same: same.append((found.score, a, b))
      case .conflict:
        for i in alike.kinds[a] {
          for j in alike.kinds[b] { out.conflicts.append(Conflict(a: min(i, j), b: max(i, j), comparison: found)) }
        }
      case .different: continue
      }
    }
    // What somebody stands behind first: an outlet's own remark must not bind two reports, or keep them apart.
    same.sort { x, y in
      let (p, q) = (stands[x.a] && stands[x.b], stands[y.a] && stands[y.b])
      if p != q { return p }
      return x.score != y.score ? x.score > y.score : (x.a, x.b) < (y.a, y.b)
    }
    var sets = DisjointSets(kinds.count)
    var members: [Int: [Int]] = [:]
    for pair in same {
      let (p, q) = (sets.root(pair.a), sets.root(pair.b))
      guard p != q else { continue }
      let left = members[p] ?? [p]
      let right = members[q] ?? [q]
      guard mayMerge(left, right, kinds, &known) else { continue }
      let root = sets.union(p, q)
      members[root] = (left + right).sorted()
    }
    var groups: [Int: [Int]] = [:]
    for kind in kinds.indices { groups[sets.root(kind), default: []] += alike.kinds[kind] }
    out.groups = groups.values.map { $0.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    out.conflicts.sort {
      $0.comparison.score != $1.comparison.score
        ? $0.comparison.score > $1.comparison.score : ($0.a, $0.b) < ($1.a, $1.b)
    }
    return out
  }

  private func mayMerge(
    _ left: [Int], _ right: [Int], _ kinds: [Statement], _ known: inout [UInt64: ClaimComparison]
  ) -> Bool {
    var sum = 0
    var count = 0
    for i in left.prefix(ClaimGrouper.sample) {
      for j in right.prefix(ClaimGrouper.sample) {
        let key = ClaimGrouper.key(i, j)
        let found = known[key] ?? comparer.compare(kinds[i], kinds[j])
        known[key] = found
        if found.verdict == .conflict { return false }
        // Somebody else did it: what says less than both ("it was hit by a bomb") must not bring the two together.
        let least = found.vetoes.contains(.actor) ? ClaimGrouper.average : comparer.threshold
        if found.verdict == .different, !found.vetoes.isEmpty, found.score >= least { return false }
        sum += found.score
        count += 1
      }
    }
    return count > 0 && sum / count >= ClaimGrouper.average
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}

/// Statements sorted into those that are word for word alike, as copies have them.
private struct Alike {
  /// Places of statements, ascending; kinds by their first.
  private(set) var kinds: [[Int]] = []

  init(_ statements: [SourcedStatement], _ comparer: ClaimComparer) {
    var kindOf: [Statement.Identity: Int] = [:]
    for (i, one) in statements.enumerated() {
      let identity = one.statement.identity
      // A statement that says too little to be the same as itself stays alone.
      if let kind = kindOf[identity],
        isSameSpeaker(one, statements[kinds[kind][0]])
          || comparer.compare(one.statement, one.statement).verdict == .same
      {
        kinds[kind].append(i)
      } else {
        kindOf[identity] = kinds.count
        kinds.append([i])
      }
    }
  }

  /// One person's words, however few, in two stories.
  private func isSameSpeaker(_ a: SourcedStatement, _ b: SourcedStatement) -> Bool {
    guard a.isQuoted, b.isQuoted, case .actor(let x) = a.basis, case .actor(let y) = b.basis else { return false }
    return x.name == y.name
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
