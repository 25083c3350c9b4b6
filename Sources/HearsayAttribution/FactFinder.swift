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

  init(reading: Reading, policy: ConflictPolicy) {
    self.reading = reading
    self.policy = policy
  }

  /// Matches are collected here; kept between stories by the caller so that a worker allocates once.
  func find(_ matcher: inout Matcher, _ places: [SentencePlace], blocks: [BlockPlace]) -> Facts {
    var facts = Facts()
    var matches: [RuleMatch] = []
    for (index, place) in places.enumerated() {
      matches.removeAll(keepingCapacity: true)
      let kind: Rule.Scope = blocks[place.block].kind == .headline ? .headline : .sentence
      matcher.match(reading.scanned, scope: place.tokens, kind: kind, phrases: reading.syntax, into: &matches)
      take(matches, sentence: index, place, isHeadline: kind == .headline, into: &facts)
    }
    // The first sentence of each block; both lists are in the order of the text.
    var first = 0
    for (b, block) in blocks.enumerated() where block.kind.isBody || block.kind == .headline {
      while first < places.count, places[first].block < b { first += 1 }
      matches.removeAll(keepingCapacity: true)
      matcher.match(reading.scanned, scope: block.tokens, kind: .block, phrases: reading.syntax, into: &matches)
      guard !matches.isEmpty else { continue }
      let sentence = first < places.count && places[first].block == b ? first : 0
      take(matches, sentence: sentence, SentencePlace(tokens: block.tokens, block: b), isHeadline: false, into: &facts)
    }
    return facts
  }

  private func take(
    _ matches: [RuleMatch], sentence: Int, _ place: SentencePlace, isHeadline: Bool, into facts: inout Facts
  ) {
    guard !matches.isEmpty else { return }
    var attributing: [RuleMatch] = []
    for match in matches {
      var attributes = false
      for action in reading.rulebook.rules[match.rule].actions {
        switch action.effect {
        case .attribute: attributes = true
        case .hop(let via, let from):
          guard let via, let range = match[via] else { continue }
          facts.hops.append(HopFact(rule: match.rule, via: range, from: from.flatMap { match[$0] }, sentence: sentence))
        case .caveat(let effect):
          facts.caveats.append(
            CaveatFact(
              rule: match.rule, effect: effect, cue: match["cue"] ?? match.range,
              by: effect.by.flatMap { match[$0] }, sentence: sentence, block: place.block))
        case .anonymity(let effect):
          facts.anonymity.append(
            AnonymityFact(
              rule: match.rule, cue: match["cue"] ?? match.range, of: effect.of.flatMap { match[$0] },
              reason: effect.reason.flatMap { match[$0] }, isReasoned: effect.isReasoned, isRote: effect.isRote,
              sentence: sentence))
        case .finding(let check, let at, let rewrite):
          guard let range = match[at] else { continue }
          facts.findings.append(
            RuleFinding(
              check: check, at: reading.span(range), rewrite: rewrite, rule: reading.rulebook.rules[match.rule].name))
        case .note: break
        }
      }
      if attributes { attributing.append(match) }
    }
    guard !attributing.isEmpty else { return }
    for match in policy.resolve(attributing).kept {
      for action in reading.rulebook.rules[match.rule].actions {
        guard case .attribute(let effect) = action.effect else { continue }
        if let draft = draft(match, effect, sentence, place, isHeadline) { facts.drafts.append(draft) }
      }
    }
  }

  private func draft(
    _ match: RuleMatch, _ effect: AttributeEffect, _ sentence: Int, _ place: SentencePlace, _ isHeadline: Bool
  ) -> Draft? {
    let cue = match["cue"] ?? match.anchor..<match.anchor + 1
    var content: [Range<Int>] = []
    for name in effect.content {
      if let range = match[name].map(trimmed), !range.isEmpty { content.append(range) }
    }
    let awaits = effect.content.isEmpty
    guard !content.isEmpty || awaits else { return nil }
    var stance = "neutral"
    switch effect.stance {
    case .named(let name): stance = name
    case .ofCapture(let name):
      stance = reading.rulebook.className(ofCapture: name, in: match, of: reading.scanned) ?? stance
    case nil: break
    }
    var sourceName: String?
    if case .capture(let name) = effect.source { sourceName = name }
    var draft = Draft(
      rule: match.rule, content: content, cue: cue, source: sourceName.flatMap { match[$0] }.map(trimmed),
      via: effect.via.flatMap { match[$0] }, stance: stance, sentence: sentence, block: place.block,
      isHeadline: isHeadline, awaitsNext: awaits)
    draft.sourceIsShared = effect.source == .subject
    draft.isSpeech = isSpeech(cue)
    // A second piece that begins with a cue of its own is that cue's content.
    if draft.content.count == 2, reading.syntax.opensParticiple(draft.content[1].lowerBound) {
      draft.content.removeLast()
    }
    return draft
  }

  private func isSpeech(_ cue: Range<Int>) -> Bool {
    let s = reading.scanned
    return cue.contains { s.has($0, reading.lexis.say) || s.has($0, reading.lexis.tell) }
      || s.holds(cue, reading.lexis.according)
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
