import HearsayRules
import HearsayText

/// What a single word of a statement is: its stem, whether it is a name, what is denied of it, whether it is told as done.
extension StatementReader {
  func word(
    _ i: Int, _ scanned: ScannedText, _ story: Story, _ meanings: [PhraseBook.Meaning], _ draft: inout Draft
  ) {
    let tokens = scanned.tokens
    guard tokens.kind[i] == .word || tokens.kind[i] == .handle || tokens.kind[i] == .url else { return }
    if let month, scanned.has(i, month), tokens.flags[i].contains(.capitalised) {
      date(i, scanned, &draft)
      return
    }
    let name = isName(i, scanned, story)
    if !name, isFunction(i, scanned) { return }
    if name, title.map({ scanned.has(i, $0) }) == true { return }
    var given: UInt64 = 0
    if name, i > 0, tokens.kind[i - 1] == .word, tokens.flags[i - 1].contains(.capitalised),
      firstName.map({ scanned.has(i - 1, $0) }) == true
    {
      given = story.stems[i - 1]
    }
    append(story.stems[i], i, isName: name, given: given, meanings, &draft)
    if draft.isSilent { return }
    let last = draft.terms.count - 1
    draft.terms[last].isPlace =
      name && (story.places.contains(story.stems[i]) || places.contains { scanned.has(i, $0) })
    draft.terms[last].isVerb = verb.map { scanned.has(i, $0) } ?? false
    if !name {
      if let plainVerb, scanned.has(i, plainVerb) {
        draft.terms[last].isAction = true
        draft.terms[last].isPlainVerb = true
      }
      draft.terms[last].isNoun = isNoun(i, scanned)
      noteOutcome(i, scanned, draft.clauseToken, &draft.terms[last])
    }
    noteNegationHead(i, scanned, &draft)
  }

  /// Whether the last term is what the negation before it denies: the verb, or what happens ("no talks").
  func noteNegationHead(_ i: Int, _ scanned: ScannedText, _ draft: inout Draft) {
    // "Doesn't want to stop": what is denied is the stopping.
    if let catenative, scanned.has(i, catenative) { return }
    guard draft.negation != nil, let last = draft.terms.last, last.isNegated, !last.isName else { return }
    // "No plan for the regions to leave" denies the plan, and not the leaving.
    let isNounOfItsOwn =
      draft.negatesNoun && i + 1 < scanned.count && preposition.map { scanned.has(i + 1, $0) } ?? false
    guard last.isAction || last.isVerb && !draft.negatesNoun || isNounOfItsOwn else { return }
    draft.terms[draft.terms.count - 1].isNegationHead = true
    draft.negation = nil
  }

  /// Nothing was done or happened: the first word denied is what is denied ("not safe").
  func closeNegation(_ draft: inout Draft) {
    guard let start = draft.negation else { return }
    draft.negation = nil
    for t in start..<max(start, draft.terms.count) where draft.terms[t].isNegated && !draft.terms[t].isName {
      draft.terms[t].isNegationHead = true
      return
    }
  }

  func append(
    _ key: UInt64, _ i: Int, isName: Bool, given: UInt64, _ meanings: [PhraseBook.Meaning], _ draft: inout Draft
  ) {
    var term = Term(key: key, isName: isName, isNegated: i <= draft.negatedUntil, given: given, token: Int32(i))
    if draft.isSilent { return }
    for meaning in meanings {
      switch meaning {
      case .sense(let group, let isAction):
        term.senses.append(group)
        term.isAction = term.isAction || isAction
      case .opposite(let pair, let flipped):
        term.opposites.append(.init(pair: pair, isFlipped: flipped))
        term.isAction = true
      default: break
      }
    }
    if draft.isConditional, !draft.terms.contains(where: { $0.key == key }) {
      draft.conditional.insert(key)
    } else {
      draft.conditional.remove(key)
    }
    draft.terms.append(term)
  }

  func isFunction(_ i: Int, _ scanned: ScannedText) -> Bool {
    if scanned.tokens.flags[i].contains(.allCaps), scanned.tokens.span(i).count > 1 { return false }
    return function.contains { scanned.has(i, $0) }
  }

  /// "One" is a pronoun more often than a number.
  func isFunctionOne(_ i: Int, _ scanned: ScannedText) -> Bool {
    function.contains { scanned.has(i, $0) } && !scanned.tokens.flags[i].contains(.sentenceStart)
  }

  func isName(_ i: Int, _ scanned: ScannedText, _ story: Story) -> Bool {
    let flags = scanned.tokens.flags[i]
    guard flags.contains(.capitalised), scanned.tokens.kind[i] == .word else { return false }
    if let weekday, scanned.has(i, weekday) { return false }
    // "I" stands with a capital everywhere.
    if scanned.tokens.span(i).count == 1, isFunction(i, scanned) { return false }
    if story.names.contains(story.stems[i]) { return !flags.contains(.sentenceStart) || !isFunction(i, scanned) }
    let opens = flags.contains(.sentenceStart) || i > 0 && scanned.tokens.kind[i - 1] == .quotationMark
    guard opens else { return !isFunction(i, scanned) }
    // At the start of a sentence: a name when another follows.
    return i + 1 < scanned.count && scanned.tokens.flags[i + 1].contains(.capitalised)
      && scanned.tokens.kind[i + 1] == .word && !isFunction(i, scanned)
  }

  /// "The attack", "a new attack": an article or a possessive makes a noun of what could be a verb.
  func isNoun(_ i: Int, _ scanned: ScannedText) -> Bool {
    guard let determiner, i > 0 else { return false }
    if scanned.has(i - 1, determiner) || scanned.tokens.kind[i - 1] == .possessive { return true }
    return i > 1 && scanned.has(i - 2, determiner) && !(verb.map { scanned.has(i - 1, $0) } ?? false)
      && !(auxiliary.map { scanned.has(i - 1, $0) } ?? false)
  }

  /// How far what somebody does is told to have come: "has risen", "rose" is done, "is likely to rise" is open.
  private func noteOutcome(_ i: Int, _ scanned: ScannedText, _ clause: Int, _ term: inout Term) {
    guard term.isAction, !term.isNoun else { return }
    func holds(_ range: Range<Int>, _ predicate: Predicate?) -> Bool {
      guard let predicate else { return false }
      return range.contains { k in
        scanned.has(k, predicate)
          || scanned.hits(startingAt: k).contains { $0.end <= range.upperBound && scanned.has($0, predicate) }
      }
    }
    if holds(max(clause, i - 5)..<i, openness) {
      term.isOpen = true
    } else if holds(max(clause, i - 3)..<i, perfect) || scanned.tokens.flags[i].contains(.endsEd)
      || past.contains(where: { scanned.has(i, $0) })
    {
      term.isDone = true
    }
  }
}
