import HearsayDiagnostics
import HearsayText

/// How each rule's patterns are anchored: what `NaiveMatcher`, `WhyNot` and `Lint` read.
struct RulePlans: Sendable {
  /// By rule, pattern and alternative.
  var patterns: [[[AnchorPlan]]] = []
  /// By rule: those of `unless`.
  var exceptions: [[AnchorPlan]] = []
}

/// Turns the rules of a set into an `Engine`.
struct RuleCompiler {
  private let set: RuleSet
  private let running: Set<Rule.Status>
  private var index: LexiconIndexBuilder
  private var writer = ProgramWriter()
  private var engine = Engine()
  private let fragments: [String: [[PatternElement]]]
  private let conditions: RuleConditions
  /// The forms of all words of patterns: they are few and come up often.
  private var words: [String: [Form]] = [:]
  private var plans = RulePlans()
  /// By program of the engine.
  private var needs: [(left: [Need], right: [Need])] = []
  private var diagnostics: [Diagnostic] = []

  struct Output {
    var engine: Engine
    var lexicons: LexiconIndex
    /// nil when the engine was read from an image.
    var plans: RulePlans?
    var diagnostics: [Diagnostic]
  }

  static func compile(_ set: RuleSet, language: LanguageSettings, running: Set<Rule.Status>) -> Output {
    var compiler = RuleCompiler(set, language, running)
    return compiler.compile()
  }

  private init(_ set: RuleSet, _ language: LanguageSettings, _ running: Set<Rule.Status>) {
    self.set = set
    self.running = running
    index = LexiconIndexBuilder(set, language: language)
    fragments = set.patternsOfFragments
    conditions = RuleConditions(set, fragments, index.predicates)
    let patterns = set.fragments.flatMap(\.patterns) + set.rules.flatMap { $0.patterns + $0.unless }
    for pattern in patterns { internWords(of: pattern.elements) }
  }

  private mutating func internWords(of elements: [PatternElement]) {
    for element in elements {
      switch element {
      case .word(let word):
        if words[word] == nil { words[word] = index.reader.forms(of: word) }
      case .capture(_, let alternatives), .group(let alternatives):
        for one in alternatives { internWords(of: one) }
      case .optional(let inner):
        internWords(of: [inner])
      case .lexicon, .verb, .type, .gap, .start, .end, .fragment:
        break
      }
    }
  }

  private mutating func compile() -> Output {
    for (number, rule) in set.rules.enumerated() {
      plans.patterns.append([])
      plans.exceptions.append([])
      engine.rules.append(CompiledRule(names: CaptureNames([])))
      compile(rule, number)
    }
    engine.stops = Self.stops.flatMap { index.reader.forms(of: $0) }
    engine.code = writer.code
    // Never empty, so that it always has an address.
    engine.forms = writer.forms + [0]
    var anchors = Set<Form>()
    for program in engine.programs {
      if case .word(let first, let count) = program.anchor {
        anchors.formUnion(engine.forms[Int(first)..<Int(first + count)])
      }
    }
    engine.sideCount = writer.sideCount
    engine.needs = NeedTable(needs.flatMap { [$0.left, $0.right] }) { [index] in index.frequency(of: $0) }
    anchors.formUnion(engine.needs.forms)
    let lexicons = index.finish(anchors: anchors.sorted())
    makeDispatch(lexicons)
    return Output(engine: engine, lexicons: lexicons, plans: plans, diagnostics: diagnostics)
  }

  /// Marks that may stand between the end of a pattern (`$`) and the end of its scope.
  private static let stops = [".", "!", "?", "…", "..."]

