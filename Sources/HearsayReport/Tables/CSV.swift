import HearsayAttribution
import HearsayText

/// Comma-separated values by RFC 4180: one record a line, CRLF, quotation marks where they are needed.
///
/// Words of a story may begin like a formula; with `isFormulaSafe` such a value gets an apostrophe in front, which spreadsheets
/// take for "this is text". It changes the data, so it is asked for and not the rule.
struct CSV {
  private(set) var text: String
  private let isFormulaSafe: Bool

  init(_ options: ReportOptions) {
    text = options.hasByteOrderMark ? "\u{FEFF}" : ""
    isFormulaSafe = options.isFormulaSafe
  }

  mutating func record(_ fields: [String]) {
    text += fields.map(field).joined(separator: ",") + "\r\n"
  }

  func field(_ value: String) -> String {
    var value = value.replacing("\0", with: "\u{FFFD}")
    if isFormulaSafe, let first = value.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) {
      value = "'" + value
    }
    let needsMarks = value.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    return needsMarks ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
  }
}

/// One attribution a line, its chain as ` > ` text.
struct StatementsCSV {
  let report: SourcingReport

  var text: String {
    var csv = CSV(report.options)
    csv.record([
      "story", "outlet", "published", "attribution", "kind", "line", "column", "start", "end", "content", "cue",
      "source",
      "speaker", "anonymous", "grade", "count_min", "count_max", "stance", "within", "chain", "implied_links",
      "caveats", "rule",
    ])
    for audited in report.stories {
      let story = audited.story
      let index = CodePointIndex(story.document.text)
      let lines = LineIndex(story.document.text, codePoints: index)
      for a in story.attributions {
        let at = a.content.first ?? a.cue.first ?? Span(0, 0)
        let place = lines.position(ofByte: at.start)
        csv.record([
          story.name, story.document.publisher?.name ?? "", story.document.published ?? "", "a\(a.id + 1)",
          a.kind.rawValue, String(place.line), String(place.column), String(index.codePoint(ofByte: at.start)),
          String(index.codePoint(ofByte: a.content.last?.end ?? at.end)), story.words(a.content), story.words(a.cue),
          story.words(a.source), a.speaker?.name ?? "", a.speaker.map { String($0.anonymous) } ?? "",
          (a.speaker?.grade ?? .none).code, a.speaker.map { String($0.count.min) } ?? "",
          a.speaker?.count.max.map(String.init) ?? "", a.stance, a.within.map { "a\($0 + 1)" } ?? "",
          a.chain.map(\.name).joined(separator: " > "), String(a.chain.count { !$0.stated }),
          a.caveats.map { "\($0.caveat):\($0.certainty.rawValue)" }.joined(separator: ";"), a.rule,
        ])
      }
    }
    return csv.text
  }
}

/// One link of a chain a line: what ` > ` text can't hold.
struct HopsCSV {
  let report: SourcingReport

  var text: String {
    var csv = CSV(report.options)
    csv.record(["story", "attribution", "step", "name", "kind", "outlet", "stated", "why"])
    for story in report.stories.map(\.story) {
      for a in story.attributions {
        for (i, link) in a.chain.enumerated() {
          csv.record([
            story.name, "a\(a.id + 1)", String(i + 1), link.name, link.kind.rawValue, link.outlet ?? "",
            String(link.stated),
            link.why ?? "",
          ])
        }
      }
    }
    return csv.text
  }
}

/// One finding a line, accepted ones too.
struct FindingsCSV {
  let report: SourcingReport

  var text: String {
    var csv = CSV(report.options)
    csv.record([
      "story", "check", "level", "line", "column", "words", "message", "rewrite", "attribution", "rule", "fingerprint",
      "accepted",
    ])
    for audited in report.stories {
      let text = audited.story.document.text
      let lines = LineIndex(text)
      let all = audited.findings.map { ($0, "") } + audited.accepted.map { ($0.finding, $0.reason) }
      let sorted = all.sorted { ($0.0.at, $0.0.check) < ($1.0.at, $1.0.check) }
      let keys = FindingKey.fingerprints(sorted.map(\.0), in: text)
      for ((finding, reason), key) in zip(sorted, keys) {
        let place = lines.position(ofByte: finding.at.start)
        csv.record([
          audited.story.name, finding.check, finding.level.name, String(place.line), String(place.column),
          text.string(finding.at), finding.message, finding.rewrite ?? "",
          finding.attribution.map { "a\($0 + 1)" } ?? "",
          finding.rule ?? "", key, reason,
        ])
      }
    }
    return csv.text
  }
}
