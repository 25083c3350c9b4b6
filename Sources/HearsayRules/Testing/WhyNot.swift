import HearsayText

/// Says why a rule doesn't match a text: the longest part of one of its patterns that fits, and what fails behind it.
public struct WhyNot<Phrases: PhraseFinder> {
  private let rulebook: Rulebook
  private let makePhrases: (ScannedText) -> Phrases

  public init(_ rulebook: Rulebook, makePhrases: @escaping (ScannedText) -> Phrases) {
    self.rulebook = rulebook
    self.makePhrases = makePhrases
  }

  /// The answer for a rule of the rulebook; nil when it has no rule of that name.
  public func explain(rule name: String, text: String) -> NearMiss? {
    guard let rule = rulebook.rules.firstIndex(where: { $0.name == name }) else { return nil }
    return explain(rule: rule, scanned: rulebook.scan(SourceText(text)))
  }

  /// The best near miss in the scopes of a text; one that does match is better than any other.
  func explain(rule: Int, scanned: ScannedText) -> NearMiss {
    let phrases = makePhrases(scanned)
    var best: NearMiss?
    for scope in scanned.scopes(for: rulebook.rules[rule].scope) {
      let found = nearest(rule, scanned, scope, phrases)
      if let known = best, !found.isBetter(than: known) { continue }
      best = found
    }
    return best
      ?? NearMiss(rule: rulebook.rules[rule].name, pattern: 0, matched: [], outcome: .emptyText, scanned: scanned)
  }

  private func nearest(_ rule: Int, _ scanned: ScannedText, _ scope: Range<Int>, _ phrases: Phrases) -> NearMiss {
    let name = rulebook.rules[rule].name
    var own: [RuleMatch] = []
    NaiveMatcher(rulebook, ignoringStatus: true).match(
      scanned, scope: scope, kind: rulebook.rules[rule].scope, only: rule, phrases: phrases, into: &own)
    if let match = own.first {
      return NearMiss(
        rule: name, pattern: match.pattern,
        matched: match.captures.map { NearMiss.Part(element: $0.name, tokens: $0.range) }, outcome: .matches,
        scanned: scanned)
    }
    if let refused = refusal(rule, scanned, scope, phrases) { return refused }
    var best: NearMiss?
    for (pattern, plans) in rulebook.plans.patterns[rule].enumerated() {
      for plan in plans {
        let found = furthest(plan, rule, pattern, scanned, scope, phrases)
        if let known = best, !found.isBetter(than: known) { continue }
        best = found
      }
    }
    return best ?? NearMiss(rule: name, pattern: 0, matched: [], outcome: .emptyText, scanned: scanned)
  }

  /// A pattern that fits, but whose match is refused by `unless` or `where`.
  private func refusal(
    _ rule: Int, _ scanned: ScannedText, _ scope: Range<Int>, _ phrases: Phrases
  ) -> NearMiss? {
    let naive = NaiveMatcher(rulebook, ignoringStatus: true)
    guard let match = naive.unchecked(rule, scanned, scope, phrases).first else { return nil }
    let definition = rulebook.rules[rule]
    let matched = match.captures.map { NearMiss.Part(element: $0.name, tokens: $0.range) }
    if naive.isExcepted(match, rulebook.engine.rules[rule], scanned, scope, phrases) {
      let texts = definition.unless.map { "`\($0.location.text)`" }
      return NearMiss(
        rule: definition.name, pattern: match.pattern, matched: matched,
        outcome: .excepted(texts.joined(separator: " or ")), scanned: scanned)
    }
    for (number, constraint) in rulebook.engine.rules[rule].constraints.enumerated()
    where !scanned.passes(constraint, match, rulebook.engine.rules[rule], scope: scope, phrases) {
      return NearMiss(
        rule: definition.name, pattern: match.pattern, matched: matched,
        outcome: .constraintFails("`\(definition.constraints[number].location.text)`"), scanned: scanned)
    }
    return nil
  }

