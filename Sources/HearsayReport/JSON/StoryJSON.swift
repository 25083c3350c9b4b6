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
    json.object { json in
      writeMembers(story, spans, to: &json)
    }
  }

  /// The members of the object, for printers that add their own.
  func writeMembers(_ story: AttributedStory, _ spans: SpanJSON, to json: inout JSONWriter) {
    let document = story.document
    json.member("schema", "hearsay.story/1")
    json.member("id", document.story.id)
    json.member("path", document.story.path)
    json.member("sha256", document.story.sha256)
    json.key("outlet")
    write(document.publisher, to: &json)
    json.member("headline", document.headline, in: spans)
    json.member("byline", document.byline)
    json.member("published", document.published)
    json.member("language", document.language)
    json.object("rulebook") { json in
      json.member("name", rulebook.name)
      json.member("sha256", rulebook.sha256)
    }
    if includesText || document.story.isExtracted {
      json.key("text")
      spans.writeText(to: &json)
    }
    json.array("attributions", story.attributions) { attribution, json in write(attribution, spans, to: &json) }
    if story.hasOnlyQuotations {
      json.member("quotations", story.unattributedQuotations, in: spans)
    }
    json.array("caveats", story.caveats) { caveat, json in write(caveat, spans, to: &json) }
    json.member("notes", document.story.notes + story.notes)
  }

  private func write(_ publisher: Publisher?, to json: inout JSONWriter) {
    guard let publisher else { return json.null() }
    json.object { json in
      json.member("id", publisher.id)
      json.member("name", publisher.name)
      json.member("how", publisher.how.rawValue)
    }
  }

  private func write(_ attribution: Attribution, _ spans: SpanJSON, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.id(.attribution, attribution.id)
      json.member("kind", attribution.kind.rawValue)
      json.member("content", attribution.content, in: spans)
      json.member("cue", attribution.cue, in: spans)
      json.member("source", attribution.source, in: spans)
      json.key("speaker")
      write(attribution.speaker, spans, to: &json)
      json.member("stance", attribution.stance)
      if let within = attribution.within {
        json.key("within")
        json.id(.attribution, within)
      }
      json.array("chain", attribution.chain) { link, json in write(link, to: &json) }
      json.array("caveats", attribution.caveats) { caveat, json in write(caveat, spans, to: &json) }
      json.member("rule", attribution.rule)
    }
  }

  private func write(_ speaker: Speaker?, _ spans: SpanJSON, to json: inout JSONWriter) {
    guard let speaker else { return json.null() }
    json.object { json in
      json.key("id")
      json.id(.speaker, speaker.id)
      json.member("name", speaker.name)
      json.member("kind", speaker.kind.rawValue)
      json.member("anonymous", speaker.anonymous)
      json.member("grade", speaker.grade.code)
      json.member("role", speaker.role)
      json.key("count")
      json.beginObject()
      json.member("min", speaker.count.min)
      json.key("max")
      if let max = speaker.count.max { json.int(max) } else { json.null() }
    }
    if let reason = speaker.anonymityReason {
      json.object("anonymity") { json in
        json.member("at", reason.span, in: spans)
        json.member("reason", reason.reason, in: spans)
        json.member("rote", reason.isRote)
      }
    }
    json.endObject()
  }

  private func write(_ link: Link, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", link.name)
      json.member("kind", link.kind.rawValue)
      json.member("outlet", ifAny: link.outlet)
      json.member("stated", link.stated)
      json.member("why", ifAny: link.why)
    }
  }

  private func write(_ caveat: AppliedCaveat, _ spans: SpanJSON, to json: inout JSONWriter) {
    json.object { json in
      json.member("caveat", caveat.caveat)
      json.member("certainty", caveat.certainty.rawValue)
      json.member("by", caveat.by)
      json.member("cue", caveat.cue, in: spans)
      json.member("rule", caveat.rule)
    }
  }

  private func write(_ caveat: StoryCaveat, _ spans: SpanJSON, to json: inout JSONWriter) {
    json.object { json in
      json.member("caveat", caveat.caveat)
      json.member("cue", caveat.cue, in: spans)
      json.member("by", caveat.by)
      json.array("covers", caveat.covers) { id, json in json.id(.attribution, id) }
      json.member("rule", caveat.rule)
    }
  }
}
