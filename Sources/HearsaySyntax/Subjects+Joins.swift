import HearsayRules

/// What "and" and its like join inside a subject, and where they begin a clause of their own.
extension LightSyntax {
  /// Whether an "and" joins two nouns of one subject rather than two clauses: no finite verb stands to its left.
  func joinsNouns(_ i: Int, end: Int, lower: Int) -> Bool {
    guard i > lower, isNominal(i - 1) || has(i - 1, .comma), i + 1 < end else { return false }
    var j = i - 1
    while j >= lower {
      let k = kinds[j]
      if !k.isDisjoint(with: [.semicolon, .colon, .dash, .stop, .quoteMark, .that]) { break }
      if !k.isDisjoint(with: [.subordinating]), k.isDisjoint(with: .preposition) { break }
      if takesInfinitive(j) || isFinite(j, from: lower) && (!isModifier(j) || isActivePast(j)) { return false }
      j -= 1
    }
    return true
  }

  /// Whether "and" joins two participles with prepositions that describe one noun, so that neither is the clause's verb.
  func joinsParticiples(_ i: Int, end: Int, lower: Int) -> Bool {
    guard i + 2 < end, isParticiple(i + 1), has(i + 2, .preposition), !has(i + 2, .subordinating) else { return false }
    var j = i - 1
    while j > lower {
      let k = kinds[j]
      if !k.isDisjoint(with: [.semicolon, .colon, .dash, .stop, .quoteMark, .that, .relative, .comma]) { return false }
      if isParticiple(j), j + 1 < i, has(j + 1, [.preposition, .of, .digits, .time]), isNominal(j - 1),
        !has(j - 1, [.edForm, .participle])
      {
        return true
      }
      if isFinite(j, from: lower), !isModifier(j) { return false }
      j -= 1
    }
    return false
  }

  /// A form that can be a past participle: "taken", "reviewed".
  func isParticiple(_ i: Int) -> Bool {
    has(i, [.edForm, .irregularPast, .participle])
  }

  /// "declined | to comment": a past form of wish or refusal with an infinitive.
  func takesInfinitive(_ i: Int) -> Bool {
    has(i, .edForm) && has(i, .cueVerb) && i + 2 < kinds.count && has(i + 1, .to) && has(i + 2, [.plainVerb, .cueVerb])
  }

  /// Whether a verb behind "and" or "but" goes on with a relative clause: the pronoun stands to the left, with nothing but
  /// its own clause between.
  func continuesRelative(_ i: Int, end: Int, lower: Int) -> Bool {
    guard startsVerb(i + 1, end) else { return false }
    var j = i - 1
    while j > lower {
      let k = kinds[j]
      if k.contains(.relative) || k.contains(.that) { return isNominal(j - 1) && startsVerb(j + 1, i) }
      if !k.isDisjoint(with: [.comma, .semicolon, .colon, .dash, .stop, .quoteMark]) { return false }
      if !k.isDisjoint(with: .subordinating), k.isDisjoint(with: .preposition) { return false }
      j -= 1
    }
    return false
  }

  /// "hours after | a report found": a preposition behind a word of time brings in a clause, where a subject is looked for.
  func isConjunctionOfTime(_ i: Int, lower: Int) -> Bool {
    i > lower && has(i, .subordinating) && has(i - 1, .time) && !has(i - 1, .name)
  }
}
