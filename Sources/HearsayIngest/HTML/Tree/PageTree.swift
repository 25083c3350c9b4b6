/// A page as flat arrays of numbers over one buffer of bytes.
///
/// libxml2's own tree costs an allocation for each node and attribute, and half as much time again as its events; what
/// reading a page asks ("how much text is below this?", "what stands around it?") needs a parent, an end and a range of
/// bytes only. Nodes stand in the order of the page, so that a subtree is a range: no walk needs recursion, however deep
/// the page nests.
struct PageTree {
  struct Node {
    var tag: HTMLTag
    var parent: Int32
    /// Behind the last node of the subtree.
    var end: Int32
    /// Text nodes: bytes of `bytes`. Elements: a range of `attributes`.
    var from: Int32
    var to: Int32
  }

  struct Attribute {
    var name: HTMLAttribute
    var from: Int32
    var to: Int32
  }

  /// Text and attribute values, one after another.
  var bytes: [UInt8] = []
  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// The contents of scripts that hold data (JSON-LD), as ranges of `bytes`.
  var dataScripts: [Range<Int>] = []
  /// How many bytes of scripts the page has: a page of scripts and no text shows its text by them.
  var scriptBytes = 0
  /// Elements that were closed because the page nests deeper than any reader could need.
  var isTooDeep = false
  /// They came again and again; what follows the last of them was left out.
  var isEndless = false
  /// The page breaks off before its end.
  var endIsMissing = false
  /// There were more nodes than are kept.
  var isCut = false

  var count: Int { nodes.count }

  func tag(_ node: Int) -> HTMLTag { nodes[node].tag }
  func parent(_ node: Int) -> Int { Int(nodes[node].parent) }
  /// A node and everything below it.
  func subtree(_ node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

  func attribute(_ name: HTMLAttribute, of node: Int) -> Range<Int>? {
    guard nodes[node].tag != .text else { return nil }
    for i in Int(nodes[node].from)..<Int(nodes[node].to) where attributes[i].name == name {
      return Int(attributes[i].from)..<Int(attributes[i].to)
    }
    return nil
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func value(_ name: HTMLAttribute, of node: Int) -> String? { attribute(name, of: node).map(string) }

  /// The words below a node, with single spaces.
  func text(of node: Int, limit: Int = 4096) -> String {
    // White space alone makes no tree.
    guard node < count else { return "" }
    var out: [UInt8] = []
    for i in subtree(node) where nodes[i].tag == .text {
      if out.count > limit { break }
      // Words in neighbouring blocks are words apart.
      if i > node + 1, nodes[i - 1].tag != .text, nodes[i - 1].tag.isBlock || nodes[i - 1].tag == .br {
        out.append(0x20)
      }
      for byte in bytes[Int(nodes[i].from)..<Int(nodes[i].to)] {
        if byte <= 0x20 {
          if let last = out.last, last != 0x20 { out.append(0x20) }
        } else {
          out.append(byte)
        }
      }
    }
    while out.last == 0x20 { out.removeLast() }
    return String(decoding: out.first == 0x20 ? Array(out.dropFirst()) : out, as: UTF8.self)
  }

  func isBelow(_ node: Int, _ ancestor: Int) -> Bool { subtree(ancestor).contains(node) }

  /// The nearest element at or above a node that a test holds for.
  func nearest(_ node: Int, where holds: (HTMLTag) -> Bool) -> Int? {
    var at = node
    while at >= 0 {
      if holds(nodes[at].tag) { return at }
      at = Int(nodes[at].parent)
    }
    return nil
  }
}
