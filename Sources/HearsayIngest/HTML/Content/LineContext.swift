/// What stands above a line in the page's tree, as one bit each.
struct LineContext: OptionSet, Sendable {
  var rawValue: UInt32
  static let nav = LineContext(0), footer = LineContext(1), aside = LineContext(2), header = LineContext(3)
  static let control = LineContext(4), figure = LineContext(5), figcaption = LineContext(6), quote = LineContext(7)
  static let list = LineContext(8), table = LineContext(9), heading = LineContext(10), address = LineContext(11)
  static let article = LineContext(12), hidden = LineContext(13), item = LineContext(14), details = LineContext(15)
  static let link = LineContext(16), time = LineContext(17), label = LineContext(18)
  static let code = LineContext(19)
  /// A small article inside another one: a card, a comment.
  static let card = LineContext(20)

  static let furniture: LineContext = [.nav, .footer, .control, .hidden, .label, .code]

  private init(_ bit: UInt32) { rawValue = 1 << bit }
  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ tag: HTMLTag) {
    switch tag {
    case .nav, .menu: self = .nav
    case .footer: self = .footer
    case .aside: self = .aside
    case .header, .hgroup: self = .header
    case .form, .button, .input, .option, .legend, .dialog: self = .control
    case .figure, .picture: self = .figure
    case .figcaption: self = [.figcaption, .figure]
    case .blockquote: self = .quote
    case .ul, .ol, .dl: self = .list
    case .li, .dt, .dd: self = .item
    case .table: self = .table
    case .h1, .h2, .h3, .h4, .h5, .h6, .summary: self = .heading
    case .address: self = .address
    case .article: self = .article
    case .details: self = .details
    case .a: self = .link
    case .time: self = .time
    case .label: self = .label
    case .pre: self = .code
    default: self = []
    }
  }
}

/// How much prose stands where: the weights by which the story is found on a page.
struct PageWeights {
  /// By line: bytes of running text outside links, 0 for what is no prose.
  var prose: [Int32]
  /// By node: all prose below it.
  var proseBelow: [Int32]
  /// By node: what its own and its ancestors' names and tags say; those of elements that hold most of the page are left out,
  /// since a wrapper called `has-sidebar` is no sidebar.
  var hints: [MarkupHints]
  var context: [LineContext]
  /// By line and by node: prose that neither names nor tags speak against.
  var weight: [Int32]
  var weightBelow: [Int32]
  /// What each line is made like.
  let usual: UsualLines
  var total: Int32 { weightBelow.first ?? 0 }

  init(_ layout: PageLayout) {
    let tree = layout.tree
    prose = layout.lines.map { Self.prose($0, layout.text) }
    proseBelow = Self.sums(prose, layout)
    hints = Array(repeating: [], count: tree.count)
    context = Array(repeating: [], count: tree.count)
    weight = []
    weightBelow = []
    usual = UsualLines(layout, prose)
    inherit(layout)
    let (hintsThatLie, tagsThatLie) = misleading(layout, usual)
    let against = Self.againstBody.subtracting(hintsThatLie)
    let tagsAgainst = LineContext.furniture.union([.figcaption, .aside, .card]).subtracting(tagsThatLie)
    if !hintsThatLie.isEmpty || !tagsThatLie.isEmpty {
      for i in 0..<tree.count {
        hints[i].subtract(hintsThatLie)
        context[i].subtract(tagsThatLie)
      }
    }
    weight = prose
    for (i, line) in layout.lines.enumerated() where prose[i] > 0 {
      let node = Int(line.node)
      if !context[node].isDisjoint(with: tagsAgainst) {
        weight[i] = 0
      } else if !hints[node].isDisjoint(with: against) {
        // What most of the page's prose is made like is its story, whatever a wrapper is called.
        if !usual.isMost(i) && usual.share(i) < 0.4
          || !hints[node].isDisjoint(with: [.comment, .consent, .caption, .hidden])
        {
          weight[i] = 0
        } else {
          overruled.insert(i)
        }
      }
    }
    weightBelow = Self.sums(weight, layout)
  }

  /// Lines whose names speak against them, and who are of the story all the same.
  private(set) var overruled: Set<Int> = []

  private static let againstBody = MarkupHints.furniture.union([.caption])

