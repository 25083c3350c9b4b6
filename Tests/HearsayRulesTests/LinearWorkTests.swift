import HearsayText
import Testing

@testable import HearsayRules

/// Hostile rules on hostile texts: the work grows with the text and not faster. Work is counted in steps, which are the
/// same on every machine, never in time.
@Suite struct LinearWorkTests {
  private static let rules = [
    "a ..12 a ..12 a ..12 a ..12 a ..12 z",
    "( a | a a | a a a )? ( a | a a | a a a )? ( a | a a | a a a )? ( a | a a | a a a )? <cue: b> z",
    "<content: clause> <x: a | a a>? ..12 <y: clause> ..12 <cue: b> <z: clause> z",
    "^ ..12 ( a ..3 )? ( a ..3 )? ( a ..3 )? ( a ..3 )? <cue: b> z $",
    "<source: source> ..12 verb @say ..12 <content: clause> ..12 verb @say z",
    "<content: <a1: clause> ..4 <b1: clause> ..4 <c1: clause>> , <cue: verb @say> <source: source> z $",
  ]

  private static let texts: [(name: String, piece: String)] = [
    ("one word", "a "), ("anchors", "a b "), ("verbs", "said a b "), ("names", "Cee a said Dee b "),
    ("commas", "a , b , "),
  ]

  private func book() throws -> Rulebook {
    try writtenRulebook(
      Self.rules.enumerated().map { i, pattern in
        """
        rule hostile-\(i)
          why      Made to take long.
          pattern  \(pattern)
          unless   a ..12 a ..12 a ..12 b ..12 y
          then     note x
          match    x
          skip     y


        """
      }.joined())
  }

  private func steps(_ book: Rulebook, _ text: String) -> (steps: Int, tokens: Int) {
    let scanned = book.scan(SourceText(text))
    var matcher = Matcher(book)
    var matches: [RuleMatch] = []
    let phrases = NearPhrases(scanned: scanned)
    for kind in [Rule.Scope.sentence, .block] {
      for scope in scanned.scopes(for: kind) {
        matcher.match(scanned, scope: scope, kind: kind, phrases: phrases, into: &matches)
      }
    }
    return (matcher.steps, scanned.count)
  }

  @Test(arguments: texts.map(\.name)) func stepsGrowWithTheText(_ name: String) throws {
    let piece = try #require(Self.texts.first { $0.name == name }).piece
    let book = try book()
    let small = steps(book, String(repeating: piece, count: 150))
    let large = steps(book, String(repeating: piece, count: 600))
    #expect(large.tokens == 4 * small.tokens)
    #expect(Double(large.steps) <= 4.4 * Double(small.steps) + 1_000, "\(small.steps) steps, then \(large.steps)")
  }

  @Test func stepsGrowWithTheNumberOfRulesAtMost() throws {
    let text = String(repeating: "Cee a said b , ", count: 100)
    let all = try steps(book(), text).steps
    var sum = 0
    for pattern in Self.rules {
      let one = try writtenRulebook(
        """
        rule hostile
          why      Made to take long.
          pattern  \(pattern)
          unless   a ..12 a ..12 a ..12 b ..12 y
          then     note x
          match    x
          skip     y
        """)
      sum += steps(one, text).steps
    }
    #expect(all <= sum, "rules asked together take no more steps than one by one")
  }

  /// Phrases that reach eight tokens at most and cost as much, so that the test's own time is linear too.
  private final class NearPhrases: PhraseFinder {
    let scanned: ScannedText

    init(scanned: ScannedText) {
      self.scanned = scanned
    }

    private func fits(_ type: PhraseType, _ range: Range<Int>) -> Bool {
      switch type {
      case .source, .person: range.count == 1 && scanned.tokens.flags[range.lowerBound].contains(.capitalised)
      case .clause, .statement: true
      case .outlet, .quote, .number, .date: false
      }
    }

    func ends(of type: PhraseType, from start: Int, scope: Range<Int>, into ends: inout [Int]) {
      guard scope.contains(start) else { return }
      let last = min(start + 8, scope.upperBound)
      ends += (start + 1...last).reversed().filter { fits(type, start..<$0) }
    }

    func starts(of type: PhraseType, to end: Int, scope: Range<Int>, into starts: inout [Int]) {
      guard end > scope.lowerBound, end <= scope.upperBound else { return }
      starts += (max(scope.lowerBound, end - 8)..<end).filter { fits(type, $0..<end) }
    }

    func verbGroup(head: Int, form: VerbForm) -> Range<Int>? { head..<head + 1 }
    func isUnnamed(_ range: Range<Int>) -> Bool { true }
  }
}
