import HearsayText

/// Asks of a match what its rule asks: `unless` first, then `where`.
struct MatchCheck {
  let engine: Engine
  let scanned: ScannedText
  let scope: Range<Int>

  /// How far from the words that count an exception's anchor is looked for.
  static let exceptionReach = 12

  /// The words that exceptions and quotation marks are about: the cue, or the whole match of a rule without one.
  static func focus(of match: RuleMatch, _ rule: CompiledRule) -> Range<Int> {
    if let cue = rule.cue, let range = match.slots[cue], !range.isEmpty { return range }
    return match.range
  }

  /// Where anchors of exceptions are looked for.
  static func window(round focus: Range<Int>, scope: Range<Int>) -> Range<Int> {
    (focus.lowerBound - exceptionReach..<focus.upperBound + exceptionReach).clamped(to: scope)
  }

  /// Whether an `unless` pattern fits so that it shares a token with the words that count.
  func isExcepted(
    _ match: RuleMatch, _ rule: CompiledRule, _ machine: inout Machine, _ phrases: some PhraseFinder
  ) -> Bool {
    guard !rule.exceptions.isEmpty else { return false }
    let focus = Self.focus(of: match, rule)
    let window = Self.window(round: focus, scope: scope)
    for program in rule.exceptions {
      switch program.anchor {
      case .start, .end:
        if fits(program, at: -1, focus, &machine, phrases) { return true }
      case .word(let first, let count):
        for i in window where engine.holds(scanned.tokens.form[i], first: first, count: count) {
          if fits(program, at: i, focus, &machine, phrases) { return true }
        }
      case .lexicon, .verb, .type:
        for i in window where fits(program, at: i, focus, &machine, phrases) { return true }
      }
    }
    return false
  }

  private func fits(
    _ program: Program, at i: Int, _ focus: Range<Int>, _ machine: inout Machine, _ phrases: some PhraseFinder
  ) -> Bool {
    machine.fit(program, at: i, engine, scanned, scope, phrases).map { $0.range.overlaps(focus) } ?? false
  }

  /// Whether all `where` lines hold. A test of a capture that took no part in the match fails, negated or not.
  func holds(_ match: RuleMatch, _ rule: CompiledRule, _ phrases: some PhraseFinder) -> Bool {
    for constraint in rule.constraints {
      guard let answer = answer(constraint.test, match, rule, phrases), answer != constraint.isNegated else {
        return false
      }
    }
    return true
  }

  /// Nil when the test is about a capture that isn't there.
  private func answer(
    _ test: CompiledConstraint.Test, _ match: RuleMatch, _ rule: CompiledRule, _ phrases: some PhraseFinder
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
      return scanned.tokens.form[a].elementsEqual(scanned.tokens.form[b])
    case .outlet(let slot, let fits):
      return match.slots[slot].map { range in
        range.contains { i in
          scanned.hits(startingAt: i).contains { hit in
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
          scanned.tokens.kind[$0] == .quotationMark && scanned.tokens.flags[$0].contains(.opens)
        }
      }
    case .begins(let slot, let predicate):
      return match.slots[slot].map { !$0.isEmpty && begins(predicate, at: $0.lowerBound, before: $0.upperBound) }
    }
  }

  private func begins(_ predicate: Predicate, at i: Int, before end: Int) -> Bool {
    scanned.has(i, predicate)
      || scanned.hits(startingAt: i).contains { $0.end <= end && scanned.has($0, predicate) }
  }

  /// The cue if the rule has one, else the anchor: content in quotation marks is no reason to leave a rule out.
  private func isInQuote(_ match: RuleMatch, _ rule: CompiledRule) -> Bool {
    let i = rule.cue.flatMap { match.slots[$0] }?.lowerBound ?? match.anchor
    return i < scanned.count && scanned.tokens.flags[i].contains(.inQuotation)
  }

  /// Each word but the small ones inside begins with a capital.
  private func isCapitalised(_ range: Range<Int>) -> Bool {
    let tokens = scanned.tokens
    return range.allSatisfy { i in
      let isSmall = i > range.lowerBound && tokens.span(i).count <= 3
      return tokens.kind[i] != .word || isSmall || tokens.flags[i].contains(.capitalised)
    }
  }
}
