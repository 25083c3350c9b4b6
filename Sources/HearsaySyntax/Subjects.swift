import HearsayRules

/// Noun phrases read leftwards, from the verb that they are the subject of.
///
/// What helps: a clause has one finite verb. Between the clause's border and the cue there can be only the subject and
/// adverbials, so the subject is what is left when the adverbials in front are taken off; a participle in between belongs
/// to a reduced relative ("people briefed on the talks").
extension LightSyntax {
  func subjectStarts(to end: Int, _ scope: Range<Int>, into out: inout [Int]) {
    // A text that begins with its verb has no subject there.
    guard end > 0 else { return }
    let last = end - 1
    if has(last, [.subjectPronoun, .relative]) {
      // "two lawyers not involved in it | said": behind a preposition it belongs to the phrase before.
      if isGoverned(last), let start = plainSubject(to: end, scope), start + 2 < last { out.append(start) }
      out.append(last)
      return
    }
    if end < scope.upperBound, has(end, .comma) {
      insertedSubject(to: end, scope, into: &out)
      // "The mayor, for example, said": the comma opens an aside.
      if out.isEmpty, end + 1 < scope.upperBound,
        has(end + 1, [.adverb, .preposition, .time, .subordinating, .digits]),
        let start = plainSubject(to: end, scope)
      {
        out.append(start)
      }
      return
    }
    if end < scope.upperBound, has(end, .dash) {
      dashedSubject(to: end, scope, into: &out)
      return
    }
    if let start = plainSubject(to: end, scope) { out.append(start) }
  }

  /// The start of the subject that ends right before `end`, without insertions.
  func plainSubject(to end: Int, _ scope: Range<Int>) -> Int? {
    let lower = max(scope.lowerBound, end - LightSyntax.reach)
    guard end > lower, isHead(end - 1), !splitsDate(end, scope) else { return nil }
    let border = clauseBorder(before: end, lower: lower)
    return phraseStart(border, end, lower: lower)
  }

  /// "imagery from 1 | June": a phrase doesn't end between the day and its month.
  private func splitsDate(_ end: Int, _ scope: Range<Int>) -> Bool {
    end < scope.upperBound && has(end - 1, .digits) && has(end, .time) && has(end, .name)
  }

  /// Whether a noun phrase can end here.
  private func isHead(_ i: Int) -> Bool {
    if has(i, [.indefinite, .quantity, .demonstrative]) { return true }
    if has(i, .close) { return true }
    // "one of them", "three people close to her"
    if isGoverned(i) { return true }
    // "an officer not authorised to speak", "the man who fled"
    if i > 0, has(i - 1, .to), has(i, [.plainVerb, .cueVerb, .nounVerb]) { return true }
    if i > 0, has(i - 1, .relative), isFinite(i, from: i - 1) { return true }
    return isNominal(i) && !has(i, .article)
  }

  /// A personal pronoun that a preposition governs.
  func isGoverned(_ i: Int) -> Bool {
    i > 0 && has(i, [.objectPronoun, .subjectPronoun]) && has(i - 1, [.preposition, .of, .to])
      && !has(i - 1, [.subordinating, .coordinating])
  }

  /// The first token behind the border of the clause that ends at `end`.
  private func clauseBorder(before end: Int, lower: Int) -> Int {
    var i = end - 1
    var inList = false
    while i >= lower {
      let k = kinds[i]
      if k.contains(.comma) {
        guard continuesOverComma(i, end: end, lower: lower, inList: inList) else { return i + 1 }
      } else if k.contains(.close) {
        // A bracket belongs to the phrase: "the group (known as X) said".
        var j = i
        while j > lower, !has(j, .open) { j -= 1 }
        if has(j, .open) { i = j }
      } else if !k.isDisjoint(with: [.semicolon, .colon, .dash, .open, .stop]) {
        return i + 1
      } else if k.contains(.quoteMark) {
        guard let over = startOfShortQuotation(closing: i, lower: lower) else { return i + 1 }
        i = over
      } else if !k.isDisjoint(with: [.andWord, .coordinating]), continuesRelative(i, end: end, lower: lower) {
        // "who has seen the files but is not authorised to speak"
      } else if k.contains(.andWord), joinsParticiples(i, end: end, lower: lower) {
        // "images taken by a satellite on Monday and reviewed by the Times"
      } else if k.contains(.andWord), !k.contains(.name) {
        guard joinsNouns(i, end: end, lower: lower) else { return i + 1 }
        inList = true
      } else if k.contains(.that) {
        // "the group that organised the rally said": a relative clause, when a verb follows at once.
        guard i > lower, isNominal(i - 1), i + 1 < end, isFinite(i + 1, from: lower) || has(i + 1, .irregularPast),
          !has(i - 1, [.edForm, .plainVerb])
        else { return i + 1 }
      } else if !k.isDisjoint(with: [.coordinating, .subordinating]),
        k.isDisjoint(with: [.preposition]) || isConjunctionOfTime(i, lower: lower)
      {
        return i + 1
      } else if k.contains(.relative), i > lower, has(i - 1, [.preposition, .of, .to]), i + 1 < end,
        has(i + 1, [.article, .possessive, .name, .subjectPronoun])
      {
        // "a message in which | the director wrote"
        return i + 1
      }
      i -= 1
    }
    return lower
  }

