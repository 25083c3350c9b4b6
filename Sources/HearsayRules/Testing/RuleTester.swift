import HearsayDiagnostics
import HearsayText

/// Runs the examples of a rulebook's rules: `hearsay rules test`, and `swift test` through the same code.
///
/// A `match` example must make its own rule fire with the captures that its braces mark; a `skip` example must not; a
/// `todo` must still go wrong. Each `match` example is also given to all rules together: two rules that attribute the
/// same words differently, with nothing to prefer one, are a failure of both, and what else fires is listed for a
/// person to look at. Rules that the rulebook doesn't run (drafts) are not tested; load it with all statuses to test
/// them too.
public struct RuleTester<Phrases: PhraseFinder> {
  private let rulebook: Rulebook
  private let makePhrases: (ScannedText) -> Phrases
  private let policy: ConflictPolicy

  public init(_ rulebook: Rulebook, makePhrases: @escaping (ScannedText) -> Phrases) {
    self.rulebook = rulebook
    self.makePhrases = makePhrases
    policy = ConflictPolicy(rulebook)
  }

  /// Runs all examples, in the order of the files.
  public func run() -> RuleTestReport {
    var report = RuleTestReport()
    var matcher = Matcher(rulebook)
    for (number, rule) in rulebook.rules.enumerated() where rulebook.running.contains(rule.status) {
      for example in rule.examples { test(example, of: number, &matcher, &report) }
    }
    return report
  }

  private func test(_ example: Example, of number: Int, _ matcher: inout Matcher, _ report: inout RuleTestReport) {
    let rule = rulebook.rules[number]
    report.ran.append((rule.name, example))
    let scanned = rulebook.scan(SourceText(example.text))
    var matches: [RuleMatch] = []
    let phrases = makePhrases(scanned)
    for scope in scanned.scopes(for: rule.scope) {
      matcher.match(scanned, scope: scope, kind: rule.scope, phrases: phrases, into: &matches)
    }
    let own = matches.filter { $0.rule == number }
    switch example.kind {
    case .match:
      if let failure = mismatch(example, number, own, scanned) { report.failures.append(failure) }
      compare(example, number, matches, scanned, &report)
    case .skip:
      if let match = own.first { report.failures.append(fired(example, number, match, scanned)) }
    case .todoMatch:
      if mismatch(example, number, own, scanned) == nil { report.failures.append(fixed(example, number)) }
    case .todoSkip:
      if own.isEmpty { report.failures.append(fixed(example, number)) }
    }
  }

  // MARK: The rule alone

  /// What is wrong with the matches of an example's own rule; nil when they are as its braces say.
  private func mismatch(
    _ example: Example, _ number: Int, _ own: [RuleMatch], _ scanned: ScannedText
  ) -> RuleTestFailure? {
    let rule = rulebook.rules[number]
    guard !own.isEmpty else {
      let miss = WhyNot(rulebook, makePhrases: makePhrases).explain(rule: number, scanned: scanned)
      return RuleTestFailure(
        kind: .noMatch, rule: rule.name, location: example.location,
        message: "`\(rule.name)` doesn't match its example",
        detail: Self.joined(miss.text, FoundTypes(scanned: scanned, phrases: makePhrases(scanned)).text(for: rule)))
    }
    var wanted: [(name: String, tokens: Range<Int>)] = []
    for capture in example.captures {
      guard let tokens = scanned.wholeTokens(capture.span) else {
        return RuleTestFailure(
          kind: .wrongCaptures, rule: rule.name, location: example.location,
          message: "the braces of `\(capture.name)` cut a token in two", detail: TokenRuler(scanned).render())
      }
      wanted.append((capture.name, tokens))
    }
    if agrees(wanted, own) { return nil }
    let found = own[0].captures.map { (name: "\($0.name), found", tokens: $0.range) }
    return RuleTestFailure(
      kind: .wrongCaptures, rule: rule.name, location: example.location,
      message: "`\(rule.name)` matches its example, but captures other words",
      detail: Self.joined(
        TokenRuler(scanned).render(wanted.map { ("\($0.name), wanted", $0.tokens) } + found),
        FoundTypes(scanned: scanned, phrases: makePhrases(scanned)).text(for: rule)))
  }

  private static func joined(_ detail: String, _ types: String) -> String {
    types.isEmpty ? detail : detail + "\n" + types
  }

