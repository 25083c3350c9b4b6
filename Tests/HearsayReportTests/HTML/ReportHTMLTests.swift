import Foundation
import HearsayAudit
import HearsayText
import Testing

@testable import HearsayReport

@Suite struct ReportHTMLTests {
  private func html(_ report: SourcingReport) throws -> String {
    try #require(DocumentFormat.named("html")).string(report)
  }

  @Test func thePolicyForbidsEverythingButTheStyleSheet() throws {
    let page = try html(SampleStory.report())
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"))
    #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("url(h"))
  }

  @Test func everyLinkHasItsTarget() throws {
    let page = try html(SampleStory.report())
    let targets = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) })
    let links = page.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
    #expect(links.count > 12)
    for link in links { #expect(targets.contains(link), "\(link)") }
    #expect(targets.count == page.matches(of: /\sid="([^"]+)"/).count, "an id stands twice")
  }

  @Test func overlappingMarksAreCutAtTheirEdges() {
    let audited = AuditedStory(SampleStory.attributed, findings: SampleStory.findings)
    let marked = MarkedText(audited, story: 0).html
    #expect(marked.contains("<mark class=\"content\">Port closes</mark>, <mark class=\"found source\">media</mark>"))
    #expect(marked.contains("<sup id=\"s1-m1\"><a href=\"#s1-f1\""))
    #expect(marked.components(separatedBy: "<mark").count == marked.components(separatedBy: "</mark>").count)
  }

  @Test func theDrawingHasWordsForThoseWhoDontSeeIt() throws {
    let page = try html(SampleStory.report())
    #expect(
      page.contains(
        "<desc id=\"graph-1-desc\">harbour official (anonymous) to The Quay Times (report not seen), implied;"))
    #expect(page.contains("The same chain as a table"))
  }

  @Test func headingsDontSkipALevel() throws {
    var report = SampleStory.report()
    report.stories.append(report.stories[0])
    let page = try html(report)
    var last = 0
    for match in page.matches(of: /<h([1-6])/) {
      let level = Int(match.output.1) ?? 0
      #expect(level <= last + 1)
      last = level
    }
    #expect(page.matches(of: /<h1/).count == 1)
  }
}

@Suite struct ReportMarkdownTests {
  @Test func wordsCantBecomeMarkup() {
    #expect(Escaping.markdown("# a *b* `c` [d](e) <f> | g") == "\\# a \\*b\\* \\`c\\` \\[d\\](e) &lt;f&gt; \\| g")
    #expect(Escaping.markdown("- a\n# b") == "\\- a \\# b")
    #expect(!Escaping.markdown("see https://a.example www.b.example").contains("https://"))
  }

  @Test func tablesKeepTheirColumns() throws {
    let page = try #require(DocumentFormat.named("markdown")).string(HostileStory.report())
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| a1") || $0.hasPrefix("| id, line") }
    #expect(rows.count == 2)
    for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 7) }
  }
}
