/// What the checker has to know of a pattern with its fragments put in.
struct PatternMeasure {
  /// Items, all alternatives counted; saturates instead of overflowing, because fragments can multiply.
  var size = 0
  var canBeEmpty = true
  /// In the order in which they first appear.
  var captures: [String] = []
  /// A name that is captured twice on one way through the pattern.
  var repeated: String?
  /// Uses a fragment that isn't known or has a cycle: nobody knows its captures.
  var isIncomplete = false

  /// The depth of the recursion is bounded by `Limits.nesting`.
  init(_ elements: [PatternElement], fragments: [String: PatternMeasure]) {
    for element in elements {
      switch element {
      case .word, .lexicon, .verb, .type: add(1, canBeEmpty: false)
      case .gap, .start, .end: add(1, canBeEmpty: true)
      case .group(let alternatives):
        append(PatternMeasure(alternatives: alternatives, fragments: fragments))
      case .optional(let inner):
        var measure = PatternMeasure([inner], fragments: fragments)
        measure.canBeEmpty = true
        append(measure)
      case .capture(let name, let alternatives):
        var measure = PatternMeasure(alternatives: alternatives, fragments: fragments)
        if measure.captures.contains(name) { measure.repeated = measure.repeated ?? name }
        measure.captures.removeAll { $0 == name }
        measure.captures.insert(name, at: 0)
        append(measure)
      case .fragment(let name):
        if let measure = fragments[name] {
          append(measure)
        } else {
          isIncomplete = true
          add(1, canBeEmpty: false)
        }
      }
    }
  }

  init(alternatives: [[PatternElement]], fragments: [String: PatternMeasure]) {
    self.init(anyOf: alternatives.map { PatternMeasure($0, fragments: fragments) })
  }

  init(anyOf measures: [PatternMeasure]) {
    canBeEmpty = measures.contains(where: \.canBeEmpty)
    var seen: Set<String> = []
    for measure in measures {
      size = Self.sum(size, measure.size)
      for name in measure.captures where seen.insert(name).inserted { note(name) }
      repeated = repeated ?? measure.repeated
      isIncomplete = isIncomplete || measure.isIncomplete
    }
  }

  private mutating func add(_ items: Int, canBeEmpty: Bool) {
    size = Self.sum(size, items)
    self.canBeEmpty = self.canBeEmpty && canBeEmpty
  }

  private mutating func append(_ next: PatternMeasure) {
    add(next.size, canBeEmpty: next.canBeEmpty)
    repeated = repeated ?? next.repeated
    isIncomplete = isIncomplete || next.isIncomplete
    for name in next.captures {
      if captures.contains(name) { repeated = repeated ?? name } else { note(name) }
    }
  }

  /// More than a rule may have need not be known by name; a hostile file could have a hundred thousand.
  private mutating func note(_ name: String) {
    if captures.count < Limits.capturesPerPattern { captures.append(name) }
  }

  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (total, overflows) = a.addingReportingOverflow(b)
    return overflows ? Int.max : total
  }
}
