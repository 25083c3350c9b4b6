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
    cutTail(&m)
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

  /// The pronoun that a possessive goes with: "his", he.
  func possessor(_ i: Int) -> Mention.Pronoun? {
    let s = reading.scanned
    let lex = reading.lexis
    if s.has(i, lex.possessorHe) { return .he }
    if s.has(i, lex.possessorShe) { return .she }
    if s.has(i, lex.possessorIt) { return .it }
    if s.has(i, lex.possessorThey) { return .they }
    return s.has(i, lex.possessorI) ? .first : nil
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

  /// "residents | reached by phone", "a diplomat | quoted by Meridian": how somebody was heard is no part of who it is.
  private func cutTail(_ m: inout Mention) {
    let tail = m.core.dropFirst().first { i in
      reading.scanned.has(i, reading.lexis.reachedBy) && i + 1 < m.core.upperBound
        && reading.syntax.isPreposition(i + 1) && reading.syntax.isNounLike(i - 1)
    }
    if let tail { m.core = m.core.lowerBound..<tail }
    // "Marl himself"
    if m.core.count > 1, let last = m.core.last, reading.scanned.has(last, reading.lexis.reflexive) {
      m.core = m.core.lowerBound..<last
    }
    skipMeasure(&m)
  }

  /// "thousands of pages of | internal documents", "a cache of | emails": how many there are is no part of what they are.
  private func skipMeasure(_ m: inout Mention) {
    let s = reading.scanned
    var i = m.core.lowerBound
    while i + 2 < m.core.upperBound, s.has(i, reading.lexis.measure), s.has(i + 1, reading.lexis.ofWord) { i += 2 }
    guard i > m.core.lowerBound else { return }
    while i + 1 < m.core.upperBound, s.has(i, reading.lexis.article) { i += 1 }
    guard s.holds(headPart(i..<m.core.upperBound), reading.lexis.document) else { return }
    m.core = i..<m.core.upperBound
  }

  /// The part of a phrase that holds its head: up to the first comma, preposition behind a noun, or relative pronoun.
  func headPart(_ r: Range<Int>) -> Range<Int> {
    var i = r.lowerBound
    while i < r.upperBound {
      if reading.syntax.endsHeadPart(i), i > r.lowerBound { break }
      i += 1
    }
    return r.lowerBound..<i
  }

  // MARK: Parts of a group

  /// "two of the three people": the head is behind "of", the number in front. "a third": no head at all.
  private func readPart(_ m: inout Mention) {
    let s = reading.scanned
    let lex = reading.lexis
    let first = m.core.lowerBound
    if m.core.count == 1, s.has(first, lex.ordinal) || s.has(first, lex.another) || reading.number(first) == 1 {
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

  func lastNoun(_ r: Range<Int>) -> Int? { headPart(r).last }

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
