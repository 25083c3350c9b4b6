import HearsayText
import Testing

@testable import HearsayRules

/// Examples that are as they should be, and all the ways in which they can fail.
@Suite struct RuleTesterTests {
  private func report(_ rules: String) throws -> RuleTestReport {
    RuleTester(try writtenRulebook(rules)) { SimplePhrases(scanned: $0) }.run()
  }

  private func rule(_ rest: String, name: String = "said", pattern: String? = nil) -> String {
    """
    rule \(name)
      why      The plainest attribution.
      pattern  \(pattern ?? "<source: source> <cue: verb @say> that? <content: clause>")
      then     attribute content to source
    \(rest.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))

    """
  }

  private let good = """
    match    {source: Mara Quill} {cue: has said} that {content: the ferry was late}.
    skip     Nobody spoke.
    """

  @Test func goodExamplesPass() throws {
    let report = try report(rule(good))
    #expect(report.failures.map(\.text) == [])
    #expect(report.examples == 2)
    #expect(report.text == "2 examples, all as they should be\n")
  }

  @Test func aMatchThatDoesNotMatchShowsTheNearestMiss() throws {
    let report = try report(rule("match  {source: Mara Quill} whispered that it was late.\nskip  Nobody spoke."))
    #expect(report.failures.map(\.kind) == [.noMatch])
    #expect(
      report.failures.first?.text == """
        test.rules:5: `said` doesn't match its example
            `said`, pattern 1: matched <source: source> “Mara Quill”
            stopped at token 2 “whispered”: no verb @say here
            Mara Quill whispered that it was late.
            0    1     2         3    4  5   6   7
            ~~~~~~~~~~                             <source: source>
            <source>: 0–1 “Mara Quill”
        """)
  }

  @Test func capturesAreComparedAsSpans() throws {
    let report = try report(rule("match  Mara {source: Quill} said it was late.\nskip  Nobody spoke."))
    #expect(report.failures.map(\.kind) == [.wrongCaptures])
    #expect(report.failures.first?.detail.contains("source, wanted") == true)
    #expect(report.failures.first?.detail.contains("source, found") == true)
  }

  @Test func aSkipThatFiresIsShown() throws {
    let report = try report(rule("match  {source: Otto} said so.\nskip  Mara Quill denied it."))
    #expect(report.failures.map(\.kind) == [.fired])
    #expect(
      report.failures.first?.detail == """
        Mara Quill denied it.
        0    1     2      3 4
        ~~~~~~~~~~~~~~~~~~~~  match
        ~~~~~~~~~~            source
                   ~~~~~~     cue
                          ~~  content
        """)
  }

  @Test func aTodoMustStillGoWrong() throws {
    let open = try report(
      rule(good + "\ntodo match  It was late, {source: Mara Quill} whispered.\ntodo skip  Otto said so."))
    #expect(open.failures.isEmpty)
    let fixed = try report(rule(good + "\ntodo match  {source: Mara Quill} said so.\ntodo skip  Nobody cares."))
    #expect(fixed.failures.map(\.kind) == [.todoPasses, .todoPasses])
  }

  @Test func anUnresolvedTieNamesBothRules() throws {
    let both =
      rule(good)
      + rule(
        "match  {content: Otto} said so.\nskip  Nobody spoke.", name: "other",
        pattern: "<content: source> <cue: verb @say> that? <source: clause>")
    let report = try report(both)
    #expect(report.failures.map(\.kind) == [.tie("said", "other"), .tie("said", "other")])
    #expect(
      report.failures.first?.message
        == "`said` and `other` attribute the same words differently, and nothing prefers one")
    let declared = both.replacing("rule other\n", with: "rule other\n  over  said\n")
    #expect(try self.report(declared).failures.isEmpty)
  }

  @Test func whoElseFiresIsListedApart() throws {
    let report = try report(
      rule(good)
        + """
        rule late
          why      A word to note.
          pattern  was late
          then     note lateness
          match    It was late.
          skip     It was early.
        """)
    #expect(report.passed)
    let firer = "test.rules:5: `late` also fires on an example of `said`: “was late”"
    #expect(report.unexpected.map(\.text) == [firer])
  }

  @Test func draftsAreTestedWhenTheyRun() throws {
    let draft = "rule said\n  status draft" + rule("match  Nothing here.\nskip  Otto said so.").dropFirst(9)
    #expect(try report(draft).examples == 0)
    let book = try writtenRulebook(draft, running: [.stable, .draft])
    #expect(RuleTester(book) { SimplePhrases(scanned: $0) }.run().failures.map(\.kind) == [.noMatch, .fired])
  }
}
