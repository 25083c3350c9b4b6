import HearsayTestSupport
import Testing

@testable import HearsayCorroboration

/// What must hold of any score, on generated sets of origins.
@Suite struct ScoreAxiomTests {
  private static let cases = 10_000
  private let scorer: Scorer

  init() throws { scorer = Scorer(ScoreTable(try TestRulebook.get())) }

  private func origins(_ dice: inout SplitMix64, upTo most: Int = 5) -> [Scorer.Input] {
    (0..<dice.below(most + 1)).map { _ in origin(&dice) }
  }

  private func origin(_ dice: inout SplitMix64) -> Scorer.Input {
    let isAnonymous = dice.chance(1, in: 2)
    return Scorer.Input(
      isAgainst: dice.chance(1, in: 4), isAnonymous: isAnonymous,
      weight: 1 + dice.below(isAnonymous ? 430_000 : 800_000))
  }

  @Test func theOrderOfOriginsChangesNothing() {
    var dice = SplitMix64(seed: 21)
    for _ in 0..<Self.cases {
      let some = origins(&dice)
      #expect(scorer.value(some).score == scorer.value(some.shuffled(using: &dice)).score)
    }
  }

  @Test func aFurtherOriginAlwaysRaisesSupportAndADenialNeverDoes() {
    var dice = SplitMix64(seed: 22)
    for _ in 0..<Self.cases {
      let some = origins(&dice)
      let one = origin(&dice)
      let (before, after) = (scorer.value(some), scorer.value(some + [one]))
      if one.isAgainst {
        #expect(after.support == before.support)
        #expect(after.score <= before.score)
      } else {
        #expect(before.support < after.support)
        #expect(after.denial == before.denial)
      }
    }
  }

  @Test func aWeakerOriginNeverRaisesSupport() {
    var dice = SplitMix64(seed: 23)
    for _ in 0..<Self.cases {
      var some = origins(&dice)
      guard let place = some.indices.randomElement(using: &dice), !some[place].isAgainst else { continue }
      let before = scorer.value(some).support
      some[place].weight = dice.below(some[place].weight)
      #expect(scorer.value(some).support <= before)
    }
  }

  @Test func anonymityNeverRaisesSupport() {
    var dice = SplitMix64(seed: 24)
    for _ in 0..<Self.cases {
      var some = origins(&dice)
      guard let place = some.indices.randomElement(using: &dice), !some[place].isAgainst else { continue }
      some[place].isAnonymous = false
      let before = scorer.value(some).support
      some[place].isAnonymous = true
      #expect(scorer.value(some).support <= before)
    }
  }

  @Test func scoresStayInsideTheirBounds() {
    var dice = SplitMix64(seed: 25)
    for _ in 0..<Self.cases {
      let some = origins(&dice)
      let value = scorer.value(some)
      #expect(value.score.numerator < value.score.denominator)
      #expect(value.score <= value.support)
      if some.count == 1 { #expect(value.score.millionths <= 800_000) }
      if some.allSatisfy({ $0.isAnonymous && !$0.isAgainst }) { #expect(value.score.millionths <= scorer.limit) }
    }
  }

  @Test func theRangeHoldsTheScore() {
    var dice = SplitMix64(seed: 26)
    for _ in 0..<Self.cases {
      let some = origins(&dice, upTo: 4)
      let score = scorer.value(some).score
      #expect(scorer.value(some, pool: .same).score <= score)
      #expect(score <= scorer.value(some, pool: .different).score)
    }
  }

  /// Merging two origins keeps the stronger one: support and denial can only fall.
  @Test func mergingNeverRaises() {
    var dice = SplitMix64(seed: 27)
    for _ in 0..<Self.cases {
      var some = origins(&dice)
      let before = scorer.value(some)
      let sides = some.indices.filter { $0 > 0 && some[$0].isAgainst == some[0].isAgainst }
      guard let other = sides.randomElement(using: &dice) else { continue }
      some[0].weight = max(some[0].weight, some[other].weight)
      some[0].isAnonymous = some[0].isAnonymous && some[other].isAnonymous
      if some[0].isAnonymous == false { continue }
      some.remove(at: other)
      let after = scorer.value(some)
      #expect(after.support <= before.support)
      #expect(after.denial <= before.denial)
    }
  }

  @Test func aScoreCanBeWorkedOutByHand() {
    let named = Scorer.Input(isAgainst: false, isAnonymous: false, weight: 800_000)
    let unnamed = Scorer.Input(isAgainst: false, isAnonymous: true, weight: 387_000)
    let denial = Scorer.Input(isAgainst: true, isAnonymous: false, weight: 800_000)
    // Half of 0.8: the denial takes 0.4 of it.
    #expect(scorer.score([named, denial]).score == 480_000)
    #expect(scorer.score([unnamed]).score == 387_000)
    // 0.59 · (1 − (1 − 0.387/0.59)(1 − 0.1935/0.59)) = 0.4536
    #expect(scorer.score([unnamed, unnamed]).score == 453_577)
    #expect(scorer.score([]).score == 0)
  }
}