  /// A quotation of a few words inside a noun phrase ('the "red line" memo').
  private func startOfShortQuotation(closing i: Int, lower: Int) -> Int? {
    guard has(i, .quoteMark), scanned.tokens.flags[i].contains(.closes) else { return nil }
    var j = i - 1
    while j >= lower, i - j < 8 {
      if has(j, .quoteMark), scanned.tokens.flags[j].contains(.opens) { return j }
      if has(j, [.stop, .comma]) { return nil }
      j -= 1
    }
    return nil
  }

  /// "a man | whose son": a possessive right behind a noun.
  public func isWhose(_ i: Int, from lower: Int) -> Bool {
    has(i, .possessive) && i > lower && isNominal(i - 1) && !has(i - 1, .time)
  }

  /// Whether a finite verb follows, adverbs and negations in front.
  func startsVerb(_ start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, i < start + 3, has(i, [.adverb, .negation]) { i += 1 }
    return i < end && isFinite(i, from: start)
  }

  /// The end of the verb group that begins with a finite verb: "has | seen", "were not | told".
  private func groupEnd(_ i: Int, _ end: Int) -> Int {
    guard has(i, WordKinds.auxiliary) else { return i + 1 }
    var j = i
    while j < end, has(j, WordKinds.auxiliary.union([.adverb, .negation])) { j += 1 }
    return j < end && has(j, [.plainVerb, .cueVerb, .edForm, .ingForm]) && !has(j, .name) ? j + 1 : j
  }

  /// A participle that modifies: -ed or -ing without an auxiliary in front.
  func isModifier(_ i: Int) -> Bool {
    guard has(i, [.edForm, .ingForm, .participle]) else { return false }
    return i == 0 || !has(i - 1, [.be, .have])
  }

  /// "Trump, Carson, and Fiorina said": a comma inside a list of names before "and".
  private func continuesOverComma(_ i: Int, end: Int, lower: Int, inList: Bool) -> Bool {
    guard i > lower else { return false }
    if i + 1 < end, has(i + 1, .andWord) { return isNominal(i - 1) && joinsNouns(i + 1, end: end, lower: lower) }
    return inList && isNominal(i - 1) && has(i - 1, .name)
  }

  /// The start of the noun phrase in `[border, end)` once adverbials and an embedded clause in front are taken off.
  private func phraseStart(_ border: Int, _ end: Int, lower: Int) -> Int? {
    var s = border
    // The last finite verb in front starts a new clause behind it: "officials believe | the minister said".
    var relativeOpen = false
    var inRelative = false
    var i = s
    while i < end {
      if has(i, .relative) || (has(i, .that) && i > s) || isWhose(i, from: s) {
        relativeOpen = true
        inRelative = true
      }
      if inRelative, has(i, [.andWord, .coordinating]), startsVerb(i + 1, end) { relativeOpen = true }
      if isFinite(i, from: lower), !isModifierInSubject(i, end: end), !isNounHere(i, group: i) {
        if relativeOpen {
          relativeOpen = false
          i = groupEnd(i, end)
          continue
        }
        s = i + 1
        inRelative = false
      }
      i += 1
    }
    while s < end {
      let k = kinds[s]
      if !k.isDisjoint(with: [.adverb, .coordinating, .andWord, .negation]) && k.isDisjoint(with: [.quantity, .name]) {
        s += 1
      } else if !k.isDisjoint(with: [.subordinating, .that]), k.isDisjoint(with: .preposition) {
        s += 1
      } else if !k.isDisjoint(with: [.preposition, .of, .to]), k.isDisjoint(with: .determinerLike) {
        guard let next = behindPrepositionalPhrase(s, end) else { return nil }
        s = next
      } else if k.contains(.time), k.isDisjoint(with: .name), s + 1 < end, has(s + 1, .startsPhrase) {
        s += 1
      } else if k.contains(.relative), s + 1 < end, has(s + 1, [.article, .possessive, .name]) {
        // "whom | the Herald": the pronoun is the object.
        s += 1
      } else if k.contains(.punctuation), !k.contains(.open) {
        s += 1
      } else {
        break
      }
    }
    // Drop a bare time name in front: "Tuesday the minister said".
    if s + 1 < end, has(s, .time), has(s + 1, .determinerOrPronoun) { s += 1 }
    guard s < end else { return nil }
    if let inner = contactSubject(s, end) { s = inner }
    if has(end - 1, .time), end - s <= 3, !has(end - 1, .role) { return nil }
    if opensWithVerb(s, end) { return nil }
    return s
  }

