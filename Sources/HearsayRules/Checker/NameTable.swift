/// Everything that blocks can refer to, by name.
struct NameTable {
  /// The classes of each lexicon.
  let lexicons: [String: Set<String>]
  /// The classes of all lexicons together.
  let classes: Set<String>
  let fragments: Set<String>
  let rules: Set<String>
  let caveats: Set<String>
  let checks: Set<String>
  let outletKinds: Set<String>
  let outletControls: Set<String>

  init(_ set: RuleSet) {
    var lexicons: [String: Set<String>] = [:]
    for lexicon in set.lexicons { lexicons[lexicon.name, default: []].formUnion(lexicon.classes.map(\.name)) }
    self.lexicons = lexicons
    classes = lexicons.values.reduce(into: []) { $0.formUnion($1) }
    fragments = Set(set.fragments.map(\.name))
    rules = Set(set.rules.map(\.name))
    caveats = Set(set.caveats.map(\.id))
    checks = Set(set.checks.map(\.id))
    outletKinds = Set(set.outlets.compactMap(\.kind))
    outletControls = Set(set.outlets.compactMap { $0.control?.kind })
  }
}
