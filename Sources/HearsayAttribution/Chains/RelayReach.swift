import HearsayRules
import HearsaySyntax

/// "The news was first reported by Meridian Wire." speaks of the sentence before, which attributes nothing itself.
///
/// Only a plain sentence is taken: where the story has given a source of its own, the other outlet's report is no link
/// of that chain.
struct RelayReach: Sendable {
  let reading: Reading
  let places: [SentencePlace]

  /// Adds an attribution of the sentence before to each outlet that a passive names as the one who reported it.
  func complete(_ drafts: inout [Draft], _ hops: [HopFact]) {
    var found: [Draft] = []
    for hop in hops where hop.from == nil && hop.sentence > 0 && hop.sentence < places.count {
      let here = places[hop.sentence]
      let before = places[hop.sentence - 1]
      guard before.block == here.block || before.block + 1 == here.block,
        let cue = reading.syntax.passiveReport(before: hop.via.lowerBound, scope: here.tokens),
        !drafts.contains(where: { here.tokens.contains($0.cue.lowerBound) }),
        !drafts.contains(where: { before.tokens.contains($0.cue.lowerBound) }),
        !found.contains(where: { $0.sentence == hop.sentence })
      else { continue }
      var end = before.tokens.upperBound
      while end > before.tokens.lowerBound, reading.syntax.isEdge(end - 1) { end -= 1 }
      guard end > before.tokens.lowerBound else { continue }
      var draft = Draft(
        rule: hop.rule, content: [before.tokens.lowerBound..<end], cue: cue, source: hop.via, stance: "neutral",
        sentence: hop.sentence, block: here.block)
      draft.isSpeech = true
      found.append(draft)
    }
    drafts += found
  }
}
