import HearsayAttribution
import HearsayText

/// What a story says itself although it has it from others.
enum OwnVoiceChecks {
  /// ATTR-01: in a story that hands on a report of unnamed people, what somebody wants or thinks, and no word on who says so. One remark for
  /// the story.
  ///
  /// Not behind a statement in the same paragraph, which carries over, nor for what somebody announces for themselves.
  static func wishesAsFacts(_ galley: Galley) -> [Remark] {
    // Where the report has its own facts on record, the wish is on record with them.
    guard let relay = galley.story.relay, !galley.isPublisher(relay), ReplyChecks.restsOnUnnamed(galley) else {
      return []
    }
    var places: [(words: Range<Int>, attribution: Int?)] = []
    for statement in galley.statements where !statement.isSpoken && !statement.isNested && !statement.isHeadline {
      guard let speaker = statement.speaker, speaker.grade <= .institution, speaker.kind != .outlet,
        statement.cue.contains(where: {
          galley.scanned.has($0, galley.lexis.want) || galley.scanned.has($0, galley.lexis.urge)
        }),
        galley.relays(statement).allSatisfy({ !$0.stated }), let s = statement.sentence,
        !isCovered(s, besides: statement.attribution.id, galley)
      else { continue }
      let words = statement.source.map { $0.lowerBound..<max($0.upperBound, statement.cue.upperBound) } ?? statement.cue
      places.append((words, statement.attribution.id))
    }
    // "The palace demands them": a wish with a thing behind it attributes nothing.
    for item in galley.ruleFindings("ATTR-01") where !places.contains(where: { $0.words.overlaps(item.tokens) }) {
      guard let s = galley.sentence(of: item.tokens.lowerBound), !isCovered(s, besides: nil, galley),
        !galley.statements.contains(where: { $0.extent.overlaps(item.tokens) })
      else { continue }
      places.append((item.tokens, nil))
    }
    places.sort { $0.words.lowerBound < $1.words.lowerBound }
    guard let first = places.first else { return [] }
    return [
      Remark(
        message: "\(galley.quoted(first.words)): who says so? the story relays \(relay.name)",
        at: galley.span(first.words), related: galley.alsoAt(places.dropFirst().map { galley.span($0.words) }),
        rewrite: "…, according to \(relay.name)", attribution: first.attribution)
    ]
  }

  /// Whether a statement in the sentence, or before it in the paragraph, says who says so.
  private static func isCovered(_ s: Int, besides id: Int?, _ galley: Galley) -> Bool {
    galley.namesOutlet(galley.sentences[s].tokens)
      || galley.statements.contains { other in
        guard other.attribution.id != id, other.isSpoken, other.speaker != nil,
          let place = other.sentence
        else { return false }
        return place == s || place < s && galley.sentences[place].block == galley.sentences[s].block
      }
  }

  /// ATTR-02: what was somebody's account before is the outlet's own word later. One remark for the story.
  static func fading(_ galley: Galley) -> [Remark] {
    let told = galley.statements.filter { statement in
      statement.isSpoken && !statement.isHeadline && statement.sentence != nil
        && (statement.speaker?.grade ?? .none) <= .anonymous
    }
    guard !told.isEmpty else { return [] }
    let words = told.map { galley.topicWords($0.content) }
    for (s, passage) in galley.sentences.enumerated() where isOwnWord(s, galley) {
      let own = galley.topicWords([passage.tokens])
      guard own.count >= Self.fewestWords else { continue }
      for (i, statement) in told.enumerated() where (statement.sentence ?? s) < s {
        let shared = own.intersection(words[i]).count
        guard shared >= Self.fewestWords, shared * 10 >= own.count * 7, let at = statement.attribution.content.first
        else { continue }
        return [
          Remark(
            message: "told as fact here, as \(statement.speaker?.name ?? "somebody")'s account before",
            at: galley.span(passage.tokens), related: [Related("attributed here", at: at)],
            attribution: statement.attribution.id)
        ]
      }
    }
    return []
  }

  /// Fewer words of topic are not enough to know a statement again.
  private static let fewestWords = 5

  /// No statement in the sentence, and none before it in the paragraph that would carry over.
  private static func isOwnWord(_ s: Int, _ galley: Galley) -> Bool {
    let block = galley.sentences[s].block
    return !galley.sentences[s].tokens.contains { galley.scanned.isQuoted($0) }
      && !galley.statements.contains { statement in
        guard let place = statement.sentence, place <= s else { return false }
        return galley.sentences[place].block == block
      }
  }
}
