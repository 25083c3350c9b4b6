import HearsayRules

/// Where what is said really begins and ends inside the stretch that a rule's pattern took for it.
///
/// A pattern takes all that follows a cue. Hearer, place and time stand there before the words themselves; the
/// annotators' content begins with “that” or the quotation mark.
extension LightSyntax {
  /// The “that” or quotation mark at which the words begin, where only a hearer, a place or a time stands before it:
  /// "told a hall in Salem on Monday | that …", "concluded this month | that …", "asked the crowd, | “…”".
  ///
  /// - Parameter hearer: the cue takes a hearer, so that a plain noun phrase may stand in front.
  public func wordsStart(in content: Range<Int>, hearer: Bool) -> Int? {
    let first = content.lowerBound
    // "said, however, | that …"
    if first + 2 < content.upperBound, has(first, .adverb), has(first + 1, .comma), has(first + 2, .that) {
      return first + 2
    }
    guard first < content.upperBound,
      !has(first, [.that, .quoteMark, .relative, .subordinating, .of]) || opensPhrase(first)
    else { return nil }
    let isAdverbial = has(first, [.preposition, .time, .to]) && !has(first, .of) || opensTime(first)
    guard isAdverbial || hearer else { return nil }
    var i = first + 1
    while i < content.upperBound, i < first + 16 {
      if has(i, .that), has(i - 1, [.claimNoun, .reportNoun, .demonstrative, .preposition]) { return nil }
      if has(i, .that) { return isComplement(i, content) ? i : nil }
      if has(i, .quoteMark) {
        guard hearer || isAdverbial, has(i - 1, [.comma, .colon]), let end = quotation(openingAt: i),
          end >= content.upperBound - 1
        else { return nil }
        return i
      }
      if has(i, [.relative, .colon, .semicolon, .dash]) && !has(i + 1, .quoteMark) { return nil }
      if has(i, .comma), i + 1 < content.upperBound, !has(i + 1, [.quoteMark, .that]) { return nil }
      if isFinite(i, from: first), !has(i, [.edForm, .ingForm]) { return nil }
      i += 1
    }
    return nil
  }

  /// A demonstrative or article that opens a time phrase or a hearer: "this month", "the crowd".
  private func opensPhrase(_ i: Int) -> Bool { has(i, [.preposition, .demonstrative]) && !has(i, .that) }

  private func opensTime(_ i: Int) -> Bool {
    opensDate(i) && i + 1 < kinds.count && (has(i + 1, .time) || has(i + 1, .article))
  }

  /// Whether “that” brings in a clause with a subject of its own, not a relative clause.
  private func isComplement(_ i: Int, _ content: Range<Int>) -> Bool {
    guard i + 1 < content.upperBound else { return false }
    return !isFinite(i + 1, from: i) && !has(i + 1, [.comma, .cueVerb]) || has(i + 1, [.name, .subjectPronoun])
  }

  /// A closing mark with a comma inside: "“It is over,| ”".
  public func closesWithComma(_ i: Int) -> Bool {
    i > 0 && i < kinds.count && has(i, .quoteMark) && scanned.tokens.flags[i].contains(.closes) && has(i - 1, .comma)
  }

  /// An -ed form that opens a sentence: "Dated in March, …".
  public func opensWithParticiple(_ i: Int) -> Bool {
    has(i, [.edForm, .participle]) && !has(i, .subordinating)
  }

  /// A "that" or "which" right behind a noun.
  public func startsRelativeClause(_ i: Int) -> Bool {
    i > 0 && has(i, [.that, .relative]) && (isNominal(i - 1) || has(i - 1, .comma) && has(i, .relative))
  }

  /// A preposition behind a participle: "cited | by", "reported | in", "was funded | by".
  public func bringsAgent(_ i: Int) -> Bool {
    guard i > 0, has(i, .preposition), !has(i, .of), has(i - 1, .edForm) else { return false }
    // "was first carried | by"
    var j = i - 2
    while j > 0, j > i - 4, has(j, .adverb), !has(j, .be) { j -= 1 }
    return has(i - 1, .cueVerb) || j >= 0 && has(j, .be)
  }

