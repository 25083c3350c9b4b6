/// Orders the nodes of a graph so that each stands behind those it depends on, and finds the cycles that prevent it.
///
/// Without recursion: a hostile file can chain as many blocks as it likes. Time is linear in nodes and edges.
struct CycleFinder {
  /// Nodes without cycles beneath them, each behind all that it depends on.
  private(set) var order: [Int] = []
  /// Each cycle once, from its lowest node on.
  private(set) var cycles: [[Int]] = []

  /// `edges[n]`: the nodes that node n depends on.
  init(edges: [[Int]]) {
    var waiting = edges.map(\.count)
    var users = [[Int]](repeating: [], count: edges.count)
    for (node, targets) in edges.enumerated() { for target in targets { users[target].append(node) } }
    order = edges.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for user in users[order[next]] {
        waiting[user] -= 1
        if waiting[user] == 0 { order.append(user) }
      }
      next += 1
    }
    findCycles(edges, remaining: waiting.map { $0 > 0 })
  }

  /// Every remaining node depends on a remaining one, so that a walk from any of them runs into a cycle.
  private mutating func findCycles(_ edges: [[Int]], remaining: [Bool]) {
    var walk = [Int](repeating: -1, count: edges.count)
    for start in edges.indices where remaining[start] && walk[start] < 0 {
      var path: [Int] = []
      var node = start
      while walk[node] < 0 {
        walk[node] = start
        path.append(node)
        guard let target = edges[node].first(where: { remaining[$0] }) else { break }
        node = target
      }
      guard walk[node] == start, let entry = path.firstIndex(of: node) else { continue }
      let cycle = Array(path[entry...])
      let lowest = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
      cycles.append(Array(cycle[lowest...] + cycle[..<lowest]))
    }
  }
}
