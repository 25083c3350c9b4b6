import HearsayRules

/// Noun phrases read rightwards: inverted subjects ("said X"), and what follows "according to", "by", "citing".
extension LightSyntax {
  func nounPhraseEnds(from start: Int, _ scope: Range<Int>, into out: inout [Int]) {
    let limit = min(scope.upperBound, start + LightSyntax.reach)
    guard start < limit else { return }
    // "according to him, the head of the bank", "her" where no noun follows.
    let isObject =
      has(start, .objectPronoun) && !(has(start, .possessive) && start + 1 < limit && isNominal(start + 1))
    if isObject || has(start, [.subjectPronoun, .relative]) {
      out.append(start + 1)
      return
    }
    if opensWithVerb(start, limit) { return }
    guard let core = phraseEnd(start, limit) else { return }
    if let long = appositionEnd(core, limit) { out.append(long) }
    out.append(core)
    if let short = bareEnd(start, core) { out.append(short) }
    // "the minister | 's claim": whose claim it is.
    if let mark = (start + 1..<max(core, start + 1)).last(where: { has($0, .possessiveMark) }) { out.append(mark) }
  }

  /// "Giving evidence to the inquiry, | Capt Orr said": a participle with its object at the head of a sentence.
  func opensWithVerb(_ i: Int, _ limit: Int) -> Bool {
    scanned.tokens.flags[i].contains(.sentenceStart) && has(i, .ingForm) && has(i, [.plainVerb, .cueVerb])
      && !has(i, [.organisation, .firstName]) && i + 1 < limit
      && (has(i + 1, WordKinds.determiner.union([.preposition, .to, .objectPronoun, .that]))
        // "Leading economists said", "Voting rights groups said": there it describes who speaks.
        || isNominal(i + 1) && !isSForm(i + 1) && !has(i + 1, .plural) && i + 2 < limit && has(i + 2, .preposition))
      && !isFinite(i + 1, from: i)
  }

  /// The end of a noun phrase with its prepositional phrases and restrictive relative clause.
  private func phraseEnd(_ start: Int, _ limit: Int) -> Int? {
    guard var i = simpleEnd(start, limit) else { return nil }
    while i < limit {
      let k = kinds[i]
      if k.contains(.of) || k.contains(.preposition), i + 1 < limit, isGoverned(i + 1), has(i + 1, .objectPronoun) {
        // "a person with knowledge of them"
        i += 2
      } else if k.contains(.of) || k.contains(.preposition), k.isDisjoint(with: [.adverb, .that]) {
        // "quotes an employee | as saying"
        if k.contains(.subordinating), i + 1 < limit, has(i + 1, .ingForm) { break }
        guard i + 1 < limit, !isTimePhrase(i + 1, limit), let next = simpleEnd(i + 1, limit) else { break }
        i = next
      } else if k.contains(.to), i + 1 < limit, has(i + 1, [.article, .name, .possessive]),
        let next = simpleEnd(i + 1, limit)
      {
        i = next
      } else if k.contains(.andWord), i + 1 < limit, has(i + 1, .startsPhrase) || isNominal(i + 1),
        let next = simpleEnd(i + 1, limit), next == limit || !isFinite(next, from: start) || has(next, .edForm)
      {
        i = next
      } else if k.contains(.relative) || k.contains(.that), i + 1 < limit, !has(i + 1, .sayVerb),
        isFinite(i + 1, from: start) || has(i + 1, [.adverb, .plainVerb, .nounVerb])
      {
        return relativeEnd(i, limit)
      } else if !k.isDisjoint(with: [.edForm, .ingForm, .participle]), k.isDisjoint(with: [.sayVerb, .name]),
        i + 1 < limit,
        has(i + 1, [.preposition, .of, .to])
      {
        // "people briefed on the talks"
        i += 1
      } else {
        break
      }
    }
    return i
  }

