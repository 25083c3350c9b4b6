import HearsayText

/// All patterns as one automaton that reads a text from left to right, starting again at each token: what
/// `make bench` measures the matcher against.
///
/// This is the textbook way (Thompson's construction, all patterns at once), with the two improvements that cost
/// nothing: patterns that begin alike share their first states, and where the automaton may begin at a token is looked
/// up by the token's class. A typed phrase is an edge to each of its ends, a gap is a run of edges over any token. It
/// only recognises: no captures, no `unless`, no `where`, so it does less than `Matcher` does. A deterministic
/// automaton is no alternative: gaps make its states multiply.
public struct OneAutomaton: Sendable {
  /// What an edge asks of the text.
  private enum Label: Sendable {
    case free
    case any
    case forms([Form])
    case entry(Predicate, phrases: Bool)
    case verb(Predicate, phrases: Bool, form: VerbForm)
    case type(PhraseType)
    case start
    case end
  }

  private struct Edge: Sendable {
    var label: Label
    var target: Int
  }

  /// A pattern that was found: where it ends.
  public struct Hit: Hashable, Sendable {
    public let rule: Int
    public let pattern: Int
    public let end: Int
  }

  private let rulebook: Rulebook
  private var edges: [[Edge]] = [[]]
  /// By state: the patterns that are complete there.
  private var accepted: [[(rule: Int, pattern: Int)]] = [[]]
  /// Edges of the first state by what may stand there: those on a class of words, on a form, and all others.
  private var firstByRow: [[Edge]] = []
  private var firstByForm: [Form: [Edge]] = [:]
  private var firstAnywhere: [Edge] = []

  /// The number of its states.
  public var stateCount: Int { edges.count }

  /// The automaton for the patterns of all running rules for one kind of scope.
  public init(_ rulebook: Rulebook, kind: Rule.Scope) {
    self.rulebook = rulebook
    var known: [String: Int] = [:]
    for (number, rule) in rulebook.rules.enumerated()
    where rule.scope == kind && rulebook.running.contains(rule.status) {
      for (pattern, plans) in rulebook.plans.patterns[number].enumerated() {
        for plan in plans {
          var state = 0
          for step in plan.reading.steps {
            let key = "\(state) \(rulebook.text(of: step, rulebook.engine.rules[number].names))"
            if let next = known[key] {
              state = next
            } else {
              state = add(step, from: state)
              known[key] = state
            }
          }
          accepted[state].append((number, pattern))
        }
      }
    }
    indexFirstState()
  }

  private mutating func newState() -> Int {
    edges.append([])
    accepted.append([])
    return edges.count - 1
  }

  private mutating func join(_ from: Int, _ label: Label, _ to: Int? = nil) -> Int {
    let target = to ?? newState()
    edges[from].append(Edge(label: label, target: target))
    return target
  }

  /// Adds the states for one element; bounded in depth as patterns are.
  private mutating func add(_ node: PatternNode, from state: Int) -> Int {
    switch node {
    case .word(let forms): return join(state, .forms(forms))
    case .lexicon(let predicate, let phrases): return join(state, .entry(predicate, phrases: phrases))
    case .verb(let predicate, let phrases, let form):
      return join(state, .verb(predicate, phrases: phrases, form: form))
    case .type(let type): return join(state, .type(type))
    case .start: return join(state, .start)
    case .end: return join(state, .end)
    case .optional(let inner):
      let entry = join(state, .free)
      let last = add(inner, from: entry)
      return join(entry, .free, last)
    case .gap(let most):
      let last = newState()
      var here = join(state, .free)
      for _ in 0..<most {
        _ = join(here, .free, last)
        here = join(here, .any)
      }
      return join(here, .free, last)
    case .choice(_, let alternatives):
      let last = newState()
      for alternative in alternatives {
        var here = join(state, .free)
        for node in alternative { here = add(node, from: here) }
        _ = join(here, .free, last)
      }
      return last
    }
  }

  /// Sorts the first state's edges by what they ask of a token; free ones are followed to those behind them.
  private mutating func indexFirstState() {
    firstByRow = Array(repeating: [], count: rulebook.wordClassCount)
    var waiting = [0]
    var seen: Set<Int> = [0]
    while let state = waiting.popLast() {
      // A pattern of nothing but options is refused by the checker, so no complete state is free to reach.
      for edge in edges[state] {
        switch edge.label {
        case .free:
          if seen.insert(edge.target).inserted { waiting.append(edge.target) }
        case .forms(let forms):
          for form in forms { firstByForm[form, default: []].append(edge) }
        case .entry(let predicate, _):
          for row in rulebook.wordClasses(with: predicate) { firstByRow[row].append(edge) }
        case .any, .verb, .type, .start, .end:
          firstAnywhere.append(edge)
        }
      }
    }
  }

