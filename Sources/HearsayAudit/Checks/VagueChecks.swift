import HearsayAttribution
import HearsayText

/// Attributions that hide who speaks: passives over the story, crowds, adverbs of hearsay.
enum VagueChecks {
  /// VAGUE-01: the headline or the first sentence rests on a passive or on "media reports".
  ///
  /// Milder where the next sentence names the source. A headline whose body names one outlet belongs to HEAD-01.
  static func agentlessOpening(_ galley: Galley) -> [Remark] {
    let opening = galley.sentences.firstIndex { $0.block == galley.lead }
    var remarks: [Remark] = []
    for item in galley.ruleFindings("VAGUE-01") {
      let words = galley.quoted(item.tokens)
      if galley.isInHeadline(item.tokens.lowerBound) {
        guard HeadlineChecks.outletOfBody(galley) == nil else { continue }
        remarks.append(
          Remark(message: "the headline names no source: \(words)", at: item.finding.at, rule: item.finding.rule))
      } else if let s = galley.sentence(of: item.tokens.lowerBound), s == opening {
        guard !isNamed(item.tokens, in: s, galley) else { continue }
        var remark = Remark(
          message: "the lead names no source: \(words)", at: item.finding.at, rule: item.finding.rule)
        if let named = namedSoon(after: s, galley) {
          remark.level = .warning
          if let who = named.who { remark.related = [Related("named only afterwards", at: who)] }
          if let outlet = galley.relays(named).first, named.speaker?.kind == .outlet {
            remark.rewrite = "\(outlet.name) reported"
          }
        }
        remarks.append(remark)
      }
    }
    return Array(remarks.prefix(1))
  }

  /// Whether the sentence has a source for it after all. Who wants or says something inside the words that are handed on is
  /// none.
  private static func isNamed(_ cue: Range<Int>, in sentence: Int, _ galley: Galley) -> Bool {
    if galley.namesOutlet(galley.sentences[sentence].tokens) { return true }
    let handedOn = galley.statements.first { $0.cue.overlaps(cue) }?.content ?? []
    return galley.statements(inSentence: sentence).contains { statement in
      // "According to reports in local media" is the source that hides who it is.
      (statement.speaker?.grade ?? .none) <= .anonymousWithRole && statement.source?.overlaps(cue) != true
        && !handedOn.contains { $0.contains(statement.cue.lowerBound) }
    }
  }

  /// The first statement with a named source in the two sentences behind.
  private static func namedSoon(after sentence: Int, _ galley: Galley) -> Statement? {
    galley.statements.first { statement in
      guard let s = statement.sentence, s > sentence, s <= sentence + 2, statement.speaker?.name != galley.publisher
      else { return false }
      return (statement.speaker?.grade ?? .none) <= .institution
        || galley.relays(statement).contains { $0.stated }
    }
  }

  /// VAGUE-02: "critics", "concerns", "speculation". One remark for the story.
  ///
  /// Not where somebody with a name follows a crowd in its paragraph or opens the next: then it was a heading for them.
  static func impersonalSources(_ galley: Galley) -> [Remark] {
    var places: [(tokens: Range<Int>, span: Span)] = []
    for statement in galley.statements {
      guard let grade = statement.speaker?.grade, grade == .collective || grade == .anonymousWithRole,
        !statement.isNested, let s = statement.sentence,
        let source = statement.source, !galley.scanned.isQuoted(source.lowerBound),
        isCrowd(source, galley), !isCounted(source, galley), isView(statement, galley), !isSurvey(s, galley),
        !isFollowedByName(statement.extent.upperBound, sentence: s, galley)
      else { continue }
      places.append((source, galley.span(source)))
    }
    for item in galley.ruleFindings("VAGUE-02") {
      guard let s = galley.sentence(of: item.tokens.lowerBound),
        !galley.scanned.isQuoted(item.tokens.lowerBound), galley.sentences[s].tokens.contains(item.tokens.lowerBound),
        !galley.statements.contains(where: { isOwned(item.tokens, by: $0) })
      else { continue }
      places.append((item.tokens, item.finding.at))
    }
    places.sort { $0.span < $1.span }
    guard let first = places.first else { return [] }
    let message =
      places.count == 1
      ? "\(galley.quoted(first.tokens)): nobody that a reader could find"
      : "\(places.count) impersonal sources: nobody that a reader could find"
    return [Remark(message: message, at: first.span, related: galley.alsoAt(places.dropFirst().map(\.span)))]
  }

  /// "many", "critics", "local media": the whole phrase, or a trade at the end of it ("Western analysts").
  private static func isCrowd(_ source: Range<Int>, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    if scanned.has(source, galley.lexis.crowd) || scanned.has(source, galley.lexis.mediaNoun) { return true }
    return source.contains { scanned.entryEnd($0, galley.lexis.trade, in: source) == source.upperBound }
  }

