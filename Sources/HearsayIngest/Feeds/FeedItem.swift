/// One story of a feed, as the feed gives it.
struct FeedItem {
  var id: String?
  var title: String?
  var url: String?
  var date: String?
  var authors: [String] = []
  /// HTML or text.
  var body: String?
  var summary: String?
  var bodyIsText = false
  var language: String?
}

/// A feed: what it says of itself, and its stories in their order.
struct Feed {
  var title: String?
  var language: String?
  var items: [FeedItem] = []
  /// Whether the feed broke off, or tags in it cross.
  var isMended = false

  /// RSS 0.9x to 2.0, RSS 1.0 and Atom: their elements have different names for the same things.
  init(xml bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes)
    var path: [String] = []
    var item: FeedItem?
    var text: [UInt8] = []
    var attributes = 0..<0
    // Markup inside Atom's `type="xhtml"` is content, not structure.
    var inline: (name: String, start: Int)?
    reading: while true {
      let before = scanner.position
      switch scanner.next() {
      case .end:
        // A feed that was cut ends in the middle of an element.
        if item != nil, let open = path.last, !text.isEmpty {
          element(
            open, String(decoding: text, as: UTF8.self).trimmed, attributes, scanner, &item, Array(path.dropLast()))
        }
        break reading
      case .text(let range):
        if inline == nil { text += Array(HTMLEntities.decode(String(decoding: bytes[range], as: UTF8.self)).utf8) }
      case .data(let range):
        if inline == nil { text += bytes[range] }
      case .open(let name, let range, let isEmpty):
        if inline != nil { continue }
        if name == "item" || name == "entry" {
          // A story that was not closed ends where the next one begins.
          if let open = item {
            items.append(open)
            isMended = true
          }
          item = FeedItem()
          path.removeAll { $0 == "item" || $0 == "entry" }
        }
        text.removeAll(keepingCapacity: true)
        attributes = range
        if name == "content" || name == "summary" || name == "title", scanner.attribute("type", in: range) == "xhtml",
          !isEmpty
        {
          inline = (name, scanner.position)
        }
        if isEmpty {
          element(name, "", range, scanner, &item, path)
        } else if path.count < 64 {
          path.append(name)
        }
      case .close(let name):
        if let open = inline {
          guard open.name == name else { continue }
          inline = nil
          text = Array(bytes[open.start..<before])
        }
        if name == "item" || name == "entry" {
          if let done = item { items.append(done) }
          item = nil
          if let place = path.lastIndex(of: name) {
            if place + 1 < path.count { isMended = true }
            path.removeSubrange(place...)
          }
          continue
        }
        if path.last == name { path.removeLast() } else { isMended = true }
        element(name, String(decoding: text, as: UTF8.self).trimmed, attributes, scanner, &item, path)
        text.removeAll(keepingCapacity: true)
      }
    }
    if let item {
      items.append(item)
      isMended = true
    }
  }

  private mutating func element(
    _ name: String, _ text: String, _ attributes: Range<Int>, _ scanner: MarkupScanner, _ item: inout FeedItem?,
    _ path: [String]
  ) {
    guard item != nil else {
      if name == "title", title == nil, path.last == "channel" || path.last == "feed" { title = text }
      if name == "language" || name == "dc:language" { language = text }
      return
    }
    switch name {
    case "title" where item?.title == nil: item?.title = text
    case "guid" where item?.id == nil, "id" where item?.id == nil: item?.id = text
    case "link":
      let relation = scanner.attribute("rel", in: attributes) ?? "alternate"
      let address = scanner.attribute("href", in: attributes) ?? text
      if relation == "alternate", !address.isEmpty, item?.url == nil { item?.url = address }
    case "pubdate", "published", "issued", "dc:date": item?.date = text
    case "updated" where item?.date == nil, "modified" where item?.date == nil: item?.date = text
    case "dc:creator", "author",
      "itunes:author" where item?.authors.isEmpty ?? false, "atom:name",
      "name" where path.last == "author":
      // RSS has an address here, with the name in brackets.
      let name = text.firstIndex(of: "(").map { String(text[text.index(after: $0)...].prefix { $0 != ")" }) } ?? text
      if !name.isEmpty, !name.contains("@") { item?.authors.append(name) }
    case "content:encoded", "content", "fulltext", "turbo:content":
      if text.utf8.count > item?.body?.utf8.count ?? 0 { item?.body = text }
    case "description", "summary": if item?.summary == nil { item?.summary = text }
    default: break
    }
  }

  /// JSON Feed, version 1 and 1.1.
  init(json tree: JSONTree) {
    title = tree.string(0, "title")
    language = tree.string(0, "language")
    isMended = tree.isMended
    guard let list = tree.member(0, "items") else { return }
    for node in tree.elements(list) where tree.nodes[node].kind == .object {
      var item = FeedItem()
      item.id = tree.string(node, "id")
      item.title = tree.string(node, "title")
      item.url = tree.string(node, "url") ?? tree.string(node, "external_url")
      item.date = tree.string(node, "date_published") ?? tree.string(node, "date_modified")
      item.summary = tree.string(node, "summary")
      item.language = tree.string(node, "language")
      item.body = tree.string(node, "content_html")
      if item.body == nil, let text = tree.string(node, "content_text") {
        item.body = text
        item.bodyIsText = true
      }
      if let authors = tree.member(node, "authors") ?? tree.member(node, "author") {
        item.authors = tree.elements(authors).compactMap { tree.string($0, "name") }
      }
      items.append(item)
    }
  }
}
