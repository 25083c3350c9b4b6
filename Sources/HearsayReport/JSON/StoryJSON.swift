import HearsayAttribution
import HearsayStory
import HearsayText

/// Which rules a result came from, as every result says.
public struct RulebookStamp: Sendable, Hashable {
  public var name: String
  /// SHA-256 of the rules' bytes in the order in which they were read, lower-case hexadecimal.
  public var sha256: String
  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

/// Prints an attributed story as `hearsay.story/1`.
///
/// The keys and their order are an interface: keys may be added, never changed. Offsets are code points of the story's
/// text. A key whose value is unknown is null where the schema names it so, and absent elsewhere.
public struct StoryJSON: Sendable {
  public var rulebook: RulebookStamp
  /// Whether the story's text stands in the output; that of a page, which the input doesn't show, always does.
  public var includesText: Bool

  public init(rulebook: RulebookStamp, includesText: Bool = false) {
    self.rulebook = rulebook
    self.includesText = includesText
  }

  public func write(_ story: AttributedStory, to json: inout JSONWriter) {
    let spans = SpanJSON(story.document.text)
    json.beginObject()
    writeMembers(story, spans, to: &json)
    json.endObject()
  }

  /// The members of the object, for printers that add their own.
  func writeMembers(_ story: AttributedStory, _ spans: SpanJSON, to json: inout JSONWriter) {
    let document = story.document
    json.key("schema")
    json.string("hearsay.story/1")
    json.key("id")
    json.string(document.story.id)
    json.key("path")
    json.string(document.story.path)
    json.key("sha256")
    json.string(document.story.sha256)
    json.key("outlet")
    write(document.publisher, to: &json)
    json.key("headline")
    spans.write(document.headline, to: &json)
    json.key("byline")
    json.strings(document.byline)
    json.key("published")
    json.string(document.published)
    json.key("language")
    json.string(document.language)
    json.key("rulebook")
    json.beginObject()
    json.key("name")
    json.string(rulebook.name)
    json.key("sha256")
    json.string(rulebook.sha256)
    json.endObject()
    if includesText || document.story.isExtracted {
      json.key("text")
      spans.writeText(to: &json)
    }
    json.key("attributions")
    json.beginArray()
    for attribution in story.attributions { write(attribution, spans, to: &json) }
    json.endArray()
    if story.hasOnlyQuotations {
      json.key("quotations")
      spans.write(story.unattributedQuotations, to: &json)
    }
    json.key("caveats")
    json.beginArray()
    for caveat in story.caveats { write(caveat, spans, to: &json) }
    json.endArray()
    json.key("notes")
    json.strings(document.story.notes + story.notes)
  }

  private func write(_ publisher: Publisher?, to json: inout JSONWriter) {
    guard let publisher else { return json.null() }
    json.beginObject()
    json.key("id")
    json.string(publisher.id)
    json.key("name")
    json.string(publisher.name)
    json.key("how")
    json.string(publisher.how.rawValue)
    json.endObject()
  }

  private func write(_ attribution: Attribution, _ spans: SpanJSON, to json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.id(.attribution, attribution.id)
    json.key("kind")
    json.string(attribution.kind.rawValue)
    json.key("content")
    spans.write(attribution.content, to: &json)
    json.key("cue")
    spans.write(attribution.cue, to: &json)
    json.key("source")
    spans.write(attribution.source, to: &json)
    json.key("speaker")
    write(attribution.speaker, spans, to: &json)
    json.key("stance")
    json.string(attribution.stance)
    if let within = attribution.within {
      json.key("within")
      json.id(.attribution, within)
    }
    json.key("chain")
    json.beginArray()
    for link in attribution.chain { write(link, to: &json) }
    json.endArray()
    json.key("caveats")
    json.beginArray()
    for caveat in attribution.caveats { write(caveat, spans, to: &json) }
    json.endArray()
    json.key("rule")
    json.string(attribution.rule)
    json.endObject()
  }

  private func write(_ speaker: Speaker?, _ spans: SpanJSON, to json: inout JSONWriter) {
    guard let speaker else { return json.null() }
    json.beginObject()
    json.key("id")
    json.id(.speaker, speaker.id)
    json.key("name")
    json.string(speaker.name)
    json.key("kind")
    json.string(speaker.kind.rawValue)
    json.key("anonymous")
    json.bool(speaker.anonymous)
    json.key("grade")
    json.string(speaker.grade.code)
    json.key("role")
    json.string(speaker.role)
    json.key("count")
    json.beginObject()
    json.key("min")
    json.int(speaker.count.min)
    json.key("max")
    if let max = speaker.count.max { json.int(max) } else { json.null() }
    json.endObject()
    if let reason = speaker.anonymityReason {
      json.key("anonymity")
      json.beginObject()
      json.key("at")
      spans.write(reason.span, to: &json)
      json.key("reason")
      spans.write(reason.reason, to: &json)
      json.key("rote")
      json.bool(reason.isRote)
      json.endObject()
    }
    json.endObject()
  }

  private func write(_ link: Link, to json: inout JSONWriter) {
    json.beginObject()
    json.key("name")
    json.string(link.name)
    json.key("kind")
    json.string(link.kind.rawValue)
    if let outlet = link.outlet {
      json.key("outlet")
      json.string(outlet)
    }
    json.key("stated")
    json.bool(link.stated)
    if let why = link.why {
      json.key("why")
      json.string(why)
    }
    json.endObject()
  }

  private func write(_ caveat: AppliedCaveat, _ spans: SpanJSON, to json: inout JSONWriter) {
    json.beginObject()
    json.key("caveat")
    json.string(caveat.caveat)
    json.key("certainty")
    json.string(caveat.certainty.rawValue)
    json.key("by")
    json.string(caveat.by)
    json.key("cue")
    spans.write(caveat.cue, to: &json)
    json.key("rule")
    json.string(caveat.rule)
    json.endObject()
  }

  private func write(_ caveat: StoryCaveat, _ spans: SpanJSON, to json: inout JSONWriter) {
    json.beginObject()
    json.key("caveat")
    json.string(caveat.caveat)
    json.key("cue")
    spans.write(caveat.cue, to: &json)
    json.key("by")
    json.string(caveat.by)
    json.key("covers")
    json.beginArray()
    for id in caveat.covers { json.id(.attribution, id) }
    json.endArray()
    json.key("rule")
    json.string(caveat.rule)
    json.endObject()
  }
}
