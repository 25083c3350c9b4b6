/// Writes the XPath of an element: `/html/body/div[2]/article/p[4]`.
///
/// Elements whose names the tree doesn't keep are counted among all their siblings, as `*[3]`. Each path is its parent's with a
/// step more; parents' paths and their children's numbers are kept, so that a page of many lines takes time in their number.
struct XPathWriter {
  private let tree: PageTree
  private var paths: [Int: String] = [:]
  /// By element: its number among its like, 0 for the only one of its name, -1 for what has not been asked for. Found for all
  /// children of a parent at once.
  private var numbers: [Int32]

  init(_ tree: PageTree) {
    self.tree = tree
    numbers = Array(repeating: -1, count: tree.count)
  }

  /// Longer paths lead nobody anywhere, and on a page that nests to do harm they would be longer than the page.
  private static let longest = 2048

  /// Nil for an element that stands too deep.
  mutating func path(of node: Int) -> String? {
    var missing: [Int] = []
    var at = node
    while at >= 0, paths[at] == nil {
      missing.append(at)
      at = tree.parent(at)
    }
    var path = at >= 0 ? paths[at] ?? "" : ""
    // The empty path of a parent that stands too deep is that of all below it.
    var isTooLong = at >= 0 && path.isEmpty
    for node in missing.reversed() {
      if !isTooLong { path += step(node) }
      isTooLong = isTooLong || path.utf8.count > Self.longest
      paths[node] = isTooLong ? "" : path
    }
    return isTooLong ? nil : path
  }

  private mutating func step(_ node: Int) -> String {
    let tag = tree.tag(node)
    let isNamed = tag > .other
    let parent = tree.parent(node)
    guard parent >= 0 else { return "/" + (isNamed ? tag.name : "*[1]") }
    if numbers[node] < 0 { number(childrenOf: parent) }
    let number = max(numbers[node], 0)
    let name = "/" + (isNamed ? tag.name : "*")
    return number == 0 ? name : name + "[" + String(number) + "]"
  }

  private mutating func number(childrenOf parent: Int) {
    // By tag: how many there have been, and the first of them.
    var counts = [Int32](repeating: 0, count: 256)
    var firsts = [Int](repeating: 0, count: 256)
    var elements: Int32 = 0
    var child = parent + 1
    while child < Int(tree.nodes[parent].end) {
      let tag = tree.tag(child)
      if tag != .text {
        let kind = Int(tag.rawValue)
        elements += 1
        if tag > .other {
          counts[kind] += 1
          // The first of its name is the only one until a second comes.
          numbers[child] = counts[kind] == 1 ? 0 : counts[kind]
          if counts[kind] == 1 { firsts[kind] = child }
          if counts[kind] == 2 { numbers[firsts[kind]] = 1 }
        } else {
          numbers[child] = elements
        }
      }
      child = Int(tree.nodes[child].end)
    }
  }
}
