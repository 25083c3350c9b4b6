/// Ways to settle what several sources say of each object. All of them see reports only, never what is true.
public enum Fusion: String, CaseIterable, Sendable {
  /// One vote a source.
  case vote
  /// One vote a group of copiers.
  case groups
  /// One vote a group, which weighs what the group has been right before: ACCU over groups instead of sources.
  case trusted
  /// Trust and confidence by turns (Yin, Han and Yu 2007).
  case truthFinder = "truthfinder"
  /// Accuracy and probability by turns, sources independent (Dong, Berti-Équille and Srivastava 2009).
  case accu

  public var title: String {
    switch self {
    case .vote: "vote, one a source"
    case .groups: "vote, one a group"
    case .trusted: "groups by their trust"
    case .truthFinder: "TruthFinder"
    case .accu: "ACCU"
    }
  }

  /// The value of each object, by place in `table.values`; ties go to the value whose bytes come first.
  ///
  /// - Parameter trust: What `trusted` weighs by; learnt from the table itself when it is nil.
  public func values(_ table: ReportTable, groups: SourceGroups, trust: GroupTrust? = nil) -> [Int] {
    switch self {
    case .vote: table.reports.map { Plurality.winner(of: $0.map(\.value)) }
    case .groups: Ballots(table, groups).reports.map { Plurality.winner(of: $0.map(\.value)) }
    case .trusted: (trust ?? GroupTrust(learnedFrom: [table], groups)).values(table, groups)
    case .truthFinder: IterativeFusion(table).truthFinder()
    case .accu: IterativeFusion(table).accu()
    }
  }
}

/// The two classical iterations. Sums run in a fixed order, so the same input gives the same bits.
struct IterativeFusion {
  private static let rounds = 20

  private let table: ReportTable
  /// The different values of each object, ascending, with the sources that give each.
  private let facts: [[(value: Int, sources: [Int])]]

  init(_ table: ReportTable) {
    self.table = table
    facts = table.reports.map { reports in
      var facts: [(value: Int, sources: [Int])] = []
      for report in reports.sorted(by: { ($0.value, $0.source) < ($1.value, $1.source) }) {
        if facts.last?.value == report.value {
          facts[facts.count - 1].sources.append(report.source)
        } else {
          facts.append((report.value, [report.source]))
        }
      }
      return facts
    }
  }

  /// σ(f) = Σ −ln(1 − t(s)), confidence 1 / (1 + e^(−γσ)) with γ = .3, t(s) the mean confidence; t = .9 at first.
  func truthFinder() -> [Int] {
    iterate(start: 0.9) { trust, fact in
      fact.map { item in
        let sum = item.sources.reduce(0.0) { $0 - Exponential.ln(1 - min(trust[$1], 1 - 1e-9)) }
        return 1 / (1 + Exponential.exp(-0.3 * sum))
      }
    }
  }

  /// C(v) = Σ ln(n·A / (1 − A)) with n = 50 wrong values, the probabilities their softmax, A the mean probability; A = .8 at first.
  func accu() -> [Int] {
    iterate(start: 0.8) { accuracy, fact in
      let scores = fact.map { item in
        item.sources.reduce(0.0) { sum, source in
          let a = min(max(accuracy[source], 0.01), 0.99)
          return sum + Exponential.ln(50 * a / (1 - a))
        }
      }
      let top = scores.max() ?? 0
      let powers = scores.map { Exponential.exp($0 - top) }
      let whole = powers.reduce(0, +)
      return powers.map { $0 / whole }
    }
  }

  private func iterate(start: Double, _ weigh: ([Double], [(value: Int, sources: [Int])]) -> [Double]) -> [Int] {
    var trust = [Double](repeating: start, count: table.sources.count)
    var weights: [[Double]] = []
    for _ in 0..<IterativeFusion.rounds {
      weights = facts.map { weigh(trust, $0) }
      var sums = [Double](repeating: 0, count: trust.count)
      var counts = [Int](repeating: 0, count: trust.count)
      for (fact, weight) in zip(facts, weights) {
        for (item, confidence) in zip(fact, weight) {
          for source in item.sources {
            sums[source] += confidence
            counts[source] += 1
          }
        }
      }
      for source in trust.indices where counts[source] > 0 { trust[source] = sums[source] / Double(counts[source]) }
    }
    return zip(facts, weights).map { fact, weight in
      var best = 0
      for i in fact.indices where weight[i] > weight[best] { best = i }
      return fact.isEmpty ? -1 : fact[best].value
    }
  }
}
