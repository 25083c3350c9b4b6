import HearsayDiagnostics
import HearsayText

/// Checks what blocks say of each other: that every name is known, that nothing goes round in a circle, that patterns
/// stay within the limits.
///
/// Works on the model alone; the parsers have noted every use of a name with its place.
struct Checker {
  var set: RuleSet
  var sink: DiagnosticSink
  let names: NameTable

  init(_ set: RuleSet, sink: DiagnosticSink) {
    self.set = set
    self.sink = sink
    names = NameTable(set)
  }

  mutating func check() {
    let fragments = checkFragments()
    checkRules(fragments)
    checkOver()
    checkOutlets()
    checkLexicons()
    checkProfiles()
  }

  // MARK: - Names

  /// Reports a name that nothing has; captures are checked by their rule.
  mutating func check(_ use: NameUse) {
    guard !sink.isFull(use.location.file) else { return }
    let name = use.name
    switch use.kind {
    case .lexicon: checkLexicon(use)
    case .fragment where !names.fragments.contains(name):
      unknown(.unknownFragment, "fragment", "%" + name, use, near: names.fragments, sign: "%")
    case .rule where !names.rules.contains(name):
      unknown(.unknownRule, "rule", name, use, near: names.rules)
    case .caveat where !names.caveats.contains(name):
      unknown(.unknownCaveat, "caveat", name, use, near: names.caveats)
    case .check where !names.checks.contains(name):
      unknown(.unknownCheck, "check", name, use, near: names.checks)
    case .stance where name != "neutral" && !names.classes.contains(name):
      unknown(.unknownStance, "stance", name, use, near: names.classes, label: "no lexicon has a class of this name")
    case .wordClass where !names.classes.contains(name):
      unknown(.unknownClass, "class", name, use, near: names.classes, label: "no lexicon has a class of this name")
    case .outletKind where !names.outletKinds.contains(name):
      unknown(
        .unknownChoice, "kind of outlet", name, use, near: names.outletKinds, label: "no outlet is of this kind",
        severity: .warning)
    case .outletControl where !names.outletControls.contains(name):
      unknown(
        .unknownChoice, "kind of control", name, use, near: names.outletControls, label: "no outlet is controlled so",
        severity: .warning)
    default: break
    }
  }

  /// A profile names checks by id or by their beginning.
  private mutating func checkProfiles() {
    for profile in set.profiles {
      for entry in profile.select + profile.ignore + profile.levels.map(\.entry)
      where !names.checks.contains(where: { $0.hasPrefix(entry.prefix) }) {
        unknown(
          .unknownCheck, "check", entry.prefix, NameUse(kind: .check, name: entry.prefix, location: entry.location),
          near: names.checks)
      }
    }
  }

  private mutating func checkLexicon(_ use: NameUse) {
    guard let classes = names.lexicons[use.name] else {
      unknown(.unknownLexicon, "lexicon", "@" + use.name, use, near: Set(names.lexicons.keys), sign: "@")
      return
    }
    guard let className = use.className, !classes.contains(className) else { return }
    let near = nearestName(to: className, among: classes)
    sink.report(
      .unknownClass, "lexicon `\(use.name)` has no class `\(className)`", at: use.location, "unknown class",
      help: near.map { "did you mean `@\(use.name).\($0)`?" } ?? "it has " + Self.list(classes))
  }

  private mutating func unknown(
    _ code: RuleCode, _ what: String, _ shown: String, _ use: NameUse, near names: Set<String>, sign: String = "",
    label: String? = nil, severity: Severity = .error
  ) {
    let near = nearestName(to: use.name, among: names)
    sink.report(
      code, "unknown \(what) `\(shown)`", at: use.location, label ?? "no \(what) with this name",
      help: near.map { "did you mean `\(sign)\($0)`?" }, severity: severity)
  }

  /// Up to ten names in order.
  static func list(_ names: some Collection<String>) -> String {
    let sorted = names.sorted()
    return sorted.prefix(10).map { "`\($0)`" }.joined(separator: ", ") + (sorted.count > 10 ? " …" : "")
  }
}