  /// The way through a plan that gets furthest. Of ways to one position the first counts, so the work is bounded by
  /// elements times positions.
  private func furthest(
    _ plan: AnchorPlan, _ rule: Int, _ pattern: Int, _ scanned: ScannedText, _ scope: Range<Int>,
    _ phrases: Phrases
  ) -> NearMiss {
    let names = rulebook.engine.rules[rule].names
    let ways = NaiveWays(engine: rulebook.engine, scanned: scanned, scope: scope)
    let steps = plan.reading.steps
    var best: (parts: [NearMiss.Part], failed: Int, at: Int) = ([], 0, scope.lowerBound)
    var score = -1
    for start in scope.lowerBound...scope.upperBound {
      var reached: [(end: Int, parts: [NearMiss.Part])] = [(start, [])]
      for (number, step) in steps.enumerated() {
        var next: [(end: Int, parts: [NearMiss.Part])] = []
        for way in reached {
          for end in ways.ends(of: step, from: way.end, phrases) where !next.contains(where: { $0.end == end }) {
            let part = NearMiss.Part(element: rulebook.text(of: step, names), tokens: way.end..<end)
            next.append((end, way.parts + [part]))
          }
        }
        if next.isEmpty {
          // Of the ways that got here the one that covers most is the nearest to what was meant.
          guard let far = reached.max(by: { $0.end < $1.end }) else { break }
          let weight = far.parts.reduce(0) { $0 + ($1.tokens.isEmpty ? 0 : 1) } * 1_000 + min(far.end - start, 999)
          if weight > score { (score, best) = (weight, (far.parts, number, far.end)) }
          break
        }
        reached = next
      }
    }
    guard best.failed < steps.count else {
      return NearMiss(
        rule: rulebook.rules[rule].name, pattern: pattern, matched: best.parts, outcome: .emptyText, scanned: scanned)
    }
    let hint = Hints(rulebook: rulebook, scanned: scanned).hint(for: steps[best.failed], at: best.at, scope: scope)
    return NearMiss(
      rule: rulebook.rules[rule].name, pattern: pattern, matched: best.parts.filter { !$0.tokens.isEmpty },
      outcome: .stopped(
        at: best.at, element: rulebook.text(of: steps[best.failed], names), hint: hint,
        isBehindEnd: best.at >= scope.upperBound),
      scanned: scanned)
  }
}

/// How near a rule came to matching a text.
public struct NearMiss: Sendable {
  /// One element of the pattern and the tokens that it matched.
  public struct Part: Sendable, Hashable {
    public let element: String
    public let tokens: Range<Int>
  }

  public enum Outcome: Sendable, Hashable {
    case matches
    /// The pattern fits; the words of the `unless` lines.
    case excepted(String)
    /// The pattern fits; the words of the `where` line.
    case constraintFails(String)
    case stopped(at: Int, element: String, hint: String?, isBehindEnd: Bool)
    case emptyText
  }

  public let rule: String
  /// The index of the pattern in its rule.
  public let pattern: Int
  public let matched: [Part]
  public let outcome: Outcome
  let scanned: ScannedText

  func isBetter(than other: NearMiss) -> Bool { weight > other.weight }

  private var weight: Int {
    switch outcome {
    case .matches: .max
    case .excepted, .constraintFails: .max - 1
    case .emptyText: -1
    case .stopped: matched.count * 1_000 + min(999, matched.reduce(0) { $0 + $1.tokens.count })
    }
  }

  /// One or two lines for a person, then the text with its tokens numbered.
  public var text: String {
    var lines: [String] = []
    let parts = matched.map { part in
      "\(part.element) “\(scanned.text.string(scanned.tokens.span(part.tokens)))”"
    }
    switch outcome {
    case .matches:
      lines.append("`\(rule)` matches: \(parts.joined(separator: " "))")
    case .excepted(let words):
      lines.append("`\(rule)` would match, but unless \(words) holds it back")
    case .constraintFails(let words):
      lines.append("`\(rule)` would match, but where \(words) doesn't hold")
    case .emptyText:
      lines.append("`\(rule)` found no word to look at")
    case .stopped(let at, let element, let hint, let isBehindEnd):
      lines.append(
        "`\(rule)`, pattern \(pattern + 1): "
          + (parts.isEmpty ? "nothing matched" : "matched " + parts.joined(separator: " ")))
      let place = isBehindEnd ? "at the end" : "at token \(at) “\(scanned.text.string(scanned.tokens.span(at)))”"
      lines.append("stopped \(place): no \(element) here" + (hint.map { " (\($0))" } ?? ""))
    }
    lines.append(TokenRuler(scanned).render(matched.map { ($0.element, $0.tokens) }))
    return lines.joined(separator: "\n")
  }
}
