/// Decides between matches of rules that attribute the same words.
///
/// Two matches are in conflict when their cues share a token; when one of them has no cue, when their contents do.
/// The winner is, in this order: the one whose rule names the other's in `over`; the longer; the one with fewer
/// tokens in gaps; the one whose rule stands first in the files, which the rule tests report as an unresolved tie.
/// Rules that attribute nothing are never in conflict: a caveat and an attribution may share their words.
public struct ConflictPolicy: Sendable {
  /// By rule: whether it attributes, and whether it beats any other.
  private let attributes: [Bool]
  private let beatsAny: [Bool]
  /// By rule and other rule: whether the first beats the second.
  private let beats: [Bool]
  /// By rule: the slots of the captures that hold content, and that of the cue.
  private let contents: [[Int]]
  private let cues: [Int?]

  public init(_ rulebook: Rulebook) {
    self.init(rules: rulebook.rules)
  }

  init(rules: [Rule]) {
    var byName: [String: Int] = [:]
    for (i, rule) in rules.enumerated() where byName[rule.name] == nil { byName[rule.name] = i }
    var table = [Bool](repeating: false, count: rules.count * rules.count)
    for (i, rule) in rules.enumerated() {
      for other in rule.over.compactMap({ byName[$0] }) { table[i * rules.count + other] = true }
    }
    beats = table
    beatsAny = rules.map { !$0.over.isEmpty }
    contents = rules.map { rule in
      rule.actions.flatMap { action in
        if case .attribute(let effect) = action.effect {
          return effect.content.compactMap { rule.captures.firstIndex(of: $0) }
        }
        return []
      }
    }
    cues = rules.map { $0.captures.firstIndex(of: "cue") }
    attributes = rules.map { rule in
      rule.actions.contains { action in
        if case .attribute = action.effect { return true }
        return false
      }
    }
  }

  /// A match that lost, and to which one.
  public struct Beaten: Sendable {
    public let match: RuleMatch
    /// The index in `kept` of the winner.
    public let by: Int
    public let reason: Reason
  }

  /// Why one match was preferred to another.
  public enum Reason: Sendable, Hashable {
    /// The winner's rule names the other's in `over`.
    case over
    case longer
    case fewerGaps
    /// Nothing tells them apart but the order of the files and of the patterns in their rule.
    case order
  }

  /// Splits matches into those that stand and those that lose to one of them, both in the order given.
  ///
  /// A match that has lost beats nobody. Whoever is named in an `over` waits until the one that names it is decided,
  /// so that the result doesn't depend on the order of the matches. Quadratic in the matches of one place, linear in
  /// places.
  public func resolve(_ matches: [RuleMatch]) -> (kept: [RuleMatch], beaten: [Beaten]) {
    if matches.count < 2 { return (matches, []) }
    let fates = fates(of: matches)
    var places = [Int](repeating: -1, count: matches.count)
    var kept: [RuleMatch] = []
    for (i, match) in matches.enumerated() {
      if case .kept = fates[i] {
        places[i] = kept.count
        kept.append(match)
      }
    }
    let beaten: [Beaten] = matches.indices.compactMap { i in
      guard case .beaten(let winner, let reason) = fates[i] else { return nil }
      return Beaten(match: matches[i], by: places[winner], reason: reason)
    }
    return (kept, beaten)
  }

  /// Drops the matches that lose to one of the others.
  public func keepBest(_ matches: inout [RuleMatch]) {
    // Most sentences with an attribution have no other.
    if matches.count < 2 { return }
    let fates = fates(of: matches)
    var kept = 0
    for i in matches.indices {
      guard case .kept = fates[i] else { continue }
      if kept != i { matches[kept] = matches[i] }
      kept += 1
    }
    matches.removeSubrange(kept...)
  }

  private func fates(of matches: [RuleMatch]) -> [Fate] {
    var fates = [Fate](repeating: .kept, count: matches.count)
    // A cluster is looked at in quadratic time, so a long list is cut into several.
    if matches.count <= 8 {
      decide(matches.indices.filter { attributes[matches[$0].rule] }, matches, &fates)
    } else {
      for cluster in clusters(matches) where cluster.count > 1 { decide(cluster, matches, &fates) }
    }
    return fates
  }

