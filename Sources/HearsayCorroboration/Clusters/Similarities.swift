/// How alike stories are: the cosines of their vectors, for pairs that share words.
///
/// An inverted index gives them: for each story the lists of its words are added up, so pairs without a shared word cost nothing.
/// Memory is bounded: a story keeps its nearest neighbours only.
struct Similarities {
  /// What stands for a cosine of 1.
  static let one = TermVectors.one
  /// Neighbours that a story keeps.
  static let nearest = 400
  /// Words in more stories than this are passed over: they weigh next to nothing, and their lists are what takes time.
  static let widest = 4000

  struct Neighbour {
    var story: Int32
    var cosine: Int32
  }

  /// The neighbours of each story, by place; each pair stands with both.
  private(set) var neighbours: [[Neighbour]]

  /// - Parameters:
  ///   - floor: Smaller cosines count as none.
  ///   - isApart: Whether two stories can't be on one event, whatever their words.
  init(_ vectors: TermVectors, floor: Int, isApart: (Int, Int) -> Bool) {
    let lists = WordLists(vectors)
    neighbours = Array(repeating: [], count: vectors.terms.count)
    var sums = [Int](repeating: 0, count: vectors.terms.count)
    var touched: [Int32] = []
    for (story, terms) in vectors.terms.enumerated() {
      for term in terms {
        for entry in lists[term.word] {
          if sums[Int(entry.story)] == 0 { touched.append(entry.story) }
          sums[Int(entry.story)] += Int(entry.weight) * Int(term.weight)
        }
      }
      var row: [Neighbour] = []
      for other in touched {
        let cosine = sums[Int(other)] / Similarities.one
        sums[Int(other)] = 0
        if cosine >= floor, Int(other) != story, !isApart(story, Int(other)) {
          row.append(Neighbour(story: other, cosine: Int32(min(cosine, Similarities.one))))
        }
      }
      touched.removeAll(keepingCapacity: true)
      row.sort { ($1.cosine, $0.story) < ($0.cosine, $1.story) }
      if row.count > Similarities.nearest { row.removeSubrange(Similarities.nearest...) }
      neighbours[story] = row
    }
    complete()
  }

  /// A pair stays when one of the two has kept the other.
  private mutating func complete() {
    for story in neighbours.indices { neighbours[story].sort { $0.story < $1.story } }
    let kept = neighbours
    for (story, row) in kept.enumerated() {
      for neighbour in row where !Similarities.holds(kept[Int(neighbour.story)], story) {
        neighbours[Int(neighbour.story)].append(Neighbour(story: Int32(story), cosine: neighbour.cosine))
      }
    }
  }

  /// Whether a row in the order of its stories has one of them.
  private static func holds(_ row: [Neighbour], _ story: Int) -> Bool {
    var low = 0
    var high = row.count
    while low < high {
      let middle = (low + high) / 2
      if Int(row[middle].story) < story { low = middle + 1 } else { high = middle }
    }
    return low < row.count && Int(row[low].story) == story
  }
}

/// For each word the stories that have it, and with what weight.
private struct WordLists {
  struct Entry {
    var story: Int32
    var weight: Int32
  }

  private var starts: [Int]
  private var entries: [Entry]

  init(_ vectors: TermVectors) {
    starts = [Int](repeating: 0, count: vectors.wordCount + 1)
    for terms in vectors.terms { for term in terms { starts[Int(term.word) + 1] += 1 } }
    for word in 0..<vectors.wordCount { starts[word + 1] += starts[word] }
    entries = [Entry](repeating: Entry(story: 0, weight: 0), count: starts[vectors.wordCount])
    var next = starts
    for (story, terms) in vectors.terms.enumerated() {
      for term in terms {
        entries[next[Int(term.word)]] = Entry(story: Int32(story), weight: term.weight)
        next[Int(term.word)] += 1
      }
    }
  }

  /// Empty for a word that too many stories have.
  subscript(word: Int32) -> ArraySlice<Entry> {
    let range = starts[Int(word)]..<starts[Int(word) + 1]
    return range.count > Similarities.widest ? [] : entries[range]
  }
}
