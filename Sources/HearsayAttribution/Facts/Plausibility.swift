import HearsayRules

/// Leaves out matches that a rule's pattern can't tell from attributions.
///
/// Each test asks something of the whole draft: who can think or want, what a content can begin with, what the words mean
/// to another fact. None knows a word by itself.
struct Plausibility: Sendable {
  let reading: Reading

  func sift(_ facts: inout Facts) {
    let reader = MentionReader(reading: reading)
    let unverified = facts.caveats.filter { $0.effect.id == "unverified" }.map(\.cue)
    let citations = facts.hops.filter { $0.from != nil }
    facts.drafts.removeAll { d in
      // "Reuters could not verify the claim" is a caveat, no statement.
      if unverified.contains(where: { $0.overlaps(d.cue) }) { return true }
      // "Reuters reported, citing two officials": a link of the statement before.
      if d.sourceIsShared,
        citations.contains(where: { $0.from.map { f in d.content.contains { $0.overlaps(f) } } ?? false })
      {
        return true
      }
      // "According to Reuters, which cited two officials": a link of the statement around it.
      if d.stance == "quote", let source = d.source, source.count == 1,
        reading.syntax.startsRelative(source.lowerBound),
        citations.contains(where: { $0.from.map { f in d.content.contains { $0.overlaps(f) } } ?? false })
      {
        return true
      }
      // What stands in the words for a relay's own source says who that is.
      if citations.contains(where: { $0.from.map { $0.contains(d.cue.lowerBound) } ?? false }) { return true }
      guard let first = d.content.first?.lowerBound else { return false }
      if reading.syntax.turnsAway(first) { return true }
      // "After the vote was lost, the minister said …": when it was, not what was said.
      if d.content.count == 1, d.content[0].upperBound <= d.cue.lowerBound,
        reading.syntax.isFrontedAdverbial(d.content[0])
      {
        return true
      }
      // "According to one account, the minister shouted": who says so, not what was shouted.
      if d.content.count == 1, d.content[0].upperBound <= d.cue.lowerBound,
        reading.scanned.entryEnd(first, reading.lexis.according, in: d.content[0]) != nil,
        !d.content[0].contains(where: reading.syntax.isComma)
      {
        return true
      }
      // "a claim that the bank denied | at the time": when, and not what.
      if d.content.count == 1, d.content[0].count <= 3, reading.syntax.isPreposition(first),
        let last = d.content[0].last, reading.syntax.isTime(last)
      {
        return true
      }
      // "In an earlier post, the aide claimed to be …": where, and not what.
      if d.content.count == 1, d.content[0].upperBound <= d.cue.lowerBound, reading.syntax.isPreposition(first),
        reading.scanned.tokens.flags[first].contains(.sentenceStart),
        !d.content[0].contains(where: { reading.syntax.mayBeVerb($0) || reading.syntax.isComma($0) }),
        !d.content[0].contains(where: { reading.scanned.tokens.kind[$0] == .quotationMark })
      {
        return true
      }
      guard let source = d.source, !source.isEmpty else { return false }
      // "Q: | Who told you?" asks.
      if source.count == 1, source.lowerBound > 0, reading.scanned.has(source.lowerBound, reading.lexis.who),
        reading.scanned.tokens.flags[source.lowerBound].contains(.sentenceStart)
          || reading.syntax.isColon(source.lowerBound - 1)
      {
        return true
      }
      // "one of whom is advising …" is said of somebody, by nobody.
      if source.count == 1, reading.syntax.followsOf(source.lowerBound) { return true }
      // "The shares, which fell, added 4 per cent": the subject, not what somebody added.
      if d.cue.upperBound <= source.lowerBound, d.content.count == 1, reading.syntax.isBareSubject(d.content[0]) {
        return true
      }
      // Behind the cue nothing can be its verb: "according to state records".
      if source.lowerBound < d.cue.lowerBound,
        reading.syntax.isFiniteVerb(source.lowerBound, from: source.lowerBound),
        !reading.syntax.isName(source.lowerBound)
      {
        return true
      }
      if holdsClause(source) { return true }
      // "a meeting where the leader outlined …", but "an interview where he said that …".
      if reading.syntax.followsNounAsRelative(source.lowerBound), !(d.isSpeech && reading.syntax.opensWords(first)) {
        return true
      }
      return isThought(d.cue) && !canThink(reader.read(source))
    }
    dropLabels(&facts.drafts)
    dropHistories(&facts.drafts)
  }

