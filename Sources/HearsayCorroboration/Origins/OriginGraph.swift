import HearsayAttribution
import HearsayText

/// Counts the independent origins of one claim.
///
/// Reports are the nodes. Two are joined when something shows that they have one root: the same person, body or document,
/// the same newsroom's unnamed sources, one outlet passing on another, a copy, one owner. Every join keeps why, and the words
/// that show it. What is left unjoined is independent only where something stands behind it: what nobody is named for
/// has no origin at all.
struct OriginGraph {
  let statements: [SourcedStatement]
  let names: NewsroomNames
  let namesOfNewsrooms: [NewsroomNames.Key: String]
  let plainWords: PlainWords
  let ownersTogether: Bool
  let table: ScoreTable
  /// Whether two reports are one text: copies whole, or inside what two stories share.
  let isCopy: (_ a: Int, _ b: Int) -> Bool
  /// Statements that their own outlet took back.
  let retracted: Set<Int>

  struct Result {
    var origins: [Origin] = []
    /// For each member its place in `origins`.
    var originOf: [Int: Int] = [:]
  }

  private struct Node {
    var statement: Int
    /// What it is joined by; empty for nobody.
    var newsroom: NewsroomNames.Key?
    var actor: Actor?
    /// A relay whose root is in the dossier.
    var isResolved = false
    var stands: Bool { newsroom != nil || actor != nil }
    /// What it is called, for an order that doesn't depend on places.
    var key: String { actor?.name ?? newsroom ?? "" }
  }

  /// - Parameter members: Places of the statements on one side of the claim, ascending.
  func origins(of members: [Int], stance: ReportStance) -> Result {
    var nodes = members.map { node($0) }
    var joins: [(a: Int, b: Int, join: Join)] = []
    var sets = DisjointSets(members.count)
    func unite(_ a: Int, _ b: Int, _ why: String, _ reason: String, _ evidence: [Int]) {
      guard sets.root(a) != sets.root(b) else { return }
      sets.union(a, b)
      let spans = evidence.flatMap { n in
        statements[members[n]].evidence.prefix(2).map {
          Join.Evidence(story: statements[members[n]].story, span: $0)
        }
      }
      joins.append((a, b, Join(why: why, reason: reason, evidence: spans)))
    }

    follow(members, &nodes, unite)
    for i in nodes.indices {
      for j in nodes.indices.dropFirst(i + 1) {
        if isCopy(members[i], members[j]) { unite(i, j, "copy", "one text in two stories", [i, j]) }
        guard nodes[i].stands, nodes[j].stands else { continue }
        if let p = nodes[i].newsroom, p == nodes[j].newsroom {
          unite(i, j, "common-chain-root", "both come from \(display(p))", [i, j])
        } else if let a = nodes[i].actor, let b = nodes[j].actor, let why = ActorMatch.same(a, b, plainWords) {
          unite(i, j, why, "both come from \(a.name)", [i, j])
        } else if ownersTogether, let p = nodes[i].newsroom, let q = nodes[j].newsroom, let x = names.owner(of: p),
          let y = names.owner(of: q), x.group == y.group
        {
          unite(
            i, j, x.group.hasPrefix("state:") ? "state" : "owner", "\(display(p)) and \(display(q)): \(x.why)", [i, j])
        }
      }
    }
    joinHeardThrough(members, &nodes, unite)
    joinBareGroups(members, &nodes, unite)
    joinNameless(members, nodes, unite)
    return collect(members, nodes, joins, &sets, stance)
  }

  /// "Radio Holmsey reported" and "the mayor told Radio Holmsey": one of them has heard of it through the other.
  private func joinHeardThrough(
    _ members: [Int], _ nodes: inout [Node], _ unite: (Int, Int, String, String, [Int]) -> Void
  ) {
    for i in nodes.indices {
      guard case .relay(let key) = statements[members[i]].basis else { continue }
      if let j = nodes.indices.first(where: { $0 != i && nodes[$0].stands && statements[members[$0]].via.contains(key) }
      ) {
        nodes[i].isResolved = true
        unite(i, j, "relay", "both through \(display(key))", [i, j])
      } else if let j = nodes.indices.first(where: { $0 != i && isAct(of: nodes[$0].actor, toldIn: members[i]) }) {
        nodes[i].isResolved = true
        unite(i, j, "relay", "both tell what \(nodes[j].actor?.name ?? "") said", [i, j])
      }
    }
  }

