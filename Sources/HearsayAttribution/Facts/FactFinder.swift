import HearsayRules
import HearsayStory
import HearsaySyntax
import HearsayText

/// All facts that the rules find in one story.
struct Facts: Sendable {
  var drafts: [Draft] = []
  var hops: [HopFact] = []
  var caveats: [CaveatFact] = []
  var anonymity: [AnonymityFact] = []
  var findings: [RuleFinding] = []
}

/// Runs the rules over the body, sentence by sentence, and turns matches into facts.
final class FactFinder: Sendable {
  let reading: Reading
  let policy: ConflictPolicy
  /// By rule.
  let plans: [ActionPlan]

  init(reading: Reading, policy: ConflictPolicy, plans: [ActionPlan]) {
    self.reading = reading
    self.policy = policy
    self.plans = plans
  }

  func find(_ matcher: inout Matcher, _ places: [SentencePlace], blocks: [BlockPlace]) -> Facts {
    var facts = Facts()
    var matches: [RuleMatch] = []
    for (index, place) in places.enumerated() {
      matches.removeAll(keepingCapacity: true)
      let kind: Rule.Scope = blocks[place.block].kind == .headline ? .headline : .sentence
      matcher.match(reading.scanned, scope: place.tokens, kind: kind, phrases: reading.syntax, into: &matches)
      take(&matches, sentence: index, place, isHeadline: kind == .headline, into: &facts)
    }
    // The first sentence of each block; both lists are in the order of the text.
    var first = 0
    for (b, block) in blocks.enumerated() where block.kind.isBody || block.kind == .headline {
      while first < places.count, places[first].block < b { first += 1 }
      let sentence = first < places.count && places[first].block == b ? first : 0
      let place = SentencePlace(tokens: block.tokens, block: b)
      for kind in block.kind == .paragraph ? [Rule.Scope.block, .paragraph] : [.block] {
        matches.removeAll(keepingCapacity: true)
        matcher.match(reading.scanned, scope: block.tokens, kind: kind, phrases: reading.syntax, into: &matches)
        take(&matches, sentence: sentence, place, isHeadline: false, into: &facts)
      }
    }
    // "The ministry said no, and | the Gazette could not verify": of two readings of who did not check the shorter one.
    let all = facts.caveats
    facts.caveats.removeAll { long in
      all.contains {
        $0.effect.id == long.effect.id && $0.cue.upperBound == long.cue.upperBound && $0.cue.count < long.cue.count
          && $0.by != nil && long.by != nil
      }
    }
    return facts
  }

  private func take(
    _ matches: inout [RuleMatch], sentence: Int, _ place: SentencePlace, isHeadline: Bool, into facts: inout Facts
  ) {
    guard !matches.isEmpty else { return }
    // Those that attribute stay in `matches`; the others have said all there is to say.
    var kept = 0
    for i in matches.indices {
      let plan = plans[matches[i].rule]
      note(matches[i], plan, sentence, place.block, into: &facts)
      if plan.attributes.isEmpty { noteCaveats(matches[i], plan, sentence, place.block, into: &facts) }
      if !plan.attributes.isEmpty {
        if kept != i { matches[kept] = matches[i] }
        kept += 1
      }
    }
    matches.removeSubrange(kept...)
    matches.removeAll(where: swapsSubject)
    policy.keepBest(&matches)
    for match in matches {
      // "The paper claims that": no claim of nobody's, though the rule for one matched too.
      noteCaveats(match, plans[match.rule], sentence, place.block, into: &facts)
      for effect in plans[match.rule].attributes {
        if let draft = draft(match, effect, sentence, place, isHeadline) { facts.drafts.append(draft) }
      }
    }
  }

  private func noteCaveats(
    _ match: RuleMatch, _ plan: ActionPlan, _ sentence: Int, _ block: Int, into facts: inout Facts
  ) {
    for caveat in plan.caveats {
      facts.caveats.append(
        CaveatFact(
          rule: match.rule, effect: caveat.effect, cue: cue(match, plan) ?? match.range,
          by: caveat.by.flatMap { match[slot: $0] }, sentence: sentence, block: block))
    }
  }

