import HearsayStory

/// What a reader of the story should know of the page: that the rest is paid for, that a script shows it, that it goes on.
struct PageNotes {
  private(set) var notes: [String] = []

  init(_ meta: PageMetadata, _ finder: StoryFinder, bodyBytes: Int, fromData: Bool) {
    let tree = finder.tree
    if fromData {
      notes.append("the page shows its text by a script; the text was read from the page's data")
    } else if bodyBytes < 200, tree.scriptBytes > 4000 {
      notes.append("the page shows its text by a script; save it from a browser to read all of it")
    }
    let hasWall = finder.kinds.indices.contains { i in
      finder.kinds[i] ?? .furniture == .furniture && finder.words.isPaywall(finder.layout.text, finder.layout.lines[i])
    }
    if meta.linked.isPaid || hasWall {
      notes.append("the page keeps a part of the story from readers who haven't paid; what it shows was read")
    }
    if meta.linked.isLive { notes.append("a live blog: its entries stand in the order of the page") }
    if let next = meta.nextPage { notes.append("the story goes on at \(next)") }
    if tree.endIsMissing {
      notes.append("the page breaks off before its end, and the story perhaps with it: download or save it again")
    }
    if tree.isTooDeep {
      notes.append("elements nest more than \(HTMLParser.deepest) deep; the deepest were read as if they stood higher")
    }
    if tree.isEndless { notes.append("elements go on nesting without end; what follows was left out") }
    if tree.isCut { notes.append("the page has more than \(HTMLParser.mostNodes) elements; what follows was left out") }
    let outside = finder.kinds.indices.filter { finder.kinds[$0] == nil }
    if outside.count > 0 {
      let bytes = outside.reduce(0) { $0 + finder.layout.lines[$1].count }
      let lines = outside.count == 1 ? "1 line" : "\(outside.count) lines"
      notes.append("\(lines) around the story left out: menus, lists and footers, \(bytes) bytes")
    }
  }
}
