/// Tells whether two reports are one text.
struct CopyIndex {
  private let statements: [SourcedStatement]
  private let comparer: ClaimComparer
  private var shared: [Int: [Int: SharedText]] = [:]
  private var root: [Int: Int] = [:]

  init(_ sharedTexts: [SharedText], _ statements: [SourcedStatement], _ comparer: ClaimComparer) {
    self.statements = statements
    self.comparer = comparer
    let count = (sharedTexts.map(\.b) + statements.map(\.story)).max().map { $0 + 1 } ?? 0
    var sets = DisjointSets(count)
    for text in sharedTexts where text.a < count && text.b < count {
      shared[text.a, default: [:]][text.b] = text
      if text.extent == .derived { sets.union(text.a, text.b) }
    }
    for story in 0..<count { root[story] = sets.root(story) }
  }

  /// How many texts some stories are, copies counted once.
  func texts(_ stories: Set<Int>) -> Int { Set(stories.map { root[$0] ?? $0 }).count }

  func isCopy(_ i: Int, _ j: Int) -> Bool {
    let (x, y) = statements[i].story <= statements[j].story ? (i, j) : (j, i)
    let (s, t) = (statements[x].story, statements[y].story)
    guard s != t else { return false }
    if root[s] == root[t] { return true }
    if let text = shared[s]?[t] {
      for match in text.matches {
        let inA = statements[x].content.contains { $0.overlaps(match.a) }
        let inB = statements[y].content.contains { $0.overlaps(match.b) }
        if inA, inB { return true }
      }
    }
    return isVerbatim(statements[x], statements[y])
  }

  /// Nearly the same words outside of quotation marks, too many for chance.
  private func isVerbatim(_ a: SourcedStatement, _ b: SourcedStatement) -> Bool {
    guard !a.isQuoted, !b.isQuoted else { return false }
    let (x, y) = (a.statement.terms, b.statement.terms)
    guard min(x.count, y.count) >= 7 else { return false }
    let common = x.count { b.statement.contains($0.key) }
    return common * 10 >= max(x.count, y.count) * 9
  }
}
