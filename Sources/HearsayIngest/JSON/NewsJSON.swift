import HearsayStory
import HearsayText

/// Stories in the JSON of news agencies and of the web: ninjs 1 to 3, schema.org, JSON Feed.
///
/// The names differ between versions mostly in their capitals (`versioncreated`, `versionCreated`), so that they are
/// compared without them.
struct NewsJSON {
  let pages: HTMLReader

  /// The stories of a value; nil where it is none of these formats.
  func read(_ bytes: [UInt8], place: InputPlace, id: String? = nil) -> [StoryReader.Element]? {
    let tree = JSONTree(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    guard !tree.isEmpty, tree.nodes[0].kind == .object || tree.nodes[0].kind == .array else { return nil }
    if let version = tree.string(0, "version"), version.contains("jsonfeed.org") {
      return FeedReader(pages: pages).stories(of: Feed(json: tree), place)
    }
    if let linked = schemaOrg(tree, place, id) { return linked }
    var elements: [StoryReader.Element] = []
    for node in tree.elements(0) where tree.nodes[node].kind == .object {
      guard let content = Ninjs(tree, node) else { continue }
      let number = elements.count + 1
      let story = Story(
        id: content.uri ?? (elements.isEmpty ? id ?? place.id : "\(place.id):\(number)"), path: place.path,
        text: SourceText(""),
        outlet: content.source, url: content.url, date: content.date, byline: content.byline, language: content.language
      )
      elements.append(
        pages.fragment(content.body, isText: content.bodyIsText, title: content.headline, place: place, facts: story))
    }
    return elements.isEmpty ? nil : elements
  }

  private func schemaOrg(_ tree: JSONTree, _ place: InputPlace, _ id: String?) -> [StoryReader.Element]? {
    var linked = LinkedData()
    linked.add(tree)
    guard !linked.body.isEmpty else { return nil }
    let text = String(decoding: linked.body, as: UTF8.self)
    let isHTML = text.contains("</p>") || text.contains("<br")
    let story = Story(
      id: id ?? place.id, path: place.path, text: SourceText(""), outlet: linked.publisher ?? linked.siteName,
      url: linked.url, date: linked.published, byline: linked.authors, language: linked.language)
    return [
      pages.fragment(
        isHTML ? text : HTMLEntities.decode(text), isText: !isHTML, title: linked.headline, place: place, facts: story)
    ]
  }
}

/// One item of ninjs, the IPTC's JSON for news.
private struct Ninjs {
  var uri: String?
  var headline: String?
  var body = ""
  var bodyIsText = false
  var byline: [String] = []
  var date: String?
  var source: String?
  var url: String?
  var language: String?

  init?(_ tree: JSONTree, _ node: Int) {
    var fields: [String: Int] = [:]
    tree.forEachChild(node) { child in
      let key = tree.bytes[Int(tree.nodes[child].keyFrom)..<Int(tree.nodes[child].keyTo)]
      fields[String(decoding: key, as: UTF8.self).lowercased()] = child
    }
    func string(_ names: String...) -> String? { names.lazy.compactMap { tree.string(fields[$0]) }.first }
    // ninjs 1: body_html, body_xhtml, body_text; from 2 on a list of bodies, each with its type.
    if let html = string("body_html", "body_xhtml") {
      body = html
    } else if let list = fields["bodies"] {
      let bodies = tree.elements(list).filter { tree.string($0, "value") != nil }
      func type(_ body: Int) -> String { tree.string(body, "contenttype") ?? tree.string(body, "contentType") ?? "" }
      guard let best = bodies.first(where: { type($0).contains("html") }) ?? bodies.first else { return nil }
      body = tree.string(best, "value") ?? ""
      bodyIsText = !type(best).contains("html")
    } else if let text = string("body_text") {
      body = text
      bodyIsText = true
    } else {
      return nil
    }
    guard fields["uri"] != nil || fields["headline"] != nil || fields["headlines"] != nil else { return nil }
    uri = string("uri", "guid")
    headline = string("headline", "title")
    if headline == nil, let list = fields["headlines"] {
      headline = tree.elements(list).lazy.compactMap { tree.string($0, "value") }.first
    }
    byline = string("byline", "by").map { [$0] } ?? []
    if byline.isEmpty, let list = fields["by"] ?? fields["bylines"] ?? fields["people"] {
      byline = tree.elements(list).compactMap { tree.string($0) ?? tree.string($0, "value") ?? tree.string($0, "name") }
    }
    date = string("firstcreated", "firstpublished", "contentcreated", "versioncreated", "embargoed")
    source = string("copyrightholder", "provider", "source")
    if source == nil, let list = fields["infosources"] ?? fields["provider"] {
      source = tree.elements(list).lazy.compactMap { tree.string($0, "name") }.first
    }
    language = string("language")
    url = string("url", "link")
  }
}
