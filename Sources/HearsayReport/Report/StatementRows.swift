import HearsayAttribution
import HearsayAudit
import HearsayStory
import HearsayText

extension StatementRow {
  /// Attributions, the story's caveats, and what the outlet says in its own voice without a source, by position.
  static func list(_ facts: StoryFacts, _ report: SourcingReport) -> [StatementRow] {
    let rows =
      facts.attributions.map { StatementRow($0, facts, report) } + caveats(facts, report) + ownVoice(facts)
    return rows.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  private init(_ a: Attribution, _ facts: StoryFacts, _ report: SourcingReport) {
    let story = facts.story
    id = "a\(a.id + 1)"
    at = a.content.first ?? a.cue.first ?? a.source.first ?? Span(0, 0)
    place = facts.place(at)
    var kind = a.kind.rawValue
    if a.stance != "neutral" { kind += ", \(a.stance)" }
    if let within = a.within { kind += ", within a\(within + 1)" }
    self.kind = kind
    words = Escaping.line(story.words(a.content))
    grade = a.speaker?.grade ?? Grade.none
    who = StatementRow.who(a, facts)
    chain = a.chain.isEmpty ? "(?) → \(facts.publisher)" : Words.chain(a.chain)
    if a.speaker == nil, let first = a.chain.first, story.isPublisher(first) { chain = "(?) → \(facts.publisher)" }
    remarks =
      a.caveats.map { caveat in
        var words = report.label(ofCaveat: caveat.caveat) + " (\(caveat.certainty.rawValue)"
        if let cue = caveat.cue.first, !a.cue.contains(where: { $0.overlaps(cue) }) {
          words += ", line \(facts.line(cue))"
        }
        return words + ")"
      }
      + StatementRow.problems(a, facts)
  }

  /// What the checks say of it: in full where the finding stands here, by id where it is only mentioned.
  private static func problems(_ a: Attribution, _ facts: StoryFacts) -> [String] {
    let places = a.content + a.cue + a.source
    var full: [String] = []
    var mentioned: [String] = []
    for finding in facts.audited.findings {
      if finding.attribution == a.id
        || finding.attribution == nil && places.contains(where: { $0.overlaps(finding.at) })
      {
        full.append("\(finding.check): \(finding.message)")
      } else if finding.related.contains(where: { related in a.source.contains { $0.overlaps(related.at) } }) {
        mentioned.append(finding.check)
      }
    }
    if !mentioned.isEmpty { full.append("see " + Glance.unique(mentioned).joined(separator: ", ")) }
    return full
  }

  private static func who(_ a: Attribution, _ facts: StoryFacts) -> String {
    let source = Escaping.line(facts.story.words(a.source))
    guard let speaker = a.speaker else { return source.isEmpty ? "nobody" : "nobody (“\(source)”)" }
    var words = speaker.anonymous || speaker.grade == .collective ? "“\(speaker.name)”" : speaker.name
    if speaker.count.max == nil {
      words += " (number not given)"
    } else if let count = speaker.count.words {
      words += " (\(count))"
    }
    let folded = FindingKey.normalized(source)
    let name = FindingKey.normalized(speaker.name)
    // "he", "the official", "the outlet": say whom the words stand for.
    let isRelay = facts.story.relays(of: a).contains { folded.contains(FindingKey.normalized($0.name)) }
    if !source.isEmpty, !isRelay || speaker.kind == .outlet, folded != name, !folded.hasSuffix(" " + name),
      !name.contains(folded) || speaker.anonymous,
      !folded.contains(name)
    {
      words = "“\(source)” = " + words
    }
    return words
  }

  private static func caveats(_ facts: StoryFacts, _ report: SourcingReport) -> [StatementRow] {
    var seen = Set<String>()
    return facts.story.caveats.filter {
      ["unverified", "comment-sought", "no-comment", "retracted"].contains($0.caveat)
    }
    // Two in one sentence are one line.
    .filter { caveat in
      caveat.cue.first.map { seen.insert("\(caveat.caveat) \(facts.sentenceSpan(around: $0).start)").inserted } ?? false
    }
    .enumerated().compactMap { i, caveat in
      guard let at = caveat.cue.first else { return nil }
      let certain = facts.covered(by: caveat, .certain)
      let inferred = facts.covered(by: caveat, .inferred)
      var remarks: [String] = []
      if !certain.isEmpty { remarks.append("covers " + ranges(certain)) }
      if !inferred.isEmpty { remarks.append("covers by inference " + ranges(inferred)) }
      if caveat.caveat == "unverified", remarks.isEmpty { remarks.append("what it covers is not clear") }
      return StatementRow(
        id: "v\(i + 1)", place: facts.place(at), at: at, kind: "caveat",
        words: Escaping.line(facts.sentence(around: at)), who: caveat.by ?? facts.publisher, grade: nil,
        chain: "—", remarks: [report.label(ofCaveat: caveat.caveat)] + remarks)
    }
  }

  /// Sentences that a check takes for the outlet's own word without a source.
  static func ownVoice(_ facts: StoryFacts) -> [StatementRow] {
    var seen: [Span] = []
    return facts.audited.findings.filter { finding in
      guard finding.check.hasPrefix("FIG-") || finding.check.hasPrefix("ATTR-"), finding.attribution == nil else {
        return false
      }
      return !facts.attributions.contains { a in a.content.contains { $0.overlaps(finding.at) } }
    }.compactMap { finding in
      let sentence = facts.sentenceSpan(around: finding.at)
      guard !seen.contains(sentence) else { return nil }
      seen.append(sentence)
      return StatementRow(
        id: "o\(seen.count)", place: facts.place(sentence), at: sentence, kind: "outlet's own voice",
        words: Escaping.line(facts.text.string(sentence)), who: "nobody", grade: Grade.none, chain: facts.publisher,
        remarks: ["\(finding.check): \(finding.message)"])
    }
  }

  /// `a1–a4, a7`
  static func ranges(_ ids: [Int]) -> String {
    var parts: [(Int, Int)] = []
    for id in ids.sorted() {
      if let last = parts.last, last.1 + 1 == id { parts[parts.count - 1].1 = id } else { parts.append((id, id)) }
    }
    return parts.map { $0 == $1 ? "a\($0 + 1)" : "a\($0 + 1)–a\($1 + 1)" }.joined(separator: ", ")
  }
}

extension StoryFacts {
  /// Attributions on which a caveat of the story lies, certainly or by inference.
  fileprivate func covered(by caveat: StoryCaveat, _ certainty: Certainty) -> [Int] {
    caveat.covers.filter { id in
      attributions.indices.contains(id)
        && attributions[id].caveats.contains {
          $0.caveat == caveat.caveat && $0.cue == caveat.cue && $0.certainty == certainty
        }
    }
  }

  func sentence(around span: Span) -> String { text.string(sentenceSpan(around: span)) }

  /// The sentence that holds a place, as the document was cut; else its line.
  func sentenceSpan(around span: Span) -> Span {
    let scanned = story.document.scanned
    for sentence in scanned.sentences.outer {
      let found = scanned.tokens.span(sentence.tokens)
      if found.start <= span.start, span.start < found.end { return found }
    }
    return lines.span(ofLine: lines.line(ofByte: span.start)) ?? span
  }
}
