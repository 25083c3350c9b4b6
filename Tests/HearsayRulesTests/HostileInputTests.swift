import HearsayText
import Testing

@testable import HearsayRules

/// Rules and texts made to backtrack: work is counted in steps, which are the same on every machine.
@Suite struct HostileInputTests {
  /// A pattern with as many ways to fail as one can write: gaps in a row, each behind an optional choice.
  private func book() throws -> Rulebook {
    var rules = TestRules()
    rules.lexicon("a", [("x", "a, a a, a a a")])
    let gap = PatternElement.gap(12)
    let choice = PatternElement.optional(.group([[.word("a")], [.lexicon(name: "a", class: nil)], [gap]]))
    rules.rule(
      "gaps",
      [[.word("bbbb"), gap, choice, gap, choice, gap, choice, gap, choice, gap, .type(.clause), .word("z")]])
    rules.rule(
      "left", [[.word("z"), gap, choice, gap, choice, gap, choice, gap, .type(.clause), .word("bbbb")]],
      unless: [[.word("z"), gap, gap, gap, gap, gap, .word("bbbb")]])
    return try rules.compile()
  }

  private func steps(_ book: Rulebook, words: Int) -> Int {
    // What the rules ask for stands at both ends, so that every anchor is tried.
    let text = "z " + (0..<words).map { $0 % 8 == 0 ? "bbbb" : "a" }.joined(separator: " ") + " z"
    let scanned = book.scan(SourceText(text))
    var matcher = Matcher(book)
    var matches: [RuleMatch] = []
    matcher.match(
      scanned, scope: 0..<scanned.count, kind: .sentence, phrases: NoPhrases(), into: &matches)
    #expect(matches.isEmpty)
    return matcher.steps
  }

  @Test func workGrowsWithTheTextAndNotFaster() throws {
    let book = try book()
    let small = steps(book, words: 1_000)
    let large = steps(book, words: 4_000)
    #expect(small > 1_000, "the rules are meant to be hard")
    #expect(Double(large) < 4.2 * Double(small))
    // Each anchor may cost one budget a side for each program, and no more.
    #expect(large <= 4_000 / 8 * 4 * (Machine.budget + 2))
  }

  @Test func anAttemptThatSpendsItsBudgetFails() throws {
    let book = try book()
    let text = "bbbb " + String(repeating: "a ", count: 70) + "z"
    // No way through five gaps of twelve reaches that far, and nobody waits for all of them to be tried.
    #expect(book.matches(text).isEmpty)
  }

  @Test func longPhrasesAndManyOverlapsAreLinear() throws {
    var rules = TestRules()
    let long = (1...30).map { Array(repeating: "a", count: $0).joined(separator: " ") }
    rules.lexicon("runs", [("x", long.joined(separator: ", "))])
    let book = try rules.compile()
    let scanned = book.scan(SourceText(String(repeating: "a ", count: 1_000)))
    // One hit for each entry of two words or more and each place where it fits.
    #expect(scanned.hits.count == (2...30).reduce(0) { $0 + 1_000 - $1 + 1 })
    for (a, b) in zip(scanned.hits, scanned.hits.dropFirst()) {
      #expect(a.start < b.start || (a.start == b.start && a.end > b.end))
    }
  }

  /// Finds nothing, in no time.
  private final class NoPhrases: PhraseFinder {
    func ends(of type: PhraseType, from start: Int, scope: Range<Int>, into ends: inout [Int]) {}
    func starts(of type: PhraseType, to end: Int, scope: Range<Int>, into starts: inout [Int]) {}
    func verbGroup(head: Int, form: VerbForm) -> Range<Int>? { head..<head + 1 }
    func isUnnamed(_ range: Range<Int>) -> Bool { true }
  }
}
