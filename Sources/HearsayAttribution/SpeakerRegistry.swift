import HearsayRules
import HearsayStory
import HearsayText

/// The speakers of a story: each source phrase is resolved to one, in the order of the text.
///
/// What a phrase may mean is decided by its form: a name by the full name that the story gives anywhere; a pronoun by the
/// last speaker or person of its gender and number; "the official" by the last speaker of that role; "another official"
/// by nobody so far.
struct SpeakerRegistry: Sendable {
  struct Entry: Sendable {
    var speaker: Speaker
    var gender: Gender
    var isPlural: Bool
    /// Forms of the role heads by which the story calls the speaker.
    var roles: [Form]
    var isDefinite = false
    /// A role whose holders speak in public: nobody's secret source.
    var speaksInPublic = false
    /// A body with a name of its own.
    var isNamed = false
    var person: Int?
    var outlet: Int?
    /// The group that the speaker is one of.
    var group: Int?
    /// The outlet to which an anonymous speaker spoke, once known.
    var via: Link?
    /// Place of the last mention.
    var lastToken: Int
    var lastBlock: Int

    var isUnnamedPerson: Bool { speaker.kind == .person && speaker.anonymous }
  }

  let reading: Reading
  let reader: MentionReader
  private(set) var entries: [Entry] = []
  private var byPerson: [Int: Int] = [:]
  private var byOutlet: [Int: Int] = [:]
  private var byName: [String: Int] = [:]
  var byToken: [Int: Int] = [:]
  /// The last outlet that was named and isn't the publisher: what "the outlet" means.
  var lastOutlet: Int?
  /// The source stands in the headline.
  var isHeadline = false

  let places: [SentencePlace]
  let firstPerson: FirstPerson

  init(_ reading: Reading, _ places: [SentencePlace], _ blocks: [BlockPlace]) {
    self.reading = reading
    firstPerson = FirstPerson(reading, blocks)
    self.places = places
    reader = MentionReader(reading: reading)
  }

  mutating func touch(_ e: Int, token: Int, block: Int) {
    entries[e].lastToken = token
    entries[e].lastBlock = block
  }

  mutating func setVia(_ e: Int, _ link: Link) { entries[e].via = link }
  mutating func setReason(_ e: Int, _ reason: AnonymityReason) {
    if entries[e].speaker.anonymityReason == nil { entries[e].speaker.anonymityReason = reason }
  }

  /// The entry that a source phrase stands for; nil where it can't be told.
  mutating func resolve(_ source: Range<Int>, block: Int, sentence: Range<Int>, before cue: Int) -> Int? {
    let m = reader.read(source)
    // The same words stand for the same speaker, whichever cue asks.
    let key = m.core.lowerBound
    let e = byToken[key] ?? entry(for: m, block: block, sentence: sentence)
    if let e {
      byToken[key] = e
      touch(e, token: source.lowerBound, block: block)
    }
    return e
  }

  mutating func entry(for m: Mention, block: Int, sentence: Range<Int>) -> Int? {
    switch m.form {
    case .pronoun(let p): return pronoun(p, m, block: block, sentence: sentence)
    case .person: return person(m)
    case .outlet:
      guard let o = m.outlet else { return nil }
      if o != reading.document.publisher?.outlet { lastOutlet = o }
      return outlet(o, m)
    case .outletDescription:
      if let o = lastOutlet { return outlet(o, m) }
      if let e = entries.indices.last(where: { entries[$0].speaker.kind == .outlet }) { return e }
      return add(m, kind: .outlet, name: described(m), anonymous: false, grade: .institution)
    case .role: return role(m, block: block)
    case .organisation:
      if let o = shortOutlet(m) {
        lastOutlet = o
        return outlet(o, m)
      }
      return body(m, m.isUnknownOutlet || isPublisher(m) ? .outlet : .organisation)
    case .document:
      if m.isDefinite, let o = lastOutlet, m.range.count <= 2, isReport(m) { return outlet(o, m) }
      if let o = outletOwner(m) { return outlet(o, m) }
      return body(m, .document)
    case .platform: return body(m, .platform)
    case .collective:
      return add(m, kind: .collective, name: described(m), anonymous: true, grade: .collective)
    case .other: return other(m)
    }
  }

  // MARK: By form

