import HearsayText

/// Counts where a rule is tried: the tokens that hold the anchor of one of its patterns.
public struct CandidateCounter {
  private let rulebook: Rulebook

  public init(_ rulebook: Rulebook) { self.rulebook = rulebook }

  /// The places in a scope at which the patterns of a rule are tried; an edge of the scope counts as one.
  public func count(rule: Int, in scanned: ScannedText, scope: Range<Int>) -> Int {
    rulebook.plans.patterns[rule].reduce(0) { sum, plans in
      plans.reduce(sum) { $0 + count($1.anchor, scanned, scope) }
    }
  }

  private func count(_ anchor: PatternNode, _ scanned: ScannedText, _ scope: Range<Int>) -> Int {
    switch anchor {
    case .word(let forms): scope.count { forms.contains(scanned.tokens.form[$0]) }
    case .lexicon(let predicate, _), .verb(let predicate, _, _):
      scope.count { i in
        scanned.has(i, predicate) || scanned.hits(startingAt: i).contains { scanned.has($0, predicate) }
      }
    case .type: scope.count
    case .start, .end: 1
    // Never an anchor.
    case .choice, .optional, .gap: 0
    }
  }
}
