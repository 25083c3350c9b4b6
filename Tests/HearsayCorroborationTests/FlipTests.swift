import HearsayCorroboration
import HearsayTestSupport
import Testing

/// Pairs that say the same, and the same pairs with one thing turned round: a flip must never be taken for a confirmation.
@Suite struct FlipTests {
  private let matcher: ClaimMatcher

  init() throws { matcher = ClaimMatcher(try TestRulebook.get()) }

  /// Two reports of one thing; then the second with a figure, a negation or a contrary changed.
  private static let pairs: [(a: String, b: String, flips: [String])] = [
    (
      "Nine people were killed in the depot blast in Skerrin", "The blast at the Skerrin depot killed nine people",
      [
        "The blast at the Skerrin depot killed fourteen people",
        "The blast at the Skerrin depot did not kill nine people",
      ]
    ),
    (
      "The council approved the toll on the Cairn Bridge", "A toll on the Cairn Bridge was approved by the council",
      [
        "A toll on the Cairn Bridge was rejected by the council",
        "A toll on the Cairn Bridge was not approved by the council",
      ]
    ),
    (
      "The Holmsey mill will close in June", "The mill at Holmsey is to shut in June",
      ["The mill at Holmsey is to stay open in June", "The mill at Holmsey is not to shut in June"]
    ),
    (
      "Pellworth lost 2.4 billion crowns on currency bets", "Losses of 2.4bn crowns on currency bets at Pellworth",
      ["Losses of 1.1bn crowns on currency bets at Pellworth", "Losses of 24bn crowns on currency bets at Pellworth"]
    ),
    (
      "Ada Brill leads with 44 percent of voters", "44% of voters favour Ada Brill, who leads",
      ["39% of voters favour Ada Brill, who leads", "44% of voters favour Ada Brill, who trails"]
    ),
    (
      "Police arrested the ferry captain on Sunday", "The ferry's captain was detained by police on Sunday",
      [
        "The ferry's captain was released by police on Sunday",
        "The ferry's captain was not detained by police on Sunday",
      ]
    ),
    (
      "Shares of Norrvik rose 12 percent", "Norrvik's stock jumped 12 per cent",
      ["Norrvik's stock fell 12 per cent", "Norrvik's stock jumped 30 per cent"]
    ),
    (
      "Governor Vera Ostrow will resign", "Vera Ostrow, the governor, is to step down",
      ["Vera Ostrow, the governor, is not to step down", "Vera Ostrow, the governor, refused to step down"]
    ),
    (
      "The agency had received no report of a crack in the Cairn Dam",
      "The agency had not received any report of a crack in the Cairn Dam",
      ["The agency had received a report of a crack in the Cairn Dam"]
    ),
    (
      "The death toll in Skerrin has risen to 14", "The death toll in Skerrin rose to 14",
      ["The death toll in Skerrin is likely to rise to 14"]
    ),
    (
      "Governor Vera Ostrow had written to the minister on Sunday",
      "On Sunday Governor Vera Ostrow had written to the minister",
      ["Governor Vera Ostrow and the minister had not spoken on Sunday"]
    ),
    (
      "The court found Orla Quist guilty of fraud", "Orla Quist was convicted of fraud by the court",
      ["Orla Quist was acquitted of fraud by the court", "Orla Quist was not convicted of fraud by the court"]
    ),
    (
      "Harrow Chemicals will cut 900 jobs at Skerrin", "Harrow Chemicals is to eliminate 900 posts in Skerrin",
      [
        "Harrow Chemicals is to eliminate 300 posts in Skerrin",
        "Harrow Chemicals has no plan to eliminate 900 posts in Skerrin",
      ]
    ),
    (
      "The singer Nils Orr has died", "Nils Orr, the singer, is dead",
      ["Nils Orr, the singer, is alive", "Nils Orr, the singer, is not dead"]
    ),
    (
      "The strike at Port Almering ended on Friday", "Dockers in Port Almering called an end to the strike on Friday",
      ["The strike at Port Almering began on Friday", "The strike at Port Almering did not end on Friday"]
    ),
  ]

  @Test func pairsAreTheSameBeforeTheFlip() {
    let same = Self.pairs.count { verdict($0.a, $0.b) == .same }
    #expect(same * 100 >= Self.pairs.count * 80, "\(same) of \(Self.pairs.count)")
  }

  @Test func aFlipLeavesTheSame() {
    var left = 0
    var all = 0
    var stayed: [String] = []
    for pair in Self.pairs {
      for flip in pair.flips {
        all += 1
        if verdict(pair.a, flip) == .same { stayed.append(flip) } else { left += 1 }
        #expect(verdict(pair.a, flip) == verdict(flip, pair.a), "the order of two statements must not matter")
      }
    }
    #expect(left * 100 >= all * 95, "still the same: \(stayed)")
  }

  private func verdict(_ a: String, _ b: String) -> ClaimVerdict {
    matcher.compare(matcher.statement(a), matcher.statement(b)).verdict
  }
}
