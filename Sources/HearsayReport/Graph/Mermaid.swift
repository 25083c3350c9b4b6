/// The chain graph as a Mermaid flowchart, which forges and notebooks draw by themselves.
///
/// Browsers give up on large flowcharts, so it ends after `mostNodes` and says so.
struct Mermaid {
  static let mostNodes = 60
  let graph: ChainGraph

  var text: String {
    var out = "flowchart LR\n"
    let shown = graph.nodes.indices.prefix(Mermaid.mostNodes)
    for i in shown {
      let node = graph.nodes[i]
      let label = "\"\(Escaping.mermaid(graph.label(node)))\""
      out += "  \(node.id)" + (node.kind == .outlet ? "[\(label)]" : "([\(label)])")
      out += node.isAnonymous ? ":::anonymous\n" : "\n"
    }
    for edge in graph.edges where shown.contains(edge.from) && shown.contains(edge.to) {
      let arrow = edge.isStated ? "-->" : "-.->"
      out += "  \(graph.nodes[edge.from].id) \(arrow)|\"\(Escaping.mermaid(Words.some(edge.attributions, 4)))\"| "
      out += "\(graph.nodes[edge.to].id)\n"
    }
    if graph.nodes.count > shown.count { out += "  more[\"… and \(graph.nodes.count - shown.count) more\"]\n" }
    return out + "  classDef anonymous stroke-dasharray: 5 4\n"
  }
}
