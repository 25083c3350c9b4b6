/// Stories sorted by the event that they are on.
///
/// Stories are compared by their telling words, quoted speech included, and joined by average link. Two whose dates are known and
/// lie further apart than `window` days are never compared. Which stories are together doesn't depend on their order, and nothing
/// but their words and dates is read.
///
/// Time grows with the stories times the length of their words' lists, which is bounded; memory is about 6 KB a story.
public struct EventClusters: Sendable {
  /// The number of each story's cluster, by place in the list. Clusters count from 0 in the order of their first story.
  public let cluster: [Int]

  /// The average cosine from which two clusters are one event, in thousandths.
  public static let threshold = 180
  /// Smaller cosines are taken for none, in thousandths.
  private static let floor = 60
  /// In days. An event is news for a month at most; what comes back after that is another one.
  public static let window = 30

  public init(_ stories: [WordStream], threshold: Int = EventClusters.threshold) {
    let order = WordStream.canonicalOrder(stories)
    let sorted = order.map { stories[$0] }
    let days = sorted.map { $0.published.flatMap(DayNumber.day) }
    let similarities = Similarities(
      TermVectors(sorted), floor: EventClusters.floor * Similarities.one / 1000,
      isApart: { a, b in
        guard let a = days[a], let b = days[b] else { return false }
        return abs(a - b) > EventClusters.window
      })
    var link = AverageLink(similarities, threshold: threshold * Similarities.one / 1000)
    var roots = [Int](repeating: 0, count: stories.count)
    for (place, root) in link.clusters().enumerated() { roots[order[place]] = root }
    var numbers: [Int: Int] = [:]
    cluster = roots.map { root in
      if let number = numbers[root] { return number }
      numbers[root] = numbers.count
      return numbers.count - 1
    }
  }

  /// The places of each cluster's stories.
  public var members: [[Int]] {
    var members = [[Int]](repeating: [], count: (cluster.max() ?? -1) + 1)
    for (story, number) in cluster.enumerated() { members[number].append(story) }
    return members
  }
}

/// Days counted through, for differences of dates.
enum DayNumber {
  /// The number of a day written `YYYY-MM-DD`; nil for anything else. Day 0 is 1 March of the year 0 (proleptic Gregorian).
  static func day(_ date: String) -> Int? {
    let parts = date.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (0...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Years that begin in March have their leap day at the end, and months of 153 days in five.
    let shifted = (month + 9) % 12
    let y = year - (month <= 2 ? 1 : 0)
    let leaps = (y >= 0 ? y / 4 : -1) - (y >= 0 ? y / 100 : -1) + (y >= 0 ? y / 400 : -1)
    return y * 365 + leaps + (shifted * 153 + 2) / 5 + day - 1
  }
}
