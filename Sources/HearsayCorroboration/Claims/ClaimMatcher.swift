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
  public func statement(_ text: String, published: String? = nil) -> Statement {
    let scanned = rulebook.scan(SourceText(text))
    return reader.read([0..<scanned.count], of: scanned, in: reader.story(scanned, published: published))
  }

  /// - Parameter weights: From the stories that the statements are of; without them all words weigh alike.
  public func compare(_ a: Statement, _ b: Statement, weights: TermWeights = TermWeights()) -> ClaimComparison {
    ClaimComparer(weights: weights).compare(a, b)
  }
}
