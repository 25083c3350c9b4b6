import HearsayRules
import HearsayText

/// Lays each caveat over the attributions that it covers.
///
/// A caveat on a sentence covers what is attributed there. One on "claims before" covers with certainty what stands right
/// before it, and by inference the run of attributions that share its origin or relay further up: a story says "these
/// claims" once. What came another way is left out, and the reach ends at a heading.
struct CaveatApplier: Sendable {
  let reading: Reading
  let drafts: [Draft]
  let places: [SentencePlace]
  let blocks: [BlockPlace]
  /// The outlet with whose report the story opened.
  let relay: String?

  func apply(
    _ facts: [CaveatFact], to attributions: inout [Attribution], by name: (Range<Int>?) -> String?
  )
    -> [StoryCaveat]
  {
    var out: [StoryCaveat] = []
    var seen = Set<String>()
    let takenBack = Set(facts.filter { $0.effect.id == "retracted" }.map(\.sentence))
    for fact in facts.sorted(by: { ($0.cue.lowerBound, $0.rule) < ($1.cue.lowerBound, $1.rule) }) {
      let rule = reading.rulebook.rules[fact.rule].name
      guard seen.insert("\(fact.effect.id) \(fact.cue.lowerBound)").inserted else { continue }
      // Who takes his own words back denies nobody's.
      if fact.effect.id == "denied", takenBack.contains(fact.sentence) { continue }
      let cue = [reading.span(fact.cue)]
      let by = issuer(fact, attributions) ?? name(fact.by) ?? reading.document.publisher?.name
      var covers: [Int] = []
      for (id, certainty) in covered(fact, attributions) {
        covers.append(id)
        if attributions[id].caveats.contains(where: { $0.caveat == fact.effect.id }) { continue }
        attributions[id].caveats.append(
          AppliedCaveat(caveat: fact.effect.id, certainty: certainty, by: by, cue: cue, rule: rule))
      }
      out.append(StoryCaveat(caveat: fact.effect.id, cue: cue, by: by, covers: covers.sorted(), rule: rule))
    }
    return out
  }

  /// "Amnesty said that it could not verify the account": who speaks there, where the words only say "it".
  private func issuer(_ fact: CaveatFact, _ attributions: [Attribution]) -> String? {
    guard let outer = spokenIn(fact), let by = fact.by else { return nil }
    let s = reading.scanned
    let isVague =
      by.count == 1 && !reading.syntax.isName(by.lowerBound)
      || s.has(by.lowerBound, reading.lexis.article)
        && !by.contains(where: reading.syntax.isName)
    return isVague ? attributions[outer].speaker?.name : nil
  }

  /// The statement in whose words a caveat stands, or goes on: "Amnesty said that …, but that it could not verify this".
  private func spokenIn(_ fact: CaveatFact) -> Int? {
    let holding = drafts.indices.filter { i in
      !drafts[i].isHeadline
        && drafts[i].content.contains {
          $0.lowerBound <= fact.cue.lowerBound && fact.cue.upperBound <= $0.upperBound
        }
    }.min { drafts[$0].hull.count < drafts[$1].hull.count }
    if let holding { return holding }
    guard let by = fact.by, by.count == 1, reading.scanned.has(by.lowerBound, reading.lexis.it) else { return nil }
    return drafts.indices.first {
      drafts[$0].sentence == fact.sentence && drafts[$0].isSpeech && drafts[$0].cue.upperBound <= by.lowerBound
    }
  }

  private func covered(_ fact: CaveatFact, _ attributions: [Attribution]) -> [(Int, Certainty)] {
    switch fact.effect.scope {
    case .story: return []
    case .sentence:
      let here = inSentence(fact)
      let earlier = fact.effect.id == "retracted" ? takenBack(fact, here, attributions) : []
      return here.map { ($0, .certain) } + earlier.map { ($0, .inferred) }
    case .capture: return inSentence(fact).map { ($0, .certain) }
    case .claims(let direction, let reach):
      return direction == .before ? before(fact, reach, attributions) : after(fact, reach)
    }
  }

