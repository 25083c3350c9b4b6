import HearsayRulebook
import HearsayRules
import Testing

@testable import HearsaySyntax

/// Every rule that is shipped finds its `match` and leaves its `skip` alone: what `hearsay rules test` runs.
@Suite struct ShippedExamplesTests {
  @Test func allExamplesAreAsTheyShouldBe() throws {
    let (loaded, _) = Rulebook.load(
      files: Rulebook.mainFiles(builtIn: builtInRules), running: [.stable, .test])
    let rulebook = try #require(loaded)
    let syntax = LightSyntax.Context(rulebook)
    let report = RuleTester(rulebook) { LightSyntax($0, $0.quotations, syntax) }.run()
    #expect(report.examples > 100)
    #expect(report.passed, "\(report.text)")
  }
}
