/// Tells whether two reports are one text.
struct CopyIndex {
  private let statements: [SourcedStatement]
  private let comparer: ClaimComparer
  private var shared: [Int: [Int: SharedText]] = [:]
  /// The first of the stories that are one text, for each of them.
  private var root: [Int: Int] = [:]

  init(_ sharedTexts: [SharedText], _ statements: [SourcedStatement], _ comparer: ClaimComparer) {
    self.statements = statements
    self.comparer = comparer
    let stories = Set(sharedTexts.flatMap { [$0.a, $0.b] } + statements.map(\.story)).sorted()
    var place: [Int: Int] = [:]
    for (i, story) in stories.enumerated() { place[story] = i }
    var sets = DisjointSets(stories.count)
    for text in sharedTexts {
      shared[text.a, default: [:]][text.b] = text
      if text.extent == .derived, let a = place[text.a], let b = place[text.b] { sets.union(a, b) }
    }
    for (i, story) in stories.enumerated() { root[story] = stories[sets.root(i)] }
  }

  /// How many texts some stories are, copies counted once.
  func texts(_ stories: Set<Int>) -> Int { Set(stories.map { root[$0] ?? $0 }).count }

  /// The same for all stories that are one text.
  func text(of story: Int) -> Int { root[story] ?? story }

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
