import HearsayAttribution
import HearsayText

/// Whether the other side was asked, what it answered, and to what.
enum ReplyChecks {
  /// RTR-01: the story rests on a relay or on unnamed sources, and nobody it is about was asked.
  ///
  /// Asked is: a request or "no comment" anywhere, or a denial of what the lead says.
  static func notSought(_ galley: Galley) -> [Remark] {
    guard let lead = restingLead(galley), let at = lead.attribution.content.first, concernsSomebody(lead, galley),
      !galley.story.caveats.contains(where: { $0.caveat == "comment-sought" || $0.caveat == "no-comment" }),
      !galley.sentences.contains(where: { galley.scanned.holds($0.tokens, galley.lexis.comment) }),
      !galley.statements.contains(where: { isDenial($0, of: lead, galley) }), narrowDenial(galley).isEmpty
    else { return [] }
    let subject = subject(of: lead, galley).flatMap { acts($0, in: at, galley) ? $0 : nil }
    return [
      Remark(
        message: subject.map {
          "nothing shows that a response was sought from \(galley.quoted($0)) or others concerned"
        }
          ?? "nothing shows that a response was sought from those concerned",
        at: subject.map(galley.span) ?? at, attribution: lead.attribution.id)
    ]
  }

  /// What unnamed people or nobody say of somebody, or a grave matter: not the vote that another outlet has counted.
  private static func concernsSomebody(_ lead: Statement, _ galley: Galley) -> Bool {
    lead.speaker == nil || galley.voices.contains { $0.speaker.id == lead.speaker?.id && $0.isConfidential }
      || lead.content.contains { galley.scanned.holds($0, galley.lexis.grave) }
  }

  /// Whether what the lead says comes from unnamed people.
  static func restsOnUnnamed(_ galley: Galley) -> Bool {
    guard let lead = HeadlineChecks.leadStatement(galley), let id = lead.speaker?.id else { return false }
    return galley.voices.contains { $0.speaker.id == id && $0.isConfidential }
  }

  /// The lead's statement, where it comes from unnamed sources, from nobody, or through another outlet.
  private static func restingLead(_ galley: Galley) -> Statement? {
    guard let lead = HeadlineChecks.leadStatement(galley) else { return nil }
    // "The minister will resign, it has been reported."
    if lead.speaker == nil {
      return galley.ruleFindings("VAGUE-01").contains { $0.tokens.overlaps(lead.cue) } ? lead : nil
    }
    let voice = galley.voices.first { $0.speaker.id == lead.speaker?.id }
    if voice?.isConfidential == true { return lead }
    guard let relay = galley.story.relay, !galley.isPublisher(relay), !galley.isAgency(relay) else { return nil }
    let isRelayed = galley.relays(lead).contains { $0.name == relay.name }
    return isRelayed && lead.speaker?.grade != .named ? lead : nil
  }

  /// A denial, or a statement by somebody on the record, on the lead's matter.
  private static func isDenial(_ statement: Statement, of lead: Statement, _ galley: Galley) -> Bool {
    guard let speaker = statement.speaker, speaker.grade <= .institution, speaker.id != lead.speaker?.id,
      galley.scanned.holds(statement.cue, galley.lexis.denial)
        || galley.ruleFindings("DENY-01").contains(where: { statement.extent.overlaps($0.tokens) })
    else { return false }
    return galley.topicWords(statement.content).intersection(galley.topicWords(lead.content)).count >= 2
  }

  /// The first name in the lead's content: whom it is about.
  private static func subject(of lead: Statement, _ galley: Galley) -> Range<Int>? {
    let scanned = galley.scanned
    guard let content = lead.content.first else { return nil }
    var i = content.lowerBound
    while i < content.upperBound {
      var end = i
      while end < content.upperBound, scanned.tokens.kind[end] == .word,
        scanned.tokens.flags[end].contains(.capitalised)
      { end += 1 }
      let opensSentence = scanned.tokens.flags[i].contains(.sentenceStart)
      if end > i, !opensSentence || end - i > 1 || scanned.has(i, galley.lexis.place),
        !scanned.has(i, galley.lexis.weekday), !scanned.has(i, galley.lexis.month),
        end - i > 1 || !galley.lexis.small.contains(where: { scanned.has(i, $0) })
      {
        let isArticle = scanned.has(i, galley.lexis.article) || scanned.has(i, galley.lexis.preposition)
        let start = isArticle && end - i > 1 ? i + 1 : i
        return start..<end
      }
      i = max(end, i + 1)
    }
    return nil
  }

  /// Whether a name opens what is told and does something there: "Sorn is preparing …", not "a Sorn ferry".
  private static func acts(_ name: Range<Int>, in content: Span, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    let tokens = galley.tokens(content)
    let opens = (tokens.lowerBound..<name.lowerBound).allSatisfy { i in
      galley.lexis.small.contains { scanned.has(i, $0) }
    }
    guard opens, name.upperBound < tokens.upperBound else { return false }
    return [galley.lexis.auxiliary, galley.lexis.say, galley.lexis.want, galley.lexis.think, galley.lexis.modal]
      .contains { scanned.has(name.upperBound, $0) }
  }

  /// RTR-02: asked, and not a word on what came back.
  static func outcomeMissing(_ galley: Galley) -> [Remark] {
    guard !galley.story.caveats.contains(where: { $0.caveat == "no-comment" }) else { return [] }
    for caveat in galley.story.caveats where caveat.caveat == "comment-sought" {
      guard let cue = caveat.cue.first, let s = galley.sentence(of: galley.tokens(cue).lowerBound) else { continue }
      let asked = galley.topicWords([galley.sentences[s].tokens])
      let answered = galley.statements.contains { statement in
        guard let other = statement.sentence, other != s, let source = statement.source,
          (statement.speaker?.grade ?? .none) <= .institution
        else { return false }
        return other > s && other <= s + 2 || !galley.topicWords([source]).isDisjoint(with: asked)
      }
      if !answered {
        return [Remark(message: "asked, and not a word on what came back", at: cue, rule: caveat.rule)]
      }
    }
    return []
  }

  /// DENY-01: a denial with an adjective in it, against a story that rests on unnamed sources or a relay.
  static func narrowDenial(_ galley: Galley) -> [Remark] {
    guard let lead = restingLead(galley), let claim = lead.attribution.content.first else { return [] }
    for item in galley.ruleFindings("DENY-01") {
      guard let denial = galley.statements.first(where: { $0.extent.overlaps(item.tokens) && !$0.isHeadline }),
        let speaker = denial.speaker, speaker.grade <= .institution, speaker.id != lead.speaker?.id,
        speaker.kind != .outlet
      else { continue }
      return [
        Remark(
          message: "\(galley.quoted(item.tokens)) denies less than the story claims", at: item.finding.at,
          related: [Related("the claim", at: claim)], attribution: denial.attribution.id, rule: item.finding.rule)
      ]
    }
    return []
  }
}
