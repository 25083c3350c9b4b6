import HearsayText

/// `unless`: a match doesn't count where an exception fits so that it shares a token with the words that count.
extension Machine {
  /// How far from the words that count an exception's anchor is looked for.
  static let exceptionReach = 12

  /// The words that exceptions are about: the cue, or the whole match of a rule without one.
  static func focus(of match: RuleMatch, _ rule: CompiledRule) -> Range<Int> {
    if let cue = rule.cue, let range = match.slots[cue], !range.isEmpty { return range }
    return match.range
  }

  /// Where anchors of exceptions are looked for.
  static func window(round focus: Range<Int>, scope: Range<Int>) -> Range<Int> {
    (focus.lowerBound - exceptionReach..<focus.upperBound + exceptionReach).clamped(to: scope)
  }

  mutating func isExcepted(
    _ match: RuleMatch, _ rule: CompiledRule, _ scene: Scene, _ scanned: ScannedText,
    _ phrases: any PhraseFinder
  ) -> Bool {
    let focus = Self.focus(of: match, rule)
    let window = Self.window(round: focus, scope: scene.scope)
    return rule.exceptions.withUnsafeBufferPointer { exceptions in
      guard var program = exceptions.baseAddress else { return false }
      for _ in exceptions {
        if words.mayHold(program.pointee.anchor, scene, scanned),
          fits(program, in: window, focus, scene, scanned, phrases)
        {
          return true
        }
        program += 1
      }
      return false
    }
  }

  /// Whether an exception fits round a token of the window. Tokens that can't be its anchor are told here, because most
  /// of them can't.
  private mutating func fits(
    _ program: UnsafePointer<Program>, in window: Range<Int>, _ focus: Range<Int>, _ scene: Scene,
    _ scanned: ScannedText, _ phrases: any PhraseFinder
  ) -> Bool {
    switch program.pointee.anchor {
    case .start, .end:
      return fits(program, at: -1, focus, scene, scanned, phrases)
    case .word(let first, let count):
      for i in window where scene.holds(scene.forms[i], first: first, count: count) {
        if fits(program, at: i, focus, scene, scanned, phrases) { return true }
      }
    case .lexicon(let predicate, let hasPhrases), .verb(let predicate, let hasPhrases, _):
      for i in window {
        let mayBegin = hasPhrases && scene.marks[i] & ScannedText.hitStarts != 0
        if mayBegin || scene.has(i, predicate), fits(program, at: i, focus, scene, scanned, phrases) { return true }
      }
    case .type:
      for i in window where fits(program, at: i, focus, scene, scanned, phrases) { return true }
    }
    return false
  }

  private mutating func fits(
    _ program: UnsafePointer<Program>, at i: Int, _ focus: Range<Int>, _ scene: Scene, _ scanned: ScannedText,
    _ phrases: any PhraseFinder
  ) -> Bool {
    fit(program, at: i, scene, scanned, phrases).map { $0.range.overlaps(focus) } ?? false
  }
}