  /// Whether one match has all the captures, or, when the example marks a name twice, each is that of some match.
  private func agrees(_ wanted: [(name: String, tokens: Range<Int>)], _ own: [RuleMatch]) -> Bool {
    if Set(wanted.map(\.name)).count < wanted.count {
      return wanted.allSatisfy { one in own.contains { $0[one.name] == one.tokens } }
    }
    return own.contains { match in wanted.allSatisfy { match[$0.name] == $0.tokens } }
  }

  private func fired(
    _ example: Example, _ number: Int, _ match: RuleMatch, _ scanned: ScannedText
  ) -> RuleTestFailure {
    let rule = rulebook.rules[number]
    let marks = [("match", match.range)] + match.captures.map { ($0.name, $0.range) }
    return RuleTestFailure(
      kind: .fired, rule: rule.name, location: example.location,
      message: "`\(rule.name)` matches a text that it should skip",
      detail: TokenRuler(scanned).render(marks.map { (name: $0.0, tokens: $0.1) }))
  }

  private func fixed(_ example: Example, _ number: Int) -> RuleTestFailure {
    let name = rulebook.rules[number].name
    return RuleTestFailure(
      kind: .todoPasses, rule: name, location: example.location,
      message: "`\(name)` does now what this example asks for", detail: "fixed: remove `todo`")
  }

  // MARK: The rule among the others

  private func compare(
    _ example: Example, _ number: Int, _ matches: [RuleMatch], _ scanned: ScannedText, _ report: inout RuleTestReport
  ) {
    let (kept, beaten) = policy.resolve(matches)
    for loser in beaten where loser.reason == .order {
      let winner = kept[loser.by]
      guard winner.rule != loser.match.rule, differs(winner, loser.match) else { continue }
      report.failures.append(tie(example, winner, loser.match, scanned))
    }
    for match in kept where match.rule != number {
      report.unexpected.append(unexpected(example, number, match, by: nil, scanned))
    }
    for loser in beaten where loser.match.rule == number && kept[loser.by].rule != number && loser.reason != .order {
      report.unexpected.append(unexpected(example, number, kept[loser.by], by: loser.reason, scanned))
    }
  }

  /// Whether two matches say different things: other words, or other effects of the same.
  private func differs(_ a: RuleMatch, _ b: RuleMatch) -> Bool {
    func effects(_ match: RuleMatch) -> [AttributeEffect] {
      rulebook.rules[match.rule].actions.compactMap { action in
        if case .attribute(let effect) = action.effect { return effect }
        return nil
      }
    }
    if effects(a) != effects(b) { return true }
    return Set(a.names.all + b.names.all).contains { a[$0] != b[$0] }
  }

  private func tie(
    _ example: Example, _ winner: RuleMatch, _ loser: RuleMatch, _ scanned: ScannedText
  ) -> RuleTestFailure {
    let (first, second) = (rulebook.rules[winner.rule].name, rulebook.rules[loser.rule].name)
    let marks =
      winner.captures.map { (name: "\($0.name), \(first)", tokens: $0.range) }
      + loser.captures.map { (name: "\($0.name), \(second)", tokens: $0.range) }
    return RuleTestFailure(
      kind: .tie(first, second), rule: second, location: example.location,
      message: "`\(first)` and `\(second)` attribute the same words differently, and nothing prefers one",
      detail: TokenRuler(scanned).render(marks) + "\nhelp: write `over \(second)` in `\(first)`, or the other way round"
    )
  }

  private func unexpected(
    _ example: Example, _ number: Int, _ match: RuleMatch, by reason: ConflictPolicy.Reason?, _ scanned: ScannedText
  ) -> UnexpectedFirer {
    UnexpectedFirer(
      rule: rulebook.rules[match.rule].name, exampleOf: rulebook.rules[number].name, location: example.location,
      words: scanned.text.string(scanned.tokens.span(match.range)), beatsTheRule: reason)
  }
}

extension ScannedText {
  /// The tokens that make up a span exactly, spaces at its borders aside; nil when a border lies inside a token.
  func wholeTokens(_ span: Span) -> Range<Int>? {
    guard let first = tokens.end.firstIndex(where: { Int($0) > span.start }) else { return nil }
    var end = first
    while end < count, Int(tokens.start[end]) < span.end { end += 1 }
    guard end > first, Int(tokens.start[first]) >= span.start, Int(tokens.end[end - 1]) <= span.end else {
      return nil
    }
    return first..<end
  }
}
