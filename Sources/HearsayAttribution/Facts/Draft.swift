import HearsayRules
import HearsayText

/// An attribution while it is being put together: token ranges instead of spans, and what the rule said of it.
struct Draft: Sendable {
  /// The place of its rule in the rulebook.
  var rule: Int
  /// The pieces of the content, in the order of the text.
  var content: [Range<Int>]
  var cue: Range<Int>
  var source: Range<Int>?
  /// The source is the subject of the sentence, taken over from another cue.
  var sourceIsShared = false
  /// The outlet that the source spoke to.
  var via: Range<Int>?
  var stance: String
  var sentence: Int
  var block: Int
  var isHeadline = false
  /// What follows the cue's colon is the content.
  var awaitsNext = false
  /// The cue is one of speech, so that it stands as an attribution of its own inside another one.
  var isSpeech = false
  var within: Int?

  /// From the first to the last token of the content.
  var hull: Range<Int> {
    guard let first = content.first, let last = content.last else { return cue }
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }

  /// All that belongs to it.
  var extent: Range<Int> {
    var low = min(hull.lowerBound, cue.lowerBound)
    var high = max(hull.upperBound, cue.upperBound)
    if let source, !sourceIsShared {
      low = min(low, source.lowerBound)
      high = max(high, source.upperBound)
    }
    return low..<high
  }
}

/// A sentence with its block.
struct SentencePlace: Sendable {
  var tokens: Range<Int>
  var block: Int
}

/// What the rules found besides attributions.
struct HopFact: Sendable {
  var rule: Int
  /// The outlet or platform that passes on.
  var via: Range<Int>
  /// Whom it passes on; nil for the speaker of the attribution in the same sentence.
  var from: Range<Int>?
  var sentence: Int
}

struct CaveatFact: Sendable {
  var rule: Int
  var effect: CaveatEffect
  var cue: Range<Int>
  var by: Range<Int>?
  var sentence: Int
  var block: Int
}

struct AnonymityFact: Sendable {
  var rule: Int
  var cue: Range<Int>
  var of: Range<Int>?
  var reason: Range<Int>?
  var isReasoned: Bool
  var isRote: Bool
  var sentence: Int
}
