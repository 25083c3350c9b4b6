/// Puts elements and text into a tree, and closes what a page leaves open, as browsers do.
struct TreeBuilder {
  var tree = PageTree()

  private struct Open {
    var node: Int32
    var tag: HTMLTag
    /// The number of its name: elements that the tree doesn't tell apart still close their own kind only.
    var name: UInt64
  }

  /// Open elements, the innermost last.
  private var open: [Open] = []
  /// By element: how many are open, so that an end tag without its element costs nothing.
  private var counts = [Int32](repeating: 0, count: 256)
  /// Elements that were too deep to be opened; their end tags close nothing.
  private var unopened = 0
  private var hasHead = false
  private var hasBody = false

  mutating func reserve(pageBytes: Int) {
    tree.bytes.reserveCapacity(pageBytes / 2 + 64)
    tree.nodes.reserveCapacity(pageBytes / 24 + 16)
    tree.attributes.reserveCapacity(pageBytes / 64 + 16)
  }

  mutating func finish() -> PageTree {
    close(to: 0)
    return tree
  }

  // MARK: What the parser finds

  mutating func attribute(_ name: HTMLAttribute, _ page: UnsafeBufferPointer<UInt8>, _ value: Range<Int>) {
    let from = Int32(tree.bytes.count)
    CharacterReferences.append(page, value, isAttribute: true, to: &tree.bytes)
    tree.attributes.append(PageTree.Attribute(name: name, from: from, to: Int32(tree.bytes.count)))
  }

