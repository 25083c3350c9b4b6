/// A statement inside another's words came through whoever spoke them: "The mayor resigned, he said, the Gazette
/// reported" reaches the reader by way of the Gazette.
///
/// Only outlets and platforms become links: they are what a reader can look up. People inside people's words are told
/// apart by `within`.
struct NestedChains: Sendable {
  /// Of the story at hand; it ends every chain already.
  let publisher: String?
  /// Denials that are all that somebody else hands on, by their places.
  var handedOn: Set<Int> = []

  func complete(_ attributions: inout [Attribution]) {
    // "She denied that she had thought of it, as the Gazette reported": the Gazette reported what she denied.
    // "She denied it, the Gazette reported": there it reported the denial.
    for i in attributions.indices
    where !attributions[i].chain.isEmpty && (attributions[i].stance != "deny" || handedOn.contains(i)) {
      for link in relays(round: i, attributions) {
        if let known = attributions[i].chain.firstIndex(where: { $0.name == link.name }) {
          // What was only implied is said by the words around it.
          if link.stated { attributions[i].chain[known] = link }
        } else {
          let chain = attributions[i].chain
          attributions[i].chain.insert(link, at: chain.last?.name == publisher ? chain.count - 1 : chain.count)
        }
      }
    }
  }

  /// The outlets and platforms of all that stand round an attribution, from the inside out.
  private func relays(round i: Int, _ attributions: [Attribution]) -> [Link] {
    var found: [Link] = []
    var outer = attributions[i].within
    var steps = 0
    while let o = outer, attributions.indices.contains(o), steps < attributions.count {
      for link in attributions[o].chain where link.kind == .outlet || link.kind == .platform {
        if link.name != publisher, !found.contains(where: { $0.name == link.name }) { found.append(link) }
      }
      outer = attributions[o].within
      steps += 1
    }
    return found
  }
}
