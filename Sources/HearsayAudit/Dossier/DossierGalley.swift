import HearsayAttribution
import HearsayCorroboration
import HearsayRules
import HearsayText

/// Several stories laid out for the audit, with what they claim and which of them pass on which.
struct DossierGalley: Sendable {
  let dossier: Dossier
  let galleys: [Galley]
  let rulebook: Rulebook
  /// Stories that hold the report of an outlet of the dossier which another story passes on.
  let relays: [Relay]
  /// Pairs of stories, neither a copy of the other, that have something from one origin; the smaller place first.
  let siblings: [Pair]
  /// What the sourcing of the second story has otherwise than the first's, for the pairs of `relays` and `siblings`.
  let changes: [[Int]: [SourcingChange]]

  /// A story that says it has something from an outlet, and that outlet's story here.
  struct Relay: Sendable {
    var original: Int
    var relay: Int
    var outlet: String
    /// The statements of the relay that come through the outlet.
    var statements: [Int]
    /// The claims that both tell.
    var claims: [Int]
  }

  struct Pair: Hashable, Sendable {
    var a: Int
    var b: Int
    /// Where the claims that they share come from.
    var origin: String
  }

  /// More pairs than a reader compares are not compared; stories of one dossier are few.
  static let mostPairs = 400

  init(_ dossier: Dossier, _ galleys: [Galley], _ rulebook: Rulebook) {
    self.dossier = dossier
    self.galleys = galleys
    self.rulebook = rulebook
    relays = Array(DossierGalley.relays(dossier, galleys).prefix(Self.mostPairs))
    siblings = Array(DossierGalley.siblings(dossier).prefix(Self.mostPairs))
    let comparer = SourcingComparer(rulebook)
    var changes: [[Int]: [SourcingChange]] = [:]
    let pairs = relays.filter { !$0.claims.isEmpty }.map { [$0.original, $0.relay] } + siblings.map { [$0.a, $0.b] }
    for pair in pairs where changes[pair] == nil {
      changes[pair] = comparer.compare(galleys[pair[0]], galleys[pair[1]]).changes
    }
    self.changes = changes
  }

  // MARK: Words about stories

  func name(_ story: Int) -> String {
    let story = dossier.stories[story].document.story
    return story.path ?? story.id
  }

  /// The outlet, else the file.
  func outlet(_ story: Int) -> String { galleys[story].publisher ?? name(story) }

  func elsewhere(_ message: String, _ story: Int, _ at: Span) -> Elsewhere {
    Elsewhere(
      message, story: story, name: name(story), at: at, words: dossier.stories[story].document.text.string(at))
  }

  /// The first words of a story that a remark on all of it can stand on.
  func opening(_ story: Int) -> Span? {
    let galley = galleys[story]
    if let headline = galley.headline { return galley.span(headline) }
    return galley.sentences.first { $0.block == galley.lead }.map { galley.span($0.tokens) }
  }

  /// Whether two stories are one text.
  func isCopy(_ a: Int, _ b: Int) -> Bool {
    dossier.sharedTexts.contains {
      $0.extent == .derived && ($0.a == a && $0.b == b || $0.a == b && $0.b == a)
    }
  }

  // MARK: Pairs

  private static func relays(_ dossier: Dossier, _ galleys: [Galley]) -> [Relay] {
    var found: [Relay] = []
    for (b, galley) in galleys.enumerated() {
      for (a, original) in galleys.enumerated() where a != b {
        guard let publisher = original.story.document.publisher,
          galley.story.document.publisher?.id != publisher.id
        else { continue }
        let through = galley.statements.indices.filter { i in
          !galley.statements[i].isHeadline
            && galley.relays(galley.statements[i]).contains {
              $0.outlet == publisher.id || $0.name == publisher.name
            }
        }
        guard !through.isEmpty else { continue }
        let ids = Set(through.map { galley.statements[$0].attribution.id })
        let claims = dossier.claims.indices.filter { c in
          let reports = dossier.claims[c].reports
          return reports.contains { $0.story == a }
            && reports.contains { $0.story == b && $0.attribution.map(ids.contains) ?? false }
        }
        found.append(Relay(original: a, relay: b, outlet: publisher.name, statements: through, claims: claims))
      }
    }
    return found
  }

  private static func siblings(_ dossier: Dossier) -> [Pair] {
    var found = Set<Pair>()
    for claim in dossier.claims {
      for (o, origin) in claim.origins.enumerated() where origin.stance == .for {
        let stories = Set(claim.reports.filter { $0.origin == o }.map(\.story)).sorted()
        for (i, a) in stories.enumerated() {
          for b in stories.dropFirst(i + 1) { found.insert(Pair(a: a, b: b, origin: origin.name)) }
        }
      }
    }
    let copies = Set(
      dossier.sharedTexts.filter { $0.extent == .derived }.flatMap { [[$0.a, $0.b], [$0.b, $0.a]] })
    return found.filter { !copies.contains([$0.a, $0.b]) }.sorted { ($0.a, $0.b, $0.origin) < ($1.a, $1.b, $1.origin) }
  }
}
