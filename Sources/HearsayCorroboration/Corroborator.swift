import HearsayAttribution
import HearsayRules
import HearsayText

/// Takes stories as one dossier: what they claim, and how many independent origins stand behind each claim.
///
///     stories ─► statements ─► claims ─► origins ─► score
///
/// Each step is a type of its own (`StatementFinder`, `ClaimGrouper`, `OriginGraph`, `Scorer`). Stories are put into a
/// canonical order first, so that neither the order of the input nor the number of threads can be seen in the outcome.
public struct Corroborator: Sendable {
  public struct Options: Sendable {
    /// Whether outlets of one owner, or of one state, count as one origin.
    public var ownersTogether = true
    public init() {}
  }

  public let rulebook: Rulebook
  public var options: Options
  private let reader: StatementReader
  private let finder: StatementFinder
  private let retractions: RetractionFinder
  private let table: ScoreTable
  private let generic: Set<UInt64>

  public init(_ rulebook: Rulebook, options: Options = Options()) {
    self.rulebook = rulebook
    self.options = options
    reader = StatementReader(rulebook)
    finder = StatementFinder(rulebook, reader)
    retractions = RetractionFinder(rulebook, reader)
    table = ScoreTable(rulebook)
    generic = reader.genericStems()
  }

  /// - Parameters:
  ///   - stories: In any order; the outcome names them by their places here.
  ///   - sharedTexts: What they share word for word, by the same places.
  ///   - events: The event of each story; nil when all are on one. Claims are looked for inside an event.
  public func corroborate(
    _ stories: [AttributedStory], sharedTexts: [SharedText] = [], events: [Int]? = nil
  ) -> Dossier {
    let order = Corroborator.canonicalOrder(stories)
    let names = NewsroomNames(rulebook, stories)
    var clusters: [Int: [Int]] = [:]
    for place in order { clusters[events?[place] ?? 0, default: []].append(place) }
    var claims: [Claim] = []
    var conflicts: [ClaimConflict] = []
    // By their first story in the canonical order.
    let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let ordered = clusters.values.sorted { (rank[$0[0]] ?? 0) < (rank[$1[0]] ?? 0) }
    for cluster in ordered {
      let assembler = assembler(for: cluster, of: stories, names, sharedTexts)
      let found = assembler.assemble(firstID: claims.count)
      claims += found.claims
      conflicts += found.conflicts
    }
    return Dossier(stories: stories, sharedTexts: sharedTexts, claims: claims, conflicts: conflicts)
  }

  private func assembler(
    for cluster: [Int], of stories: [AttributedStory], _ names: NewsroomNames, _ sharedTexts: [SharedText]
  ) -> ClaimAssembler {
    var statements: [SourcedStatement] = []
    var weights = TermWeights()
    var taken: [RetractionFinder.Retraction] = []
    for place in cluster {
      let found = finder.statements(of: stories[place], at: place, names: names)
      weights.add(story: found.map(\.statement))
      statements += found
      taken += retractions.retractions(in: stories[place], at: place)
    }
    return ClaimAssembler(
      stories: stories, cluster: cluster, statements: statements, comparer: ClaimComparer(weights: weights),
      names: names,
      sharedTexts: sharedTexts, retractions: taken, generic: generic, table: table,
      ownersTogether: options.ownersTogether)
  }

  /// By day, outlet, id and text: the same for any order of the input.
  static func canonicalOrder(_ stories: [AttributedStory]) -> [Int] {
    func key(_ i: Int) -> [String] {
      let document = stories[i].document
      return [
        document.published ?? "9999", document.publisher?.id ?? "", document.story.id, document.story.sha256,
      ]
    }
    let keys = stories.indices.map(key)
    return stories.indices.sorted { a, b in
      for (x, y) in zip(keys[a], keys[b]) where x != y { return x < y }
      let (s, t) = (stories[a].document.text.bytes, stories[b].document.text.bytes)
      if s != t { return s.lexicographicallyPrecedes(t) }
      return a < b
    }
  }
}
