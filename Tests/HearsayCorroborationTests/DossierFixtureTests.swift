import Foundation
import HearsayAttribution
import HearsayCorroboration
import HearsayStory
import HearsayTestSupport
import HearsayText
import Testing

/// The invented dossiers of Fixtures/dossiers against their gold.
@Suite struct DossierFixtureTests {
  private struct Gold: Decodable {
    struct Claim: Decodable {
      struct Accepted: Decodable {
        var against: [Int]?
        var verified: [Bool]?
      }
      var id: String
      var origins: Int
      var against: Int
      var verified: Bool
      var accept: Accepted?
      /// Story, words, stance.
      var reports: [[String]]
    }
    var claims: [Claim]
    var different: [[[String]]]
  }

  private static let names = [
    "bank-audit", "bridge-piers", "crack-hidden", "dam-shelled", "depot-blast", "ferry-lost", "minister-loan",
    "school-water",
  ]
  /// Those of which every claim that is found has the exact counts.
  private static let exact = [
    "bridge-piers", "crack-hidden", "dam-shelled", "ferry-lost", "minister-loan", "school-water",
  ]

  private func dossier(_ name: String, reversed: Bool = false) throws -> Dossier {
    let rulebook = try TestRulebook.get()
    let reader = DocumentReader(rulebook)
    var attributor = Attributor(rulebook)
    let folder = "Fixtures/dossiers/\(name)"
    let files = Checkout.names(in: folder, ending: ".txt").map { $0 + ".txt" }
    let stories = try (reversed ? files.reversed() : files).map { file in
      attributor.attribute(reader.read(Story(id: file, text: SourceText(try Checkout.text("\(folder)/\(file)")))))
    }
    return Corroborator(rulebook).corroborate(stories)
  }

  private func gold(_ name: String) throws -> Gold {
    try JSONDecoder().decode(Gold.self, from: Data(Checkout.text("Fixtures/dossiers/\(name)/gold.json").utf8))
  }

  private func holds(_ claim: Claim, _ dossier: Dossier, _ piece: [String], _ stance: ReportStance? = nil) -> Bool {
    claim.reports.contains { report in
      let document = dossier.stories[report.story].document
      guard document.story.id == piece[0], stance == nil || report.stance == stance else { return false }
      let words = report.content.map { document.text.string($0) }.joined(separator: " ")
      return words.contains(piece[1]) || words.count > 15 && piece[1].contains(words)
    }
  }

  @Test(arguments: names) func noClaimCountsTooMany(_ name: String) throws {
    let dossier = try dossier(name)
    for gold in try gold(name).claims {
      let found = best(gold, dossier)
      guard let found else { continue }
      #expect(found.counts.origins <= gold.origins, "\(gold.id): \(found.origins.map(\.name))")
      #expect(!found.isVerified || (gold.accept?.verified ?? [gold.verified]).contains(true), "\(gold.id) is verified")
    }
  }

  @Test(arguments: exact) func countsAreExact(_ name: String) throws {
    let dossier = try dossier(name)
    for gold in try gold(name).claims {
      guard let found = best(gold, dossier) else { continue }
      let all = found.origins.map { "\($0.name) \($0.stance)" }
      #expect(found.counts.origins == gold.origins, "\(gold.id): \(all)")
      let against = gold.accept?.against ?? [gold.against]
      #expect(against.contains(found.counts.against), "\(gold.id): \(all)")
      #expect(found.isVerified == gold.verified, "\(gold.id): \(all)")
    }
  }

  @Test(arguments: names) func mostClaimsAreFound(_ name: String) throws {
    let dossier = try dossier(name)
    let claims = try gold(name).claims
    let found = claims.count { best($0, dossier) != nil }
    #expect(found * 3 >= claims.count * 2, "\(found) of \(claims.count)")
  }

  @Test(arguments: names) func whatIsDifferentStaysApart(_ name: String) throws {
    let dossier = try dossier(name)
    for pair in try gold(name).different {
      #expect(!dossier.claims.contains { holds($0, dossier, pair[0]) && holds($0, dossier, pair[1]) }, "\(pair)")
    }
  }

  @Test(arguments: names) func theOrderOfTheStoriesCannotBeSeen(_ name: String) throws {
    let (a, b) = (try dossier(name), try dossier(name, reversed: true))
    #expect(a.claims.map(\.text) == b.claims.map(\.text))
    #expect(a.claims.map(\.counts) == b.claims.map(\.counts))
    #expect(a.claims.map(\.score) == b.claims.map(\.score))
    #expect(a.conflicts == b.conflicts)
  }

  /// A score can be worked out again from the terms that are printed with it.
  @Test(arguments: names) func scoresFollowFromTheirTerms(_ name: String) throws {
    let dossier = try dossier(name)
    let scorer = Scorer(ScoreTable(try TestRulebook.get()))
    for claim in dossier.claims {
      let inputs = claim.score.terms.map { term in
        let origin = claim.origins[term.origin]
        let weight = term.factors.reduce(1_000_000) { $0 * $1.millionths / 1_000_000 }
        #expect(weight == term.weight)
        return Scorer.Input(
          isAgainst: term.stance == .against, isAnonymous: !origin.isOnRecord, weight: weight)
      }
      #expect(scorer.score(inputs).score == claim.score.value)
      #expect(claim.counts.origins == claim.score.terms.count { $0.stance == .for })
    }
  }

  private func best(_ gold: Gold.Claim, _ dossier: Dossier) -> Claim? {
    let supporting = gold.reports.filter { $0[2] == "for" }
    return dossier.claims.first { claim in
      supporting.count { holds(claim, dossier, $0, .for) } * 2 >= supporting.count
    }
  }
}
