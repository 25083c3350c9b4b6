/// What a page states of its story in schema.org's words, as JSON-LD.
///
/// Objects are taken from wherever they stand: in `@graph`, in arrays, inside each other. A reference is followed one step,
/// by `@id`, so that circles are no matter.
struct LinkedData {
  var headline: String?
  var alternative: String?
  var description: String?
  var published: String?
  var modified: String?
  var authors: [String] = []
  /// Whether all authors are stated as organisations.
  var authorsAreOrganisations = false
  var publisher: String?
  var siteName: String?
  var language: String?
  var section: String?
  var url: String?
  /// The story's text, where it is stated.
  var body: [UInt8] = []
  var isPaid = false
  var isLive = false
  /// The texts of a live blog's entries.
  var updates: [[UInt8]] = []

  /// What is said of pictures, films and recordings, folded: a page sets it beside them.
  private(set) var mediaTexts: Set<[UInt8]> = []
  /// Whether the page's own object is a text, and no film or recording itself.
  var isText: Bool { rank < 200 }

  private var rank = Int.max

  init() {}

  /// Reads one script and keeps what is said best: the first story that isn't inside something else.
  mutating func add(_ tree: JSONTree) {
    var byID: [String: Int] = [:]
    var stories: [(node: Int, rank: Int)] = []
    for node in tree.nodes.indices where tree.nodes[node].kind == .object {
      if let id = tree.string(node, "@id"), tree.nodes[node].end - Int32(node) > 2 {
        let size = tree.nodes[node].end - Int32(node)
        let old = byID[id].map { tree.nodes[$0].end - Int32($0) } ?? 0
        if size > old { byID[id] = node }
      }
      if let rank = Self.rank(of: node, tree) { stories.append((node, rank)) }
      if mediaTexts.count < 400, Self.isType(node, tree, suffixes: ["VideoObject", "ImageObject", "AudioObject"]) {
        for text in [tree.string(node, "description"), tree.string(node, "caption")].compactMap({ $0 }) {
          if (30...2000).contains(text.utf8.count) { mediaTexts.insert(Folded.bytes(HTMLEntities.decode(text))) }
        }
      }
    }
    if let best = stories.min(by: { ($0.rank, $0.node) < ($1.rank, $1.node) }), best.rank < rank {
      rank = best.rank
      read(best.node, LinkedDataGraph(tree: tree, byID: byID))
    }
    if siteName == nil {
      for node in tree.nodes.indices where tree.nodes[node].kind == .object && Self.isType(node, tree, ["WebSite"]) {
        siteName = tree.string(node, "name")
        if siteName != nil { break }
      }
    }
  }

  /// How surely an object is this page's story; nil for what is no story.
  private static func rank(of node: Int, _ tree: JSONTree) -> Int? {
    var rank: Int
    if isType(node, tree, suffixes: ["Article", "BlogPosting", "LiveBlogPosting", "Report", "Review", "Recipe"]) {
      rank = 0
    } else if isType(
      node, tree,
      ["WebPage", "ItemPage", "DiscussionForumPosting", "SocialMediaPosting", "VideoObject", "PodcastEpisode"])
    {
      rank = 200
    } else {
      return nil
    }
    // What stands inside another object is a part of it, or something it mentions.
    var parent = Int(tree.nodes[node].parent)
    var depth = 0
    while parent >= 0 {
      let isHolder = tree.nodes[parent].kind == .array || tree.isKey(parent, "@graph") || tree.nodes[parent].parent < 0
      depth += isHolder && tree.nodes[parent].kind == .array && tree.isKey(parent, "@graph") ? 0 : isHolder ? 0 : 10
      if tree.isKey(parent, "mainEntity") || tree.isKey(parent, "mainEntityOfPage") { depth -= 10 }
      if tree.isKey(parent, "itemListElement") || tree.isKey(parent, "hasPart") || tree.isKey(parent, "liveBlogUpdate")
      {
        depth += 100
      }
      parent = Int(tree.nodes[parent].parent)
    }
    rank += depth
    if tree.member(node, "headline") == nil { rank += 3 }
    if tree.member(node, "datePublished") == nil { rank += 2 }
    if tree.member(node, "author") == nil { rank += 1 }
    return rank
  }

