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

  /// - Parameters:
  ///   - weights: From the stories that the statements are of; without them all words weigh alike.
  ///   - threshold: From which score on two statements say the same, in thousandths. Among all statements of a dossier few
  ///     pairs do, so the default asks for much; pairs that somebody has chosen deserve less.
  public func compare(
    _ a: Statement, _ b: Statement, weights: TermWeights = TermWeights(), threshold: Int = 400
  ) -> ClaimComparison {
    var comparer = ClaimComparer(weights: weights)
    comparer.threshold = threshold
    return comparer.compare(a, b)
  }
}
