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
    switch test {
    case .inQuote:
      return isInQuote(match, rule)
    case .isUnnamed(let slot):
      return match.slots[slot].map(phrases.isUnnamed)
    case .isCapitalised(let slot):
      return match.slots[slot].map(isCapitalised)
    case .isType(let slot, let type):
      return match.slots[slot].map { range in
        var ends: [Int] = []
        phrases.ends(of: type, from: range.lowerBound, scope: scope, into: &ends)
        return ends.contains(range.upperBound)
      }
    case .isSame(let a, let b):
      guard let a = match.slots[a], let b = match.slots[b] else { return nil }
      return tokens.form[a].elementsEqual(tokens.form[b])
    case .outlet(let slot, let fits):
      return match.slots[slot].map { range in
        range.contains { i in
          hits(startingAt: i).contains { hit in
            hit.end <= range.upperBound && (hit.outlet.map { fits[$0] } ?? false)
          }
        }
      }
    case .holds(let slot, let predicates):
      return match.slots[slot].map { range in
        predicates.contains { predicate in range.contains { begins(predicate, at: $0, before: range.upperBound) } }
      }
    case .hasQuote(let slot):
      return match.slots[slot].map { range in
        range.contains {
          tokens.kind[$0] == .quotationMark && tokens.flags[$0].contains(.opens)
        }
      }
    case .begins(let slot, let predicate):
      return match.slots[slot].map { !$0.isEmpty && begins(predicate, at: $0.lowerBound, before: $0.upperBound) }
    }
  }

  private func begins(_ predicate: Predicate, at i: Int, before end: Int) -> Bool {
    has(i, predicate)
      || hits(startingAt: i).contains { $0.end <= end && has($0, predicate) }
  }

  /// The cue if the rule has one, else the anchor: content in quotation marks is no reason to leave a rule out.
  private func isInQuote(_ match: RuleMatch, _ rule: CompiledRule) -> Bool {
    let i = rule.cue.flatMap { match.slots[$0] }?.lowerBound ?? match.anchor
    return i < count && tokens.flags[i].contains(.inQuotation)
  }

  /// Each word but the small ones inside begins with a capital.
  private func isCapitalised(_ range: Range<Int>) -> Bool {
    return range.allSatisfy { i in
      let isSmall = i > range.lowerBound && tokens.span(i).count <= 3
      return tokens.kind[i] != .word || isSmall || tokens.flags[i].contains(.capitalised)
    }
  }
}