  /// A run over texts: its memory is used again.
  public struct Run: Sendable {
    fileprivate var pending: [[Int]] = []
    fileprivate var stamps: [Int] = []
    fileprivate var stamp = 0
    fileprivate var memo = PhraseMemo()
    /// All patterns found in the last scope.
    public fileprivate(set) var hits: [Hit] = []
    public init() {}
  }

  /// Reads one scope and leaves what it found in `run.hits`, by end; a pattern that is one of several ways to read a choice
  /// is told once for each.
  public func read(_ scanned: ScannedText, scope: Range<Int>, phrases: some PhraseFinder, _ run: inout Run) {
    run.hits.removeAll(keepingCapacity: true)
    let scope = scope.clamped(to: 0..<scanned.count)
    guard !scope.isEmpty else { return }
    if run.stamps.count < edges.count { run.stamps = Array(repeating: 0, count: edges.count) }
    while run.pending.count < scope.count + 1 { run.pending.append([]) }
    run.memo.begin(scope)
    for place in 0...scope.count {
      run.stamp += 1
      let position = scope.lowerBound + place
      if position < scope.upperBound {
        for edge in firstByForm[scanned.tokens.form[position]] ?? [] {
          follow(edge, position, scanned, scope, phrases, &run)
        }
        for edge in firstByRow[scanned.wordClass(position)] { follow(edge, position, scanned, scope, phrases, &run) }
        for hit in scanned.hits(startingAt: position) {
          for edge in firstByRow[Int(hit.set)] { follow(edge, position, scanned, scope, phrases, &run) }
        }
      }
      for edge in firstAnywhere { follow(edge, position, scanned, scope, phrases, &run) }
      while let state = run.pending[place].popLast() {
        if run.stamps[state] == run.stamp { continue }
        run.stamps[state] = run.stamp
        for one in accepted[state] { run.hits.append(Hit(rule: one.rule, pattern: one.pattern, end: position)) }
        for edge in edges[state] { follow(edge, position, scanned, scope, phrases, &run) }
      }
    }
  }

  private func follow(
    _ edge: Edge, _ position: Int, _ scanned: ScannedText, _ scope: Range<Int>, _ phrases: some PhraseFinder,
    _ run: inout Run
  ) {
    let place = position - scope.lowerBound
    let isInside = position < scope.upperBound
    switch edge.label {
    case .free:
      run.pending[place].append(edge.target)
    case .any:
      if isInside { run.pending[place + 1].append(edge.target) }
    case .forms(let forms):
      if isInside, forms.contains(scanned.tokens.form[position]) { run.pending[place + 1].append(edge.target) }
    case .entry(let predicate, let hasPhrases):
      guard isInside else { return }
      for end in entries(predicate, hasPhrases, position, scanned, scope) {
        run.pending[end - scope.lowerBound].append(edge.target)
      }
    case .verb(let predicate, let hasPhrases, let form):
      guard isInside else { return }
      for head in position..<min(position + Machine.verbReach, scope.upperBound) {
        for end in entries(predicate, hasPhrases, head, scanned, scope) {
          guard let group = EntryEnds.verb(head: head, end: end, form, scope: scope, phrases),
            group.lowerBound == position
          else { continue }
          run.pending[group.upperBound - scope.lowerBound].append(edge.target)
        }
      }
    case .type(let type):
      guard isInside else { return }
      for k in 0..<run.memo.count(type, at: position, rightwards: true, phrases) {
        let end = run.memo.candidate(k, type, at: position, rightwards: true)
        run.pending[end - scope.lowerBound].append(edge.target)
      }
    case .start:
      if position == scope.lowerBound { run.pending[place].append(edge.target) }
    case .end:
      if rulebook.engine.isEnd(position, in: scanned, scope: scope) { run.pending[place].append(edge.target) }
    }
  }

  private func entries(
    _ predicate: Predicate, _ hasPhrases: Bool, _ position: Int, _ scanned: ScannedText, _ scope: Range<Int>
  ) -> [Int] {
    var ends: [Int] = scanned.has(position, predicate) ? [position + 1] : []
    guard hasPhrases else { return ends }
    for hit in scanned.hits(startingAt: position)
    where hit.end - hit.start > 1 && hit.end <= scope.upperBound && scanned.has(hit, predicate) {
      ends.append(hit.end)
    }
    return ends
  }
}
