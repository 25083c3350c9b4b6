import HearsayRules
import HearsayStory
import HearsayText

// Bodies, documents and outlets: whom "the ministry", "the Dispatch" and "Bloomberg's report" stand for.
extension SpeakerRegistry {
  mutating func body(_ m: Mention, _ kind: ActorKind) -> Int? {
    let apposed = kind == .organisation ? reader.apposedName(m) : nil
    if kind == .organisation, apposed == nil, let known = described(asBody: m) { return known }
    let named = kind == .organisation ? bodies.body(named: apposed ?? m.core) : nil
    let name =
      named.map { reading.string(bodies.bodies[$0].name) } ?? apposed.map(reading.string)
      ?? (kind == .document ? paper(m) : described(m))
    let key = name.lowercased()
    if let known = byName[key] {
      entries[known].isNamed = entries[known].isNamed || isNamed(m)
      return known
    }
    if m.isDefinite, isBare(m, words: 1), let head = m.head {
      // "the ministry": the last body with that head.
      let form = reading.scanned.tokens.form[head]
      if let e = entries.indices.last(where: { entries[$0].roles.contains(form) && entries[$0].speaker.kind == kind }) {
        return e
      }
    }
    if let known = fromHeadline(m, kind, name) {
      byName[key] = known
      return known
    }
    let e = add(m, kind: kind, name: name, anonymous: false, grade: .institution)
    entries[e].isNamed = apposed != nil || named != nil || isNamed(m)
    // What the apposition calls it counts too: "Palisade Guard, a security company,".
    for i in m.range where i == m.head || reading.scanned.has(i, reading.lexis.organisation) {
      entries[e].roles.append(reading.scanned.tokens.form[i])
    }
    if let named { entries[e].roles += bodies.bodies[named].nouns }
    byName[key] = e
    return e
  }

  /// "memo says" over "according to an internal memo": the body spells out what the headline speaks of.
  private mutating func fromHeadline(_ m: Mention, _ kind: ActorKind, _ name: String) -> Int? {
    guard !isHeadline, let head = m.head else { return nil }
    let form = reading.scanned.tokens.form[head]
    guard
      let e = entries.indices.first(where: {
        entries[$0].isFromHeadline && entries[$0].speaker.kind == kind && entries[$0].roles.contains(form)
      })
    else { return nil }
    entries[e].isFromHeadline = false
    entries[e].speaker.name = name
    return e
  }

  /// Whether nothing but commas and relative clauses says which one it is: "the study, by two authors", not "the hospital in Osk".
  private func isBare(_ m: Mention, words: Int) -> Bool {
    let core = reader.headPart(m.core)
    guard (1...words).contains(core.count) else { return false }
    return core.upperBound == m.core.upperBound || reading.syntax.isComma(core.upperBound)
      || reading.syntax.startsRelative(core.upperBound)
  }

  /// A paper's name ends before the participle that tells where it was seen or printed.
  private func paper(_ m: Mention) -> String {
    let first = m.core.lowerBound
    var end = first + 1
    while end < m.core.upperBound, !reading.syntax.isComma(end),
      !(reading.syntax.opensWithParticiple(end) && end + 1 < m.core.upperBound
        && (reading.syntax.endsHeadPart(end) || reading.syntax.endsHeadPart(end + 1)))
    {
      end += 1
    }
    return reading.string(first..<end)
  }

  // MARK: Bodies by what they are

  /// "the authority", "the company", "the food giant": the body of that kind which the story spoke of last.
  ///
  /// - Parameter strictly: only a body that the story calls by this very noun.
  mutating func described(asBody m: Mention, strictly: Bool = false) -> Int? {
    let s = reading.scanned
    let lex = reading.lexis
    let core = reader.headPart(m.core)
    guard m.isDefinite, !m.isPlural, isBare(m, words: 2), let head = core.last, s.has(head, lex.organisation),
      core.allSatisfy({ !s.tokens.flags[$0].contains(.capitalised) }), !s.has(core.lowerBound, lex.possessive)
    else { return nil }
    let noun = s.tokens.form[head]
    let before = m.range.lowerBound
    let modifier = core.count == 2 ? s.tokens.form[core.lowerBound] : nil
    let called = bodies.last(before: before) { body in
      body.nouns.contains(noun) && (modifier.map { body.described.contains($0) || body.words.contains($0) } ?? true)
    }
    // One that spoke in these words, named or not: "the police union … the union".
    let spoke = entries.indices.filter {
      entries[$0].roles.contains(noun) && entries[$0].speaker.kind == .organisation
        && (modifier == nil || fits(m, entries[$0]))
    }.max { entries[$0].lastToken < entries[$1].lastToken }
    if let later = later(called, spoke, m) { return later }
    guard !strictly, s.has(head, lex.generalBody), !s.has(core.lowerBound, lex.otherBody) else { return nil }
    let isBusiness = s.has(head, lex.generalBusiness)
    // "the health agency" may be another one.
    let isGovernment = modifier == nil && s.has(head, lex.generalGovernment)
    let isAny = s.has(head, lex.generalAny)
    let named = bodies.last(before: before) { body in
      isAny || (isBusiness && !body.isPublic) || (isGovernment && !body.isFirm) || !body.isPublic && !body.isFirm
    }
    return named.map { entry(ofBody: $0, m) }
  }

  /// Whichever of a named body and one that spoke the story spoke of last.
  private mutating func later(_ named: Int?, _ spoke: Int?, _ m: Mention) -> Int? {
    guard let named else { return spoke }
    let at = bodies.bodies[named].mentions.last { $0 < m.range.lowerBound } ?? -1
    if let spoke, entries[spoke].lastToken > at { return spoke }
    return entry(ofBody: named, m)
  }

