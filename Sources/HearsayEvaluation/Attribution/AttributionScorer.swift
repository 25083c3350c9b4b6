/// Compares the attributions of one story with the gold: the protocols of GenderGapTracker (quotes) and Citron (exact), and
/// token measures as in PolNeAR's literature.
public struct AttributionScorer: Sendable {
  /// Keeps only attributions whose content holds a double quotation mark, or, in a prediction, stands beside one.
  public var directOnly: Bool

  public init(directOnly: Bool = false) { self.directOnly = directOnly }

  /// What was paired with what, for whoever sorts the errors: places in the lists that were given.
  public struct Pairing: Sendable {
    public var pairs: [(gold: Int, predicted: Int, share: Double)] = []
    public var missed: [Int] = []
    public var invented: [Int] = []
  }

  /// An attribution as it is compared.
  private struct Item {
    var place: Int
    var words: [AttributionMeasures.Role: Set<Int>]
    /// From the first to behind the last code point of the content.
    var hull: Range<Int>
    var cue: String
    var speaker: String?

    func same(_ other: Item) -> Bool { words == other.words }
    func touches(_ other: Item) -> Bool { !set(.content).isDisjoint(with: other.set(.content)) }
    func set(_ role: AttributionMeasures.Role) -> Set<Int> { words[role] ?? [] }
  }

  /// - Parameters:
  ///   - text: The text that all offsets are code points of.
  ///   - predicted: In the order of the text.
  public func score(
    text: String, gold: [GoldAttribution], predicted: [GoldAttribution]
  ) -> (measures: AttributionMeasures, pairing: Pairing) {
    let scalars = Array(text.unicodeScalars)
    let words = ScoredWords(text.unicodeScalars)
    let gold = items(gold, scalars, words, margin: 0)
    let predicted = items(predicted, scalars, words, margin: 2)
    var measures = AttributionMeasures()
    measures.stories = 1
    for role in AttributionMeasures.Role.allCases {
      let g = gold.reduce(into: Set<Int>()) { $0.formUnion($1.set(role)) }
      let p = predicted.reduce(into: Set<Int>()) { $0.formUnion($1.set(role)) }
      let both = g.intersection(p).count
      measures.tokens[role] = Counts(right: both, wrong: p.count - both, found: both, missed: g.count - both)
    }
    measures.soft = overlap(gold, predicted) { $0.touches($1) }
    measures.exact = overlap(gold, predicted) { $0.same($1) }
    var pairing = Pairing()
    for (i, threshold) in AttributionMeasures.thresholds.enumerated() {
      let found = pair(gold, predicted, above: threshold)
      measures.quotes[i] = Counts(
        right: found.pairs.count, wrong: found.invented.count, found: found.pairs.count, missed: found.missed.count)
      guard i == 0 else { continue }
      for (g, p, _) in found.pairs { compare(gold[g], predicted[p], &measures) }
      pairing = found
    }
    pairing.pairs = pairing.pairs.map { (gold[$0.gold].place, predicted[$0.predicted].place, $0.share) }
    pairing.missed = pairing.missed.map { gold[$0].place }
    pairing.invented = pairing.invented.map { predicted[$0].place }
    return (measures, pairing)
  }

  private func items(
    _ attributions: [GoldAttribution], _ scalars: [Unicode.Scalar], _ words: ScoredWords, margin: Int
  ) -> [Item] {
    attributions.enumerated().compactMap { place, attribution in
      // Nested attributions are not in every gold set, so none is scored.
      guard let first = attribution.content.first, !attribution.isNested else { return nil }
      if directOnly, !attribution.content.contains(where: { holdsMark(scalars, $0, margin) }) { return nil }
      let cue = attribution.cue.map { span in
        String(String.UnicodeScalarView(scalars[span.clamped(to: 0..<scalars.count)]))
      }
      return Item(
        place: place,
        words: [
          .cue: words.touched(by: attribution.cue), .source: words.touched(by: attribution.source),
          .content: words.touched(by: attribution.content),
        ],
        hull: first.lowerBound..<attribution.content.reduce(first.upperBound) { max($0, $1.upperBound) },
        cue: AttributionScorer.trimmed(cue.joined(separator: " ").lowercased()), speaker: attribution.speaker)
    }
  }

  private func holdsMark(_ scalars: [Unicode.Scalar], _ span: Range<Int>, _ margin: Int) -> Bool {
    let wide = max(0, span.lowerBound - margin)..<max(0, span.upperBound + margin)
    return scalars[wide.clamped(to: 0..<scalars.count)].contains { scalar in
      switch scalar {
      case "\"", "“", "”", "«", "»", "„": true
      default: false
      }
    }
  }

  private func overlap(_ gold: [Item], _ predicted: [Item], _ fits: (Item, Item) -> Bool) -> Counts {
    let right = predicted.count { p in gold.contains { fits(p, $0) } }
    let found = gold.count { g in predicted.contains { fits($0, g) } }
    return Counts(right: right, wrong: predicted.count - right, found: found, missed: gold.count - found)
  }

  private func pair(_ gold: [Item], _ predicted: [Item], above threshold: Double) -> Pairing {
    var result = Pairing()
    var free = Array(predicted.indices)
    for (g, item) in gold.enumerated() {
      var best: Int?
      var bestShare = 0.0
      for (k, p) in free.enumerated() {
        let hull = predicted[p].hull
        let shared = max(
          0, min(item.hull.upperBound, hull.upperBound) - max(item.hull.lowerBound, hull.lowerBound))
        let share = Double(shared) / Double(max(1, item.hull.count))
        if share > threshold, share > bestShare { (best, bestShare) = (k, share) }
      }
      if let best {
        result.pairs.append((g, free.remove(at: best), bestShare))
      } else {
        result.missed.append(g)
      }
    }
    result.invented = free
    return result
  }

  private func compare(_ gold: Item, _ predicted: Item, _ measures: inout AttributionMeasures) {
    let (g, p) = (gold.set(.source), predicted.set(.source))
    measures.sources.count(!g.isDisjoint(with: p) || (g.isEmpty && p.isEmpty))
    measures.cues.count(gold.cue == predicted.cue)
    if let name = gold.speaker {
      measures.speakers.count(predicted.speaker.map { SpeakerName($0).isSame(as: SpeakerName(name)) } ?? false)
    }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
