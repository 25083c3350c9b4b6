import CLibXML2

/// Builds a `PageTree` from what libxml2 tells of a page, event by event.
///
/// Pages are written by machines that were never tested against a parser, and some by people who mean harm, so that
/// everything has a bound. Elements that nest too deep are closed and the parser begins anew behind them: libxml2 looks
/// through all open elements at each closing tag, which takes the square of the time when millions are open.
struct HTMLParser {
  /// Open elements; real pages stay below 100.
  static let deepest = 600
  /// Nodes that are kept; the largest real pages have 50,000.
  static let mostNodes = 500_000
  /// Bytes that libxml2 may be given again by beginning anew. It copies what it is given, so that a long page which nests
  /// without end would cost the square of its length; one of two megabytes is still read to its end.
  static let mostReread = 1 << 30
  /// A longer attribute is no class, date or address.
  static let longestAttribute = 1 << 16

  /// What the type of a script with data holds.
  private static let linkedData = PhraseList(["ld+json"])

  private var tree = PageTree()
  /// Open elements, the innermost last.
  private var open: [Int32] = []
  /// libxml2's depth inside an element whose content is not kept.
  private var skipped = 0
  private var skippedTag = HTMLTag.other
  private var isData = false
  private var dataStart = 0
  private var depth = 0
  private var parser: htmlParserCtxtPtr?
  private var restart: Int?

  /// - Parameter mostReread: after so many bytes given again, what follows is left out and the tree `isEndless`.
  static func parse(_ bytes: [UInt8], mostReread: Int = Self.mostReread) -> PageTree {
    // The parser's events find it by its address, without the checks that a class's fields would cost at each of them.
    let reader = UnsafeMutablePointer<HTMLParser>.allocate(capacity: 1)
    reader.initialize(to: HTMLParser())
    defer {
      reader.deinitialize(count: 1)
      reader.deallocate()
    }
    reader.pointee.tree.bytes.reserveCapacity(bytes.count / 2 + 64)
    reader.pointee.tree.nodes.reserveCapacity(bytes.count / 24 + 16)
    reader.pointee.tree.attributes.reserveCapacity(bytes.count / 64 + 16)
    bytes.withUnsafeBytes { all in
      var start = 0
      var reread = 0
      while start < all.count {
        run(UnsafeRawBufferPointer(rebasing: all[start...]), reader)
        guard let place = reader.pointee.restart, !reader.pointee.tree.isCut else { break }
        reread += all.count - start
        guard reread <= mostReread else {
          reader.pointee.tree.isEndless = true
          break
        }
        // The parser stood inside the tag that was one too many.
        start += max(place, 1)
        while start < all.count, all[start] != UInt8(ascii: ">") { start += 1 }
        start += 1
      }
    }
    reader.pointee.closeAll()
    return reader.pointee.tree
  }

  private static func run(_ bytes: UnsafeRawBufferPointer, _ reader: UnsafeMutablePointer<HTMLParser>) {
    reader.pointee.restart = nil
    reader.pointee.depth = 0
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
      let parser = hearsay_html_parser(
        base, Int32(clamping: bytes.count), UnsafeMutableRawPointer(reader),
        { context, name, attributes in
          context?.assumingMemoryBound(to: HTMLParser.self).pointee.start(name, attributes)
        },
        { context, _ in
          context?.assumingMemoryBound(to: HTMLParser.self).pointee.end()
        },
        { context, text, length in
          context?.assumingMemoryBound(to: HTMLParser.self).pointee.characters(text, length)
        })
    else { return }
    reader.pointee.parser = parser
    htmlParseDocument(parser)
    reader.pointee.parser = nil
    htmlFreeParserCtxt(parser)
  }

  // MARK: Events