  /// "a demand | Foreign Minister Ada Brill (rejected)", "an accusation | her lawyer (called false)": a noun that somebody
  /// utters and a person behind it are two phrases, the second the subject of a relative clause without a pronoun.
  private func contactSubject(_ s: Int, _ end: Int) -> Int? {
    guard end - s >= 3, has(s, WordKinds.determiner), !has(s, .name) else { return nil }
    for j in s + 2..<end where has(j, [.name, .article, .possessive]) {
      if has(j, [.article, .possessive]), !has(j, .name) {
        return has(j - 1, [.claimNoun, .reportNoun]) && !has(j - 1, .name) ? j : nil
      }
      guard !has(j - 1, .name), has(j - 1, [.claimNoun, .reportNoun]), !has(j - 1, [.role, .organisation]) else {
        return nil
      }
      let isPerson = (j..<end).allSatisfy { has($0, .name) } && (j..<end).contains { has($0, .person) }
      return isPerson ? j : nil
    }
    return nil
  }

  /// The claim that a contact clause hangs on, by the start of its subject: "— a demand | Brill rejected".
  public func contactClaim(before start: Int, scope: Range<Int>) -> Range<Int>? {
    let noun = start - 1
    guard noun > scope.lowerBound, has(noun, [.claimNoun, .reportNoun]), !has(noun, .name),
      has(start, [.name, .honorific])
    else { return nil }
    var first = noun
    while first > scope.lowerBound, noun - first < 4, !has(first, WordKinds.determiner) { first -= 1 }
    guard has(first, WordKinds.determiner), first > scope.lowerBound, has(first - 1, [.dash, .comma]) else {
      return nil
    }
    return first..<noun + 1
  }

  /// -ed and -ing forms in a subject are participles, unless the form takes a clause and none follows.
  private func isModifierInSubject(_ i: Int, end: Int) -> Bool {
    guard has(i, [.edForm, .ingForm, .participle]) else { return false }
    // "has | withdrawn a report"
    if has(i, .participle), i > 0, has(i - 1, [.be, .have, .negation]) { return false }
    if has(i, .cueVerb) {
      // "declined | to answer": with an infinitive behind it the form is a verb of its own.
      return i + 1 < end && has(i + 1, [.preposition, .of]) && !takesInfinitive(i)
    }
    return true
  }

  /// Where the noun phrase starts that follows a prepositional phrase without a comma: "at the time | he",
  /// "on Tuesday | Mr. Smith".
  private func behindPrepositionalPhrase(_ s: Int, _ end: Int) -> Int? {
    var found: Int?
    var j = s + 2
    while j < end {
      let before = kinds[j - 1]
      let complete = isNominal(j - 1) && before.isDisjoint(with: [.possessiveMark])
      if complete, has(j, .determinerOrPronoun) { found = j }
      if !before.isDisjoint(with: [.time, .digits]), has(j, .name), !has(j, .time) { found = found ?? j }
      j += 1
    }
    return found
  }

  // MARK: Insertions between subject and verb

