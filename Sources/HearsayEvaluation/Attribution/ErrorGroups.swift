/// The errors of many stories, sorted by what they have in common.
public struct ErrorGroups: Sendable {
  /// What became of the attributions that share a trait.
  public struct Group: Sendable {
    public var gold = 0
    public var missed = 0
    public var predicted = 0
    public var invented = 0
    /// The first few, by story and place.
    public internal(set) var missedExamples: [Example] = []
    public internal(set) var inventedExamples: [Example] = []
    public var errors: Int { missed + invented }
  }

  public struct Example: Sendable, Comparable {
    public var story: String
    /// Where it stands in the story: its first code point.
    public var place: Int
    public var source: String
    public var cue: String
    public var content: String

    public static func < (a: Example, b: Example) -> Bool { (a.story, a.place) < (b.story, b.place) }
    public static func == (a: Example, b: Example) -> Bool { (a.story, a.place) == (b.story, b.place) }
  }

  /// How many examples of each kind a group keeps.
  public static let examples = 3

  public private(set) var groups: [Mechanism.Trait: [String: Group]] = [:]

  public init() {}

  /// Adds what a story's pairing at .3 says.
  public mutating func add(
    story: String, gold: [GoldAttribution], predicted: [GoldAttribution], pairing: AttributionScorer.Pairing,
    reader: MechanismReader
  ) {
    func example(_ attribution: GoldAttribution) -> Example {
      Example(
        story: story, place: attribution.content.first?.lowerBound ?? 0, source: reader.words(attribution.source),
        cue: reader.words(attribution.cue), content: reader.words(attribution.content))
    }
    for g in (pairing.pairs.map(\.gold) + pairing.missed).sorted() {
      update(reader.mechanism(of: gold[g])) { $0.gold += 1 }
    }
    for p in (pairing.pairs.map(\.predicted) + pairing.invented).sorted() {
      update(reader.mechanism(of: predicted[p])) { $0.predicted += 1 }
    }
    for g in pairing.missed {
      let shown = example(gold[g])
      update(reader.mechanism(of: gold[g])) { group in
        group.missed += 1
        ErrorGroups.keep(shown, in: &group.missedExamples)
      }
    }
    for p in pairing.invented {
      let shown = example(predicted[p])
      update(reader.mechanism(of: predicted[p])) { group in
        group.invented += 1
        ErrorGroups.keep(shown, in: &group.inventedExamples)
      }
    }
  }

  /// Adds the errors of other stories; the order in which parts are put together doesn't matter.
  public static func += (a: inout ErrorGroups, b: ErrorGroups) {
    for trait in Mechanism.Trait.allCases {
      for (value, group) in b.groups[trait] ?? [:] {
        var sum = a.groups[trait]?[value] ?? Group()
        sum.gold += group.gold
        sum.missed += group.missed
        sum.predicted += group.predicted
        sum.invented += group.invented
        for example in group.missedExamples { keep(example, in: &sum.missedExamples) }
        for example in group.inventedExamples { keep(example, in: &sum.inventedExamples) }
        a.groups[trait, default: [:]][value] = sum
      }
    }
  }

  /// The groups of a trait, those with most errors first.
  public func sorted(_ trait: Mechanism.Trait) -> [(value: String, group: Group)] {
    (groups[trait] ?? [:]).map { (value: $0.key, group: $0.value) }
      .sorted { ($1.group.errors, $0.value) < ($0.group.errors, $1.value) }
  }

  private mutating func update(_ mechanism: Mechanism, _ change: (inout Group) -> Void) {
    for trait in Mechanism.Trait.allCases {
      guard let value = mechanism.values[trait] else { continue }
      change(&groups[trait, default: [:]][value, default: Group()])
    }
  }

  private static func keep(_ example: Example, in list: inout [Example]) {
    list.append(example)
    list.sort()
    if list.count > examples { list.removeLast() }
  }
}
