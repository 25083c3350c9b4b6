import HearsayRules

/// What a cue governs: the stretch of words up to a border that ends its content.
extension LightSyntax {
  /// The ends of a clause that begins at `start`: up to a cue of its own behind a comma, else to the end of the sentence.
  func clauseEnds(from start: Int, _ scope: Range<Int>, into out: inout [Int]) {
    let full = contentEnd(scope)
    guard start < full, !opensAdverbial(start, full) else { return }
    // A clause has a subject of its own, which may go on with further verbs; a noun phrase hasn't.
    let isClause = isStatement(from: start, scope)
    var i = start
    while i < full {
      let k = kinds[i]
      if k.contains(.quoteMark), scanned.tokens.flags[i].contains(.opens),
        let end = quotation(openingAt: i), end > i
      {
        i = max(i + 1, min(end, full))
        // “The pier is safe,” adding that …: the comma stands inside the mark.
        if i < full, i == end, i - 2 > start, has(i - 2, .comma), startsOtherAttribution(i - 1, full, scope.lowerBound)
        {
          break
        }
        continue
      }
      if k.contains(.quoteMark), i > start, scanned.tokens.flags[i].contains(.closes) {
        // The closing mark of a quotation that began before: it ends there.
        break
      }
      if i > start {
        // "After the mayor scolded her, | Brill shot back …": the main clause begins at the first comma.
        if k.contains(.comma), has(scope.lowerBound, .subordinating), !has(scope.lowerBound, .that),
          !(scope.lowerBound..<i).contains(where: { has($0, .comma) }), isStatement(from: i + 1, scope)
        {
          break
        }
        // A semicolon ends what is said: three of four in news, and the next clause may be somebody else's.
        if k.contains(.semicolon) { break }
        // "that the devices, which weigh little, | could have had": a clause isn't over before its verb.
        if isClause, k.contains(.comma), i + 1 < full, has(i + 1, .relative), !holdsFinite(start..<i),
          let close = (i + 2..<full).first(where: { has($0, .comma) })
        {
          i = close + 1
          continue
        }
        if !k.isDisjoint(with: [.comma, .semicolon, .dash]), startsOtherAttribution(i, full, scope.lowerBound) {
          break
        }
        if !k.isDisjoint(with: [.comma, .dash]), startsClaimRemark(i + 1, full) { break }
        if !k.isDisjoint(with: [.andWord, .coordinating]),
          // Behind a quotation the speaker goes on, whatever the verb: "said “no” and urged …".
          isSecondCue(i + 1, full, speechOnly: isClause && !has(i - 1, .quoteMark))
        {
          break
        }
        if !isClause, k.contains(.comma), startsClause(i + 1, full) { break }
      }
      i += 1
    }
    if i > start { out.append(i) }
    if i < full { out.append(full) }
    // Before a last dash, for what a headline puts behind it.
    var dash = full - 1
    while dash > start, !has(dash, .dash) { dash -= 1 }
    if dash > start, dash != i { out.append(dash) }
  }

  private func holdsFinite(_ r: Range<Int>) -> Bool { r.contains { isFinite($0, from: r.lowerBound) } }

  /// ", looking out …", ", after the vote …": behind a comma a participle or preposition goes with the verb before it.
  private func opensAdverbial(_ start: Int, _ limit: Int) -> Bool {
    guard has(start, .comma), start + 1 < limit else { return false }
    let k = kinds[start + 1]
    if !k.isDisjoint(with: [.name, .that, .quoteMark]) { return false }
    return !k.isDisjoint(with: [.ingForm, .edForm, .preposition, .subordinating, .coordinating, .andWord])
  }

  /// Sentence end without the final stop, when that stop stands outside quotation marks.
  func contentEnd(_ scope: Range<Int>) -> Int {
    var e = scope.upperBound
    while e > scope.lowerBound, has(e - 1, [.stop, .colon, .semicolon, .comma]) { e -= 1 }
    return e
  }

