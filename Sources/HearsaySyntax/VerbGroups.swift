import HearsayRules

extension LightSyntax {
  /// The verb group of a head: auxiliaries, negation and adverbs before it belong to it ("has also said", "did not
  /// say"). Nil where the head is no verb of the form asked for.
  public func verbGroup(head: Int, form: VerbForm) -> Range<Int>? {
    guard kinds.indices.contains(head), !has(head, .name) else { return nil }
    let ing = has(head, .ingForm)
    var start = head
    var nearestAuxiliary: WordKinds = []
    while start > 0 {
      let k = kinds[start - 1]
      if !k.isDisjoint(with: WordKinds.auxiliary) || k.contains(.negation) {
        if nearestAuxiliary.isEmpty { nearestAuxiliary = k.intersection(WordKinds.auxiliary) }
        start -= 1
      } else if k.contains(.adverb),
        k.isDisjoint(with: [.subordinating, .coordinating, .preposition, .quantity, .outletNoun])
      {
        // "the business daily | reported": a paper, though it could say how often.
        start -= 1
      } else {
        break
      }
    }
    let isBe = nearestAuxiliary.contains(.be)
    let afterTo = start > 0 && has(start - 1, .to)
    switch form {
    case .finite:
      if afterTo || (ing && !isBe) || (isBe && !ing) { return nil }
      // "the plan", "of reports": a determiner or preposition in front makes a noun of it.
      if start == head, head > 0, has(head - 1, [.article, .possessive, .preposition, .of, .possessiveMark]) {
        return nil
      }
      if nearestAuxiliary.isEmpty, isNounHere(head, group: start) || isReducedRelative(head) { return nil }
      return start..<head + 1
    case .participle:
      guard ing, nearestAuxiliary.isEmpty else { return nil }
      // "Bloomberg's reporting", "the saying".
      if head > 0, has(head - 1, [.article, .possessive, .possessiveMark, .of]) { return nil }
      return start..<head + 1
    case .infinitive:
      guard afterTo else { return nil }
      return start - 1..<head + 1
    case .passive:
      guard isBe, !ing, !afterTo else { return nil }
      return start..<head + 1
    }
  }

  /// "Videos posted to the platform and checked by Plumbline | show": an -ed form behind a noun, with a preposition and
  /// a further verb of the same subject behind it, describes the noun.
  private func isReducedRelative(_ head: Int) -> Bool {
    guard head > 0, head + 2 < kinds.count, has(head, .edForm), isNominal(head - 1),
      has(head + 1, [.preposition, .of, .to]), !has(head + 1, .subordinating)
    else { return false }
    var i = head + 2
    while i < kinds.count, i < head + 16, !scanned.tokens.flags[i].contains(.sentenceStart) {
      if has(
        i, [.comma, .quoteMark, .that, .relative, .colon, .semicolon, .stop, .dash, .subordinating, .coordinating]),
        !has(i, .preposition)
      {
        return false
      }
      if has(i, [.andWord, .subjectPronoun]) {
        guard i + 1 < kinds.count, has(i + 1, .edForm), has(i, .andWord) else { return false }
        i += 2
        continue
      }
      if !has(i, [.edForm, .name]), i > head + 2, isNominal(i - 1), !has(i - 1, [.edForm, .plainVerb]) {
        // A name right before the verb could be a subject of its own: "warned of attacks Brill says".
        if isFinite(i, from: head) { return has(i, [.be, .have, .modal]) || !has(i - 1, .name) }
        if has(i, .cueVerb), has(i, .nounVerb), verbGroup(head: i, form: .finite) != nil { return true }
      }
      i += 1
    }
    return false
  }

  /// Whether a word that is a noun as well as a verb is the noun where it stands.
  ///
  /// A verb agrees with its subject: the base form needs a plural before it ("voters support"), the -s form a singular
  /// that is complete ("the mayor reports", not "media reports"). Where the subject could be part of a compound
  /// ("Gulf states", "the campaign plans"), what follows decides: a verb takes an object or a clause.
  func isNounHere(_ head: Int, group start: Int) -> Bool {
    guard has(head, .nounVerb), !has(head, [.edForm, .ingForm]) else { return false }
    guard start > 0 else { return true }
    let before = start - 1
    let k = kinds[before]
    if !k.isDisjoint(with: [.subjectPronoun, .relative]) { return false }
    // "The firm last month cut its forecast": a past form that looks like the noun, with an object behind it.
    if has(head, .irregularPast), !has(before, [.preposition, .of, .punctuation, .andWord]), takesObject(head) {
      return false
    }
    let endsInS = isSForm(head)
    // "…, Reuters reports": an outlet is one, however its name ends, and a verb may close its sentence.
    if endsInS, endsSentence(head) || has(head + 1, .comma),
      scanned.hits(endingAt: start).contains(where: { $0.outlet != nil })
    {
      return false
    }
    if k.isDisjoint(with: [.punctuation, .andWord, .coordinating, .that, .subordinating]) {
      guard isNominal(before) || !k.isDisjoint(with: [.indefinite, .quantity, .demonstrative, .reflexive]) else {
        return true
      }
      // "a 2023 report that": the figure belongs to the noun.
      if k.contains(.digits), before > 0, has(before - 1, [.article, .possessive]) { return true }
      if k.contains(.number) || k.contains(.digits) { return endsInS || !takesObject(head) }
      let isPlural = k.contains(.plural) || (isSForm(before) && !k.contains(.name))
      if endsInS {
        // "news reports", "swing states": a bare singular noun goes with the next one.
        if isPlural { return !(takesObject(head) && hasModifiedHead(before, plural: false)) }
        if closesInsertedCue(head) { return false }
        // "Jon Lind reports from the coast": a person's name goes with no noun.
        if k.contains(.name), before > 0, has(before - 1, .firstName), head + 1 < kinds.count,
          has(head + 1, [.preposition, .comma])
        {
          return false
        }
        if !k.contains(.name), !hasDeterminer(before) { return true }
        return !takesObject(head)
      }
      if isPlural { return !takesObject(head) && !isFollowedByNominal(head) }
      if hasModifiedHead(before, plural: true), takesObject(head) || isFollowedByNominal(head) { return false }
      if k.contains(.name) {
        return !((isSForm(before) || isCoordinated(before)) && takesObject(head))
      }
      return !(isCoordinated(before) && takesObject(head))
    }
    // "skepticism and fears that": a noun joined to a noun.
    if k.contains(.andWord), before > 0, isNominal(before - 1), has(before - 1, [.claimNoun, .nounVerb]),
      !has(before - 1, .name)
    {
      return true
    }
    return !takesObject(head)
  }

