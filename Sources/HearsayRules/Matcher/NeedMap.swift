import HearsayText

/// Which needs the words before and behind each token of a scope meet.
struct NeedMap: Sendable {
  /// By token, and one behind the last: what the tokens before it meet.
  private var before: [UInt64] = []
  /// The same for it and those behind it.
  private var after: [UInt64] = []
  private var lower = 0

  /// Looks at all tokens of a scope, which isn't empty.
  mutating func fill(_ scene: Scene, _ scanned: ScannedText, _ table: NeedTable) {
    let count = scene.scope.count
    lower = scene.scope.lowerBound
    if before.count <= count {
      before = [UInt64](repeating: 0, count: count + 1)
      after = before
    }
    let quote = table.quote
    table.rows.withUnsafeBufferPointer { rows in
      before.withUnsafeMutableBufferPointer { before in
        after.withUnsafeMutableBufferPointer { after in
          // Rows come from the compiler, as does the table.
          guard let rows = rows.baseAddress, let before = before.baseAddress, let after = after.baseAddress else {
            return
          }
          var met: UInt64 = 0
          var k = 0
          while k < count {
            let token = lower &+ k
            let mark = scene.marks[token]
            var here = rows[Int(mark & ScannedText.rowMask)]
            if mark & ScannedText.hitStarts != 0 {
              for hit in scanned.hits(startingAt: token) { here |= rows[Int(hit.set)] }
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
  }

  /// Whether both sides of a program can find what they need round a token; -1 stands for an edge of the scope.
  @inline(__always)
  func meets(_ program: Program, at token: Int) -> Bool {
    if token < 0 { return (program.left.needs | program.right.needs) & ~after[0] == 0 }
    let k = token &- lower
    return program.left.needs & ~before[k] == 0 && program.right.needs & ~after[k &+ 1] == 0
  }
}
