/// Decides between matches of rules that attribute the same words.
///
/// Two matches are in conflict when their cues share a token; when one of them has no cue, when their contents do.
/// The winner is, in this order: the one whose rule names the other's in `over`; the longer; the one with fewer
/// tokens in gaps; the one whose rule stands first in the files, which the rule tests report as an unresolved tie.
/// Rules that attribute nothing are never in conflict: a caveat and an attribution may share their words.
public struct ConflictPolicy: Sendable {
  /// By rule: whether it attributes, and which rules it beats.
  private let attributes: [Bool]
  private let beats: [Set<Int>]
  /// By rule: the slots of the captures that hold content, and that of the cue.
  private let contents: [[Int]]
  private let cues: [Int?]

  public init(_ rulebook: Rulebook) {
    self.init(rules: rulebook.rules)
  }

  init(rules: [Rule]) {
    var byName: [String: Int] = [:]
    for (i, rule) in rules.enumerated() where byName[rule.name] == nil { byName[rule.name] = i }
    beats = rules.map { Set($0.over.compactMap { byName[$0] }) }
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
    // Most sentences with an attribution have no other.
    if matches.count < 2 { return (matches, []) }
    var fates = [Fate](repeating: .kept, count: matches.count)
    for cluster in clusters(matches) where cluster.count > 1 { decide(cluster, matches, &fates) }
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
    var waiting = cluster.sorted { a, b in preference(matches[a], matches[b])?.first ?? (a < b) }
    var kept: [Int] = []
    while !waiting.isEmpty {
      // The best one that no waiting match is declared to beat. `over` has no cycles in a checked set.
      let next =
        waiting.indices.first { i in
          !waiting.contains { other in
            beats[matches[other].rule].contains(matches[waiting[i]].rule)
              && isConflict(matches[other], matches[waiting[i]])
          }
        } ?? 0
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

  /// Whether the first of two is better apart from `over`; nil when nothing but their order tells.
  private func preference(_ a: RuleMatch, _ b: RuleMatch) -> (first: Bool, Reason)? {
    if a.range.count != b.range.count { return (a.range.count > b.range.count, .longer) }
    if a.gaps != b.gaps { return (a.gaps < b.gaps, .fewerGaps) }
    if a.rule != b.rule { return (a.rule < b.rule, .order) }
    if a.pattern != b.pattern { return (a.pattern < b.pattern, .order) }
    return nil
  }

  private func reason(_ winner: RuleMatch, _ loser: RuleMatch) -> Reason {
    if beats[winner.rule].contains(loser.rule) { return .over }
    return preference(winner, loser)?.1 ?? .order
  }

  func isConflict(_ a: RuleMatch, _ b: RuleMatch) -> Bool {
    guard attributes[a.rule], attributes[b.rule] else { return false }
    if let x = cue(a), let y = cue(b) { return x.overlaps(y) }
    return content(a).contains { x in content(b).contains { $0.overlaps(x) } }
  }

  private func cue(_ match: RuleMatch) -> Range<Int>? {
    cues[match.rule].flatMap { match.slots[$0] }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The contents of a match; the whole of it when it names none.
  private func content(_ match: RuleMatch) -> [Range<Int>] {
    let ranges = contents[match.rule].compactMap { match.slots[$0] }
    return ranges.isEmpty ? [match.range] : ranges
  }
}
