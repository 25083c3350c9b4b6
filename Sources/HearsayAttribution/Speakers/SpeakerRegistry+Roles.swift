import HearsayRules
import HearsayText

// Roles: whom "the minister", "another official" and "two of the three" stand for.
extension SpeakerRegistry {
  mutating func role(_ m: Mention, block: Int, sentence: Range<Int>) -> Int? {
    let s = reading.scanned
    let lex = reading.lexis
    if m.isPart { return part(m) }
    guard let head = m.head else { return nil }
    let form = s.tokens.form[head]
    if let pair = countedPair(m, block: block) { return pair }
    let owner = owner(of: m, block: block, sentence: sentence)
    // Headlines leave articles out.
    if m.isDefinite || (isHeadline && !m.isPlural), !m.isAnother {
      // "the official": the last speaker who is called so; a qualified phrase must share its other words.
      let candidates = entries.indices.filter { e in
        entries[e].roles.contains(where: { sameRole($0, form) })
          && (entries[e].isPlural == m.isPlural || m.isPlural == false && entries[e].isPlural)
          && fits(m, entries[e]) && (owner == nil || entries[e].owner == owner)
      }
      if let e = candidates.max(by: { entries[$0].lastToken < entries[$1].lastToken }) {
        if entries[e].isPlural == m.isPlural {
          entries[e].isDefinite = entries[e].isDefinite || m.isDefinite
          return e
        }
      }
      if !m.isPlural, owner == nil, let p = holder(m, head) { return namedPerson(p, mention: m) }
    }
    let isOffice = s.holds(head..<head + 1, lex.officeRole) || holdsOffice(m)
    let isSpokes = s.holds(m.core, lex.spokesRole)
    // "the supplier": a word for people and for bodies.
    if s.has(head, lex.organisation), let e = described(asBody: m, strictly: true) { return e }
    // "the witness" of whom nobody was called so: whoever spoke or was heard last.
    if m.isDefinite, !m.isPlural, !m.isAnother, m.core.count == 1, !isOffice, !isSpokes, !isHeadline,
      let e = lastHuman(before: m.range.lowerBound, block: block, unnamed: s.has(head, lex.anonymousNoun))
    {
      entries[e].roles.append(form)
      return e
    }
    if let owner {
      let e = add(
        m, kind: isSpokes || isOffice ? .office : m.isPlural ? .group : .person, name: owned(m, by: owner),
        anonymous: !isSpokes && !isOffice, grade: isSpokes || isOffice ? .institution : .anonymousWithRole)
      entries[e].roles.append(form)
      entries[e].owner = owner
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
    if let e = headlineRole(m, form) {
      entries[e].speaker.grade = grade
      entries[e].speaker.name = described(m)
      entries[e].speaker.count = m.count
      return e
    }
    let e = add(m, kind: m.isPlural ? .group : .person, name: described(m), anonymous: true, grade: grade)
    entries[e].roles.append(form)
    entries[e].roles += apposedRoles(m)
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

  /// Some of a group that spoke before: they reached the story the way the group did.
  mutating func part(_ m: Mention) -> Int? {
    let last = entries.indices.last { entries[$0].speaker.anonymous && (entries[$0].isPlural || m.core.count == 1) }
    // Another one of the group that the last one was of.
    let group = last.map { entries[$0].group ?? $0 }
    var name = described(m)
    // "Another", "two of the three": of whom, the group's name says.
    if let group, entries[group].isPlural,
      m.core.count == 1 || m.head.map({ reading.number($0) != nil || reader.pronoun($0) != nil }) ?? false
    {
      let which = reading.string(m.core.lowerBound..<m.core.lowerBound + 1).lowercased()
      name = "\(which) of the \(inside(group))"
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

  /// A group's description inside another one's: "one of the | two engineers".
  private func inside(_ group: Int) -> String {
    let name = entries[group].speaker.name
    guard entries[group].opensWithNumber else { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// A person who comes in without role or title right behind an office that nobody has named is that office's holder:
  /// "The prisons minister said … Agneta Thorsby said".
  mutating func delayedName(_ m: Mention, _ p: Int) -> Int? {
    guard m.head == nil, reading.names.persons[p].roles.isEmpty,
      let last = entries.indices.max(by: { entries[$0].lastToken < entries[$1].lastToken }),
      entries[last].speaker.kind == .office || entries[last].isUnnamedPerson, !entries[last].isPlural,
      entries[last].isDefinite
    else { return nil }
    return last
  }

  /// The person whom the story names before and calls so: "the minister", "the Turkish leader", "the U.N. chief".
  private func holder(_ m: Mention, _ head: Int) -> Int? {
    let tokens = reading.scanned.tokens
    let core = reader.headPart(m.core)
    let modifiers = core.filter { $0 < head && tokens.kind[$0] == .word }.map { tokens.form[$0] }
    let isGeneral = reading.scanned.has(head, reading.lexis.leaderWord) && !modifiers.isEmpty
    let persons = reading.names.persons
    var best: (person: Int, at: Int)?
    for p in persons.indices {
      guard let at = persons[p].mentions.last(where: { $0 < m.range.lowerBound }),
        modifiers.allSatisfy({ persons[p].described.contains($0) }),
        isGeneral && !persons[p].roles.isEmpty
          || persons[p].roles.contains(where: { sameRole($0, tokens.form[head]) })
      else { continue }
      if best.map({ at > $0.at }) ?? true { best = (p, at) }
    }
    return best?.person
  }

  /// "a third person, | a former Gazprom executive": what the apposition calls somebody counts too.
  private func apposedRoles(_ m: Mention) -> [Form] {
    let s = reading.scanned
    let comma = reader.headPart(m.core).upperBound
    guard comma + 1 < m.range.upperBound, reading.syntax.isComma(comma), s.has(comma + 1, reading.lexis.article) else {
      return []
    }
    var out: [Form] = []
    for i in comma + 1..<m.range.upperBound {
      if reading.syntax.isComma(i) || reading.syntax.startsRelative(i) { break }
      if s.has(i, reading.lexis.role) { out.append(s.tokens.form[i]) }
    }
    return out
  }

  /// "officials say" over "two council officials": the body tells who the headline's people are.
  private mutating func headlineRole(_ m: Mention, _ form: Form) -> Int? {
    guard !isHeadline, !m.isAnother else { return nil }
    guard
      let e = entries.indices.first(where: {
        entries[$0].isFromHeadline && entries[$0].speaker.anonymous && entries[$0].isPlural == m.isPlural
          && entries[$0].roles.contains { sameRole($0, form) }
      })
    else { return nil }
    entries[e].isFromHeadline = false
    return e
  }

  /// "The two officials", "both men": two who were named together.
  private func countedPair(_ m: Mention, block: Int) -> Int? {
    guard m.isDefinite || m.core.lowerBound == m.range.lowerBound, m.isPlural, let first = m.core.first,
      reading.scanned.has(first, reading.lexis.pairWord), m.core.count == 2
    else { return nil }
    return entries.indices.filter {
      !entries[$0].members.isEmpty && CountRange(entries[$0].members.count, entries[$0].members.count) == m.count
        && entries[$0].lastToken < m.range.lowerBound && blocksBetween(entries[$0].lastBlock, block) <= 3
    }.max { entries[$0].lastToken < entries[$1].lastToken }
  }

  /// Whose "his spokesman", "their lawyer" or "my brother" is; nil where the phrase has no pronoun or it stays open.
  private mutating func owner(of m: Mention, block: Int, sentence: Range<Int>) -> Int? {
    let first = m.core.lowerBound
    let s = reading.scanned
    guard m.core.count > 1, s.has(first, reading.lexis.possessive), m.name == nil else { return nil }
    var whose = Mention(form: .pronoun(.it), range: first..<first + 1, core: first..<first + 1)
    guard let pronoun = reader.possessor(first) else { return nil }
    whose.form = .pronoun(pronoun)
    return self.pronoun(pronoun, whose, block: block, sentence: sentence)
  }

  /// "His spokesman" as a name: "Bent Skov's spokesman".
  private func owned(_ m: Mention, by owner: Int) -> String {
    let name = entries[owner].speaker.name
    let rest = reading.string(m.core.lowerBound + 1..<max(reader.headPart(m.core).upperBound, m.core.lowerBound + 2))
    return name + (name.hasSuffix("s") ? "' " : "'s ") + rest
  }

  private func holdsOffice(_ m: Mention) -> Bool { reading.scanned.holds(m.core, reading.lexis.officeRole) }

  private func capitalisedRole(_ m: Mention) -> Bool {
    guard let head = m.head else { return false }
    return reading.scanned.tokens.flags[head].contains(.capitalised)
  }

  /// Singular and plural of one role are the same for this purpose.
  func sameRole(_ a: Form, _ b: Form) -> Bool {
    if a == b { return true }
    guard let la = lemma(a), let lb = lemma(b) else { return false }
    return la == lb
  }

  private func lemma(_ f: Form) -> Form? {
    reading.rulebook.lemma(f, reading.lexis.role) ?? reading.rulebook.lemma(f, reading.lexis.anonymousNoun)
  }

  /// Whether the other describing words of "the Russian official" are among those of the entry.
  func fits(_ m: Mention, _ e: Entry) -> Bool {
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
}