  private mutating func inherit(_ layout: PageLayout) {
    let tree = layout.tree
    let all = proseBelow.first ?? 0
    let wrappers = MarkupHints.furniture.union([
      .caption, .figure, .gallery, .infoBox, .byline, .date, .headline, .summary, .quote, .keyPoints,
    ])
    let paragraphs = Self.paragraphs(prose, layout)
    for i in 0..<tree.count {
      let node = tree.nodes[i]
      guard node.tag != .text else { continue }
      let isLarge = Int(proseBelow[i]) * 2 > Int(all)
      var own = layout.hints[i]
      var tags = LineContext(node.tag)
      // A box for an offer that nobody has closed holds the rest of the story: its paragraphs go on as those before it.
      if node.parent >= 0, paragraphs[i] >= 3, paragraphs[Int(node.parent)] >= 2 { own.subtract(Self.unclosed) }
      if isLarge {
        // Comments and cookies may well have more words than the story, though not all there are.
        let isAll = Int(proseBelow[i]) * 20 > Int(all) * 19
        own.subtract(isAll ? wrappers : wrappers.subtracting([.comment, .consent]))
        tags.subtract([.nav, .footer, .aside, .control, .header, .figure, .figcaption, .list, .item, .label])
      } else if layout.hiddenNodes.contains(i) {
        tags.insert(.hidden)
      } else if node.tag == .article, isCard(i, tree) {
        tags.insert(.card)
      }
      if node.parent >= 0 {
        var above = hints[Int(node.parent)]
        // What calls itself the body, and holds a good part of the page's prose, is none of what stands around it.
        if own.contains(.body), Int(proseBelow[i]) * 4 > Int(all) { above.subtract(wrappers) }
        var tagsAbove = context[Int(node.parent)]
        // A figure of a table is no picture with its caption.
        if node.tag == .table {
          above.remove(.figure)
          tagsAbove.remove(.figure)
        }
        own.formUnion(above)
        tags.formUnion(tagsAbove)
      }
      hints[i] = own
      context[i] = tags
    }
  }

  private static let unclosed: MarkupHints = [.ad, .promo, .share, .player, .embed, .notice, .figure, .caption]

  /// By node: how many paragraphs of prose stand right in it.
  private static func paragraphs(_ prose: [Int32], _ layout: PageLayout) -> [Int32] {
    var counts = [Int32](repeating: 0, count: layout.tree.count)
    for (i, line) in layout.lines.enumerated() where prose[i] > 0 {
      let node = Int(line.node)
      guard layout.tree.tag(node) == .p, layout.tree.parent(node) >= 0 else { continue }
      counts[layout.tree.parent(node)] += 1
    }
    return counts
  }

  /// Whether an article stands inside another one and holds little of what that one holds.
  private func isCard(_ article: Int, _ tree: PageTree) -> Bool {
    let parent = tree.parent(article)
    guard parent >= 0, context[parent].contains(.article), let outer = tree.nearest(parent, where: { $0 == .article })
    else { return false }
    return Int(proseBelow[article]) * 4 < Int(proseBelow[outer])
  }

  /// Names and tags that stand above so much of the prose that they can't mean what they mean elsewhere.
  private func misleading(_ layout: PageLayout, _ usual: UsualLines) -> (MarkupHints, LineContext) {
    var byHint = [Int](repeating: 0, count: 32)
    var usualByHint = [Int](repeating: 0, count: 32)
    var byTag = [Int](repeating: 0, count: 32)
    var all = 0
    for (i, line) in layout.lines.enumerated() where prose[i] > 0 {
      all += Int(prose[i])
      let hints = hints[Int(line.node)].rawValue
      let tags = context[Int(line.node)].rawValue
      for bit in 0..<32 {
        if hints & 1 << UInt32(bit) != 0 {
          byHint[bit] += Int(prose[i])
          if usual.isMost(i) { usualByHint[bit] += Int(prose[i]) }
        }
        if tags & 1 << UInt32(bit) != 0 { byTag[bit] += Int(prose[i]) }
      }
    }
    var hintsThatLie = MarkupHints()
    var tagsThatLie = LineContext()
    for bit in 0..<32 {
      // Comments may well be longer than what they are on.
      let hint = MarkupHints(rawValue: 1 << UInt32(bit))
      if byHint[bit] * 5 > all * 2, usualByHint[bit] * 2 > usual.most, hint != .comment, hint != .consent,
        Self.againstBody.contains(hint)
      {
        hintsThatLie.insert(hint)
      }
      let tag = LineContext(rawValue: 1 << UInt32(bit))
      // Programs on a page that explains them may be longer than their explanation.
      if byTag[bit] * (tag == .code ? 10 : 20) > all * (tag == .code ? 9 : 10),
        LineContext.furniture.union([.aside, .figcaption, .card]).contains(tag)
      {
        tagsThatLie.insert(tag)
      }
    }
    return (hintsThatLie, tagsThatLie)
  }

