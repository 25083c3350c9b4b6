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
  /// Words that leave open whether something comes about; "have", "has", "had"; past forms that no ending tells.
  let openness, perfect: Predicate?
  let past: [Predicate]
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
    openness = rulebook.predicate("claim-openness")
    perfect = rulebook.predicate("aux", "have")
    past = ["past", "both"].compactMap { rulebook.predicate("irregular", $0) }
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
    /// Where the clause begins, in `terms` and in tokens.
    var clause = 0
    var clauseToken = 0
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
    draft.clauseToken = range.lowerBound
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
          draft.clauseToken = i + 1
          if byte != 0x2C { draft.clause = draft.terms.count }
        }
        i += 1
        continue
      }
      draft.statement.length += 1
      if person.contains(where: { scanned.has(i, $0) }) {
        draft.statement.pronouns.append(Int32(i))
      }
      if let condition, scanned.has(i, condition) { draft.isConditional = true }
      follow(i, range, scanned, &draft)
      // "No class will be cut and urged parents to wait": the second half is not denied.
      if let joining, scanned.has(i, joining) {
        draft.negatedUntil = -1
        draft.isSilent = false
        draft.clauseToken = i + 1
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
          if draft.negatesNoun { negateVerb(before: i, &draft) }
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
        draft.terms[draft.terms.count - 1].isNoun = isNoun(i, scanned)
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

  /// "Received no report" is "did not receive any report".
  private func negateVerb(before i: Int, _ draft: inout Draft) {
    guard draft.terms.count > draft.clause, let last = draft.terms.last, Int(last.token) == i - 1, last.isVerb,
      !last.isName, !last.isNegated
    else { return }
    draft.terms[draft.terms.count - 1].isNegated = true
    draft.terms[draft.terms.count - 1].isNegationHead = true
    draft.negation = nil
  }
}