  private mutating func entry(ofBody b: Int, _ m: Mention) -> Int {
    let name = reading.string(bodies.bodies[b].name)
    if let known = byName[name.lowercased()] { return known }
    let e = add(m, kind: .organisation, name: name, anonymous: false, grade: .institution)
    entries[e].isNamed = true
    entries[e].roles = bodies.bodies[b].nouns
    byName[name.lowercased()] = e
    return e
  }

  /// "the agency" of a body that is no outlet, named after the last outlet was.
  mutating func looseOutlet(_ m: Mention) -> Int? {
    guard let head = m.head, m.core.count == 1, reading.scanned.has(head, reading.lexis.looseOutletNoun),
      reading.scanned.has(head, reading.lexis.generalGovernment)
    else { return nil }
    let before = m.range.lowerBound
    let form = reading.scanned.tokens.form[head]
    guard
      let b = bodies.last(
        before: before, where: { !$0.isFirm && ($0.isPublic || $0.nouns.isEmpty || $0.nouns.contains(form)) })
    else { return nil }
    let named = bodies.bodies[b].mentions.last { $0 < before } ?? 0
    let outlet = reading.scanned.hits.last { $0.outlet != nil && $0.start < before }?.start ?? -1
    let spoken = entries.filter { $0.speaker.kind == .outlet }.map(\.lastToken).max() ?? -1
    return named > max(outlet, spoken) ? entry(ofBody: b, m) : nil
  }

  /// A capital tells a name inside a sentence, and at its start on a word that no lexicon has.
  private func isNamed(_ m: Mention) -> Bool {
    let first = m.core.lowerBound
    let flags = reading.scanned.tokens.flags[first]
    return flags.contains(.capitalised)
      && (!flags.contains(.sentenceStart) || !isHeadline && !reading.scanned.tokens.form[first].isKnown)
  }

  /// A noun that no lexicon has: a person where it speaks and comes in as somebody new ("a former welder at the yard
  /// said"), else whatever was called so before, else a body.
  mutating func other(_ m: Mention, block: Int, sentence: Range<Int>) -> Int? {
    if let head = m.head, !reading.scanned.tokens.flags[head].contains(.capitalised) {
      let form = reading.scanned.tokens.form[head]
      let known = entries.indices.last { entries[$0].isUnnamedPerson && entries[$0].roles.contains(form) }
      if m.isDefinite, !m.isPlural, let known { return known }
      if isSpoken, isNewcomer(m) { return role(m, block: block, sentence: sentence) }
    }
    return body(m, .organisation)
  }

  /// "A", "another", "two" in front, and no name in the part that holds the head.
  private func isNewcomer(_ m: Mention) -> Bool {
    let first = m.range.lowerBound
    let s = reading.scanned
    guard m.isAnother || reading.number(first) != nil || s.has(first, reading.lexis.article) && !m.isDefinite else {
      return false
    }
    return reader.headPart(m.core).allSatisfy { !s.tokens.flags[$0].contains(.capitalised) }
  }

  /// "The state broadcaster", "a rival paper": another one than the outlet that was named, unless that is the state's own.
  func isThisOutlet(_ m: Mention, _ heard: HeardOutlet) -> Bool {
    guard callsAnother(m) else { return true }
    if case .listed(let o) = heard { return reading.rulebook.outlets[o].control != nil }
    return false
  }

  func callsAnother(_ m: Mention) -> Bool {
    reader.headPart(m.core).contains { reading.scanned.has($0, reading.lexis.otherOutlet) }
  }

  /// Whether a name is that of the story's own outlet, which the rulebook needn't know.
  func isPublisher(_ m: Mention) -> Bool {
    reading.document.publisher?.isCalled(reading.string(m.core)) ?? false
  }

  /// "The Dispatch" for an outlet that was named in full before: its name ends so.
  func shortOutlet(_ m: Mention) -> HeardOutlet? {
    guard m.isDefinite, m.core.count == 1 else { return nil }
    return outlet(endingIn: m.core.lowerBound)
  }

  func isReport(_ m: Mention) -> Bool {
    m.head.map { reading.scanned.has($0, reading.lexis.reportNoun) } ?? false
  }

  /// "Bloomberg's report" inside a longer phrase.
  func outletOwner(_ m: Mention) -> HeardOutlet? {
    let behind = reader.headPart(m.core).upperBound
    for i in m.range {
      // "a review by the Montana Ledger"; not "a memo seen by" it, nor "a survey by a university that was shared with" it.
      if i == behind, i + 1 < m.range.upperBound, reading.scanned.has(i, reading.rulebook.predicate("byline", "by")),
        reading.scanned.has(i - 1, reading.lexis.document) || reading.scanned.has(i - 1, reading.lexis.reportNoun)
      {
        if let o = reading.scanned.hits(startingAt: i + 1).first(where: { $0.outlet != nil })?.outlet {
          return .listed(o)
        }
        let name = reading.scanned.has(i + 1, reading.lexis.article) ? i + 2 : i + 1
        if name < m.range.upperBound, let end = reading.syntax.outletLikeName(from: name, m.range.upperBound) {
          return .named(reading.string(name..<end))
        }
      }
      if let hit = reading.scanned.hits(startingAt: i).first(where: { $0.outlet != nil && $0.end < m.range.upperBound }
      ),
        reading.scanned.tokens.kind[hit.end] == .possessive
      {
        return hit.outlet.map { .listed($0) }
      }
      if i + 1 < m.range.upperBound, reading.scanned.tokens.kind[i + 1] == .possessive, let o = outlet(endingIn: i) {
        return o
      }
    }
    return nil
  }
}
