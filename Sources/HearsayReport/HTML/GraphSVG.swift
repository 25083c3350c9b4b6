import HearsayAttribution

/// Draws a chain graph as inline SVG: columns from the sources on the left to the reader on the right.
///
/// Everything is integers, so that every machine draws the same. A graph with circles is drawn too; an arrow may then run
/// backwards.
struct GraphSVG {
  private let graph: ChainGraph
  private let id: String
  private var boxes: [Box] = []
  private var width = 0
  private var height = 0

  private struct Box {
    var x = 0
    var y = 0
    var height = 0
    var lines: [String] = []
  }

  private static let boxWidth = 196
  private static let gap = 84
  private static let rowGap = 14
  private static let lineHeight = 17
  private static let margin = 8
  /// More would be a wall; the table below the drawing has them all.
  private static let mostLines = 4

  init(_ graph: ChainGraph, id: String) {
    self.graph = graph
    self.id = id
    lay()
  }

  private mutating func lay() {
    boxes = graph.nodes.map { node in
      var lines = TerminalWriter.wrap(Escaping.line(node.name), first: 23, rest: 23, limit: GraphSVG.mostLines)
      lines = lines.map { Words.shortened($0, to: 25) }
      if node.isAnonymous { lines.append("anonymous" + (node.grade.map { " · \($0.code)" } ?? "")) }
      if node.kind == .outlet { lines.append(node.isPublisher ? "publisher" : "report not seen") }
      return Box(height: lines.count * GraphSVG.lineHeight + 14, lines: lines)
    }
    let columns = (graph.nodes.map(\.column).max() ?? 0) + 1
    var heights = [Int](repeating: 0, count: columns)
    for (i, node) in graph.nodes.enumerated() { heights[node.column] += boxes[i].height + GraphSVG.rowGap }
    height = max((heights.max() ?? 0) - GraphSVG.rowGap, 0) + 2 * GraphSVG.margin
    width = columns * GraphSVG.boxWidth + (columns - 1) * GraphSVG.gap + 2 * GraphSVG.margin
    var tops = heights.map { (height - ($0 - GraphSVG.rowGap)) / 2 }
    for (i, node) in graph.nodes.enumerated() {
      boxes[i].x = GraphSVG.margin + node.column * (GraphSVG.boxWidth + GraphSVG.gap)
      boxes[i].y = tops[node.column]
      tops[node.column] += boxes[i].height + GraphSVG.rowGap
    }
  }

  var svg: String {
    var out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"\(width)\" height=\"\(height)\" "
      + "viewBox=\"0 0 \(width) \(height)\" aria-labelledby=\"\(id)-title \(id)-desc\">\n"
      + "<title id=\"\(id)-title\">Who passed what on to whom</title>\n<desc id=\"\(id)-desc\">\(Escaping.markup(description))</desc>\n"
      + "<defs><marker id=\"\(id)-head\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" "
      + "markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"head\" d=\"M0 0L8 4L0 8z\"/></marker></defs>\n"
    for edge in graph.edges { out += way(edge) }
    for (node, box) in zip(graph.nodes, boxes) { out += draw(node, box) }
    return out + "</svg>\n"
  }

  private var description: String {
    graph.edges.map { edge in
      "\(graph.label(graph.nodes[edge.from])) to \(graph.label(graph.nodes[edge.to])), \(edge.isStated ? "stated" : "implied")"
    }.joined(separator: "; ") + "."
  }

  private func way(_ edge: ChainGraph.Edge) -> String {
    let from = boxes[edge.from]
    let to = boxes[edge.to]
    let x1 = from.x + GraphSVG.boxWidth
    let y1 = from.y + from.height / 2
    let y2 = to.y + to.height / 2
    let bend = GraphSVG.gap / 2
    let weight = min(edge.attributions.count, 4) / 2 + 1
    return
      "<path class=\"way\(edge.isStated ? "" : " implied")\" stroke-width=\"\(weight)\" marker-end=\"url(#\(id)-head)\" "
      + "d=\"M\(x1) \(y1)C\(x1 + bend) \(y1) \(to.x - bend) \(y2) \(to.x - 2) \(y2)\"/>\n"
  }

  private func draw(_ node: ChainGraph.Node, _ box: Box) -> String {
    let isPerson = node.kind != .outlet
    var out =
      "<rect class=\"box\(node.isAnonymous ? " anonymous" : "")\" x=\"\(box.x)\" y=\"\(box.y)\" "
      + "width=\"\(GraphSVG.boxWidth)\" height=\"\(box.height)\" rx=\"\(isPerson ? 14 : 3)\"/>\n"
    for (i, line) in box.lines.enumerated() {
      out +=
        "<text x=\"\(box.x + 10)\" y=\"\(box.y + 20 + i * GraphSVG.lineHeight)\">\(Escaping.markup(line))</text>\n"
    }
    return out
  }
}