  /// Determiner, adjectives, nouns and names in a row, possessives included.
  private func simpleEnd(_ start: Int, _ limit: Int) -> Int? {
    var i = start
    while i < limit, has(i, WordKinds.determiner.union(.indefinite)), !has(i, .name) { i += 1 }
    let afterDeterminer = i
    while i < limit {
      let k = kinds[i]
      if k.contains(.quoteMark), let close = closingMark(i, limit), close - i < 8 {
        i = close + 1
      } else if k.contains(.open), let close = bracketEnd(i, limit) {
        i = close + 1
      } else if isNominal(i) {
        if i > afterDeterminer, has(i, .cueVerb), !has(i, [.nounVerb, .name]) { break }
        // "Munro | replied that …", but "the first reported case": before a noun the past form describes it.
        if i > afterDeterminer, has(i, .cueVerb), has(i, .edForm), !has(i, .name),
          i + 1 >= limit || !isNominal(i + 1) && !has(i + 1, [.preposition, .of])
        {
          break
        }
        if i > afterDeterminer, has(i, .time), !has(i - 1, .article), startsTime(i) { break }
        // "Researchers at the institute | followed 4,000 people"
        if i > afterDeterminer, !has(i, .name), isActivePast(i) { break }
        i += 1
      } else if i > start, isSlash(i), i + 1 < limit, isNominal(i - 1), isNominal(i + 1) {
        // "a Tribune/Gazette poll"
        i += 1
      } else if k.contains(.adverb), i + 1 < limit, isNominal(i + 1), i == afterDeterminer, i > start {
        i += 1
      } else if k.contains(.comma), i > 0, i + 2 < limit, has(i - 1, .name), has(i + 1, .name), listContinues(i, limit)
      {
        i += 1
      } else {
        break
      }
    }
    if i == afterDeterminer { return i > start && has(i - 1, [.indefinite, .quantity, .demonstrative]) ? i : nil }
    return i
  }

  private func isSlash(_ i: Int) -> Bool {
    scanned.tokens.kind[i] == .punctuation && scanned.text.bytes[Int(scanned.tokens.start[i])] == UInt8(ascii: "/")
  }

  /// A weekday or "yesterday" behind a noun is when, not who.
  private func startsTime(_ i: Int) -> Bool { has(i, .time) }

  private func isTimePhrase(_ i: Int, _ limit: Int) -> Bool {
    var j = i
    while j < limit, j < i + 4 {
      if has(j, .time) || has(j, .digits) { return true }
      if has(j, .document), !has(j, .name), i > 0, !has(i - 1, [.of, .to]) { return true }
      if !has(j, [.article, .possessive, .quantity, .number, .demonstrative]) && !isNominal(j) { return false }
      if has(j, .name) { return false }
      j += 1
    }
    return false
  }

  /// "Trump, Carson and Fiorina": commas of a list with an "and" to come.
  private func listContinues(_ comma: Int, _ limit: Int) -> Bool {
    var j = comma + 1
    while j < limit, j < comma + 14 {
      if has(j, .andWord) { return j + 1 < limit && has(j + 1, .name) }
      if !has(j, [.name, .comma, .firstName, .honorific]) { return false }
      j += 1
    }
    return false
  }

  private func closingMark(_ i: Int, _ limit: Int) -> Int? {
    var j = i + 1
    while j < limit {
      if has(j, .quoteMark), scanned.tokens.flags[j].contains(.closes) { return j }
      j += 1
    }
    return nil
  }

  private func bracketEnd(_ i: Int, _ limit: Int) -> Int? {
    var j = i + 1
    while j < limit, j < i + 12 {
      if has(j, .close) { return j }
      j += 1
    }
    return nil
  }

  /// Where a relative clause ends: at the next comma, stop, semicolon, dash or quotation mark.
  private func relativeEnd(_ start: Int, _ limit: Int) -> Int {
    var j = start + 1
    while j < limit, !has(j, [.comma, .stop, .semicolon, .dash, .quoteMark, .colon]) { j += 1 }
    return j
  }

