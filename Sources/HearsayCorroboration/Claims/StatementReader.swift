import HearsayRules
import HearsayText

/// Makes statements of token ranges: stems, synonyms, negation, numbers, names, dates.
///
/// One pass from left to right; every answer comes from lexicons. Time is linear in the number of tokens.
struct StatementReader: Sendable {
  let rulebook: Rulebook
  let book: PhraseBook
  let stemmer: Stemmer
  let states: StateNames
  let function: [Predicate]
  let month, weekday, title, role, firstName, determiner, catenative: Predicate?
  /// "He", "she".
  let person: [Predicate]
  let verb, plainVerb, auxiliary, condition, joining, locative: Predicate?
  /// "Who", "which", "that".
  let relative: [Predicate]
  let places: [Predicate]
  let months: [Form: Int]
  let when, preposition: Predicate?
  /// "Of".
  let of: Predicate?

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    stemmer = Stemmer(rulebook)
    states = StateNames(rulebook, stemmer)
    book = PhraseBook(rulebook, stemmer)
    function = ["determiner", "pronoun", "preposition", "conjunction", "aux", "contraction", "adverb"]
      .compactMap { rulebook.predicate($0) }
    month = rulebook.predicate("when", "month")
    weekday = rulebook.predicate("when", "weekday")
    title = rulebook.predicate("title")
    role = rulebook.predicate("role")
    firstName = rulebook.predicate("first-name")
    determiner = rulebook.predicate("determiner")
    catenative = rulebook.predicate("catenative")
    person = ["he", "she"].compactMap { rulebook.predicate("pronoun", $0) }
    verb = rulebook.predicate("verb")
    plainVerb = rulebook.predicate("verb", "plain")
    auxiliary = rulebook.predicate("aux")
    relative = [rulebook.predicate("pronoun", "who"), rulebook.predicate("function-word", "that")].compactMap { $0 }
    locative = rulebook.predicate("claim-locative")
    joining = rulebook.predicate("conjunction", "coordinating")
    condition = rulebook.predicate("claim-condition")
    places = ["place-state", "place-name"].compactMap { rulebook.predicate($0) }
    preposition = rulebook.predicate("preposition")
    when = rulebook.predicate("when")
    of = rulebook.predicate("function-word", "of")
    var months: [Form: Int] = [:]
    for definition in rulebook.lexicons where definition.name == "when" {
      for line in definition.classes where line.name == "month" {
        for (n, entry) in line.entries.enumerated() {
          for f in entry.forms { months[rulebook.vocabulary.formOrUnknown(line.text(of: line.forms[f]))] = n + 1 }
        }
      }
    }
    self.months = months
  }

  /// The statement that some token ranges of a story make together.
  ///
  /// - Parameter keepsConditions: Keeps what stands in a condition or a time clause ("after the blast"): it isn't claimed, but
  ///   it is spoken of.
  func read(
    _ ranges: [Range<Int>], of scanned: ScannedText, in story: Story, keepsConditions: Bool = false
  ) -> Statement {
    var draft = Draft()
    for range in ranges { read(range.clamped(to: 0..<scanned.count), of: scanned, in: story, into: &draft) }
    var out = draft.statement
    var byKey: [UInt64: Term] = [:]
    for term in draft.terms {
      if var known = byKey[term.key] {
        known.isName = known.isName || term.isName
        if known.given == 0 { known.given = term.given }
        known.isNegationHead = known.isNegationHead || known.isNegated && term.isNegated && term.isNegationHead
        byKey[term.key] = known
      } else {
        byKey[term.key] = term
      }
    }
    // What is only a condition ("if it succeeds in buying the company") is not what is claimed.
    if !keepsConditions, byKey.count + out.quantities.count - draft.conditional.count >= 3 {
      for key in draft.conditional { byKey[key] = nil }
      out.supposed = draft.conditional.sorted()
      out.quantities.removeAll(where: \.isSupposed)
    }
    out.terms = byKey.values.sorted { $0.key < $1.key }
    if !story.aliases.isEmpty {
      for range in ranges {
        for i in range.clamped(to: 0..<scanned.count).dropFirst() {
          if let name = story.aliases[Alias(word: story.stems[i - 1], role: story.stems[i])], byKey[name] == nil {
            out.context.append(name)
          }
        }
      }
    }
    out.years = Array(Set(out.years)).sorted()
    out.days = Array(Set(out.days)).sorted()
    return out
  }

  struct Draft {
    var statement = Statement()
    var terms: [Term] = []
    /// Terms from here on are negated.
    var negatedUntil = -1
    /// The first term behind the last negation; nil when what it denies has been found.
    var negation: Int?
    /// It is a determiner ("no talks"): what it denies need not be a verb.
    var negatesNoun = false
    /// Behind "did not comment on": what nothing is said of.
    var isSilent = false
    /// Keys of terms that stand in a condition only.
    var conditional: Set<UInt64> = []
    var isConditional = false
    var description = Description.none
    /// Where the clause begins, in `terms`.
    var clause = 0
    var bound = Quantity.Bound.exact
    var boundToken = -9
    /// It is one word, which may be a preposition.
    var isLooseBound = false
  }

  /// Where in a clause that only describes ("the ferry that sank on Tuesday was found …") a token stands.
  enum Description { case none, verb, rest }

  func read(_ range: Range<Int>, of scanned: ScannedText, in story: Story, into draft: inout Draft) {
    let tokens = scanned.tokens
    var i = range.lowerBound
    draft.clause = draft.terms.count
    draft.negatedUntil = -1
    draft.isConditional = false
    draft.description = .none
    draft.isSilent = false
    defer { closeNegation(&draft) }
    while i < range.upperBound {
      let kind = tokens.kind[i]
      if kind == .number || kind == .currency {
        i = number(i, range, scanned, story, &draft)
        continue
      }
      if kind == .punctuation || kind == .dash || kind == .symbol || kind == .quotationMark {
        let byte = scanned.text.bytes[Int(tokens.start[i])]
        if byte == 0x25, let end = unit(i, range, story) {
          i = end.next
          continue
        }
        if byte == 0x3B || byte == 0x2E || byte == 0x2C || byte == 0x3A || kind == .dash {
          draft.negatedUntil = -1
          draft.isConditional = false
          draft.description = .none
          draft.isSilent = false
          if byte != 0x2C { draft.clause = draft.terms.count }
        }
        i += 1
        continue
      }
      draft.statement.length += 1
      if person.contains(where: { scanned.has(i, $0) }) { draft.statement.hasPersonalPronoun = true }
      if let condition, scanned.has(i, condition) { draft.isConditional = true }
      follow(i, range, scanned, &draft)
      // "No class will be cut and urged parents to wait": the second half is not denied.
      if let joining, scanned.has(i, joining) {
        draft.negatedUntil = -1
        draft.isSilent = false
      }
      if tokens.flags[i].contains(.hyphenated), words(i, scanned, range, story) != nil {
        i = number(i, range, scanned, story, &draft)
        continue
      }
      if let found = book.phrase(at: i, of: story.stems, limit: range.upperBound),
        let next = phrase(found, i, range, scanned, story, &draft)
      {
        i = next
        continue
      }
      word(i, scanned, story, [], &draft)
      i += 1
    }
  }

  /// Keeps track of clauses that describe a thing: they are taken as known, like a condition, until the next verb.
  private func follow(_ i: Int, _ range: Range<Int>, _ scanned: ScannedText, _ draft: inout Draft) {
    func has(_ k: Int, _ predicate: Predicate?) -> Bool { predicate.map { scanned.has(k, $0) } ?? false }
    switch draft.description {
    case .none:
      guard i > range.lowerBound, i + 1 < range.upperBound, relative.contains(where: { scanned.has(i, $0) }),
        scanned.tokens.kind[i - 1] == .word, !has(i - 1, verb), !has(i - 1, auxiliary), !isFunction(i - 1, scanned),
        has(i + 1, verb) || has(i + 1, auxiliary)
      else { return }
      draft.description = .verb
      draft.isConditional = true
    case .verb:
      if !has(i, verb), !has(i, auxiliary) { draft.description = .rest }
    case .rest:
      guard has(i, auxiliary) || has(i, plainVerb) else { return }
      draft.description = .none
      draft.isConditional = false
    }
  }

  /// What a phrase of the lexicons does; nil when it should be read as a plain word.
  func phrase(
    _ found: (length: Int, meanings: [PhraseBook.Meaning]), _ i: Int, _ range: Range<Int>, _ scanned: ScannedText,
    _ story: Story, _ draft: inout Draft
  ) -> Int? {
    var rest: [PhraseBook.Meaning] = []
    let isName = found.length == 1 && isName(i, scanned, story)
    for meaning in found.meanings {
      switch meaning {
      case .negation(let kind) where !isName:
        switch kind {
        case .undo: return i + found.length
        case .refusal:
          if !draft.isConditional, i > draft.negatedUntil { draft.statement.refuses = true }
        case .silence:
          draft.isSilent = true
          return i + found.length
        case .before:
          closeNegation(&draft)
          draft.negatedUntil = i + 9
          draft.negation = draft.terms.count
          draft.negatesNoun = determiner.map { scanned.has(i, $0) } ?? false
          if i <= range.lowerBound + 3 { draft.statement.deniesBefore = true }
          // "Denied" is a word of its own too, but the negation says it all.
          return i + found.length
        case .behind:
          for t in draft.clause..<draft.terms.count {
            draft.terms[t].isNegated.toggle()
            draft.terms[t].isNegationHead = draft.terms[t].isNegated
          }
          return i + found.length
        }
      case .numeral, .scale:
        if !isName, i == range.lowerBound || !isFunctionOne(i, scanned) {
          return number(i, range, scanned, story, &draft)
        }
      case .bound(let bound):
        draft.bound = bound
        draft.boundToken = i + found.length
        draft.isLooseBound = found.length == 1
        if found.meanings.count == 1, found.length > 1 || isFunction(i, scanned) { return i + found.length }
      case .past:
        draft.statement.isPast = true
        return i + found.length
      case .empty:
        if !isName, found.meanings.count == 1 { return i + found.length }
      case .unit: continue
      case .sense, .opposite: rest.append(meaning)
      case .negation: continue
      }
    }
    if isPartOfTime(i + found.length, range, scanned) { rest = [] }
    guard !rest.isEmpty else { return nil }
    // Little words ("up", "over") mean too much; those that have a contrary ("ahead") are meant.
    let hasContrary = rest.contains { if case .opposite = $0 { true } else { false } }
    if found.length == 1, isFunction(i, scanned), !isName, !hasContrary { return i + 1 }
    if found.length == 1, !isFunction(i, scanned) || isName {
      word(i, scanned, story, rest, &draft)
    } else {
      // A phrase is a word of its own: its parts say other things.
      var key: UInt64 = 0x9E37_79B9_7F4A_7C15
      for k in i..<i + found.length { key = (key ^ story.stems[k]) &* 0x0000_0100_0000_01b3 }
      append(key, i, isName: false, given: 0, rest, &draft)
      if !draft.isSilent {
        draft.terms[draft.terms.count - 1].isVerb = verb.map { scanned.has(i, $0) } ?? false
        noteNegationHead(i, scanned, &draft)
      }
    }
    return i + found.length
  }

  /// "The end of last week", "the start of March": nothing ends or starts.
  private func isPartOfTime(_ i: Int, _ range: Range<Int>, _ scanned: ScannedText) -> Bool {
    guard let when, let of, i < range.upperBound, scanned.has(i, of) else { return false }
    return (i + 1..<min(i + 4, range.upperBound)).contains { scanned.has($0, when) }
  }

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
    if !name, let plainVerb, scanned.has(i, plainVerb) {
      draft.terms[last].isAction = true
      draft.terms[last].isPlainVerb = true
    }
    noteNegationHead(i, scanned, &draft)
  }

  /// Whether the last term is what the negation before it denies: the verb, or what happens ("no talks").
  private func noteNegationHead(_ i: Int, _ scanned: ScannedText, _ draft: inout Draft) {
    // "Doesn't want to stop": what is denied is the stopping.
    if let catenative, scanned.has(i, catenative) { return }
    guard draft.negation != nil, let last = draft.terms.last, last.isNegated, !last.isName,
      last.isAction || last.isVerb && !draft.negatesNoun
    else { return }
    draft.terms[draft.terms.count - 1].isNegationHead = true
    draft.negation = nil
  }

  /// Nothing was done or happened: the first word denied is what is denied ("not safe").
  private func closeNegation(_ draft: inout Draft) {
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
}
