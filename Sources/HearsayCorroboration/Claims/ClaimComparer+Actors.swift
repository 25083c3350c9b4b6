/// Who acts, and when: what keeps two statements apart though their words agree.
extension ClaimComparer {
  /// Another main actor: nobody named in one is named in the other, or a surname with another given name.
  func hasOtherActor(_ a: Statement, _ b: Statement, _ matches: [Match], isStrong: Bool) -> Bool {
    for match in matches {
      let (s, t) = (a.terms[match.a], b.terms[match.b])
      if s.given != 0, t.given != 0, s.given != t.given, s.key == t.key { return true }
    }
    if hasSwappedRoles(a, b, matches) { return true }
    // Whoever put two together knows of whom they speak.
    if leastShared != nil { return false }
    // Two who act and have no name in common, whatever place they speak of.
    let (actorsA, actorsB) = (a.actors, b.actors)
    if !isStrong, !actorsA.isEmpty, !actorsB.isEmpty, actorsA.isDisjoint(with: actorsB) { return true }
    let namesA = a.terms.filter(\.isName)
    let namesB = b.terms.filter(\.isName)
    guard !namesA.isEmpty, !namesB.isEmpty else { return false }
    if matches.contains(where: { a.terms[$0.a].isName || b.terms[$0.b].isName }) { return false }
    if namesA.contains(where: { b.context.contains($0.key) }) || namesB.contains(where: { a.context.contains($0.key) })
    {
      return false
    }
    return true
  }

  /// "Marsh leads Hale" and "Hale leads Marsh": who does it in one has it done to them in the other.
  func hasSwappedRoles(_ a: Statement, _ b: Statement, _ matches: [Match]) -> Bool {
    for match in matches where !a.terms[match.a].isName && !b.terms[match.b].isName {
      let (s, t) = (a.terms[match.a], b.terms[match.b])
      guard !s.senses.isEmpty || !s.opposites.isEmpty, let x = actor(of: s, in: a), let y = actor(of: t, in: b),
        x.isDisjoint(with: y)
      else { continue }
      let inB = b.terms.contains { x.contains($0.key) && $0.token > t.token }
      let inA = a.terms.contains { y.contains($0.key) && $0.token > s.token }
      if inA, inB { return true }
    }
    return false
  }

  /// The name that stands nearest before an action, all its words.
  func actor(of action: Term, in statement: Statement) -> Set<UInt64>? {
    let before = statement.terms.filter { $0.isName && $0.token < action.token }.sorted { $0.token > $1.token }
    guard var last = before.first?.token else { return nil }
    // "Hale told Marsh that he would stay": the name nearest to it needn't be who does it.
    if statement.pronouns.contains(where: { $0 > last && $0 < action.token }) { return nil }
    var out: Set<UInt64> = []
    for term in before {
      guard last - term.token <= 1 else { break }
      out.insert(term.key)
      last = term.token
    }
    return out
  }

  /// What one of them tells as done and the other as still to come: "has risen to 14", "is likely to rise".
  func hasOtherOutcome(_ a: Statement, _ b: Statement, _ matches: [Match]) -> Bool {
    var isOther = false
    for match in matches {
      let (s, t) = (a.terms[match.a], b.terms[match.b])
      guard s.isAction, t.isAction, !s.isName, !t.isName, !s.isNoun, !t.isNoun else { continue }
      if s.isOpen && t.isDone || s.isDone && t.isOpen { isOther = true } else if s.isOpen == t.isOpen { return false }
    }
    return isOther
  }

  /// An earlier year that only one of them is about, or two different days of the calendar.
  func hasOtherTime(_ a: Statement, _ b: Statement) -> Bool {
    if a.isPast != b.isPast || a.years.isEmpty != b.years.isEmpty {
      if !(a.isPast && !b.years.isEmpty || b.isPast && !a.years.isEmpty) { return true }
    }
    if !a.years.isEmpty, !b.years.isEmpty, !a.years.contains(where: b.years.contains) { return true }
    return !a.days.isEmpty && !b.days.isEmpty && !a.days.contains(where: b.days.contains)
  }
}