  /// ", a professor of law at X" behind a noun phrase: up to the next comma or the end of the sentence.
  private func appositionEnd(_ core: Int, _ limit: Int) -> Int? {
    guard core + 1 < limit, has(core, .comma), isInsertion(core + 1, limit) else { return nil }
    let first = core + 1
    if has(first, .relative), relativeReports(first, limit) { return nil }
    if has(core - 1, .name), opensNamedClause(first, limit) { return nil }
    var j = first
    while j < limit {
      let k = kinds[j]
      if !k.isDisjoint(with: [.stop, .semicolon, .dash, .quoteMark, .colon]) { break }
      if k.contains(.comma) {
        // ", 54, of Dublin," goes on; ", professor of law, ethics and politics" too.
        if has(first, .digits), j == first + 1, isInsertion(j + 1, limit) || has(j + 1, .of) {
          j += 1
          continue
        }
        break
      }
      if k.isDisjoint(with: [.relative]), isFinite(j, from: first), !has(first, .relative), !isParticipleHere(j) {
        return nil
      }
      j += 1
    }
    return j > first ? j : nil
  }

  private func isParticipleHere(_ i: Int) -> Bool { has(i, .edForm) }

  /// "According to Vance, | Marlow praised her donors": a name behind a name and a past form with an object begin a clause.
  private func opensNamedClause(_ first: Int, _ limit: Int) -> Bool {
    var i = first
    while i < limit, isName(i) { i += 1 }
    return i > first && i < limit && isActivePast(i)
  }

  /// ", which said that …" is an attribution of its own.
  private func relativeReports(_ i: Int, _ limit: Int) -> Bool {
    var j = i + 1
    while j < limit, j < i + 4 {
      // ", who asked not to be named": what they want for themselves is part of who they are.
      if has(j, .cueVerb) { return !opensAnonymityWish(j + 1, limit) }
      if !has(j, WordKinds.auxiliary.union([.adverb, .negation])) { return false }
      j += 1
    }
    return false
  }

  /// The phrase without prepositional phrases, for patterns that need a shorter one.
  private func bareEnd(_ start: Int, _ core: Int) -> Int? {
    guard let end = simpleEnd(start, core), end < core else { return nil }
    return end
  }

  // MARK: Persons, outlets, numbers

  func personEnds(from start: Int, _ scope: Range<Int>, into out: inout [Int]) {
    guard has(start, [.name, .honorific]) else { return }
    var i = start
    var names = 0
    while i < scope.upperBound, i < start + 8, has(i, [.name, .honorific]) {
      if has(i, .name) { names += 1 }
      i += 1
    }
    if names > 0 { out.append(i) }
  }

  /// An outlet's alias with its article and describing words, or a descriptive noun with an article ("the outlet").
  func outletEnds(from start: Int, _ scope: Range<Int>, into out: inout [Int]) {
    var i = start
    if has(i, .article) { i += 1 }
    guard i < scope.upperBound else { return }
    if let hit = scanned.outletName(at: i, limit: scope.upperBound) {
      // "BBC | Radio Ridgeway": one of its stations.
      if let end = stationEnd(hit.end, scope.upperBound) { out.append(end) }
      out.append(describedEnd(hit.end, scope.upperBound))
      return
    }
    if let end = outletLikeName(from: i, scope.upperBound) {
      out.append(describedEnd(end, scope.upperBound))
      return
    }
    if start < i {
      if let hit = scanned.outletName(at: start, limit: scope.upperBound) {
        out.append(describedEnd(hit.end, scope.upperBound))
        return
      }
      // "the outlet", "the business daily Kommersant"
      var j = i
      while j < scope.upperBound, j < i + 5, isNominal(j) {
        if has(j, .outletNoun), !has(j, .name) {
          if let hit = scanned.outletName(at: j + 1, limit: scope.upperBound) {
            out.append(hit.end)
            return
          }
          // "the newspaper Harbour Eye", "the news site Astor": a name that no rule knows.
          let first = j + 1 < scope.upperBound && has(j + 1, .article) && isCapitalised(j + 1) ? j + 2 : j + 1
          var e = first
          while e < scope.upperBound, e < first + 3, isName(e), !scanned.tokens.flags[e].contains(.newlineBefore) {
            e += 1
          }
          if e > first { out.append(e) } else if j == i { out.append(j + 1) }
          return
        }
        j += 1
      }
    }
  }

