import HearsayCorroboration
import HearsayIngest

/// Pairs of sentences, compared as claims.
public struct ClaimPairs: Sendable {
  public struct Pair: Sendable {
    public var a: String
    public var b: String
    /// The stories that the sentences are from, where the row says it.
    public var storyA: String?
    public var storyB: String?
    /// The gold: `same` or something else; nil where the row has none. It is never read to decide.
    public var label: String?

    /// Nil where a sentence is missing.
    public init?(_ row: JSONRows.Row) {
      guard let a = row.value["a"]?.string, let b = row.value["b"]?.string else { return nil }
      self.a = a
      self.b = b
      storyA = row.value["doc_a"]?.string
      storyB = row.value["doc_b"]?.string
      label = row.value["label"]?.string
    }
  }

  /// In the order of the pairs.
  public let comparisons: [ClaimComparison]

  /// Words are weighed by the stories that the sentences are from; a sentence without one is a story by itself.
  public init(_ pairs: [Pair], _ matcher: ClaimMatcher) {
    var statements: [String: Statement] = [:]
    var seen: Set<Key> = []
    var stories: [String: [Statement]] = [:]
    for pair in pairs {
      for (text, story) in [(pair.a, pair.storyA), (pair.b, pair.storyB)] {
        let statement = statements[text] ?? matcher.statement(text, keepsConditions: true)
        statements[text] = statement
        if seen.insert(Key(text: text, story: story)).inserted { stories[story ?? text, default: []].append(statement) }
      }
    }
    // One or two sentences of a story don't tell what is rare in it; all of them together do.
    let weights = TermWeights(pool: stories.keys.sorted().flatMap { stories[$0] ?? [] })
    // A long sentence says much that the other one leaves out, so what counts is how much two have in common, and not what part
    // of either it is: as much as one word and a half that nobody else has.
    let leastShared = weights.rarest * 3 / 2
    comparisons = pairs.map { pair in
      guard let a = statements[pair.a], let b = statements[pair.b] else {
        return ClaimComparison(verdict: .different, score: 0)
      }
      return matcher.compare(a, b, weights: weights, leastShared: leastShared)
    }
  }

  private struct Key: Hashable {
    var text: String
    var story: String?
  }

  /// How well `same` is found, among the pairs with a label.
  public static func agreement(_ pairs: [Pair], _ comparisons: [ClaimComparison]) -> Counts {
    var counts = Counts()
    for (pair, comparison) in zip(pairs, comparisons) where pair.label != nil {
      switch (pair.label == "same", comparison.verdict == .same) {
      case (true, true):
        counts.right += 1
        counts.found += 1
      case (true, false): counts.missed += 1
      case (false, true): counts.wrong += 1
      case (false, false): break
      }
    }
    return counts
  }
}
