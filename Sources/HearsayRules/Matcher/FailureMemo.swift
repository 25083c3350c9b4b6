/// Remembers where each side of a program failed last, so that the many rules which ask the same of the words round a
/// cue (`<source> ,? <date>? verb @say`) find out once that it isn't there.
///
/// Captures have no part in whether a side fits, so sides that differ in nothing else share a number: see `SideTable`.
struct FailureMemo: Sendable {
  /// By side: the scope's stamp in the upper half, the position in the lower.
  private var last: [UInt64] = []
  private var stamp: UInt64 = 0

  /// Forgets what the last scope taught.
  mutating func begin(sideCount: Int) {
    if last.count < sideCount { last += [UInt64](repeating: 0, count: sideCount - last.count) }
    stamp &+= 1
    if stamp > UInt64(UInt32.max) {
      for i in last.indices { last[i] = 0 }
      stamp = 1
    }
  }

  @inline(__always)
  func holds(_ side: Int32, _ position: Int) -> Bool { last[Int(side)] == key(position) }

  @inline(__always)
  mutating func note(_ side: Int32, _ position: Int) { last[Int(side)] = key(position) }

  @inline(__always)
  private func key(_ position: Int) -> UInt64 {
    stamp &<< 32 | UInt64(UInt32(truncatingIfNeeded: position))
  }
}
