import HearsayAudit

/// JUnit XML as CI servers read it: a suite for each story, a case for each check.
///
/// Errors and warnings fail their case; notes stand in its output, because a note is no reason to stop a pipeline. What could
/// not be assessed is skipped.
struct JUnit {
  let report: SourcingReport

  var xml: String {
    let suites = report.stories.map(Suite.init)
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    out += "<testsuites name=\"hearsay\" tests=\"\(suites.reduce(0) { $0 + cases($1).count })\" "
    out += "failures=\"\(suites.reduce(0) { $0 + $1.failed.count })\" errors=\"0\">\n"
    for suite in suites { out += render(suite) }
    return out + "</testsuites>\n"
  }

  private struct Suite {
    let audited: AuditedStory
    let skipped: [NotAssessed]

    init(_ audited: AuditedStory) {
      self.audited = audited
      skipped = audited.notAssessed
    }

    var failed: Set<String> { Set(audited.findings.lazy.filter { $0.level > .note }.map(\.check)) }
  }

  /// The checks that were made or should have been, by id.
  private func cases(_ suite: Suite) -> [String] {
    let known = report.checks.filter(\.isOnByDefault).map(\.id)
    return Set(known + suite.audited.findings.map(\.check) + suite.skipped.map(\.check)).sorted()
  }

  private func render(_ suite: Suite) -> String {
    let name = Escaping.attribute(suite.audited.story.name)
    let cases = cases(suite)
    let skipped = Dictionary(suite.skipped.map { ($0.check, $0.why) }, uniquingKeysWith: { first, _ in first })
    var out = "<testsuite name=\"\(name)\" tests=\"\(cases.count)\" failures=\"\(suite.failed.count)\" errors=\"0\" "
    out += "skipped=\"\(cases.count { skipped[$0] != nil })\">\n"
    let facts = StoryFacts(suite.audited)
    for id in cases {
      let title = report.check(id)?.title ?? id
      out += "<testcase classname=\"\(name)\" name=\"\(Escaping.attribute("\(id) \(title)"))\">"
      let found = suite.audited.findings.filter { $0.check == id }
      let failures = found.filter { $0.level > .note }
      if let why = skipped[id] {
        out += "<skipped message=\"\(Escaping.attribute(why))\"/>"
      } else if let first = failures.first {
        out += "<failure type=\"\(first.level.name)\" message=\"\(Escaping.attribute(first.message))\">"
        out += failures.map { Escaping.markup(line($0, facts)) }.joined(separator: "\n") + "</failure>"
      }
      let notes = found.filter { $0.level == .note }
      if !notes.isEmpty {
        out += "<system-out>" + notes.map { Escaping.markup(line($0, facts)) }.joined(separator: "\n") + "</system-out>"
      }
      out += "</testcase>\n"
    }
    return out + "</testsuite>\n"
  }

  private func line(_ finding: Finding, _ facts: StoryFacts) -> String {
    "\(facts.story.name):\(facts.place(finding.at)): \(finding.level.name): \(finding.message) "
      + Words.quoted(facts.text.string(finding.at), 200)
  }
}
