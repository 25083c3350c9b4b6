import HearsayTestSupport
import HearsayText
import Testing

@testable import HearsayRules

/// The automaton that the benchmark measures against must find what the matcher finds, or the comparison says nothing.
@Suite struct OneAutomatonTests {
  private static let words = ["a", "b", "Cee", "Dee", "the", "has", "said", "calls", "for", "out", ",", "\"", "."]

  @Test(arguments: 0..<8)
  func findsThePatternsThatTheNaiveMatcherFinds(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let book = try writtenRulebook(
      """
      lexicon two
        why  Entries of one and of several words.
        z    Cee, b, out, calls for

      rule gaps
        why      Gaps, options and choices.
        pattern  <cue: a | the b?> ..3 ( said | @two ) <content: clause>?
        pattern  <content: clause> , ..2 @two $
        then     note seen
        match    a said
        skip     out

      rule verbs
        why      Verb groups and phrases.
        pattern  ^ <source: source> <cue: verb @say> ( <content: quote> | for ..1 <content: source> )
        then     attribute content to source
        match    {source: Cee} {cue: said} {content: "b"}
        skip     out
      """)
    let automaton = OneAutomaton(book, kind: .sentence)
    let naive = NaiveMatcher(book)
    var run = OneAutomaton.Run()
    for _ in 0..<15 {
      let text = (0..<random.below(12)).map { _ in random.pick(Self.words) }.joined(separator: " ")
      let scanned = book.scan(SourceText(text))
      let phrases = SimplePhrases(scanned: scanned)
      let scope = 0..<scanned.count
      automaton.read(scanned, scope: scope, phrases: phrases, &run)
      let found = Set(run.hits)
      // The oracle gives the best way round each anchor; the automaton all places where a pattern can end.
      for rule in book.rules.indices {
        for match in naive.unchecked(rule, scanned, scope, phrases) {
          let hit = OneAutomaton.Hit(rule: rule, pattern: match.pattern, end: match.range.upperBound)
          #expect(found.contains(hit), "\(text): \(book.rules[rule].name) \(match.range)")
        }
      }
      let fitting = Set(
        book.rules.indices.flatMap { rule in
          naive.unchecked(rule, scanned, scope, phrases).map { "\(rule) \($0.pattern)" }
        })
      for hit in run.hits { #expect(fitting.contains("\(hit.rule) \(hit.pattern)"), "\(text): \(hit)") }
    }
  }
}
