import HearsayText

/// Compares two stories word by word: what they share, where it stands, and whether one is a copy of the other.
///
/// A copy shares at least half of the shorter story's own words: typing errors, replaced words and cuts break shingles, but most
/// words still stand in a shared one. An excerpt is a run of at least fifteen own words; reporters who heard the same speech
/// share the quotation and a few words round it.
struct PassageMatcher {
  /// In thousandths of the shorter story's own words.
  static let copyShare = 500
  /// Own words of an excerpt.
  static let passage = 15
  /// With fewer own words a story is a copy only if it shares nearly all words, its quotations included.
  static let fewestOwnWords = 20
  static let briefShare = 900
  /// How many places of one shingle are tried: a text that repeats itself must not cost more.
  private static let places = 16

  private let streams: [WordStream]
  private let boilerplate: Set<UInt64>
  /// The story that `table` is for.
  private var current = -1
  private var table = ShingleTable(nil)

  /// - Parameter streams: In canonical order, which the pairs refer to.
  init(_ streams: [WordStream], boilerplate: Set<UInt64>) {
    self.streams = streams
    self.boilerplate = boilerplate
  }

  /// Nil where the two share too little. Pairs with the same `a` should come in a row: its table is made once.
  mutating func compare(_ pair: CandidatePair) -> SharedText? {
    let (a, b) = (streams[pair.a], streams[pair.b])
    if current != pair.a {
      table = ShingleTable(a)
      current = pair.a
    }
    let own = coverage(a, b)
    let runs = alignment(a, b)
    let (short, shared) =
      a.ownCount == b.ownCount
      ? (a.ownCount, max(own.a, own.b)) : a.ownCount < b.ownCount ? (a.ownCount, own.a) : (b.ownCount, own.b)
    let share = short == 0 ? 0 : shared * 1000 / short
    let isCopy: Bool
    if short >= PassageMatcher.fewestOwnWords {
      isCopy = share >= PassageMatcher.copyShare
    } else {
      let words = runs.reduce(0) { $0 + $1.count }
      isCopy = words * 1000 >= PassageMatcher.briefShare * max(a.count, b.count)
    }
    let kept = runs.filter { isCopy || $0.own >= PassageMatcher.passage }
    guard !kept.isEmpty else { return nil }
    return SharedText(
      a: pair.a, b: pair.b, extent: isCopy ? .derived : .partial, share: share,
      matches: kept.sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { run in
        SharedText.Match(a: a.span(run.a..<run.a + run.count), b: b.span(run.b..<run.b + run.count))
      })
  }

  /// How many own words of each story stand in an own shingle that the other one has.
  private func coverage(_ a: WordStream, _ b: WordStream) -> (a: Int, b: Int) {
    var inA = [Bool](repeating: false, count: a.count)
    var inB = [Bool](repeating: false, count: b.count)
    Shingles.forEach(b, own: true) { j, hash in
      guard !boilerplate.contains(hash) else { return }
      var isShared = false
      table.forEachPlace(of: hash, atMost: PassageMatcher.places) { i in
        guard a.isOwn[i..<i + Shingles.width].allSatisfy({ $0 }) else { return }
        isShared = true
        for k in 0..<Shingles.width { inA[i + k] = true }
      }
      guard isShared else { return }
      for k in 0..<Shingles.width { inB[j + k] = true }
    }
    return (inA.reduce(0) { $0 + ($1 ? 1 : 0) }, inB.reduce(0) { $0 + ($1 ? 1 : 0) })
  }

  /// The same words in a row in both stories.
  private struct Run {
    var a: Int
    var b: Int
    var count: Int
    /// Own words of `b` that aren't boilerplate.
    var own: Int
  }

  /// Goes through `b` and takes the longest run that begins at each word, quoted speech included; runs don't overlap in `b`.
  private func alignment(_ a: WordStream, _ b: WordStream) -> [Run] {
    guard b.count >= Shingles.width else { return [] }
    var counts = b.isOwn
    if !boilerplate.isEmpty {
      Shingles.forEach(b, own: true) { j, hash in
        if boilerplate.contains(hash) { for k in 0..<Shingles.width { counts[j + k] = false } }
      }
    }
    var runs: [Run] = []
    var j = 0
    while j + Shingles.width <= b.count {
      let hash = b.forms.withUnsafeBufferPointer { Shingles.hash($0, at: j) }
      var best = Run(a: 0, b: j, count: 0, own: 0)
      table.forEachPlace(of: hash, atMost: PassageMatcher.places) { i in
        var length = 0
        while i + length < a.count, j + length < b.count, a.forms[i + length] == b.forms[j + length] { length += 1 }
        if length > best.count { best = Run(a: i, b: j, count: length, own: 0) }
      }
      if best.count >= Shingles.width {
        best.own = counts[j..<j + best.count].reduce(0) { $0 + ($1 ? 1 : 0) }
        runs.append(best)
      }
      j += max(best.count, 1)
    }
    return runs
  }
}
