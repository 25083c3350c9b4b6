import HearsayAttribution
import HearsayText

/// Quotations without an occasion, and statements that come twice.
enum RepetitionChecks {
  /// QUOTE-02: a named speaker's quotation whose paragraph says neither when, where nor to whom. One remark for the story.
  static func noOccasion(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    let lexis = galley.lexis
    var places: [Span] = []
    for voice in galley.voices where voice.speaker.grade == .named {
      // Once told, an occasion holds for what the speaker says further on.
      let told = voice.statements.contains { i in
        guard let s = galley.statements[i].sentence else { return true }
        return galley.sentences.contains { passage in
          passage.block == galley.sentences[s].block
            && passage.tokens.contains { t in
              !scanned.isQuoted(t)
                && (scanned.has(t, lexis.weekday) || scanned.has(t, lexis.month) || scanned.has(t, lexis.partOfDay)
                  || scanned.entryEnd(t, lexis.occasion, in: passage.tokens) != nil || galley.isTold(t))
            }
        }
      }
      let quoted = voice.statements.first { galley.statements[$0].attribution.kind == .direct }
      if !told, let quoted, let at = galley.statements[quoted].attribution.content.first { places.append(at) }
    }
    places.sort()
    guard let first = places.first else { return [] }
    return [
      Remark(
        message: "when, where and to whom was this said?", at: first,
        related: galley.alsoAt(Array(places.dropFirst())))
    ]
  }

  /// QUOTE-03: a statement of one speaker in other words, or in quotation marks, further down. One remark for the story.
  ///
  /// Not in the headline, which repeats the body by its nature, and not in the sentence or the quotation that the first one
  /// brings in.
  static func givenTwice(_ galley: Galley) -> [Remark] {
    let runs = galley.statements.map { WordRun($0.content, in: galley) }
    for (k, later) in galley.statements.enumerated() where isWhole(later) && runs[k].count >= Self.fewestWords {
      for (i, earlier) in galley.statements.prefix(k).enumerated() where isWhole(earlier) {
        guard earlier.speaker?.id == later.speaker?.id, runs[i].count >= Self.fewestWords,
          let s = earlier.sentence, let t = later.sentence, t - s > 1,
          min(runs[i].containment(in: runs[k]), runs[k].containment(in: runs[i])) >= Self.alike,
          galley.topicWords(earlier.content).intersection(galley.topicWords(later.content)).count >= Self.fewestTopics,
          let at = later.attribution.content.first, let first = earlier.attribution.content.first
        else { continue }
        let name = later.speaker?.name ?? "one speaker"
        return [
          Remark(
            message: "the same statement of \(name) as before: is it one, and are these its words?", at: at,
            related: [Related("before", at: first)], attribution: later.attribution.id)
        ]
      }
    }
    return []
  }

  private static let fewestWords = 6
  private static let fewestTopics = 3
  /// In thousandths of either one's words.
  private static let alike = 600

  private static func isWhole(_ statement: Statement) -> Bool {
    statement.speaker != nil && !statement.isHeadline && !statement.isNested && statement.isSpoken
  }
}

extension Galley {
  /// "told the council": the hearer is named.
  func isTold(_ token: Int) -> Bool { scanned.has(token, lexis.tell) }
}
