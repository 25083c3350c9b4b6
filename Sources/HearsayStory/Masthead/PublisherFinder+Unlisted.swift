import HearsayRules
import HearsayText

/// Outlets that the rulebook doesn't know, told by where a name stands and what it is said to do.
extension PublisherFinder {
  /// An outlet that the rulebook doesn't know, from a line above the story.
  func unknownName(in kinds: [BlockKind]) -> Publisher? {
    let prose = page.firstProse
    for block in page.facts.indices.prefix(prose)
    where page.kinds[block].map(kinds.contains) ?? false {
      if page.isLabel(block, page.lexicons.line) || page.isLabel(block, page.lexicons.feed) { continue }
      if let name = page.mastheadName(block) { return named(name) }
    }
    return nil
  }

  /// A line of capitals above the story, when the story says that somebody told something to just that name, and never that
  /// it comes from there: "The Lanternist" above "she told The Lanternist".
  var nameThatWasTold: Publisher? {
    let prose = page.firstProse
    guard prose < page.facts.count else { return nil }
    let lexicons = page.lexicons
    let scanned = page.scanned
    let story = page.facts[prose].tokens.lowerBound..<scanned.count
    for block in page.facts.indices.prefix(min(prose, 3)) where page.kinds[block] == .furniture {
      let line = page.facts[block].tokens
      guard (1...5).contains(line.count), line.allSatisfy({ scanned.isWord($0) && scanned.isCapitalised($0) }) else {
        continue
      }
      let start = scanned.entryEnd(at: line.lowerBound, lexicons.article, limit: line.upperBound) ?? line.lowerBound
      let name = scanned.tokens.form[start..<line.upperBound]
      guard !name.isEmpty else { continue }
      var told = 0
      for i in story where i + name.count <= scanned.count && scanned.tokens.form[i..<i + name.count] == name {
        if isBefore(i, lexicons.citedBefore, story)
          || scanned.entryEnd(at: i + name.count, lexicons.citedAfter, limit: scanned.count) != nil
        {
          told = 0
          break
        }
        if isBefore(i, lexicons.told, story) || isBefore(i, lexicons.likelyBefore, story) { told += 1 }
      }
      if told > 0 { return named(line) }
    }
    return nil
  }

  /// "By Ana Roe | The Ledger", "By Ana Roe, Tarn Courier", "National Desk, The Meridian": a name with its article, or made as
  /// outlets' names are, ends a line above the story.
  var credited: Publisher? {
    let scanned = page.scanned
    for block in page.facts.indices.prefix(page.firstProse) {
      let facts = page.facts[block]
      guard facts.words <= 14, facts.ending == .none, page.kinds[block] != .headline,
        let sign = facts.tokens.last(where: { scanned.isMark($0, "|") || scanned.isMark($0, ",") })
      else { continue }
      let name = sign + 1..<facts.tokens.upperBound
      guard (2...5).contains(name.count), name.allSatisfy({ scanned.isWord($0) && scanned.isCapitalised($0) }) else {
        continue
      }
      let hasArticle =
        scanned.entryEnd(at: name.lowerBound, page.lexicons.article, limit: name.upperBound) == name.lowerBound + 1
      guard
        hasArticle
          || page.isBylineLike(block) && page.isOutletName(name) && !scanned.holds(name, page.lexicons.job)
      else { continue }
      return named(name)
    }
    return nil
  }

  /// "The Tarn Courier could not independently verify": only the publisher says so of itself. Not where the story has
  /// something from an outlet of that name.
  var nameThatSpeaksOfItself: Publisher? {
    let scanned = page.scanned
    let lexicons = page.lexicons
    for (block, facts) in page.facts.enumerated() where page.kinds[block]?.isBody ?? true {
      let range = facts.tokens
      for i in range where !scanned.tokens.flags[i].contains(.inQuotation) && scanned.isCapitalised(i) {
        guard scanned.entryEnd(at: i, lexicons.namePart, limit: i + 1) != nil,
          scanned.entryEnd(at: i + 1, lexicons.surelyAfter, limit: range.upperBound) != nil
        else { continue }
        var start = i
        while start > range.lowerBound, i - start < Self.longestName, scanned.isWord(start - 1),
          scanned.isCapitalised(start - 1)
        { start -= 1 }
        let name = start..<i + 1
        if name.count >= 2, page.isOutletName(name), !isCited(name) { return named(name) }
      }
    }
    return nil
  }

  /// More words before the last one belong to the sentence.
  private static let longestName = 4

  private func isCited(_ name: Range<Int>) -> Bool {
    let scanned = page.scanned
    let lexicons = page.lexicons
    let bare = scanned.entryEnd(at: name.lowerBound, lexicons.article, limit: name.upperBound) ?? name.lowerBound
    let forms = scanned.tokens.form[bare..<name.upperBound]
    let all = 0..<scanned.count
    return all.contains { i in
      i + forms.count <= scanned.count && scanned.tokens.form[i..<i + forms.count] == forms
        && (isBefore(i, lexicons.citedBefore, all)
          || scanned.entryEnd(at: i + forms.count, lexicons.citedAfter, limit: scanned.count) != nil)
    }
  }

  func named(_ range: Range<Int>) -> Publisher {
    let name = page.scanned.text.string(page.scanned.tokens.span(range)).replacingLineBreaks()
    return Publisher(id: Publisher.id(for: name), name: name, how: .inferred)
  }
}
