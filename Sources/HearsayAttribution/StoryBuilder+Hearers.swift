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
    // "the non-profit newsroom Lantern"
    for i in 1..<max(1, reading.scanned.count)
    where reading.syntax.isName(i) && reading.scanned.has(i - 1, reading.lexis.outletNoun)
      && !reading.scanned.tokens.flags[i - 1].contains(.capitalised)
      && reading.scanned.tokens.flags[i].isDisjoint(with: [.sentenceStart, .newlineBefore])
    {
      var end = i + 1
      while end < reading.scanned.count, end < i + 4, reading.syntax.isName(end),
        reading.scanned.tokens.flags[end].isDisjoint(with: [.sentenceStart, .newlineBefore])
      {
        end += 1
      }
      if !reading.scanned.hits(startingAt: i).contains(where: { $0.outlet != nil }), let name = bareName(i..<end) {
        found.append(name)
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
      !s.has(range.lowerBound, reading.lexis.firstFemale), !s.holds(range, reading.lexis.role),
      !(reading.names.run(startingAt: range.lowerBound).map { reading.names.person(of: $0) != nil } ?? false)
    else { return nil }
    return range
  }

  /// Whether a noun for outlets stands right beside a name, or behind a comma: "Harbour Eye, a local news site".
  func isDescribed(_ range: Range<Int>) -> Bool {
    let s = reading.scanned
    let isBeside = [range.lowerBound - 1, range.upperBound].contains { i in
      i >= 0 && i < s.count && s.has(i, reading.lexis.outletNoun)
    }
    let comma = range.upperBound
    if isBeside { return true }
    guard comma + 1 < s.count, reading.syntax.isComma(comma), s.has(comma + 1, reading.lexis.article)
    else { return false }
    return (comma + 2..<min(s.count, comma + 7)).prefix { !reading.syntax.isEdge($0) }.contains {
      s.has($0, reading.lexis.outletNoun)
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
        if i == d.cue.upperBound, opensWords(end, limit), isNewName(i..<end) { return i..<end }
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

  /// Whether what was said, or when, begins at a token behind a hearer.
  private func opensWords(_ i: Int, _ limit: Int) -> Bool {
    i >= limit || reading.syntax.isEdge(i) || reading.syntax.opensWords(i) || reading.syntax.isTime(i)
      || reading.syntax.isPreposition(i) && !reading.scanned.has(i, reading.lexis.ofWord)
  }

  /// Whether a name comes in with nothing else known of it: no person, no place, no body, and for the first time. Whoever is
  /// told something under such a name is an outlet ("told RTK that"); others are named before they are told something.
  func isNewName(_ name: Range<Int>) -> Bool {
    let s = reading.scanned
    let lex = reading.lexis
    guard let name = bareName(name), !s.tokens.form[name.lowerBound].isKnown, !s.has(name, lex.place),
      !s.has(name, lex.placeName), !s.has(name, lex.organisation), !s.has(name, lex.organisationName),
      !s.has(name, lex.organisationSuffix), name.upperBound >= s.count || s.tokens.kind[name.upperBound] != .possessive
    else { return false }
    let form = s.tokens.form[name.upperBound - 1]
    return !(0..<name.lowerBound).contains { s.tokens.form[$0] == form && s.tokens.flags[$0].contains(.capitalised) }
  }

  /// The outlet that no rule lists, behind words that only an outlet stands behind: one that the story calls so, or a name of
  /// which nothing else is known.
  func unlisted(_ range: Range<Int>, _ named: [Range<Int>], _ speakers: SpeakerRegistry) -> Link? {
    let words = MentionReader(reading: reading).read(range).core
    if let known = named.first(where: { isCalled($0, words) }) { return link(named: known) }
    guard let name = bareName(range) else { return nil }
    let text = reading.string(name)
    let isKnown = speakers.entries.contains { $0.speaker.kind == .outlet && $0.speaker.name == text }
    return isKnown || isNewName(name) || isDescribed(name) ? link(named: name) : nil
  }

  /// Whether a link stands in the words for a relay's own source: "citing figures obtained by | Faridun".
  func isInsideSource(_ hop: HopFact) -> Bool {
    facts.hops.contains {
      $0.sentence == hop.sentence && $0.via != hop.via && ($0.from.map { $0.contains(hop.via.lowerBound) } ?? false)
    }
  }

  /// The denials that stand alone in what somebody else hands on, with nothing like "as" before whoever does.
  func handedOn() -> Set<Int> {
    Set(
      facts.drafts.indices.filter { i in
        let d = facts.drafts[i]
        guard d.stance == "deny", let o = d.within, facts.drafts.indices.contains(o), let source = d.source,
          let relay = facts.drafts[o].source, relay.lowerBound > 0
        else { return false }
        let before = relay.lowerBound - 1
        return facts.drafts[o].content.first?.lowerBound == source.lowerBound
          && (reading.syntax.isEdge(before) || reading.scanned.tokens.kind[before] == .quotationMark)
      })
  }

  /// "A diplomat confirmed it. “They never left,” the diplomat told Radio Kest": what was only implied to have come another
  /// way came this way too, where one speaker goes on within a paragraph.
  func spreadRelays(_ attributions: inout [Attribution], _ origins: [Int?]) {
    for i in attributions.indices {
      guard let e = origins[i],
        let implied = attributions[i].chain.firstIndex(where: { !$0.stated && $0.kind == .outlet }),
        implied > 0, implied < attributions[i].chain.count - 1,
        let j = attributions.indices.first(where: {
          $0 > i && origins[$0] == e && attributions[$0].block == attributions[i].block
        }), let link = attributions[j].chain.dropFirst().dropLast().first(where: { $0.stated && $0.kind == .outlet })
      else { continue }
      attributions[i].chain[implied] = Link(
        name: link.name, kind: link.kind, outlet: link.outlet, stated: false,
        why: "the same speaker goes on to \(link.name)")
    }
  }

  /// "Ruzic was quoted as saying": by whom, the sentences before tell. Nil where the story has named no outlet, and for words
  /// that are no quotation at second hand.
  func quoter(
    of d: Draft, _ entry: Int?, _ speakers: SpeakerRegistry, _ chains: ChainBuilder
  ) -> Link? {
    guard d.via == nil, d.isSpeech, d.cue.count > 1,
      d.cue.contains(where: { reading.scanned.has($0, reading.lexis.quoting) }), let e = entry,
      speakers.entries[e].speaker.kind != .outlet, let last = speakers.lastOutlet
    else { return nil }
    let why = "was quoted, and the story named this outlet last"
    switch last {
    case .listed(let o):
      return chains.isPublisher(outlet: o) ? nil : chains.link(outlet: o, stated: false, why: why)
    case .named(let name):
      if reading.document.publisher?.isCalled(name) ?? false { return nil }
      return Link(name: name, kind: .outlet, stated: false, why: why)
    }
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
