import HearsayRules
import HearsayText

/// Makes statements of token ranges: stems, synonyms, negation, numbers, names, dates.
///
/// One pass from left to right; every answer comes from lexicons. Time is linear in the number of tokens.
struct StatementReader: Sendable {
  let rulebook: Rulebook
  let book: PhraseBook
  private let stemmer: Stemmer
  private let function: [Predicate]
  private let month, weekday, title, role, firstName: Predicate?
  private let months: [Form: Int]

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    stemmer = Stemmer(rulebook)
    book = PhraseBook(rulebook, stemmer)
    function = ["determiner", "pronoun", "preposition", "conjunction", "aux", "contraction", "adverb"]
      .compactMap { rulebook.predicate($0) }
    month = rulebook.predicate("when", "month")
    weekday = rulebook.predicate("when", "weekday")
    title = rulebook.predicate("title")
    role = rulebook.predicate("role")
    firstName = rulebook.predicate("first-name")
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

  /// Stems of words that describe a source without telling it from others: "a report", "the official".
  func genericStems() -> Set<UInt64> {
    var out: Set<UInt64> = []
    let lexicons = [
      "document", "report-noun", "determiner", "preposition", "conjunction", "say", "aux", "pronoun", "org-noun",
      "survey-noun", "title",
    ]
    for word in lexicons.flatMap({ rulebook.words($0) }) + rulebook.words("claim-emptiness") + rulebook.words("when") {
      let scanned = rulebook.scan(SourceText(word))
      for i in 0..<scanned.tokens.count { out.insert(stemmer.stem(i, of: scanned)) }
    }
    return out
  }

  /// What is the same for all statements of a story.
  struct Story: Sendable {
    var stems: [UInt64]
    /// Stems that the story writes with a capital in the middle of a sentence.
    var names: Set<UInt64>
    /// The year of publication.
    var year: Int?
  }

  func story(_ scanned: ScannedText, published: String?) -> Story {
    let stems = stems(of: scanned)
    var names: Set<UInt64> = []
    let flags = scanned.tokens.flags
    for i in stems.indices where flags[i].contains(.capitalised) && scanned.tokens.kind[i] == .word {
      if flags[i].contains(.sentenceStart) || (i > 0 && scanned.tokens.kind[i - 1] == .quotationMark) { continue }
      names.insert(stems[i])
    }
    return Story(stems: stems, names: names, year: published.flatMap { Int($0.prefix(4)) })
  }

  private func stems(of scanned: ScannedText) -> [UInt64] {
    var known: [UInt64: UInt64] = [:]
    return (0..<scanned.tokens.count).map { i in
      let flag: UInt64 = scanned.tokens.flags[i].contains(.capitalised) ? 1 << 63 : 0
      let key = UInt64(scanned.tokens.form[i]) | flag
      if let stem = known[key] { return stem }
      let stem = stemmer.stem(i, of: scanned)
      known[key] = stem
      return stem
    }
  }

  /// The statement that some token ranges of a story make together.
  func read(_ ranges: [Range<Int>], of scanned: ScannedText, in story: Story) -> Statement {
    var draft = Draft()
    for range in ranges { read(range.clamped(to: 0..<scanned.count), of: scanned, in: story, into: &draft) }
    var out = draft.statement
    var byKey: [UInt64: Term] = [:]
    for term in draft.terms {
      if var known = byKey[term.key] {
        known.isName = known.isName || term.isName
        if known.given == 0 { known.given = term.given }
        byKey[term.key] = known
      } else {
        byKey[term.key] = term
      }
    }
    out.terms = byKey.values.sorted { $0.key < $1.key }
    out.years = Array(Set(out.years)).sorted()
    out.days = Array(Set(out.days)).sorted()
    return out
  }

  private struct Draft {
    var statement = Statement()
    var terms: [Term] = []
    /// Terms from here on are negated.
    var negatedUntil = -1
    /// Where the clause begins, in `terms`.
    var clause = 0
    var bound = Quantity.Bound.exact
    var boundToken = -9
  }

