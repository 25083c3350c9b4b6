import HearsayAttribution
import HearsayText

/// One utterance in two stories.
enum QuotationPairChecks {
  /// QUOTE-04: one speaker's quotation in other words, or the same words from two speakers. On the later story of each pair.
  ///
  /// Not where one quotation is cut out of the other, and not between copies. Where a story passes on the other, the change
  /// is the relay's, and CHAIN-06 tells it.
  static func twoWordings(_ galleys: DossierGalley) -> [DossierRemark] {
    let quoted = galleys.galleys.map(quotations)
    var remarks: [DossierRemark] = []
    for a in quoted.indices {
      for b in quoted.indices.dropFirst(a + 1) where !galleys.isCopy(a, b) && !isRelay(a, b, galleys) {
        for one in quoted[a] {
          for other in quoted[b] {
            guard let message = difference(one, other),
              !remarks.contains(where: { $0.story == b && $0.remark.at == other.at })
            else { continue }
            remarks.append(
              DossierRemark(
                story: b,
                remark: Remark(
                  message: message + " in \(galleys.outlet(a))", at: other.at,
                  elsewhere: [galleys.elsewhere("there", a, one.at)], attribution: other.attribution)))
          }
        }
        if remarks.count >= mostRemarks { return remarks }
      }
    }
    return remarks
  }

  private static let mostRemarks = 100
  /// Shorter quotations agree by chance.
  private static let fewestWords = 6
  /// In thousandths: below this they are two utterances.
  private static let alike = 750

  private struct Quoted {
    var run: WordRun
    var at: Span
    var speaker: Speaker
    var attribution: Int
  }

  private static func quotations(_ galley: Galley) -> [Quoted] {
    galley.statements.compactMap { statement in
      guard statement.attribution.kind == .direct, let speaker = statement.speaker, speaker.grade <= .institution,
        let at = statement.attribution.content.first, !statement.isHeadline
      else { return nil }
      let run = WordRun(statement.content, in: galley)
      guard run.count >= fewestWords else { return nil }
      return Quoted(run: run, at: at, speaker: speaker, attribution: statement.attribution.id)
    }
  }

  private static func difference(_ a: Quoted, _ b: Quoted) -> String? {
    let isSame = isSame(a.speaker, b.speaker)
    if a.run.forms == b.run.forms {
      guard !isSame, a.speaker.kind == .person, b.speaker.kind == .person else { return nil }
      return "\(b.speaker.name) here, \(a.speaker.name)"
    }
    guard isSame, a.run.likeness(b.run) >= alike, a.run.place(in: b.run) == nil, b.run.place(in: a.run) == nil else {
      return nil
    }
    return "\(b.speaker.name)'s words are not the same"
  }

  /// One name is part of the other, or both end alike.
  private static func isSame(_ a: Speaker, _ b: Speaker) -> Bool {
    let x = a.name.lowercased().split(separator: " ")
    let y = b.name.lowercased().split(separator: " ")
    return x.last == y.last || Set(x).isSubset(of: y) || Set(y).isSubset(of: x)
  }

  private static func isRelay(_ a: Int, _ b: Int, _ galleys: DossierGalley) -> Bool {
    galleys.relays.contains { Set([$0.original, $0.relay]) == Set([a, b]) }
  }
}
