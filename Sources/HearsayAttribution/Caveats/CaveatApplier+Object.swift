import HearsayRules
import HearsayText

/// What a caveat says was not checked: "the claims in the Gazette's report", "Brandt's account", "the number of deaths".
///
/// Where its words name an outlet, a speaker, a paper or a thing, the caveat covers what came from there or speaks of it,
/// however many other statements stand nearer.
extension CaveatApplier {
  /// The attributions, out of those before the caveat, that its words name; nil where they name none.
  func named(_ fact: CaveatFact, _ earlier: [Int], _ attributions: [Attribution]) -> [(Int, Certainty)]? {
    guard let object = object(of: fact), !object.isEmpty else { return nil }
    let candidates = earlier.filter { i in !attributions[i].caveats.contains { $0.caveat == "no-comment" } }
    if let relayed = cameThrough(object, candidates, attributions) { return relayed.map { ($0, .certain) } }
    if let spoken = saidBy(object, candidates, attributions) { return spoken.map { ($0, .certain) } }
    if let report = openingReport(fact, object, candidates, attributions) { return report }
    return speakOf(object, candidates).map { i in
      (i, drafts[i].block == fact.block || drafts[i].block == previousBody(fact.block) ? .certain : .inferred)
    }.nonEmpty
  }

  /// The words for what was not checked: behind an active verb, before a passive one.
  private func object(of fact: CaveatFact) -> Range<Int>? {
    guard fact.sentence < places.count else { return nil }
    let sentence = places[fact.sentence].tokens
    if fact.by != nil {
      var end = fact.cue.upperBound
      while end < sentence.upperBound, end < fact.cue.upperBound + 18, !isBorder(end) { end += 1 }
      return fact.cue.upperBound..<end
    }
    var start = fact.cue.lowerBound
    while start > sentence.lowerBound, start > fact.cue.lowerBound - 18, !isBorder(start - 1) { start -= 1 }
    return start..<fact.cue.lowerBound
  }

  private func isBorder(_ i: Int) -> Bool { reading.syntax.isEdge(i) }

  /// What came through an outlet that the object names.
  private func cameThrough(
    _ object: Range<Int>, _ candidates: [Int], _ attributions: [Attribution]
  ) -> [Int]? {
    var ids = Set<String>()
    for i in object {
      for hit in reading.scanned.hits(startingAt: i) where hit.end <= object.upperBound {
        if let o = hit.outlet, o != reading.document.publisher?.outlet { ids.insert(reading.rulebook.outlets[o].id) }
      }
    }
    let words = names(object)
    return candidates.filter { i in
      attributions[i].chain.dropLast().contains { link in
        link.outlet.map(ids.contains) ?? false
          || link.kind == .outlet && lastWord(link.name).map(words.contains) ?? false
      }
    }.nonEmpty
  }

  /// What a speaker or paper said that the object names or describes: "Prior's timeline", "the former employees' account".
  private func saidBy(_ object: Range<Int>, _ candidates: [Int], _ attributions: [Attribution]) -> [Int]? {
    let s = reading.scanned
    let lex = reading.lexis
    let words = names(object)
    let nouns = object.filter { i in
      !s.tokens.flags[i].contains(.capitalised)
        && (s.has(i, lex.role) || s.has(i, lex.document) || s.has(i, lex.organisation) || s.has(i, lex.anonymousNoun))
        && !s.has(i, lex.claimNoun) && !s.has(i, lex.reportNoun)
    }
    // The nearest speaker who is meant; whoever said it said the rest of it too.
    let meant = candidates.first { i in
      if let name = attributions[i].speaker.flatMap({ lastWord($0.name) }), words.contains(name) { return true }
      guard let source = drafts[i].source else { return false }
      return source.contains { t in nouns.contains { isAlike($0, t) } }
    }
    guard let meant, let speaker = attributions[meant].speaker else { return nil }
    return candidates.filter { i in
      guard let other = attributions[i].speaker else { return false }
      // "Two former employees … One of them said": one of those who are meant.
      return other.id == speaker.id
        || other.anonymous && speaker.anonymous && drafts[i].block == drafts[meant].block && isPart(drafts[i])
    }.nonEmpty
  }

  /// "one | of them": some of those who spoke before.
  private func isPart(_ d: Draft) -> Bool {
    d.source.map { $0.contains { reading.scanned.has($0, reading.lexis.ofWord) } } ?? false
  }

  /// "The Gazette could not verify the report", in a paragraph of its own: the one that the story opened with.
  private func openingReport(
    _ fact: CaveatFact, _ object: Range<Int>, _ candidates: [Int], _ attributions: [Attribution]
  ) -> [(Int, Certainty)]? {
    guard let relay, !drafts.contains(where: { $0.block == fact.block && $0.cue.lowerBound < fact.cue.lowerBound }),
      object.contains(where: { reading.scanned.has($0, reading.lexis.reportNoun) && !reading.isPlural($0) })
    else { return nil }
    return candidates.filter { i in attributions[i].chain.dropLast().contains { $0.name == relay } }.map { i in
      (i, drafts[i].block == previousBody(fact.block) ? .certain : .inferred)
    }.nonEmpty
  }

  /// The nearest statements that share most of the object's nouns: "the number of deaths".
  private func speakOf(_ object: Range<Int>, _ candidates: [Int]) -> [Int] {
    let s = reading.scanned
    let lex = reading.lexis
    let nouns = object.filter { i in
      s.tokens.kind[i] == .word && s.tokens.span(i).count >= 4 && reading.syntax.isNounLike(i)
        && !s.has(i, lex.claimNoun) && !s.has(i, lex.reportNoun) && !s.has(i, lex.role)
    }
    // "the number of deaths": the deaths are what is spoken of.
    let things = nouns.filter { i in
      !(i + 1 < s.count && s.has(i + 1, lex.ofWord) && nouns.contains { $0 > i })
    }
    guard !things.isEmpty else { return [] }
    var best: (shared: Int, block: Int)?
    var shares: [Int: Int] = [:]
    for i in candidates {
      let shared = things.count { n in drafts[i].content.contains { $0.contains { isAlike($0, n) } } }
      guard shared > 0 else { continue }
      shares[i] = shared
      if best.map({ shared > $0.shared }) ?? true { best = (shared, drafts[i].block) }
    }
    guard let best else { return [] }
    return candidates.filter { shares[$0] == best.shared && drafts[$0].block == best.block }
  }

  /// The capitalised words of a range, in small letters.
  private func names(_ r: Range<Int>) -> Set<String> {
    Set(
      r.filter { reading.syntax.isName($0) && !reading.scanned.tokens.flags[$0].contains(.sentenceStart) }
        .map { reading.string($0..<$0 + 1).lowercased() })
  }

  private func lastWord(_ name: String) -> String? { name.split(separator: " ").last?.lowercased() }

  /// The same word, one of them perhaps with the plural's -s.
  private func isAlike(_ a: Int, _ b: Int) -> Bool {
    let s = reading.scanned
    if s.tokens.form[a] == s.tokens.form[b] { return true }
    guard s.tokens.kind[a] == .word, s.tokens.kind[b] == .word,
      abs(s.tokens.span(a).count - s.tokens.span(b).count) == 1
    else { return false }
    let (x, y) = (reading.string(a..<a + 1).lowercased(), reading.string(b..<b + 1).lowercased())
    return x == y + "s" || y == x + "s"
  }
}

extension Array {
  /// The array, or nil for an empty one.
  fileprivate var nonEmpty: [Element]? { isEmpty ? nil : self }
}
