import HearsayRules
import HearsayText

// Pronouns: whom "he", "they" and "which" stand for.
extension SpeakerRegistry {
  /// The last fitting speaker or person before a pronoun: in its sentence, else in the paragraph, else one before.
  mutating func pronoun(_ p: Mention.Pronoun, _ m: Mention, block: Int, sentence: Range<Int>) -> Int? {
    let position = m.range.lowerBound
    switch p {
    case .first:
      guard m.range.count == 1,
        reading.scanned.has(position, reading.lexis.i) || reading.scanned.has(position, reading.lexis.possessorI),
        !reading.scanned.tokens.flags[position].contains(.inQuotation)
      else { return nil }
      return voice(in: block, m)
    case .you: return nil
    case .who:
      // The noun before it: "…, according to Reuters, which said".
      return antecedentBefore(position, sentence)
    case .he, .she, .it, .they: break
    }
    // Who speaks in the first person speaks of others in the third.
    let own = firstPerson.isInterview ? nil : voice(in: block, m)
    func agrees(_ e: Entry) -> Bool {
      if let own, e.speaker.id == own { return false }
      switch p {
      case .he: return !e.isPlural && e.gender != .female && (e.speaker.kind == .person || e.speaker.kind == .office)
      case .she: return !e.isPlural && e.gender != .male && (e.speaker.kind == .person || e.speaker.kind == .office)
      case .it:
        return e.speaker.kind == .organisation || e.speaker.kind == .outlet || e.speaker.kind == .document
          || e.speaker.kind == .office
      case .they: return e.isPlural || e.speaker.kind == .organisation || e.speaker.kind == .outlet
      default: return false
      }
    }
    let spoken = entries.indices.filter {
      agrees(entries[$0]) && entries[$0].lastToken < position && blocksBetween(entries[$0].lastBlock, block) <= 3
    }.max { entries[$0].lastToken < entries[$1].lastToken }
    guard p == .he || p == .she else { return recent(spoken, p, m, block: block, sentence: sentence) }
    // The person that this sentence, or the one before, is about comes first; then the last speaker; then the last name.
    let unfit: Gender = p == .he ? .female : .male
    let spokenAt = spoken.map { entries[$0].lastToken } ?? -1
    var nearest: (person: Int, token: Int)?
    // A source may stand before the sentence of what it says.
    // "Asked whether Brandt had signed, he replied …": whom the question is about answers none.
    let isAnswer = opensWithQuestion(sentence, before: position)
    let before = sentence.lowerBound..<(isAnswer ? sentence.lowerBound : max(sentence.lowerBound, position))
    for about in [before, previousSentence(sentence)] where !about.isEmpty {
      if about.contains(spokenAt) { return spoken }
      if let subject = firstPerson(in: about, unlike: unfit, not: own) { return namedPerson(subject, mention: m) }
    }
    if let subject = subjectBefore(p, block: block, sentence: sentence), entries[subject].gender != unfit {
      return subject
    }
    if let spoken { return spoken }
    for i in reading.names.persons.indices where reading.names.persons[i].gender != unfit {
      guard let token = reading.names.persons[i].mentions.last(where: { $0 < position && !isCredit($0) }),
        own == nil || byPerson[i] != own
      else { continue }
      if token > (nearest?.token ?? -1) { nearest = (i, token) }
    }
    return nearest.map { namedPerson($0.person, mention: m) }
  }

  /// A name in the byline or under a picture is nobody whom the story goes on about.
  private func isCredit(_ token: Int) -> Bool {
    let document = reading.document
    guard let b = document.blockTokens.firstIndex(where: { $0.contains(token) }) else { return false }
    return !document.blocks[b].kind.isBody && document.blocks[b].kind != .headline
      && document.blocks[b].kind != .heading
  }

  /// Whose “I” it is in a block.
  private mutating func voice(in block: Int, _ m: Mention) -> Int? {
    switch firstPerson.voice(in: block) {
    case .person(let p): return namedPerson(p, mention: m)
    case .named(let name): return voice(named: name, mention: m)
    case nil: return nil
    }
  }

  /// Whether a sentence begins by telling what somebody was asked: "Asked about Brandt, …", "When pressed on it, …".
  private func opensWithQuestion(_ sentence: Range<Int>, before position: Int) -> Bool {
    let first = sentence.lowerBound
    guard first < position else { return false }
    return (first..<min(first + 3, position)).contains { reading.scanned.has($0, reading.lexis.asked) }
  }

  /// "An internal memo lays out two options. Dated in March, it says …": the paper that was spoken of last, when a
  /// participle that only a paper can have stands in front.
  private mutating func datedPaper(_ position: Int, block: Int, sentence: Range<Int>) -> Int? {
    let before = previousSentence(sentence)
    guard !before.isEmpty, position > sentence.lowerBound + 1, reading.syntax.opensWithParticiple(sentence.lowerBound),
      let noun = before.last(where: {
        reading.scanned.has($0, reading.lexis.document) && !reading.scanned.tokens.flags[$0].contains(.inQuotation)
      }), let start = reading.syntax.nounPhrase(endingAt: noun + 1, scope: before), start <= noun
    else { return nil }
    var first = noun
    while first > start, noun - first < 5, !reading.scanned.has(first, reading.lexis.article),
      !reading.scanned.has(first, reading.lexis.possessive)
    {
      first -= 1
    }
    let m = reader.read(first..<noun + 1)
    guard m.form == .document else { return nil }
    if let known = byToken[m.core.lowerBound] { return known }
    let e = body(m, .document)
    if let e { byToken[m.core.lowerBound] = e }
    return e
  }

