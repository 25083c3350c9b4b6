import HearsayDiagnostics
import HearsayText

/// Fragments, and the patterns of fragments and rules.
extension Checker {
  /// What each fragment comes to; those with cycles or unknown fragments beneath them are left out.
  mutating func checkFragments() -> [String: PatternMeasure] {
    var places: [String: Int] = [:]
    for (index, fragment) in set.fragments.enumerated() { places[fragment.name] = index }
    let edges = set.fragments.map { fragment in
      fragment.patterns.flatMap(\.uses).filter { $0.kind == .fragment }.compactMap { places[$0.name] }
    }
    for fragment in set.fragments { for use in fragment.patterns.flatMap(\.uses) { check(use) } }
    let finder = CycleFinder(edges: edges)
    for cycle in finder.cycles { report(fragmentCycle: cycle.map { set.fragments[$0] }) }
    var measures: [String: PatternMeasure] = [:]
    for index in finder.order {
      let fragment = set.fragments[index]
      let all = fragment.patterns.map { PatternMeasure($0.elements, fragments: measures) }
      for (pattern, measure) in zip(fragment.patterns, all) { check(pattern, measure) }
      measures[fragment.name] = PatternMeasure(anyOf: all)
    }
    return measures
  }

  private mutating func report(fragmentCycle cycle: [FragmentDefinition]) {
    let next = cycle[cycle.count > 1 ? 1 : 0].name
    let use = cycle[0].patterns.flatMap(\.uses).first { $0.kind == .fragment && $0.name == next }
    let names = (cycle.prefix(10) + [cycle[0]]).map { "`%\($0.name)`" }
    sink.report(
      .fragmentCycle, "fragment `\(cycle[0].name)` uses itself", at: use?.location ?? cycle[0].location,
      cycle.count > 1 ? "by way of \(names.dropFirst().dropLast().joined(separator: ", "))" : "a part of itself",
      help: "a fragment can't be a part of itself: \(names.joined(separator: " → "))")
  }

  /// Size, emptiness, and captures of one pattern.
  mutating func check(_ pattern: Pattern, _ measure: PatternMeasure) {
    if measure.size > Limits.patternSize {
      sink.report(
        .limitExceeded, "a pattern of more than \(Limits.patternSize) items", at: pattern.location,
        "counted with its fragments put in", help: "use lexicons, and fewer fragments in fragments")
    }
    if measure.canBeEmpty, !pattern.elements.isEmpty {
      sink.report(
        .emptyMatch, "a pattern that can match nothing at all", at: pattern.location, "each item may be missing",
        help: "leave the `?` off at least one item")
    }
    if let name = measure.repeated {
      let places = pattern.uses.filter { $0.kind == .captureDefinition && $0.name == name }
      sink.report(
        .captureTwice, "`\(name)` is captured twice", at: places.last?.location ?? pattern.location,
        "captured again", secondary: places.count > 1 ? [.init(places[0].location, "captured here first")] : [],
        help: "give the second one a name of its own: `\(name)2`")
    }
  }

  mutating func checkRules(_ fragments: [String: PatternMeasure]) {
    var total = 0
    for index in set.rules.indices {
      checkRule(index, fragments, &total)
    }
  }

  private mutating func checkRule(_ index: Int, _ fragments: [String: PatternMeasure], _ total: inout Int) {
    var rule = set.rules[index]
    let measures = rule.patterns.map { PatternMeasure($0.elements, fragments: fragments) }
    let exceptions = rule.unless.map { PatternMeasure($0.elements, fragments: fragments) }
    for (pattern, measure) in zip(rule.patterns + rule.unless, measures + exceptions) {
      for use in pattern.uses { check(use) }
      check(pattern, measure)
      let before = total
      total = min(total + min(measure.size, Limits.patternSize), Limits.totalPatternSize + 1)
      if total > Limits.totalPatternSize, before <= Limits.totalPatternSize {
        sink.report(
          .limitExceeded, "patterns of more than \(Limits.totalPatternSize) items in all", at: pattern.location,
          "the limit is passed here")
      }
    }
    let whole = PatternMeasure(anyOf: measures)
    rule.captures = whole.captures
    if rule.captures.count > Limits.capturesPerRule {
      sink.report(
        .limitExceeded, "rule `\(rule.name)` has \(rule.captures.count) captures", at: rule.location,
        "at most \(Limits.capturesPerRule) are allowed")
    }
    for position in rule.constraints.indices {
      // `source is via`: where a capture has the name of a type, the capture is meant.
      if case .isType(let name, let type) = rule.constraints[position].test, rule.captures.contains(type.name) {
        rule.constraints[position].test = .isSame(name, type.name)
      }
    }
    for use in rule.uses {
      guard use.kind == .capture else {
        check(use)
        continue
      }
      if !rule.captures.contains(use.name), !rule.hasBrokenPattern, !whole.isIncomplete, !rule.patterns.isEmpty {
        report(unknownCapture: use, of: rule)
      }
    }
    set.rules[index] = rule
  }

  private mutating func report(unknownCapture use: NameUse, of rule: Rule) {
    let near = nearestName(to: use.name, among: rule.captures)
    sink.report(
      .unknownCapture, "rule `\(rule.name)` captures no `\(use.name)`", at: use.location,
      "no pattern of the rule has this capture",
      help: near.map { "did you mean `\($0)`?" }
        ?? (rule.captures.isEmpty
          ? "name it in the pattern: `<\(use.name): …>`" : "the rule captures " + Self.list(rule.captures)))
  }

  /// `over` may not go round in a circle: nobody would win.
  mutating func checkOver() {
    var places: [String: Int] = [:]
    for (index, rule) in set.rules.enumerated() { places[rule.name] = index }
    let edges = set.rules.map { $0.over.compactMap { places[$0] } }
    for cycle in CycleFinder(edges: edges).cycles where !sink.isFull(set.rules[cycle[0]].location.file) {
      let rules = cycle.map { set.rules[$0] }
      let next = rules[rules.count > 1 ? 1 : 0].name
      let use = rules[0].uses.first { $0.kind == .rule && $0.name == next }
      let names = (rules.prefix(10) + [rules[0]]).map { "`\($0.name)`" }
      let members = Set(rules.map(\.name))
      let others: [Diagnostic.Label] = rules.dropFirst().prefix(3).compactMap { rule in
        rule.uses.first { $0.kind == .rule && members.contains($0.name) }
          .map { Diagnostic.Label($0.location, "`\(rule.name)` beats `\($0.name)` in turn") }
      }
      sink.report(
        .overCycle, "rule `\(rules[0].name)` is over itself", at: use?.location ?? rules[0].location,
        rules.count > 1 ? "beats `\(next)`" : "a rule can't beat itself", secondary: others,
        help: "take one of the rules out of the circle \(names.joined(separator: " → "))")
    }
  }
}
