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
    for program in rule.exceptions {
      switch program.anchor {
      case .start, .end:
        if fits(program, at: -1, focus, scene, scanned, phrases) { return true }
      case .word(let first, let count):
        for i in window where scene.holds(scene.forms[i], first: first, count: count) {
          if fits(program, at: i, focus, scene, scanned, phrases) { return true }
        }
      case .lexicon, .verb, .type:
        for i in window where fits(program, at: i, focus, scene, scanned, phrases) { return true }
      }
    }
    return false
  }

  private mutating func fits(
    _ program: Program, at i: Int, _ focus: Range<Int>, _ scene: Scene, _ scanned: ScannedText,
    _ phrases: any PhraseFinder
  ) -> Bool {
    fit(program, at: i, scene, scanned, phrases).map { $0.range.overlaps(focus) } ?? false
  }
}
