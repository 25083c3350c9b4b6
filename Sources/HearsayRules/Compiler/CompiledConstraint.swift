import HearsayText

/// A `where` line with its names looked up.
struct CompiledConstraint: Sendable {
  enum Test: Sendable {
    case inQuote
    case isUnnamed(Int)
    case isCapitalised(Int)
    case isType(Int, PhraseType)
    case isSame(Int, Int)
    /// The capture holds the name of an outlet whose flag is set (by index in `Rulebook.outlets`).
    case outlet(Int, [Bool])
    /// A word of the capture has one of the predicates.
    case holds(Int, [Predicate])
    case hasQuote(Int)
    case begins(Int, Predicate)

    /// The capture that is asked about; nil when the match as a whole is.
    var slot: Int? {
      switch self {
      case .inQuote: nil
      case .isUnnamed(let slot), .isCapitalised(let slot), .isType(let slot, _), .isSame(let slot, _),
        .outlet(let slot, _), .holds(let slot, _), .hasQuote(let slot), .begins(let slot, _):
        slot
      }
    }
  }

  var test: Test
  var isNegated: Bool
}

/// Looks up the names of `where` lines.
struct ConstraintResolver {
  let captures: CaptureNames
  let outlets: [OutletDefinition]
  /// The classes that the patterns ask for in a capture.
  let classes: [[ClassPredicate]]
  let predicates: PredicateNames

  /// Nil when the test can never hold, negated or not: the rule is about something that isn't there.
  func resolve(_ constraint: Constraint) -> CompiledConstraint? {
    test(constraint.test).map { CompiledConstraint(test: $0, isNegated: constraint.isNegated) }
  }

  private func test(_ test: Constraint.Test) -> CompiledConstraint.Test? {
    switch test {
    case .inQuote:
      return .inQuote
    case .isUnnamed(let name):
      return captures.slot(name).map { .isUnnamed($0) }
    case .isCapitalised(let name):
      return captures.slot(name).map { .isCapitalised($0) }
    case .isType(let name, let type):
      return captures.slot(name).map { .isType($0, type) }
    case .isSame(let a, let b):
      guard let a = captures.slot(a), let b = captures.slot(b) else { return nil }
      return .isSame(a, b)
    case .kind(let name, let kinds):
      return outlets(name) { $0.kind.map(kinds.contains) ?? false }
    case .control(let name, let kinds):
      return outlets(name) { $0.control.map { kinds.contains($0.kind) } ?? false }
    case .lexiconClass(let name, let wanted):
      guard let slot = captures.slot(name) else { return nil }
      let own = classes[slot].filter { wanted.contains($0.name) }.map(\.predicate)
      return .holds(slot, classes[slot].isEmpty ? wanted.flatMap(predicates.predicates(ofClassesNamed:)) : own)
    case .hasQuote(let name):
      return captures.slot(name).map { .hasQuote($0) }
    case .begins(let name, let lexicon, let className):
      guard let slot = captures.slot(name), let found = predicates.predicate(lexicon, className) else { return nil }
      return .begins(slot, found)
    case .holds(let name, let lexicon, let className):
      guard let slot = captures.slot(name), let found = predicates.predicate(lexicon, className) else { return nil }
      return .holds(slot, [found])
    }
  }

  private func outlets(_ name: String, _ fits: (OutletDefinition) -> Bool) -> CompiledConstraint.Test? {
    captures.slot(name).map { .outlet($0, outlets.map(fits)) }
  }
}
