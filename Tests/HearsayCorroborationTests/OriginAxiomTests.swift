import HearsayTestSupport
import Testing

@testable import HearsayCorroboration

/// What must hold of the origins of any claim, on generated ones.
@Suite struct OriginAxiomTests {
  private static let cases = 10_000
  private let coined: CoinedClaim

  init() throws { coined = try CoinedClaim() }

  @Test func theOrderOfReportsChangesNothing() {
    var dice = SplitMix64(seed: 1)
    for _ in 0..<Self.cases {
      let entries = coined.entries(&dice, upTo: 6)
      #expect(coined.outcome(entries) == coined.outcome(entries.shuffled(using: &dice)))
    }
  }

  /// A copy is a story of its own with the same words: it brings nobody new.
  @Test func aCopyAddsNothing() {
    var dice = SplitMix64(seed: 2)
    for _ in 0..<Self.cases {
      let entries = coined.entries(&dice, upTo: 5)
      guard let place = entries.indices.randomElement(using: &dice) else { continue }
      let copy = (place, entries.count)
      #expect(coined.outcome(entries + [entries[place]], copies: [copy]) == coined.outcome(entries))
    }
  }

  /// Relaying an outlet whose report is known and counted: nobody new, whoever relays.
  @Test func aRelayOfACountedReportAddsNoOrigin() {
    var dice = SplitMix64(seed: 3)
    for _ in 0..<Self.cases {
      let entries = coined.entries(&dice, upTo: 5)
      let counted = entries.filter {
        switch $0.basis {
        case .person, .own: !$0.isAgainst
        default: false
        }
      }
      guard let one = counted.randomElement(using: &dice) else { continue }
      let relay = CoinedClaim.Entry(
        outlet: 9, basis: .relay(one.outlet), grade: 0, caveats: [], isSecondHand: true, isAgainst: false)
      #expect(coined.outcome(entries + [relay]).live <= coined.outcome(entries).live)
    }
  }

  /// Nobody named, or nobody who could be asked: no origin.
  @Test func whatNobodyStandsBehindAddsNothing() {
    var dice = SplitMix64(seed: 4)
    for _ in 0..<Self.cases {
      let entries = coined.entries(&dice, upTo: 5)
      let empty = CoinedClaim.Entry(
        outlet: 9, basis: dice.chance(1, in: 2) ? .unstated : .vague, grade: 0, caveats: [], isSecondHand: false,
        isAgainst: dice.chance(1, in: 2))
      #expect(coined.outcome(entries + [empty]) == coined.outcome(entries))
    }
  }

  @Test func aNewPersonRaisesTheSupportAndADenialDoesNot() {
    var dice = SplitMix64(seed: 5)
    for _ in 0..<Self.cases {
      let entries = coined.entries(&dice, upTo: 5)
      let before = coined.outcome(entries)
      var person = CoinedClaim.Entry(
        outlet: 9, basis: .person(77), grade: 0, caveats: [], isSecondHand: false, isAgainst: false)
      let after = coined.outcome(entries + [person])
      #expect(after.live == before.live + 1)
      #expect(before.value.support < after.value.support)
      #expect(before.value.denial == after.value.denial)
      person.isAgainst = true
      let denied = coined.outcome(entries + [person])
      #expect(denied.value.support == before.value.support)
      #expect(before.value.denial < denied.value.denial)
      #expect(denied.value.score <= before.value.score)
    }
  }

  @Test func aCaveatNeverRaisesTheSupport() {
    var dice = SplitMix64(seed: 6)
    for _ in 0..<Self.cases {
      var entries = coined.entries(&dice, upTo: 5)
      guard let place = entries.indices.randomElement(using: &dice), !entries[place].isAgainst else { continue }
      let before = coined.outcome(entries).value.support
      entries[place].caveats.append("speculation")
      #expect(coined.outcome(entries).value.support <= before)
    }
  }

  /// To learn that two stories are one text never makes a claim stronger.
  @Test func aDiscoveredDependenceNeverRaisesSupportOrDenial() {
    var dice = SplitMix64(seed: 7)
    for _ in 0..<Self.cases {
      let entries = coined.entries(&dice, upTo: 6)
      guard entries.count > 1 else { continue }
      let pair = (dice.below(entries.count), dice.below(entries.count))
      let (before, after) = (coined.outcome(entries), coined.outcome(entries, copies: [pair]))
      #expect(after.live <= before.live)
      #expect(after.value.support <= before.value.support)
      #expect(after.value.denial <= before.value.denial)
    }
  }

  @Test func otherNamesCountAlike() {
    var dice = SplitMix64(seed: 8)
    for _ in 0..<Self.cases {
      let entries = coined.entries(&dice, upTo: 6)
      #expect(coined.outcome(entries) == coined.outcome(entries, prefix: "other"))
    }
  }

  /// There are never more origins than reports that somebody stands behind, nor than people and newsrooms.
  @Test func independenceIsNotInvented() {
    var dice = SplitMix64(seed: 9)
    for _ in 0..<Self.cases {
      let entries = coined.entries(&dice, upTo: 6)
      let standing = entries.filter { !$0.isAgainst && $0.basis != .unstated && $0.basis != .vague }
      let roots = Set(
        standing.map { entry -> CoinedClaim.Rest in
          switch entry.basis {
          case .own: .anonymous(entry.outlet)
          case .relay(let n): .anonymous(n)
          default: entry.basis
          }
        })
      #expect(coined.outcome(entries).live <= roots.count)
    }
  }

  /// What its origin took back supports nothing, in whatever outlets it stands.
  @Test func aRetractionEmptiesTheRelays() {
    var dice = SplitMix64(seed: 10)
    for _ in 0..<Self.cases {
      let root = CoinedClaim.Entry(
        outlet: 0, basis: .own, grade: 0, caveats: [], isSecondHand: false, isAgainst: false)
      let relays = (0..<dice.below(5)).map { _ in
        CoinedClaim.Entry(
          outlet: 1 + dice.below(4), basis: .relay(0), grade: 0, caveats: [], isSecondHand: true, isAgainst: false)
      }
      let entries = [root] + relays
      #expect(coined.outcome(entries).live == 1)
      let after = coined.outcome(entries, retracted: [0])
      #expect(after.live == 0)
      #expect(after.value.score.millionths == 0)
    }
  }

  /// Outlets that cite one another and nobody else are one origin without a root.
  @Test func aCircleIsOneOrigin() {
    for length in 2...5 {
      let entries = (0..<length).map { n in
        CoinedClaim.Entry(
          outlet: n, basis: .relay((n + 1) % length), grade: 0, caveats: [], isSecondHand: true, isAgainst: false)
      }
      let outcome = coined.outcome(entries)
      #expect(outcome.live == 1)
      #expect(outcome.supporting.first?.isCircular == true)
    }
  }
}
