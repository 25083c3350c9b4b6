/// Finds stories that are one text, or that share passages word for word.
///
/// The measure is containment, not resemblance: a wire story that a paper cut to a third has little in common with the
/// whole, and everything in common with what was left. Quoted speech is left out, since all who heard it print it. What
/// stories on different events share word for word is boilerplate and left out too.
///
/// Up to `exactLimit` stories all pairs that share own shingles are looked at; above it those that sketches propose. Each
/// proposed pair is compared word by word, so a sketch can miss a copy but never make one up.
///
/// Time grows with the number of shared shingles. Memory: 14 bytes a word for the streams; while it runs, 28 an own shingle up
/// to the limit, about 1.5 KB a story above it.
public struct CopyFinder: Sendable {
  /// More stories than this are compared by sketches.
  public var exactLimit = 20_000
  /// A shingle in stories of so many different events is boilerplate.
  public var boilerplateEvents = 4

  public init() {}

  /// - Parameter events: The event of each story, as `EventClusters` numbers them; nil when all are on one event.
  /// - Returns: The pairs that share text, by `a`, then by `b`. Which stories they are doesn't depend on the order of the list.
  ///   Of a text that more than `ShingleIndex.widest` stories print, each is paired with its neighbours and the first.
  public func copies(among stories: [WordStream], events: [Int]? = nil) -> [SharedText] {
    let order = WordStream.canonicalOrder(stories)
    let sorted = order.map { stories[$0] }
    let isSketch = sorted.count > exactLimit
    let index = ShingleIndex(
      sorted, events: events.map { events in order.map { events[$0] } }, boilerplateEvents: boilerplateEvents,
      isSampled: isSketch)
    let candidates = isSketch ? MinHash().pairs(sorted, and: index.pairs(sharing: 1)) : index.pairs(sharing: 4)
    var matcher = PassageMatcher(sorted, boilerplate: index.boilerplate)
    var found: [SharedText] = []
    for pair in candidates {
      guard var shared = matcher.compare(pair) else { continue }
      (shared.a, shared.b) = (order[shared.a], order[shared.b])
      found.append(shared.a < shared.b ? shared : shared.swapped())
    }
    return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }
}

/// Two stories that may share text, by their places in the canonical order.
struct CandidatePair: Hashable, Comparable {
  var a: Int
  var b: Int

  static func < (x: CandidatePair, y: CandidatePair) -> Bool { (x.a, x.b) < (y.a, y.b) }
}

extension SharedText {
  /// The same from the other story's side.
  fileprivate func swapped() -> SharedText {
    SharedText(
      a: b, b: a, extent: extent, share: share,
      matches: matches.map { Match(a: $0.b, b: $0.a) }.sorted { ($0.a, $0.b) < ($1.a, $1.b) })
  }
}