  mutating func data(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let from = tree.bytes.count
    tree.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: page[range]))
    tree.dataScripts.append(from..<tree.bytes.count)
  }

  mutating func text(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let isSpace = page[range].allSatisfy { $0 <= 0x20 }
    if !hasBody, open.last?.tag != .title {
      if isSpace { return }
      openBody()
    }
    let from = Int32(tree.bytes.count)
    // Of white space alone nothing matters but that it is there.
    if isSpace {
      tree.bytes.append(0x20)
    } else {
      CharacterReferences.append(page, range, isAttribute: false, to: &tree.bytes)
    }
    let to = Int32(tree.bytes.count)
    let parent = open.last?.node ?? -1
    let last = tree.nodes.count - 1
    if last >= 0, tree.nodes[last].tag == .text, tree.nodes[last].parent == parent, tree.nodes[last].to == from {
      tree.nodes[last].to = to
      return
    }
    guard hasRoom else { return }
    let node = Int32(tree.nodes.count)
    tree.nodes.append(PageTree.Node(tag: .text, parent: parent, end: node + 1, from: from, to: to))
  }

  mutating func start(_ tag: HTMLTag, _ name: UInt64, firstAttribute: Int, isSelfClosed: Bool = false) {
    guard prepare(for: tag) else { return }
    closeBefore(tag)
    append(tag, name, firstAttribute: firstAttribute, isEmpty: tag.isEmpty || isSelfClosed)
  }

  mutating func end(_ tag: HTMLTag, _ name: UInt64) {
    if tag == .html || tag == .body || tag.isEmpty { return }
    if unopened > 0 {
      unopened -= 1
      return
    }
    // An end of a paragraph that never began is an empty one, as in browsers.
    if tag == .p, counts[Int(tag.rawValue)] == 0, hasBody { return append(.p, name, isEmpty: true) }
    let isHeading = tag.headingLevel > 0
    guard isHeading || counts[Int(tag.rawValue)] > 0 else { return }
    var k = open.count - 1
    while k >= 0 {
      let other = open[k].tag
      if other == tag && (tag != .other || open[k].name == name) || isHeading && other.headingLevel > 0 {
        return close(to: k)
      }
      if Self.stops(tag, at: other) { return }
      k -= 1
    }
  }

  // MARK: Structure

  private var hasRoom: Bool {
    mutating get {
      if tree.nodes.count >= HTMLParser.mostNodes { tree.isCut = true }
      return !tree.isCut
    }
  }

  private mutating func append(
    _ tag: HTMLTag, _ name: UInt64 = 0, firstAttribute: Int? = nil, isEmpty: Bool = false
  ) {
    if open.count >= HTMLParser.deepest, !isEmpty {
      tree.isTooDeep = true
      unopened += 1
      // Paragraphs stand apart however deep they are; of all else its text is what matters.
      guard tag == .p || tag.headingLevel > 0 else { return }
      close(to: open.count - 1)
    }
    guard hasRoom else { return }
    let node = Int32(tree.nodes.count)
    let attributes = tree.attributes.count
    tree.nodes.append(
      PageTree.Node(
        tag: tag, parent: open.last?.node ?? -1, end: node + 1, from: Int32(firstAttribute ?? attributes),
        to: Int32(attributes)))
    if isEmpty { return }
    open.append(Open(node: node, tag: tag, name: name))
    counts[Int(tag.rawValue)] += 1
  }

  private mutating func close(to depth: Int) {
    while open.count > max(depth, 0), let last = open.popLast() {
      tree.nodes[Int(last.node)].end = Int32(tree.nodes.count)
      counts[Int(last.tag.rawValue)] -= 1
    }
  }

  private mutating func openBody() {
    if open.isEmpty { append(.html) }
    close(to: 1)
    append(.body)
    hasBody = true
  }

  /// Opens what stands above an element without being written, and says whether the element is to be opened itself.
  private mutating func prepare(for tag: HTMLTag) -> Bool {
    if tag == .html { return open.isEmpty && !hasBody }
    if hasBody { return tag != .head && tag != .body }
    if open.isEmpty { append(.html) }
    switch tag {
    case .head:
      defer { hasHead = true }
      return !hasHead
    case .body:
      close(to: 1)
      hasBody = true
      return true
    case .title, .meta, .link, .base:
      if !hasHead {
        append(.head)
        hasHead = true
      }
      return true
    default:
      openBody()
      return true
    }
  }

  /// Whether an end tag looks no further than an open element.
  private static func stops(_ tag: HTMLTag, at other: HTMLTag) -> Bool {
    switch tag {
    case .td, .th, .tr, .tbody, .thead, .tfoot, .caption: other == .table
    case .table: false
    case .li: other == .ul || other == .ol || other == .menu || other.isTablePart
    default: tag.isBlock ? other.isTablePart : other.isBlock
    }
  }

  /// Closes what can't stand around an element that begins.
  private mutating func closeBefore(_ tag: HTMLTag) {
    if tag.closesParagraph, counts[Int(HTMLTag.p.rawValue)] > 0 {
      closeNearest {
        $0 == .p
      } unless: {
        $0.isTablePart || $0 == .button
      }
    }
    switch tag {
    case .li:
      closeNearest {
        $0 == .li
      } unless: {
        $0.isBlock && $0 != .div && $0 != .p && $0 != .address
      }
    case .dt, .dd:
      closeNearest {
        $0 == .dt || $0 == .dd
      } unless: {
        $0.isBlock && $0 != .div && $0 != .p && $0 != .address
      }
    case .td, .th:
      closeNearest {
        $0 == .td || $0 == .th
      } unless: {
        $0 == .tr || $0 == .table
      }
    case .tr:
      closeNearest {
        $0 == .tr
      } unless: {
        $0 == .table
      }
    case .tbody, .thead, .tfoot:
      closeNearest {
        $0 == .tbody || $0 == .thead || $0 == .tfoot
      } unless: {
        $0 == .table
      }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let last = open.last, last.tag.headingLevel > 0 { close(to: open.count - 1) }
    case .a:
      closeNearest {
        $0 == .a
      } unless: {
        $0.isBlock
      }
    case .button:
      closeNearest {
        $0 == .button
      } unless: {
        $0.isTablePart
      }
    case .option:
      closeNearest {
        $0 == .option
      } unless: {
        $0.isBlock
      }
    default: break
    }
  }

  private mutating func closeNearest(_ isIt: (HTMLTag) -> Bool, unless stops: (HTMLTag) -> Bool) {
    var k = open.count - 1
    while k >= 0 {
      if isIt(open[k].tag) { return close(to: k) }
      if stops(open[k].tag) { return }
      k -= 1
    }
  }
}
