/// Decides between rules that attribute the same words.
public struct ConflictPolicy: Sendable {
  public let rulebook: Rulebook

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
  }

  /// A match that lost, and to which one.
  public struct Beaten: Sendable {
    public let match: RuleMatch
    /// The index in `kept` of the winner.
    public let by: Int
    public let reason: Reason
  }

  /// Why one match was preferred to another.
  public enum Reason: Sendable, Hashable {
    /// The winner's rule names the other in `over`.
    case over
    case longer
    case fewerGaps
    /// Nothing tells them apart but the order of the files: `hearsay rules test` reports it.
    case order
  }

  /// Splits matches into those that stand and those that lose to one of them, both in the order given.
  public func resolve(_ matches: [RuleMatch]) -> (kept: [RuleMatch], beaten: [Beaten]) {
    (matches, [])
  }
}
