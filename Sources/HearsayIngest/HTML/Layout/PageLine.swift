/// Text of a page that stands by itself: what a reader sees as a paragraph, a heading, an entry of a menu.
struct PageLine {
  /// The innermost block element that holds it.
  var node: Int32
  /// The text nodes it is made of.
  var firstNode: Int32
  var lastNode: Int32
  /// Bytes of `PageLayout.text`.
  var from: Int32
  var to: Int32
  /// How many of them stand in links, in bold or cursive type, and in controls.
  var linkBytes: Int32 = 0
  var strongBytes: Int32 = 0
  /// How many links there are, in `PageLayout.links`.
  var firstLink: Int32 = 0
  var lastLink: Int32 = 0
  /// Set in a `time` element.
  var hasTime = false
  /// Follows a `br` and not the end of an element.
  var followsBreak = false

  var count: Int { Int(to - from) }
  var range: Range<Int> { Int(from)..<Int(to) }
  /// How much of it is links, from 0 to 1.
  var linkShare: Double { count == 0 ? 0 : Double(linkBytes) / Double(count) }
  /// How much of it is bold or cursive, from 0 to 1; spaces count as neither.
  var strongShare: Double { count == 0 ? 0 : Double(strongBytes) / Double(count) }
}

/// A link, by bytes of the layout's text and the element that makes it.
struct PageLink {
  var from: Int32
  var to: Int32
  var node: Int32
}

/// A page's text, line by line, with white space as a browser shows it.
struct PageLayout {
  let tree: PageTree
  var text: [UInt8] = []
  var lines: [PageLine] = []
  var links: [PageLink] = []
  /// By node: what its own attributes say of it.
  var hints: [MarkupHints]
  /// By node, and one more for the end: how many pictures begin before it.
  private(set) var picturesBefore: [Int32] = []
  /// Elements that the page hides by an attribute of their own.
  var hiddenNodes: Set<Int> = []

  /// What is open while the page is walked through.
  private struct Open {
    var end: Int32
    var node: Int32
    var isBlock: Bool
    var isLink = false
    var isStrong = false
  }

  private var open: [Open] = []
  private var blocks: [Int32] = [0]
  private var linkDepth = 0
  private var strongDepth = 0
  private var line: PageLine?
  private var endsInSpace = true
  private var breaks = 0
  private var sawBreak = false
  /// Words were left out since the last ones that are shown.
  private var hidWords = false
  /// A `time` element has opened since the last line ended.
  private var sawTime = false

  init(_ tree: PageTree, _ table: MarkupHintTable) {
    self.tree = tree
    hints = Array(repeating: [], count: tree.count)
    text.reserveCapacity(tree.bytes.count / 2)
    walk(table)
  }

  private mutating func walk(_ table: MarkupHintTable) {
    var pictures: Int32 = 0
    var hiddenEnd = 0
    picturesBefore.reserveCapacity(tree.count + 1)
    for i in 0..<tree.count {
      while let last = open.last, last.end <= i { close(last) }
      let node = tree.nodes[i]
      picturesBefore.append(pictures)
      if i < hiddenEnd { continue }
      if node.tag == .img { pictures += 1 }
      if node.tag == .text {
        // The page's title is no line of the page.
        if node.parent >= 0, tree.tag(Int(node.parent)) == .title { continue }
        append(i, Int(node.from)..<Int(node.to))
        continue
      }
      if node.to > node.from {
        look(at: i, table)
        if !node.tag.isBlock, hides(i) {
          hidWords = true
          hiddenEnd = Int(node.end)
          continue
        }
      }
      if node.tag == .br {
        breaks += 1
        sawBreak = true
        endsInSpace = true
        if breaks >= 2 { flush() }
        continue
      }
      let isBlock = node.tag.isBlock
      let isLink = node.tag == .a
      let isStrong = node.tag == .b || node.tag == .strong || node.tag == .em || node.tag == .i
      if node.tag == .time {
        line?.hasTime = true
        sawTime = line == nil
      }
      guard isBlock || isLink || isStrong else { continue }
      if isBlock {
        flush()
        blocks.append(Int32(i))
      }
      if isLink {
        linkDepth += 1
        links.append(PageLink(from: Int32(text.count), to: -1, node: Int32(i)))
      }
      if isStrong { strongDepth += 1 }
      open.append(Open(end: node.end, node: Int32(i), isBlock: isBlock, isLink: isLink, isStrong: isStrong))
    }
    picturesBefore.append(pictures)
    while let last = open.last { close(last) }
    flush()
  }

