import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayRules

/// The matcher against its oracle: the same matches, capture by capture, for random rules and random texts.
@Suite struct NaiveMatcherTests {
  private static let words = [
    "a", "b", "Cee", "Dee", "the", "has", "not", "said", "calls", "for", "out", ",", "\"", ".",
  ]

  @Test(arguments: 0..<60)
  func matchesAgreeOnRandomRules(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var rules = TestRules()
    rules.lexicon("one", [("x", "said/says, calls/calls for/calls out for"), ("y", "a, the, for")])
    rules.lexicon("two", [("z", "Cee, b, out, not said")])
    rules.outlet("cee", ["Cee", "The Dee Cee"])
    rules.outlet("dee", ["Dee", "Dee for Cee"])
    for number in 0..<8 {
      let patterns = (0..<1 + random.below(2)).map { _ in Self.sequence(&random, depth: 0) }
      let unless = random.chance(30) ? [Self.sequence(&random, depth: 1)] : []
      rules.rule("r\(number)", patterns, unless: unless, scope: number < 6 ? .sentence : .headline)
    }
    // A pattern that needs no word is refused, as is a rule with too many captures; leave such rules out.
    rules.set.rules.removeAll { rule in
      rule.captures.count > CaptureSlots.limit || rule.patterns.contains { Self.repeats($0.elements) }
        || !(rule.patterns + rule.unless).allSatisfy { $0.elements.contains(where: Self.isMandatory) }
    }
    let book = try rules.compile()
    var matcher = Matcher(book)
    let naive = NaiveMatcher(book)
    for _ in 0..<25 {
      let text = (0..<random.below(14)).map { _ in random.pick(Self.words) }.joined(separator: " ")
      let scanned = book.scan(SourceText(text))
      let phrases = SimplePhrases(scanned: scanned)
      let low = random.below(scanned.count + 1)
      let scope = random.chance(70) ? 0..<scanned.count : low..<low + random.below(scanned.count - low + 1)
      for kind in [Rule.Scope.sentence, .headline] {
        var fast: [RuleMatch] = []
        matcher.match(scanned, scope: scope, kind: kind, phrases: phrases, into: &fast)
        var slow: [RuleMatch] = []
        naive.match(scanned, scope: scope, kind: kind, phrases: phrases, into: &slow)
        #expect(fast.map(Self.describe) == slow.map(Self.describe), "\(text) \(scope) \(book.rules.map(\.patterns))")
      }
    }
  }

  private static func describe(_ match: RuleMatch) -> String {
    "\(match.rule)/\(match.pattern) \(match.range) @\(match.anchor) gaps \(match.gaps) \(match.captures)"
  }

  /// Whether a name comes up twice in a pattern.
  private static func repeats(_ elements: [PatternElement]) -> Bool {
    var names: [String] = []
    func walk(_ elements: [PatternElement]) {
      for element in elements {
        switch element {
        case .capture(let name, let inner):
          names.append(name)
          inner.forEach(walk)
        case .group(let inner): inner.forEach(walk)
        case .optional(let one): walk([one])
        default: break
        }
      }
    }
    walk(elements)
    return Set(names).count < names.count
  }

  private static func isMandatory(_ element: PatternElement) -> Bool {
    switch element {
    case .optional, .gap: false
    case .capture(_, let inner), .group(let inner): inner.allSatisfy { $0.contains(where: isMandatory) }
    default: true
    }
  }

  private static func sequence(_ random: inout SplitMix64, depth: Int) -> [PatternElement] {
    (0..<1 + random.below(depth == 0 ? 4 : 2)).map { _ in element(&random, depth: depth) }
  }

  private static func element(_ random: inout SplitMix64, depth: Int) -> PatternElement {
    let lexicons: [(String, String?)] = [("one", nil), ("one", "x"), ("one", "y"), ("two", nil)]
    switch random.below(depth < 2 ? 16 : 9) {
    case 0, 1, 2: return .word(random.pick(words.filter { $0 != "\"" }))
    case 3, 4:
      let (name, className) = random.pick(lexicons)
      return .lexicon(name: name, class: className)
    case 5:
      let (name, className) = random.pick(lexicons)
      return .verb(name: name, class: className)
    case 6, 7: return .type(random.pick([.source, .outlet, .quote, .clause, .clause]))
    case 8: return random.chance(50) ? .start : .end
    case 9, 10: return .gap(1 + random.below(3))
    case 11, 12: return .optional(element(&random, depth: depth + 1))
    case 13, 14:
      return .capture(
        // One name a place: what a name given twice on one way would mean is for the checker to forbid.
        name: random.chance(20) ? "cue" : "c\(random.below(1_000))",
        (0..<1 + random.below(2)).map { _ in sequence(&random, depth: depth + 1) })
    default: return .group((0..<1 + random.below(3)).map { _ in sequence(&random, depth: depth + 1) })
    }
  }
}