  /// "Place Dam: judge orders release of records": a name before a headline's colon speaks only if it does so in the story.
  private func dropLabels(_ drafts: inout [Draft]) {
    let reader = MentionReader(reading: reading)
    let form = reading.scanned.tokens.form
    let voices = drafts.filter { !$0.isHeadline }.compactMap(\.source)
    drafts.removeAll { d in
      guard d.isHeadline, d.cue.count == 1, reading.syntax.isColon(d.cue.lowerBound), let source = d.source,
        let last = source.last, let first = d.content.first,
        reading.scanned.tokens.kind[first.lowerBound] != .quotationMark
      else { return false }
      switch reader.read(source).form {
      case .person, .other, .organisation: break
      default: return false
      }
      return !voices.contains { $0.contains { form[$0] == form[last] } }
    }
  }

  /// "Footage posted on Telegram showed …": the verb of the document's own history is no statement, when what it seems to
  /// say begins with the verb of another whose source it stands in.
  private func dropHistories(_ drafts: inout [Draft]) {
    let all = drafts
    drafts.removeAll { d in
      all.contains { other in
        other.cue != d.cue && d.content.first?.lowerBound == other.cue.lowerBound
          && other.source.map { $0.contains(d.cue.lowerBound) } ?? false
      }
    }
  }

  /// Drops what stands inside another's words without being a statement of its own.
  func siftNested(_ drafts: inout [Draft], _ places: [SentencePlace]) {
    var newIndex = [Int](repeating: -1, count: drafts.count)
    var kept: [Draft] = []
    for (i, d) in drafts.enumerated() {
      // What describes somebody's source says who that is.
      if let o = d.within, let source = drafts[o].source, !drafts[o].sourceIsShared, source.contains(d.cue.lowerBound) {
        continue
      }
      // "No deaths were reported, officials said": the passive is all that they say; "it did not comment, he said".
      if let o = d.within, d.source == nil && drafts[o].content == [d.extent] || d.stance == "refusal" { continue }
      if let o = d.within, isRelayed(d, in: drafts[o]) {
        newIndex[i] = kept.count
        kept.append(d)
        continue
      }
      if d.within != nil, let first = d.content.first,
        !reading.syntax.isStatement(from: first.lowerBound, places[d.sentence].tokens) || !isSpoken(d)
      {
        continue
      }
      newIndex[i] = kept.count
      kept.append(d)
    }
    for i in kept.indices {
      var outer = kept[i].within
      var steps = 0
      while let o = outer, newIndex[o] < 0, steps < drafts.count {
        outer = drafts[o].within
        steps += 1
      }
      kept[i].within = outer.flatMap { newIndex[$0] >= 0 ? newIndex[$0] : nil }
    }
    drafts = kept
  }

  /// "The spokesman dismissed the report, the agency Volna said": all that the outlet hands on is somebody else's statement.
  private func isRelayed(_ d: Draft, in outer: Draft) -> Bool {
    guard let source = d.source, source.lowerBound == outer.content.first?.lowerBound, outer.content.count == 1,
      d.isSpeech, d.stance != "refusal", let relay = outer.source
    else { return false }
    let reader = MentionReader(reading: reading)
    let m = reader.read(relay)
    guard m.form == .outlet || m.isUnknownOutlet else { return false }
    switch reader.read(source).form {
    case .person, .role, .organisation: return true
    default: return false
    }
  }

  /// Inside another's words only people and bodies speak: "his refusal indicated that …" is the outer speaker's reading.
  private func isSpoken(_ d: Draft) -> Bool {
    guard let source = d.source, !source.isEmpty else { return true }
    return canThink(MentionReader(reading: reading).read(source))
  }

  /// A "source" with a verb in the present tense and no relative pronoun is a clause: "reporting points to Smith".
  private func holdsClause(_ source: Range<Int>) -> Bool {
    guard source.count >= 3 else { return false }
    for i in source.dropFirst() {
      if reading.syntax.startsRelative(i) || reading.syntax.isComma(i) { return false }
      if reading.syntax.isWhose(i, from: source.lowerBound) { return false }
      if reading.syntax.isPresentVerb(i, from: source.lowerBound) || reading.syntax.isActivePast(i) { return true }
    }
    return false
  }

  private func isThought(_ cue: Range<Int>) -> Bool {
    let s = reading.scanned
    let lex = reading.lexis
    return (s.holds(cue, lex.think) || s.holds(cue, lex.want)) && !s.holds(cue, lex.say) && !s.holds(cue, lex.show)
  }

  /// People, bodies and outlets think and want; proposals and refusals don't.
  private func canThink(_ m: Mention) -> Bool {
    switch m.form {
    case .other, .document: false
    // "his refusal", "the claim": what somebody thinks or says, not somebody.
    case .collective: !(m.head.map { reading.scanned.has($0, reading.lexis.claimNoun) } ?? false)
    default: true
    }
  }
}
