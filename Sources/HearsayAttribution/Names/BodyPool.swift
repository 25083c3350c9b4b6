import HearsayRules
import HearsaySyntax
import HearsayText

/// The bodies that a story names, so that "Orrin", "the FSA" and "the company" can be spelt out.
struct BodyPool: Sendable {
  struct Body: Sendable {
    /// The fullest form in the text.
    var name: Range<Int>
    /// Forms of the words of the name.
    var words: [Form]
    /// Forms of the nouns that say what it is: "authority" of its name, "chain" of an apposition.
    var nouns: [Form] = []
    /// Forms of all words that describe it beside the name.
    var described: [Form] = []
    /// The first letters of the name's capitalised words, small.
    var initials: [UInt8]
    /// A ministry, an agency, a court: nothing that "the company" stands for.
    var isPublic = false
    var isFirm = false
    /// Token positions of all mentions, in the order of the text.
    var mentions: [Int] = []
  }

  private(set) var bodies: [Body] = []
  /// By the first token of a mention, with the end of the mention.
  private var bodyAt: [Int: (body: Int, end: Int)] = [:]

  private let reading: Reading
  private let runs: NameRuns

  init(_ reading: Reading) {
    self.reading = reading
    runs = NameRuns(scanned: reading.scanned, syntax: reading.syntax, lexis: reading.lexis)
    var found: [Range<Int>] = []
    var i = 0
    while i < reading.scanned.count {
      if let person = reading.names.run(startingAt: i), reading.names.isPerson(person) {
        i = person.upperBound
        continue
      }
      guard let run = run(at: i) else {
        i += 1
        continue
      }
      found.append(run)
      i = run.upperBound
    }
    // The full names first, so that initials and short forms find them.
    for run in found where run.count > 1 && isSurely(run) { add(run) }
    for run in found where run.count == 1 && !shorten(run) && isSurely(run) { add(run) }
    for b in bodies.indices { bodies[b].mentions.sort() }
  }

  /// The body that a name in the text stands for.
  func body(named core: Range<Int>) -> Int? {
    guard let found = bodyAt[core.lowerBound], found.end <= core.upperBound else { return nil }
    // "Velmar's defence ministry" is not Velmar.
    let isWhole =
      found.end == core.upperBound || reading.syntax.isComma(found.end) || reading.syntax.isPreposition(found.end)
      || reading.syntax.startsRelative(found.end)
    return isWhole ? found.body : nil
  }

  /// The body named last before a token among those that a test takes.
  func last(before token: Int, where fits: (Body) -> Bool) -> Int? {
    var best: (body: Int, at: Int)?
    for (b, body) in bodies.enumerated() where fits(body) {
      guard let at = body.mentions.last(where: { $0 < token }) else { continue }
      if best.map({ at > $0.at }) ?? true { best = (b, at) }
    }
    return best?.body
  }

  // MARK: Names in the text

  /// Capitalised words that name neither a person nor an outlet: "Westmark University", "Institute for Mobility".
  private func run(at i: Int) -> Range<Int>? {
    let s = reading.scanned
    guard isWord(i) else { return nil }
    if s.hits(startingAt: i).contains(where: { $0.outlet != nil }) { return nil }
    var end = i + 1
    while end < s.count, end < i + 8, s.tokens.flags[end].isDisjoint(with: [.newlineBefore, .sentenceStart]) {
      if let person = reading.names.run(startingAt: end), person.count > 1, reading.names.isPerson(person) { break }
      if isWord(end) {
        end += 1
      } else if end + 1 < s.count, joins(end, i), isWord(end + 1) {
        end += 2
      } else {
        break
      }
    }
    return i..<end
  }

  private func isWord(_ i: Int) -> Bool {
    let tokens = reading.scanned.tokens
    guard i < reading.scanned.count, tokens.kind[i] == .word, tokens.flags[i].contains(.capitalised) else {
      return false
    }
    return reading.syntax.isName(i)
  }

  /// "Institute | for | Mobility", "Crane | & | Mott", "Drivers | ' | Association".
  private func joins(_ i: Int, _ start: Int) -> Bool {
    let s = reading.scanned
    if s.tokens.kind[i] == .possessive { return isBodyWord(i + 1) && !s.has(start, reading.lexis.place) }
    if s.has(i, reading.lexis.andWord) { return s.tokens.span(i).count == 1 }
    return reading.syntax.isPreposition(i) && isBodyWord(i - 1)
  }

  private func isBodyWord(_ i: Int) -> Bool {
    let s = reading.scanned
    return i < s.count
      && (s.has(i, reading.lexis.organisation) || s.has(i, reading.lexis.organisationSuffix))
  }

