import HearsayReport
import HearsayRules
import HearsayStory
import HearsaySyntax

/// Measures each rule on a set of stories: where it was tried, what it found, and what that cost.
///
/// Work and time are measured with all other rules asleep, because rules share what they ask of a text and nobody could
/// say whose the shared work is. The figures of single rules therefore add up to more than the whole costs.
public struct RuleProfiler {
  private let set: RuleSet
  private let running: Set<Rule.Status>
  private let rulebook: Rulebook

  /// - Parameter set: The checked rules that `rulebook` was compiled from.
  public init(_ set: RuleSet, _ rulebook: Rulebook) {
    self.set = set
    self.rulebook = rulebook
    running = rulebook.running
  }

  /// One row for each rule that runs, the one that takes most steps first, then by name.
  public func rows(_ stories: [Story], measuringTime: Bool) -> (rows: [ProfileRow], tokens: Int) {
    var rows = rulebook.rules.map {
      ProfileRow(rule: $0.name, place: $0.location.description, candidates: 0, steps: 0, hits: 0, kept: 0)
    }
    let tokens = count(stories, &rows)
    for number in rows.indices where running.contains(rulebook.rules[number].status) {
      guard let alone = alone(number) else { continue }
      measure(alone, stories, measuringTime, &rows[number])
    }
    let shown = rows.indices.filter { running.contains(rulebook.rules[$0].status) }.map { rows[$0] }
    return (shown.sorted { ($1.steps, $0.rule, $0.place) < ($0.steps, $1.rule, $1.place) }, tokens)
  }

  /// Candidates and hits, with all rules awake.
  private func count(_ stories: [Story], _ rows: inout [ProfileRow]) -> Int {
    let reader = DocumentReader(rulebook)
    var finder = StoryMatchFinder(rulebook)
    let counter = CandidateCounter(rulebook)
    var tokens = 0
    for story in stories {
      let document = reader.read(story)
      tokens += document.scanned.count
      for place in finder.places(of: document) {
        for number in rows.indices where rulebook.rules[number].scope == place.kind {
          rows[number].candidates += counter.count(rule: number, in: document.scanned, scope: place.scope)
        }
        for match in place.kept {
          rows[match.rule].hits += 1
          rows[match.rule].kept += 1
        }
        for loser in place.beaten { rows[loser.match.rule].hits += 1 }
      }
    }
    return tokens
  }

  /// The rulebook with one rule awake.
  private func alone(_ number: Int) -> Rulebook? {
    var set = set
    for other in set.rules.indices { set.rules[other].status = other == number ? .stable : .draft }
    return Rulebook.compile(set, running: [.stable]).0
  }

  private func measure(_ rulebook: Rulebook, _ stories: [Story], _ measuringTime: Bool, _ row: inout ProfileRow) {
    let reader = DocumentReader(rulebook)
    let context = LightSyntax.Context(rulebook)
    var matcher = Matcher(rulebook)
    var matches: [RuleMatch] = []
    var seconds = 0.0
    for story in stories {
      let document = reader.read(story)
      let syntax = LightSyntax(document.scanned, document.quotations, context)
      let scopes = StoryMatchFinder.scopes(of: document, syntax)
      let start = ContinuousClock.now
      for scope in scopes {
        matches.removeAll(keepingCapacity: true)
        matcher.match(document.scanned, scope: scope.tokens, kind: scope.kind, phrases: syntax, into: &matches)
      }
      if measuringTime { seconds += (ContinuousClock.now - start) / .seconds(1) }
    }
    row.steps = matcher.steps
    if measuringTime { row.seconds = seconds }
  }
}
