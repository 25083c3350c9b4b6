/// Works out a claim's score from its origins.
///
/// support = 1 − (1 − anonymous) · Π(1 − w) over the origins on record, where
/// anonymous = L · (1 − (1 − w₁/L) · Π(1 − s·wᵢ/L)) with L the limit for anonymous origins together, w₁ the strongest of
/// them and s what a further one counts, since it may be the same people;
/// denial = 1 − Π(1 − d·w) over the origins against it;
/// score = support · (1 − denial).
///
/// All numbers are exact until they are printed, so neither the order of the origins nor the machine can be seen in them. A
/// further origin always raises support and a denial never does, however many there are: nothing is cut off at a limit,
/// it is approached.
public struct Scorer: Sendable {
  /// One origin, as far as the score is concerned.
  public struct Input: Sendable, Hashable {
    public var isAgainst: Bool
    public var isAnonymous: Bool
    /// In millionths.
    public var weight: Int
    public init(isAgainst: Bool, isAnonymous: Bool, weight: Int) {
      self.isAgainst = isAgainst
      self.isAnonymous = isAnonymous
      self.weight = min(max(weight, 0), 1_000_000)
    }
  }

  /// How the anonymous origins are taken.
  enum Pool { case maybeSame, same, different }

  struct Value: Sendable {
    var support: Fraction
    var denial: Fraction
    var score: Fraction
  }

  private static let one = 1_000_000
  let limit: Int
  let further: Int
  let denialFactor: Int

  public init(_ table: ScoreTable) {
    limit = max(1, table.value("anonymous-limit", default: 590_000))
    further = table.value("same-people", default: 500_000)
    denialFactor = table.value("denial", default: 500_000)
  }

  /// Score, support and denial in millionths.
  public func score(_ origins: [Input]) -> (score: Int, support: Int, denial: Int) {
    let value = value(origins)
    return (value.score.millionths, value.support.millionths, value.denial.millionths)
  }

  func value(_ origins: [Input], pool: Pool = .maybeSame) -> Value {
    var support = rest(of: anonymous(origins.filter { !$0.isAgainst && $0.isAnonymous }, pool))
    var denial = Fraction(numerator: Natural(1), denominator: Natural(1))
    for origin in origins.sorted(by: { $0.weight > $1.weight }) {
      if origin.isAgainst {
        take(Scorer.product(origin.weight, denialFactor), from: &denial)
      } else if !origin.isAnonymous {
        take(min(origin.weight, Scorer.one - 1), from: &support)
      }
    }
    return Value(support: support.rest, denial: denial.rest, score: support.rest * denial)
  }

  /// Two weights multiplied, in whole millionths, rounded down.
  static func product(_ a: Int, _ b: Int) -> Int { a * b / one }

  private func take(_ weight: Int, from rest: inout Fraction) {
    rest.numerator *= Scorer.one - weight
    rest.denominator *= Scorer.one
  }

  /// L · Π(1 − wᵢ/L): what is left of the limit.
  private func anonymous(_ origins: [Input], _ pool: Pool) -> Fraction {
    let weights = origins.map { min($0.weight, limit - 1) }.sorted(by: >)
    var left = Fraction(numerator: Natural(limit), denominator: Natural(Scorer.one))
    for (i, weight) in weights.enumerated() {
      if i > 0, pool == .same { break }
      let counted = i == 0 || pool == .different ? weight : Scorer.product(weight, further)
      left.numerator *= limit - counted
      left.denominator *= limit
    }
    return left
  }

  /// 1 − (L − left).
  private func rest(of left: Fraction) -> Fraction {
    // (1 − L) + left, over the same denominator.
    let whole = Natural(Scorer.one)
    return Fraction(
      numerator: left.denominator * Natural(Scorer.one - limit) + left.numerator * whole,
      denominator: left.denominator * whole)
  }

  /// The score with its range and the one fact that would move it most.
  func assess(_ origins: [Input], terms: [ClaimScore.Term]) -> ClaimScore {
    let value = value(origins)
    let now = value.score.millionths
    let anonymous = origins.count { !$0.isAgainst && $0.isAnonymous }
    var out = ClaimScore(
      value: now, low: now, high: now, support: value.support.millionths, denial: value.denial.millionths, terms: terms,
      lever: nil)
    if anonymous > 1 {
      out.low = self.value(origins, pool: .same).score.millionths
      out.high = self.value(origins, pool: .different).score.millionths
    }
    var facts: [(fact: String, value: Int)] = []
    let named = Input(isAgainst: false, isAnonymous: false, weight: 800_000)
    facts.append(("if a named source of its own confirmed it", self.value(origins + [named]).score.millionths))
    if origins.contains(where: \.isAgainst) {
      facts.append(("if the denial were withdrawn", self.value(origins.filter { !$0.isAgainst }).score.millionths))
    } else if now > 0 {
      let denial = Input(isAgainst: true, isAnonymous: false, weight: 800_000)
      facts.append(("if it were denied on the record", self.value(origins + [denial]).score.millionths))
    }
    if anonymous > 1 {
      facts.append(("if the unnamed sources were shown to be different people", out.high))
      facts.append(("if they were shown to be the same people", out.low))
    }
    // The first of those that move it furthest.
    var best: (fact: String, value: Int)?
    for fact in facts where abs(fact.value - now) > abs((best?.value ?? now) - now) { best = fact }
    out.lever = best.map { ClaimScore.Lever(fact: $0.fact, value: $0.value) }
    return out
  }
}
