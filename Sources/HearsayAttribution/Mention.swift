import HearsayRules
import HearsayText

/// What one source phrase says about who speaks, before anything else in the story is asked.
struct Mention: Sendable {
  enum Form: Sendable, Equatable {
    /// he, she, it, they, who, we, I.
    case pronoun(Pronoun)
    /// A person's name, alone or with title.
    case person
    /// A role without a name: "a harbour official", "the minister".
    case role
    /// A body: "the ministry", "Gazprom", "Moscow".
    case organisation
    case outlet
    /// "the outlet", "the newspaper": an outlet named elsewhere.
    case outletDescription
    case document
    case platform
    /// "media", "critics", "concerns": nobody in particular.
    case collective
    case other
  }

  enum Pronoun: Sendable { case he, she, it, they, first, you, who }

  var form: Form
  /// The whole source phrase.
  var range: Range<Int>
  /// The words that name or describe the speaker: without article and apposition.
  var core: Range<Int>
  /// The tokens of a person's name.
  var name: Range<Int>?
  /// The head noun of a role, body or document.
  var head: Int?
  var outlet: Int?
  var isDefinite = false
  /// "another", "a second": somebody who has not spoken yet.
  var isAnother = false
  /// "two of the three people", "a third": some of a group that was named before.
  var isPart = false
  /// The name of an outlet that no rule knows, told by the noun beside it.
  var isUnknownOutlet = false
  var isPlural = false
  var count = CountRange(1, 1)
  var hasAccess = false
  var hasAnonymityMarker = false
  var gender = Gender.unknown
}

enum Gender: Sendable { case unknown, male, female }

/// Reads source phrases.
struct MentionReader: Sendable {
  let reading: Reading

  func read(_ whole: Range<Int>) -> Mention {
    let s = reading.scanned
    let lex = reading.lexis
    let range = trimmed(whole)
    var m = Mention(form: .other, range: range, core: range)
    guard !range.isEmpty else { return m }
    if range.count == 1, let pronoun = pronoun(range.lowerBound) {
      m.form = .pronoun(pronoun)
      m.isPlural = pronoun == .they
      return m
    }
    readDeterminers(&m)
    let head = headPart(m.core)
    if readOutlet(&m, head) { return m }
    readCount(&m)
    readPart(&m)
    m.hasAccess = s.holds(range, lex.access)
    m.hasAnonymityMarker = s.holds(range, lex.anonymousMarker)
    if let name = outletName(m, head) {
      m.form = .organisation
      m.isUnknownOutlet = true
      m.core = name
      m.head = name.upperBound - 1
      m.isPlural = false
      m.count = CountRange(1, 1)
      return m
    }
    if let name = personName(m.core, head: head) {
      m.form = .person
      m.name = name
      m.gender = gender(name)
      m.head = roleHead(range)
      m.count = CountRange(1, 1)
      m.isPlural = false
      return m
    }
    readNoun(&m, head)
    // A name is one, whatever it ends in: "Maritime Trade Operations".
    if m.form == .organisation, let h = m.head, s.tokens.flags[h].contains(.capitalised) {
      m.isPlural = false
      m.count = CountRange(1, 1)
    }
    return m
  }

  private func trimmed(_ r: Range<Int>) -> Range<Int> {
    var a = r.lowerBound
    var b = r.upperBound
    while a < b, isEdge(a) { a += 1 }
    while b > a, isEdge(b - 1) { b -= 1 }
    // "the Harbour Safety Service (HSS": what it is called for short.
    for i in (a..<b).suffix(4) where i > a && opensBracket(i) { return a..<i }
    return a..<b
  }

  private func opensBracket(_ i: Int) -> Bool {
    reading.scanned.tokens.kind[i] == .punctuation
      && reading.scanned.text.bytes[reading.scanned.tokens.span(i).start] == UInt8(ascii: "(")
  }

  private func isEdge(_ i: Int) -> Bool {
    switch reading.scanned.tokens.kind[i] {
    case .punctuation, .dash, .quotationMark: true
    default: false
    }
  }