  private mutating func person(_ m: Mention) -> Int? {
    guard let run = m.name else { return nil }
    let p = reading.names.person(of: run)
    if let p, let known = byPerson[p] {
      if let head = m.head { entries[known].roles.append(reading.scanned.tokens.form[head]) }
      return known
    }
    let full = p.map { reading.names.persons[$0].name } ?? run
    let name = reading.string(full)
    if let known = byName[name] { return known }
    if let p, let holder = delayedName(m, p) {
      entries[holder].speaker.name = name
      entries[holder].speaker.kind = .person
      entries[holder].speaker.anonymous = false
      entries[holder].speaker.grade = .named
      entries[holder].person = p
      entries[holder].gender = reading.names.persons[p].gender
      byPerson[p] = holder
      byName[name] = holder
      return holder
    }
    var entry = Entry(
      speaker: Speaker(
        id: entries.count, name: name, kind: .person, anonymous: false, grade: .named,
        role: m.head.map { reading.string($0..<$0 + 1).lowercased() }, mention: reading.span(m.range)),
      gender: m.gender, isPlural: false, roles: p.map { reading.names.persons[$0].roles } ?? [], person: p,
      outlet: nil, via: nil, lastToken: 0, lastBlock: 0)
    if case .unknown = entry.gender, let p { entry.gender = reading.names.persons[p].gender }
    if let head = m.head { entry.roles.append(reading.scanned.tokens.form[head]) }
    entries.append(entry)
    if let p { byPerson[p] = entries.count - 1 }
    byName[name] = entries.count - 1
    return entries.count - 1
  }

  /// Somebody whom only a label or the byline names.
  mutating func voice(named name: String, mention m: Mention) -> Int {
    if let known = byName[name] { return known }
    let e = add(m, kind: .person, name: name, anonymous: false, grade: .named)
    byName[name] = e
    return e
  }

  mutating func outlet(_ o: Int, _ m: Mention) -> Int {
    if let known = byOutlet[o] { return known }
    let definition = reading.rulebook.outlets[o]
    entries.append(
      Entry(
        speaker: Speaker(
          id: entries.count, name: definition.name, kind: .outlet, anonymous: false, grade: .institution,
          mention: reading.span(m.range)),
        gender: .unknown, isPlural: false, roles: [], person: nil, outlet: o, via: nil, lastToken: 0, lastBlock: 0))
    byOutlet[o] = entries.count - 1
    return entries.count - 1
  }

  private mutating func role(_ m: Mention, block: Int) -> Int? {
    let s = reading.scanned
    let lex = reading.lexis
    if m.isPart { return part(m) }
    guard let head = m.head else { return nil }
    let form = s.tokens.form[head]
    // Headlines leave articles out.
    if m.isDefinite || (isHeadline && !m.isPlural), !m.isAnother {
      // "the official": the last speaker who is called so; a qualified phrase must share its other words.
      let candidates = entries.indices.filter { e in
        entries[e].roles.contains(where: { sameRole($0, form) })
          && (entries[e].isPlural == m.isPlural || m.isPlural == false && entries[e].isPlural)
          && fits(m, entries[e])
      }
      if let e = candidates.max(by: { entries[$0].lastToken < entries[$1].lastToken }) {
        if entries[e].isPlural == m.isPlural {
          entries[e].isDefinite = entries[e].isDefinite || m.isDefinite
          return e
        }
      }
      if !m.isPlural, m.core.count == 1,
        let p = reading.names.persons.indices.last(where: { p in
          reading.names.persons[p].roles.contains(where: { sameRole($0, form) })
            && (reading.names.persons[p].mentions.first ?? .max) < m.range.lowerBound
        })
      {
        return namedPerson(p, mention: m)
      }
    }
    let isOffice = s.holds(head..<head + 1, lex.officeRole) || holdsOffice(m)
    let isSpokes = s.holds(m.core, lex.spokesRole)
    // "the witness" of whom nobody was called so: whoever spoke or was heard last.
    if m.isDefinite, !m.isPlural, !m.isAnother, m.core.count == 1, !isOffice, !isSpokes, !isHeadline,
      let e = lastHuman(before: m.range.lowerBound, block: block, unnamed: s.has(head, lex.anonymousNoun))
    {
      entries[e].roles.append(form)
      return e
    }
    if !m.hasAnonymityMarker,
      isSpokes || (isOffice && (m.isDefinite || isHeadline || !m.isPlural && capitalisedRole(m)))
    {
      return body(m, .office)
    }
    let access = m.hasAccess
    let bare = m.core.count == 1
    let isSourceNoun = s.has(head, lex.anonymousNoun)
    let grade: Grade =
      access
      ? (isSourceNoun && bare ? .anonymousWithRole : .anonymousWithAccess)
      : isSourceNoun && m.core.count <= (m.count.max == 1 || m.count.min > 1 ? 2 : 1) ? .anonymous : .anonymousWithRole
    let e = add(m, kind: m.isPlural ? .group : .person, name: described(m), anonymous: true, grade: grade)
    entries[e].roles.append(form)
    entries[e].speaksInPublic = !isSourceNoun && s.holds(m.core, lex.publicRole)
    return e
  }

