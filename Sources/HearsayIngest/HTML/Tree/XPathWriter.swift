/// Writes the XPath of an element: `/html/body/div[2]/article/p[4]`.
///
/// Elements whose names the tree doesn't keep are counted among all their siblings, as `*[3]`. Each path is its parent's with a
/// step more, and parents' paths are kept, so that the paths of a story's lines cost little more than their bytes.
struct XPathWriter {
  private let tree: PageTree
  private var paths: [Int: String] = [:]

  init(_ tree: PageTree) { self.tree = tree }

  mutating func path(of node: Int) -> String {
    var missing: [Int] = []
    var at = node
    while at >= 0, paths[at] == nil {
      missing.append(at)
      at = tree.parent(at)
    }
    var path = at >= 0 ? paths[at] ?? "" : ""
    for node in missing.reversed() {
      path += step(node)
      paths[node] = path
    }
    return path
  }

  private func step(_ node: Int) -> String {
    let tag = tree.tag(node)
    let isNamed = tag > .other
    let parent = tree.parent(node)
    guard parent >= 0 else { return "/" + (isNamed ? "\(tag)" : "*[1]") }
    var before = 0
    var behind = 0
    var sibling = parent + 1
    while sibling < Int(tree.nodes[parent].end) {
      let other = tree.tag(sibling)
      if isNamed ? other == tag : other != .text {
        if sibling < node { before += 1 } else if sibling > node { behind += 1 }
        if behind > 0 { break }
      }
      sibling = Int(tree.nodes[sibling].end)
    }
    let isOnly = isNamed && before == 0 && behind == 0
    return "/" + (isNamed ? "\(tag)" : "*") + (isOnly ? "" : "[\(before + 1)]")
  }
}
