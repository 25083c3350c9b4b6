import HearsayStory
import HearsayText

/// Prints what was read of a story: its text, its blocks, and what it says of itself.
public struct IngestJSON: Sendable {
  public init() {}

  /// - Parameter sentences: In the order of the text; nil where they were not asked for.
  public func write(_ document: Document, sentences: [Span]? = nil, to json: inout JSONWriter) {
    let spans = SpanJSON(document.text)
    json.object { json in
      json.member("path", document.story.path)
      json.member("id", document.story.id)
      json.key("text")
      spans.writeText(to: &json)
      json.member("headline", document.headline, in: spans)
      json.member("byline", document.byline)
      json.member("published", document.published)
      json.member("outlet", document.publisher?.name)
      json.member("url", document.story.url)
      json.member("fetched", document.story.fetched)
      json.member("language", document.language)
      json.objects("blocks", document.blocks) { block, json in
        json.member("kind", block.kind.rawValue)
        spans.writeMembers(block.span, withText: false, to: &json)
        json.member("xpath", ifAny: block.xpath)
        if !block.links.isEmpty { write(block.links, spans, to: &json) }
      }
      if let sentences {
        json.member("sentences", sentences, in: spans)
      }
      json.member("notes", document.story.notes)
    }
  }

  private func write(_ links: [BlockLink], _ spans: SpanJSON, to json: inout JSONWriter) {
    json.objects("links", links) { link, json in
      spans.writeMembers(link.span, withText: false, to: &json)
      json.member("url", link.url)
    }
  }
}
