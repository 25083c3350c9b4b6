/// Decides which statements deny which claims.
///
/// A denial is a report of the same claim on the other side, with an origin of its own. Which side is the claim: the one
/// that is not put as a denial; where neither is, the one that was published first.
struct DenialLinker {
  let statements: [SourcedStatement]
  let comparer: ClaimComparer
  /// The day of each story, `YYYY-MM-DD`.
  let published: [String?]
  /// Whether two statements come from one person, body, document or newsroom.
  let isSameSource: (_ a: Int, _ b: Int) -> Bool

  struct Outcome {
    /// For a group that denies, the group that it denies.
    var target: [Int: Int] = [:]
    /// Pairs of groups whose figures don't fit.
    var numbers: [(a: Int, b: Int)] = []
    /// Pairs of groups that contradict one another and are neither's denial.
    var others: [(a: Int, b: Int, why: String)] = []
  }

  func link(_ grouped: ClaimGrouper.Outcome) -> Outcome {
    var groupOf = [Int](repeating: 0, count: statements.count)
    for (g, group) in grouped.groups.enumerated() { for i in group { groupOf[i] = g } }
    var out = Outcome()
    var denied: Set<Int> = []
    linkBackwards(groupOf, &out, &denied, onlyReferences: true)
    var opposed: [[Int]: Set<Int>] = [:]
    for conflict in grouped.conflicts where groupOf[conflict.a] != groupOf[conflict.b] {
      opposed[[groupOf[conflict.a], groupOf[conflict.b]], default: []].insert(conflict.a)
      opposed[[groupOf[conflict.b], groupOf[conflict.a]], default: []].insert(conflict.b)
    }
    // A claim that somebody stands behind is denied rather than an outlet's remark.
    let sourced = grouped.conflicts.filter { statements[$0.a].stands && statements[$0.b].stands }
    let others = grouped.conflicts.filter { !(statements[$0.a].stands && statements[$0.b].stands) }
    var known: [[Int]: Bool] = [:]
    func denies(_ denial: Int, _ claim: Int) -> Bool {
      if let answer = known[[denial, claim]] { return answer }
      let answer = self.denies(grouped.groups[denial], grouped.groups[claim])
      known[[denial, claim]] = answer
      return answer
    }
    for conflict in sourced + others {
      let (p, q) = (groupOf[conflict.a], groupOf[conflict.b])
      guard p != q else { continue }
      if conflict.comparison.vetoes.contains(.number) {
        out.numbers.append((min(p, q), max(p, q)))
        continue
      }
      let side = comparer.denier(statements[conflict.a].statement, statements[conflict.b].statement)
      let (x, y) = (isPutAsDenial(grouped.groups[p]), isPutAsDenial(grouped.groups[q]))
      let isFirst = side != 0 ? side < 0 : x != y ? x : isLater(grouped.groups[p], than: grouped.groups[q])
      let (denial, claim) = isFirst ? (p, q) : (q, p)
      if out.target[denial] == claim { continue }
      // Only somebody else can deny, and most of what is said alike must deny it: two outlets' own words that differ in one
      // sentence are a difference, and so is what one source says in two ways.
      guard denies(denial, claim), out.target[denial] == nil, out.target[claim] == nil,
        !denied.contains(denial),
        (opposed[[denial, claim]]?.count ?? 0) * 2 >= grouped.groups[denial].count
      else {
        out.others.append((min(p, q), max(p, q), conflict.comparison.vetoes.first?.rawValue ?? "negation"))
        continue
      }
      out.target[denial] = claim
      denied.insert(claim)
    }
    linkBackwards(groupOf, &out, &denied, onlyReferences: false)
    return out
  }

  /// Whether somebody stands behind one group who doesn't stand behind the other.
  private func denies(_ denial: [Int], _ claim: [Int]) -> Bool {
    denial.contains { i in statements[i].stands && !claim.contains { isSameSource(i, $0) } }
  }

  /// "That is not so", "denied the report": a denial that names nothing denies what stands before it.
  ///
  /// - Parameter onlyReferences: Those that point back by their words ("that is not …"), whatever else they contradict; the
  ///   others are linked when nothing else is.
  private func linkBackwards(
    _ groupOf: [Int], _ out: inout Outcome, _ denied: inout Set<Int>, onlyReferences: Bool
  ) {
    for (i, one) in statements.enumerated() {
      let g = groupOf[i]
      guard case .actor(let speaker) = one.basis, speaker.kind != .document, out.target[g] == nil, !denied.contains(g),
        one.statement.length <= 24, one.isQuoted && one.statement.deniesBefore || one.denies && one.isBackReference
      else { continue }
      if onlyReferences, !one.isBackReference { continue }
      var best: Int?
      for (j, other) in statements.enumerated()
      where j != i && isInReach(of: one, other) {
        if case .actor(let before) = other.basis, before.name == speaker.name { continue }
        if !one.isBackReference, !comparer.shares(one.statement, other.statement, least: 2) { continue }
        // "That is not so" is said of what stands right before it; a denial with words of its own, of what it shares most with.
        if one.namesDenied, shared(by: one, with: other) == 0 { continue }
        if let known = best, !one.isBackReference || one.namesDenied {
          let (x, y) = (shared(by: one, with: statements[known]), shared(by: one, with: other))
          if x != y {
            if y > x { best = j }
            continue
          }
        }
        if best.map({ statements[$0].sentence < other.sentence }) ?? true { best = j }
      }
      guard let best, groupOf[best] != g, out.target[groupOf[best]] == nil else { continue }
      out.target[g] = groupOf[best]
      denied.insert(groupOf[best])
    }
  }

  /// What stands right before it in its story; anywhere in its story and in the others where it says what it denies.
  private func isInReach(of one: SourcedStatement, _ other: SourcedStatement) -> Bool {
    if one.namesDenied { return other.story != one.story || other.sentence != one.sentence }
    return other.story == one.story && other.sentence < one.sentence && one.sentence - other.sentence <= 3
  }

  /// How much of what a denial names another statement says.
  private func shared(by denial: SourcedStatement, with other: SourcedStatement) -> Int {
    comparer.common(denial.statement, other.statement)
  }

  private func isPutAsDenial(_ group: [Int]) -> Bool {
    group.contains { statements[$0].denies || statements[$0].statement.deniesBefore }
  }

  private func isLater(_ a: [Int], than b: [Int]) -> Bool {
    let first = { (group: [Int]) -> String? in group.compactMap { published[statements[$0].story] }.min() }
    if let x = first(a), let y = first(b), x != y { return x > y }
    return (a.first ?? 0) > (b.first ?? 0)
  }
}