  /// "Engineers say" in a story that cites another newsroom, whose engineers have said the same: nothing shows that it has
  /// any of its own.
  private func joinBareGroups(
    _ members: [Int], _ nodes: inout [Node], _ unite: (Int, Int, String, String, [Int]) -> Void
  ) {
    for i in nodes.indices where statements[members[i]].isBareGroup && nodes[i].newsroom != nil {
      let own = statements[members[i]]
      let cited = Set(
        statements.filter { $0.story == own.story }.flatMap { one -> [NewsroomNames.Key] in
          if case .relay(let key) = one.basis { return one.via + [key] }
          return one.via
        }
      ).subtracting([own.newsroom])
      if let j = nodes.indices.first(where: { n in
        n != i && nodes[n].stands && cited.contains(statements[members[n]].newsroom)
      }) {
        nodes[i].isResolved = true
        unite(i, j, "relay", "may be passed on from \(display(statements[members[j]].newsroom))", [i, j])
      }
    }
  }

  /// "Radio Holmsey reported that Minister Ada Brill has called for it": hers, where another story has it from her.
  private func isAct(of actor: Actor?, toldIn member: Int) -> Bool {
    guard let actor, actor.kind == .person, actor.surname != 0 else { return false }
    let names = statements[member].statement.terms.filter { $0.isName && !$0.isPlace }
    guard let first = names.map(\.token).min() else { return false }
    return names.contains { $0.key == actor.surname && $0.token - first <= 2 }
  }

  /// "The company said": nobody else of the claim is ruled out, so it is one of them.
  private func joinNameless(
    _ members: [Int], _ nodes: [Node], _ unite: (Int, Int, String, String, [Int]) -> Void
  ) {
    for i in nodes.indices {
      guard let actor = nodes[i].actor, ActorMatch.isNameless(actor, plainWords) else { continue }
      let others = nodes.indices.filter { j in
        j != i && nodes[j].actor.map { $0.kind != .document && !ActorMatch.isNameless($0, plainWords) } ?? false
      }
      let near = others.first { statements[members[$0]].story == statements[members[i]].story }
      if let j = near ?? others.first {
        unite(i, j, "same-body", "“\(actor.name)” may be \(nodes[j].actor?.name ?? "")", [i, j])
      }
    }
  }

  private func node(_ i: Int) -> Node {
    switch statements[i].basis {
    case .unstated, .vague: Node(statement: i)
    case .actor(let actor): Node(statement: i, actor: actor)
    case .anonymous(let key), .relay(let key), .own(let key): Node(statement: i, newsroom: key)
    }
  }

  /// Joins relays with the story they relay, where that is in the dossier.
  ///
  /// A story with a source of its own is a root, and of several the first by name stands for all relays: they add nobody, and
  /// must not make two roots one. A story that relays in its turn is joined whole, so that a chain ends at its root, and
  /// a circle becomes one origin without a root.
  private func follow(
    _ members: [Int], _ nodes: inout [Node], _ unite: (Int, Int, String, String, [Int]) -> Void
  ) {
    let before = nodes
    for start in nodes.indices {
      guard let key = relayed(members[start]) else { continue }
      let there = before.indices.filter {
        $0 != start && before[$0].stands && statements[members[$0]].newsroom == key
      }
      // The report that it passes on is here, and names nobody.
      let isHere = before.indices.contains {
        $0 != start && !before[$0].stands && statements[members[$0]].newsroom == key
          && statements[members[$0]].story != statements[members[start]].story
      }
      if there.isEmpty, isHere, case .relay = statements[members[start]].basis {
        nodes[start].newsroom = nil
        continue
      }
      let roots = there.filter { relayed(members[$0]) == nil }
      // Its unnamed people before anybody else whom it names.
      let isOther = { (n: Int) in before[n].newsroom == key ? 0 : 1 }
      if let root = roots.min(by: { (isOther($0), before[$0].key) < (isOther($1), before[$1].key) }) {
        unite(start, root, "relay", "passed on from \(display(key))", [start])
        // The root's own source stands for the relay too, and is as strong as it was told there.
        nodes[start].newsroom = before[root].newsroom
        nodes[start].actor = before[root].actor
        nodes[start].isResolved = true
      } else {
        for other in there {
          unite(start, other, "relay", "passed on from \(display(key))", [start])
          nodes[start].isResolved = true
        }
      }
    }
  }

