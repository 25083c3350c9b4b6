import HearsayText

/// What can be asked of a word: membership of a lexicon, or of one class of it. Obtained from `Rulebook.predicate`.
public struct Predicate: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let index: UInt16

  @usableFromInline init(index: UInt16) {
    self.index = index
  }
}

/// An entry of several words, or an outlet's alias of any length, where it stands in a text.
///
/// The token range is half-open. An alias that is also a lexicon entry makes one hit. The same words make several
/// hits when entries that differ in capitals both fit.
public struct PhraseHit: Hashable, Sendable {
  @usableFromInline let first: Int32
  @usableFromInline let last: Int32
  /// The row of `PredicateSets` that says which predicates hold.
  @usableFromInline let set: UInt32
  @usableFromInline let outletIndex: Int32

  @usableFromInline init(first: Int32, last: Int32, set: UInt32, outletIndex: Int32) {
    self.first = first
    self.last = last
    self.set = set
    self.outletIndex = outletIndex
  }

  /// The first token.
  @inlinable public var start: Int { Int(first) }
  /// The index behind the last token.
  @inlinable public var end: Int { Int(last) }
  @inlinable public var range: Range<Int> { Int(first)..<Int(last) }
  /// The index in `Rulebook.outlets` of the outlet that is called so.
  @inlinable public var outlet: Int? { outletIndex < 0 ? nil : Int(outletIndex) }
}

/// The predicates that hold of each class of words, as rows of bits.
///
/// Words with the same memberships share a row, so the table is small and a question is one AND.
@usableFromInline final class PredicateSets: Sendable {
  @usableFromInline let bits: [UInt64]
  /// Words of 64 bits in a row.
  @usableFromInline let stride: Int

  init(bits: [UInt64], stride: Int) {
    self.bits = bits
    self.stride = stride
  }

  @inlinable @inline(__always) func contains(_ row: Int, _ predicate: Predicate) -> Bool {
    let word = bits[row &* stride &+ Int(predicate.index >> 6)]
    return word >> UInt64(predicate.index & 63) & 1 != 0
  }
}

/// A text with its tokens and what the lexicons say of them; made by `Rulebook.scan`.
///
/// A word is in a lexicon in the case it is written in there: an entry that begins with a capital fits capitalised
/// words only, one all in capitals (`AP`, `WHO`) fits words all in capitals only, and a single word with one capital
/// (`Time`) doesn't fit `TIME`. In an entry of several words each word with a capital needs one in the text, in
/// either of the two forms; but where two or more have one, the first is free, so that `The Sun` fits “the Sun”.
public struct ScannedText: Sendable {
  public internal(set) var text: SourceText
  /// Forms and offsets must not be changed; flags may be, by whoever finds sentences and quotations.
  public var tokens: Tokens
  /// The token ranges of the blocks that were scanned.
  public internal(set) var blocks: [Range<Int>] = []
  public var quotations: [Quotation] = []
  public var sentences = Sentences()
  /// Entries of several words and all outlet aliases: by start, the longest first.
  public internal(set) var hits: [PhraseHit]
  /// The same by end, the longest first.
  @usableFromInline var hitsByEnd: [PhraseHit]
  /// For each token its row in `sets`, and whether hits begin or end there.
  @usableFromInline var marks: [UInt32]
  @usableFromInline let sets: PredicateSets

  @usableFromInline static let hitStarts: UInt32 = 1 << 31
  @usableFromInline static let hitEnds: UInt32 = 1 << 30
  @usableFromInline static let rowMask: UInt32 = hitEnds - 1

  /// A text that nobody has looked at: no tokens, no hits.
  public init(unscanned text: SourceText) {
    self.init(text: text, sets: PredicateSets(bits: [0], stride: 1))
  }

  init(text: SourceText, sets: PredicateSets) {
    self.text = text
    self.sets = sets
    tokens = Tokens()
    hits = []
    hitsByEnd = []
    marks = []
  }

  @inlinable public var count: Int { marks.count }

  /// Whether one token, by itself, is an entry.
  @inlinable public func has(_ i: Int, _ predicate: Predicate) -> Bool {
    sets.contains(Int(marks[i] & Self.rowMask), predicate)
  }

  /// Whether a hit is an entry.
  @inlinable public func has(_ hit: PhraseHit, _ predicate: Predicate) -> Bool {
    sets.contains(Int(hit.set), predicate)
  }

  /// Whether the whole range is an entry, of one word or several.
  public func has(_ range: Range<Int>, _ predicate: Predicate) -> Bool {
    if range.count == 1, has(range.lowerBound, predicate) { return true }
    for place in places(startingAt: range.lowerBound) {
      if hits[place].end == range.upperBound, has(hits[place], predicate) { return true }
    }
    return false
  }

  /// The hits whose first token is `i`, the longest first.
  @inlinable public func hits(startingAt i: Int) -> ArraySlice<PhraseHit> { hits[places(startingAt: i)] }

  /// Where those stand in `hits`: for loops that run often, where a slice would cost a reference count.
  @inlinable @inline(__always) func places(startingAt i: Int) -> Range<Int> {
    // Inlined, so that the many tokens where no hit begins cost one load.
    guard i >= 0, i < marks.count, marks[i] & Self.hitStarts != 0 else { return 0..<0 }
    return findPlaces(startingAt: i)
  }

  @usableFromInline func findPlaces(startingAt i: Int) -> Range<Int> {
    let low = firstHit(from: i)
    var high = low
    while high < hits.count, hits[high].start == i { high += 1 }
    return low..<high
  }

  /// The index in `hits` of the first hit that starts at a token or behind it.
  func firstHit(from i: Int) -> Int { Self.partition(hits.count) { hits[$0].start < i } }

  /// The hits whose last token stands before `i`, the longest first.
  public func hits(endingAt i: Int) -> ArraySlice<PhraseHit> { hitsByEnd[places(endingAt: i)] }

  /// Where those stand in `hitsByEnd`.
  func places(endingAt i: Int) -> Range<Int> {
    guard i > 0, i <= marks.count, marks[i - 1] & Self.hitEnds != 0 else { return 0..<0 }
    let low = Self.partition(hitsByEnd.count) { hitsByEnd[$0].end < i }
    var high = low
    while high < hitsByEnd.count, hitsByEnd[high].end == i { high += 1 }
    return low..<high
  }

  /// The number of indices for which `isBefore` holds, given that those come first.
  private static func partition(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

// MARK: Words by their memberships

extension ScannedText {
  /// The class of a token: words with the same memberships share one. Tables by class save asking for each word.
  @inlinable public func wordClass(_ i: Int) -> Int { Int(marks[i] & Self.rowMask) }
}