  /// What a match says besides attributions and caveats.
  private func note(
    _ match: RuleMatch, _ plan: ActionPlan, _ sentence: Int, _ block: Int, into facts: inout Facts
  ) {
    for hop in plan.hops {
      guard let via = match[slot: hop.via] else { continue }
      facts.hops.append(
        HopFact(rule: match.rule, via: via, from: hop.from.flatMap { match[slot: $0] }, sentence: sentence))
    }
    for one in plan.anonymity {
      facts.anonymity.append(
        AnonymityFact(
          rule: match.rule, cue: cue(match, plan) ?? match.range, of: one.of.flatMap { match[slot: $0] },
          reason: one.reason.flatMap { match[slot: $0] }, isReasoned: one.effect.isReasoned,
          isRote: one.effect.isRote, sentence: sentence))
    }
    for finding in plan.findings {
      guard let range = match[slot: finding.at] else { continue }
      facts.findings.append(
        RuleFinding(
          check: finding.check, at: reading.span(range), rewrite: finding.rewrite,
          rule: reading.rulebook.rules[match.rule].name))
    }
  }

  /// "Orla Quist, who runs the campaign, disputed the document" is no verb with its speaker behind: what would be the
  /// words is only the subject.
  private func swapsSubject(_ match: RuleMatch) -> Bool {
    let plan = plans[match.rule]
    guard let effect = plan.attributes.first, effect.content.count == 1, let slot = effect.source,
      let source = match[slot: slot], let content = match[slot: effect.content[0]], let cue = cue(match, plan),
      content.upperBound <= cue.lowerBound, cue.upperBound <= source.lowerBound,
      cue.upperBound == source.lowerBound, !reading.scanned.holds(cue, reading.lexis.according),
      cue.count <= 3, reading.syntax.isPastVerb(cue.upperBound - 1)
    else { return false }
    return reading.syntax.isSubjectOnly(content)
  }

  private func cue(_ match: RuleMatch, _ plan: ActionPlan) -> Range<Int>? {
    plan.cue.flatMap { match[slot: $0] }
  }

  private func draft(
    _ match: RuleMatch, _ effect: ActionPlan.Attribute, _ sentence: Int, _ place: SentencePlace, _ isHeadline: Bool
  ) -> Draft? {
    let cue = cue(match, plans[match.rule]) ?? match.anchor..<match.anchor + 1
    var content: [Range<Int>] = []
    for slot in effect.content {
      if let range = match[slot: slot].map(trimmed), !range.isEmpty { content.append(range) }
    }
    guard !content.isEmpty || effect.awaitsNext else { return nil }
    var stance = "neutral"
    switch effect.stance {
    case .named(let name): stance = name
    case .ofCapture(let name):
      stance = reading.rulebook.className(ofCapture: name, in: match, of: reading.scanned) ?? stance
    case nil: break
    }
    var draft = Draft(
      rule: match.rule, content: content, cue: cue, source: effect.source.flatMap { match[slot: $0] }.map(trimmed),
      via: effect.via.flatMap { match[slot: $0] }, stance: stance, sentence: sentence, block: place.block,
      isHeadline: isHeadline, awaitsNext: effect.awaitsNext)
    draft.sourceIsShared = effect.isShared
    draft.isSpeech = isSpeech(cue)
    // A second piece that begins with a cue of its own is that cue's content.
    if draft.content.count == 2,
      reading.syntax.opensParticiple(draft.content[1].lowerBound)
        || reading.syntax.turnsAway(draft.content[1].lowerBound)
    {
      draft.content.removeLast()
    }
    return draft
  }

  private func isSpeech(_ cue: Range<Int>) -> Bool {
    for i in cue {
      if reading.scanned.has(i, reading.lexis.say) || reading.scanned.has(i, reading.lexis.tell) { return true }
    }
    return reading.scanned.holds(cue, reading.lexis.according)
  }

  /// Without commas, colons and stops at its edges; quotation marks stay.
  func trimmed(_ r: Range<Int>) -> Range<Int> {
    var a = r.lowerBound
    var b = r.upperBound
    while a < b, reading.syntax.isEdge(a) { a += 1 }
    while b > a, reading.syntax.isEdge(b - 1) { b -= 1 }
    return a..<b
  }
}

/// A block with its tokens.
struct BlockPlace: Sendable {
  var kind: BlockKind
  var tokens: Range<Int>
}
