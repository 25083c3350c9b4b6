import HearsayAttribution
import HearsayAudit
import HearsayDiagnostics
import HearsayIngest
import HearsayRules
import HearsayStory
import HearsayText

/// Runs story tests: the whole analysis on the story, and each expectation against what comes of it.
public struct StoryTester {
  private let pipeline: Pipeline

  public init(_ rulebook: Rulebook) { pipeline = Pipeline(rulebook: rulebook) }

  /// Each story is read with the rules of its language.
  public init(_ shelf: RuleShelf) { pipeline = Pipeline(shelf: shelf) }

  public func run(_ tests: [StoryTest]) -> StoryTestReport {
    var report = StoryTestReport()
    for test in tests {
      report.tests += 1
      switch analyse(test) {
      case .success(let result): check(test, result, &report)
      case .failure(let problem):
        report.failures.append(
          StoryTestFailure(
            test: test.name, location: test.location, message: "the story can't be read: \(problem.what)",
            detail: problem.help ?? ""))
      }
    }
    return report
  }

  /// What the analysis makes of a test's story.
  public func analyse(_ test: StoryTest) -> Result<StoryFacts, InputProblem> {
    StoryReader.story(text: Array(test.story.utf8), id: test.name).map { story in
      var desk = pipeline.makeDesk()
      let attributed = desk.attribute(desk.document(story))
      return StoryFacts(story: attributed, audit: desk.audit(attributed))
    }
  }

  private func check(_ test: StoryTest, _ facts: StoryFacts, _ report: inout StoryTestReport) {
    for expectation in test.expectations {
      report.expectations += 1
      let candidates = facts.candidates(for: expectation)
      let found = candidates.first { candidate in expectation.lines.allSatisfy(candidate.agrees) }
      let isMet = (found == nil) == expectation.isAbsent
      if isMet != expectation.isTodo { continue }
      report.failures.append(
        failure(test, expectation, found: found, nearest: nearest(to: expectation, among: candidates), facts))
    }
  }

  private func failure(
    _ test: StoryTest, _ expectation: Expectation, found: Candidate?, nearest: Candidate?, _ facts: StoryFacts
  ) -> StoryTestFailure {
    let what = expectation.id.map { "\(expectation.subject.rawValue) `\($0)`" } ?? expectation.subject.rawValue
    var message: String
    var detail: [String] = []
    if expectation.isTodo {
      message = "this is as it should be now"
      detail = ["fixed: remove `todo`"]
    } else if let found, expectation.isAbsent {
      message = "there should be no such \(what)"
      detail = found.lines
    } else if let nearest {
      message = "there is no such \(what)"
      for line in expectation.lines where !nearest.agrees(line) {
        detail.append("\(line.field.rawValue), wanted: \(line.value)")
        detail.append("\(line.field.rawValue), found:  \(nearest.shown(line.field))")
      }
      detail.append("in the nearest one:")
      detail += nearest.lines.map { "  " + $0 }
    } else {
      message = "there is no \(what)"
      detail = facts.overview(of: expectation.subject)
    }
    return StoryTestFailure(
      test: test.name, location: expectation.location, message: message, detail: detail.joined(separator: "\n"))
  }

  /// The candidate that agrees in most lines; the first of equals. None when none shares a word of what is asked.
  private func nearest(to expectation: Expectation, among candidates: [Candidate]) -> Candidate? {
    var best: (candidate: Candidate, score: Int)?
    for candidate in candidates {
      let score = expectation.lines.reduce(0) { $0 + (candidate.agrees($1) ? 3 : candidate.sharesWords($1) ? 1 : 0) }
      if score > (best?.score ?? 0) { best = (candidate, score) }
    }
    return best?.candidate
  }
}

/// What came of running story tests.
public struct StoryTestReport: Sendable {
  public var tests = 0
  public var expectations = 0
  /// In the order of the files.
  public var failures: [StoryTestFailure] = []

  public init() {}
  public var passed: Bool { failures.isEmpty }

  /// All failures, then one line that sums up.
  public var text: String {
    let count =
      "\(tests) stor\(tests == 1 ? "y" : "ies") with \(expectations) expectation\(expectations == 1 ? "" : "s")"
    let summary = failures.isEmpty ? "\(count), all met" : "\(count), \(failures.count) not met"
    return (failures.map(\.text) + [summary]).joined(separator: "\n\n") + "\n"
  }
}

/// An expectation that wasn't met.
public struct StoryTestFailure: Sendable {
  public let test: String
  /// The expectation's first line.
  public let location: SourceLocation
  public let message: String
  /// What was found in its place; may be empty.
  public let detail: String

  /// The message with its place, and the detail indented below.
  public var text: String {
    let lines =
      detail.isEmpty ? [] : detail.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    return (["\(location): \(message) (\(test))"] + lines).joined(separator: "\n")
  }
}