  private static func sums(_ values: [Int32], _ layout: PageLayout) -> [Int32] {
    var sums = [Int32](repeating: 0, count: max(layout.tree.count, 1))
    for (i, line) in layout.lines.enumerated() { sums[Int(line.node)] &+= values[i] }
    // Children stand behind their parents.
    for i in stride(from: layout.tree.count - 1, to: 0, by: -1) {
      let parent = Int(layout.tree.nodes[i].parent)
      if parent >= 0 { sums[parent] &+= sums[i] }
    }
    return sums
  }

  /// Running text ends as sentences do, or is long; a list of links is none.
  static func prose(_ line: PageLine, _ text: [UInt8]) -> Int32 {
    guard line.count >= 60, line.linkBytes * 2 < line.to - line.from else { return 0 }
    // Long lines are prose wherever they end; the last one of a page may have been cut.
    guard line.count >= 130 || endsSentence(line, text) else { return 0 }
    return line.to - line.from - line.linkBytes
  }

  /// Whether a line ends with a stop, perhaps behind it a closing mark.
  static func endsSentence(_ line: PageLine, _ text: [UInt8]) -> Bool {
    var i = Int(line.to)
    while i > Int(line.from) {
      let byte = text[i - 1]
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0x20: i -= 1
      default:
        guard byte >= 0x80, i - 3 >= Int(line.from) else { return false }
        switch (text[i - 3], text[i - 2], byte) {
        // Ellipsis; the full stops of Chinese, Japanese and Hindi.
        case (0xE2, 0x80, 0xA6), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xE0, 0xA5, 0xA4):
          return true
        case (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xB9), (0xE2, 0x80, 0xBA), (0xE3, 0x80, 0x8D): i -= 3
        default:
          if text[i - 2] == 0xC2, byte == 0xBB || byte == 0xAB {
            i -= 2
          } else if text[i - 2] == 0xD8, byte == 0x9F {
            return true
          } else if text[i - 2] == 0xDB, byte == 0x94 {
            return true
          } else {
            return false
          }
        }
      }
    }
    return false
  }
}

/// How much of a page's prose is made like a line: the same element, called the same.
struct UsualLines {
  /// By line: how it is made, as one number.
  let keys: [UInt64]
  private let sums: [UInt64: Int]
  private let total: Int
  /// The prose that is made like most of the page's.
  let most: Int
  private let mostKey: UInt64

  init(_ layout: PageLayout, _ prose: [Int32]) {
    let tree = layout.tree
    keys = layout.lines.map { line in
      let node = Int(line.node)
      var hash = NameHash.add(tree.tag(node).rawValue, to: NameHash.empty)
      // A paragraph without a name is told by its parent.
      let named = tree.attribute(.class, of: node).map { !$0.isEmpty } ?? false
      let parent = tree.parent(node)
      if !named, parent >= 0 { hash = NameHash.add(tree.tag(parent).rawValue, to: hash) }
      if let range = tree.attribute(.class, of: named || parent < 0 ? node : parent) {
        for byte in tree.bytes[range] { hash = NameHash.add(byte, to: hash) }
      }
      return hash
    }
    var sums: [UInt64: Int] = [:]
    var total = 0
    for (i, key) in keys.enumerated() where prose[i] > 0 {
      sums[key, default: 0] += Int(prose[i])
      total += Int(prose[i])
    }
    self.sums = sums
    self.total = total
    let best = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }
    most = best?.value ?? 0
    mostKey = best?.key ?? 0
  }

  func isMost(_ line: Int) -> Bool { keys[line] == mostKey }

  func share(_ line: Int) -> Double { total == 0 ? 0 : Double(sums[keys[line]] ?? 0) / Double(total) }
}
