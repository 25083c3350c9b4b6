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
  private let plainWords: PlainWords

  public init(_ rulebook: Rulebook, options: Options = Options()) {
    self.rulebook = rulebook
    self.options = options
    reader = StatementReader(rulebook)
    finder = StatementFinder(rulebook, reader)
    retractions = RetractionFinder(rulebook, reader)
    table = ScoreTable(rulebook)
    plainWords = finder.plainWords
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
    // What stories on different events share says nothing of a claim.
    var shared: [Int: [SharedText]] = [:]
    for text in sharedTexts where events.map({ $0[text.a] == $0[text.b] }) ?? true {
      shared[events?[text.a] ?? 0, default: []].append(text)
    }
    var claims: [Claim] = []
    var conflicts: [ClaimConflict] = []
    // By their first story in the canonical order.
    let rank = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let ordered = clusters.values.sorted { (rank[$0[0]] ?? 0) < (rank[$1[0]] ?? 0) }
    for cluster in ordered {
      let assembler = assembler(for: cluster, of: stories, names, shared[events?[cluster[0]] ?? 0] ?? [])
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
    let contexts = contexts(of: cluster, in: stories)
    for (place, context) in zip(cluster, contexts) {
      let found = finder.statements(of: stories[place], at: place, names: names, in: context)
      weights.add(story: found.map(\.statement))
      statements += found
      taken += retractions.retractions(in: stories[place], at: place, context)
    }
    ActorDirectory.describe(&statements, plainWords)
    return ClaimAssembler(
      stories: stories, cluster: cluster, statements: statements, comparer: ClaimComparer(weights: weights),
      names: names,
      sharedTexts: sharedTexts, retractions: taken, plainWords: plainWords, table: table,
      ownersTogether: options.ownersTogether)
  }

  /// What the stories of an event say of one another's people and of the year.
  private func contexts(of cluster: [Int], in stories: [AttributedStory]) -> [StatementReader.Story] {
    // A story without a date is of the year of the others.
    let year = cluster.compactMap { stories[$0].document.published }.max()
    var contexts = cluster.map {
      reader.story(stories[$0].document.scanned, published: stories[$0].document.published ?? year)
    }
    var meant: [StatementReader.Alias: Set<UInt64>] = [:]
    for (place, context) in zip(cluster, contexts) {
      for (alias, name) in reader.aliases(of: stories[place].document.scanned, in: context) {
        meant[alias, default: []].insert(name)
      }
    }
    // What stands for two people stands for neither.
    let aliases = meant.compactMapValues { $0.count == 1 ? $0.first : nil }
    var counts: [UInt64: (behind: Int, all: Int)] = [:]
    for (place, context) in zip(cluster, contexts) {
      for (name, count) in reader.placeCounts(of: stories[place].document.scanned, in: context) {
        let sum = counts[name] ?? (0, 0)
        counts[name] = (sum.behind + count.behind, sum.all + count.all)
      }
    }
    let places = Set(counts.filter { $0.value.behind * 3 >= $0.value.all }.keys)
    for i in contexts.indices {
      contexts[i].aliases = aliases
      contexts[i].places = places
    }
    return contexts
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
