import HearsayRules
import HearsayText

/// Who wrote the story: the byline above it, or a name with a job and a biography below.
extension Page {
  mutating func markAuthors() {
    let prose = firstProse
    for block in facts.indices where kinds[block] == nil && isBylineLike(block) {
      // In the middle of the story such a line is one of its own ("By night, the harbour").
      guard block < prose || isBelowStory(block) || facts[block].capitalised * 3 >= facts[block].words * 2 else {
        continue
      }
      addByline(bylineNames(block))
      kinds[block] = .byline
    }
    markNameLines(above: prose)
    markNotes()
    for block in facts.indices where kinds[block] == .byline && byline.isEmpty { addByline(creditNames(block)) }
  }

  private mutating func addByline(_ names: [String]) {
    for name in names where !byline.contains(name) { byline.append(name) }
  }

  /// "By Ana Roe and Bo Lind", "By Ana Roe, Political Editor".
  func isBylineLike(_ block: Int) -> Bool {
    guard let end = opening(block, lexicons.by), facts[block].words >= 2, facts[block].words <= 24 else { return false }
    guard facts[block].ending != .stop || facts[block].words <= 8 else { return false }
    guard end < facts[block].tokens.upperBound else { return false }
    let first = scanned.isMark(end, ":") ? end + 1 : end
    guard first < facts[block].tokens.upperBound, scanned.isWord(first), scanned.isCapitalised(first),
      scanned.entryEnd(at: first, lexicons.weekday, limit: first + 1) == nil,
      scanned.entryEnd(at: first, lexicons.article, limit: first + 1) == nil
    else { return false }
    // Names, jobs and outlets; small words are few.
    let rest = first..<facts[block].tokens.upperBound
    let small = rest.filter { scanned.isWord($0) && !scanned.isCapitalised($0) }
    return small.count <= 2 || small.count * 2 <= rest.count && scanned.holds(rest, lexicons.job)
  }

  private func bylineNames(_ block: Int) -> [String] {
    guard let end = opening(block, lexicons.by) else { return [] }
    return names(in: end..<facts[block].tokens.upperBound)
  }

  /// The names of a credit line, up to its first stop: "Reporting by Ana Roe in Osk; editing by …".
  private func creditNames(_ block: Int) -> [String] {
    guard let end = opening(block, lexicons.credit), scanned.entryStart(before: end, lexicons.by, limit: end - 1) != nil
    else {
      return []
    }
    let stop = (end..<facts[block].tokens.upperBound).first { scanned.isMark($0, ";") || scanned.isMark($0, ".") }
    return names(in: end..<(stop ?? facts[block].tokens.upperBound))
  }

