import HearsayDiagnostics
import HearsayReport
import HearsayRules

extension RulesAction {
  static let show = RulesAction(
    name: "show", operands: "NAME…", summary: "a block as it is written: a rule, lexicon, outlet, check, caveat …"
  ) { arguments, console in
    let files = try LoadedRules.files(arguments, console)
    let (set, _) = RuleSet.parse(files: files.map { RuleFile(path: $0.path, bytes: $0.bytes) })
    guard !arguments.operands.isEmpty else {
      throw UsageError("no block was named", help: "`hearsay rules list` lists the rules")
    }
    var paper = console.resultWriter(arguments.color)
    for (i, name) in arguments.operands.enumerated() {
      let blocks = set.blocks.filter { $0.name == name }
      guard !blocks.isEmpty else {
        throw UsageError(
          "the rulebook has no block `\(name)`", help: didYouMean(name, set.blocks.map(\.name)))
      }
      for (k, block) in blocks.enumerated() {
        if i + k > 0 { paper.newline() }
        RuleText().writeSource(block.location, to: &paper)
      }
    }
    try console.results.write(paper.out)
    return .success
  }
}

extension RuleSet {
  /// Everything that has a name, with its place.
  fileprivate var blocks: [(name: String, location: SourceLocation)] {
    languages.map { ($0.id, $0.location) } + lexicons.map { ($0.name, $0.location) }
      + outlets.map { ($0.id, $0.location) } + caveats.map { ($0.id, $0.location) }
      + grades.map { ($0.id, $0.location) } + checks.map { ($0.id, $0.location) }
      + fragments.map { ($0.name, $0.location) } + rules.map { ($0.name, $0.location) }
  }
}