  /// Whether the words of a run say that it is a body, or what stands beside it does.
  private func isSurely(_ run: Range<Int>) -> Bool {
    let s = reading.scanned
    let lex = reading.lexis
    if s.has(run, lex.place) { return false }
    if run.count == 1 {
      let i = run.lowerBound
      if s.has(i, lex.organisationName) { return true }
      if isInitials(i) { return true }
      if s.tokens.flags[i].contains(.sentenceStart), s.tokens.form[i].isKnown { return false }
      return !s.has(i, lex.role) && !s.has(i, lex.honorific) && !s.has(i, lex.platform)
        && (runs.isCalledBody(run) || runs.isBesideSpeech(run) && !s.tokens.form[i].isKnown)
    }
    if s.has(run, lex.organisationName) || run.contains(where: isBodyWord) { return true }
    return runs.isCalledBody(run) || runs.isBesideSpeech(run)
  }

  /// "FSA": capital letters that are no place.
  private func isInitials(_ i: Int) -> Bool {
    let s = reading.scanned
    return s.tokens.flags[i].contains(.allCaps) && !s.has(i, reading.lexis.place) && !s.has(i, reading.lexis.role)
      && !s.has(i, reading.lexis.honorific) && s.tokens.span(i).count >= 2
  }

  private mutating func add(_ run: Range<Int>) {
    let tokens = reading.scanned.tokens
    let words = run.filter { tokens.kind[$0] == .word }.map { tokens.form[$0] }
    if let b = bodies.firstIndex(where: { $0.words == words }) {
      note(b, run)
      return
    }
    var initials: [UInt8] = []
    for i in run where tokens.flags[i].contains(.capitalised) {
      let span = tokens.span(i)
      let bytes = reading.scanned.text.bytes[span.start..<span.end]
      if tokens.flags[i].contains(.abbreviation) || run.count == 1 {
        initials += bytes.filter { $0 != UInt8(ascii: ".") }.map { $0 | 0x20 }
      } else if let first = bytes.first {
        initials.append(first | 0x20)
      }
    }
    bodies.append(Body(name: run, words: words, initials: initials))
    note(bodies.count - 1, run)
  }

  /// The name's first word alone, or its initials: "Bexley" of Bexley Chemicals, "FSA" of Food Safety Authority.
  private mutating func shorten(_ run: Range<Int>) -> Bool {
    let i = run.lowerBound
    let form = reading.scanned.tokens.form[i]
    let span = reading.scanned.tokens.span(i)
    let letters = reading.scanned.text.bytes[span.start..<span.end].filter { $0 != UInt8(ascii: ".") }.map { $0 | 0x20 }
    let isShort = !form.isKnown
    let areInitials = isInitials(i)
    guard
      let b = bodies.firstIndex(where: {
        $0.words.count > 1 && (isShort && $0.isFirm && $0.words[0] == form || areInitials && $0.initials == letters)
      })
    else { return false }
    note(b, run)
    return true
  }

  private mutating func note(_ b: Int, _ run: Range<Int>) {
    let s = reading.scanned
    let lex = reading.lexis
    bodyAt[run.lowerBound] = (b, run.upperBound)
    bodies[b].mentions.append(run.lowerBound)
    for i in run where s.has(i, lex.organisation) {
      bodies[b].nouns.append(s.tokens.form[i])
      if s.has(i, lex.publicBody) { bodies[b].isPublic = true }
    }
    if let last = run.last, s.has(last, lex.firmWord) { bodies[b].isFirm = true }
    guard let beside = noun(beside: run) else { return }
    bodies[b].nouns.append(s.tokens.form[beside.upperBound - 1])
    bodies[b].described += beside.map { s.tokens.form[$0] }
    if s.has(beside.upperBound - 1, lex.publicBody) { bodies[b].isPublic = true }
    if s.has(beside.upperBound - 1, lex.businessBody) { bodies[b].isFirm = true }
  }

  /// "the | law firm | Crane & Mott", "Grocerland, a | supermarket chain", "a | supermarket chain, | Grocerland".
  private func noun(beside run: Range<Int>) -> Range<Int>? {
    let s = reading.scanned
    func isNoun(_ i: Int) -> Bool {
      i >= 0 && s.has(i, reading.lexis.organisation) && !s.tokens.flags[i].contains(.capitalised)
    }
    func phrase(endingAt last: Int) -> Range<Int> {
      var i = last
      while i > 0, last - i < 4, s.tokens.kind[i - 1] == .word, !s.has(i - 1, reading.lexis.article),
        !reading.syntax.isPreposition(i - 1), !reading.syntax.isFiniteVerb(i - 1, from: 0)
      {
        i -= 1
      }
      return i..<last + 1
    }
    let first = run.lowerBound
    if isNoun(first - 1) { return phrase(endingAt: first - 1) }
    if first > 1, reading.syntax.isComma(first - 1), isNoun(first - 2) { return phrase(endingAt: first - 2) }
    let comma = run.upperBound
    guard comma + 2 < s.count, reading.syntax.isComma(comma),
      s.has(comma + 1, reading.lexis.article) || s.has(comma + 1, reading.lexis.possessive)
    else { return nil }
    var i = comma + 2
    while i < s.count, i < comma + 9, !reading.syntax.endsHeadPart(i), s.tokens.kind[i] != .punctuation { i += 1 }
    return isNoun(i - 1) && !s.has(i - 1, reading.lexis.role) ? phrase(endingAt: i - 1) : nil
  }
}
