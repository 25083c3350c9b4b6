import HearsayAttribution
import HearsayText

/// The headline against the first words of the body.
enum HeadlineChecks {
  /// The one outlet whose report the body hands on.
  static func outletOfBody(_ galley: Galley) -> String? {
    // "The newspaper" can't be written into a headline.
    if let relay = galley.story.relay, !galley.isPublisher(relay), relay.name.contains(where: \.isUppercase) {
      return relay.name
    }
    let outlets = Set(galley.statements.filter { !$0.isHeadline }.flatMap { galley.relays($0).map(\.name) })
      .filter { $0.contains(where: \.isUppercase) }
    return outlets.count == 1 ? outlets.first : nil
  }

  /// HEAD-01: "media report" over one outlet's report, or no attribution at all over a relayed one or over what one unnamed
  /// source says.
  static func attributionLost(_ galley: Galley) -> [Remark] {
    guard let headline = galley.headline else { return [] }
    guard let outlet = outletOfBody(galley) else { return overUnnamedSource(headline, galley) }
    let inBody = galley.statements.first { statement in
      !statement.isHeadline && galley.relays(statement).contains { $0.name == outlet }
    }
    let related = inBody?.who.map { [Related("the body has it from \(outlet)", at: $0)] } ?? []
    if let inflated = galley.ruleFindings("VAGUE-01").first(where: { galley.isInHeadline($0.tokens.lowerBound) }) {
      let before = headline.lowerBound..<max(headline.lowerBound, inflated.tokens.lowerBound)
      return [
        Remark(
          message: "\(galley.quoted(inflated.tokens)): one outlet made to look like several", at: inflated.finding.at,
          related: related, rewrite: before.isEmpty ? "\(outlet) reports" : "…, \(outlet) reports",
          rule: inflated.finding.rule)
      ]
    }
    guard let relay = galley.story.relay, relay.name == outlet, !galley.isAgency(relay),
      !isAttributed(headline, galley),
      let lead = leadStatement(galley),
      galley.relays(lead).contains(where: { $0.name == outlet }) || lead.speaker?.name == outlet,
      shares(headline, lead.content, galley)
    else { return [] }
    return [
      Remark(
        message: "the headline states as fact what the body has from \(outlet)", at: galley.span(headline),
        related: related, rewrite: "\(galley.string(headline)), \(outlet) reports", attribution: lead.attribution.id,
        level: .warning)
    ]
  }

  private static func overUnnamedSource(_ headline: Range<Int>, _ galley: Galley) -> [Remark] {
    guard let single = SingleSourceCheck.look(galley).first(where: { $0.level == .error }),
      let lead = galley.statements.first(where: { $0.attribution.id == single.attribution }),
      !isAttributed(headline, galley), shares(headline, lead.content, galley)
    else { return [] }
    return [
      Remark(
        message: "the headline states as fact what one unnamed source says", at: galley.span(headline),
        related: [Related("the source", at: single.at)], attribution: lead.attribution.id, level: .warning)
    ]
  }

  /// A source, an outlet, quotation marks, a colon, a question mark or a hedge: the headline does not speak for itself.
  private static func isAttributed(_ headline: Range<Int>, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    let lexis = galley.lexis
    if galley.statements.contains(where: { $0.isHeadline }) || galley.namesOutlet(headline) { return true }
    return headline.contains { i in
      scanned.tokens.kind[i] == .quotationMark || isMark(i, ":", galley) || isMark(i, "?", galley)
        || scanned.tokens.kind[i] == .dash || scanned.has(i, lexis.modal) || scanned.has(i, lexis.hedge)
        || scanned.entryEnd(i, lexis.hearsayAdverb, in: headline) != nil || scanned.has(i, lexis.say)
        || scanned.has(i, lexis.claimNoun)
    }
  }

  private static func isMark(_ i: Int, _ mark: String, _ galley: Galley) -> Bool {
    galley.scanned.tokens.kind[i] == .punctuation && galley.string(i..<i + 1) == mark
  }

  /// The statement that holds the first sentence's main content.
  static func leadStatement(_ galley: Galley) -> Statement? {
    guard let opening = galley.sentences.firstIndex(where: { $0.block == galley.lead }) else { return nil }
    // Of two that hold each other the one that was not said openly is what the lead rests on.
    return galley.statements.filter { $0.sentence == opening && !$0.isNested }
      .max { (isHandedOn($0, galley) ? 1 : 0, length($0)) < (isHandedOn($1, galley) ? 1 : 0, length($1)) }
  }

  private static func isHandedOn(_ statement: Statement, _ galley: Galley) -> Bool {
    statement.speaker?.anonymous == true || !galley.relays(statement).isEmpty
  }

  private static func length(_ statement: Statement) -> Int { statement.content.reduce(0) { $0 + $1.count } }

  private static func shares(_ headline: Range<Int>, _ content: [Range<Int>], _ galley: Galley) -> Bool {
    let words = galley.topicWords([headline])
    let shared = words.intersection(galley.topicWords(content)).count
    return shared >= 2 && shared * 5 >= words.count * 2
  }

  /// HEAD-02: a cause or an aim in the headline that the body doesn't give.
  ///
  /// Not where the body joins the two as well, by the same word or by one of its kind in a sentence with the same topics.
  static func inferenceAdded(_ galley: Galley) -> [Remark] {
    guard let headline = galley.headline, !isAttributed(headline, galley),
      let join = galley.scanned.first(galley.lexis.inference, in: headline), join.lowerBound > headline.lowerBound
    else { return [] }
    let behind = galley.topicWords([join.upperBound..<headline.upperBound])
    let before = galley.topicWords([headline.lowerBound..<join.lowerBound])
    guard behind.count >= 2, before.count >= 2 else { return [] }
    let isJoined = galley.sentences.contains { passage in
      let words = galley.topicWords([passage.tokens])
      return !words.isDisjoint(with: behind) && !words.isDisjoint(with: before)
    }
    guard !isJoined else { return [] }
    return [
      Remark(
        message: "\(galley.quoted(join)) joins what no sentence of the story joins",
        at: galley.span(join.lowerBound..<headline.upperBound))
    ]
  }

  /// HEAD-03: the first sentence says "may" or "reportedly" of the very verb that the headline states.
  static func hedgeLost(_ galley: Galley) -> [Remark] {
    guard let headline = galley.headline, !isAttributed(headline, galley),
      let opening = galley.sentences.first(where: { $0.block == galley.lead })?.tokens,
      shares(headline, [opening], galley)
    else { return [] }
    let scanned = galley.scanned
    let words = galley.topicWords([headline])
    for i in opening where !scanned.isQuoted(i) {
      guard scanned.has(i, galley.lexis.headlineHedge) else { continue }
      // The verb that the hedge is on: the next word, auxiliaries and adverbs left aside.
      var verb = i + 1
      while verb < min(i + 4, opening.upperBound),
        scanned.has(verb, galley.lexis.auxiliary) || scanned.has(verb, galley.lexis.adverb)
      { verb += 1 }
      guard verb < opening.upperBound, let stem = galley.stem(verb), words.contains(stem) else { continue }
      return [
        Remark(
          message: "the headline is certain, the first sentence is not", at: galley.span(headline),
          related: [Related("hedged here", at: galley.span(i..<verb + 1))])
      ]
    }
    return []
  }
}
