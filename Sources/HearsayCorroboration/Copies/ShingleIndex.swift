/// Which stories share which shingles: an inverted index without the many shingles that one story alone has.
///
/// It is built in passes over parts of the hash space, so that what is sorted at a time stays small whatever the number of
/// stories.
struct ShingleIndex {
  /// Of a shingle in more stories than this, not all pairs are made: their number grows with the square.
  static let widest = 64
  /// One shingle in so many is kept in a sampled index. A passage of thirty words has 26 shingles and is missed once in 32.
  static let sampling: UInt64 = 8
  /// How many shingles a pass may sort, about.
  private static let passSize = 1 << 23

  /// The shingles that stories on different events share.
  private(set) var boilerplate: Set<UInt64> = []
  private let storyCount: Int
  /// The stories of each shared shingle, ascending, one list behind the other.
  private var members: [UInt32] = []
  private var groupStarts: [Int] = [0]

  /// - Parameters:
  ///   - streams: In canonical order.
  ///   - events: Of each stream; nil when all are on one event, and nothing is boilerplate.
  ///   - isSampled: Keeps one shingle in `sampling`, but finds all boilerplate.
  init(_ streams: [WordStream], events: [Int]?, boilerplateEvents: Int, isSampled: Bool) {
    storyCount = streams.count
    let total = streams.reduce(0) { $0 + $1.ownCount }
    let passes = UInt64(1 + total / ShingleIndex.passSize)
    var postings: [(hash: UInt64, story: UInt32)] = []
    postings.reserveCapacity(min(total, ShingleIndex.passSize + ShingleIndex.passSize / 4))
    for pass in 0..<passes {
      postings.removeAll(keepingCapacity: true)
      for (story, stream) in streams.enumerated() {
        Shingles.forEach(stream, own: true) { _, hash in
          if passes == 1 || (hash >> 32) % passes == pass { postings.append((hash, UInt32(story))) }
        }
      }
      postings.sort { ($0.hash, $0.story) < ($1.hash, $1.story) }
      addGroups(of: postings, events, boilerplateEvents, isSampled)
    }
  }

  private mutating func addGroups(
    of postings: [(hash: UInt64, story: UInt32)], _ events: [Int]?, _ boilerplateEvents: Int, _ isSampled: Bool
  ) {
    var start = 0
    while start < postings.count {
      let hash = postings[start].hash
      let first = members.count
      var end = start
      while end < postings.count, postings[end].hash == hash {
        if members.count == first || members[members.count - 1] != postings[end].story {
          members.append(postings[end].story)
        }
        end += 1
      }
      start = end
      let isBoilerplate = events.map { isWide(members[first...], $0, boilerplateEvents) } ?? false
      if isBoilerplate { boilerplate.insert(hash) }
      if members.count - first < 2 || isBoilerplate || (isSampled && hash % ShingleIndex.sampling != 0) {
        members.removeSubrange(first...)
      } else {
        groupStarts.append(members.count)
      }
    }
  }

  /// Whether stories are on so many different events.
  private func isWide(_ stories: ArraySlice<UInt32>, _ events: [Int], _ limit: Int) -> Bool {
    guard stories.count >= limit else { return false }
    var seen: [Int] = []
    for story in stories where !seen.contains(events[Int(story)]) {
      seen.append(events[Int(story)])
      if seen.count >= limit { return true }
    }
    return false
  }

  /// The pairs of stories that share so many shingles of the index, in order.
  func pairs(sharing least: Int) -> [CandidatePair] {
    // The groups of each story, as one list with starts: counting sort by story.
    var starts = [Int](repeating: 0, count: storyCount + 1)
    for story in members { starts[Int(story) + 1] += 1 }
    for story in 0..<storyCount { starts[story + 1] += starts[story] }
    var places = [UInt32](repeating: 0, count: members.count)
    var next = starts
    for group in 0..<groupStarts.count - 1 {
      for place in groupStarts[group]..<groupStarts[group + 1] {
        let story = Int(members[place])
        places[next[story]] = UInt32(group)
        next[story] += 1
      }
    }
    var counts = [UInt32](repeating: 0, count: storyCount)
    var touched: [Int] = []
    var pairs: [CandidatePair] = []
    for a in 0..<storyCount {
      for g in starts[a]..<starts[a + 1] {
        for b in partners(of: a, in: Int(places[g])) {
          if counts[Int(b)] == 0 { touched.append(Int(b)) }
          counts[Int(b)] += 1
        }
      }
      touched.sort()
      for b in touched {
        if counts[b] >= least { pairs.append(CandidatePair(a: a, b: b)) }
        counts[b] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    return pairs
  }

  /// The stories behind one in a group; in a wide group only the next one, or all for the first.
  private func partners(of story: Int, in group: Int) -> ArraySlice<UInt32> {
    let all = members[groupStarts[group]..<groupStarts[group + 1]]
    var low = all.startIndex
    var high = all.endIndex
    while low < high {
      let middle = (low + high) / 2
      if Int(all[middle]) <= story { low = middle + 1 } else { high = middle }
    }
    let isWhole = all.count <= ShingleIndex.widest || low == all.startIndex + 1
    return isWhole ? all[low...] : all[low..<min(low + 1, all.endIndex)]
  }
}
