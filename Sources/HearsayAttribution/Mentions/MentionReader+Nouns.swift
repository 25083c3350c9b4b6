import HearsayRules
import HearsayText

/// Source phrases without a name: roles, bodies, documents, and what else can speak.
extension MentionReader {
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

  func readNoun(_ m: inout Mention, _ head: Range<Int>) {
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
    if isAge(last) {
      m.form = .role
    } else if s.entryEnd(head.lowerBound, lex.collectiveOffice, in: head) == head.upperBound {
      m.form = .organisation
      m.isPlural = false
      m.count = CountRange(1, 1)
    } else if endsWithNamedBody(head) {
      m.form = .organisation
    } else if s.holds(head, lex.mediaNoun) {
      m.form = .collective
      m.isPlural = true
    } else if let roleWord, !endsWithBody(head), roleWord == last || !isNamedBody(last) && !isBodyOf(roleWord, last),
      !owns(roleWord, last)
    {
      m.form = .role
      m.head = roleWord
    } else if s.has(last, lex.anonymousNoun)
      || !s.has(last, lex.document) && head.contains(where: { s.has($0, lex.anonymousNoun) })
    {
      m.form = .role
      m.head = head.last { s.has($0, lex.anonymousNoun) } ?? last
    } else if s.holds(head, lex.platform), head.count <= 2 {
      m.form = .platform
    } else if s.has(last, lex.organisation), s.tokens.flags[last].contains(.capitalised), !s.has(last, lex.document) {
      // "the Resolution Foundation"
      m.form = .organisation
    } else if s.has(last, lex.reportNoun), m.isPlural, !m.isDefinite, s.holds(m.range, lex.mediaNoun) {
      // "widespread reports in the foreign press"
      m.form = .collective
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

  /// "the 34-year-old": a noun that begins with a figure and ends in letters is somebody of that age.
  private func isAge(_ i: Int) -> Bool {
    let tokens = reading.scanned.tokens
    guard tokens.flags[i].isSuperset(of: [.hasDigit, .hyphenated]), !tokens.flags[i].contains(.capitalised) else {
      return false
    }
    let span = tokens.span(i)
    let bytes = reading.scanned.text.bytes
    return span.count > 4 && bytes[span.start] < UInt8(ascii: ":") && bytes[span.end - 1] >= UInt8(ascii: "a")
  }

  /// "the Harbour Parents' Association" is the association, not the parents.
  private func isNamedBody(_ i: Int) -> Bool {
    reading.scanned.has(i, reading.lexis.organisation) && reading.scanned.tokens.flags[i].contains(.capitalised)
  }

  /// "the staff union", "a residents' association": a body of people, where a family would be people.
  private func isBodyOf(_ role: Int, _ last: Int) -> Bool {
    let s = reading.scanned
    return role < last && s.has(last, reading.lexis.organisation) && !s.has(last, reading.lexis.looseBody)
      && !s.has(last, reading.lexis.role)
  }

  /// "the U.S. Geological Survey": a name that the lexicon of bodies has, whatever its last word is otherwise.
  private func endsWithNamedBody(_ head: Range<Int>) -> Bool {
    head.contains { reading.scanned.entryEnd($0, reading.lexis.organisationName, in: head) == head.upperBound }
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
}
