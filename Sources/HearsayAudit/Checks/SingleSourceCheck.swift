import HearsayAttribution
import HearsayText

/// ANON-03: a claim that matters, on one unnamed source alone.
///
/// What matters is what the lead or the headline rests on (an error), an accusation of something grave, and anything from
/// a source about whom the story says nothing. Someone else who says the same, a document, or a confirmation anywhere in
/// the story is somebody to lean on, and the check keeps quiet.
enum SingleSourceCheck {
  static func look(_ galley: Galley) -> [Remark] {
    var sentences = Set<Int>()
    return AnonymityChecks.confidential(galley).compactMap { voice in
      guard voice.speaker.count.max == 1,
        let place = voice.statements.lazy.map({ galley.statements[$0] }).first(where: {
          weight($0, voice, galley) != nil
        }),
        let weight = weight(place, voice, galley),
        // "A source … the unnamed source": one remark for one place.
        place.sentence.map({ sentences.insert($0).inserted }) ?? true
      else { return nil }
      return Remark(
        message: "\(weight.what) rests on one unnamed source, \(galley.quoted(voice.mention))",
        at: galley.span(place.source ?? voice.mention), attribution: place.attribution.id, level: weight.level)
    }
  }

  private static func weight(_ statement: Statement, _ voice: Voice, _ galley: Galley) -> (what: String, level: Level)?
  {
    guard let s = statement.sentence, !statement.isNested else { return nil }
    if isInLead(s, galley) {
      return isBacked(statement, galley) ? nil : ("the lead", .error)
    }
    if holdsAccusation(statement, galley), AnonymityChecks.hasGuardedRole(voice, galley) {
      return isBacked(statement, galley) ? nil : ("a grave claim", .warning)
    }
    if AnonymityChecks.isBare(voice, galley) {
      return isBacked(statement, galley) ? nil : ("this", .warning)
    }
    return nil
  }

  /// The first sentences of the first paragraph: a story that is one paragraph has a body in it.
  private static func isInLead(_ s: Int, _ galley: Galley) -> Bool {
    guard let opening = galley.sentences.firstIndex(where: { $0.block == galley.lead }) else { return false }
    return galley.sentences[s].block == galley.lead && s < opening + leadSentences
  }

  private static let leadSentences = 2

  private static func holdsAccusation(_ statement: Statement, _ galley: Galley) -> Bool {
    statement.content.contains { galley.scanned.holds($0, galley.lexis.grave) }
  }

  /// Whether somebody else says much the same: a named source, a document, other unnamed people.
  private static func isBacked(_ statement: Statement, _ galley: Galley) -> Bool {
    let words = galley.topicWords(statement.content)
    guard !words.isEmpty else { return true }
    return galley.statements.contains { other in
      guard let speaker = other.speaker, speaker.id != statement.speaker?.id, !other.isHeadline,
        other.attribution.stance != "deny", speaker.grade <= .anonymous,
        !galley.relays(statement).contains(where: { $0.name == speaker.name })
      else { return false }
      let shared = galley.topicWords(other.content).intersection(words).count
      // "A third source" speaks beside others, on the same matter where one word of it returns.
      if shared >= 1, isAnother(statement, galley) || speaker.anonymous && isAnother(other, galley) { return true }
      return shared >= 3 && shared * 3 >= words.count
    }
  }

  private static func isAnother(_ statement: Statement, _ galley: Galley) -> Bool {
    statement.source.flatMap { SourcePhrase($0, galley) }?.isAnother ?? false
  }
}