  private mutating func close(_ last: Open) {
    open.removeLast()
    if last.isBlock {
      flush()
      blocks.removeLast()
    }
    if last.isLink {
      linkDepth -= 1
      if let i = links.lastIndex(where: { $0.node == last.node }) { links[i].to = Int32(text.count) }
    }
    if last.isStrong { strongDepth -= 1 }
  }

  private mutating func flush() {
    breaks = 0
    endsInSpace = true
    guard var done = line else {
      sawBreak = false
      return
    }
    line = nil
    sawTime = false
    while text.count > Int(done.from), text[text.count - 1] == 0x20 { text.removeLast() }
    done.to = Int32(text.count)
    done.lastLink = Int32(links.count)
    if done.count > 0 { lines.append(done) }
    // Lines of the layout never touch.
    text.append(0x0A)
    sawBreak = false
  }

  /// Whether a text opens an element right behind the end of another one, and both are made to be set apart: "Ana Roe" and
  /// "3 May" in two boxes without a space between them.
  private func standsApart(_ node: Int) -> Bool {
    guard node >= 3, tree.parent(node) == node - 1, tree.tag(node - 2) == .text else { return false }
    let before = tree.parent(node - 2)
    guard before >= 0, tree.parent(before) == tree.parent(node - 1) else { return false }
    return [before, node - 1].allSatisfy {
      switch tree.tag($0) {
      case .a, .time: true
      case .span: tree.attribute(.class, of: $0) != nil
      default: false
      }
    }
  }

  /// A capital or a digit behind a small letter begins a word: no script joins them so.
  private func beginsWord(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard let last = text.last, hidWords || last >= UInt8(ascii: "a") && last <= UInt8(ascii: "z") || last >= 0x80
    else { return false }
    let byte = bytes[i]
    if byte < 0x80 {
      return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") || byte >= 0x30 && byte <= 0x39
    }
    return Unicode.Scalar(SmallLetters.scalar(bytes, i).value)?.properties.isUppercase ?? false
  }

