import HearsayText

/// What each story is about: its words, weighed by how often it uses them and how few stories do (TF-IDF), with length one.
///
/// The inverse document frequency counts a hundred stories that aren't there, each of which has one word in twenty: in a dossier
/// on one event every story has the telling words, and without those hundred they would count for nothing. Weights are whole
/// numbers, so sums don't depend on their order.
struct TermVectors {
  /// One word of a story with its weight.
  struct Term {
    var word: Int32
    var weight: Int32
  }

  /// What stands for a weight of 1.
  static let one = 1 << 15
  /// The stories that are imagined, and the part of them that has a word.
  private static let imagined = 100
  private static let imaginedHolders = 5
  /// The first words of a story say what it is about: they count twice.
  private static let lead = 60

  /// The terms of each story that another story has too, by word.
  private(set) var terms: [[Term]] = []
  private(set) var wordCount = 0

  init(_ streams: [WordStream]) {
    var numbers: [Form: Int32] = [:]
    var holders: [Int] = []
    let counts = streams.map { stream -> [(word: Int32, count: Int)] in
      var words: [Int32] = []
      words.reserveCapacity(stream.count + TermVectors.lead)
      for (place, form) in stream.forms.enumerated() where !stream.isCommon[place] {
        let word = numbers[form] ?? Int32(numbers.count)
        if Int(word) == numbers.count {
          numbers[form] = word
          holders.append(0)
        }
        words.append(word)
        if place < TermVectors.lead { words.append(word) }
      }
      words.sort()
      var counts: [(word: Int32, count: Int)] = []
      for word in words {
        if counts.last?.word == word {
          counts[counts.count - 1].count += 1
        } else {
          counts.append((word, 1))
          holders[Int(word)] += 1
        }
      }
      return counts
    }
    wordCount = holders.count
    terms = counts.map { TermVectors.unit($0, holders, stories: streams.count) }
  }

  private static func unit(_ counts: [(word: Int32, count: Int)], _ holders: [Int], stories: Int) -> [Term] {
    var weights: [Int] = []
    weights.reserveCapacity(counts.count)
    var squares = 0
    for (word, count) in counts {
      let rarity = FixedLog.log2(stories + imagined, over: holders[Int(word)] + imaginedHolders)
      // 1 + ln(count) with ln 2 = 710 / 1024; eight bits of each factor are enough, and the squares fit.
      let frequency = FixedLog.one + FixedLog.log2(count) * 710 / 1024
      let weight = max(0, rarity >> 8) * (frequency >> 8)
      weights.append(weight)
      squares += weight * weight
    }
    // IEEE 754 rounds the conversion and the root alike everywhere.
    let length = max(1, Int(Double(squares).squareRoot()))
    return zip(counts, weights).compactMap { item, weight in
      let scaled = weight * one / length
      // A word that no other story has belongs to the length, and to no product.
      guard scaled > 0, holders[Int(item.word)] > 1 else { return nil }
      return Term(word: item.word, weight: Int32(scaled))
    }
  }
}