  private func endsSentence(_ i: Int) -> Bool {
    i + 1 == kinds.count || has(i + 1, .stop) || scanned.tokens.flags[i + 1].contains(.sentenceStart)
  }

  /// Whether what a verb governs follows: "that", a quotation, a determiner, a pronoun, a name.
  private func takesObject(_ head: Int) -> Bool {
    var i = head + 1
    if i < kinds.count, has(i, .adverb) { i += 1 }
    guard i < kinds.count else { return false }
    let k = kinds[i]
    if k.contains(.quoteMark) { return scanned.tokens.flags[i].contains(.opens) }
    if k.contains(.colon) { return true }
    if k.contains(.to) { return i + 1 < kinds.count && has(i + 1, [.plainVerb, .cueVerb, .nounVerb, .be, .have, .do]) }
    if !k.isDisjoint(with: [
      .that, .article, .possessive, .demonstrative, .quantity, .subjectPronoun, .objectPronoun, .relative, .reflexive,
      .name, .digits,
    ]) {
      return k.isDisjoint(with: WordKinds.auxiliary)
    }
    return false
  }

  /// Whether the noun phrase that ends here has its head farther left, before a preposition or a participle, with the
  /// number asked for: "records from the last race | show", "an average of polls | shows".
  private func hasModifiedHead(_ last: Int, plural: Bool) -> Bool {
    var i = last
    let lower = max(0, last - 14)
    while i > lower {
      let k = kinds[i]
      if !k.isDisjoint(with: [.comma, .semicolon, .colon, .stop, .quoteMark, .that, .coordinating]) { return false }
      if !k.isDisjoint(with: [.preposition, .of, .relative]) || (k.contains(.edForm) && !k.contains(.name)) {
        let noun = kinds[i - 1]
        if isNominal(i - 1) || !noun.isDisjoint(with: [.quantity, .indefinite]) {
          let isPlural = !noun.isDisjoint(with: [.plural, .quantity, .number, .digits, .indefinite]) || isSForm(i - 1)
          if isPlural == plural { return true }
        }
      }
      i -= 1
    }
    return false
  }

  /// A noun, adjective, adverb or infinitive right behind a verb; a preposition, stop or further verb speaks for a noun.
  private func isFollowedByNominal(_ head: Int) -> Bool {
    // "…, county records show."
    guard head + 1 < kinds.count, !has(head + 1, .stop) else { return true }
    return isNominal(head + 1) || has(head + 1, [.adverb, .to, .subordinating])
  }

  /// ", the Harbour Post reports": a subject behind a comma and nothing after the verb.
  private func closesInsertedCue(_ head: Int) -> Bool {
    guard head + 1 == kinds.count || has(head + 1, [.stop, .comma]) else { return false }
    var i = head - 1
    while i > 0, i > head - 9, isNominal(i) || has(i, .article) { i -= 1 }
    if i < head - 1, has(i, .comma) { return true }
    // "“She will stand,” a voice in the film says.": behind a quotation the phrase may go on with a preposition.
    while i > 0, i > head - 12, isNominal(i) || has(i, [.article, .preposition, .of, .possessive]) { i -= 1 }
    return i < head - 1 && closesWithComma(i)
  }

  /// -s as the ending of a plural noun or of a verb's third person.
  func isSForm(_ i: Int) -> Bool {
    guard scanned.tokens.kind[i] == .word else { return false }
    let span = scanned.tokens.span(i)
    guard span.count > 2 else { return false }
    let bytes = scanned.text.bytes
    let last = bytes[span.end - 1] | 0x20
    let before = bytes[span.end - 2] | 0x20
    return last == UInt8(ascii: "s") && before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
      && before != UInt8(ascii: "i")
  }

  /// Whether a determiner or possessive opens the noun phrase that ends with this noun.
  private func hasDeterminer(_ noun: Int) -> Bool {
    var i = noun
    while i > 0, i > noun - 5 {
      i -= 1
      if has(i, WordKinds.determiner.union([.possessiveMark, .number])) { return true }
      if !isNominal(i) { return false }
    }
    return false
  }

  /// Whether "and" joins this noun or name with one before it.
  private func isCoordinated(_ noun: Int) -> Bool {
    var i = noun
    while i > 0, i > noun - 5 {
      i -= 1
      if has(i, .andWord) { return i > 0 && isNominal(i - 1) }
      if !isNominal(i), !has(i, .article) { return false }
    }
    return false
  }

  /// Whether a source phrase goes without a name or a body that answers for it.
  public func isUnnamed(_ range: Range<Int>) -> Bool {
    !range.contains { has($0, [.name, .organisation, .state, .honorific]) }
  }
}
