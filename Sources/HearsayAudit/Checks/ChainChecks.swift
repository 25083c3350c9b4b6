import HearsayAttribution
import HearsayText

/// The way from the origin to the reader.
enum ChainChecks {
  /// CHAIN-02: "another official said", in a story that relays somebody else's report. One remark for the story.
  static func impliedRelay(_ galley: Galley) -> [Remark] {
    let implied = AnonymityChecks.confidential(galley).filter { voice in
      // Who asks this outlet not to be named has spoken to it.
      guard voice.speaker.anonymityReason == nil else { return false }
      let links = voice.statements.flatMap { galley.relays(galley.statements[$0]) }.filter { !galley.isAgency($0) }
      return !links.isEmpty && !links.contains(where: \.stated) && !namesWhoHeard(voice, galley)
    }
    guard let first = implied.first, let statement = first.statements.first.map({ galley.statements[$0] }),
      let relay = galley.relays(statement).first
    else { return [] }
    return [
      Remark(
        message: "who was told? the story relays \(relay.name) and does not say that this source is theirs",
        at: galley.span(first.mention), related: galley.alsoAt(implied.dropFirst().map { galley.span($0.mention) }),
        rewrite: "\(galley.sentenceCase(galley.name(first.mention))) told \(relay.name)",
        attribution: statement.attribution.id)
    ]
  }

  /// "The Courier's source", "told Ada Lind at the Courier": the sentence has an outlet in it.
  private static func namesWhoHeard(_ voice: Voice, _ galley: Galley) -> Bool {
    guard let s = voice.statements.first.flatMap({ galley.statements[$0].sentence }) else { return false }
    return galley.namesOutlet(galley.sentences[s].tokens)
  }

  /// CHAIN-04: quotation marks round words that passed through others first, or that were edited on the way. One remark
  /// for each relay.
  static func quotedAtSecondHand(_ galley: Galley) -> [Remark] {
    var remarks: [Remark] = []
    var seen = Set<String>()
    for statement in galley.statements where !statement.isHeadline {
      guard let quote = weighedQuotation(statement, galley), let relay = galley.relays(statement).last,
        statement.speaker?.kind != .outlet || editMark(quote, galley) != nil,
        !statement.attribution.caveats.contains(where: { $0.caveat == "machine-translated" })
      else { continue }
      let steps =
        statement.attribution.chain.count - (galley.publisher == nil ? 0 : 1) + hiddenSteps(statement, relay, galley)
      let edit = editMark(quote, galley)
      let isReported = statement.attribution.caveats.contains { $0.caveat == "reportedly" }
      // Cuts and brackets in words of the same language are good practice; those of another land are a translator's.
      guard steps > 2 || edit != nil && galley.isForeign(relay) || isReported, seen.insert(relay.name).inserted else {
        continue
      }
      let hand = steps > 2 ? "third" : "second"
      let how = edit.map { ", and edited: “\($0)”" } ?? ""
      remarks.append(
        Remark(
          message: "these words in quotation marks reach the reader at \(hand) hand, through \(relay.name)\(how)",
          at: galley.span(quote), attribution: statement.attribution.id))
    }
    return remarks
  }

  /// "the paper wrote, relaying the mayor's message": one step more than the chain has, and another where the paper has it
  /// from people whom it doesn't name.
  private static func hiddenSteps(_ statement: Statement, _ relay: Link, _ galley: Galley) -> Int {
    guard statement.speaker?.kind == .outlet,
      galley.ruleFindings("CHAIN-04").contains(where: {
        galley.sentence(of: $0.tokens.lowerBound) == statement.sentence
      })
    else { return 0 }
    let isHeardFromOthers = galley.voices.contains { voice in
      voice.isConfidential
        && voice.statements.contains { i in
          galley.relays(galley.statements[i]).contains { $0.name == relay.name }
        }
    }
    return isHeardFromOthers ? 2 : 1
  }

  /// The first quotation in the content that is long enough for its wording to matter.
  private static func weighedQuotation(_ statement: Statement, _ galley: Galley) -> Range<Int>? {
    guard statement.attribution.kind == .direct || statement.attribution.kind == .mixed else { return nil }
    return galley.scanned.quotations.first { quotation in
      quotation.depth == 0 && statement.content.contains { $0.overlaps(quotation.tokens) }
        && quotation.inner.count { galley.scanned.tokens.kind[$0] == .word } >= galley.limits.weighedWords
    }?.tokens
  }

  /// A bracket or an ellipsis inside a quotation.
  private static func editMark(_ quote: Range<Int>, _ galley: Galley) -> String? {
    for i in quote.dropFirst().dropLast() {
      switch galley.string(i..<i + 1) {
      case "[": return "[…]"
      case "…", "...": return "…"
      default: continue
      }
    }
    return nil
  }
}