  /// "they" and "it": the last speaker that agrees, if it spoke in this sentence or the one before; else the subject of
  /// the sentence before, which may have said nothing; else the last speaker all the same.
  private mutating func recent(
    _ spoken: Int?, _ p: Mention.Pronoun, _ m: Mention, block: Int, sentence: Range<Int>
  ) -> Int? {
    let before = previousSentence(sentence)
    if case .it = p, let paper = datedPaper(m.range.lowerBound, block: block, sentence: sentence) { return paper }
    if case .it = p, let subject = relativeSubject(m.range.lowerBound, block: block, sentence: sentence) {
      return subject
    }
    // "A spokesperson said … They added": somebody of whom the story tells no gender.
    if case .they = p, !before.isEmpty,
      let last = entries.indices.max(by: { entries[$0].lastToken < entries[$1].lastToken }),
      entries[last].lastToken >= before.lowerBound, !entries[last].isPlural, entries[last].gender == .unknown,
      entries[last].speaker.kind == .office || entries[last].isUnnamedPerson
    {
      return last
    }
    if let spoken, entries[spoken].lastToken >= (before.isEmpty ? sentence : before).lowerBound { return spoken }
    if let subject = subjectBefore(p, block: block, sentence: sentence) { return subject }
    // "His publicist said in a statement … It added": the statement is hers.
    if case .it = p,
      let last = entries.indices.max(by: { entries[$0].lastToken < entries[$1].lastToken }),
      !before.isEmpty, entries[last].lastToken >= before.lowerBound, !entries[last].isPlural
    {
      return last
    }
    return spoken
  }

  /// "The channel published footage that | it said showed …": whoever the sentence begins with, in a clause that
  /// describes what they did.
  private mutating func relativeSubject(_ position: Int, block: Int, sentence: Range<Int>) -> Int? {
    guard position > sentence.lowerBound + 2, reading.syntax.startsRelativeClause(position - 1),
      let subject = reading.syntax.openingSubject(sentence, before: position), subject.upperBound < position - 1
    else { return nil }
    let m = reader.read(subject)
    switch m.form {
    case .organisation, .outlet, .outletDescription: break
    default: return nil
    }
    return spoken(of: m, block: block, sentence: sentence, at: subject.lowerBound)
  }

  /// The speaker that a subject names, who is from now on the one spoken of last.
  private mutating func spoken(of m: Mention, block: Int, sentence: Range<Int>, at token: Int) -> Int? {
    if let known = byToken[m.core.lowerBound] { return known }
    let e = entry(for: m, block: block, sentence: sentence)
    if let e {
      byToken[m.core.lowerBound] = e
      touch(e, token: token, block: block)
    }
    return e
  }

  /// Whoever the sentence before begins with, where that can be what a pronoun stands for.
  private mutating func subjectBefore(_ p: Mention.Pronoun, block: Int, sentence: Range<Int>) -> Int? {
    let before = previousSentence(sentence)
    // Whoever is spoken of in a quotation isn't whom the outlet goes on about.
    guard !before.isEmpty, let subject = reading.syntax.openingSubject(before, before: before.upperBound),
      !reading.scanned.tokens.flags[subject.lowerBound].contains(.inQuotation)
    else { return nil }
    let m = reader.read(subject)
    switch (p, m.form) {
    case (.they, .role) where m.isPlural: break
    case (.he, .role) where !m.isPlural, (.she, .role) where !m.isPlural: break
    case (.it, .organisation), (.it, .document), (.it, .outlet): break
    default: return nil
    }
    return spoken(of: m, block: block, sentence: before, at: subject.lowerBound)
  }

  /// The first person named in a range, outside quotations.
  private func firstPerson(in range: Range<Int>, unlike gender: Gender, not own: Int?) -> Int? {
    var best: (person: Int, token: Int)?
    for i in reading.names.persons.indices
    where reading.names.persons[i].gender != gender && (own == nil || byPerson[i] != own) {
      for token in reading.names.persons[i].mentions
      where range.contains(token) && !reading.scanned.tokens.flags[token].contains(.inQuotation) {
        if best.map({ token < $0.token }) ?? true { best = (i, token) }
      }
    }
    return best?.person
  }

  /// The sentence before one, in the same block.
  private func previousSentence(_ sentence: Range<Int>) -> Range<Int> {
    guard let k = places.firstIndex(where: { $0.tokens == sentence }), k > 0, places[k - 1].block == places[k].block
    else { return sentence.lowerBound..<sentence.lowerBound }
    return places[k - 1].tokens
  }

  /// The noun phrase that a relative pronoun belongs to.
  private mutating func antecedentBefore(_ position: Int, _ sentence: Range<Int>) -> Int? {
    var end = position
    while end > sentence.lowerBound, reading.syntax.isEdge(end - 1) { end -= 1 }
    for hit in reading.scanned.hits(endingAt: end) where hit.outlet != nil {
      if let o = hit.outlet {
        lastOutlet = .listed(o)
        return outlet(o, Mention(form: .outlet, range: hit.range, core: hit.range))
      }
    }
    guard var start = reading.syntax.nounPhrase(endingAt: end, scope: sentence), start < end else { return nil }
    // "according to the Courier, which …", "was cited by the daily Harbour Eye, which …": the noun, not what led to it.
    if let behind = reading.scanned.entryEnd(start, reading.lexis.according, in: start..<end) { start = behind }
    if let by = (start..<end).last(where: { reading.syntax.bringsAgent($0) }) { start = by + 1 }
    guard start < end else { return nil }
    let m = reader.read(start..<end)
    if case .pronoun = m.form { return nil }
    if let known = byToken[m.core.lowerBound] { return known }
    let e = entry(for: m, block: 0, sentence: sentence)
    if let e { byToken[m.core.lowerBound] = e }
    return e
  }
}
