import HearsayStory
import HearsayText

/// Prints what was read of a story: its text, its blocks, and what it says of itself.
public struct IngestJSON: Sendable {
  public init() {}

  /// - Parameter sentences: In the order of the text; nil where they were not asked for.
  public func write(_ document: Document, sentences: [Span]? = nil, to json: inout JSONWriter) {
    let spans = SpanJSON(document.text)
    json.beginObject()
    json.key("path")
    json.string(document.story.path)
    json.key("id")
    json.string(document.story.id)
    json.key("text")
    spans.writeText(to: &json)
    json.key("headline")
    spans.write(document.headline, to: &json)
    json.key("byline")
    json.strings(document.byline)
    json.key("published")
    json.string(document.published)
    json.key("outlet")
    json.string(document.publisher?.name)
    json.key("url")
    json.string(document.story.url)
    json.key("fetched")
    json.string(document.story.fetched)
    json.key("language")
    json.string(document.language)
    json.key("blocks")
    json.beginArray()
    for block in document.blocks {
      json.beginObject()
      json.key("kind")
      json.string(block.kind.rawValue)
      spans.writeMembers(block.span, withText: false, to: &json)
      if let xpath = block.xpath {
        json.key("xpath")
        json.string(xpath)
      }
      if !block.links.isEmpty { write(block.links, spans, to: &json) }
      json.endObject()
    }
    json.endArray()
    if let sentences {
      json.key("sentences")
      spans.write(sentences, to: &json)
    }
    json.key("notes")
    json.strings(document.story.notes)
    json.endObject()
  }

  private func write(_ links: [BlockLink], _ spans: SpanJSON, to json: inout JSONWriter) {
    json.key("links")
    json.beginArray()
    for link in links {
      json.beginObject()
      spans.writeMembers(link.span, withText: false, to: &json)
      json.key("url")
      json.string(link.url)
      json.endObject()
    }
    json.endArray()
  }
}
