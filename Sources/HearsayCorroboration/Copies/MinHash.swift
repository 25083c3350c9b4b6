/// Proposes pairs of stories that resemble one another without comparing all of them (Broder 1997; Indyk and Motwani 1998).
///
/// The smallest value of a random function over a story's shingles is the same for two stories with a probability of their
/// resemblance J = |A∩B| / |A∪B|. Two such values make a band, and two stories that agree on one of 64 bands are proposed: with
/// a probability of 1 − (1 − J²)⁶⁴, which is .97 at J = .23, a text cut to less than a quarter, and above .999 from J = .33.
struct MinHash {
  static let bands = 64
  static let rows = 2

  /// The smallest value of each function, 512 bytes a story. An empty story has none and resembles nothing.
  func signature(_ stream: WordStream) -> [UInt32] {
    let shingles = Shingles.ownSet(stream)
    guard !shingles.isEmpty else { return [] }
    return (0..<MinHash.bands * MinHash.rows).map { k in
      let salt = Shingles.mixed(UInt64(k) &+ 0x5851_F42D_4C95_7F2D)
      var least = UInt32.max
      for shingle in shingles {
        // One multiplication by an odd number permutes 64 bits; its upper half is even enough here.
        let value = UInt32(truncatingIfNeeded: ((shingle ^ salt) &* (salt | 1)) >> 32)
        if value < least { least = value }
      }
      return least
    }
  }

  /// The pairs that agree on a band, and those that are known already, each once and in order.
  func pairs(_ streams: [WordStream], and known: [CandidatePair] = []) -> [CandidatePair] {
    let signatures = streams.map(signature)
    var pairs = known
    var buckets: [(key: UInt64, story: Int)] = []
    for band in 0..<MinHash.bands {
      buckets.removeAll(keepingCapacity: true)
      for (story, signature) in signatures.enumerated() where !signature.isEmpty {
        let key = UInt64(signature[band * MinHash.rows]) << 32 | UInt64(signature[band * MinHash.rows + 1])
        buckets.append((key, story))
      }
      buckets.sort { ($0.key, $0.story) < ($1.key, $1.story) }
      addPairs(of: buckets, to: &pairs)
      if pairs.count > 1 << 22 { MinHash.tidy(&pairs) }
    }
    MinHash.tidy(&pairs)
    return pairs
  }

  private func addPairs(of buckets: [(key: UInt64, story: Int)], to pairs: inout [CandidatePair]) {
    var start = 0
    while start < buckets.count {
      var end = start + 1
      while end < buckets.count, buckets[end].key == buckets[start].key { end += 1 }
      let isWide = end - start > ShingleIndex.widest
      for i in start..<end {
        for j in i + 1..<max(i + 1, isWide && i > start ? min(i + 2, end) : end) {
          pairs.append(CandidatePair(a: buckets[i].story, b: buckets[j].story))
        }
      }
      start = end
    }
  }

  private static func tidy(_ pairs: inout [CandidatePair]) {
    pairs.sort()
    var last: CandidatePair?
    pairs.removeAll { pair in
      defer { last = pair }
      return pair == last
    }
  }
}
