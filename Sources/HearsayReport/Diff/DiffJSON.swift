import HearsayAttribution
import HearsayAudit
import HearsayText

/// Prints a comparison as `hearsay.diff/1`. Spans under `old` are places in the first text, those under `new` in the second.
public struct DiffJSON: Sendable {
  public init() {}

  public func write(
    _ comparison: SourcingComparison, old: AttributedStory, new: AttributedStory, to json: inout JSONWriter
  ) {
    let oldSpans = SpanJSON(old.document.text)
    let newSpans = SpanJSON(new.document.text)
    json.object { json in
      json.member("schema", "hearsay.diff/1")
      json.object("old") { story(old, comparison.old, to: &$0) }
      json.object("new") { story(new, comparison.new, to: &$0) }
      json.objects("changes", comparison.changes) { change, json in
        json.member("kind", change.kind.rawValue)
        json.member("level", change.level.name)
        json.member("message", change.message)
        json.key("old")
        oldSpans.write(change.old, to: &json)
        json.key("new")
        newSpans.write(change.new, to: &json)
        if !change.edits.isEmpty {
          json.array("edits", change.edits) { edit, json in
            json.object { json in
              json.member("operation", edit.operation.rawValue)
              json.member("text", edit.text)
            }
          }
        }
      }
      json.member("notes", comparison.notes)
    }
    json.endLine()
  }

  private func story(_ story: AttributedStory, _ counts: SourcingCounts, to json: inout JSONWriter) {
    json.member("id", story.document.story.id)
    json.member("path", story.document.story.path)
    json.member("outlet", story.document.publisher?.name)
    json.object("counts") { json in
      json.member("attributions", counts.attributions)
      json.member("named", counts.named)
      json.member("anonymous", counts.anonymous)
      json.member("outlets", counts.outlets)
      json.member("quotations", counts.quotations)
      json.member("caveats", counts.caveats)
    }
  }
}