  private mutating func append(_ node: Int, _ range: Range<Int>) {
    if line != nil, !endsInSpace, !range.isEmpty, hidWords || standsApart(node),
      tree.bytes.withUnsafeBufferPointer({ beginsWord($0, range.lowerBound) })
    {
      text.append(0x20)
      endsInSpace = true
    }
    hidWords = false
    tree.bytes.withUnsafeBufferPointer { bytes in
      var i = range.lowerBound
      while i < range.upperBound {
        let byte = bytes[i]
        let space = Self.spaceLength(bytes, i, range.upperBound)
        if space > 0 {
          if !endsInSpace {
            text.append(0x20)
            endsInSpace = true
          }
          i += space
          continue
        }
        let nothing = Self.emptyLength(bytes, i, range.upperBound)
        if nothing > 0 {
          i += nothing
          continue
        }
        if line == nil {
          var first = links.count
          // The line may begin inside links that are open.
          while first > 0, links[first - 1].to < 0 { first -= 1 }
          line = PageLine(
            node: blocks[blocks.count - 1], firstNode: Int32(node), lastNode: Int32(node), from: Int32(text.count),
            to: 0, firstLink: Int32(first), hasTime: sawTime, followsBreak: sawBreak)
        } else if breaks == 1, text.last != 0x20 {
          text.append(0x20)
        }
        breaks = 0
        endsInSpace = false
        let start = i
        i += 1
        if byte < 0x80 {
          while i < range.upperBound, bytes[i] > 0x20, bytes[i] < 0x80 { i += 1 }
        }
        while i < range.upperBound, bytes[i] & 0xC0 == 0x80 { i += 1 }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<i]))
        if linkDepth > 0 { line?.linkBytes += Int32(i - start) }
        if strongDepth > 0 { line?.strongBytes += Int32(i - start) }
      }
    }
    line?.lastNode = Int32(node)
  }

  /// Soft hyphens, marks without width, byte order marks: they show nothing.
  private static func emptyLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int {
    let byte = bytes[i]
    guard byte >= 0xC2, i + 1 < end else { return 0 }
    if byte == 0xC2, bytes[i + 1] == 0xAD { return 2 }
    guard i + 2 < end else { return 0 }
    if byte == 0xE2 {
      return bytes[i + 1] == 0x80 && bytes[i + 2] == 0x8B || bytes[i + 1] == 0x81 && bytes[i + 2] == 0xA0 ? 3 : 0
    }
    return byte == 0xEF && bytes[i + 1] == 0xBB && bytes[i + 2] == 0xBF ? 3 : 0
  }

  /// White space that a page shows as one space: also no-break spaces.
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int {
    let byte = bytes[i]
    if byte <= 0x20 { return 1 }
    guard byte >= 0xC2, i + 1 < end else { return 0 }
    if byte == 0xC2, bytes[i + 1] == 0xA0 { return 2 }
    guard i + 2 < end else { return 0 }
    if byte == 0xE2, bytes[i + 1] == 0x80, (0x80...0x8A).contains(bytes[i + 2]) || bytes[i + 2] == 0xAF { return 3 }
    return 0
  }

  // MARK: Attributes

  private mutating func look(at node: Int, _ table: MarkupHintTable) {
    let from = Int(tree.nodes[node].from)
    let to = Int(tree.nodes[node].to)
    for i in from..<to {
      let attribute = tree.attributes[i]
      let range = Int(attribute.from)..<Int(attribute.to)
      switch attribute.name {
      // The id of a heading is made of its own words, to be linked to.
      case .id where tree.tag(node).headingLevel > 0: break
      case .class, .id, .role, .dataTestid, .dataComponent, .dataType, .dataName, .dataQa, .dataModule, .itemprop:
        hints[node].formUnion(tree.bytes.withUnsafeBufferPointer { table.hints($0, range) })
      case .hidden: hiddenNodes.insert(node)
      case .style: if hidesByStyle(range) { hiddenNodes.insert(node) }
      default: break
      }
    }
  }

  /// A few words inside a line that no reader sees: "opens in a new window", "edit".
  private func hides(_ node: Int) -> Bool {
    guard hints[node].contains(.hidden) || hiddenNodes.contains(node) else { return false }
    let below = tree.subtree(node)
    guard below.count <= 12 else { return false }
    return below.reduce(0) { tree.tag($1) == .text ? $0 + Int(tree.nodes[$1].to - tree.nodes[$1].from) : $0 } <= 120
      && !below.contains { tree.tag($0).isBlock || tree.tag($0) == .img }
  }

  /// `display: none` or `visibility: hidden`: one of the words behind its colon.
  private func hidesByStyle(_ range: Range<Int>) -> Bool {
    guard range.count >= 12 else { return false }
    return tree.bytes.withUnsafeBufferPointer { bytes in
      var i = range.lowerBound
      while let colon = bytes[i..<range.upperBound].firstIndex(of: UInt8(ascii: ":")) {
        var value = colon + 1
        while value < range.upperBound, bytes[value] <= 0x20 { value += 1 }
        if Self.has("none", bytes, value, range.upperBound), Self.has("display", bytes, colon - 7, colon) {
          return true
        }
        if Self.has("hidden", bytes, value, range.upperBound), Self.has("visibility", bytes, colon - 10, colon) {
          return true
        }
        i = colon + 1
      }
      return false
    }
  }

  private static func has(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at >= 0, at + word.utf8CodeUnitCount <= end else { return false }
    for k in 0..<word.utf8CodeUnitCount where bytes[at + k] | 0x20 != word.utf8Start[k] { return false }
    return true
  }

  func string(_ line: PageLine) -> String { String(decoding: text[line.range], as: UTF8.self) }
}