  /// Attributions whose cue or content stands in the fact's sentence; the innermost one alone when the caveat's words
  /// stand in its content.
  private func inSentence(_ fact: CaveatFact) -> [Int] {
    guard fact.sentence < places.count else { return [] }
    var here = own(fact)
    // A sentence that attributes nothing speaks of the one before: "The quotation was translated by machine." But who
    // says nothing says it of no claim in particular.
    if here.isEmpty, fact.sentence > 0, places[fact.sentence - 1].block == fact.block,
      fact.effect.id != "no-comment"
    {
      let previous = places[fact.sentence - 1].tokens
      here = drafts.indices.filter { previous.contains(drafts[$0].cue.lowerBound) }
    }
    let holding = here.filter { i in
      drafts[i].extent.lowerBound <= fact.cue.lowerBound && fact.cue.upperBound <= drafts[i].extent.upperBound
    }
    return holding.isEmpty ? here : holding
  }

  /// What somebody takes back is what they said before, as far as one can tell.
  private func takenBack(_ fact: CaveatFact, _ here: [Int], _ attributions: [Attribution]) -> [Int] {
    let speakers = Set(here.compactMap { attributions[$0].speaker?.id })
    // "Radio Holmsey has since retracted the report" attributes nothing itself.
    let outlets = Set(
      places[fact.sentence].tokens.flatMap { reading.scanned.hits(startingAt: $0) }.compactMap(\.outlet)
        .map { reading.rulebook.outlets[$0].name })
    return drafts.indices.filter { i in
      guard drafts[i].cue.lowerBound < fact.cue.lowerBound, !here.contains(i), let s = attributions[i].speaker else {
        return false
      }
      return speakers.contains(s.id) || s.kind == .outlet && outlets.contains(s.name)
    }
  }

  private func own(_ fact: CaveatFact) -> [Int] {
    guard fact.sentence < places.count else { return [] }
    let sentence = places[fact.sentence].tokens
    return drafts.indices.filter { i in
      sentence.contains(drafts[i].cue.lowerBound) || drafts[i].content.contains { $0.overlaps(fact.cue) }
    }
  }

  private func before(
    _ fact: CaveatFact, _ reach: CaveatEffect.Reach, _ attributions: [Attribution]
  )
    -> [(Int, Certainty)]
  {
    var out: [(Int, Certainty)] = []
    let same = own(fact)
    let earlier = drafts.indices.filter {
      drafts[$0].cue.lowerBound < fact.cue.lowerBound && !drafts[$0].isHeadline && !same.contains($0)
    }.sorted { drafts[$0].cue.lowerBound > drafts[$1].cue.lowerBound }
    if let outer = spokenIn(fact), !drafts[outer].sourceIsShared {
      let inner = same.filter { $0 != outer && drafts[outer].hull.contains(drafts[$0].cue.lowerBound) }
      return (inner.isEmpty ? [outer] : inner).map { ($0, .certain) }
    }
    if let named = named(fact, earlier, attributions) { return named }
    if speaksOfTwo(fact), let two = nearestTwo(earlier, attributions) { return two.map { ($0, .certain) } }
    // Same paragraph or the one before: certain.
    var nearest: Int?
    let isOfMany = speaksOfMany(fact)
    for i in earlier {
      let d = drafts[i]
      // "The claims could not be verified": all that the paragraph has told where the nearest one stands.
      let isTold = nearest.map { isOfMany && drafts[$0].block == d.block } ?? false
      if case .paragraph = reach, d.block != fact.block, !isTold {
        guard nearest == nil, d.block == previousBody(fact.block) else { break }
      }
      if case .sentences(let n) = reach, fact.sentence - d.sentence > n, !isTold { break }
      if hasHeading(between: d.block, fact.block) { break }
      // Who said nothing made no claim that could be verified.
      if attributions[i].caveats.contains(where: { $0.caveat == "no-comment" }) { continue }
      if attributions[i].within != nil {
        if nearest != nil { out.append((i, .inferred)) }
        continue
      }
      if let nearest {
        guard sharesWay(attributions[nearest], attributions[i], ofMany: isOfMany) else { continue }
        out.append((i, d.block == fact.block || d.block == drafts[nearest].block ? .certain : .inferred))
      } else {
        nearest = i
        out.append((i, .certain))
      }
    }
    if !out.isEmpty { return out }
    return same.isEmpty ? following(fact, attributions) : same.map { ($0, .certain) }
  }

