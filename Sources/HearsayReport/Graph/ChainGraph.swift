import HearsayAttribution
import HearsayCorroboration
import HearsayStory

/// Who passed what on to whom, over one story or several: what all drawings are made from.
///
/// A node is somebody who speaks or passes on: a named person or an outlet is one node in all stories, an unnamed speaker
/// one in each story, because nobody can tell whether "an official" here is "an official" there. An edge runs from the
/// origin towards the reader and carries the attributions that went that way.
public struct ChainGraph: Sendable {
  public struct Node: Sendable {
    /// `n1`, `n2` … in the order in which they come up.
    public var id: String
    public var name: String
    public var kind: ActorKind
    public var grade: Grade?
    public var isAnonymous: Bool
    /// Whether it published one of the stories at hand.
    public var isPublisher: Bool
    /// How many steps lie before it on the longest way to it.
    public var column = 0
  }

  public struct Edge: Sendable {
    public var from: Int
    public var to: Int
    /// Stated at least once; otherwise the story only implies it.
    public var isStated: Bool
    /// `story:a3`, or `a3` in a graph of one story.
    public var attributions: [String]
  }

  public private(set) var nodes: [Node] = []
  public private(set) var edges: [Edge] = []
  private var places: [String: Int] = [:]
  private var edgePlaces: [Int: Int] = [:]

  public init(stories: [AttributedStory]) {
    let publishers = Set(stories.compactMap(\.document.publisher?.id))
    for story in stories {
      for attribution in story.attributions where !attribution.chain.isEmpty {
        let chain = story.drawnChain(attribution, isAlone: stories.count == 1)
        let label = stories.count == 1 ? "a\(attribution.id + 1)" : "\(story.name):a\(attribution.id + 1)"
        var previous: Int?
        for (i, link) in chain.enumerated() {
          let isLast = i + 1 == chain.count && story.document.publisher == nil
          let node = node(
            for: link, isFirst: i == 0, isPublisher: isLast || story.isPublisher(link), attribution, story, publishers)
          if let previous, previous != node {
            connect(previous, node, isStated: link.stated, label)
          }
          previous = node
        }
      }
    }
    setColumns()
  }

  private mutating func node(
    for link: Link, isFirst: Bool, isPublisher: Bool, _ a: Attribution, _ story: AttributedStory,
    _ publishers: Set<String>
  ) -> Int {
    let speaker = isFirst && link.kind != .outlet ? a.speaker : nil
    let key: String
    if link.kind == .outlet {
      key = "outlet " + (publishers.contains(link.bareOutletKey) ? link.bareOutletKey : link.outletKey)
    } else if let speaker, speaker.anonymous || speaker.grade >= .collective {
      key = "speaker \(speaker.id) of \(story.stableName)"
    } else {
      // "Zelenskiy" in one story is "Zelensky" in another.
      key = "name " + (speaker?.kind == .person ? NameWords.spelling(link.name) : link.name)
    }
    if let known = places[key] {
      if isPublisher {
        nodes[known].isPublisher = true
        nodes[known].name = link.name
      }
      return known
    }
    places[key] = nodes.count
    nodes.append(
      Node(
        id: "n\(nodes.count + 1)", name: link.name, kind: link.kind, grade: speaker?.grade,
        isAnonymous: speaker.map { $0.anonymous && $0.grade < .collective } ?? false, isPublisher: isPublisher))
    return nodes.count - 1
  }

  private mutating func connect(_ from: Int, _ to: Int, isStated: Bool, _ label: String) {
    let key = from << 32 | to
    if let known = edgePlaces[key] {
      edges[known].isStated = edges[known].isStated || isStated
      if edges[known].attributions.last != label { edges[known].attributions.append(label) }
    } else {
      edgePlaces[key] = edges.count
      edges.append(Edge(from: from, to: to, isStated: isStated, attributions: [label]))
    }
  }

  /// The longest way from a source, as far as there is no circle; a circle stops after as many rounds as there are nodes.
  private mutating func setColumns() {
    for _ in nodes.indices {
      var changed = false
      for edge in edges where nodes[edge.to].column < nodes[edge.from].column + 1 {
        guard nodes[edge.from].column + 1 < nodes.count else { continue }
        nodes[edge.to].column = nodes[edge.from].column + 1
        changed = true
      }
      if !changed { break }
    }
    // What only starts a way stands beside what it flows into, not at the far left.
    for i in nodes.indices where !edges.contains(where: { $0.to == i }) {
      if let next = edges.filter({ $0.from == i }).map({ nodes[$0.to].column }).min() {
        nodes[i].column = max(0, next - 1)
      }
    }
  }

  /// Attributions of an edge for a person: those of one story together, `harbour.txt: a1, a3; gazette.txt: a2`.
  static func listed(_ attributions: [String]) -> String {
    var groups: [(story: Substring, ids: [String])] = []
    for label in attributions {
      let colon = label.lastIndex(of: ":")
      let story = colon.map { label[..<$0] } ?? ""
      let id = String(colon.map { label[label.index(after: $0)...] } ?? label[...])
      if let known = groups.lastIndex(where: { $0.story == story }) {
        groups[known].ids.append(id)
      } else {
        groups.append((story, [id]))
      }
    }
    return groups.map { ($0.story.isEmpty ? "" : "\($0.story): ") + Words.some($0.ids, 12) }.joined(separator: "; ")
  }

  /// How a node reads in a table: `harbour official (anonymous)`.
  func label(_ node: Node) -> String {
    var words = node.name
    if node.isAnonymous { words += " (anonymous)" }
    if node.kind == .outlet, !node.isPublisher { words += " (report not seen)" }
    return words
  }
}