  static func isType(_ node: Int, _ tree: JSONTree, _ names: [String] = [], suffixes: [String] = []) -> Bool {
    guard let type = tree.member(node, "@type") else { return false }
    return tree.elements(type).contains { element in
      guard let name = tree.string(element) else { return false }
      let last = name.split { $0 == "/" || $0 == ":" || $0 == "#" }.last.map(String.init) ?? name
      return names.contains(last) || suffixes.contains { last.hasSuffix($0) }
    }
  }

  private mutating func read(_ node: Int, _ graph: LinkedDataGraph) {
    let tree = graph.tree
    headline = tree.string(node, "headline") ?? tree.string(node, "name")
    alternative = tree.string(node, "alternativeHeadline")
    description = tree.string(node, "description")
    published = graph.text(node, "datePublished") ?? graph.text(node, "dateCreated") ?? graph.text(node, "uploadDate")
    modified = graph.text(node, "dateModified")
    authors = graph.names(node, "author")
    if authors.isEmpty { authors = graph.names(node, "creator") }
    authorsAreOrganisations = graph.areOrganisations(node, "author")
    publisher = graph.names(node, "publisher").first ?? graph.names(node, "sourceOrganization").first
    language = graph.text(node, "inLanguage")
    section = graph.text(node, "articleSection")
    url = graph.text(node, "url") ?? graph.text(node, "mainEntityOfPage")
    isPaid =
      tree.isWord(tree.member(node, "isAccessibleForFree"), "false")
      || tree.isWord(tree.member(node, "isAccessibleForFree"), "False")
    isLive = Self.isType(node, tree, ["LiveBlogPosting"])
    body = graph.body(node)
    if let entries = tree.member(node, "liveBlogUpdate") {
      updates = tree.elements(entries).prefix(2000).map { graph.body($0) }.filter { !$0.isEmpty }
    }
  }
}

/// The objects of one script, with those that can be referred to.
struct LinkedDataGraph {
  let tree: JSONTree
  let byID: [String: Int]

  /// The object itself, or the one that it stands for.
  private func resolved(_ node: Int) -> Int {
    guard tree.nodes[node].kind == .object, tree.member(node, "name") == nil, let id = tree.string(node, "@id") else {
      return node
    }
    return byID[id] ?? node
  }

  /// A text, or the first of several.
  func text(_ node: Int, _ name: StaticString) -> String? {
    guard let value = tree.member(node, name) else { return nil }
    for element in tree.elements(value) {
      if let text = tree.string(element) { return text }
      if tree.nodes[element].kind == .object {
        return tree.string(element, "@value") ?? tree.string(element, "name") ?? tree.string(element, "@id")
      }
    }
    return nil
  }

  func body(_ node: Int) -> [UInt8] {
    guard let value = tree.member(node, "articleBody") ?? tree.member(node, "text") else { return [] }
    var out: [UInt8] = []
    for element in tree.elements(value) where tree.nodes[element].kind == .string {
      if !out.isEmpty { out.append(0x0A) }
      out += tree.utf8(element)
    }
    return out
  }

  /// Whether those who are named are all organisations.
  func areOrganisations(_ node: Int, _ name: StaticString) -> Bool {
    guard let value = tree.member(node, name) else { return false }
    let all = tree.elements(value)
    return !all.isEmpty && all.allSatisfy { LinkedData.isType(resolved($0), tree, suffixes: ["Organization"]) }
  }

  /// The names of people or organisations, each stated as a text or an object.
  func names(_ node: Int, _ name: StaticString) -> [String] {
    guard let value = tree.member(node, name) else { return [] }
    var names: [String] = []
    for element in tree.elements(value).prefix(100) {
      if let text = tree.string(element) {
        names.append(text)
        continue
      }
      let object = resolved(element)
      guard tree.nodes[object].kind == .object, let named = tree.member(object, "name") else { continue }
      for one in tree.elements(named) { if let text = tree.string(one) { names.append(text) } }
    }
    return names
  }
}
