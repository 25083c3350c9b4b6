import HearsayAttribution
import HearsayText

/// An attribution with its tokens.
struct Statement: Sendable {
  let attribution: Attribution
  /// The first piece of the cue.
  let cue: Range<Int>
  let content: [Range<Int>]
  /// The first piece of the source; nil where the text names nobody.
  let source: Range<Int>?
  /// Its place among the sentences of the body; nil in the headline.
  let sentence: Int?

  init(_ attribution: Attribution, _ places: TokenPlaces, _ sentences: [Galley.Passage]) {
    self.attribution = attribution
    cue = attribution.cue.first.map(places.tokens) ?? 0..<0
    content = attribution.content.map(places.tokens)
    source = attribution.source.first.map(places.tokens).flatMap { $0.isEmpty ? nil : $0 }
    let anchor = cue.isEmpty ? content.first?.lowerBound ?? 0 : cue.lowerBound
    isNested = attribution.within != nil
    sentence = attribution.kind == .headline ? nil : Self.sentence(of: anchor, sentences)
  }

  mutating func settleNesting(in all: [Statement]) {
    guard let outer = all.first(where: { $0.attribution.id == attribution.within }) else { return }
    isNested = !content.contains { $0.contains(outer.cue.lowerBound) }
  }

  var speaker: Speaker? { attribution.speaker }
  /// Whether somebody put it into words.
  var isSpoken: Bool { attribution.isStatement }
  var isHeadline: Bool { attribution.kind == .headline }
  /// Part of another statement: told at second hand there. Not where it holds that other one itself ("…, officials said",
  /// round a sentence with a wish in it).
  private(set) var isNested: Bool

  /// From the first to the last token that belongs to it.
  var extent: Range<Int> {
    let parts = content + [cue] + (source.map { [$0] } ?? [])
    let filled = parts.filter { !$0.isEmpty }
    guard let low = filled.map(\.lowerBound).min(), let high = filled.map(\.upperBound).max() else { return cue }
    return low..<high
  }

  /// The words by which the text names and attributes: source and cue where they stand together, else the cue.
  var who: Span? { attribution.source.first ?? attribution.cue.first }

  private static func sentence(of token: Int, _ sentences: [Galley.Passage]) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
  }
}

extension Attribution {
  /// Whether somebody put it into words, as far as the cue tells: beliefs, intentions and demands may have been inferred.
  public var isStatement: Bool {
    !["belief", "know", "feel", "intent", "attempt", "refusal", "directive", "appear"].contains(stance)
  }
}
