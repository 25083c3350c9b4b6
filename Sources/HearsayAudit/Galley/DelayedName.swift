import HearsayAttribution
import HearsayRules
import HearsayText

/// The lead that keeps a name back for the next sentence: "A ferry pilot has apologised for … Una Keel wrote that …".
///
/// Whoever opens the story by a role alone, speaks only there, and is followed at once by somebody new with a name is that
/// somebody. "…, an official said" at the end of a lead is another form: the name isn't the news there, and kept back.
struct DelayedName {
  let statements: [Statement]
  let sentences: [Galley.Passage]
  let lead: Int?
  let scanned: ScannedText
  let lexis: AuditLexis

  /// How many sentences behind the lead's first one the name may stand.
  private static let reach = 2

  func follows(_ voice: Voice, among voices: [Voice]) -> Bool {
    guard let opening = sentences.firstIndex(where: { $0.block == lead }), voice.statements.count == 1,
      let own = voice.statements.first.map({ statements[$0] }), own.sentence == opening,
      voice.mention.lowerBound == sentences[opening].tokens.lowerBound, voice.speaker.count.max == 1,
      voice.speaker.anonymityReason == nil, !voice.hasAccess, !isKeptBack(voice.mention),
      !own.attribution.chain.dropLast().contains(where: { $0.kind == .outlet && $0.stated })
    else { return false }
    return voices.contains { other in
      guard other.speaker.grade == .named, other.speaker.kind == .person,
        let first = other.statements.first.flatMap({ statements[$0].sentence })
      else { return false }
      return first > opening && first <= opening + Self.reach
        && other.mention.lowerBound >= sentences[opening].tokens.upperBound
    }
  }

  /// "A source", "an unnamed aide": no name is going to follow.
  private func isKeptBack(_ mention: Range<Int>) -> Bool {
    scanned.holds(mention, lexis.marker) || scanned.holds(mention, lexis.bareSource)
  }
}