  /// The single person who spoke last, in this paragraph or one before; quotations in between are still theirs.
  private func lastHuman(before token: Int, block: Int, unnamed: Bool) -> Int? {
    let last = entries.indices.filter {
      !entries[$0].isPlural && entries[$0].speaker.kind == .person && entries[$0].lastToken < token
    }.max { entries[$0].lastToken < entries[$1].lastToken }
    guard let e = last, blocksBetween(entries[e].lastBlock, block) <= 2, !unnamed || entries[e].isUnnamedPerson else {
      return nil
    }
    return e
  }

  /// How many blocks lie between two, those that are nothing but a quotation left out.
  func blocksBetween(_ a: Int, _ b: Int) -> Int {
    guard a < b else { return 0 }
    return (a + 1...b).count { i in
      let tokens = i < reading.document.blockTokens.count ? reading.document.blockTokens[i] : 0..<0
      return i == b || tokens.isEmpty || reading.scanned.tokens.kind[tokens.lowerBound] != .quotationMark
    }
  }

  /// Some of a group that spoke before: they reached the story the way the group did.
  private mutating func part(_ m: Mention) -> Int? {
    let last = entries.indices.last { entries[$0].speaker.anonymous && (entries[$0].isPlural || m.core.count == 1) }
    // Another one of the group that the last one was of.
    let group = last.map { entries[$0].isPlural ? $0 : entries[$0].group ?? $0 }
    var name = described(m)
    // "Another", "two of the three": of whom, the group's name says.
    if let group, entries[group].isPlural, m.core.count == 1 || m.head.map({ reading.number($0) != nil }) ?? false {
      let which = reading.string(m.core.lowerBound..<m.core.lowerBound + 1).lowercased()
      name = "\(which) of the \(entries[group].speaker.name)"
    }
    let e = add(m, kind: m.isPlural ? .group : .person, name: name, anonymous: true, grade: .anonymousWithRole)
    if let head = m.head { entries[e].roles.append(reading.scanned.tokens.form[head]) }
    if let group {
      entries[e].group = group
      entries[e].via = entries[group].via
      entries[e].speaker.grade = entries[group].speaker.grade
      entries[e].roles += entries[group].roles
    } else if m.hasAccess {
      entries[e].speaker.grade = .anonymousWithAccess
    }
    return e
  }

  /// A person who comes in without role or title right behind an office that nobody has named is that office's holder:
  /// "The prisons minister said … Agneta Thorsby said".
  private mutating func delayedName(_ m: Mention, _ p: Int) -> Int? {
    guard m.head == nil, reading.names.persons[p].roles.isEmpty,
      let last = entries.indices.max(by: { entries[$0].lastToken < entries[$1].lastToken }),
      entries[last].speaker.kind == .office || entries[last].isUnnamedPerson, !entries[last].isPlural,
      entries[last].isDefinite
    else { return nil }
    return last
  }

  private func holdsOffice(_ m: Mention) -> Bool { reading.scanned.holds(m.core, reading.lexis.officeRole) }

  private func capitalisedRole(_ m: Mention) -> Bool {
    guard let head = m.head else { return false }
    return reading.scanned.tokens.flags[head].contains(.capitalised)
  }

  /// Singular and plural of one role are the same for this purpose.
  private func sameRole(_ a: Form, _ b: Form) -> Bool {
    if a == b { return true }
    guard let la = lemma(a), let lb = lemma(b) else { return false }
    return la == lb
  }

  private func lemma(_ f: Form) -> Form? {
    reading.rulebook.lemma(f, reading.lexis.role) ?? reading.rulebook.lemma(f, reading.lexis.anonymousNoun)
  }

  /// Whether the other describing words of "the Russian official" are among those of the entry.
  private func fits(_ m: Mention, _ e: Entry) -> Bool {
    guard let head = m.head else { return true }
    let have = words(of: e.speaker)
    for i in m.core.lowerBound..<min(head, m.core.upperBound) where i != head {
      if reading.scanned.has(i, reading.lexis.possessive) { continue }
      if !have.contains(reading.string(i..<i + 1).lowercased()) { return false }
    }
    return true
  }

