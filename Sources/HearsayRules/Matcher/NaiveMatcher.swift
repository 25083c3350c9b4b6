import HearsayText

/// The same matches as `Matcher` finds, by trying every rule at every position from left to right, all ways at once.
///
/// This is what the matcher is tested against, so it is written to be read: no index, no instructions, no direction,
/// no budget, and time that grows exponentially with the pattern. It shares with the matcher how names are looked up
/// and which element of a pattern is its anchor, because that says how often a pattern matches; and `where` is asked
/// by the same code.
public struct NaiveMatcher: Sendable {
  public let rulebook: Rulebook
  /// Drafts are matched too.
  private let ignoresStatus: Bool

  public init(_ rulebook: Rulebook) {
    self.init(rulebook, ignoringStatus: false)
  }

  init(_ rulebook: Rulebook, ignoringStatus: Bool) {
    self.rulebook = rulebook
    ignoresStatus = ignoringStatus
  }

  /// Appends the matches of all rules for one kind of scope, in the order of `Matcher.match`.
  public func match(
    _ scanned: ScannedText, scope: Range<Int>, kind: Rule.Scope, phrases: any PhraseFinder,
    into matches: inout [RuleMatch]
  ) {
    let first = matches.count
    for rule in rulebook.rules.indices {
      match(scanned, scope: scope, kind: kind, only: rule, phrases: phrases, into: &matches)
    }
    RuleMatch.arrange(&matches, from: first)
  }

  /// The same for one rule.
  func match(
    _ scanned: ScannedText, scope: Range<Int>, kind: Rule.Scope, only number: Int, phrases: any PhraseFinder,
    into matches: inout [RuleMatch]
  ) {
    let rule = rulebook.rules[number]
    guard rule.scope == kind, ignoresStatus || rulebook.running.contains(rule.status) else { return }
    let compiled = rulebook.engine.rules[number]
    for match in unchecked(number, scanned, scope, phrases) {
      if isExcepted(match, compiled, scanned, scope, phrases) { continue }
      if scanned.passes(match, compiled, scope: scope, phrases) { matches.append(match) }
    }
  }

  /// The matches of a rule's patterns before `unless` and `where` are asked.
  func unchecked(
    _ number: Int, _ scanned: ScannedText, _ scope: Range<Int>, _ phrases: any PhraseFinder
  ) -> [RuleMatch] {
    let scope = scope.clamped(to: 0..<scanned.count)
    guard !scope.isEmpty else { return [] }
    return rulebook.plans.patterns[number].enumerated().flatMap { pattern, plans in
      best(plans, scanned, scope, phrases).map { fit in
        RuleMatch(
          rule: number, pattern: pattern, range: fit.range, anchor: fit.anchor, gaps: fit.gaps,
          names: rulebook.engine.rules[number].names, slots: fit.slots)
      }
    }
  }

  /// One way to fit a plan.
  struct Fit {
    var range: Range<Int>
    var anchor: Int
    var gaps: Int
    var slots: CaptureSlots
    /// The edge of the scope is the anchor.
    var isEdge: Bool
    /// The choices made, in the order that decides which way is best.
    var trace: [Int]
  }

  /// The best way for each place of the anchor; at one place, of the first plan that fits there.
  private func best(
    _ plans: [AnchorPlan], _ scanned: ScannedText, _ scope: Range<Int>, _ phrases: any PhraseFinder
  ) -> [Fit] {
    var found: [Fit] = []
    for plan in plans {
      var own: [Int: Fit] = [:]
      for start in scope.lowerBound...scope.upperBound {
        for fit in fits(plan, from: start, scanned, scope, phrases) {
          let place = fit.isEdge ? -1 : fit.anchor
          if own[place].map({ fit.trace.lexicographicallyPrecedes($0.trace) }) ?? true { own[place] = fit }
        }
      }
      for place in own.keys.sorted() {
        guard let fit = own[place], !fit.range.isEmpty else { continue }
        if place >= 0, found.contains(where: { !$0.isEdge && $0.anchor == place }) { continue }
        found.append(fit)
      }
    }
    return found
  }

  /// All ways to fit a plan that begin at a position.
  private func fits(
    _ plan: AnchorPlan, from start: Int, _ scanned: ScannedText, _ scope: Range<Int>, _ phrases: any PhraseFinder
  ) -> [Fit] {
    let ways = NaiveWays(engine: rulebook.engine, scanned: scanned, scope: scope)
    var fits: [Fit] = []
    for left in ways.ways(steps: plan.left.reversed(), from: start, isLeft: true, phrases) {
      for anchor in ways.anchors(plan.anchor, at: left.end, phrases) {
        for right in ways.ways(steps: plan.right, from: anchor.end, isLeft: false, phrases) {
          var slots = CaptureSlots()
          for bound in left.bounds + right.bounds { slots.setBound(bound.index, Int32(bound.position)) }
          fits.append(
            Fit(
              range: start..<right.end, anchor: anchor.place, gaps: left.gaps + right.gaps, slots: slots,
              isEdge: anchor.isEdge, trace: anchor.trace + left.trace + right.trace))
        }
      }
    }
    return fits
  }

  func isExcepted(
    _ match: RuleMatch, _ rule: CompiledRule, _ scanned: ScannedText, _ scope: Range<Int>,
    _ phrases: any PhraseFinder
  ) -> Bool {
    let focus = Machine.focus(of: match, rule)
    let window = Machine.window(round: focus, scope: scope)
    for plan in rulebook.plans.exceptions[match.rule] {
      for fit in best([plan], scanned, scope, phrases) where fit.isEdge || window.contains(fit.anchor) {
        if fit.range.overlaps(focus) { return true }
      }
    }
    return false
  }
}
