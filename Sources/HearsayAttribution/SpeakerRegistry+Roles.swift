import HearsayRules
import HearsayText

// Roles: whom "the minister", "another official" and "two of the three" stand for.
extension SpeakerRegistry {
  mutating func role(_ m: Mention, block: Int) -> Int? {
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

  /// Some of a group that spoke before: they reached the story the way the group did.
  mutating func part(_ m: Mention) -> Int? {
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
  mutating func delayedName(_ m: Mention, _ p: Int) -> Int? {
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
}
