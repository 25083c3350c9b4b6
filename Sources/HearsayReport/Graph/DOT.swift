/// The chain graph in the language of Graphviz.
///
/// Solid lines are stated, dashed ones implied; a dashed oval is anonymous; the thicker a line, the more statements took it.
struct DOT {
  let graph: ChainGraph

  var text: String {
    var out = "digraph hearsay {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n"
    for node in graph.nodes {
      var style = node.isAnonymous ? ", shape=oval, style=dashed" : ""
      if node.kind != .outlet, !node.isAnonymous { style = ", style=rounded" }
      if node.isPublisher { style = ", style=bold" }
      out += "  \(node.id) [label=\"\(Escaping.dot(graph.label(node)))\"\(style)];\n"
    }
    for edge in graph.edges {
      let style = edge.isStated ? "" : ", style=dashed"
      let label = Escaping.dot(Words.some(edge.attributions, 6))
      let width = min(edge.attributions.count, 5)
      out +=
        "  \(graph.nodes[edge.from].id) -> \(graph.nodes[edge.to].id) [label=\"\(label)\", penwidth=\(width)\(style)];\n"
    }
    return out + "}\n"
  }
}
