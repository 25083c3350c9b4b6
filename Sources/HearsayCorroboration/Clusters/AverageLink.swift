/// Joins what is most alike, as long as the average over all pairs of two clusters reaches a threshold.
///
/// The average, not the best pair, decides (UPGMA): one story that reports on two events doesn't pull them together. All
/// arithmetic is in whole numbers, and of two joins that are equally good the one with the smaller members comes first, so the
/// result depends on the pairs alone.
struct AverageLink {
  /// A join that was possible when it was noted.
  private struct Join {
    /// In units of `Similarities.one` / 1024.
    var average: Int
    var a: Int32
    var b: Int32

    func precedes(_ other: Join) -> Bool {
      if average != other.average { return average > other.average }
      return (a, b) < (other.a, other.b)
    }
  }

  private let threshold: Int
  /// For each living cluster, by its smallest member, the sum of cosines to its neighbours.
  private var sums: [[Int32: Int]]
  private var sizes: [Int]
  /// The cluster that took one in; itself while it lives.
  private var owners: [Int32]
  private var heap: [Join] = []

  /// - Parameter threshold: In units of `Similarities.one`.
  init(_ similarities: Similarities, threshold: Int) {
    self.threshold = threshold * 1024
    sums = similarities.neighbours.map { row in
      Dictionary(row.map { ($0.story, Int($0.cosine)) }, uniquingKeysWith: { first, _ in first })
    }
    sizes = sums.map { _ in 1 }
    owners = sums.indices.map { Int32($0) }
    for (story, row) in similarities.neighbours.enumerated() {
      for neighbour in row where Int(neighbour.story) > story { note(Int32(story), neighbour.story) }
    }
  }

  /// The smallest member of each item's cluster.
  mutating func clusters() -> [Int] {
    while let join = pop() {
      // A cluster that has grown since was noted again.
      guard isAlive(join.a), isAlive(join.b), average(join.a, join.b) == join.average else { continue }
      merge(join.b, into: join.a)
    }
    return owners.indices.map { root($0) }
  }

  private func isAlive(_ cluster: Int32) -> Bool { owners[Int(cluster)] == cluster }

  private func average(_ a: Int32, _ b: Int32) -> Int {
    (sums[Int(a)][b] ?? 0) * 1024 / (sizes[Int(a)] * sizes[Int(b)])
  }

  private mutating func merge(_ b: Int32, into a: Int32) {
    let rows = sums[Int(b)]
    sums[Int(b)] = [:]
    owners[Int(b)] = a
    sizes[Int(a)] += sizes[Int(b)]
    sums[Int(a)][b] = nil
    for (other, sum) in rows where other != a {
      sums[Int(a)][other, default: 0] += sum
      sums[Int(other)][b] = nil
      sums[Int(other)][a] = sums[Int(a)][other]
    }
    for other in sums[Int(a)].keys { note(min(a, other), max(a, other)) }
  }

  private func root(_ item: Int) -> Int {
    var item = item
    while Int(owners[item]) != item { item = Int(owners[item]) }
    return item
  }

  // MARK: The heap, the best join first

  private mutating func note(_ a: Int32, _ b: Int32) {
    let join = Join(average: average(a, b), a: a, b: b)
    guard join.average >= threshold else { return }
    heap.append(join)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func pop() -> Join? {
    guard let best = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return best }
    heap[0] = last
    var parent = 0
    while true {
      var child = parent * 2 + 1
      guard child < heap.count else { return best }
      if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
      guard heap[child].precedes(heap[parent]) else { return best }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
