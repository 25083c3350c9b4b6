import HearsayText

/// Which needs the words before and behind each token of a scope meet. Plain memory, lent like the machine's: see
/// `MachineMemory`.
struct NeedMap {
  /// By token of the scope, and one behind the last: what the tokens before it meet.
  let before: UnsafeMutablePointer<UInt64>
  /// The same for it and those behind it.
  let after: UnsafeMutablePointer<UInt64>

  /// Looks at all tokens of a scope, which isn't empty and for which there is room.
  func fill(_ scene: Scene, _ scanned: ScannedText, _ table: NeedTable) {
    let count = scene.scope.count
    let lower = scene.scope.lowerBound
    let quote = table.quote
    table.rows.withUnsafeBufferPointer { rows in
      // Rows come from the compiler, as does the table.
      guard let rows = rows.baseAddress else { return }
      var met: UInt64 = 0
      // Hits stand in the order of the text: they are gone through once.
      var hit = scanned.firstHit(from: lower)
      var k = 0
      while k < count {
        let token = lower &+ k
        let mark = scene.marks[token]
        var here = rows[Int(mark & ScannedText.rowMask)]
        if mark & ScannedText.hitStarts != 0 {
          while hit < scanned.hits.count, scanned.hits[hit].start == token {
            here |= rows[Int(scanned.hits[hit].set)]
            hit &+= 1
          }
        }
        if scene.kinds[token] == .quotationMark { here |= quote }
        before[k] = met
        met |= here
        after[k] = here
        k &+= 1
      }
      before[count] = met
      after[count] = 0
      while k > 0 {
        k &-= 1
        after[k] |= after[k &+ 1]
      }
    }
  }
}
