import HearsayAttribution
import HearsayRules
import HearsayText

/// One speaker of a story, with everything the story has from them.
struct Voice: Sendable {
  let speaker: Speaker
  /// Places in `Galley.statements`; the headline's are left out.
  let statements: [Int]
  /// The words that first describe the speaker.
  let mention: Range<Int>
  /// An unnamed source in a newsroom's sense: somebody who speaks out of school and whose name is kept back. A witness, a
  /// resident or "officials said" after a public statement are not, nor is somebody whose name comes in the next sentence.
  var isConfidential: Bool
  /// The description says how the speaker knows.
  let hasAccess: Bool

  static func gather(
    _ statements: [Statement], headline: Range<Int>?, _ scanned: ScannedText, _ lexis: AuditLexis,
    _ places: TokenPlaces
  ) -> [Voice] {
    var order: [Int] = []
    var bySpeaker: [Int: [Int]] = [:]
    for (i, statement) in statements.enumerated() {
      guard let id = statement.speaker?.id, !statement.isHeadline else { continue }
      if bySpeaker[id] == nil { order.append(id) }
      bySpeaker[id, default: []].append(i)
    }
    return order.compactMap { id in
      guard let members = bySpeaker[id], let speaker = members.first.flatMap({ statements[$0].speaker }) else {
        return nil
      }
      let sources = members.compactMap { statements[$0].source }.filter { !isPronoun($0, scanned, lexis) }
      // A headline's telegraphic words describe nobody where the body does.
      var mention = places.tokens(speaker.mention)
      if mention.isEmpty || headline?.contains(mention.lowerBound) == true || isPronoun(mention, scanned, lexis) {
        mention = sources.first ?? statements[members[0]].cue
      }
      let phrases = [mention] + sources
      let hasAccess = speaker.grade == .anonymousWithAccess || phrases.contains { scanned.holds($0, lexis.access) }
      return Voice(
        speaker: speaker, statements: members,
        mention: mention,
        isConfidential: isConfidential(
          speaker, phrases, hasAccess, isRelayed: members.contains { hasStatedRelay(statements[$0]) }, scanned, lexis)
          && !members.allSatisfy { isSpokenOpenly(statements[$0], scanned, lexis) },
        hasAccess: hasAccess)
    }
  }

  private static func isPronoun(_ r: Range<Int>, _ scanned: ScannedText, _ lexis: AuditLexis) -> Bool {
    r.count == 1 && [lexis.he, lexis.she, lexis.they, lexis.relative].contains { scanned.has(r.lowerBound, $0) }
  }

  /// "A manager tells employees": whoever speaks before many keeps no name back, though the story gives none.
  private static func isSpokenOpenly(_ statement: Statement, _ scanned: ScannedText, _ lexis: AuditLexis) -> Bool {
    let hearers = statement.cue.upperBound..<min(statement.cue.upperBound + 4, scanned.count)
    return scanned.holds(statement.cue, lexis.tell) && !hearers.isEmpty && scanned.holds(hearers, lexis.openHearing)
  }

  private static func hasStatedRelay(_ statement: Statement) -> Bool {
    statement.attribution.chain.dropLast().contains { $0.kind == .outlet && $0.stated }
  }

  private static func isConfidential(
    _ speaker: Speaker, _ phrases: [Range<Int>], _ hasAccess: Bool, isRelayed: Bool, _ scanned: ScannedText,
    _ lexis: AuditLexis
  ) -> Bool {
    guard speaker.anonymous, speaker.kind == .person || speaker.kind == .group,
      (Grade.anonymousWithAccess...Grade.anonymous).contains(speaker.grade)
    else { return false }
    if speaker.anonymityReason != nil || phrases.contains(where: { scanned.holds($0, lexis.marker) }) {
      return true
    }
    if phrases.contains(where: { head($0, scanned, lexis) == .bare }) { return true }
    if !hasAccess, speaker.count.max == 1, let first = phrases.first, !isIndefinite(first, scanned, lexis) {
      return false
    }
    let isGuarded = phrases.contains { head($0, scanned, lexis) == .guarded }
    if hasAccess {
      return isGuarded || phrases.contains { scanned.holds($0, lexis.anonymousNoun) }
    }
    // "Officials said" is how public bodies are quoted every day; "a senior official" is somebody.
    return isGuarded && (speaker.count.max != nil || isRelayed)
  }

  /// "a diplomat", "another diplomat", "one diplomat": somebody who can't be looked up. "The prisons minister" can, and so
  /// can "a former minister" who has just been named.
  private static func isIndefinite(_ phrase: Range<Int>, _ scanned: ScannedText, _ lexis: AuditLexis) -> Bool {
    let i = phrase.lowerBound
    let isCounted = lexis.counts.contains { $0.value == 1 && scanned.has(i, $0.predicate) }
    guard isCounted || scanned.has(i, lexis.another) || scanned.has(i, lexis.article) && !scanned.has(i, lexis.definite)
    else { return false }
    // "Saul Anders, a former minister,": a name of two words, a comma, and what he is.
    let isApposition =
      i >= 3 && scanned.has(i, lexis.article) && scanned.tokens.kind[i - 1] == .punctuation
      && scanned.tokens.flags[i - 2].contains(.capitalised) && scanned.tokens.flags[i - 3].contains(.capitalised)
    // "another former lawmaker, Senator Joan Lind": the name comes behind.
    let isNamedBehind = phrase.dropLast().contains {
      scanned.tokens.kind[$0] == .punctuation && scanned.tokens.flags[$0 + 1].contains(.capitalised)
    }
    return !isApposition && !isNamedBehind
  }

  private enum Head { case bare, guarded }

  /// What the head of a source phrase says: the last source noun before its first comma, preposition or relative pronoun.
  private static func head(_ phrase: Range<Int>, _ scanned: ScannedText, _ lexis: AuditLexis) -> Head? {
    var found: Head?
    var i = phrase.lowerBound
    while i < phrase.upperBound {
      if let end = scanned.entryEnd(i, lexis.bareSource, in: phrase) {
        found = .bare
        i = end
      } else if let end = scanned.entryEnd(i, lexis.openRole, in: phrase) {
        found = nil
        i = end
      } else if let end = scanned.entryEnd(i, lexis.confidential, in: phrase) {
        found = .guarded
        i = end
      } else if scanned.tokens.kind[i] == .possessive {
        // "an inspector general's report" is no inspector.
        found = nil
        i += 1
      } else if i > phrase.lowerBound,
        scanned.has(i, lexis.relative) || scanned.tokens.kind[i] == .punctuation
          // "one of the sources" goes on behind its preposition, "followers as the source" does not.
          || scanned.has(i, lexis.preposition) && (found != nil || i - phrase.lowerBound > 2)
      {
        break
      } else {
        if scanned.has(i, lexis.role) { found = nil }
        i += 1
      }
    }
    return found
  }
}
