/// How often each group of sources is right, as far as the groups among themselves can tell; nothing of what is true is read.
///
/// ACCU's iteration (Dong, Berti-Équille and Srivastava 2009) over groups instead of sources: without the copies, whoever agrees
/// with many is probably right, and not merely loud. A vote weighs ln(n·A / (1 − A)) with n = 10 wrong values a thing.
public struct GroupTrust: Sendable {
  private static let rounds = 6
  private static let start = 0.8
  private static let wrongValues = 10.0

  /// The share of what a group says that is right, by its name.
  private var accuracy: [String: Double] = [:]

  /// - Parameter tables: What is learnt from, each by itself.
  public init(learnedFrom tables: [ReportTable], _ groups: SourceGroups) {
    let ballots = tables.map { Ballots($0, groups) }
    for _ in 0..<GroupTrust.rounds {
      var right: [String: Double] = [:]
      var all: [String: Int] = [:]
      for table in ballots {
        let weights = table.groups.map(weight)
        var sums = [Double](repeating: 0, count: weights.count)
        var counts = [Int](repeating: 0, count: weights.count)
        // What one group alone says tells nothing of it.
        for ballots in table.reports where ballots.count > 1 {
          let probability = GroupTrust.probabilities(ballots, weights)
          for (ballot, p) in zip(ballots, probability) {
            sums[ballot.group] += p
            counts[ballot.group] += 1
          }
        }
        for (group, name) in table.groups.enumerated() {
          right[name, default: 0] += sums[group]
          all[name, default: 0] += counts[group]
        }
      }
      for (name, count) in all where count > 0 { accuracy[name] = (right[name] ?? 0) / Double(count) }
    }
  }

  /// The value with the greatest weight for each object, by place in `table.values`.
  func values(_ table: ReportTable, _ groups: SourceGroups) -> [Int] {
    let ballots = Ballots(table, groups)
    let weights = ballots.groups.map(weight)
    return ballots.reports.map { ballots in
      let probability = GroupTrust.probabilities(ballots, weights)
      var best: (value: Int, probability: Double)?
      for (ballot, p) in zip(ballots, probability) {
        guard let known = best else {
          best = (ballot.value, p)
          continue
        }
        if p > known.probability || (p == known.probability && ballot.value < known.value) { best = (ballot.value, p) }
      }
      return best?.value ?? -1
    }
  }

  private func weight(_ group: String) -> Double {
    let a = min(max(accuracy[group] ?? GroupTrust.start, 0.05), 0.99)
    return Exponential.ln(GroupTrust.wrongValues * a / (1 - a))
  }

  /// For each ballot the probability of its value: the softmax of the values' weights. Values are summed in the order of the
  /// ballots, so equal ones have the same bits.
  private static func probabilities(_ ballots: [Ballots.Ballot], _ weights: [Double]) -> [Double] {
    let scores = ballots.map { ballot in
      ballots.reduce(0.0) { $1.value == ballot.value ? $0 + weights[$1.group] : $0 }
    }
    let top = scores.max() ?? 0
    var whole = 0.0
    for (i, ballot) in ballots.enumerated() where !ballots[..<i].contains(where: { $0.value == ballot.value }) {
      whole += Exponential.exp(scores[i] - top)
    }
    return scores.map { Exponential.exp($0 - top) / whole }
  }
}
