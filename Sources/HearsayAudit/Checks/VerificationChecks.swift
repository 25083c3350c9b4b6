import HearsayAttribution
import HearsayText

/// What a story says about having checked.
enum VerificationChecks {
  /// CAV-01: a story built on another outlet's report, and nothing on whether it was checked.
  static func relayWithoutVerification(_ galley: Galley) -> [Remark] {
    guard let relay = galley.story.relay, !galley.isPublisher(relay),
      !galley.story.caveats.contains(where: { $0.caveat == "unverified" }),
      !saysItChecked(galley)
    else { return [] }
    let relayed = galley.statements.filter { statement in
      !statement.isHeadline && statement.attribution.chain.contains { $0.name == relay.name }
        && (statement.speaker?.anonymous == true || statement.speaker?.name == relay.name)
        && statement.isSpoken && !isNoReport(statement, galley)
    }
    // What is on record can be looked up, and an agency's copy is bought to be printed; what unnamed people say is neither.
    guard let first = relayed.first, let at = first.who, restsOn(relayed, galley),
      relayed.contains(where: { isUnnamed($0) && tells(relay, $0, galley) })
        || !galley.isAgency(relay) && isGrave(first, galley)
    else { return [] }
    return [
      Remark(
        message: "the story relays \(relay.name) and does not say whether the report was verified", at: at,
        rewrite: galley.publisher.map { "\($0) could not independently verify the report." },
        attribution: first.attribution.id)
    ]
  }

  /// Whether the text itself says that the words came through the relay: in an agency's own copy most of them don't.
  private static func tells(_ relay: Link, _ statement: Statement, _ galley: Galley) -> Bool {
    !galley.isAgency(relay) || galley.relays(statement).contains { $0.name == relay.name && $0.stated }
  }

  private static func isGrave(_ statement: Statement, _ galley: Galley) -> Bool {
    statement.content.contains { galley.scanned.holds($0, galley.lexis.grave) }
  }

  private static func isUnnamed(_ statement: Statement) -> Bool {
    guard let speaker = statement.speaker, speaker.anonymous else { return false }
    return (Grade.anonymousWithAccess...Grade.anonymous).contains(speaker.grade)
  }

  /// An opinion of the other outlet, or an election that it called.
  private static func isNoReport(_ statement: Statement, _ galley: Galley) -> Bool {
    ([statement.cue] + (statement.source.map { [$0] } ?? [])).contains {
      galley.scanned.holds($0, galley.lexis.noReport)
    }
  }

  /// Whether the story opens with the relay: in the lead, or in the paragraph behind a lead that names nobody. A later look
  /// aside at a report is no relay.
  private static func restsOn(_ relayed: [Statement], _ galley: Galley) -> Bool {
    guard let s = relayed.first?.sentence, let lead = galley.lead else { return false }
    let block = galley.sentences[s].block
    if block == lead { return true }
    let namesNobody = galley.statements.contains {
      $0.sentence.map { galley.sentences[$0].block == lead } == true
        && ($0.speaker == nil || $0.speaker?.grade == .collective)
    }
    return namesNobody && block == galley.bodyBlock(after: lead)
  }

  /// "Radio Holmsey has seen the e-mail": the publisher, or "we", and a verb of checking without a negation.
  private static func saysItChecked(_ galley: Galley) -> Bool {
    let scanned = galley.scanned
    let lexis = galley.lexis
    let own = galley.story.document.publisher?.outlet
    return galley.sentences.contains { passage in
      for i in passage.tokens where !scanned.isQuoted(i) {
        let isPublisher = own != nil && scanned.hits(startingAt: i).contains { $0.outlet == own }
        guard isPublisher || scanned.has(i, lexis.we) else { continue }
        let near = max(passage.tokens.lowerBound, i - 4)..<min(i + 9, passage.tokens.upperBound)
        if scanned.holds(near, lexis.ownCheck), !isNegated(near, galley) { return true }
      }
      return false
    }
  }

  private static func isNegated(_ range: Range<Int>, _ galley: Galley) -> Bool {
    let lexis = galley.lexis
    return [lexis.negation, lexis.beNegation, lexis.haveNegation, lexis.doNegation, lexis.modalNegation]
      .contains { galley.scanned.holds(range, $0) }
  }

  /// CAV-02: "could not verify these claims", and more of the same follows below.
  ///
  /// Not where the caveat says itself how far it reaches ("the report", "any of", "the following"), or stands at the end.
  static func unclearScope(_ galley: Galley) -> [Remark] {
    for caveat in galley.story.caveats where caveat.caveat == "unverified" {
      guard let cue = caveat.cue.first, let s = galley.sentence(of: galley.tokens(cue).lowerBound),
        caveat.by == nil || caveat.by == galley.publisher,
        !galley.scanned.holds(galley.sentences[s].tokens, galley.lexis.wideScope)
      else { continue }
      let covered = Set(caveat.covers)
      let ways = Set(
        covered.flatMap { id in galley.statements.first { $0.attribution.id == id }.map { way($0, galley) } ?? [] })
      let below = galley.statements.filter { statement in
        guard let other = statement.sentence, other > s, !statement.isNested,
          galley.voices.contains(where: { $0.isConfidential && $0.speaker.id == statement.speaker?.id })
        else { return false }
        let isInferred = statement.attribution.caveats.contains {
          $0.caveat == "unverified" && $0.certainty == .inferred
        }
        return isInferred
          || !covered.contains(statement.attribution.id) && !ways.isDisjoint(with: way(statement, galley))
      }
      guard !below.isEmpty, !ways.isEmpty else { continue }
      let count =
        below.count == 1 ? "a statement of the same kind stands" : "\(below.count) statements of the same kind stand"
      return [
        Remark(
          message: "\(count) below this caveat: does it cover them?", at: cue,
          related: galley.alsoAt(below.compactMap(\.who), "not clearly covered"),
          rewrite: galley.publisher.map { "\($0) could not independently verify any of these accounts." },
          rule: caveat.rule)
      ]
    }
    return []
  }

  /// How a statement reached the publisher: its relays, or, for an unnamed source without one, the source itself.
  private static func way(_ statement: Statement, _ galley: Galley) -> Set<String> {
    let relays = galley.relays(statement)
    if !relays.isEmpty { return Set(relays.map(\.name)) }
    guard let speaker = statement.speaker, speaker.anonymous else { return [] }
    return ["s\(speaker.id)"]
  }
}
