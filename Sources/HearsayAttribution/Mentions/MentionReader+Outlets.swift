import HearsayRules
import HearsayText

/// Source phrases that name an outlet, or call it by its kind.
extension MentionReader {
  func readOutlet(_ m: inout Mention, _ head: Range<Int>) -> Bool {
    if readOutletName(&m, head) { return true }
    // "the outlet", "the newspaper's report"; "the disaster agency" is none, though "the agency" may be.
    let s = reading.scanned
    let lex = reading.lexis
    if m.isDefinite, let noun = head.first(where: { s.has($0, lex.outletNoun) }), head.count <= 3,
      noun == head.lowerBound || noun == head.upperBound - 1,
      noun == head.lowerBound || !s.has(noun, lex.looseOutletNoun),
      !head.contains(where: { s.has($0, lex.role) || s.has($0, lex.anonymousNoun) }), outletName(m, head) == nil
    {
      m.form = .outletDescription
      m.head = noun
      return true
    }
    return false
  }

  /// A name that the rulebook knows.
  private func readOutletName(_ m: inout Mention, _ head: Range<Int>) -> Bool {
    // No copy of the text, whose arrays would each cost a reference count: this is asked of every source.
    // The whole phrase again, since "The Times" needs its article.
    for start in [m.range.lowerBound, m.core.lowerBound] {
      for hit in reading.scanned.hits(startingAt: start) where hit.outlet != nil && hit.end <= m.range.upperBound {
        let rest = hit.end..<max(hit.end, head.upperBound)
        if rest.isEmpty || isDescription(rest) {
          m.form = .outlet
          m.outlet = rest.isEmpty ? fuller(hit) ?? hit.outlet : hit.outlet
          m.core = hit.range
          return true
        }
      }
    }
    // "the business daily Kommersant"
    if let hit = firstOutlet(in: head), hit.end == head.upperBound,
      reading.scanned.has(hit.start - 1, reading.lexis.outletNoun)
    {
      m.form = .outlet
      m.outlet = hit.outlet
      m.core = hit.range
      return true
    }
    // "the semi-official Fars news agency", "state-run Anadolu"
    for i in head where i > head.lowerBound && !reading.scanned.tokens.flags[i - 1].contains(.capitalised) {
      if let hit = reading.scanned.outletName(at: i, limit: head.upperBound),
        isDescription(hit.end..<head.upperBound)
      {
        m.form = .outlet
        m.outlet = hit.outlet
        m.core = hit.range
        return true
      }
    }
    return false
  }

  private func firstOutlet(in range: Range<Int>) -> PhraseHit? {
    for i in range {
      if let hit = reading.scanned.outletName(at: i, limit: .max) { return hit }
    }
    return nil
  }

  /// "The Times" behind "The New York Times": the outlet that was named before, and ends so.
  private func fuller(_ hit: PhraseHit) -> Int? {
    guard hit.end - hit.start <= 2, let short = hit.outlet else { return nil }
    let ending = " " + reading.string(hit.end - 1..<hit.end).lowercased()
    return reading.scanned.hits.last {
      guard let o = $0.outlet, o != short, $0.start < hit.start, $0.end - $0.start > hit.end - hit.start else {
        return false
      }
      return reading.rulebook.outlets[o].name.lowercased().hasSuffix(ending)
    }?.outlet
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
  /// opposition newspaper, | Svoboda"; or one that is made like an outlet's: "The Ellery Courier".
  func outletName(_ m: Mention, _ head: Range<Int>) -> Range<Int>? {
    let s = reading.scanned
    let made = reading.syntax.outletLikeName(from: m.core.lowerBound, head.upperBound, surely: !m.isDefinite)
    if let made, made == head.upperBound || s.tokens.kind[made] == .possessive,
      !s.has(made - 1, reading.lexis.role) || reading.syntax.endsOutletName(made - 1)
    {
      return m.core.lowerBound..<made
    }
    // "The | Straits Ledger | newspaper"
    if let last = head.last, last > m.core.lowerBound, s.has(last, reading.lexis.outletNoun),
      !s.tokens.flags[last].contains(.capitalised)
    {
      let name = m.core.lowerBound..<last
      if name.allSatisfy({
        reading.syntax.isName($0) && !s.has($0, reading.lexis.place) && !s.has($0, reading.lexis.role)
          && !s.has($0, reading.lexis.placeName)
      }) {
        return name
      }
    }
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
}
