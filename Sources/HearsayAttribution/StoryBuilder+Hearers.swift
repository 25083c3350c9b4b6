import HearsayRules
import HearsayText

/// Outlets among those who are told something, and outlets that only their deeds show.
extension StoryBuilder {
  /// The outlets of this story that no rule lists, by their names' words.
  ///
  /// A name is one when a noun beside it says so ("the website Borderline"), when it is made like one ("Tarnov Gazette"),
  /// or when whoever bears it cites or quotes people without names.
  func namedOutlets() -> [Range<Int>] {
    let reader = MentionReader(reading: reading)
    var found: [Range<Int>] = []
    func take(_ range: Range<Int>?, byDeed: Bool = false) {
      guard let range, !range.isEmpty else { return }
      let m = reader.read(range)
      switch m.form {
      case .organisation, .other, .person:
        if m.isUnknownOutlet { return found.append(m.core) }
        if byDeed || isDescribed(range), let name = bareName(m.core) { found.append(name) }
      case .outletDescription:
        if let end = reading.syntax.outletLikeName(from: m.core.lowerBound, m.core.upperBound) {
          found.append(m.core.lowerBound..<end)
        }
      default: break
      }
    }
    for hop in facts.hops { take(hop.via, byDeed: hop.from != nil) }
    for d in facts.drafts {
      take(d.via)
      take(d.source)
    }
    return found
  }

  /// A capitalised name without a person's title or first name.
  func bareName(_ range: Range<Int>) -> Range<Int>? {
    let s = reading.scanned
    guard range.count <= 4, range.allSatisfy(reading.syntax.isName),
      !s.has(range.lowerBound, reading.lexis.honorific), !s.has(range.lowerBound, reading.lexis.firstMale),
      !s.has(range.lowerBound, reading.lexis.firstFemale), !s.holds(range, reading.lexis.role)
    else { return nil }
    return range
  }

  /// Whether a noun for outlets stands right beside a name.
  func isDescribed(_ range: Range<Int>) -> Bool {
    [range.lowerBound - 1, range.upperBound].contains { i in
      i >= 0 && i < reading.scanned.count && reading.scanned.has(i, reading.lexis.outletNoun)
    }
  }

  /// The outlet that is told something, where no rule has found it: "told the state-run TASS news agency that",
  /// "told Borderline", "told the Gazette".
  func hearer(of d: Draft, _ known: [Range<Int>]) -> Range<Int>? {
    guard d.via == nil, d.cue.contains(where: { reading.scanned.has($0, reading.lexis.tell) }),
      d.sentence < places.count
    else { return nil }
    var limit = min(places[d.sentence].tokens.upperBound, d.cue.upperBound + 7)
    if let content = d.content.first(where: { $0.lowerBound >= d.cue.upperBound }) {
      limit = min(limit, content.lowerBound)
    }
    let s = reading.scanned
    var i = d.cue.upperBound
    while i < limit {
      if let hit = s.hits(startingAt: i).first(where: { $0.outlet != nil && $0.end <= limit }) {
        // "told the BBC chairman": somebody of the outlet, no reporter.
        return hit.end < limit && s.has(hit.end, reading.lexis.officeRole) ? nil : hit.range
      }
      if reading.syntax.isName(i) {
        var end = i + 1
        while end < limit, reading.syntax.isName(end) { end += 1 }
        if let name = known.first(where: { isCalled($0, i..<end) }) { return name }
        // "told Danish daily Politiken": an adjective with a capital.
        guard end < limit, reading.syntax.isNounLike(end) else { return nil }
        i = end
        continue
      }
      guard reading.syntax.isNounLike(i) || s.has(i, reading.lexis.article) else { return nil }
      i += 1
    }
    return nil
  }

  /// Whether words are the name of an outlet of the story, in full or, behind an article, its last word.
  func isCalled(_ name: Range<Int>, _ words: Range<Int>) -> Bool {
    let form = reading.scanned.tokens.form
    if name.count == words.count { return zip(name, words).allSatisfy { form[$0] == form[$1] } }
    guard words.count == 1, words.lowerBound > 0, reading.scanned.has(words.lowerBound - 1, reading.lexis.article)
    else {
      return false
    }
    return form[name.upperBound - 1] == form[words.lowerBound]
  }

  /// The link for an outlet of the story that no rule lists; nil for the publisher.
  func link(named range: Range<Int>) -> Link? {
    let name = reading.string(range)
    if reading.document.publisher?.isCalled(name) ?? false { return nil }
    return Link(name: name, kind: .outlet)
  }

  /// "a review by | the Montana Ledger", "an investigation by | Reuters": the outlet that did the work, where a source phrase
  /// begins with what it made.
  func maker(of source: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    let s = reading.scanned
    guard source.count >= 3 else { return nil }
    for i in source.dropFirst() {
      if reading.syntax.isComma(i) || reading.syntax.startsRelative(i) { return nil }
      guard reading.syntax.isPreposition(i) else { continue }
      let made = s.has(i - 1, reading.lexis.reportNoun) || s.has(i - 1, reading.lexis.document)
      guard made, !s.has(i, reading.lexis.ofWord), i + 1 < source.upperBound else { return nil }
      var ends: [Int] = []
      reading.syntax.ends(of: .outlet, from: i + 1, scope: i + 1..<source.upperBound, into: &ends)
      guard let end = ends.max() else { return nil }
      let m = MentionReader(reading: reading).read(i + 1..<end)
      return m.form == .outlet || m.isUnknownOutlet ? i + 1..<end : nil
    }
    return nil
  }
}