  private func words(of speaker: Speaker) -> Set<String> {
    Set(speaker.name.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" }).map(String.init))
      .union([speaker.name.lowercased()])
  }

  mutating func namedPerson(_ p: Int, mention m: Mention) -> Int {
    if let known = byPerson[p] { return known }
    let person = reading.names.persons[p]
    entries.append(
      Entry(
        speaker: Speaker(
          id: entries.count, name: reading.string(person.name), kind: .person, anonymous: false, grade: .named,
          role: m.head.map { reading.string($0..<$0 + 1).lowercased() }, mention: reading.span(m.range)),
        gender: person.gender, isPlural: false, roles: person.roles, person: p, outlet: nil, via: nil, lastToken: 0,
        lastBlock: 0))
    byPerson[p] = entries.count - 1
    return entries.count - 1
  }

  private mutating func body(_ m: Mention, _ kind: ActorKind) -> Int? {
    let apposed = kind == .organisation ? reader.apposedName(m) : nil
    let name = apposed.map(reading.string) ?? described(m)
    let key = name.lowercased()
    if let known = byName[key] { return known }
    if m.isDefinite, m.core.count == 1, let head = m.head {
      // "the ministry": the last body with that head.
      let form = reading.scanned.tokens.form[head]
      if let e = entries.indices.last(where: { entries[$0].roles.contains(form) && entries[$0].speaker.kind == kind }) {
        return e
      }
      // Else the body that was named last, when the noun is one of bodies.
      if kind == .organisation, reading.scanned.has(head, reading.lexis.organisation),
        !reading.scanned.tokens.flags[head].contains(.capitalised),
        let e = entries.indices.filter({ entries[$0].speaker.kind == .organisation && entries[$0].isNamed })
          .max(by: { entries[$0].lastToken < entries[$1].lastToken })
      {
        return e
      }
    }
    let e = add(m, kind: kind, name: name, anonymous: false, grade: .institution)
    entries[e].isNamed =
      apposed != nil
      || reading.scanned.tokens.flags[m.core.lowerBound].contains(.capitalised)
        && !reading.scanned.tokens.flags[m.core.lowerBound].contains(.sentenceStart)
    // What the apposition calls it counts too: "Palisade Guard, a security company,".
    for i in m.range where i == m.head || reading.scanned.has(i, reading.lexis.organisation) {
      entries[e].roles.append(reading.scanned.tokens.form[i])
    }
    byName[key] = e
    return e
  }

  private mutating func other(_ m: Mention) -> Int? {
    body(m, .organisation)
  }

  /// Whether a name is that of the story's own outlet, which the rulebook needn't know.
  private func isPublisher(_ m: Mention) -> Bool {
    reading.document.publisher.map { Publisher.id(for: reading.string(m.core)) == $0.id } ?? false
  }

  /// "The Dispatch" for an outlet that was named in full before: its name ends so.
  private func shortOutlet(_ m: Mention) -> Int? {
    guard m.isDefinite, m.core.count == 1 else { return nil }
    return outlet(endingIn: m.core.lowerBound)
  }

  /// The outlet named before a capitalised word whose name ends in it.
  private func outlet(endingIn token: Int) -> Int? {
    guard reading.scanned.tokens.flags[token].contains(.capitalised) else { return nil }
    let word = reading.string(token..<token + 1).lowercased()
    for hit in reading.scanned.hits.reversed() where hit.outlet != nil && hit.start < token {
      guard let o = hit.outlet else { continue }
      let name = reading.rulebook.outlets[o].name.lowercased()
      if name.hasSuffix(" " + word) { return o }
    }
    return nil
  }

  private func isReport(_ m: Mention) -> Bool {
    m.head.map { reading.scanned.has($0, reading.lexis.reportNoun) } ?? false
  }

  /// "Bloomberg's report" inside a longer phrase.
  private func outletOwner(_ m: Mention) -> Int? {
    for i in m.range {
      if let hit = reading.scanned.hits(startingAt: i).first(where: { $0.outlet != nil && $0.end < m.range.upperBound }
      ),
        reading.scanned.tokens.kind[hit.end] == .possessive
      {
        return hit.outlet
      }
      if i + 1 < m.range.upperBound, reading.scanned.tokens.kind[i + 1] == .possessive, let o = outlet(endingIn: i) {
        return o
      }
    }
    return nil
  }

  private mutating func add(_ m: Mention, kind: ActorKind, name: String, anonymous: Bool, grade: Grade) -> Int {
    entries.append(
      Entry(
        speaker: Speaker(
          id: entries.count, name: name, kind: kind, anonymous: anonymous, grade: grade,
          role: m.head.map { reading.string($0..<$0 + 1).lowercased() }, count: m.count,
          mention: reading.span(m.range)),
        gender: .unknown, isPlural: m.isPlural, roles: [], isDefinite: m.isDefinite, person: nil, outlet: nil, via: nil,
        lastToken: 0, lastBlock: 0))
    return entries.count - 1
  }

  /// The phrase as a name: without article, with what says how they know, without an apposition behind a comma.
  private func described(_ m: Mention) -> String {
    var end = m.core.lowerBound
    while end < m.core.upperBound, !reading.syntax.isComma(end) { end += 1 }
    return reading.string(m.core.lowerBound..<max(end, m.core.lowerBound + 1))
  }
}