  func pronoun(_ i: Int) -> Mention.Pronoun? {
    let s = reading.scanned
    let lex = reading.lexis
    if s.has(i, lex.he) || s.has(i, lex.him) { return .he }
    // "quoted her": a determiner would have a noun behind it.
    if s.has(i, lex.she) || s.has(i, lex.her) { return .she }
    if s.has(i, lex.it) { return .it }
    if s.has(i, lex.they) || s.has(i, lex.them) { return .they }
    if s.has(i, lex.i) || s.has(i, lex.we) { return .first }
    if s.has(i, lex.you) { return .you }
    if s.has(i, lex.who) { return .who }
    return nil
  }

  /// Article, demonstrative, "another", in front; the core is what follows.
  private func readDeterminers(_ m: inout Mention) {
    let s = reading.scanned
    let lex = reading.lexis
    var i = m.core.lowerBound
    while i < m.core.upperBound - 1 {
      if s.has(i, lex.article) {
        m.isDefinite = s.tokens.end[i] - s.tokens.start[i] == 3
      } else if s.has(i, lex.demonstrative) {
        m.isDefinite = true
      } else if s.has(i, lex.another) {
        m.isAnother = true
      } else if s.has(i, lex.possessive) {
        m.isDefinite = true
        break
      } else {
        break
      }
      i += 1
    }
    m.core = i..<m.core.upperBound
  }

  /// The part of a phrase that holds its head: up to the first comma, preposition behind a noun, or relative pronoun.
  private func headPart(_ r: Range<Int>) -> Range<Int> {
    var i = r.lowerBound
    while i < r.upperBound {
      if reading.syntax.endsHeadPart(i), i > r.lowerBound { break }
      i += 1
    }
    return r.lowerBound..<i
  }

  // MARK: Outlets

  private func readOutlet(_ m: inout Mention, _ head: Range<Int>) -> Bool {
    let s = reading.scanned
    let lex = reading.lexis
    // The whole phrase again, since "The Times" needs its article.
    for start in [m.range.lowerBound, m.core.lowerBound] {
      for hit in s.hits(startingAt: start) where hit.outlet != nil && hit.end <= m.range.upperBound {
        let rest = hit.end..<max(hit.end, head.upperBound)
        if rest.isEmpty || isDescription(rest) {
          m.form = .outlet
          m.outlet = hit.outlet
          m.core = hit.range
          return true
        }
      }
    }
    // "the business daily Kommersant"
    if let hit = head.lazy.compactMap({ i in s.hits(startingAt: i).first { $0.outlet != nil } }).first,
      hit.end == head.upperBound, s.has(hit.start - 1, lex.outletNoun)
    {
      m.form = .outlet
      m.outlet = hit.outlet
      m.core = hit.range
      return true
    }
    // "the semi-official Fars news agency", "state-run Anadolu"
    for i in head where i > head.lowerBound && !s.tokens.flags[i - 1].contains(.capitalised) {
      if let hit = s.hits(startingAt: i).first(where: { $0.outlet != nil && $0.end <= head.upperBound }),
        isDescription(hit.end..<head.upperBound)
      {
        m.form = .outlet
        m.outlet = hit.outlet
        m.core = hit.range
        return true
      }
    }
    // "the outlet", "the newspaper's report"
    if m.isDefinite, let noun = head.first(where: { s.has($0, lex.outletNoun) }), head.count <= 3,
      noun == head.lowerBound || noun == head.upperBound - 1,
      !head.contains(where: { s.has($0, lex.role) })
    {
      m.form = .outletDescription
      m.head = noun
      return true
    }
    return false
  }

  /// "Bloomberg | 's report", "Kommersant | business newspaper": words that leave the outlet the head.
  private func isDescription(_ r: Range<Int>) -> Bool {
    let s = reading.scanned
    let lex = reading.lexis
    guard let last = r.last else { return true }
    if s.tokens.kind[r.lowerBound] == .possessive {
      return s.has(last, lex.reportNoun) || s.has(last, lex.document) && r.count <= 4
    }
    return s.has(last, lex.outletNoun) || s.has(last, lex.reportNoun)
  }

