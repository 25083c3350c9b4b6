import HearsayRules
import HearsayStory
import HearsayText

/// What an attribution is made of, as far as it may explain why it was missed or made up: the columns by which errors are
/// grouped.
public struct Mechanism: Sendable {
  public enum Trait: String, CaseIterable, Sendable {
    case cue = "kind of cue"
    case order = "order"
    case marks = "punctuation"
    case length = "length"
    case source = "source type"
  }

  public var values: [Trait: String] = [:]
}

/// Tells the mechanisms of one story's attributions, whoever marked them.
public struct MechanismReader {
  /// The lexicons of words that attribute, the narrower first: a word's kind is the first that has it.
  private static let cueLexicons = [
    "say-quote", "say", "tell", "think", "want", "urge", "show", "judge", "seem", "expected", "according", "attitude",
    "stance-noun", "stance-act", "claim-noun", "report-noun", "talk-about", "document", "hearsay-adverb", "verb",
    "irregular",
  ]

  private let document: Document
  private let rulebook: Rulebook
  private let index: CodePointIndex
  private let cueKinds: [(name: String, predicate: Predicate)]
  private let pronoun: Predicate?

  public init(_ document: Document, _ rulebook: Rulebook) {
    self.document = document
    self.rulebook = rulebook
    index = CodePointIndex(document.text)
    cueKinds = MechanismReader.cueLexicons.compactMap { name in rulebook.predicate(name).map { (name, $0) } }
    pronoun = rulebook.predicate("pronoun")
  }

  public func mechanism(of attribution: GoldAttribution) -> Mechanism {
    var mechanism = Mechanism()
    mechanism.values[.cue] = kindOfCue(attribution.cue)
    mechanism.values[.order] = order(attribution)
    mechanism.values[.marks] = marks(attribution.content)
    mechanism.values[.length] = length(attribution.content)
    mechanism.values[.source] = kindOfSource(attribution.source)
    return mechanism
  }

  /// The words of some spans, for an example; pieces are put together with a stroke.
  public func words(_ ranges: [Range<Int>], limit: Int = 90) -> String {
    let text = ranges.map { document.text.string(bytes($0)) }.joined(separator: " | ")
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }

  private func bytes(_ range: Range<Int>) -> Span {
    Span(index.byte(ofCodePoint: range.lowerBound), index.byte(ofCodePoint: range.upperBound))
  }

  /// The tokens that lie in some code points.
  private func tokens(_ ranges: [Range<Int>]) -> [Int] {
    let tokens = document.scanned.tokens
    return ranges.flatMap { range -> [Int] in
      let span = bytes(range)
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if Int(tokens.end[middle]) <= span.start { low = middle + 1 } else { high = middle }
      }
      var end = low
      while end < tokens.count, Int(tokens.start[end]) < span.end { end += 1 }
      return Array(low..<end)
    }
  }

  private func kindOfCue(_ ranges: [Range<Int>]) -> String {
    let cue = tokens(ranges)
    if cue.isEmpty { return "no cue" }
    let words = cue.filter { document.scanned.tokens.kind[$0] == .word }
    if words.isEmpty { return "a sign" }
    for (name, predicate) in cueKinds {
      let isPhrase = words.contains { place in
        document.scanned.hits(startingAt: place).contains { document.scanned.has($0, predicate) }
      }
      if isPhrase || words.contains(where: { document.scanned.has($0, predicate) }) { return "@" + name }
    }
    return "in no lexicon"
  }

  private func order(_ attribution: GoldAttribution) -> String {
    if attribution.content.count > 1, let cue = attribution.cue.first,
      attribution.content.contains(where: { $0.upperBound <= cue.lowerBound }),
      attribution.content.contains(where: { $0.lowerBound >= cue.upperBound })
    {
      return "content round the cue"
    }
    let parts = [("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content)]
    let placed = parts.compactMap { name, spans in spans.first.map { (name, $0.lowerBound) } }
    return placed.sorted { $0.1 < $1.1 }.map(\.0).joined(separator: ", ")
  }

  private func marks(_ ranges: [Range<Int>]) -> String {
    let content = tokens(ranges)
    let tokens = document.scanned.tokens
    guard let first = content.first, let last = content.last else { return "not quoted" }
    let isQuoted = content.filter { tokens.flags[$0].contains(.inQuotation) }
    if isQuoted.isEmpty { return "not quoted" }
    let isWhole = tokens.flags[first].contains(.inQuotation) && tokens.flags[last].contains(.inQuotation)
    return isWhole && isQuoted.count * 10 >= content.count * 9 ? "quoted" : "partly quoted"
  }

  private func length(_ ranges: [Range<Int>]) -> String {
    switch tokens(ranges).count {
    case ..<5: "1–4 words"
    case ..<15: "5–14 words"
    case ..<40: "15–39 words"
    default: "40 words or more"
    }
  }

  private func kindOfSource(_ ranges: [Range<Int>]) -> String {
    let source = tokens(ranges)
    guard let first = source.first else { return "no source" }
    let scanned = document.scanned
    if let pronoun, source.count <= 2, scanned.has(first, pronoun) { return "pronoun" }
    if scanned.hits(startingAt: first).contains(where: { $0.outlet != nil }) { return "outlet" }
    let isName = source.contains { place in
      scanned.tokens.flags[place].contains(.capitalised) && !scanned.tokens.flags[place].contains(.sentenceStart)
    }
    return isName ? "with a name" : "description"
  }
}
