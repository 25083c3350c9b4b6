import HearsayAttribution
import HearsayStory

/// schema.org as JSON-LD: stories, the reports they are based on, and their quotations with who said them.
///
/// The context is inline, so that nothing has to be fetched to read it. There is no `ClaimReview` in it: that would say that
/// somebody has checked the facts, and nobody has.
struct SchemaOrg {
  let report: SourcingReport

  func write(to out: inout ByteBuffer) {
    var json = JSONWriter(capacity: 1 << 16)
    json.object { json in
      json.object("@context") { json in
        json.member("@vocab", "https://schema.org/")
        json.member("hs", "urn:hearsay:terms#")
      }
      json.key("@graph")
      json.beginArray()
      var known = Set<String>()
      for audited in report.stories where known.insert(audited.story.stableName).inserted {
        write(audited.story, to: &json)
      }
      json.endArray()
    }
    json.endLine()
    json.out.withBytes { out.append($0) }
  }

  private func write(_ story: AttributedStory, to json: inout JSONWriter) {
    let document = story.document
    let id = "urn:hearsay:\(story.stableName)"
    var cited: [Link] = []
    for a in story.attributions {
      for link in story.relays(of: a) where !cited.contains(where: { $0.isSame(as: link) }) { cited.append(link) }
    }
    let said = story.attributions.filter { !$0.content.isEmpty }
    json.object { json in
      json.member("@type", "NewsArticle")
      json.member("@id", id)
      json.member("headline", ifAny: document.headline.map { document.text.string($0) })
      json.member("url", ifAny: document.story.url)
      json.member("datePublished", ifAny: document.published)
      json.member("inLanguage", document.language)
      if !document.byline.isEmpty {
        json.array("author", document.byline) { name, json in named("Person", name, to: &json) }
      }
      if let publisher = document.publisher {
        json.key("publisher")
        named("NewsMediaOrganization", publisher.name, to: &json)
      }
      json.array("isBasedOn", cited) { link, json in json.object { $0.member("@id", unseen(id, link)) } }
      json.array("hasPart", said) { a, json in json.object { $0.member("@id", "\(id):a\(a.id + 1)") } }
    }
    for link in cited {
      json.object { json in
        json.member("@type", "NewsArticle")
        json.member("@id", unseen(id, link))
        json.key("publisher")
        named("NewsMediaOrganization", link.name, to: &json)
        json.member("hs:seen", false)
      }
    }
    for a in said { write(a, of: story, id, to: &json) }
  }

  private func write(_ a: Attribution, of story: AttributedStory, _ id: String, to json: inout JSONWriter) {
    json.object { json in
      let isQuoted = a.kind == .direct
      json.member("@type", isQuoted ? "Quotation" : "Claim")
      json.member("@id", "\(id):a\(a.id + 1)")
      json.member("text", story.words(a.content))
      json.object("isPartOf") { $0.member("@id", id) }
      if let link = story.relays(of: a).first { json.object("isBasedOn") { $0.member("@id", unseen(id, link)) } }
      if let speaker = a.speaker {
        json.object(isQuoted ? "creator" : "author") { json in
          json.member("@type", speaker.kind == .person ? "Person" : "Organization")
          if speaker.anonymous {
            json.member("description", "\(speaker.name) (anonymous)")
          } else {
            json.member("name", speaker.name)
          }
        }
      }
      json.member("hs:grade", (a.speaker?.grade ?? .none).code)
      json.member("hs:chain", a.chain.map(\.name).joined(separator: " > "))
      if !a.caveats.isEmpty { json.member("hs:caveat", a.caveats.map { "\($0.caveat) (\($0.certainty.rawValue))" }) }
    }
  }

  private func unseen(_ id: String, _ link: Link) -> String {
    "\(id):cites:\(Provenance.name(link.outlet ?? link.name))"
  }

  private func named(_ type: String, _ name: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("@type", type)
      json.member("name", name)
    }
  }
}
