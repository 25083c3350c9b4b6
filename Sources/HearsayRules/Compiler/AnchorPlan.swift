import HearsayText

/// A pattern seen from one of its elements: what is looked up, and what has to stand to its left and right.
///
/// A pattern has one plan, or several when its best anchor is a choice: one for each alternative then.
struct AnchorPlan: Sendable {
  enum Step: Sendable {
    case node(PatternNode)
    /// Writes the position into a capture: `2 * slot` for its start, `2 * slot + 1` for its end.
    case bound(Int)
  }

  /// Never a choice, an optional element or a gap.
  var anchor: PatternNode
  /// From the anchor outwards.
  var left: [Step] = []
  /// From the anchor outwards.
  var right: [Step] = []
  /// The share of tokens where the plan is tried.
  var frequency: Double
}

/// Chooses anchors: of the elements that every match must hold, the one that comes up least.
struct AnchorPlanner {
  let frequency: (PatternNode) -> Double

  /// The plans for a sequence, or nil when it can match without any token or edge that could be looked up.
  func plans(for nodes: [PatternNode]) -> [AnchorPlan]? {
    var best: (index: Int, plans: [AnchorPlan], cost: Double)?
    for (index, node) in nodes.enumerated() {
      guard let plans = plans(for: node) else { continue }
      let cost = plans.reduce(0) { $0 + $1.frequency }
      // Of equals the first is taken, so that plans don't depend on anything but the pattern.
      if best.map({ cost < $0.cost }) ?? true { best = (index, plans, cost) }
    }
    guard let best else { return nil }
    return best.plans.map { plan in
      var plan = plan
      plan.left += nodes[..<best.index].reversed().map { .node($0) }
      plan.right += nodes[(best.index + 1)...].map { .node($0) }
      return plan
    }
  }

  private func plans(for node: PatternNode) -> [AnchorPlan]? {
    switch node {
    case .optional, .gap:
      return nil
    case .word, .lexicon, .verb, .type, .start, .end:
      return [AnchorPlan(anchor: node, frequency: frequency(node))]
    case .choice(let slot, let alternatives):
      var all: [AnchorPlan] = []
      for alternative in alternatives {
        guard let plans = plans(for: alternative) else { return nil }
        all += plans
      }
      guard let slot else { return all }
      return all.map { plan in
        var plan = plan
        plan.left.append(.bound(2 * slot))
        plan.right.append(.bound(2 * slot + 1))
        return plan
      }
    }
  }
}