  private mutating func start(_ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?)
  {
    guard let name else { return }
    depth += 1
    if skipped > 0 {
      skipped += 1
      return checkDepth()
    }
    let tag = NameTable.tags.find(name).flatMap(HTMLTag.init(rawValue:)) ?? .other
    guard tree.nodes.count < Self.mostNodes else {
      tree.isCut = true
      return stop()
    }
    if tag.isSkipped {
      skipped = 1
      skippedTag = tag
      isData = tag == .script && isDataScript(attributes)
      dataStart = tree.bytes.count
      return checkDepth()
    }
    let from = Int32(tree.attributes.count)
    if let attributes { keep(attributes, tag) }
    let parent = open.last ?? -1
    let node = Int32(tree.nodes.count)
    tree.nodes.append(PageTree.Node(tag: tag, parent: parent, end: 0, from: from, to: Int32(tree.attributes.count)))
    open.append(node)
    checkDepth()
  }

  private mutating func checkDepth() {
    guard depth > Self.deepest else { return }
    tree.isTooDeep = true
    restart = parser.map { hearsay_parser_place($0) }
    // The elements that were open are done with; what comes hangs below the first few.
    skipped = 0
    while open.count > 8 { close() }
    stop()
  }

  private func stop() { parser.map { xmlStopParser($0) } }

  private mutating func end() {
    // Stopping makes the parser close everything it holds open, which this tree has done already.
    guard restart == nil else { return }
    depth -= 1
    if skipped > 0 {
      skipped -= 1
      if skipped == 0, isData, tree.bytes.count > dataStart {
        tree.dataScripts.append(dataStart..<tree.bytes.count)
        isData = false
      }
      return
    }
    close()
  }

  private mutating func close() {
    guard let node = open.popLast() else { return }
    tree.nodes[Int(node)].end = Int32(tree.nodes.count)
  }

  private mutating func closeAll() {
    while !open.isEmpty { close() }
  }

  private mutating func characters(_ text: UnsafePointer<UInt8>?, _ length: Int32) {
    guard let text, length > 0, restart == nil else { return }
    let bytes = UnsafeBufferPointer(start: text, count: Int(length))
    // A reference comes by itself.
    if length == 2, let meant = Windows1252.meant(bytes[0], bytes[1]) {
      let written = [UInt8](String(meant).utf8)
      return written.withUnsafeBufferPointer { characters($0.baseAddress, Int32($0.count)) }
    }
    if skipped > 0 {
      if skippedTag == .script { tree.scriptBytes += Int(length) }
      if isData { tree.bytes.append(contentsOf: bytes) }
      return
    }
    let from = Int32(tree.bytes.count)
    tree.bytes.append(contentsOf: bytes)
    let to = Int32(tree.bytes.count)
    // The parser hands long text over in parts.
    let last = tree.nodes.count - 1
    if last >= 0, tree.nodes[last].tag == .text, tree.nodes[last].parent == open.last ?? -1, tree.nodes[last].to == from
    {
      tree.nodes[last].to = to
      return
    }
    guard tree.nodes.count < Self.mostNodes else {
      tree.isCut = true
      return stop()
    }
    let node = Int32(tree.nodes.count)
    tree.nodes.append(PageTree.Node(tag: .text, parent: open.last ?? -1, end: node + 1, from: from, to: to))
  }

  // MARK: Attributes

  private mutating func keep(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>, _ tag: HTMLTag) {
    var i = 0
    while let name = attributes[i] {
      defer { i += 2 }
      guard let found = NameTable.attributes.find(name).flatMap(HTMLAttribute.init(rawValue:)) else { continue }
      // Addresses of pictures tell nothing here.
      if found == .src || found == .alt, tag == .img { continue }
      let from = Int32(tree.bytes.count)
      if let value = attributes[i + 1] {
        let length = strlen(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self))
        if length > Self.longestAttribute { continue }
        tree.bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: length))
      }
      tree.attributes.append(PageTree.Attribute(name: found, from: from, to: Int32(tree.bytes.count)))
    }
  }

  private func isDataScript(_ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) -> Bool {
    guard let attributes else { return false }
    var i = 0
    while let name = attributes[i] {
      if strcmp(UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self), "type") == 0, let value = attributes[i + 1]
      {
        let length = strlen(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self))
        let type = SmallLetters.bytes(UnsafeBufferPointer(start: value, count: min(length, 200)))
        return Self.linkedData.isHeld(by: type)
      }
      i += 2
    }
    return false
  }
}
