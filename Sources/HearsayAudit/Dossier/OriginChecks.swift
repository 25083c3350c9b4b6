import HearsayAttribution
import HearsayCorroboration
import HearsayText

/// How many origins the claims of a dossier have, against how many the stories make of them.
enum OriginChecks {
  /// COR-01: carried by several outlets, and all from one origin. One remark for each story and origin.
  ///
  /// Not on the story of the outlet that is the origin, and not for what somebody said on the record: whoever was there heard
  /// the same.
  static func oneOrigin(_ galleys: DossierGalley) -> [DossierRemark] {
    var groups: [(story: Int, origin: String, outlets: Int, spans: [Span], attribution: Int?)] = []
    for claim in galleys.dossier.claims where claim.outlets.count > 1 && claim.counts.origins == 1 {
      for report in claim.reports where report.stance == .for {
        guard let origin = report.origin.map({ claim.origins[$0] }), let at = report.content.first,
          !origin.isOnRecord, !origin.isCircular, galleys.galleys[report.story].publisher != origin.name
        else { continue }
        let known = groups.firstIndex { $0.story == report.story && $0.origin == origin.name }
        if let known {
          if !groups[known].spans.contains(at) { groups[known].spans.append(at) }
          groups[known].outlets = max(groups[known].outlets, claim.outlets.count)
        } else {
          groups.append((report.story, origin.name, claim.outlets.count, [at], report.attribution))
        }
      }
    }
    return groups.map { group in
      let spans = group.spans.sorted()
      return DossierRemark(
        story: group.story,
        remark: Remark(
          message: "carried by \(group.outlets) outlets, and rests on one origin: \(group.origin)", at: spans[0],
          related: galleys.galleys[group.story].alsoAt(Array(spans.dropFirst())),
          attribution: spans.count == 1 ? group.attribution : nil))
    }
  }

  /// ATTR-05: told in the outlet's own word, where another story has it from the outlet that this one passes on too. One
  /// remark for the story.
  static func faded(_ galleys: DossierGalley) -> [DossierRemark] {
    var found: [Int: (at: Span, origin: String, other: Report, place: Span)] = [:]
    for claim in galleys.dossier.claims where claim.counts.origins == 1 {
      guard let o = claim.origins.firstIndex(where: { $0.stance == .for && !$0.isRetracted }) else { continue }
      let origin = claim.origins[o]
      guard !origin.isOnRecord, !origin.isCircular else { continue }
      for report in claim.reports
      where report.stance == .for && report.origin == nil && report.attribution == nil {
        let galley = galleys.galleys[report.story]
        let relays = galley.statements.flatMap { galley.relays($0) }
        guard let at = report.content.first, galley.publisher != origin.name,
          let sentence = galley.sentence(of: galley.tokens(at).lowerBound),
          !galley.namesOutlet(galley.sentences[sentence].tokens),
          relays.contains(where: { $0.name == origin.name }), found[report.story].map({ at < $0.at }) ?? true,
          let other = claim.reports.first(where: { other in
            other.origin == o && other.story != report.story && !galleys.isCopy(other.story, report.story)
          }), let place = other.content.first
        else { continue }
        found[report.story] = (at, origin.name, other, place)
      }
    }
    return found.sorted { $0.key < $1.key }.map { story, one in
      DossierRemark(
        story: story,
        remark: Remark(
          message: "told as fact here; \(galleys.outlet(one.other.story)) has it from \(one.origin)", at: one.at,
          elsewhere: [galleys.elsewhere("attributed there", one.other.story, one.place)],
          rewrite: "…, according to \(one.origin)"))
    }
  }

  /// COR-03: "several outlets", "confirmed", of a claim with one origin or none here. One remark for the story.
  static func saidToBeConfirmed(_ galleys: DossierGalley) -> [DossierRemark] {
    galleys.galleys.enumerated().compactMap { s, galley in
      for item in galley.ruleFindings("COR-03") {
        guard let sentence = galley.sentence(of: item.tokens.lowerBound) else { continue }
        let place = galley.span(galley.sentences[sentence].tokens)
        let claim = galleys.dossier.claims.first { claim in
          claim.counts.origins <= 1 && claim.counts.texts > 1
            && claim.reports.contains { $0.story == s && $0.content.contains { $0.overlaps(place) } }
        }
        guard let claim else { continue }
        let origin = claim.origins.first { $0.stance == .for }?.name
        return DossierRemark(
          story: s,
          remark: Remark(
            message: "\(galley.quoted(item.tokens)): the \(claim.counts.texts) texts here all go back to "
              + (origin ?? "nobody who is named"), at: item.finding.at, rule: item.finding.rule))
      }
      return nil
    }
  }

  /// CHAIN-05: outlets that cite one another and nobody else. One remark for each story and circle.
  static func circular(_ galleys: DossierGalley) -> [DossierRemark] {
    var remarks: [DossierRemark] = []
    for claim in galleys.dossier.claims {
      for (o, origin) in claim.origins.enumerated() where origin.isCircular {
        let reports = claim.reports.filter { $0.origin == o }
        for report in reports {
          guard let at = report.content.first,
            !remarks.contains(where: { $0.story == report.story && $0.remark.message.hasPrefix(origin.name) })
          else { continue }
          let others = reports.filter { $0.story != report.story }.compactMap { other in
            other.content.first.map { galleys.elsewhere("cites in its turn", other.story, $0) }
          }
          remarks.append(
            DossierRemark(
              story: report.story,
              remark: Remark(
                message: "\(origin.name) cite one another, and nobody else", at: at, elsewhere: Array(others.prefix(2)),
                attribution: report.attribution)))
        }
      }
    }
    return remarks
  }

  /// CON-01: claims that can't both hold, on each story that tells one of them.
  static func tension(_ galleys: DossierGalley) -> [DossierRemark] {
    var remarks: [DossierRemark] = []
    for conflict in galleys.dossier.conflicts {
      let claims = [conflict.a, conflict.b].map { galleys.dossier.claims[$0] }
      for (here, there) in [(0, 1), (1, 0)] {
        // Copies and repetitions add nothing: the first report of each side's first story.
        var seen = Set<Int>()
        for report in claims[here].reports where report.stance == .for && seen.insert(report.story).inserted {
          guard let at = report.content.first,
            remarks.count(where: { $0.story == report.story }) < mostTensions,
            !remarks.contains(where: { $0.story == report.story && $0.remark.at == at }),
            let other = claims[there].reports.first(where: { $0.stance == .for && $0.content.first != nil }),
            let place = other.content.first
          else { continue }
          var remark = Remark(
            message: "in tension with what \(galleys.outlet(other.story)) has (\(words[conflict.why] ?? conflict.why))",
            at: at, attribution: report.attribution)
          if other.story == report.story {
            remark.message = "in tension with another statement of the story (\(words[conflict.why] ?? conflict.why))"
            remark.related = [Related("the other", at: place)]
          } else {
            remark.elsewhere = [galleys.elsewhere("the other", other.story, place)]
          }
          remarks.append(DossierRemark(story: report.story, remark: remark))
        }
      }
    }
    return remarks
  }

  private static let mostTensions = 3
  private static let words = [
    "number": "the figures differ", "negation": "one says no", "antonym": "one says the contrary",
    "denial": "it is denied",
  ]
}