  /// Names of two to five words, joined by commas and "and"; what follows a comma and is no name is a job.
  private func names(in range: Range<Int>) -> [String] {
    var names: [String] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let end = nameEnd(i, limit: range.upperBound)
      if end == i {
        // Between names stand only a comma, a sign or "and".
        guard names.isEmpty || isNameSeparator(i) else { return names }
        i += 1
        continue
      }
      let isPerson = end - i >= 2 && scanned.outlet(i..<end) == nil && !scanned.holds(i..<end, lexicons.job)
      if isPerson { names.append(name(i..<end)) } else if !names.isEmpty { return names }
      i = end
    }
    return names
  }

  private func isNameSeparator(_ i: Int) -> Bool {
    scanned.isMark(i, ",") || scanned.isMark(i, "&")
      || scanned.entryEnd(at: i, lexicons.coordinating, limit: i + 1) != nil
  }

  /// Capitalised words, initials and particles between them (van, de).
  private func nameEnd(_ start: Int, limit: Int) -> Int {
    var i = start
    var end = start
    while i < limit, i - start < 6 {
      guard scanned.isWord(i), scanned.entryEnd(at: i, lexicons.coordinating, limit: i + 1) == nil else { break }
      if scanned.isCapitalised(i) {
        end = i + 1
      } else if i == start || scanned.entryEnd(at: i, lexicons.particle, limit: i + 1) == nil {
        break
      }
      i += 1
    }
    return end
  }

  /// A name as it is written, except that capitals throughout are taken back.
  private func name(_ range: Range<Int>) -> String {
    let written = scanned.text.string(scanned.tokens.span(range))
    let shouts = range.allSatisfy {
      scanned.tokens.flags[$0].contains(.allCaps) || scanned.tokens.end[$0] - scanned.tokens.start[$0] <= 2
    }
    guard shouts else { return written.replacingLineBreaks() }
    return written.split(whereSeparator: \.isWhitespace).map { word in
      word.split(separator: "-", omittingEmptySubsequences: false)
        .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
    }.joined(separator: " ")
  }

  // MARK: Names that stand alone

  /// "Ana Roe" or "Ana Roe, City reporter" between the headline and the story.
  private mutating func markNameLines(above prose: Int) {
    let top = facts.indices.first { headline.map(facts[$0].tokens.overlaps) ?? false } ?? 0
    guard top < prose else { return }
    for block in top..<prose where kinds[block] == nil && isNameLine(block) {
      kinds[block] = .byline
      addByline(names(in: facts[block].tokens))
    }
  }

  private func isNameLine(_ block: Int) -> Bool {
    let tokens = facts[block].tokens
    guard facts[block].ending == .none, facts[block].words <= 14, let first = tokens.first else { return false }
    let end = nameEnd(first, limit: tokens.upperBound)
    guard end - first >= 2, end - first <= 4, scanned.outlet(first..<end) == nil, !isOutletName(first..<end) else {
      return false
    }
    let hasFirstName = scanned.entryEnd(at: first, lexicons.firstName, limit: first + 1) != nil
    if end == tokens.upperBound {
      return hasFirstName || hasNeighbour(block) { kinds[$0] == .byline || isDateLine($0) }
    }
    if scanned.isMark(end, ",") { return scanned.holds(end..<tokens.upperBound, lexicons.job) }
    // "Ana Roe in Osk": a name with the place it was written in.
    return hasFirstName && facts[block].words <= 6 && scanned.entryEnd(at: end, lexicons.noteAt, limit: end + 1) != nil
      && (end + 1..<tokens.upperBound).allSatisfy { scanned.isCapitalised($0) }
  }

  private func hasNeighbour(_ block: Int, _ holds: (Int) -> Bool) -> Bool {
    block > 0 && holds(block - 1) || block + 1 < facts.count && holds(block + 1)
  }

  // MARK: Biographies

  /// A biography below the story, with the name and the job above it.
  private mutating func markNotes() {
    for block in facts.indices where kinds[block] == nil && isBelowStory(block) {
      guard let name = noteName(block) else { continue }
      let above = linesAboveNote(block, name)
      let isKnown = byline.contains(self.name(name)) || !above.isEmpty
      // Without a line that names the author, only the very end of the text is a place for a note on them.
      guard isKnown || block + 6 >= facts.count && facts.dropFirst(block + 1).allSatisfy({ !$0.isProse }) else {
        continue
      }
      kinds[block] = .furniture
      for line in above {
        let isName = words(of: facts[line].tokens) == words(of: name)
        kinds[line] = isName ? .byline : .furniture
      }
      if !above.isEmpty { addByline([self.name(name)]) }
    }
  }

  /// Most of the story stands above.
  private func isBelowStory(_ block: Int) -> Bool {
    guard block > firstProse else { return false }
    return wordsBefore[block] * 2 >= wordsBefore[facts.count] || block + 4 >= facts.count
  }

  /// The name that a note on its author begins with.
  private func noteName(_ block: Int) -> Range<Int>? {
    let tokens = facts[block].tokens
    guard let first = tokens.first, facts[block].words >= 5,
      facts[block].ending == .stop || facts[block].ending == .none
    else {
      return nil
    }
    let end = nameEnd(first, limit: tokens.upperBound)
    guard end - first >= 2, end - first <= 5 else { return nil }
    // A job may stand between the name and the verb: "Ana Roe, our political editor, covers …".
    let verb = (end..<min(end + 8, tokens.upperBound)).first {
      scanned.entryEnd(at: $0, lexicons.noteIs, limit: tokens.upperBound) != nil
    }
    guard let verb, verb == end || scanned.isMark(end, ",") else { return nil }
    let tail = verb..<tokens.upperBound
    guard
      scanned.holds(tail, lexicons.job) || scanned.holds(tail, lexicons.bio)
        || tail.contains(where: { outletStarts($0) })
    else { return nil }
    return first..<end
  }

  func outletStarts(_ token: Int) -> Bool { scanned.hits(startingAt: token).contains { $0.outlet != nil } }

  /// The lines above a note that name its author or give the job: short ones, up to the story's last paragraph.
  private func linesAboveNote(_ block: Int, _ name: Range<Int>) -> [Int] {
    var lines: [Int] = []
    var line = block - 1
    while line >= 0, block - line <= 4 {
      if kinds[line] == .furniture {
        line -= 1
        continue
      }
      guard kinds[line] == nil || kinds[line] == .byline, facts[line].words <= 10, facts[line].ending == .none else {
        break
      }
      lines.append(line)
      if words(of: facts[line].tokens) == words(of: name) { return lines }
      line -= 1
    }
    // Without the name they may be anything.
    return lines.contains { words(of: facts[$0].tokens) == words(of: name) } ? lines : []
  }
}

extension String {
  /// Names can be wrapped like any other words.
  func replacingLineBreaks() -> String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
