import HearsayStory
import HearsayText

/// Puts the lines of a story together as one text with its blocks.
struct StoryAssembler {
  var text: [UInt8] = []
  var blocks: [Block] = []

  init() {}

  init(_ finder: StoryFinder, title: String?) {
    var paths = XPathWriter(finder.tree)
    if finder.headline == nil, let title { add(.headline, Array(title.utf8)[...]) }
    for (i, line) in finder.layout.lines.enumerated() {
      guard let kind = finder.kinds[i] else { continue }
      if i == finder.headline, let title {
        add(.headline, Array(title.utf8)[...])
      } else {
        add(kind, finder.layout.text[line.range])
        addLinks(line, finder.layout)
      }
      if let last = blocks.indices.last { blocks[last].xpath = paths.path(of: Int(line.node)) }
    }
    close()
  }

  /// A story whose text the page's data hold, each line a paragraph.
  init(title: String?, body: [UInt8]) {
    if let title { add(.headline, Array(title.utf8)[...]) }
    let text =
      body.contains(UInt8(ascii: "<")) ? body : Array(HTMLEntities.decode(String(decoding: body, as: UTF8.self)).utf8)
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      add(.paragraph, Array(String(decoding: line, as: UTF8.self).trimmed.utf8)[...])
    }
    close()
  }

  /// The text ends with a line break, as files do.
  mutating func close() {
    if !text.isEmpty { text.append(0x0A) }
  }

  mutating func add(_ kind: BlockKind, _ line: ArraySlice<UInt8>) {
    guard !line.isEmpty else { return }
    if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
    let start = text.count
    text.append(contentsOf: line)
    blocks.append(Block(kind, Span(start, text.count)))
  }

  /// The links of the line that the last block was made of.
  private mutating func addLinks(_ line: PageLine, _ layout: PageLayout) {
    guard line.linkBytes > 0, let last = blocks.indices.last else { return }
    let shift = blocks[last].span.start - Int(line.from)
    for link in layout.links[Int(line.firstLink)..<Int(line.lastLink)] {
      let from = max(link.from, line.from)
      let to = min(link.to < 0 ? line.to : link.to, line.to)
      guard to > from, let url = layout.tree.value(.href, of: Int(link.node))?.trimmed,
        url.utf8.contains(UInt8(ascii: "/")),
        url.utf8.count <= 2048
      else { continue }
      blocks[last].links.append(BlockLink(Span(Int(from) + shift, Int(to) + shift), url))
    }
  }
}