  /// The opening mark of the quotation that closes at a token.
  public func openingMark(of close: Int) -> Int? { quotation(closingAt: close) }

  /// The opening mark of a quotation behind a colon that closes the content: "the need for ambition: | “Change it,”".
  public func quotationBehindColon(in content: Range<Int>) -> Int? {
    var i = content.upperBound - 1
    guard i > content.lowerBound + 1, has(i, .quoteMark), let open = quotation(closingAt: i) else { return nil }
    i = open
    return i > content.lowerBound + 1 && has(i - 1, .colon) ? i : nil
  }

  /// Where a relative clause ends whose cue took the rest of the sentence for its content: at the comma before the verb
  /// of the main clause: "who declined to comment | , proposes".
  public func relativeContentEnd(_ content: Range<Int>) -> Int? {
    var i = content.lowerBound
    while i < content.upperBound {
      if has(i, .quoteMark), scanned.tokens.flags[i].contains(.opens), let end = quotation(openingAt: i), end > i {
        i = end
        continue
      }
      if has(i, .comma), i > content.lowerBound, i + 1 < content.upperBound {
        var j = i + 1
        while j + 1 < content.upperBound, j < i + 3, has(j, [.adverb, .negation]) { j += 1 }
        if isFinite(j, from: i), !has(j, [.ingForm, .name]) { return i }
        if has(j, [.nounVerb, .cueVerb]), has(j, .edForm) || isSForm(j), !has(j, .name) { return i }
      }
      i += 1
    }
    return nil
  }

  /// Whether words in front of a verb are nothing but its subject: no quotation, and no verb outside a relative clause.
  public func isSubjectOnly(_ r: Range<Int>) -> Bool {
    if isBareSubject(r) { return true }
    return !r.contains {
      has($0, [.quoteMark, .that, .subordinating, .dash, .colon]) || isFinite($0, from: r.lowerBound)
        || has($0, .nounVerb) && verbGroup(head: $0, form: .finite) != nil
    }
  }

  /// Whether words in front of a cue say when or how and not what: "After the vote", "Eyebrows raised".
  public func isCircumstance(_ r: Range<Int>) -> Bool {
    guard let first = r.first, !r.contains(where: { has($0, .quoteMark) }) else { return false }
    if has(first, [.subordinating, .preposition]), !has(first, .that) { return true }
    return !isStatement(from: first, r)
  }

  /// The passive verb and its "by" right before whoever did it: "was first reported by |".
  public func passiveReport(before agent: Int, scope: Range<Int>) -> Range<Int>? {
    var by = agent - 1
    while by > scope.lowerBound, has(by, .article) { by -= 1 }
    guard by > scope.lowerBound, has(by, .preposition), has(by - 1, .edForm) || has(by - 1, .irregularPast) else {
      return nil
    }
    var start = by - 1
    while start > scope.lowerBound, has(start - 1, WordKinds.auxiliary.union(.adverb)) { start -= 1 }
    return start < by - 1 ? start..<by + 1 : nil
  }

  /// A past form that can stand without an auxiliary.
  public func isPastVerb(_ i: Int) -> Bool { has(i, [.edForm, .irregularPast]) && !has(i, .name) }

  /// A single relative pronoun, “that” included.
  public func isRelativePronoun(_ i: Int) -> Bool { has(i, [.relative, .that]) }

  /// The subject that a sentence opens with, for what hangs on the sentence as a whole.
  public func openingSubject(_ scope: Range<Int>, before end: Int) -> Range<Int>? {
    var ends: [Int] = []
    var s = scope.lowerBound
    while s < end, s < scope.lowerBound + 2, has(s, [.coordinating, .andWord, .adverb, .punctuation]), !has(s, .name) {
      s += 1
    }
    guard s < end, !has(s, [.preposition, .subordinating, .ingForm, .to]) || has(s, .name) else { return nil }
    nounPhraseEnds(from: s, s..<end, into: &ends)
    guard let longest = ends.first, longest > s else { return nil }
    return s..<longest
  }
}
