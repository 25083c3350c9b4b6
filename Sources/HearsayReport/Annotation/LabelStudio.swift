import HearsayAttribution
import HearsayText

/// Tasks for Label Studio with what Hearsay found as predictions.
///
/// The labelling configuration must have `<Labels name="label" toName="text">` and `<Text name="text" value="$text"/>`. Offsets
/// are UTF-16 units, because the browser counts so.
struct LabelStudio {
  let report: SourcingReport

  func write(to out: inout ByteBuffer) {
    var json = JSONWriter(capacity: 1 << 16)
    json.beginArray()
    for audited in report.stories { task(audited.story, to: &json) }
    json.endArray()
    json.endLine()
    json.out.withBytes { out.append($0) }
  }

  private func task(_ story: AttributedStory, to json: inout JSONWriter) {
    let index = CodePointIndex(story.document.text)
    json.object { json in
      json.object("data") { json in
        json.member("text", story.document.text.string(Span(0, story.document.text.bytes.count)))
        json.member("id", story.document.story.id)
        json.member("outlet", ifAny: story.document.publisher?.name)
      }
      json.objects("predictions", [story]) { story, json in
        json.member("model_version", "hearsay \(report.version)")
        json.array("result", story.attributions) { a, json in write(a, of: story, index, to: &json) }
      }
    }
  }

  private func write(_ a: Attribution, of story: AttributedStory, _ index: CodePointIndex, to json: inout JSONWriter) {
    let parts = [("Content", "c", a.content), ("Source", "s", a.source), ("Cue", "q", a.cue)]
    for (label, letter, spans) in parts {
      for (i, span) in spans.enumerated() {
        json.object { json in
          json.member("id", "a\(a.id + 1)\(letter)\(i + 1)")
          json.member("from_name", "label")
          json.member("to_name", "text")
          json.member("type", "labels")
          json.object("value") { json in
            json.member("start", index.utf16(ofByte: span.start))
            json.member("end", index.utf16(ofByte: span.end))
            json.member("text", story.document.text.string(span))
            json.member("labels", [label])
          }
        }
      }
    }
    guard !a.content.isEmpty, !a.source.isEmpty else { return }
    json.object { json in
      json.member("type", "relation")
      json.member("from_id", "a\(a.id + 1)c1")
      json.member("to_id", "a\(a.id + 1)s1")
      json.member("direction", "right")
      json.member("labels", ["SaidBy"])
    }
  }
}
