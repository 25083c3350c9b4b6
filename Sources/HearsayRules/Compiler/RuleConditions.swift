/// Makes what is asked of a rule's matches beyond its patterns: `unless`, `where`, and the classes of its captures.
struct RuleConditions {
  let predicates: PredicateNames
  private let outlets: [OutletDefinition]
  private let fragments: [String: [[PatternElement]]]

  init(_ set: RuleSet, _ fragments: [String: [[PatternElement]]], _ predicates: PredicateNames) {
    self.predicates = predicates
    self.fragments = fragments
    outlets = set.outlets
  }

  /// - Parameter report: Called for each `where` line that asks about something that isn't there.
  func make(_ rule: Rule, exceptions: [Program], report: (Constraint) -> Void) -> CompiledRule {
    let names = CaptureNames(rule.captures)
    var classes = [[ClassPredicate]](repeating: [], count: rule.captures.count)
    for pattern in rule.patterns { gatherClasses(of: pattern.elements, slots: [], names, into: &classes) }
    let resolver = ConstraintResolver(captures: names, outlets: outlets, classes: classes, predicates: predicates)
    let constraints = rule.constraints.compactMap { constraint in
      let found = resolver.resolve(constraint)
      if found == nil { report(constraint) }
      return found
    }
    return CompiledRule(names: names, exceptions: exceptions, constraints: constraints, classes: classes)
  }

  /// Notes which classes a pattern asks for in each capture: all of a lexicon when it is named without a class.
  private func gatherClasses(
    of elements: [PatternElement], slots: [Int], _ names: CaptureNames, into classes: inout [[ClassPredicate]]
  ) {
    for element in elements {
      switch element {
      case .lexicon(let name, let className), .verb(let name, let className, _):
        // Nothing is noted outside a capture.
        if slots.isEmpty { continue }
        for one in predicates.classes[name] ?? [] where className == nil || className == one.name {
          for slot in slots where !classes[slot].contains(where: { $0.predicate == one.predicate }) {
            classes[slot].append(one)
          }
        }
      case .capture(let name, let alternatives):
        let inner = slots + (names.slot(name).map { [$0] } ?? [])
        for one in alternatives { gatherClasses(of: one, slots: inner, names, into: &classes) }
      case .group(let alternatives):
        for one in alternatives { gatherClasses(of: one, slots: slots, names, into: &classes) }
      case .optional(let inner):
        gatherClasses(of: [inner], slots: slots, names, into: &classes)
      case .fragment(let name):
        for one in fragments[name] ?? [] { gatherClasses(of: one, slots: slots, names, into: &classes) }
      case .word, .type, .gap, .start, .end:
        break
      }
    }
  }
}
