/// What a page says of itself: in JSON-LD, in meta elements, in microdata and RDFa.
struct PageMetadata {
  var linked = LinkedData()
  /// Meta elements by what they state, the most trusted first.
  private(set) var stated: [(kind: MetadataWords.Meta, rank: Int, text: String)] = []
  var pageTitle: String?
  var canonical: String?
  var language: String?
  /// Where a story of several pages goes on.
  var nextPage: String?
  /// Properties of microdata and RDFa that stand in the page, with their element.
  private(set) var properties: [(name: String, text: String, node: Int)] = []
  private(set) var relAuthors: [String] = []
  /// Authors that the page gives for cards which show it elsewhere.
  private(set) var cardAuthors: [String] = []
  private static let authorRel = PhraseList(["author"])
  private var label: (number: String, text: String)?

  init(_ tree: PageTree, _ words: MetadataWords) {
    for script in tree.dataScripts.prefix(64) {
      linked.add(JSONTree(Array(tree.bytes[script])))
    }
    for i in 0..<tree.count {
      switch tree.tag(i) {
      case .text: continue
      case .html: if language == nil { language = tree.value(.lang, of: i) }
      case .title: if pageTitle == nil, tree.parent(i) >= 0 { pageTitle = tree.text(of: i) }
      case .meta: readMeta(i, tree, words)
      case .link:
        guard let rel = tree.value(.rel, of: i)?.lowercased(), let href = tree.value(.href, of: i) else { continue }
        if rel == "next", nextPage == nil { nextPage = href }
        if rel == "canonical", canonical == nil, href.contains("://") { canonical = href }
      case .a:
        if relAuthors.count < 10, let rel = tree.attribute(.rel, of: i),
          Self.authorRel.isHeld(by: SmallLetters.bytes(tree.bytes[rel]))
        {
          relAuthors.append(tree.text(of: i, limit: 200))
        }
        readProperty(i, tree)
      default: readProperty(i, tree)
      }
    }
    stated.sort { ($0.kind.rawValue, $0.rank) < ($1.kind.rawValue, $1.rank) }
  }

  private mutating func readMeta(_ i: Int, _ tree: PageTree, _ words: MetadataWords) {
    guard let content = tree.value(.content, of: i)?.trimmed, !content.isEmpty else { return }
    if let name = tree.value(.itemprop, of: i) { addProperty(name, content, i) }
    for attribute in [HTMLAttribute.property, .name] {
      guard let name = tree.value(attribute, of: i)?.lowercased() else { continue }
      // Cards for messages state pairs: what is given ("Written by"), then the thing itself.
      if name.hasPrefix("twitter:label") { label = (String(name.dropFirst(13)), content) }
      if name.hasPrefix("twitter:data"), let label, label.number == name.dropFirst(12),
        words.by.contains(label.text.lowercased())
      {
        cardAuthors.append(content)
      }
      guard let found = words.kind(ofMeta: name) else { continue }
      stated.append((found.kind, found.rank, content))
    }
  }

  private mutating func readProperty(_ i: Int, _ tree: PageTree) {
    guard properties.count < 400, tree.nodes[i].to > tree.nodes[i].from else { return }
    for attribute in [HTMLAttribute.itemprop, .property] {
      guard let range = tree.attribute(attribute, of: i), range.count < 80 else { continue }
      let text =
        tree.value(.content, of: i) ?? tree.value(.datetime, of: i) ?? innerName(i, range, tree)
        ?? tree.text(of: i, limit: 300)
      for name in tree.string(range).split(separator: " ") { addProperty(String(name), text, i) }
    }
  }

  /// What an author's element calls their name, apart from their job and their address.
  private func innerName(_ i: Int, _ property: Range<Int>, _ tree: PageTree) -> String? {
    let property = tree.string(property)
    guard property.hasSuffix("author") || property.hasSuffix("creator") else { return nil }
    for below in tree.subtree(i).dropFirst().prefix(60) where tree.tag(below) != .text {
      guard let name = tree.value(.itemprop, of: below) ?? tree.value(.property, of: below) else { continue }
      guard name.split(separator: " ").contains(where: { $0 == "name" || $0.hasSuffix(":name") }) else { continue }
      return tree.value(.content, of: below) ?? tree.text(of: below, limit: 200)
    }
    return nil
  }

  private mutating func addProperty(_ name: String, _ text: String, _ node: Int) {
    let last = name.split { $0 == ":" || $0 == "/" }.last.map(String.init) ?? name
    let text = text.trimmed
    if !text.isEmpty { properties.append((last, text, node)) }
  }

  // MARK: Answers

  func first(_ kind: MetadataWords.Meta) -> String? { stated.first { $0.kind == kind }?.text }
  func all(_ kind: MetadataWords.Meta) -> [String] { stated.filter { $0.kind == kind }.map(\.text) }
  func property(_ name: String) -> String? { properties.first { $0.name == name }?.text }

  /// Titles that the page's data give, the most trusted first, without the site's name.
  var titles: [String] {
    var titles: [String] = []
    if let headline = linked.headline { titles.append(headline) }
    titles += all(.title)
    if let title = pageTitle { titles.append(title) }
    return titles.map(tidy)
  }

  /// Without character references that were escaped twice, and with single spaces.
  func tidy(_ title: String) -> String {
    HTMLEntities.decode(title).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  var description: String? { linked.description ?? first(.description) }

  var siteName: String? {
    (first(.site) ?? linked.siteName ?? linked.publisher).map { HTMLEntities.decode($0).trimmed }
  }
}