  /// The newsroom whose report a statement passes on: it rests on what that one heard from people without a name, or says only
  /// that it was reported there.
  private func relayed(_ statement: Int) -> NewsroomNames.Key? {
    switch statements[statement].basis {
    case .relay(let key): key
    case .anonymous(let key) where key != statements[statement].newsroom: key
    default: nil
    }
  }

  func display(_ key: NewsroomNames.Key) -> String { namesOfNewsrooms[key] ?? key }

  private func collect(
    _ members: [Int], _ nodes: [Node], _ joins: [(a: Int, b: Int, join: Join)], _ sets: inout DisjointSets,
    _ stance: ReportStance
  ) -> Result {
    var parts: [Int: [Int]] = [:]
    for n in nodes.indices { parts[sets.root(n), default: []].append(n) }
    var result = Result()
    for root in parts.keys.sorted() {
      guard let part = parts[root], part.contains(where: { nodes[$0].stands }) else { continue }
      let actors = part.compactMap { nodes[$0].actor }
      // A root gives its name to what passes it on.
      let rooms = (part.filter { !nodes[$0].isResolved } + part).compactMap { nodes[$0].newsroom }
      var origin = Origin(
        name: name(actors, rooms), grade: .none, anonymous: actors.isEmpty, isOnRecord: !actors.isEmpty, stance: stance,
        reports: part.map { members[$0] }, joined: joins.filter { j in part.contains(j.a) }.map(\.join))
      origin.isCircular = part.allSatisfy { n in
        !nodes[n].stands || nodes[n].isResolved && relayed(members[n]) != nil
      }
      if origin.isCircular {
        origin.name = Set(part.map { display(statements[members[$0]].newsroom) }).sorted().joined(separator: " and ")
      }
      origin.isRetracted = part.filter { nodes[$0].stands }.allSatisfy { isRetracted(members[$0], members) }
      let standing = part.filter { nodes[$0].stands }
      let roots = standing.filter { !nodes[$0].isResolved }
      let weighing = roots.isEmpty ? standing : roots
      weigh(&origin, weighing.map { members[$0] })
      for n in part { result.originOf[members[n]] = result.origins.count }
      result.origins.append(origin)
    }
    return result
  }

  /// Taken back by its own outlet, or passed on from one that took it back.
  private func isRetracted(_ i: Int, _ members: [Int]) -> Bool {
    if retracted.contains(i) { return true }
    guard let key = relayed(i) else { return false }
    return members.contains { retracted.contains($0) && statements[$0].newsroom == key }
  }

  /// The fullest name of somebody, else the newsroom.
  private func name(_ actors: [Actor], _ rooms: [NewsroomNames.Key]) -> String {
    let told = actors.filter { !ActorMatch.isNameless($0, plainWords) }
    let actors = told.isEmpty ? actors : told
    let named = actors.filter { $0.kind == .person && $0.words.count > 1 && $0.name.first?.isUppercase == true }
    if let best = (named.isEmpty ? actors : named).max(by: { ($0.words.count, $1.name) < ($1.words.count, $0.name) }) {
      return best.name
    }
    return rooms.first.map(display) ?? ""
  }

  /// The strongest report speaks for the origin.
  private func weigh(_ origin: inout Origin, _ reports: [Int]) {
    var best = -1
    for i in reports {
      let one = statements[i]
      var factors: [ScoreFactor] = []
      switch one.basis {
      case .relay, .own:
        if let factor = table.factor("newsroom") { factors.append(factor) }
      default:
        factors.append(table.grade(one.grade, isPlural: one.isPlural))
      }
      if one.isSecondHand, let factor = table.factor("unseen") { factors.append(factor) }
      for caveat in one.caveats { if let factor = table.factor(caveat) { factors.append(factor) } }
      let weight = factors.reduce(1_000_000) { Scorer.product($0, $1.millionths) }
      if weight > best {
        best = weight
        origin.factors = factors
        origin.grade = one.grade
      }
    }
  }
}
