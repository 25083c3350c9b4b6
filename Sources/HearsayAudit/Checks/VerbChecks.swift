import HearsayAttribution
import HearsayText

/// Reporting verbs that say more than "said". The verbs and what they add are rules; here they are held against the
/// attributions, so that "claimed the prize" and "admitted to hospital" stay out.
enum VerbChecks {
  /// VERB-01. Not in copy from the courts, where admitting is a term of law.
  static func loaded(_ galley: Galley) -> [Remark] {
    remarks("VERB-01", galley) { words in
      if let statement = attribution(of: words, galley) {
        guard let s = statement.sentence else { return nil }
        let isCourt = galley.scanned.holds(galley.sentences[s].tokens, galley.lexis.court)
        return isCourt ? nil : Use(speaker: statement.speaker?.id, attribution: statement.attribution.id)
      }
      // "refused to comment" attributes nothing and is a caveat.
      let isRefusal = galley.story.caveats.contains { caveat in
        caveat.caveat == "no-comment" && caveat.cue.contains { $0.overlaps(galley.span(words)) }
      }
      return isRefusal ? Use() : nil
    }
  }

  /// VERB-02: what somebody thinks, told as fact. Not inside what somebody says.
  static func mindReading(_ galley: Galley) -> [Remark] {
    remarks("VERB-02", galley) { words in
      guard let statement = attribution(of: words, galley), !statement.isNested, let speaker = statement.speaker else {
        return nil
      }
      return Use(speaker: speaker.id, attribution: statement.attribution.id)
    }
  }

  /// A verb in its place: by whom, in which attribution.
  private struct Use: Equatable {
    var speaker: Int?
    var attribution: Int?
  }

  private static func attribution(of cue: Range<Int>, _ galley: Galley) -> Statement? {
    galley.statements.first { $0.cue.overlaps(cue) && !$0.isHeadline && !$0.content.isEmpty }
  }

  /// One remark for each rule and speaker; `use` says whether the words found are used as the check means.
  private static func remarks(_ check: String, _ galley: Galley, use: (Range<Int>) -> Use?) -> [Remark] {
    var groups: [(rule: String, speaker: Int?, remark: Remark, more: [Span])] = []
    for (finding, words) in galley.ruleFindings(check) where !galley.isInHeadline(words.lowerBound) {
      guard let use = use(words) else { continue }
      if let known = groups.firstIndex(where: { $0.rule == finding.rule && $0.speaker == use.speaker }) {
        groups[known].more.append(finding.at)
        continue
      }
      let note = galley.note(ofRule: finding.rule) ?? "takes a side"
      let remark = Remark(
        message: "\(galley.quoted(words)) \(note)", at: finding.at, rewrite: finding.rewrite,
        attribution: use.attribution, rule: finding.rule)
      groups.append((finding.rule, use.speaker, remark, []))
    }
    return groups.map { group in
      var remark = group.remark
      remark.related = galley.alsoAt(group.more)
      return remark
    }
  }
}
