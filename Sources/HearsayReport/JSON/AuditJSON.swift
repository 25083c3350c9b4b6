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
    json.beginObject()
    story.writeMembers(attributed, spans, to: &json)
    json.key("findings")
    json.beginArray()
    if !findings.isEmpty {
      let lines = LineIndex(text)
      for finding in findings { write(finding, spans, lines, attributed.document.blocks, to: &json) }
    }
    json.endArray()
    json.key("notAssessed")
    json.beginArray()
    for missing in audited.notAssessed {
      json.beginObject()
      json.key("check")
      json.string(missing.check)
      json.key("why")
      json.string(missing.why)
      json.endObject()
    }
    json.endArray()
    if !audited.accepted.isEmpty {
      let lines = LineIndex(text)
      json.array("accepted", audited.accepted) { accepted, json in
        write(accepted.finding, spans, lines, attributed.document.blocks, reason: accepted, to: &json)
      }
    }
    more(&json)
    json.endObject()
  }

  private func write(
    _ finding: Finding, _ spans: SpanJSON, _ lines: LineIndex, _ blocks: [Block], reason: AcceptedFinding? = nil,
    to json: inout JSONWriter
  ) {
    let place = lines.position(ofByte: finding.at.start)
    json.beginObject()
    json.key("check")
    json.string(finding.check)
    json.key("level")
    json.string(finding.level.name)
    json.key("message")
    json.string(finding.message)
    json.key("at")
    spans.write(finding.at, to: &json)
    json.key("line")
    json.int(place.line)
    json.key("column")
    json.int(place.column)
    if let xpath = blocks.first(where: { $0.span.overlaps(finding.at) })?.xpath {
      json.key("xpath")
      json.string(xpath)
    }
    json.key("related")
    json.beginArray()
    for related in finding.related {
      json.beginObject()
      json.key("message")
      json.string(related.message)
      json.key("at")
      spans.write(related.at, to: &json)
      json.endObject()
    }
    json.endArray()
    if !finding.elsewhere.isEmpty {
      json.array("elsewhere", finding.elsewhere) { place, json in
        json.beginObject()
        json.member("message", place.message)
        json.member("story", place.name)
        json.member("text", place.words)
        json.endObject()
      }
    }
    if let rewrite = finding.rewrite {
      json.key("rewrite")
      json.string(rewrite)
    }
    if let attribution = finding.attribution {
      json.key("attribution")
      json.id(.attribution, attribution)
    }
    if let rule = finding.rule {
      json.key("rule")
      json.string(rule)
    }
    if let reason {
      json.member("how", reason.how.rawValue)
      json.member("reason", reason.reason)
    }
    json.endObject()
  }
}