  /// Whether the words behind a comma, semicolon or dash belong to another cue: ", according to …", ", he said",
  /// ", while the ministry said …", ", adding that …".
  private func startsOtherAttribution(_ comma: Int, _ limit: Int, _ start: Int) -> Bool {
    var i = comma + 1
    guard i < limit else { return false }
    if startsAccordingTo(i) { return true }
    // ", but …", ", which …", ", while …" are the outlet's own more often than not (three in five in news).
    if has(i, [.coordinating, .subordinating, .relative]), has(i, .turn) { return true }
    // ", adding that", ", citing"
    var j = i
    while j < limit, j < i + 2, has(j, [.adverb, .subordinating]), !has(j, .ingForm) { j += 1 }
    if j < limit, has(j, .ingForm), has(j, .cueVerb) { return true }
    // ", while/but/and NP said"
    let coordinated = has(i, [.coordinating, .subordinating, .andWord])
    if coordinated { i += 1 }
    guard i < limit else { return false }
    if coordinated, let head = finiteCue(i, limit), head - i <= 2 { return true }
    // A noun phrase and a say verb right behind it.
    var ends: [Int] = []
    nounPhraseEnds(from: i, comma..<limit, into: &ends)
    // "…, Reuters reports": an outlet's name ends where it ends, whatever noun the verb might be.
    for hit in scanned.hits(startingAt: i) where hit.outlet != nil && hit.end < limit { ends.append(hit.end) }
    for end in ends {
      guard end < limit, let head = finiteCue(end, limit), head - end <= 2 else { continue }
      // Without a conjunction the cue must close the clause (", he said, ") or the sentence.
      if coordinated { return true }
      // Behind a fronted clause ("While the board insisted that …, the mayor said …") the main clause begins here.
      if opensFronted(start) { return true }
      let after = head + 1
      if after >= limit || has(after, [.comma, .stop, .time, .preposition]) { return true }
      if has(comma, .semicolon) { return true }
      // ", three people told Reuters.": little but the hearer follows.
      if limit - after <= 8, has(comma, .comma) { return true }
    }
    return false
  }

  /// ", a claim his lawyer called false", ", an allegation that she denies": what others say of what was said.
  private func startsClaimRemark(_ start: Int, _ limit: Int) -> Bool {
    guard start < limit, has(start, [.article, .demonstrative]) else { return false }
    var i = start + 1
    while i < limit, i < start + 4, !has(i, .claimNoun), isNominal(i) { i += 1 }
    guard i + 1 < limit, has(i, .claimNoun), !has(i, .name) else { return false }
    return has(i + 1, [.that, .relative, .possessive, .subjectPronoun, .name, .honorific, .article, .edForm])
  }

  /// Whether a sentence opens with a clause or participle that its main clause follows: "When …, he said".
  private func opensFronted(_ start: Int) -> Bool {
    has(start, [.subordinating, .preposition, .ingForm]) || (has(start, .edForm) && has(start, .cueVerb))
  }

  /// Whether a finite cue stands right behind a conjunction and shares the subject of the cue before: "called for talks
  /// and | accused the board". A base form would go on with an infinitive ("to close the pier and support …").
  private func isSecondCue(_ i: Int, _ limit: Int, speechOnly: Bool) -> Bool {
    var j = i
    while j < limit, j < i + 4 {
      if has(j, speechOnly ? .sayVerb : .cueVerb), !has(j, [.name, .ingForm]) {
        let isFiniteForm = j > i && has(j - 1, WordKinds.auxiliary) || has(j, [.edForm, .irregularPast]) || isSForm(j)
        return isFiniteForm && verbGroup(head: j, form: .finite) != nil
      }
      if !has(j, WordKinds.auxiliary.union([.adverb, .negation])) { return false }
      j += 1
    }
    return false
  }

  /// Whether "and" and a new subject with its verb follow a comma: the end of a noun phrase's content.
  private func startsClause(_ i: Int, _ limit: Int) -> Bool {
    guard i < limit, has(i, [.andWord, .coordinating]) else { return false }
    return i + 1 < limit && !has(i + 1, [.subjectPronoun, .relative])
      ? isStatement(from: i + 1, i + 1..<limit) : i + 1 < limit
  }