  private func read(_ range: Range<Int>, of scanned: ScannedText, in story: Story, into draft: inout Draft) {
    let tokens = scanned.tokens
    var i = range.lowerBound
    draft.clause = draft.terms.count
    draft.negatedUntil = -1
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
          if byte != 0x2C { draft.clause = draft.terms.count }
        }
        i += 1
        continue
      }
      draft.statement.length += 1
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

  /// What a phrase of the lexicons does; nil when it should be read as a plain word.
  private func phrase(
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
        case .before:
          draft.negatedUntil = i + 9
          if i <= range.lowerBound + 3 { draft.statement.deniesBefore = true }
          // "Denied" is a word of its own too, but the negation says it all.
          return i + found.length
        case .behind:
          for t in draft.clause..<draft.terms.count { draft.terms[t].isNegated.toggle() }
          return i + found.length
        }
      case .numeral, .scale:
        if !isName, i == range.lowerBound || !isFunctionOne(i, scanned) {
          return number(i, range, scanned, story, &draft)
        }
      case .bound(let bound):
        draft.bound = bound
        draft.boundToken = i + found.length
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
    guard !rest.isEmpty else { return nil }
    if found.length == 1, isFunction(i, scanned), !isName { return i + 1 }
    if found.length == 1 {
      word(i, scanned, story, rest, &draft)
    } else {
      // A phrase is a word of its own: its parts say other things.
      var key: UInt64 = 0x9E37_79B9_7F4A_7C15
      for k in i..<i + found.length { key = (key ^ story.stems[k]) &* 0x0000_0100_0000_01b3 }
      append(key, i, isName: false, given: 0, rest, &draft)
    }
    return i + found.length
  }

  private func word(
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
  }

  private func append(
    _ key: UInt64, _ i: Int, isName: Bool, given: UInt64, _ meanings: [PhraseBook.Meaning], _ draft: inout Draft
  ) {
    var term = Term(key: key, isName: isName, isNegated: i <= draft.negatedUntil, given: given, token: Int32(i))
    for meaning in meanings {
      switch meaning {
      case .sense(let group): term.senses.append(group)
      case .opposite(let pair, let flipped): term.opposites.append(.init(pair: pair, isFlipped: flipped))
      default: break
      }
    }
    draft.terms.append(term)
  }

  private func isFunction(_ i: Int, _ scanned: ScannedText) -> Bool {
    if scanned.tokens.flags[i].contains(.allCaps), scanned.tokens.span(i).count > 1 { return false }
    return function.contains { scanned.has(i, $0) }
  }

  /// "One" is a pronoun more often than a number.
  private func isFunctionOne(_ i: Int, _ scanned: ScannedText) -> Bool {
    function.contains { scanned.has(i, $0) } && !scanned.tokens.flags[i].contains(.sentenceStart)
  }

  private func isName(_ i: Int, _ scanned: ScannedText, _ story: Story) -> Bool {
    let flags = scanned.tokens.flags[i]
    guard flags.contains(.capitalised), scanned.tokens.kind[i] == .word else { return false }
    if let weekday, scanned.has(i, weekday) { return false }
    if story.names.contains(story.stems[i]) { return !flags.contains(.sentenceStart) || !isFunction(i, scanned) }
    guard flags.contains(.sentenceStart) else { return !isFunction(i, scanned) }
    // At the start of a sentence: a name when another follows.
    return i + 1 < scanned.count && scanned.tokens.flags[i + 1].contains(.capitalised)
      && scanned.tokens.kind[i + 1] == .word && !isFunction(i, scanned)
  }

  // MARK: Numbers and dates

  private func unit(_ i: Int, _ range: Range<Int>, _ story: Story) -> (unit: Int, next: Int)? {
    guard i < range.upperBound, let found = book.phrase(at: i, of: story.stems, limit: range.upperBound) else {
      return nil
    }
    for case .unit(let unit) in found.meanings { return (Int(unit), i + found.length) }
    return nil
  }

  /// Reads the number that begins at a token, with its unit and what it counts; returns where to read on.
  private func number(
    _ start: Int, _ range: Range<Int>, _ scanned: ScannedText, _ story: Story, _ draft: inout Draft
  ) -> Int {
    var i = start
    var reading = NumberReading()
    if scanned.tokens.kind[i] == .currency || scanned.tokens.kind[i] == .symbol {
      if let found = unit(i, range, story) {
        reading.unit = found.unit
        i = found.next
      } else {
        i += 1
      }
      guard i < range.upperBound, scanned.tokens.kind[i] == .number else { return max(i, start + 1) }
    }
    let first = i
    while i < range.upperBound {
      let bytes = scanned.text.bytes[Int(scanned.tokens.start[i])..<Int(scanned.tokens.end[i])]
      if scanned.tokens.kind[i] == .number, i == first {
        guard let suffix = reading.digits(bytes) else { return i + 1 }
        if !suffix.isEmpty {
          // "4.2bn", "£9m", "14%"; "58th" is no quantity.
          switch meaning(of: suffix) {
          case .scale(let power): reading.multiply(power)
          case .unit(let unit): reading.unit = Int(unit)
          default: return i + 1
          }
        }
      } else if let part = words(i, scanned, range, story) {
        reading.add(part)
        i += 1
        continue
      } else {
        break
      }
      i += 1
    }
    guard reading.isValid, i > first else { return start + 1 }
    var next = i
    if reading.unit == 0, let found = unit(i, range, story) {
      reading.unit = found.unit
      next = found.next
    }
    if isYear(reading, first, scanned) {
      let year = reading.value / 1000
      if story.year.map({ year < $0 }) ?? true { draft.statement.years.append(year) }
      return next
    }
    if let month, first > 0, scanned.has(first - 1, month) { return next }
    if let month, next < scanned.count, scanned.has(next, month), scanned.tokens.flags[next].contains(.capitalised) {
      return next
    }
    var quantity = reading.quantity
    if draft.boundToken >= start - 1 { quantity.bound = draft.bound }
    quantity.token = Int32(start)
    quantity.heads = heads(next, range, scanned, story)
    draft.statement.quantities.append(quantity)
    return next
  }

  /// The stems of up to three words behind a number.
  private func heads(_ from: Int, _ range: Range<Int>, _ scanned: ScannedText, _ story: Story) -> [UInt64] {
    var out: [UInt64] = []
    var i = from
    while i < range.upperBound, i < from + 6, out.count < 3 {
      guard scanned.tokens.kind[i] == .word else { break }
      if !isFunction(i, scanned) { out.append(story.stems[i]) }
      i += 1
    }
    return out
  }

  private func words(_ i: Int, _ scanned: ScannedText, _ range: Range<Int>, _ story: Story) -> [NumberReading.Part]? {
    if let found = book.phrase(at: i, of: story.stems, limit: i + 1) {
      for meaning in found.meanings {
        if case .numeral(let value) = meaning { return [.value(value)] }
        if case .scale(let power) = meaning { return [.scale(power)] }
      }
    }
    guard scanned.tokens.flags[i].contains(.hyphenated) else { return nil }
    // "thirty-seven": each part is a number word.
    let parts = scanned.text.string(scanned.tokens.span(i)).split(separator: "-")
    guard parts.count == 2 else { return nil }
    var out: [NumberReading.Part] = []
    for part in parts {
      let one = rulebook.scan(SourceText(String(part)))
      guard one.tokens.count == 1 else { return nil }
      let stems = [stemmer.stem(0, of: one)]
      guard let found = book.phrase(at: 0, of: stems, limit: 1) else { return nil }
      guard
        let value = found.meanings.compactMap({ m -> Int? in if case .numeral(let v) = m { v } else { nil } }).first
      else { return nil }
      out.append(.value(value))
    }
    return out
  }

  /// What stands behind the digits of a token: a power of ten or a unit.
  private func meaning(of suffix: ArraySlice<UInt8>) -> PhraseBook.Meaning? {
    let text = String(decoding: suffix, as: UTF8.self).lowercased()
    let one = rulebook.scan(SourceText(text))
    guard one.tokens.count == 1 else { return nil }
    let stems = [stemmer.stem(0, of: one)]
    return book.phrase(at: 0, of: stems, limit: 1)?.meanings.first {
      switch $0 {
      case .scale, .unit: true
      default: false
      }
    }
  }

  private func isYear(_ reading: NumberReading, _ i: Int, _ scanned: ScannedText) -> Bool {
    guard reading.unit == 0, reading.isPlainFour, (1900...2099).contains(reading.value / 1000) else { return false }
    guard i > 0 else { return true }
    return scanned.tokens.kind[i - 1] != .currency
  }

  /// "June 3", "3 June".
  private func date(_ i: Int, _ scanned: ScannedText, _ draft: inout Draft) {
    guard let month = months[scanned.tokens.form[i]] else { return }
    for k in [i + 1, i - 1] where k >= 0 && k < scanned.count && scanned.tokens.kind[k] == .number {
      var day = 0
      for byte in scanned.text.bytes[Int(scanned.tokens.start[k])..<Int(scanned.tokens.end[k])] {
        guard byte >= 0x30, byte <= 0x39, day < 100 else { break }
        day = day * 10 + Int(byte - 0x30)
      }
      if (1...31).contains(day) {
        draft.statement.days.append(month * 100 + day)
        return
      }
    }
  }
}
