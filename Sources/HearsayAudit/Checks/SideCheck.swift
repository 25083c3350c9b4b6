import HearsayAttribution
import HearsayText

/// SIDE-01: all who speak, as far as words tell, speak for one state, on a matter of another. One remark for the story.
///
/// Not in stories that say that the other side was asked, and not where a quarter of the speakers or more can't be placed.
enum SideCheck {
  static func look(_ galley: Galley) -> [Remark] {
    let voices = galley.voices.filter { voice in
      voice.speaker.grade <= .anonymous && voice.speaker.kind != .outlet && voice.speaker.kind != .platform
        && voice.speaker.kind != .document && voice.speaker.name != galley.publisher
        && voice.statements.contains { galley.statements[$0].isSpoken }
    }
    guard voices.count >= Self.fewestVoices,
      !galley.story.caveats.contains(where: { $0.caveat == "comment-sought" || $0.caveat == "no-comment" })
    else { return [] }
    var sides: [Int: [Voice]] = [:]
    var unplaced = 0
    for voice in voices {
      let parties = parties(of: voice, galley)
      guard parties.count == 1, let party = parties.first else {
        if parties.count > 1 { return [] }
        unplaced += 1
        continue
      }
      sides[party, default: []].append(voice)
    }
    guard sides.count == 1, let (side, members) = sides.first, members.count >= Self.fewestVoices,
      unplaced * 4 <= voices.count, let first = members.first
    else { return [] }
    // On whom: another state in at least two statements, the lead among them.
    let contents = members.flatMap(\.statements).map { galley.statements[$0] }
    let foreign = contents.filter { statement in
      statement.content.contains { !others(than: side, in: $0, galley).isEmpty }
    }
    guard contents.count >= Self.fewestStatements, foreign.count >= 2, let lead = galley.lead,
      galley.sentences.contains(where: { $0.block == lead && !others(than: side, in: $0.tokens, galley).isEmpty })
    else { return [] }
    return [
      Remark(
        message: "all \(members.count) sources are of one side, and what they say is about another",
        at: galley.span(first.mention), related: galley.alsoAt(members.dropFirst().map { galley.span($0.mention) }))
    ]
  }

  private static let fewestVoices = 2
  private static let fewestStatements = 3

  /// The states for which a speaker's description speaks: the nearest words in front of the role, else all of them.
  private static func parties(of voice: Voice, _ galley: Galley) -> Set<Int> {
    let phrases = [voice.mention] + voice.statements.compactMap { galley.statements[$0].source }
    var found = Set<Int>()
    for phrase in phrases {
      for (party, predicate) in galley.lexis.parties.enumerated() where galley.scanned.holds(phrase, predicate) {
        found.insert(party)
      }
    }
    return found
  }

  private static func others(than side: Int, in words: Range<Int>, _ galley: Galley) -> [Int] {
    galley.lexis.parties.indices.filter { $0 != side && galley.scanned.holds(words, galley.lexis.parties[$0]) }
  }
}
