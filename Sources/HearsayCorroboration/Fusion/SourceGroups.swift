/// Sources that copy one another, found without knowing what is true.
///
/// That two sources agree on what everybody says means nothing. Where at least one of them departs from what most say, independent
/// sources seldom agree, and copiers nearly always do: agreement on such disputed items, of which there must be enough, is the
/// sign (Dong, Berti-Équille and Srivastava 2009 reason alike from shared errors). Whoever agrees belongs to one group, and a
/// group has one vote.
public struct SourceGroups: Sendable {
  /// Of the disputed items of two sources so many thousandths must agree. Below it unlike sources are chained together.
  public static let agreement = 990
  /// With fewer disputed items nothing is said of two sources.
  public static let fewest = 100

  /// The group of a source; sources that weren't seen are groups of their own.
  private var groupOf: [String: String] = [:]

  /// - Parameter tables: What is learnt from, each by itself: days, say, on which objects have other values.
  public init(learnedFrom tables: [ReportTable]) {
    let sources = Set(tables.flatMap(\.sources)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var number: [String: Int] = [:]
    for (i, source) in sources.enumerated() { number[source] = i }
    var disputed = [Int](repeating: 0, count: sources.count * sources.count)
    var agreed = disputed
    for table in tables {
      let numbers = table.sources.map { number[$0] ?? 0 }
      for reports in table.reports where reports.count > 1 {
        let plurality = Plurality.winner(of: reports.map(\.value))
        for (i, a) in reports.enumerated() {
          for b in reports[(i + 1)...] where a.value != plurality || b.value != plurality {
            let cell = numbers[a.source] * sources.count + numbers[b.source]
            disputed[cell] += 1
            if a.value == b.value { agreed[cell] += 1 }
          }
        }
      }
    }
    var roots = Array(sources.indices)
    func root(_ source: Int) -> Int {
      var source = source
      while roots[source] != source { source = roots[source] }
      return source
    }
    for a in sources.indices {
      for b in sources.indices where b > a {
        let cell = a * sources.count + b
        guard disputed[cell] >= SourceGroups.fewest,
          agreed[cell] * 1000 >= SourceGroups.agreement * disputed[cell]
        else { continue }
        let (x, y) = (root(a), root(b))
        roots[max(x, y)] = min(x, y)
      }
    }
    for source in sources.indices { groupOf[sources[source]] = sources[root(source)] }
  }

  public func group(of source: String) -> String { groupOf[source] ?? source }

  /// The groups of several sources, the largest first, then by name.
  public var shared: [[String]] {
    Dictionary(grouping: groupOf.keys, by: { groupOf[$0] ?? $0 }).values
      .filter { $0.count > 1 }.map { $0.sorted() }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}

/// What most say.
enum Plurality {
  /// The value that stands most often; of several the smallest. -1 for none.
  static func winner(of values: [Int]) -> Int {
    let sorted = values.sorted()
    var best = (count: 0, value: -1)
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      if end - start > best.count { best = (end - start, sorted[start]) }
      start = end
    }
    return best.value
  }
}