  /// The name of an outlet that the rulebook doesn't know, beside what it is: "local news site | Harbour Eye", "an
  /// opposition newspaper, | Svoboda".
  private func outletName(_ m: Mention, _ head: Range<Int>) -> Range<Int>? {
    let s = reading.scanned
    guard let noun = head.last(where: { s.has($0, reading.lexis.outletNoun) }),
      !s.tokens.flags[noun].contains(.capitalised), !s.holds(head, reading.lexis.role)
    else { return nil }
    var start = noun + 1
    if start == head.upperBound {
      guard !m.isDefinite, start < m.core.upperBound, reading.syntax.isComma(start) else { return nil }
      start += 1
    }
    var end = start
    while end < m.core.upperBound, end < start + 5, reading.syntax.isName(end) { end += 1 }
    let isWhole = end == m.core.upperBound || end == head.upperBound || reading.syntax.isComma(end)
    return end > start && isWhole ? start..<end : nil
  }

  // MARK: People

  /// The tokens of a person's name in a phrase: behind a title or role, or the run of names that opens the phrase.
  func personName(_ core: Range<Int>, head: Range<Int>) -> Range<Int>? {
    if let run = nameRun(in: head) { return run }
    // "the minister, Dr. Teresa Quintal,", "his chief of staff, Ned Porrit,": the name stands in the apposition.
    var i = head.upperBound
    while i < core.upperBound, i < head.upperBound + 6, !reading.syntax.isComma(i), !reading.syntax.startsRelative(i) {
      i += 1
    }
    if i < core.upperBound, reading.syntax.isComma(i) {
      i += 1
      if let run = firstRun(in: i..<min(core.upperBound, i + 8)), run.lowerBound <= i + 4,
        reading.names.isPerson(run) || (run.lowerBound == i && roleHead(head) != nil)
      {
        return run
      }
    }
    return nil
  }

  private func firstRun(in r: Range<Int>) -> Range<Int>? {
    for i in r {
      if let run = reading.names.run(startingAt: i), run.upperBound <= r.upperBound { return run }
    }
    return nil
  }

  /// The last run of name words in a range whose head is a person.
  private func nameRun(in r: Range<Int>) -> Range<Int>? {
    var i = r.lowerBound
    var best: Range<Int>?
    while i < r.upperBound {
      guard let run = reading.names.run(startingAt: i), run.upperBound <= r.upperBound else {
        i += 1
        continue
      }
      // A name that ends the head part, or that stands at its start behind nothing but titles.
      if run.upperBound == r.upperBound || reading.syntax.isComma(run.upperBound) {
        if reading.names.isPerson(run) { best = run }
      } else if best == nil, run.lowerBound == r.lowerBound, run.count >= 2, reading.names.isPerson(run),
        reading.scanned.tokens.kind[run.upperBound] != .possessive
      {
        best = run
      }
      i = run.upperBound
    }
    return best
  }

  func gender(_ name: Range<Int>) -> Gender {
    let s = reading.scanned
    let lex = reading.lexis
    if name.lowerBound > 0 {
      let before = name.lowerBound - 1
      if s.has(before, lex.honorificMale) { return .male }
      if s.has(before, lex.honorificFemale) { return .female }
    }
    let first = name.lowerBound
    let male = s.has(first, lex.firstMale)
    let female = s.has(first, lex.firstFemale)
    if male != female { return male ? .male : .female }
    return .unknown
  }

  // MARK: Parts of a group

  /// "two of the three people": the head is behind "of", the number in front. "a third": no head at all.
  private func readPart(_ m: inout Mention) {
    let s = reading.scanned
    let lex = reading.lexis
    let first = m.core.lowerBound
    if m.core.count == 1, s.has(first, lex.ordinal) || s.has(first, lex.another) {
      m.isPart = true
      m.isPlural = reading.isPlural(first)
      return
    }
    guard m.core.count >= 3, s.has(first + 1, lex.ofWord),
      reading.number(first) != nil || s.has(first, lex.quantity) || s.has(first, lex.another)
    else { return }
    m.isPart = true
    if let n = reading.number(first) {
      m.count = CountRange(n, n)
      m.isPlural = n != 1
    } else {
      m.isPlural = !s.has(first, lex.another)
    }
    var head = first + 2
    while head + 1 < m.core.upperBound,
      s.has(head, lex.article) || s.has(head, lex.quantity) || reading.number(head) != nil
    {
      head += 1
    }
    m.head = lastNoun(head..<m.core.upperBound)
  }