  /// Whether the words from `start` on say something by themselves: "that …", a question, a quotation, or a subject with
  /// its finite verb. A noun phrase alone doesn't ("continued her tour").
  public func isStatement(from start: Int, _ scope: Range<Int>) -> Bool {
    var i = start
    while i < scope.upperBound, i < start + 3, has(i, [.adverb, .comma, .colon, .dash]) { i += 1 }
    guard i < scope.upperBound else { return false }
    let first = kinds[i]
    if first.contains(.quoteMark) { return scanned.tokens.flags[i].contains(.opens) }
    if !first.isDisjoint(with: [.that, .subjectPronoun, .relative, .subordinating]) {
      return first.isDisjoint(with: .preposition)
    }
    guard first.isDisjoint(with: [.preposition, .of, .to]) else { return false }
    // "there was no deadline"
    if isFinite(i, from: start) { return i > start && has(i - 1, .adverb) && has(i, .auxiliary) }
    let limit = min(scope.upperBound, i + 24)
    while i < limit {
      let k = kinds[i]
      if k.contains(.comma), goesOnBehindRelative(i, limit) { return true }
      if !k.isDisjoint(with: [.comma, .semicolon, .colon, .stop, .relative, .that, .to, .subordinating]),
        k.isDisjoint(with: .preposition)
      {
        return false
      }
      if k.contains(.quoteMark) { return false }
      if isFinite(i, from: start), !(has(i, .edForm) && i + 1 < limit && has(i + 1, [.preposition, .time])) {
        return true
      }
      i += 1
    }
    return false
  }

  /// "the vote |, which was held in secret, | had been rigged": the verb of the subject stands behind its relative clause.
  private func goesOnBehindRelative(_ comma: Int, _ limit: Int) -> Bool {
    guard comma + 2 < limit, has(comma + 1, .relative),
      let close = (comma + 2..<limit).first(where: { has($0, .comma) })
    else { return false }
    var i = close + 1
    while i < limit, i < close + 3, has(i, .adverb) { i += 1 }
    return i < limit && isFinite(i, from: close)
  }

  /// Whether a range is a subject with a relative clause and no verb of its own: "The shares, which fell on Monday".
  public func isBareSubject(_ r: Range<Int>) -> Bool {
    var i = r.lowerBound
    while i < r.upperBound, !has(i, .comma) {
      if has(i, [.quoteMark, .that, .relative, .subordinating]) || isFinite(i, from: r.lowerBound) { return false }
      i += 1
    }
    guard i + 1 < r.upperBound, has(i + 1, .relative) else { return false }
    return !(i + 1..<r.upperBound).contains { has($0, .comma) }
  }

  /// The head of a finite say verb at or right behind `i`, over auxiliaries and adverbs.
  private func finiteCue(_ i: Int, _ limit: Int) -> Int? {
    var j = i
    while j < limit, j < i + 4 {
      if has(j, .sayVerb), !has(j, [.name, .ingForm]) { return j }
      if !has(j, WordKinds.auxiliary.union([.adverb, .negation])) { return nil }
      j += 1
    }
    return nil
  }

  /// The starts of a clause that ends at `end`: the sentence's first word behind a leading conjunction; else behind the
  /// last strong border.
  func clauseStarts(to end: Int, _ scope: Range<Int>, into out: inout [Int]) {
    var s = scope.lowerBound
    while s < end, has(s, [.stop, .comma, .close, .dash, .colon, .semicolon]) { s += 1 }
    if s + 1 < end, has(s, [.coordinating, .andWord]), !has(s, .name) { s += 1 }
    guard s < end else { return }
    // A quotation that is still open around `end` starts the clause.
    out.append(s)
    var i = end - 1
    while i > s {
      if has(i, [.semicolon, .dash, .colon]) {
        if i + 1 < end { out.append(i + 1) }
        break
      }
      i -= 1
    }
  }
}
