import HearsayAttribution
import HearsayAudit
import HearsayText

/// W3C Web Annotation: every attribution and every finding as an annotation on the story.
///
/// Each is anchored twice: by a quotation with what stands around it, which survives edits, and by code points, as a hint.
/// The target is the story's address where it has one, else a name made from its digest.
struct WebAnnotation {
  let report: SourcingReport

  /// As much around the words as annotation clients keep.
  private static let context = 32

  func write(to out: inout ByteBuffer) {
    var json = JSONWriter(capacity: 1 << 16)
    json.object { json in
      json.member("@context", "http://www.w3.org/ns/anno.jsonld")
      json.member("id", "urn:hearsay:annotations")
      json.member("type", "AnnotationPage")
      json.array("items", report.stories) { audited, json in items(of: audited, to: &json) }
    }
    json.endLine()
    json.out.withBytes { out.append($0) }
  }

  private func items(of audited: AuditedStory, to json: inout JSONWriter) {
    let story = audited.story
    let index = CodePointIndex(story.document.text)
    let name = story.stableName
    for a in story.attributions {
      guard let at = a.content.first ?? a.cue.first else { continue }
      var words = "\(a.speaker?.name ?? "nobody named")"
      if a.speaker?.anonymous == true { words += " (anonymous)" }
      words += ", \((a.speaker?.grade ?? .none).code). Chain: \(Words.chain(a.chain))."
      for caveat in a.caveats {
        words += " Caveat: \(report.label(ofCaveat: caveat.caveat)) (\(caveat.certainty.rawValue))."
      }
      annotation(
        "urn:hearsay:\(name):a\(a.id + 1)", "describing", words, "hearsay:\(a.kind.rawValue)", at, story, index,
        to: &json)
    }
    for (finding, key) in zip(audited.findings, FindingKey.fingerprints(audited.findings, in: story.document.text)) {
      var words = "\(finding.check) (\(finding.level.name)): \(finding.message)."
      if let rewrite = finding.rewrite { words += " Write: \(rewrite)" }
      annotation(
        "urn:hearsay:\(name):\(key)", "assessing", words, "hearsay:\(finding.check)", finding.at, story, index,
        to: &json)
    }
  }

  private func annotation(
    _ id: String, _ motivation: String, _ words: String, _ tag: String, _ at: Span, _ story: AttributedStory,
    _ index: CodePointIndex, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", id)
      json.member("type", "Annotation")
      json.member("motivation", motivation)
      json.objects("body", [(words, "describing"), (tag, "tagging")]) { body, json in
        json.member("type", "TextualBody")
        json.member("purpose", body.1)
        if body.1 == "describing" {
          json.member("format", "text/plain")
          json.member("language", "en")
        }
        json.member("value", body.0)
      }
      json.object("target") { json in
        json.member("source", story.document.story.url ?? "urn:hearsay:\(story.stableName)")
        json.objects("selector", [true, false]) { byQuotation, json in
          let start = index.codePoint(ofByte: at.start)
          let end = index.codePoint(ofByte: at.end)
          if byQuotation {
            let before = index.byte(ofCodePoint: max(start - WebAnnotation.context, 0))
            let behind = index.byte(ofCodePoint: end + WebAnnotation.context)
            json.member("type", "TextQuoteSelector")
            json.member("exact", story.document.text.string(at))
            json.member("prefix", story.document.text.string(Span(before, at.start)))
            json.member("suffix", story.document.text.string(Span(at.end, behind)))
          } else {
            json.member("type", "TextPositionSelector")
            json.member("start", start)
            json.member("end", end)
          }
        }
      }
    }
  }
}
