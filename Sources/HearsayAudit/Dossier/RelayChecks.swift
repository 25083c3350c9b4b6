import HearsayAttribution
import HearsayCorroboration
import HearsayText

/// A relay against the original that it cites, and two relays of one report against each other.
enum RelayChecks {
  /// CHAIN-06: words inside quotation marks, the speaker or a figure that changed on the way. On the relay.
  static func differsFromOriginal(_ galleys: DossierGalley) -> [DossierRemark] {
    var remarks: [DossierRemark] = []
    for pair in galleys.relays where !pair.claims.isEmpty {
      for change in compare(pair.original, pair.relay, galleys) {
        guard let new = change.new, let old = change.old,
          change.kind == .quotationAltered || change.kind == .figureChanged
            || change.kind == .speakerChanged && isQuoted(old, by: pair.original, galleys)
        else { continue }
        remarks.append(
          DossierRemark(
            story: pair.relay,
            remark: Remark(
              message: "not as in the story of \(pair.outlet): \(change.message)", at: new,
              elsewhere: [galleys.elsewhere("the original", pair.original, old)])))
      }
    }
    return remarks
  }

  /// Whether a source is one of words in quotation marks: refusals to comment and the like are often everybody's.
  private static func isQuoted(_ source: Span, by story: Int, _ galleys: DossierGalley) -> Bool {
    galleys.galleys[story].statements.contains {
      $0.attribution.kind == .direct && $0.attribution.source.contains(source)
    }
  }

  /// CHAIN-07: a story of the cited outlet is here, and it doesn't hold what is cited. On the relay.
  ///
  /// Not where another story of that outlet here does.
  static func anotherStory(_ galleys: DossierGalley) -> [DossierRemark] {
    galleys.relays.compactMap { pair in
      guard pair.claims.isEmpty,
        !galleys.relays.contains(where: {
          $0.relay == pair.relay && $0.outlet == pair.outlet && !$0.claims.isEmpty
        }),
        galleys.relays.first(where: { $0.relay == pair.relay && $0.outlet == pair.outlet })?.original == pair.original,
        let statement = pair.statements.first.map({ galleys.galleys[pair.relay].statements[$0] }),
        let at = statement.who, let there = galleys.opening(pair.original)
      else { return nil }
      return DossierRemark(
        story: pair.relay,
        remark: Remark(
          message: "the story of \(pair.outlet) that is here is not the one that is cited", at: at,
          elsewhere: [galleys.elsewhere("the story that is here", pair.original, there)],
          attribution: statement.attribution.id))
    }
  }

  /// CAV-03: the original says that it could not verify, the relay doesn't. On the relay.
  static func caveatDropped(_ galleys: DossierGalley) -> [DossierRemark] {
    galleys.relays.compactMap { pair in
      guard !pair.claims.isEmpty,
        let caveat = galleys.dossier.stories[pair.original].caveats.first(where: { $0.caveat == "unverified" }),
        let there = caveat.cue.first,
        !galleys.dossier.stories[pair.relay].caveats.contains(where: { $0.caveat == "unverified" }),
        let statement = pair.statements.first.map({ galleys.galleys[pair.relay].statements[$0] }),
        let at = statement.who
      else { return nil }
      return DossierRemark(
        story: pair.relay,
        remark: Remark(
          message: "\(pair.outlet) said that it could not verify this; here that is not said", at: at,
          elsewhere: [galleys.elsewhere("the caveat", pair.original, there)],
          rewrite: "\(pair.outlet) said that it could not verify the account.",
          attribution: statement.attribution.id))
    }
  }