  private enum Fate {
    case kept
    case beaten(by: Int, Reason)
  }

  /// Groups of attributing matches such that conflicts lie within one group.
  private func clusters(_ matches: [RuleMatch]) -> [[Int]] {
    let indices = matches.indices.filter { attributes[matches[$0].rule] }.sorted { a, b in
      let (a0, b0) = (matches[a].range.lowerBound, matches[b].range.lowerBound)
      return a0 != b0 ? a0 < b0 : a < b
    }
    var clusters: [[Int]] = []
    var end = 0
    for i in indices {
      let range = matches[i].range
      if clusters.isEmpty || range.lowerBound >= end { clusters.append([]) }
      clusters[clusters.count - 1].append(i)
      end = max(end, range.upperBound)
    }
    return clusters
  }

  private func decide(_ cluster: [Int], _ matches: [RuleMatch], _ fates: inout [Fate]) {
    var waiting = cluster
    // By insertion: there are two or three of them.
    for place in waiting.indices.dropFirst() {
      var k = place
      while k > 0, preference(matches[waiting[k]], matches[waiting[k - 1]])?.first ?? (waiting[k] < waiting[k - 1]) {
        waiting.swapAt(k, k - 1)
        k -= 1
      }
    }
    let hasOver = waiting.contains { beatsAny[matches[$0].rule] }
    var kept: [Int] = []
    while !waiting.isEmpty {
      // The best one that no waiting match is declared to beat. `over` has no cycles in a checked set.
      let next = hasOver ? waiting.indices.first { !isBeaten(waiting[$0], byOneOf: waiting, matches) } ?? 0 : 0
      let candidate = waiting.remove(at: next)
      let match = matches[candidate]
      let winner = kept.first { isConflict(matches[$0], match) }
      guard let winner else {
        kept.append(candidate)
        continue
      }
      fates[candidate] = .beaten(by: winner, reason(matches[winner], match))
    }
  }

  private func isBeaten(_ i: Int, byOneOf others: [Int], _ matches: [RuleMatch]) -> Bool {
    others.contains { other in
      let rule = matches[other].rule
      return beatsAny[rule] && isOver(rule, matches[i].rule) && isConflict(matches[other], matches[i])
    }
  }

  /// Whether a rule names another in its `over`.
  private func isOver(_ rule: Int, _ other: Int) -> Bool { beats[rule * attributes.count + other] }

  /// Whether the first of two is better apart from `over`; nil when nothing but their order tells.
  private func preference(_ a: RuleMatch, _ b: RuleMatch) -> (first: Bool, Reason)? {
    if a.range.count != b.range.count { return (a.range.count > b.range.count, .longer) }
    if a.gaps != b.gaps { return (a.gaps < b.gaps, .fewerGaps) }
    if a.rule != b.rule { return (a.rule < b.rule, .order) }
    if a.pattern != b.pattern { return (a.pattern < b.pattern, .order) }
    return nil
  }

  private func reason(_ winner: RuleMatch, _ loser: RuleMatch) -> Reason {
    if isOver(winner.rule, loser.rule) { return .over }
    return preference(winner, loser)?.1 ?? .order
  }

  func isConflict(_ a: RuleMatch, _ b: RuleMatch) -> Bool {
    guard attributes[a.rule], attributes[b.rule] else { return false }
    if let x = cue(a), let y = cue(b) { return x.overlaps(y) }
    return anyContent(a) { x in anyContent(b) { $0.overlaps(x) } }
  }

  private func cue(_ match: RuleMatch) -> Range<Int>? {
    cues[match.rule].flatMap { match.slots[$0] }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether a test holds of one of the contents of a match; of the whole of it when it names none.
  private func anyContent(_ match: RuleMatch, _ test: (Range<Int>) -> Bool) -> Bool {
    var isNamed = false
    for slot in contents[match.rule] {
      guard let range = match.slots[slot] else { continue }
      isNamed = true
      if test(range) { return true }
    }
    return !isNamed && test(match.range)
  }
}
