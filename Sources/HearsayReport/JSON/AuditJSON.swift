import HearsayAttribution
import HearsayAudit
import HearsayStory
import HearsayText

/// Prints the story object of `StoryJSON` with what the audit found in it.
public struct AuditJSON: Sendable {
  public var story: StoryJSON

  public init(_ story: StoryJSON) { self.story = story }

  public func write(
    _ attributed: AttributedStory, findings: [Finding], notAssessed: [NotAssessed], to json: inout JSONWriter
  ) {
    write(AuditedStory(attributed, findings: findings, notAssessed: notAssessed), to: &json)
  }

  /// - Parameter more: Writes members behind those of the audit.
  public func write(_ audited: AuditedStory, to json: inout JSONWriter, more: (inout JSONWriter) -> Void = { _ in }) {
    let attributed = audited.story
    let findings = audited.findings
    let text = attributed.document.text
    let spans = SpanJSON(text)
    json.object { json in
      story.writeMembers(attributed, spans, to: &json)
      json.key("findings")
      json.beginArray()
      if !findings.isEmpty {
        let lines = LineIndex(text)
        for finding in findings { write(finding, spans, lines, attributed.document.blocks, to: &json) }
      }
      json.endArray()
      json.objects("notAssessed", audited.notAssessed) { missing, json in
        json.member("check", missing.check)
        json.member("why", missing.why)
      }
      if !audited.accepted.isEmpty {
        let lines = LineIndex(text)
        json.array("accepted", audited.accepted) { accepted, json in
          write(accepted.finding, spans, lines, attributed.document.blocks, reason: accepted, to: &json)
        }
      }
      more(&json)
    }
  }

  private func write(
    _ finding: Finding, _ spans: SpanJSON, _ lines: LineIndex, _ blocks: [Block], reason: AcceptedFinding? = nil,
    to json: inout JSONWriter
  ) {
    let place = lines.position(ofByte: finding.at.start)
    json.object { json in
      json.member("check", finding.check)
      json.member("level", finding.level.name)
      json.member("message", finding.message)
      json.member("at", finding.at, in: spans)
      json.member("line", place.line)
      json.member("column", place.column)
      if let xpath = blocks.first(where: { $0.span.overlaps(finding.at) })?.xpath {
        json.member("xpath", xpath)
      }
      json.objects("related", finding.related) { related, json in
        json.member("message", related.message)
        json.member("at", related.at, in: spans)
      }
      if !finding.elsewhere.isEmpty {
        json.objects("elsewhere", finding.elsewhere) { place, json in
          json.member("message", place.message)
          json.member("story", place.name)
          json.member("text", place.words)
        }
      }
      json.member("rewrite", ifAny: finding.rewrite)
      if let attribution = finding.attribution {
        json.key("attribution")
        json.id(.attribution, attribution)
      }
      json.member("rule", ifAny: finding.rule)
      if let reason {
        json.member("how", reason.how.rawValue)
        json.member("reason", reason.reason)
      }
    }
  }
}