  private mutating func compile(_ rule: Rule, _ number: Int) {
    guard rule.captures.count <= CaptureSlots.limit else {
      report("R101", rule.location, "rule `\(rule.name)` has more than \(CaptureSlots.limit) captures")
      return
    }
    let names = CaptureNames(rule.captures)
    var exceptions: [Program] = []
    for (patternNumber, pattern) in rule.patterns.enumerated() {
      var planned: [AnchorPlan] = []
      if let nodes = resolve(pattern, names), let found = plan(nodes, pattern) {
        planned = found
        for plan in found {
          guard let program = writer.write(plan, rule: number, pattern: patternNumber) else { continue }
          engine.programs.append(program)
          needs.append((Need.all(in: plan.left), Need.all(in: plan.right)))
        }
      }
      plans.patterns[number].append(planned)
    }
    for pattern in rule.unless {
      guard let nodes = resolve(pattern, names), let found = plan(nodes, pattern) else { continue }
      plans.exceptions[number] += found
      exceptions += found.compactMap { writer.write($0, rule: number, pattern: 0) }
    }
    var unknown: [Constraint] = []
    engine.rules[number] = conditions.make(rule, exceptions: exceptions) { unknown.append($0) }
    for constraint in unknown {
      report("R102", constraint.location, "nothing in the rule has the name that this asks about")
    }
  }

  private mutating func resolve(_ pattern: Pattern, _ names: CaptureNames) -> [PatternNode]? {
    var resolver = PatternResolver(index, words: words, fragments: fragments, captures: names)
    do throws(PatternResolver.Problem) {
      return try resolver.resolve(pattern.elements)
    } catch {
      switch error {
      case .tooLarge:
        report(
          "R103", pattern.location, "the pattern has more than \(PatternResolver.sizeLimit) elements",
          help: "split it, or use fewer fragments in one pattern")
      case .unknownName(let name):
        report("R102", pattern.location, "nothing has the name `\(name)`")
      }
      return nil
    }
  }

  private mutating func plan(_ nodes: [PatternNode], _ pattern: Pattern) -> [AnchorPlan]? {
    let planner = AnchorPlanner { [index] in index.frequency(of: $0) }
    guard let plans = planner.plans(for: nodes) else {
      report(
        "R104", pattern.location, "the pattern can match without any word",
        help: "at least one element must be neither optional nor a gap")
      return nil
    }
    return plans
  }

  private mutating func makeDispatch(_ lexicons: LexiconIndex) {
    let rowCount = lexicons.sets.bits.count / lexicons.sets.stride
    var rowsOfPredicate: [Predicate: [Int]] = [:]
    func rows(of predicate: Predicate) -> [Int] {
      if let known = rowsOfPredicate[predicate] { return known }
      let found = (0..<rowCount).filter { lexicons.sets.contains($0, predicate) }
      rowsOfPredicate[predicate] = found
      return found
    }
    engine.needs.fill(rowCount: rowCount, ofForm: index.rows(of:), ofPredicate: rows(of:))
    engine.needsOfPrograms = needs.map {
      SideNeeds(left: engine.needs.mask($0.left), right: engine.needs.mask($0.right))
    }
    engine.dispatch = Rule.Scope.allCases.map { scope in
      var entries: [(program: Int32, rows: [Int])] = []
      var edges: [Int32] = []
      var everywhere: [Int32] = []
      for (number, program) in engine.programs.enumerated() {
        let rule = set.rules[Int(program.rule)]
        guard rule.scope == scope, running.contains(rule.status) else { continue }
        let id = Int32(number)
        switch program.anchor {
        case .word(let first, let count):
          let forms = engine.forms[Int(first)..<Int(first + count)]
          entries.append((id, Array(Set(forms.flatMap(index.rows(of:)))).sorted()))
        case .lexicon(let predicate, _), .verb(let predicate, _, _):
          entries.append((id, rows(of: predicate)))
        case .type:
          everywhere.append(id)
        case .start, .end:
          edges.append(id)
        }
      }
      var table = DispatchTable(rowCount: rowCount, rows: entries)
      table.edges = edges
      table.everywhere = everywhere
      return table
    }
  }

  private mutating func report(
    _ code: String, _ location: SourceLocation, _ message: String, help: String? = nil
  ) {
    diagnostics.append(Diagnostic(code: code, message: message, primary: .init(location), help: help))
  }
}

extension RuleSet {
  /// By name; of two of a name the later one counts.
  var patternsOfFragments: [String: [[PatternElement]]] {
    Dictionary(fragments.map { ($0.name, $0.patterns.map(\.elements)) }) { $1 }
  }
}
