import HearsayAttribution
import HearsayAudit
import HearsayText

@testable import HearsayReport
@testable import HearsayStory

/// A story by somebody who wants to break whatever prints it: markup, formulas, control characters, marks that turn the
/// writing direction, ends of CDATA, fences, comments and attributes.
enum HostileStory {
  static let name =
    "=cmd('x')|' /C calc'!A0 <script>alert(1)</script> \u{202E}evil\u{202C} \"]]> ``` --> \u{0}\u{7}\u{1B}[31m"
  static let words = """
    </title><script>alert(1)</script> & “]]>” reports

    "<img src=x onerror=alert(1)> =1+1 \\" | `code` [link](javascript:alert(1)) \u{202E}\u{2066}gnirts\u{2069}\u{0}\u{1}\u{7F}𝔘 said the
    -second line; end" \(name) said. https://example.org/?a=1&b=<2>

    """
  static let text = SourceText(words)

  static var attributed: AttributedStory {
    let whole = Span(0, text.bytes.count)
    let first = Span(0, 20)
    let speaker = Speaker(
      id: 0, name: name, kind: .person, anonymous: true, grade: .anonymous, role: name, count: CountRange(2, 3),
      mention: first)
    let document = Document(
      story: Story(id: name, path: "dir/\(name).txt", text: text, sha256: "nothex", url: "https://example.org/\"><b>"),
      blocks: [Block(.headline, first), Block(.teaser, Span(20, 30)), Block(.paragraph, Span(30, text.bytes.count))],
      headline: first, byline: [name], published: name,
      publisher: Publisher(id: "x\"><", name: name + " outlet", how: .inferred),
      language: "en\"><script>")
    var story = AttributedStory(
      document: document,
      attributions: [
        Attribution(
          id: 0, kind: .direct, content: [Span(50, text.bytes.count), first], cue: [first], source: [Span(20, 24)],
          speaker: speaker,
          stance: name, within: 1,
          chain: [
            Link(name: name, kind: .person), Link(name: name + " relay", kind: .outlet, stated: false, why: name),
            Link(name: name + " outlet", kind: .outlet, outlet: "x\"><"),
          ],
          caveats: [AppliedCaveat(caveat: name, certainty: .inferred, by: name, cue: [first], rule: name)], rule: name,
          block: 0),
        // Spans outside the text, and two statements that claim to hold each other.
        Attribution(
          id: 1, kind: .indirect, content: [Span(0, 9_000_000)], cue: [], source: [], within: 0, chain: [], rule: "",
          block: 0),
      ],
      caveats: [StoryCaveat(caveat: "unverified", cue: [whole], by: name, covers: [0, 1, 77], rule: name)],
      notes: [name])
    story.relay = Link(name: name, kind: .outlet)
    return story
  }

  static var findings: [Finding] {
    [
      Finding(
        check: name, level: .error, message: name, at: Span(5, 60), related: [Related(name, at: Span(0, 9_000_000))],
        rewrite: name, attribution: 0, rule: name),
      Finding(check: "NUM-01", level: .note, message: "[x](y) \\", at: Span(9_000_000, 9_000_001), attribution: 99),
    ]
  }

  static func report(_ options: ReportOptions = ReportOptions()) -> SourcingReport {
    let accepted = AcceptedFinding(
      Finding(check: name, level: .warning, message: name, at: Span(3, 9)), how: .accepted, reason: name)
    return SourcingReport(
      stories: [
        AuditedStory(
          attributed, findings: findings, accepted: [accepted], notAssessed: [NotAssessed(check: name, why: name)])
      ], rulebook: RulebookStamp(name: name, sha256: name), checks: [], version: "0.0.0", stale: [name],
      options: options)
  }
}

extension SampleStory {
  static func report(_ options: ReportOptions = ReportOptions(), accepted: [AcceptedFinding] = []) -> SourcingReport {
    SourcingReport(
      stories: [AuditedStory(attributed, findings: findings, accepted: accepted, notAssessed: notAssessed)],
      rulebook: RulebookStamp(name: "en", sha256: "00"), checks: [], version: "1.2.3", options: options)
  }
}

extension DocumentFormat {
  func string(_ report: SourcingReport) -> String {
    var bytes = ByteBuffer()
    write(report, &bytes)
    return bytes.string
  }
}
