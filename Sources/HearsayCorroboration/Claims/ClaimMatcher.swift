import HearsayRules
import HearsayText

/// Compares statements of any texts: what `hearsay evaluate claims` asks, and what corroboration is made of.
///
/// A worker makes one for a rulebook and keeps it; it may be used by several threads.
public struct ClaimMatcher: Sendable {
  let reader: StatementReader
  private let rulebook: Rulebook

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    reader = StatementReader(rulebook)
  }

  /// The statement that a bare sentence makes.
  ///
  /// - Parameter published: `YYYY-MM-DD`, so that "in 2011" can be told from the present; nil where it isn't known.
  /// - Parameter keepsConditions: Takes what stands in a condition or a time clause as said.
  public func statement(_ text: String, published: String? = nil, keepsConditions: Bool = false) -> Statement {
    let scanned = rulebook.scan(SourceText(text))
    return reader.read(
      [0..<scanned.count], of: scanned, in: reader.story(scanned, published: published),
      keepsConditions: keepsConditions)
  }

  /// - Parameters:
  ///   - weights: From the stories that the statements are of; without them all words weigh alike.
  ///   - leastShared: From how much in common on two statements that somebody has chosen are about the same, in thousandths of
  ///     a bit. Among all statements of a dossier few pairs are, so the default asks for much of what either says.
  public func compare(
    _ a: Statement, _ b: Statement, weights: TermWeights = TermWeights(), leastShared: Int? = nil
  ) -> ClaimComparison {
    var comparer = ClaimComparer(weights: weights)
    comparer.leastShared = leastShared
    return comparer.compare(a, b)
  }
}
