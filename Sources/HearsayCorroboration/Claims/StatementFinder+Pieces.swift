import HearsayAttribution
import HearsayRules
import HearsayStory
import HearsaySyntax
import HearsayText

/// Which words of a story make one statement: what attributions cover, what is left beside them, where one piece ends.
extension StatementFinder {
  func cut(_ hole: Range<Int>, from ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.flatMap { range -> [Range<Int>] in
      guard range.overlaps(hole) else { return [range] }
      return [
        range.lowerBound..<max(range.lowerBound, hole.lowerBound),
        min(hole.upperBound, range.upperBound)..<range.upperBound,
      ]
      .filter { !$0.isEmpty }
    }
  }

  func hasClause(_ a: Attribution, _ scanned: ScannedText, _ light: LightSyntax) -> Bool {
    a.content.contains { span in
      let range = tokens(of: span, scanned)
      // "Told the Gazette | that the rumour started on …": the conjunction brings in a clause, whatever its verb may be besides.
      if let cue = a.cue.last, cue.end < span.start, let that = relative.last, range.count >= 4,
        scanned.has(range.lowerBound, that)
      {
        return true
      }
      guard let verb = range.first(where: { light.isFiniteVerb($0, from: range.lowerBound) }) else { return false }
      // "The board about an offer that would value it": the verb belongs to the noun before it, and no other one follows.
      let isRelative = (range.lowerBound..<verb).dropFirst().contains { i in
        relative.contains { scanned.has(i, $0) }
      }
      guard isRelative else { return true }
      let rest = (verb + 1..<range.upperBound).prefix { scanned.text.bytes[Int(scanned.tokens.start[$0])] != 0x2C }
      return rest.contains { light.isFiniteVerb($0, from: verb + 1) }
    }
  }

  /// "That is …" of a quotation; "the report", "it" of what is denied.
  func refersBack(_ piece: [Range<Int>], _ scanned: ScannedText, denies: Bool) -> Bool {
    guard let first = piece.first else { return false }
    // "That is not …", but not "This disease did not …".
    if let demonstrative, let auxiliary {
      for i in first.prefix(2) where i + 1 < first.upperBound && scanned.has(i, demonstrative) {
        if scanned.has(i + 1, auxiliary) || scanned.tokens.kind[i + 1] == .possessive { return true }
      }
    }
    if calledUntrue(piece, scanned) { return true }
    guard denies else { return false }
    let words = piece.reduce(0) { $0 + $1.count }
    func holds(_ p: Predicate?, _ range: some Sequence<Int>) -> Bool {
      p.map { p in range.contains { scanned.has($0, p) } } ?? false
    }
    // "Denied it"; but "denied that her office had been told" says what it denies.
    if words <= 3, holds(pronoun, first) { return true }
    // "Dismissed the report"; but "denied receiving the report" denies a deed.
    let opensPhrase =
      holds(determiner, first.prefix(1)) || holds(deniedThing, first.prefix(1))
      || scanned.tokens.flags[first.lowerBound].contains(.capitalised)
    return words <= 6 && opensPhrase && holds(deniedThing, first.prefix(5))
  }

  /// "The figure of 85 was wrong", "reports of a sale are nonsense": it says what it denies.
  func calledUntrue(_ piece: [Range<Int>], _ scanned: ScannedText) -> Bool {
    guard let first = piece.first, let deniedThing, let untrue, piece.count == 1 else { return false }
    guard let thing = first.prefix(4).first(where: { scanned.has($0, deniedThing) }) else { return false }
    return (thing + 1..<first.upperBound).contains { i in
      scanned.has(i, untrue) || scanned.hits(startingAt: i).contains { scanned.has($0, untrue) }
    }
  }

  /// Cuts what is said at the ends of quoted sentences; a short piece stays with the one before it.
  func pieces(_ ranges: [Range<Int>], _ scanned: ScannedText) -> [[Range<Int>]] {
    var out: [[Range<Int>]] = []
    for range in ranges {
      var start = range.lowerBound
      for i in range {
        let isEnd = i + 1 == range.upperBound || i > start && scanned.tokens.flags[i + 1].contains(.sentenceStart)
        guard isEnd else { continue }
        let piece = start..<i + 1
        start = i + 1
        let words = piece.count { scanned.tokens.kind[$0] == .word }
        let isNewSentence =
          scanned.tokens.flags[piece.lowerBound].contains(.sentenceStart)
          || piece.lowerBound + 1 < piece.upperBound
            && scanned.tokens.flags[piece.lowerBound + 1].contains(.sentenceStart)
        if words < 5 || !isNewSentence, !out.isEmpty {
          out[out.count - 1].append(piece)
        } else {
          out.append([piece])
        }
      }
    }
    return out
  }

  func uncovered(
    _ range: Range<Int>, _ covered: [Bool], _ scanned: ScannedText, _ light: LightSyntax
  ) -> Range<Int>? {
    guard range.contains(where: { covered[$0] }) else { return range }
    // What is left beside an attribution counts when it is long enough to say something.
    var best: Range<Int>?
    var start: Int?
    for i in range.lowerBound...range.upperBound {
      if i < range.upperBound, !covered[i] {
        if start == nil { start = i }
      } else if let s = start {
        let words = (s..<i).count { scanned.tokens.kind[$0] == .word }
        if words >= 6, i - s > (best?.count ?? 0), opensClause(s, range, scanned),
          (s..<i).contains(where: { light.isFiniteVerb($0, from: s) })
        {
          best = s..<i
        }
        start = nil
      }
    }
    return best
  }

  /// The start of the sentence, or of a clause that a conjunction joins to it.
  func opensClause(_ i: Int, _ range: Range<Int>, _ scanned: ScannedText) -> Bool {
    if i <= range.lowerBound + 1 { return true }
    guard let conjunction else { return false }
    return (i..<min(i + 2, range.upperBound)).contains { scanned.has($0, conjunction) }
  }

  func sentence(of token: Int, _ document: Document) -> Int {
    let outer = document.sentences.outer
    var low = 0
    var high = outer.count
    while low < high {
      let mid = (low + high) / 2
      if outer[mid].tokens.upperBound <= token { low = mid + 1 } else { high = mid }
    }
    return low
  }

  func tokens(of span: Span, _ scanned: ScannedText) -> Range<Int> {
    let starts = scanned.tokens.start
    func first(_ isBefore: (Int) -> Bool) -> Int {
      var low = 0
      var high = starts.count
      while low < high {
        let mid = (low + high) / 2
        if isBefore(mid) { low = mid + 1 } else { high = mid }
      }
      return low
    }
    let from = first { Int(scanned.tokens.end[$0]) <= span.start }
    let to = first { Int(starts[$0]) < span.end }
    return from..<max(from, to)
  }

  /// Spans in order, those that touch or nearly touch as one.
  func merged(_ spans: [Span]) -> [Span] {
    var out: [Span] = []
    for span in spans.sorted() {
      if let last = out.last, span.start <= last.end + 2 {
        out[out.count - 1].end = max(last.end, span.end)
      } else {
        out.append(span)
      }
    }
    return out
  }

  func hasPronoun(_ ranges: [Range<Int>], _ scanned: ScannedText) -> Bool {
    guard let pronoun else { return false }
    return ranges.contains { $0.contains { scanned.has($0, pronoun) } }
  }
}