  /// HEDGE-02: "may" on one side and not on the other: of a relay and its original, or of two relays of one report.
  static func hedgeChanged(_ galleys: DossierGalley) -> [DossierRemark] {
    var remarks: [DossierRemark] = []
    func add(_ story: Int, _ at: Span, _ message: String, _ other: Int, _ there: Span, _ level: Level?) {
      guard !remarks.contains(where: { $0.story == story && $0.remark.at == at }) else { return }
      remarks.append(
        DossierRemark(
          story: story,
          remark: Remark(message: message, at: at, elsewhere: [galleys.elsewhere("there", other, there)], level: level))
      )
    }
    for pair in galleys.relays where !pair.claims.isEmpty {
      for change in compare(pair.original, pair.relay, galleys) {
        guard let old = change.old, let new = change.new, isClaim(old, new, pair.original, pair.relay, galleys) else {
          continue
        }
        if change.kind == .hedgeLost {
          add(pair.relay, new, "stated flatly; \(pair.outlet) hedged it", pair.original, old, nil)
        } else if change.kind == .hedgeAdded {
          add(pair.relay, new, "hedged; \(pair.outlet) stated it flatly", pair.original, old, .note)
        }
      }
    }
    for pair in galleys.siblings where !galleys.relays.contains(where: { isPair($0, pair) && !$0.claims.isEmpty }) {
      for change in compare(pair.a, pair.b, galleys) {
        guard let old = change.old, let new = change.new, isClaim(old, new, pair.a, pair.b, galleys) else { continue }
        if change.kind == .hedgeLost {
          add(pair.b, new, "stated flatly; \(galleys.outlet(pair.a)) hedges it", pair.a, old, nil)
        } else if change.kind == .hedgeAdded {
          add(pair.a, old, "stated flatly; \(galleys.outlet(pair.b)) hedges it", pair.b, new, nil)
        }
      }
    }
    return remarks
  }

  private static func isPair(_ relay: DossierGalley.Relay, _ pair: DossierGalley.Pair) -> Bool {
    Set([relay.original, relay.relay]) == Set([pair.a, pair.b])
  }

  /// Whether the two places are reports of one claim: alike words alone are not enough to set hedges side by side.
  private static func isClaim(_ old: Span, _ new: Span, _ a: Int, _ b: Int, _ galleys: DossierGalley) -> Bool {
    galleys.dossier.claims.contains { claim in
      claim.reports.contains { $0.story == a && $0.content.contains { $0.overlaps(old) } }
        && claim.reports.contains { $0.story == b && $0.content.contains { $0.overlaps(new) } }
    }
  }

  /// NUM-03: two relays of one outlet's report, with other numbers or other descriptions of its sources. On the thinner.
  static func sourcesCountedDifferently(_ galleys: DossierGalley) -> [DossierRemark] {
    var remarks: [DossierRemark] = []
    for pair in galleys.siblings {
      let outlets = [pair.a, pair.b].map { s in
        Set(galleys.galleys[s].statements.flatMap { galleys.galleys[s].relays($0).map(\.name) })
      }
      for outlet in outlets[0].intersection(outlets[1]).sorted() {
        guard let a = best(pair.a, outlet, galleys), let b = best(pair.b, outlet, galleys) else { continue }
        let (x, y) = (strength(a.speaker), strength(b.speaker))
        guard x != y else { continue }
        let (thin, rich, here, there) = x < y ? (a, b, pair.a, pair.b) : (b, a, pair.b, pair.a)
        guard !remarks.contains(where: { $0.story == here && $0.remark.at == thin.at }) else { continue }
        remarks.append(
          DossierRemark(
            story: here,
            remark: Remark(
              message: "the sources of \(outlet) have another number or description in \(galleys.outlet(there))",
              at: thin.at,
              elsewhere: [galleys.elsewhere("there", there, rich.at)], attribution: thin.attribution)))
      }
    }
    return remarks
  }

  private typealias Source = (speaker: Speaker, at: Span, attribution: Int)

  /// The unnamed source through an outlet of whom a story tells most.
  private static func best(_ story: Int, _ outlet: String, _ galleys: DossierGalley) -> Source? {
    let galley = galleys.galleys[story]
    var found: Source?
    for statement in galley.statements where !statement.isHeadline {
      guard let speaker = statement.speaker, speaker.anonymous, speaker.grade < .collective, !speaker.mention.isEmpty,
        galley.relays(statement).contains(where: { $0.name == outlet })
      else { continue }
      if let known = found, strength(speaker) <= strength(known.speaker) { continue }
      found = (speaker, speaker.mention, statement.attribution.id)
    }
    return found
  }

  /// A number is worth more than "sources", access more than a role.
  private static func strength(_ speaker: Speaker) -> Int {
    let counted = speaker.count.max == nil ? 0 : min(speaker.count.min, 99)
    return counted * 10 + (Grade.none.rawValue - speaker.grade.rawValue)
  }

  private static func compare(_ old: Int, _ new: Int, _ galleys: DossierGalley) -> [SourcingChange] {
    galleys.changes[[old, new]] ?? []
  }
}