  private func isCapitalised(_ i: Int) -> Bool { scanned.tokens.flags[i].contains(.capitalised) }

  /// "Kommersant | business newspaper": lower-case words up to an outlet noun still describe it.
  private func describedEnd(_ end: Int, _ limit: Int) -> Int {
    var j = end
    while j < limit, j < end + 4, isNominal(j), !has(j, [.name, .possessiveMark, .time, .digits]) {
      if has(j, .outletNoun) { return j + 1 }
      j += 1
    }
    return end
  }

  func numberEnds(from start: Int, _ scope: Range<Int>, _ type: PhraseType, into out: inout [Int]) {
    if type == .date {
      if let end = dateEnd(from: start, scope) { out.append(end) }
      return
    }
    var i = start
    while i < scope.upperBound, i < start + 5, has(i, [.number, .digits]) { i += 1 }
    if i > start { out.append(i) }
  }

  /// The end of a time phrase: "Monday", "on Wednesday night", "late last week", "in March 2024".
  private func dateEnd(from start: Int, _ scope: Range<Int>) -> Int? {
    if let end = fixedDateEnd(start, scope.upperBound) { return end }
    var i = start
    while i < scope.upperBound, i < start + 3, opensDate(i), !has(i, .time) { i += 1 }
    let first = i
    var saysWhen = false
    while i < scope.upperBound, i < first + 5 {
      if has(i, [.time, .digits]) {
        saysWhen = saysWhen || has(i, .time)
        i += 1
      } else if i > first, let time = timeBehindLead(i, scope.upperBound) {
        // "late on Monday", "earlier in the week"
        i = time
      } else {
        break
      }
    }
    // "the early | readings": the time word describes a noun.
    if first > start, has(first - 1, [.article, .that, .demonstrative]), i < scope.upperBound, has(i - 1, .adverb),
      isNominal(i)
    {
      return nil
    }
    // A bare number counts something, unless it's a year behind a preposition: "said in 2019".
    return i > first && (saysWhen || (first > start && i == first + 1 && isYear(first))) ? i : nil
  }

  /// The time word behind a preposition and perhaps an article.
  private func timeBehindLead(_ i: Int, _ limit: Int) -> Int? {
    guard opensDate(i), has(i, .preposition) else { return nil }
    var j = i + 1
    if j < limit, opensDate(j), !has(j, .time) { j += 1 }
    return j < limit && has(j, .time) ? j : nil
  }

  /// Four digits from 1900 to 2099.
  private func isYear(_ i: Int) -> Bool {
    let span = scanned.tokens.span(i)
    guard span.count == 4, scanned.tokens.kind[i] == .number else { return false }
    let century = scanned.text.bytes[span.start..<span.start + 2]
    return century.elementsEqual("19".utf8) || century.elementsEqual("20".utf8)
  }

  // MARK: Quotations

  func quotationEnd(from start: Int, _ scope: Range<Int>, into out: inout [Int]) {
    guard has(start, .quoteMark), scanned.tokens.flags[start].contains(.opens) else { return }
    guard let q = quotation(openingAt: start) else { return }
    out.append(min(q, scope.upperBound))
  }

  func quotationStart(to end: Int, _ scope: Range<Int>, into out: inout [Int]) {
    guard has(end - 1, .quoteMark), let q = quotation(closingAt: end - 1) else { return }
    if q >= scope.lowerBound { out.append(q) }
  }
}
