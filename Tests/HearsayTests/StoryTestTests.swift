import HearsayDiagnostics
import HearsayRulebook
import HearsayRules
import HearsayTestSupport
import Testing

@testable import Hearsay

/// Story tests: the Markdown, the lines of an expectation, and what a failure says.
@Suite struct StoryTestTests {
  private func read(_ text: String) -> ([StoryTest], [Diagnostic]) {
    StoryTestFile.read(SourceFile(path: "tests/pier.md", text: text))
  }

  private func run(_ expect: String) throws -> StoryTestReport {
    let (tests, problems) = read(
      """
      # The pier

      ```story
      The pier is safe, Mayor Helen Varga said on Monday. Nobody else has seen the report.

      “We will open it,” she told Reuters.
      ```

      ```expect
      \(expect)
      ```
      """)
    #expect(problems.isEmpty, "\(DiagnosticRenderer().render(problems))")
    let rulebook = try #require(Rulebook.builtIn(builtInRules))
    return StoryTester(rulebook).run(tests)
  }

  @Test func aFileHoldsSeveralTestsAmongItsProse() {
    let (tests, problems) = read(
      """
      # First

      Prose with `code`, and a block that is none of ours:

      ```rules
      rule x
      ```

      ~~~~story
      It rained.
      ```
      ~~~~

      ```expect
      no attribution
      ```

      ## Second
      ```story
      It snowed.
      ```
      ```expect
      # nobody said so
      no attribution
        content  It snowed
      todo finding NUM-01
        at       nobody
      ```
      """)
    #expect(problems.isEmpty)
    #expect(tests.map(\.name) == ["First", "Second"])
    #expect(tests[0].story == "It rained.\n```\n" && tests[0].location.line == 9)
    #expect(
      tests[1].expectations.map(\.summary) == ["no attribution, content It snowed", "todo finding NUM-01, at nobody"])
    #expect(tests[1].expectations[1].location.line == 26)
  }

  @Test func mistakesAreToldWithTheirPlace() {
    let (tests, problems) = read(
      """
      ```expect
      no attribution
      ```
      ```story
      It rained.
      ```
      ```expect
        content  It rained
      atribution
        content  It rained
      attribution
        contents  It rained
        source
      finding
      ```
      ```story
      Alone.
      ```
      """)
    #expect(problems.map(\.code) == ["S001", "S005", "S003", "S006", "S007", "S004", "S002"])
    #expect(problems.map(\.primary.location.line) == [1, 8, 9, 12, 13, 14, 16])
    #expect(problems[2].help == "did you mean `attribution`?" && problems[3].help == "did you mean `content`?")
    #expect(tests.count == 1)
  }

  @Test func whatIsThereIsFound() throws {
    let report = try run(
      """
      attribution
        content  The pier is safe
        source   Mayor Helen Varga
        speaker  Helen Varga
        kind     indirect
        stance   neutral
        grade    G0
      attribution
        content  We will open it
        source   she
        speaker  Helen Varga
        chain    Helen Varga -> Reuters
      no attribution
        source   nobody
      no finding NUM-01
      """)
    #expect(report.passed, "\(report.text)")
    #expect(report.text == "1 story with 4 expectations, all met\n")
  }

  @Test func aFailureNamesWhatWasFoundInstead() throws {
    let report = try run(
      """
      attribution
        content  The pier is safe
        source   Helen Varga
      no attribution
        speaker  Helen Varga
      caveat unverified
      todo attribution
        source   she
      """)
    #expect(
      report.failures.map(\.message) == [
        "there is no such attribution", "there should be no such attribution", "there is no caveat `unverified`",
        "this is as it should be now",
      ])
    let first = try #require(report.failures.first)
    #expect(first.text.hasPrefix("tests/pier.md:10: there is no such attribution (The pier)\n"))
    #expect(first.detail.contains("source, wanted: Helen Varga\nsource, found:  Mayor Helen Varga\n"))
    #expect(report.failures[2].detail == "the story has no caveat at all")
  }

  @Test func theStoriesOfTheRulebookReadAsTheirTestsSay() throws {
    let rulebook = try #require(Rulebook.builtIn(builtInRules))
    let folder = Checkout.file("Rules/tests").path
    let files = try RuleFolder.read(folder, endings: [".md"])
    var tests: [StoryTest] = []
    for file in files {
      let (found, problems) = StoryTestFile.read(SourceFile(path: file.path, bytes: file.bytes))
      #expect(problems.isEmpty, "\(DiagnosticRenderer().render(problems))")
      #expect(!found.isEmpty, "\(file.path) holds no story test")
      tests += found
    }
    let report = StoryTester(rulebook).run(tests)
    #expect(report.passed, "\(report.text)")
  }
}