  /// The name in the apposition of a body that is described first: "the company, | Palisade Guard".
  func apposedName(_ m: Mention) -> Range<Int>? {
    guard let head = m.head, !reading.scanned.tokens.flags[head].contains(.capitalised) else { return nil }
    var i = head + 1
    guard i < m.range.upperBound, reading.syntax.isComma(i) else { return nil }
    i += 1
    let start = i
    while i < m.range.upperBound, reading.syntax.isNameOrParticle(i) { i += 1 }
    return i > start && (i == m.range.upperBound || reading.syntax.isComma(i)) ? start..<i : nil
  }

  private func lastNoun(_ r: Range<Int>) -> Int? { headPart(r).last }

  // MARK: Other nouns

  private func readNoun(_ m: inout Mention, _ head: Range<Int>) {
    let s = reading.scanned
    let lex = reading.lexis
    if m.isPart {
      m.form = .role
      return
    }
    let roleWord = roleHead(head)
    let last = head.last ?? m.core.lowerBound
    m.head = last
    // "someone", "everybody"
    if m.core.count == 1, s.has(last, lex.indefinite), reading.number(last) == nil {
      m.form = .collective
      return
    }
    if s.holds(head, lex.mediaNoun) {
      m.form = .collective
      m.isPlural = true
    } else if let roleWord, !endsWithBody(head), roleWord == last || !isNamedBody(last), !owns(roleWord, last) {
      m.form = .role
      m.head = roleWord
    } else if s.has(last, lex.anonymousNoun) || head.contains(where: { s.has($0, lex.anonymousNoun) }) {
      m.form = .role
      m.head = head.last { s.has($0, lex.anonymousNoun) } ?? last
    } else if s.holds(head, lex.platform), head.count <= 2 {
      m.form = .platform
    } else if s.holds(head, lex.document) || s.holds(head, lex.reportNoun) {
      m.form = .document
    } else if s.has(last, lex.organisation) || s.holds(head, lex.organisation) || s.holds(head, lex.place) {
      m.form = .organisation
    } else if s.holds(head, lex.vagueSource) || s.holds(head, lex.claimNoun) {
      m.form = .collective
      m.isPlural = true
    } else if s.tokens.flags[last].contains(.capitalised) {
      m.form = .organisation
    } else if isHuman(m) {
      m.form = .role
    }
  }

  /// "the Harbour Parents' Association" is the association, not the parents.
  private func isNamedBody(_ i: Int) -> Bool {
    reading.scanned.has(i, reading.lexis.organisation) && reading.scanned.tokens.flags[i].contains(.capitalised)
  }

  /// A noun that no lexicon knows is somebody when "who" follows.
  private func isHuman(_ m: Mention) -> Bool {
    m.range.contains { reading.scanned.has($0, reading.lexis.who) }
  }

  /// "the president's office": the body is meant, not whoever has it.
  private func owns(_ role: Int, _ last: Int) -> Bool {
    role + 1 < last && reading.scanned.tokens.kind[role + 1] == .possessive
      && reading.scanned.has(last, reading.lexis.organisation)
  }

  /// Whether a phrase ends with a body of several words: the last of "General Staff" alone would be a role.
  private func endsWithBody(_ r: Range<Int>) -> Bool {
    r.dropLast().contains { reading.scanned.entryEnd($0, reading.lexis.organisation, in: r) == r.upperBound }
  }

  /// The last role noun of a range, as one word of it.
  func roleHead(_ r: Range<Int>) -> Int? {
    var found: Int?
    var i = r.lowerBound
    while i < r.upperBound {
      if let end = reading.scanned.entryEnd(i, reading.lexis.role, in: r) {
        found = end - 1
        i = end
      } else {
        i += 1
      }
    }
    return found
  }

  /// How many people the phrase stands for, as far as it says.
  private func readCount(_ m: inout Mention) {
    let s = reading.scanned
    let lex = reading.lexis
    let first = m.core.lowerBound
    var plural = false
    if let head = headNoun(m.core) { plural = reading.isPlural(head) }
    m.isPlural = plural
    if let n = reading.number(first) {
      m.count = CountRange(n, n)
      m.isPlural = n != 1
      return
    }
    if s.has(first, lex.vagueNumber) || s.has(first, lex.quantity) {
      if m.isAnother && !plural { return }
      m.count = plural ? CountRange(2, nil) : CountRange(1, 1)
      return
    }
    m.count = plural ? CountRange(2, nil) : CountRange(1, 1)
  }

  private func headNoun(_ r: Range<Int>) -> Int? {
    let head = headPart(r)
    return head.last
  }
}
