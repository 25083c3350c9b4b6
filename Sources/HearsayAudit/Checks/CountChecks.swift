import HearsayAttribution
import HearsayText

/// How many people stand behind "sources".
enum CountChecks {
  /// NUM-01: "diplomats believe", and one diplomat is quoted. Where the plural is said to have said it, that may be so: a note.
  ///
  /// Not where the phrase gives a number, where a second person of the kind speaks ("another diplomat", "one of the
  /// diplomats"), or where the one is of another kind.
  static func pluralForOne(_ galley: Galley) -> [Remark] {
    let phrases = anonymousPhrases(galley)
    var remarks: [Remark] = []
    for (statement, plural) in phrases where plural.isPlural && plural.number == nil && !plural.isPartitive {
      guard !galley.scanned.holds(plural.tokens, galley.lexis.vagueNumber),
        // "Sources" may be anybody, "union sources" are a kind.
        !plural.isGeneric || !plural.modifiers.isEmpty
      else { continue }
      let alike = phrases.filter { other in
        other.phrase.tokens != plural.tokens && other.phrase.lemma == plural.lemma && isSameKind(other.phrase, plural)
      }
      guard !alike.contains(where: { $0.phrase.isPartitive || $0.phrase.isAnother || ($0.phrase.number ?? 1) > 1 }),
        Set(alike.filter { !$0.phrase.isPlural }.compactMap { $0.statement.speaker?.id }).count == 1,
        let one = alike.first(where: { !$0.phrase.isPlural })?.phrase
      else { continue }
      if let a = statement.sentence, let b = galley.sentence(of: one.tokens.lowerBound),
        abs(galley.sentences[a].block - galley.sentences[b].block) > Self.nearBlocks
      {
        continue
      }
      let relay = galley.relays(statement).first?.name
      remarks.append(
        Remark(
          message: statement.isSpoken
            ? "plural sources, one \(one.lemma) quoted: did several say so?"
            : "plural sources, one \(one.lemma) quoted", at: galley.span(plural.tokens),
          related: [Related("quoted", at: galley.span(one.tokens))],
          rewrite: "\(galley.sentenceCase(galley.name(one.tokens))) \(relay.map { "told \($0)" } ?? "said")",
          attribution: statement.attribution.id, level: statement.isSpoken ? .note : nil))
    }
    return Array(remarks.prefix(1))
  }

  /// Further apart, in paragraphs, plural and singular are about different things.
  private static let nearBlocks = 4

  /// Both say the same of the people, or the plural says nothing: "Harbour diplomats", "a Harbour diplomat".
  private static func isSameKind(_ one: SourcePhrase, _ plural: SourcePhrase) -> Bool {
    !plural.modifiers.isEmpty && plural.modifiers.isSubset(of: one.modifiers)
  }

  /// NUM-02: "three sources", then "two people": among the three?
  static func overlap(_ galley: Galley) -> [Remark] {
    let counted = anonymousPhrases(galley).filter { ($0.phrase.number ?? 0) > 1 }
    var remarks: [Remark] = []
    for (i, later) in counted.enumerated() where !later.phrase.isPartitive && !later.phrase.isAnother {
      guard !later.phrase.isDefinite,
        let earlier = counted[..<i].first(where: { mayOverlap($0, later, galley) }),
        let a = earlier.phrase.number, let b = later.phrase.number
      else { continue }
      remarks.append(
        Remark(
          message: "are these \(b) among the \(a)? it could be \(max(a, b)) people or \(a + b)",
          at: galley.span(later.phrase.tokens), related: [Related("before", at: galley.span(earlier.phrase.tokens))],
          attribution: later.statement.attribution.id))
    }
    return Array(remarks.prefix(1))
  }

  private typealias Counted = (statement: Statement, phrase: SourcePhrase)

  private static func mayOverlap(_ earlier: Counted, _ later: Counted, _ galley: Galley) -> Bool {
    let a = earlier.phrase
    let b = later.phrase
    guard !a.isPartitive, a.tokens != b.tokens, a.isGeneric || b.isGeneric || a.lemma == b.lemma else { return false }
    // The same words again are the same people.
    if a.number == b.number, a.lemma == b.lemma, a.modifiers == b.modifiers { return false }
    let ways = [earlier, later].map { galley.relays($0.statement).map(\.name) }
    return ways[0] == ways[1] || ways[1].isEmpty
  }

  /// The phrases for unnamed sources in the body, in the order of the text.
  private static func anonymousPhrases(_ galley: Galley) -> [(statement: Statement, phrase: SourcePhrase)] {
    galley.voices.filter { voice in
      voice.speaker.anonymous && voice.speaker.grade != .collective
        && (voice.isConfidential
          || galley.phrases(of: voice).contains { galley.scanned.has($0.head, galley.lexis.confidential) })
    }
    .flatMap { voice in
      voice.statements.compactMap { i in
        galley.statements[i].source.flatMap { SourcePhrase($0, galley) }.map { (galley.statements[i], $0) }
      }
    }
    .sorted { $0.1.tokens.lowerBound < $1.1.tokens.lowerBound }
  }
}