  /// "81 percent approve. Most believe …": a survey is being told.
  private static func isSurvey(_ s: Int, _ galley: Galley) -> Bool {
    galley.sentences[max(0, s - 1)...s].contains { passage in
      passage.block == galley.sentences[s].block
        && [galley.lexis.survey, galley.lexis.share].contains { galley.scanned.holds(passage.tokens, $0) }
    }
  }

  /// A view or an account, not something a crowd was seen doing, is out to do, or did "to explain" it.
  private static func isView(_ statement: Statement, _ galley: Galley) -> Bool {
    let cue = statement.cue
    guard !["intent", "attempt", "refusal"].contains(statement.attribution.stance),
      !cue.isEmpty, !galley.scanned.has(cue.lowerBound, galley.lexis.preposition)
    else { return false }
    return (galley.scanned.holds(cue, galley.lexis.say) || galley.scanned.holds(cue, galley.lexis.think))
      && !galley.scanned.holds(cue, galley.lexis.crowdDeed)
  }

  /// "one of the people", "two experts": somebody in particular, whom other checks ask about.
  private static func isCounted(_ source: Range<Int>, _ galley: Galley) -> Bool {
    guard let phrase = SourcePhrase(source, galley) else { return false }
    return phrase.isPartitive || phrase.number != nil || phrase.isDefinite
  }

  /// Whether the words are part of what somebody with a name or role says. An outlet's or a paper's words about concerns
  /// leave them in the air.
  private static func isOwned(_ words: Range<Int>, by statement: Statement) -> Bool {
    guard let speaker = statement.speaker, speaker.grade <= .anonymous, speaker.kind != .outlet,
      speaker.kind != .document
    else { return false }
    return statement.content.contains { $0.contains(words.lowerBound) }
  }

  private static func isFollowedByName(_ token: Int, sentence s: Int, _ galley: Galley) -> Bool {
    let block = galley.sentences[s].block
    let next = galley.bodyBlock(after: block)
    let opening = galley.sentences.firstIndex { $0.block == next }
    return galley.statements.contains { statement in
      guard let other = statement.sentence, statement.speaker?.grade == .named,
        statement.extent.lowerBound >= token || other > s
      else { return false }
      return galley.sentences[other].block == block && other >= s || other == opening
    }
  }

  /// VAGUE-03: "reportedly" where neither the sentence nor the paragraph says who reports, nor, behind the opening, the next
  /// sentence.
  static func hearsayAdverbs(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    var places: [Int] = []
    for (s, passage) in galley.sentences.enumerated() {
      for i in passage.tokens where scanned.has(i, galley.lexis.hearsayAdverb) && !scanned.isQuoted(i) {
        if !hasReporter(s, galley) { places.append(i) }
      }
    }
    guard let first = places.first else { return [] }
    let isCourtCopy = places.allSatisfy { i in
      galley.sentence(of: i).map { isCourt(block: galley.sentences[$0].block, galley) } ?? false
    }
    let words = galley.quoted(first..<first + 1)
    return [
      Remark(
        message: isCourtCopy ? "\(words) by whom: the charge, the police, a witness?" : "\(words) by whom?",
        at: galley.span(first..<first + 1), related: galley.alsoAt(places.dropFirst().map { galley.span($0..<$0 + 1) }),
        level: isCourtCopy ? .note : nil)
    ]
  }

  /// Whether an outlet is named in the sentence as who reported.
  private static func reports(_ s: Int, _ galley: Galley) -> Bool {
    galley.statements(inSentence: s).contains { !galley.relays($0).isEmpty || $0.speaker?.kind == .outlet }
      && galley.namesOutlet(galley.sentences[s].tokens)
  }

  private static func hasReporter(_ s: Int, _ galley: Galley) -> Bool {
    let passage = galley.sentences[s]
    let next = follower(of: s, galley)
    if galley.namesOutlet(passage.tokens) { return true }
    if let next, reports(next, galley) { return true }
    return galley.statements.contains { statement in
      guard let other = statement.sentence, let speaker = statement.speaker, speaker.grade <= .anonymous else {
        return false
      }
      // In the sentence, or carried over from one before it in the paragraph.
      return other == s || other < s && galley.sentences[other].block == passage.block
        || other == next && speaker.grade <= .institution
    }
  }

  /// The sentence that may still say who reports what this one tells: the next of its paragraph, and of the story behind
  /// the opening.
  private static func follower(of s: Int, _ galley: Galley) -> Int? {
    guard s + 1 < galley.sentences.count else { return nil }
    let isOpening = galley.sentences.firstIndex { $0.block == galley.lead } == s
    return isOpening || galley.sentences[s + 1].block == galley.sentences[s].block ? s + 1 : nil
  }

  static func isCourt(block: Int, _ galley: Galley) -> Bool {
    galley.sentences.contains { passage in
      passage.block == block && galley.scanned.holds(passage.tokens, galley.lexis.court)
    }
  }
}
