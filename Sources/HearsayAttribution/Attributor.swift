import HearsayRules
import HearsayStory
import HearsaySyntax
import HearsayText

/// Tells who says what in a document: document → attributed story.
///
/// The steps, each with a file of its own: rules find facts (`FactFinder`), attributions inside others are settled
/// (`Nesting`), quotations without a cue go on with their speaker (`QuotationKeeper`), sources are resolved to speakers
/// (`SpeakerRegistry`), links make chains (`ChainBuilder`), caveats are laid over what they cover (`CaveatApplier`).
///
/// A worker makes one and keeps it: it holds the memory that matching needs.
public struct Attributor: Sendable {
  public let rulebook: Rulebook
  private let syntax: LightSyntax.Context
  private let lexis: Lexis
  private let counts: [(predicate: Predicate, value: Int)]
  private let policy: ConflictPolicy
  private let plans: [ActionPlan]
  private var matcher: Matcher

  public init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    syntax = LightSyntax.Context(rulebook)
    lexis = Lexis(rulebook)
    policy = ConflictPolicy(rulebook)
    plans = rulebook.rules.map(ActionPlan.init)
    matcher = Matcher(rulebook)
    counts = rulebook.classes(of: "count-word").compactMap { name in
      guard let p = rulebook.predicate("count-word", name), let value = Int(name.dropFirst()) else { return nil }
      return (p, value)
    }
  }

  public mutating func attribute(_ document: Document) -> AttributedStory {
    let light = LightSyntax(document.scanned, document.quotations, syntax)
    let reading = Reading(document: document, syntax: light, lexis: lexis, rulebook: rulebook, counts: counts)
    let blocks = document.blocks.indices.map {
      BlockPlace(kind: document.blocks[$0].kind, tokens: document.blockTokens[$0])
    }
    var places: [SentencePlace] = []
    for (b, sentences) in document.blockSentences.enumerated()
    where blocks[b].kind.isBody || blocks[b].kind == .headline {
      for s in sentences {
        let tokens = document.sentences.outer[s].tokens
        if let last = places.last, last.block == b, light.namesSpeaker(tokens, of: last.tokens) {
          places[places.count - 1].tokens = last.tokens.lowerBound..<tokens.upperBound
        } else {
          places.append(SentencePlace(tokens: tokens, block: b))
        }
      }
    }
    var facts = FactFinder(reading: reading, policy: policy, plans: plans).find(&matcher, places, blocks: blocks)
    shareSubjects(&facts.drafts, reading, places)
    ContentBorders(reading: reading).settle(&facts.drafts)
    Duplicates().drop(from: &facts.drafts)
    let plausibility = Plausibility(reading: reading)
    plausibility.sift(&facts)
    RelayReach(reading: reading, places: places).complete(&facts.drafts, facts.hops)
    Nesting().settle(&facts.drafts)
    plausibility.siftNested(&facts.drafts, places)
    let leftOver = QuotationKeeper(reading: reading, places: places, blocks: blocks).complete(&facts.drafts)
    return StoryBuilder(reading: reading, places: places, blocks: blocks, facts: facts, leftOver: leftOver).build()
  }

  /// Finds the source of cues that share the subject of another verb.
  private func shareSubjects(_ drafts: inout [Draft], _ reading: Reading, _ places: [SentencePlace]) {
    drafts.sort { ($0.cue.lowerBound, $0.cue.upperBound) < ($1.cue.lowerBound, $1.cue.upperBound) }
    for i in drafts.indices where drafts[i].sourceIsShared {
      // The nearest cue before it in the sentence with a source of its own.
      var source: Range<Int>?
      for j in drafts.indices.reversed()
      where drafts[j].sentence == drafts[i].sentence && drafts[j].cue.upperBound <= drafts[i].cue.lowerBound {
        // A relative clause that a comma has closed shares nothing with the verbs behind it.
        if let s = drafts[j].source, !drafts[j].content.contains(where: { $0.contains(drafts[i].cue.lowerBound) }),
          !(s.count == 1 && reading.syntax.startsRelative(s.lowerBound)
            && (drafts[j].cue.upperBound..<drafts[i].cue.lowerBound).contains(where: reading.syntax.isComma))
        {
          source = s
          break
        }
      }
      drafts[i].source =
        source
        ?? reading.syntax.sharedSubject(of: drafts[i].cue.lowerBound, scope: places[drafts[i].sentence].tokens)
        ?? openingSubject(drafts[i], reading, places)
    }
    // Words that nobody in the sentence can have said are no attribution.
    drafts.removeAll { $0.sourceIsShared && $0.source == nil }
  }

  /// For a colon before a quotation whoever the sentence begins with will do, whatever its verb.
  private func openingSubject(_ d: Draft, _ reading: Reading, _ places: [SentencePlace]) -> Range<Int>? {
    guard d.cue.count == 1, reading.syntax.isColon(d.cue.lowerBound) else { return nil }
    return reading.syntax.openingSubject(places[d.sentence].tokens, before: d.cue.lowerBound)
  }
}
