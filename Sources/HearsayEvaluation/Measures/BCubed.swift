/// Agreement of two ways to cut the same items into clusters.
///
/// BCubed (Bagga and Baldwin 1998): for each item the share of its predicted cluster that belongs with it, and the share of
/// those that belong with it that are in its predicted cluster; both averaged over the items.
public struct ClusterAgreement: Sendable {
  public var precision: Double
  public var recall: Double
  public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
  /// Of the pairs of items that stand in one cluster.
  public var pairs: Counts

  /// The clusters of each item, by place; both lists must be as long.
  public init(gold: [String], predicted: [Int]) {
    precondition(gold.count == predicted.count, "an item without a cluster on one side")
    var goldSizes: [String: Int] = [:]
    var predictedSizes: [Int: Int] = [:]
    var both: [Cell: Int] = [:]
    for (g, p) in zip(gold, predicted) {
      goldSizes[g, default: 0] += 1
      predictedSizes[p, default: 0] += 1
      both[Cell(gold: g, predicted: p), default: 0] += 1
    }
    var precision = 0.0
    var recall = 0.0
    for (g, p) in zip(gold, predicted) {
      let shared = both[Cell(gold: g, predicted: p)] ?? 0
      precision += Counts.ratio(shared, predictedSizes[p] ?? 0)
      recall += Counts.ratio(shared, goldSizes[g] ?? 0)
    }
    self.precision = gold.isEmpty ? 0 : precision / Double(gold.count)
    self.recall = gold.isEmpty ? 0 : recall / Double(gold.count)
    func pairCount(_ n: Int) -> Int { n * (n - 1) / 2 }
    let right = both.values.reduce(0) { $0 + pairCount($1) }
    pairs = Counts(
      right: right, wrong: predictedSizes.values.reduce(0) { $0 + pairCount($1) } - right,
      found: right, missed: goldSizes.values.reduce(0) { $0 + pairCount($1) } - right)
  }

  private struct Cell: Hashable {
    var gold: String
    var predicted: Int
  }
}
