/// Proposes the pairs of statements that may say the same, or deny one another.
///
/// An inverted index adds up, for each pair, the weights of what both have: words, synonyms, figures, names that stand for
/// what the words around them call them. The sum is never less than what the comparison will find, so a pair whose sum can't
/// reach the lowest threshold is left out and nothing is lost.
struct CandidateStatements {
  /// What more statements than this have proposes nobody; its weight is added to every sum instead.
  private static let widest = 4000

  private struct Entry {
    var statement: Int32
    var weight: Int32
  }

  private let comparer: ClaimComparer
  private var lists: [[Entry]] = []
  /// For each statement the lists that it stands in, with its weight there.
  private var keys: [[(list: Int32, weight: Int32)]] = []
  /// The weight of each statement's words.
  private var sizes: [Int] = []

  init(_ statements: [Statement], _ comparer: ClaimComparer) {
    self.comparer = comparer
    var numbers: [Key: Int32] = [:]
    for (i, statement) in statements.enumerated() {
      var own: [(key: Key, weight: Int)] = []
      var size = 0
      for term in statement.terms {
        let weight = comparer.weight(term)
        size += weight
        own.append((.word(term.key), weight))
        for sense in term.senses { own.append((.sense(sense), weight)) }
        for opposite in term.opposites { own.append((.opposite(opposite.pair), weight)) }
      }
      for name in statement.context { own.append((.word(name), comparer.weights.weight(name))) }
      for key in statement.supposed { own.append((.word(key), comparer.weights.weight(key))) }
      for _ in statement.quantities { own.append((.figure, ClaimComparer.figure)) }
      sizes.append(size)
      var mine: [(list: Int32, weight: Int32)] = []
      var seen: [Int32: Int] = [:]
      for (key, weight) in own {
        let list = numbers[key] ?? Int32(lists.count)
        if Int(list) == lists.count {
          numbers[key] = list
          lists.append([])
        }
        // A group of synonyms may join several words of one statement.
        if let place = seen[list] {
          mine[place].weight += Int32(clamping: weight)
        } else {
          seen[list] = mine.count
          mine.append((list, Int32(clamping: weight)))
        }
      }
      for (list, weight) in mine { lists[Int(list)].append(Entry(statement: Int32(i), weight: weight)) }
      keys.append(mine)
    }
  }

  /// Each pair once, in order.
  func pairs() -> [(Int, Int)] {
    var sums = [Int](repeating: 0, count: keys.count)
    var touched: [Int32] = []
    var out: [(Int, Int)] = []
    for a in keys.indices {
      var slack = 0
      for (list, weight) in keys[a] {
        let entries = lists[Int(list)]
        if entries.count > CandidateStatements.widest {
          slack += Int(weight)
          continue
        }
        var k = CandidateStatements.place(behind: a, in: entries)
        while k < entries.count {
          let b = entries[k].statement
          if sums[Int(b)] == 0 { touched.append(b) }
          sums[Int(b)] += Int(min(weight, entries[k].weight))
          k += 1
        }
      }
      touched.sort()
      for b in touched {
        if mayReach(sums[Int(b)] + slack, sizes[a], sizes[Int(b)]) { out.append((a, Int(b))) }
        sums[Int(b)] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
    return out
  }

  /// Whether so much in common can be enough, at best.
  private func mayReach(_ shared: Int, _ a: Int, _ b: Int) -> Bool {
    let both = 2000 * shared / max(1, a + b)
    let inner = min(1000, 1000 * shared / max(1, min(a, b)))
    return (both + inner) / 2 >= min(comparer.threshold, ClaimComparer.conflictThreshold)
  }

  /// The place of the first entry behind a statement.
  private static func place(behind statement: Int, in entries: [Entry]) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].statement) <= statement { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private enum Key: Hashable {
    case word(UInt64)
    case sense(Int16)
    case opposite(Int16)
    case figure
  }
}
