import HearsayText

extension Machine {
  /// A pattern that fits: its tokens, and the first token of its anchor.
  struct Fit {
    var range: Range<Int>
    var anchor: Int
  }

  /// Fits a program round a token, or round an edge of the scope for programs that are anchored there.
  mutating func fit(
    _ program: UnsafePointer<Program>, at i: Int, _ scene: Scene, _ scanned: ScannedText, _ phrases: any PhraseFinder
  ) -> Fit? {
    switch program.pointee.anchor {
    case .word:
      return fit(program, i..<i + 1, i, scene, scanned, phrases)
    case .lexicon(let predicate, let hasPhrases):
      var ends = EntryEnds(scene, predicate, at: i, phrases: hasPhrases)
      while let end = ends.next(scene, scanned) {
        if let fit = fit(program, i..<end, i, scene, scanned, phrases) { return fit }
      }
      return nil
    case .verb(let predicate, let hasPhrases, let form):
      var ends = EntryEnds(scene, predicate, at: i, phrases: hasPhrases)
      while let end = ends.next(scene, scanned) {
        guard let group = verbGroup(head: i, end: end, form, scene, phrases) else { continue }
        if let fit = fit(program, group, i, scene, scanned, phrases) { return fit }
      }
      return nil
    case .type(let type):
      var k = 0
      while k < memo.count(type, at: i, rightwards: true, phrases) {
        let end = memo.candidate(k, type, at: i, rightwards: true)
        if let fit = fit(program, i..<end, i, scene, scanned, phrases) { return fit }
        k += 1
      }
      return nil
    case .start:
      let edge = scene.scope.lowerBound
      return fit(program, edge..<edge, edge, scene, scanned, phrases)
    case .end:
      var edge = scene.scope.upperBound
      while scene.book.engine.isEnd(edge, in: scanned, scope: scene.scope) {
        if let fit = fit(program, edge..<edge, edge, scene, scanned, phrases) { return fit }
        edge -= 1
      }
      return nil
    }
  }

  /// Fits both sides round an anchor.
  private mutating func fit(
    _ program: UnsafePointer<Program>, _ anchor: Range<Int>, _ position: Int, _ scene: Scene,
    _ scanned: ScannedText, _ phrases: any PhraseFinder
  ) -> Fit? {
    let left = program.pointee.left
    let right = program.pointee.right
    if failures.holds(left.id, anchor.lowerBound) || failures.holds(right.id, anchor.upperBound) { return nil }
    reset(scene)
    var lower = anchor.lowerBound
    var upper = anchor.upperBound
    for turn in 0..<2 {
      let isRight = (turn == 0) == program.pointee.rightFirst
      let side = isRight ? right : left
      let start = isRight ? anchor.upperBound : anchor.lowerBound
      guard let end = run(scene, side.entry, from: start, rightwards: isRight, in: scanned, phrases) else {
        failures.note(side.id, start)
        return nil
      }
      if isRight { upper = end } else { lower = end }
    }
    return Fit(range: lower..<upper, anchor: position)
  }
}
