import HearsayAttribution
import HearsayText

/// Reporting verbs that say more than "said". The verbs and what they add are rules; here they are held against the
/// attributions, so that "claimed the prize" and "admitted to hospital" stay out.
enum VerbChecks {
  /// VERB-01: one remark for each verb class and speaker. Not in copy from the courts, where admitting is a term of law.
  static func loaded(_ galley: Galley) -> [Remark] {
    remarks("VERB-01", galley) { item in
      if let statement = attribution(of: item, galley) {
        guard let s = statement.sentence, !galley.scanned.holds(galley.lexis.court, in: galley.sentences[s].tokens) else {
          return nil
        }
        return statement
      }
      return nil
    } orCaveat: { "no-comment" }
  }

  /// VERB-02: what somebody thinks, told as fact. Not inside what somebody says.
  static func mindReading(_ galley: Galley) -> [Remark] {
    remarks("VERB-02", galley) { item in
      guard let statement = attribution(of: item, galley), !statement.isNested, statement.speaker != nil else { return nil }
      return statement
    } orCaveat: { nil }
  }

  private static func attribution(of cue: Range<Int>, _ galley: Galley) -> Statement? {
    galley.statements.first { $0.cue.overlaps(cue) && !$0.isHeadline && !$0.content.isEmpty }
  }

  private static func remarks(
    _ check: String, _ galley: Galley, of statement: (Range<Int>) -> Statement?, orCaveat caveat: () -> String?
  ) -> [Remark] {
    var groups: [(key: String, remark: Remark, more: [Span])] = []
    for item in galley.ruleFindings(check) where !galley.isInHeadline(item.tokens.lowerBound) {
      let found = statement(item.tokens)
      let isCaveat = caveat().map { id in
        galley.story.caveats.contains { $0.caveat == id && $0.cue.contains { $0.overlaps(item.finding.at) } }
      }
      guard found != nil || isCaveat == true else { continue }
      let key = "\(item.finding.rule) \(found?.speaker?.id ?? -1)"
      if let i = groups.firstIndex(where: { $0.key == key }) {
        groups[i].more.append(item.finding.at)
        continue
      }
      let note = galley.note(ofRule: item.finding.rule) ?? "takes a side"
      groups.append(
        (
          key,
          Remark(
            message: "\(galley.quoted(item.tokens)) \(note)", at: item.finding.at, rewrite: item.finding.rewrite,
            attribution: found?.attribution.id, rule: item.finding.rule), []
        ))
    }
    return groups.map { group in
      var remark = group.remark
      remark.related = galley.alsoAt(group.more)
      return remark
    }
  }
}