  /// "Neither claim could be verified", "either account".
  private func speaksOfTwo(_ fact: CaveatFact) -> Bool {
    guard fact.sentence < places.count else { return false }
    let s = reading.scanned
    return places[fact.sentence].tokens.contains { i in
      s.has(i, reading.lexis.two) && i + 1 < s.count
        && (s.has(i + 1, reading.lexis.claimNoun) || s.has(i + 1, reading.lexis.reportNoun))
    }
  }

  private func nearestTwo(_ earlier: [Int], _ attributions: [Attribution]) -> [Int]? {
    let said = earlier.filter { i in
      attributions[i].within == nil && !attributions[i].caveats.contains { $0.caveat == "no-comment" }
    }
    return said.count < 2 ? nil : Array(said.prefix(2))
  }

  /// A caveat that stands before all claims speaks of what follows: the next paragraph with certainty, and what the same
  /// speakers say further on by inference.
  private func following(_ fact: CaveatFact, _ attributions: [Attribution]) -> [(Int, Certainty)] {
    let later = drafts.indices.filter { drafts[$0].cue.lowerBound > fact.cue.upperBound && !drafts[$0].isHeadline }
    guard let first = later.first else { return [] }
    let certain = later.filter { drafts[$0].block == drafts[first].block }
    let speakers = Set(certain.compactMap { attributions[$0].chain.first?.name })
    let inferred = later.filter { i in
      !certain.contains(i) && !hasHeading(between: drafts[first].block, drafts[i].block)
        && attributions[i].chain.first.map { speakers.contains($0.name) } ?? false
    }
    return certain.map { ($0, .certain) } + inferred.map { ($0, .inferred) }
  }

  private func after(_ fact: CaveatFact, _ reach: CaveatEffect.Reach) -> [(Int, Certainty)] {
    drafts.indices.filter { i in
      guard drafts[i].cue.lowerBound > fact.cue.upperBound else { return false }
      switch reach {
      case .paragraph: return drafts[i].block == fact.block
      case .story: return true
      case .sentences(let n): return drafts[i].sentence - fact.sentence <= n
      }
    }.map { ($0, .certain) }
  }

  func previousBody(_ b: Int) -> Int? {
    var i = b - 1
    while i >= 0 {
      if blocks[i].kind.isBody { return i }
      i -= 1
    }
    return nil
  }

  private func hasHeading(between a: Int, _ b: Int) -> Bool {
    guard a < b else { return false }
    return blocks[a..<b].contains { $0.kind == .heading }
  }

  /// Whether the words of a caveat are about more than one claim: "these reports", "either account".
  private func speaksOfMany(_ fact: CaveatFact) -> Bool {
    guard fact.sentence < places.count else { return false }
    return places[fact.sentence].tokens.contains {
      (reading.scanned.has($0, reading.lexis.claimNoun) || reading.scanned.has($0, reading.lexis.reportNoun))
        && reading.isPlural($0) || reading.scanned.has($0, reading.lexis.they)
    }
  }

  /// Whether two attributions reached the publisher the same way: one relay, or one speaker. People and bodies that
  /// answer for their own words share one only where the caveat speaks of several claims.
  private func sharesWay(_ a: Attribution, _ b: Attribution, ofMany: Bool) -> Bool {
    if let s = a.speaker?.id, s == b.speaker?.id { return true }
    let relaysA = a.chain.dropLast().filter { $0.kind == .outlet }.map(\.name)
    let relaysB = b.chain.dropLast().filter { $0.kind == .outlet }.map(\.name)
    if !relaysA.isEmpty { return relaysA.contains { relaysB.contains($0) } }
    guard relaysB.isEmpty, (a.speaker?.anonymous ?? true) == (b.speaker?.anonymous ?? true) else { return false }
    return ofMany || a.speaker?.anonymous ?? true
  }
}
