import HearsayText

extension Machine {
  /// A pattern that fits: its tokens, and the first token of its anchor.
  struct Fit {
    var range: Range<Int>
    var anchor: Int
  }

  /// Fits a program round a token, or round an edge of the scope for programs that are anchored there.
  mutating func fit(
    _ program: Program, at i: Int, _ engine: Engine, _ scanned: ScannedText, _ scope: Range<Int>,
    _ phrases: some PhraseFinder
  ) -> Fit? {
    switch program.anchor {
    case .word:
      return fit(program, i..<i + 1, i, engine, scanned, scope, phrases)
    case .lexicon(let predicate, let hasPhrases):
      var ends = VerbEnds(scanned, predicate, head: i, phrases: hasPhrases)
      while let end = ends.next(in: scanned) {
        guard end <= scope.upperBound else { continue }
        if let fit = fit(program, i..<end, i, engine, scanned, scope, phrases) { return fit }
      }
      return nil
    case .verb(let predicate, let hasPhrases, let form):
      var ends = VerbEnds(scanned, predicate, head: i, phrases: hasPhrases)
      while let end = ends.next(in: scanned) {
        guard let group = VerbEnds.element(head: i, end: end, form, scope: scope, phrases) else { continue }
        if let fit = fit(program, group, i, engine, scanned, scope, phrases) { return fit }
      }
      return nil
    case .type(let type):
      var k = 0
      while k < memo.count(type, at: i, rightwards: true, phrases) {
        let end = memo.candidate(k, type, at: i, rightwards: true)
        if let fit = fit(program, i..<end, i, engine, scanned, scope, phrases) { return fit }
        k += 1
      }
      return nil
    case .start:
      let edge = scope.lowerBound
      return fit(program, edge..<edge, edge, engine, scanned, scope, phrases)
    case .end:
      var edge = scope.upperBound
      while engine.isEnd(edge, in: scanned, scope: scope) {
        if let fit = fit(program, edge..<edge, edge, engine, scanned, scope, phrases) { return fit }
        edge -= 1
      }
      return nil
    }
  }

  /// Fits both sides round an anchor.
  private mutating func fit(
    _ program: Program, _ anchor: Range<Int>, _ position: Int, _ engine: Engine, _ scanned: ScannedText,
    _ scope: Range<Int>, _ phrases: some PhraseFinder
  ) -> Fit? {
    slots = CaptureSlots()
    gaps = 0
    var lower = anchor.lowerBound
    var upper = anchor.upperBound
    for turn in 0..<2 {
      let isRight = (turn == 0) == program.rightFirst
      let entry = isRight ? program.right : program.left
      let start = isRight ? anchor.upperBound : anchor.lowerBound
      guard
        let end = run(
          engine, entry, from: start, rightwards: isRight, in: scanned, scope: scope, phrases)
      else { return nil }
      if isRight { upper = end } else { lower = end }
    }
    return Fit(range: lower..<upper, anchor: position)
  }
}
