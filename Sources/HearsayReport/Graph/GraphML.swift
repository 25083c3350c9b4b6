/// The chain graph as GraphML with typed attributes, for Gephi, Cytoscape, yEd and networkx.
struct GraphML {
  let graph: ChainGraph

  private static let keys: [(id: String, on: String, name: String, type: String)] = [
    ("label", "node", "label", "string"), ("kind", "node", "kind", "string"), ("grade", "node", "grade", "string"),
    ("anonymous", "node", "anonymous", "boolean"), ("publisher", "node", "publisher", "boolean"),
    ("stated", "edge", "stated", "boolean"), ("weight", "edge", "weight", "int"),
    ("attributions", "edge", "attributions", "string"),
  ]

  var xml: String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
    for key in GraphML.keys {
      out += "<key id=\"\(key.id)\" for=\"\(key.on)\" attr.name=\"\(key.name)\" attr.type=\"\(key.type)\"/>\n"
    }
    out += "<graph id=\"hearsay\" edgedefault=\"directed\">\n"
    for node in graph.nodes {
      out += "<node id=\"\(node.id)\">" + data("label", node.name) + data("kind", node.kind.rawValue)
      if let grade = node.grade { out += data("grade", grade.code) }
      out += data("anonymous", String(node.isAnonymous)) + data("publisher", String(node.isPublisher)) + "</node>\n"
    }
    for (i, edge) in graph.edges.enumerated() {
      out += "<edge id=\"e\(i + 1)\" source=\"\(graph.nodes[edge.from].id)\" target=\"\(graph.nodes[edge.to].id)\">"
      out += data("stated", String(edge.isStated)) + data("weight", String(edge.attributions.count))
      out += data("attributions", edge.attributions.joined(separator: " ")) + "</edge>\n"
    }
    return out + "</graph>\n</graphml>\n"
  }

  private func data(_ key: String, _ value: String) -> String {
    "<data key=\"\(key)\">\(Escaping.markup(value))</data>"
  }
}
