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
    /// Those who speak together: "Holt and Osei".
    var members: [Int] = []
    /// Whose spokesman, lawyer or brother it is.
    var owner: Int?
    /// "Two engineers", "several officials".
    var opensWithNumber = false
    /// Known from the headline alone so far, which leaves out articles and names.
    var isFromHeadline = false
    /// The outlet to which an anonymous speaker spoke, once known.
    var via: Link?
    /// Place of the last mention.
    var lastToken: Int
    var lastBlock: Int

    var isUnnamedPerson: Bool { speaker.kind == .person && speaker.anonymous }
  }

  /// An outlet of the rulebook, or one that only the story names.
  enum HeardOutlet: Sendable, Equatable {
    case listed(Int)
    case named(String)
  }

  let reading: Reading
  let reader: MentionReader
  var entries: [Entry] = []
  var byPerson: [Int: Int] = [:]
  var byOutlet: [Int: Int] = [:]
  var byName: [String: Int] = [:]
  var byToken: [Int: Int] = [:]
  /// The last outlet that was named and isn't the publisher: what "the outlet" means.
  var lastOutlet: HeardOutlet?
  /// The source stands in the headline.
  var isHeadline = false
  /// The cue is one of speech, which only somebody can do who comes in as "a" or "another".
  var isSpoken = false

  let places: [SentencePlace]
  let firstPerson: FirstPerson
  /// Worked out when the first body speaks.
  lazy var bodies = BodyPool(reading)

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
    guard let known = entries[e].speaker.anonymityReason else {
      entries[e].speaker.anonymityReason = reason
      return
    }
    if known.reason == nil, reason.reason != nil {
      // "Requested anonymity, because …": the words that give a reason say more.
      entries[e].speaker.anonymityReason = reason
    } else if reason.isRote, known.span.overlaps(reason.span) {
      // A reason that is a formula stays one.
      entries[e].speaker.anonymityReason?.isRote = true
    }
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
    if let pair = lastPair(m, block: block) { return pair }
    switch m.form {
    case .pronoun(let p): return pronoun(p, m, block: block, sentence: sentence)
    case .person:
      if let together = joint(m, block: block, sentence: sentence) { return together }
      return isPublisher(m) ? body(m, .outlet) : person(m)
    case .outlet:
      guard let o = m.outlet else { return nil }
      if o != reading.document.publisher?.outlet { lastOutlet = .listed(o) }
      return outlet(o, m)
    case .outletDescription:
      if let named = looseOutlet(m) { return named }
      if let o = lastOutlet, isThisOutlet(m, o) { return outlet(o, m) }
      if !callsAnother(m), let e = entries.indices.last(where: { entries[$0].speaker.kind == .outlet }) { return e }
      return add(m, kind: .outlet, name: described(m), anonymous: false, grade: .institution)
    case .role: return role(m, block: block, sentence: sentence)
    case .organisation:
      if let o = lastOutlet, m.isDefinite, reading.scanned.has(reader.headPart(m.core), reading.lexis.outletNoun),
        isThisOutlet(m, o)
      {
        return outlet(o, m)
      }
      if let o = shortOutlet(m) {
        lastOutlet = o
        return outlet(o, m)
      }
      let isOutlet = m.isUnknownOutlet || isPublisher(m)
      let e = body(m, isOutlet ? .outlet : .organisation)
      if let e, entries[e].speaker.kind == .outlet, !isPublisher(m) { lastOutlet = .named(entries[e].speaker.name) }
      return e
    case .document:
      if m.isDefinite, let o = lastOutlet, m.range.count <= 2, isReport(m) { return outlet(o, m) }
      if let o = outletOwner(m) { return outlet(o, m) }
      return body(m, .document)
    case .platform: return body(m, .platform)
    case .collective:
      return add(m, kind: .collective, name: described(m), anonymous: true, grade: .collective)
    case .other: return other(m, block: block, sentence: sentence)
    }
  }

  // MARK: By form

  mutating func person(_ m: Mention) -> Int? {
    guard let run = m.name else { return nil }
    let p = reading.names.person(of: run)
    if let p, let known = byPerson[p] {
      if let head = m.head { entries[known].roles.append(reading.scanned.tokens.form[head]) }
      return known
    }
    let full = p.map { reading.names.persons[$0].name } ?? run
    let name = reading.string(full)
    if let known = byName[name] { return known }
    if let p, let holder = delayedName(m, p) ?? headlineHolder(m, p) {
      entries[holder].isFromHeadline = false
      entries[holder].roles += reading.names.persons[p].roles
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
    if let p { entry.gender = gender(of: p, run, m.gender) }
    if let head = m.head { entry.roles.append(reading.scanned.tokens.form[head]) }
    entries.append(entry)
    if let p { byPerson[p] = entries.count - 1 }
    byName[name] = entries.count - 1
    return entries.count - 1
  }

  /// What the full name tells comes first: a surname alone may look like a given name of the other gender.
  private func gender(of p: Int, _ run: Range<Int>, _ mentioned: Gender) -> Gender {
    let known = reading.names.persons[p].gender
    if known != .unknown { return known }
    let isTitled =
      run.lowerBound > 0
      && (reading.scanned.has(run.lowerBound - 1, reading.lexis.honorificMale)
        || reading.scanned.has(run.lowerBound - 1, reading.lexis.honorificFemale))
    return isTitled || run.count > 1 || reading.names.persons[p].name.count == 1 ? mentioned : .unknown
  }

  /// Somebody whom only a label or the byline names.
  mutating func voice(named name: String, mention m: Mention) -> Int {
    if let known = byName[name] { return known }
    let e = add(m, kind: .person, name: name, anonymous: false, grade: .named)
    byName[name] = e
    return e
  }

  mutating func outlet(_ heard: HeardOutlet, _ m: Mention) -> Int {
    switch heard {
    case .listed(let o): return outlet(o, m)
    case .named(let name):
      if let known = byName[name.lowercased()] { return known }
      let e = add(m, kind: .outlet, name: name, anonymous: false, grade: .institution)
      entries[e].isNamed = true
      byName[name.lowercased()] = e
      return e
    }
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

  /// A body that turns out to be an outlet, by what it does.
  mutating func takeForOutlet(_ e: Int) {
    entries[e].speaker.kind = .outlet
    lastOutlet = .named(entries[e].speaker.name)
  }

  /// How many blocks lie between two, those that are nothing but a quotation left out.
  func blocksBetween(_ a: Int, _ b: Int) -> Int {
    guard a < b else { return 0 }
    return (a + 1...b).count { i in
      let tokens = i < reading.document.blockTokens.count ? reading.document.blockTokens[i] : 0..<0
      return i == b || tokens.isEmpty || reading.scanned.tokens.kind[tokens.lowerBound] != .quotationMark
    }
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

  /// The outlet named before a capitalised word whose name ends in it.
  func outlet(endingIn token: Int) -> HeardOutlet? {
    guard reading.scanned.tokens.flags[token].contains(.capitalised) else { return nil }
    let word = " " + reading.string(token..<token + 1).lowercased()
    for hit in reading.scanned.hits.reversed() where hit.outlet != nil && hit.start < token {
      guard let o = hit.outlet else { continue }
      if reading.rulebook.outlets[o].name.lowercased().hasSuffix(word) { return .listed(o) }
    }
    if case .named(let name) = lastOutlet, name.lowercased().hasSuffix(word) { return lastOutlet }
    return entries.last { $0.speaker.kind == .outlet && $0.speaker.name.lowercased().hasSuffix(word) }
      .map { .named($0.speaker.name) }
  }

  mutating func add(_ m: Mention, kind: ActorKind, name: String, anonymous: Bool, grade: Grade) -> Int {
    entries.append(
      Entry(
        speaker: Speaker(
          id: entries.count, name: name, kind: kind, anonymous: anonymous, grade: grade,
          role: m.head.map { reading.string($0..<$0 + 1).lowercased() }, count: m.count,
          mention: reading.span(m.range)),
        gender: .unknown, isPlural: m.isPlural, roles: [], isDefinite: m.isDefinite, person: nil, outlet: nil, via: nil,
        lastToken: 0, lastBlock: 0))
    entries[entries.count - 1].isFromHeadline = isHeadline
    entries[entries.count - 1].opensWithNumber =
      reading.number(m.core.lowerBound) != nil || reading.scanned.has(m.core.lowerBound, reading.lexis.quantity)
    return entries.count - 1
  }

  /// The phrase as a name: without article, with what says how they know, without an apposition behind a comma.
  func described(_ m: Mention) -> String {
    var end = m.core.lowerBound
    while end < m.core.upperBound, !reading.syntax.isComma(end) { end += 1 }
    return reading.string(m.core.lowerBound..<max(end, m.core.lowerBound + 1))
  }
}
