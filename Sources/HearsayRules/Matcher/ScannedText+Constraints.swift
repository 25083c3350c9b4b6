import HearsayText

/// What the `where` lines of a rule ask of its matches.
///
/// Asked of the text itself: a value that held it would cost a reference count for each of its arrays, for each match.
extension ScannedText {
  /// Whether all `where` lines hold. A test of a capture that took no part in the match fails, negated or not.
  func passes(
    _ match: RuleMatch, _ rule: CompiledRule, scope: Range<Int>, _ phrases: any PhraseFinder
  ) -> Bool {
    for constraint in rule.constraints where !passes(constraint, match, rule, scope: scope, phrases) {
      return false
    }
    return true
  }

  /// Whether one `where` line holds.
  func passes(
    _ constraint: CompiledConstraint, _ match: RuleMatch, _ rule: CompiledRule, scope: Range<Int>,
    _ phrases: any PhraseFinder
  ) -> Bool {
    answer(constraint.test, match, rule, scope, phrases).map { $0 != constraint.isNegated } ?? false
  }

  /// Nil when the test is about a capture that isn't there.
  private func answer(
    _ test: CompiledConstraint.Test, _ match: RuleMatch, _ rule: CompiledRule, _ scope: Range<Int>,
    _ phrases: any PhraseFinder
  ) -> Bool? {
    if case .inQuote = test { return isInQuote(match, rule) }
    guard let slot = test.slot, let range = match.slots[slot] else { return nil }
    switch test {
    case .inQuote: return nil
    case .isUnnamed: return phrases.isUnnamed(range)
    case .isCapitalised: return isCapitalised(range)
    case .isType(_, let type):
      var ends: [Int] = []
      phrases.ends(of: type, from: range.lowerBound, scope: scope, into: &ends)
      return ends.contains(range.upperBound)
    case .isSame(_, let other):
      return match.slots[other].map { tokens.form[range].elementsEqual(tokens.form[$0]) }
    case .outlet(_, let fits): return namesOutlet(range, fits)
    case .holds(_, let predicates): return holds(range, predicates)
    case .hasQuote: return opensQuotation(range)
    case .begins(_, let predicate):
      return !range.isEmpty && begins(predicate, at: range.lowerBound, before: range.upperBound)
    }
  }

  // Loops, here and below: a closure that looks into the text would copy it, with a reference count for each array.

  /// Whether an outlet's name lies in a range whose flag is set.
  private func namesOutlet(_ range: Range<Int>, _ fits: [Bool]) -> Bool {
    for i in range {
      for place in places(startingAt: i) where hits[place].end <= range.upperBound {
        if let outlet = hits[place].outlet, fits[outlet] { return true }
      }
    }
    return false
  }

  private func holds(_ range: Range<Int>, _ predicates: [Predicate]) -> Bool {
    for i in range {
      for predicate in predicates where begins(predicate, at: i, before: range.upperBound) { return true }
    }
    return false
  }

  private func opensQuotation(_ range: Range<Int>) -> Bool {
    for i in range where tokens.kind[i] == .quotationMark && tokens.flags[i].contains(.opens) { return true }
    return false
  }

  private func begins(_ predicate: Predicate, at i: Int, before end: Int) -> Bool {
    if has(i, predicate) { return true }
    for place in places(startingAt: i) where hits[place].end <= end && has(hits[place], predicate) { return true }
    return false
  }

  /// The cue if the rule has one, else the anchor: content in quotation marks is no reason to leave a rule out.
  private func isInQuote(_ match: RuleMatch, _ rule: CompiledRule) -> Bool {
    let i = rule.cue.flatMap { match.slots[$0] }?.lowerBound ?? match.anchor
    return i < count && tokens.flags[i].contains(.inQuotation)
  }

  /// Each word but the small ones inside begins with a capital.
  private func isCapitalised(_ range: Range<Int>) -> Bool {
    for i in range where tokens.kind[i] == .word && !tokens.flags[i].contains(.capitalised) {
      if i == range.lowerBound || tokens.span(i).count > 3 { return false }
    }
    return true
  }
}
