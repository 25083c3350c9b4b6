// Questions that a rulebook may not know: a lexicon that isn't there holds no word.
extension ScannedText {
  /// Whether one token, by itself, is an entry.
  @inlinable public func has(_ i: Int, _ predicate: Predicate?) -> Bool {
    guard let predicate else { return false }
    return has(i, predicate)
  }

  /// Whether the whole range is an entry.
  public func has(_ range: Range<Int>, _ predicate: Predicate?) -> Bool {
    guard let predicate else { return false }
    return has(range, predicate)
  }

  /// The end of the longest entry that begins at a token and ends by `limit`.
  public func entryEnd(at i: Int, _ predicate: Predicate?, limit: Int) -> Int? {
    guard let predicate, i >= 0, i < limit else { return nil }
    for place in places(startingAt: i) where hits[place].end <= limit && has(hits[place], predicate) {
      return hits[place].end
    }
    return has(i, predicate) ? i + 1 : nil
  }

  /// The longest outlet's name that begins at a token and ends by `limit`.
  public func outletName(at i: Int, limit: Int) -> PhraseHit? {
    for place in places(startingAt: i) where hits[place].outlet != nil && hits[place].end <= limit {
      return hits[place]
    }
    return nil
  }

  /// The end of the entry that begins at a token; nil for a token outside a range, and no end beyond it.
  public func entryEnd(_ i: Int, _ predicate: Predicate?, in range: Range<Int>) -> Int? {
    range.contains(i) ? entryEnd(at: i, predicate, limit: range.upperBound) : nil
  }

  /// The first entry in a range.
  public func first(_ predicate: Predicate?, in range: Range<Int>) -> Range<Int>? {
    guard predicate != nil else { return nil }
    for i in range {
      if let end = entryEnd(i, predicate, in: range) { return i..<end }
    }
    return nil
  }

  /// Whether an entry stands anywhere in a range.
  public func holds(_ range: Range<Int>, _ predicate: Predicate?) -> Bool { first(predicate, in: range) != nil }
}