  /// "Jane Doe, a professor of law at the university, | said": the subject with its apposition or relative clause.
  private func insertedSubject(to end: Int, _ scope: Range<Int>, into out: inout [Int]) {
    let lower = max(scope.lowerBound, end - LightSyntax.reach)
    // The nearest comma's start, and one farther out.
    var starts: [Int] = []
    var c = end - 1
    while c > lower {
      let k = kinds[c]
      if !k.isDisjoint(with: [.semicolon, .stop, .dash]) { break }
      if k.contains(.quoteMark) {
        guard scanned.tokens.flags[c].contains(.closes) else { break }
        // A nickname or a word in marks is read over.
        if let open = startOfShortQuotation(closing: c, lower: lower) {
          c = open - 1
          continue
        }
      }
      // "The letters, which were stolen, | include one in which the director, Ann Roe, wrote": that clause was closed.
      if k.contains(.comma), !starts.isEmpty, isFinite(c + 1, from: lower), !has(c + 1, .edForm) { break }
      if k.contains(.comma), isInsertion(c + 1, end) || isAdverbialInsertion(c + 1, end),
        let start = plainSubject(to: c, scope),
        !looksAdverbial(start, c)
      {
        starts.append(start)
        if starts.count == 2 { break }
      }
      c -= 1
    }
    guard let nearest = starts.first, let farthest = starts.last else { return }
    if starts.count == 2 {
      let isOuterRight = insertionSpans(farthest, nearest)
      out.append(isOuterRight ? farthest : nearest)
      out.append(isOuterRight ? nearest : farthest)
    } else {
      out.append(nearest)
    }
  }

  /// "Jane Doe - a friend of the family - | said": what stands between two dashes belongs to the subject before them.
  private func dashedSubject(to end: Int, _ scope: Range<Int>, into out: inout [Int]) {
    let lower = max(scope.lowerBound, end - LightSyntax.reach)
    var dash = end - 1
    while dash > lower, !has(dash, [.dash, .semicolon, .stop]) { dash -= 1 }
    guard dash > lower, has(dash, .dash), let start = plainSubject(to: dash, scope), start < dash else { return }
    out.append(start)
  }

  /// Of two starts the outer one is right when it names somebody and the inner one only continues the apposition.
  private func insertionSpans(_ outer: Int, _ inner: Int) -> Bool {
    has(outer, [.name, .honorific, .article, .possessive, .quantity, .role]) && !has(inner, [.firstName, .honorific])
  }

  private func looksAdverbial(_ start: Int, _ end: Int) -> Bool { has(start, .time) && end - start <= 3 }

  /// ", when reached by phone,", ", like many others,", ", speaking in Almeda,": closed by the comma before the verb.
  private func isAdverbialInsertion(_ a: Int, _ b: Int) -> Bool {
    guard a + 1 < b, !has(a, [.name, .coordinating, .that, .subjectPronoun]) else { return false }
    if has(a, [.preposition, .subordinating, .ingForm, .edForm]) { return true }
    // "clad in red", "born in Almeda"
    return has(a, .plainVerb) && has(a + 1, .preposition)
  }

  /// Whether these tokens, after a comma, say more about the name before it.
  func isInsertion(_ a: Int, _ b: Int) -> Bool {
    guard a < b else { return false }
    let k = kinds[a]
    if k.contains(.relative) { return true }
    if !k.isDisjoint(with: [.article, .digits, .role, .organisation, .possessive]) { return true }
    // ", now the justice minister,"
    if !k.isDisjoint(with: [.time, .adverb]), a + 1 < b, has(a + 1, [.article, .role]), !opensDate(a) { return true }
    // ", first published by the Ledger,"
    if k.contains(.adverb), a + 2 < b, has(a + 1, .edForm), has(a + 2, [.preposition, .time]) { return true }
    if k.contains(.time) { return false }
    if !k.isDisjoint(with: [.preposition, .adverb, .subordinating, .coordinating, .to, .that, .subjectPronoun]) {
      return k.contains(.of)
    }
    if k.contains(.ingForm), k.isDisjoint(with: .name) { return false }
    if isFinite(a, from: a), !k.contains(.edForm) { return false }
    return isNominal(a) || k.contains(.of)
  }
}

extension WordKinds {
  /// What tells a person's name from other names.
  static let person: WordKinds = [.firstName, .honorific, .role]
  static let determinerOrPronoun: WordKinds = [
    .article, .possessive, .subjectPronoun, .demonstrative, .indefinite, .honorific,
  ]
  static let determinerLike: WordKinds = [.article, .possessive, .demonstrative, .quantity]
  static let startsPhrase: WordKinds = [
    .article, .possessive, .subjectPronoun, .demonstrative, .quantity, .name, .honorific,
  ]
}
