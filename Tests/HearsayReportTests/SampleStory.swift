import HearsayAttribution
import HearsayAudit
import HearsayText
import Testing

@testable import HearsayStory

/// A small invented story with its attributions made by hand: what the printers are tested on.
enum SampleStory {
  static let words = """
    Port closes, media report

    The Quay Times said a harbour official “who saw the order” had told it: “We shut at six.”
    The Harbour Ledger could not verify the account.

    """

  static let text = SourceText(words)

  /// The place of some words that stand in the story once.
  static func span(_ part: String) -> Span {
    let all = Array(words.utf8)
    let wanted = Array(part.utf8)
    let start = all.indices.first { all[$0...].starts(with: wanted) } ?? 0
    return Span(start, start + wanted.count)
  }

  static var document: Document {
    Document(
      story: Story(id: "port", path: "stories/port.txt", text: text, sha256: "00ff", notes: ["1 byte was mended"]),
      blocks: [
        Block(.headline, span("Port closes, media report")),
        Block(.paragraph, Span(27, text.bytes.count - 1)),
      ],
      headline: span("Port closes, media report"), byline: ["Ada Quill"], dateline: nil, published: "2031-05-02",
      publisher: Publisher(id: "harbour-ledger", name: "The Harbour Ledger", how: .inferred), language: "en")
  }

  static var official: Speaker {
    Speaker(
      id: 0, name: "harbour official", kind: .person, anonymous: true, grade: .anonymousWithAccess, role: "official",
      count: CountRange(1, nil), mention: span("a harbour official"))
  }

  static var attributed: AttributedStory {
    let unverified = AppliedCaveat(
      caveat: "unverified", certainty: .certain, by: "The Harbour Ledger", cue: [span("could not verify")],
      rule: "could-not-verify")
    var story = AttributedStory(
      document: document,
      attributions: [
        Attribution(
          id: 0, kind: .headline, content: [span("Port closes")], cue: [span("report")], source: [span("media")],
          rule: "headline-outlet-reports", block: 0),
        Attribution(
          id: 1, kind: .direct, content: [span("“We shut at six.”")], cue: [span("had told")],
          source: [span("a harbour official")], speaker: official, stance: "claim", within: 0,
          chain: [
            Link(name: "harbour official", kind: .person),
            Link(
              name: "The Quay Times", kind: .outlet, outlet: "quay-times", stated: false,
              why: "the story opens with it"),
            Link(name: "The Harbour Ledger", kind: .outlet, outlet: "harbour-ledger"),
          ],
          caveats: [unverified], rule: "told-outlet", block: 1),
      ],
      caveats: [
        StoryCaveat(
          caveat: "unverified", cue: [span("could not verify")], by: "The Harbour Ledger", covers: [1],
          rule: "could-not-verify")
      ],
      notes: ["who “it” is was not settled"])
    story.relay = Link(name: "The Quay Times", kind: .outlet, outlet: "quay-times")
    return story
  }

  static var findings: [Finding] {
    [
      Finding(
        check: "VAGUE-01", level: .error, message: "the headline names no outlet", at: span("media report"),
        related: [Related("named below", at: span("The Quay Times"))], rewrite: "“Port closes, The Quay Times says”",
        attribution: 0, rule: "headline-outlet-reports"),
      Finding(check: "ANON-01", level: .warning, message: "no reason for anonymity", at: span("a harbour official")),
    ]
  }

  static let notAssessed = [NotAssessed(check: "CHAIN-03", why: "plain text has no links")]
}
