import HearsayAttribution
import HearsayCorroboration
import HearsayStory

/// What the report says of several stories together: plain values, as `StoryReport` is for one.
public struct DossierReport: Sendable {
  public var bottomLine: [String]
  /// Text, outlet, status.
  public var supplied: [[String]]
  public var claims: [ClaimRow]
  /// Claims that one story alone carries, left out of the table.
  public var loneClaims: Int
  public var lookalikes: [String]
  /// Rows: the point, and what each story has, as `storyNames` has them; copies are left out.
  public var differences: [(point: String, values: [String])]
  public var storyNames: [String]
  public var conflicts: [String]
  public var questions: [String]
  public var summary: [String]
  public var workings: [String]

  public struct ClaimRow: Sendable {
    /// `c1`
    public var name: String
    public var text: String
    public var carriedBy: String
    public var origins: String
    public var against: String
    public var score: String
    public var credibility: Int
    public var why: String
    /// What to tell the reader, to paste.
    public var sentences: [String]
  }

  /// More claims than a reader compares; the JSON has them all.
  private static let mostClaims = 25
  /// So many are shown even when no two stories share any.
  private static let fewClaims = 8

  public init(_ dossier: Dossier, _ stories: [AuditedStory]) {
    let facts = stories.map(StoryFacts.init)
    // What several outlets carry, what is disputed, then what comes first of the rest.
    let shared = dossier.claims.filter {
      $0.outlets.count > 1 || $0.counts.against > 0 || conflicting($0, dossier)
    }
    let rest = dossier.claims.filter { claim in !shared.contains { $0.id == claim.id } }
    let shown = Array((shared + rest.prefix(max(0, Self.fewClaims - shared.count))).prefix(Self.mostClaims))
    loneClaims = dossier.claims.count - shown.count
    claims = shown.map { ClaimRow($0, dossier) }
    supplied = DossierReport.supplied(dossier, facts)
    bottomLine = DossierReport.bottomLine(dossier, facts, shown)
    lookalikes = DossierReport.lookalikes(dossier, shown)
    let names = DossierReport.names(dossier)
    // A copy has nothing otherwise than its original.
    let texts = facts.indices.filter { i in !dossier.duplicates.contains { $0.contains(i) && $0[0] != i } }
    storyNames = texts.map { names[$0] }
    differences = DossierReport.differences(texts.map { facts[$0] })
    conflicts = dossier.conflicts.map { conflict in
      "\(dossier.claims[conflict.a].name) and \(dossier.claims[conflict.b].name) are in tension (\(conflict.why)): "
        + "\(Words.quoted(dossier.claims[conflict.a].text)) and \(Words.quoted(dossier.claims[conflict.b].text))."
    }
    questions = DossierReport.questions(dossier, facts, shown)
    summary = DossierReport.summary(dossier, facts, shown)
    workings = shown.flatMap(DossierReport.workings)
  }

  /// The outlet, with the file where the outlet has several stories.
  static func names(_ dossier: Dossier) -> [String] {
    let outlets = dossier.stories.map { $0.document.publisher?.name }
    return zip(dossier.stories, outlets).map { story, outlet in
      let file = story.name.split(separator: "/").last.map(String.init) ?? story.name
      guard let outlet else { return file }
      return outlets.count(where: { $0 == outlet }) > 1 ? "\(outlet) (\(file))" : outlet
    }
  }

  private static func supplied(_ dossier: Dossier, _ facts: [StoryFacts]) -> [[String]] {
    let names = names(dossier)
    return facts.enumerated().map { i, facts in
      let copy = dossier.duplicates.first { $0.contains(i) && $0[0] != i }
      var status: String
      if let first = copy?.first {
        status = "copy of \(names[first]): counts as 0"
      } else {
        let relays = facts.relays.map(\.link.called)
        if let main = facts.relays.first, facts.isRelay(main) {
          status = "relay of \(Words.some(relays))"
          if !facts.firstHand.isEmpty { status += ", with statements of its own" }
        } else {
          status = "own sources" + (relays.isEmpty ? "" : ", cites \(Words.some(relays))")
        }
      }
      return [facts.story.name, facts.story.document.publisher?.name ?? "outlet unknown", status]
    }
  }

  private static func bottomLine(_ dossier: Dossier, _ facts: [StoryFacts], _ shown: [Claim]) -> [String] {
    let copies = dossier.duplicates.reduce(0) { $0 + $1.count - 1 }
    let texts = dossier.stories.count - copies
    let outlets = Set(dossier.stories.compactMap { $0.document.publisher?.name }).count
    var first = "\(Words.capitalized(Words.count(dossier.stories.count, "text")))"
    if copies > 0 { first += " are \(Words.number(texts)) stories" }
    first += " from \(Words.count(outlets, "outlet"))."
    var sentences = [first]
    let origins = origins(shown)
    let unnamed = origins.filter(\.anonymous)
    if !origins.isEmpty {
      sentences.append(
        "What they share rests on \(Words.count(origins.count, "origin"))"
          + (unnamed.isEmpty
            ? "."
            : ", \(unnamed.count == origins.count ? "all" : Words.number(unnamed.count)) of them unnamed sources."))
    }
    if let main = shown.first {
      sentences.append("\(Words.quoted(main.text, 120)): \(main.why)")
    }
    let single = shown.filter { $0.counts.articles > 1 && $0.counts.origins <= 1 }
    if !single.isEmpty {
      sentences.append(
        "\(Words.capitalized(Words.count(single.count, "claim"))) carried by several stories "
          + (single.count == 1 ? "rests" : "rest") + " on one origin or none.")
    }
    return sentences
  }

  /// The origins behind some claims, each once.
  private static func origins(_ claims: [Claim]) -> [Origin] {
    var seen = Set<String>()
    return claims.flatMap(\.origins).filter { $0.stance == .for && seen.insert("\($0.anonymous) \($0.name)").inserted }
  }

  /// What counts as support at first sight and does not.
  private static func lookalikes(_ dossier: Dossier, _ shown: [Claim]) -> [String] {
    let names = names(dossier)
    var lines = dossier.duplicates.map { group in
      "\(Words.list(group.map { names[$0] })): one text, counted once."
    }
    for text in dossier.sharedTexts where text.extent == .partial {
      lines.append(
        "\(names[text.a]) and \(names[text.b]) share passages word for word: what stands in them counts once.")
    }
    var groups: [(key: String, claims: [String])] = []
    for claim in shown {
      for origin in claim.origins where origin.reports.count > 1 {
        let stories = Glance.unique(origin.reports.map { names[claim.reports[$0].story] })
        let why = origin.joined.first.map(\.reason) ?? "all go back to \(origin.name)"
        let key =
          stories.count > 1
          ? " in \(Words.some(stories, 5)): one origin, \(origin.name), because \(why)."
          : " more than once in \(stories.first ?? ""), all from \(origin.name): counted once."
        if let known = groups.firstIndex(where: { $0.key == key }) {
          groups[known].claims.append(claim.name)
        } else {
          groups.append((key, [claim.name]))
        }
      }
    }
    lines += groups.map { Words.list(Glance.unique($0.claims)) + $0.key }
    return Glance.unique(lines)
  }

  private static func questions(_ dossier: Dossier, _ facts: [StoryFacts], _ shown: [Claim]) -> [String] {
    var lines: [String] = []
    let published = Set(dossier.stories.compactMap { $0.document.publisher?.name })
    let cited = Glance.unique(facts.flatMap { $0.relays.map(\.link.name) })
    let missing = cited.filter { !published.contains($0) }
    if !missing.isEmpty {
      lines.append("Obtain the originals (\(Words.some(missing, 6))). What rests on them is second hand.")
    }
    for outlet in cited where published.contains(outlet) {
      lines.append(
        "A story of \(outlet) is here, and others pass on a report of \(outlet): is it the one that they cite?")
    }
    for claim in shown.prefix(6) {
      if let lever = claim.score.lever {
        lines.append(
          "\(claim.name), \(Words.quoted(claim.text, 90)): it would stand at \(points(lever.value)) of 100 \(lever.fact)."
        )
      }
    }
    let unnamed = origins(shown).filter(\.anonymous)
    if unnamed.count > 1 {
      lines.append("Are the unnamed sources of \(Words.list(unnamed.map(\.name))) different people?")
    }
    lines += dossier.conflicts.prefix(4).map {
      "Put \(dossier.claims[$0.a].name) and \(dossier.claims[$0.b].name) to those concerned: they don't go together."
    }
    return lines
  }

  private static func summary(_ dossier: Dossier, _ facts: [StoryFacts], _ shown: [Claim]) -> [String] {
    let origins = origins(shown)
    let unnamed = origins.filter(\.anonymous)
    let onRecord = origins.filter(\.isOnRecord)
    var sentences: [String] = []
    if !unnamed.isEmpty {
      sentences.append("The dossier rests on unnamed sources of \(Words.list(unnamed.map(\.name))).")
    }
    if !onRecord.isEmpty { sentences.append("On the record are \(Words.some(onRecord.map(\.name), 6)).") }
    let relays = facts.count { !$0.relays.isEmpty }
    if relays > 0 {
      let verified = facts.count { !$0.relays.isEmpty && $0.verification != nil }
      let stories = Words.capitalized(Words.count(relays, "story"))
      let says =
        switch (relays, verified) {
        case (1, 0): "passes on another outlet's report, and does not say"
        case (1, _): "passes on another outlet's report, and says"
        case (_, 0): "pass on another outlet's report; none of them says"
        case (_, 1): "pass on another outlet's report; one of them says"
        case (_, let count): "pass on another outlet's report; \(Words.number(count)) of them say"
        }
      sentences.append("\(stories) of \(facts.count) \(says) whether it was verified.")
    }
    if unnamed.count > 1 {
      sentences.append("Whether the unnamed sources are different people can't be shown from the texts.")
    }
    let chief = shown.first { !$0.isVerified }
    if let chief { sentences.append("The chief gap: \(chief.warnings.first?.sentence ?? chief.why)") }
    return sentences
  }

  /// Every number of a score, so that a reader can do it again.
  private static func workings(_ claim: Claim) -> [String] {
    let terms = claim.score.terms.map { term in
      let product = term.factors.map { "\(decimal($0.millionths)) (\($0.label))" }.joined(separator: " × ")
      return
        "\(claim.origins[term.origin].name)\(term.stance == .against ? ", against" : ""): \(product) = \(decimal(term.weight))"
    }
    guard !terms.isEmpty else { return ["\(claim.name): no origin, no score."] }
    let range =
      claim.score.low < claim.score.high
      ? "; \(points(claim.score.low)) if the unnamed sources are the same people, \(points(claim.score.high)) if they are not"
      : ""
    return [
      "\(claim.name): \(terms.joined(separator: "; ")). Support \(decimal(claim.score.support)), denial \(decimal(claim.score.denial)), "
        + "score \(points(claim.score.value))\(range)."
    ]
  }

  static func points(_ millionths: Int) -> Int { (millionths + 5_000) / 10_000 }

  /// `0.405`
  static func decimal(_ millionths: Int) -> String {
    var digits = String(millionths % 1_000_000)
    digits = String(repeating: "0", count: max(6 - digits.count, 0)) + digits
    while digits.count > 2, digits.hasSuffix("0") { digits.removeLast() }
    return "\(millionths / 1_000_000).\(digits)"
  }
}

private func conflicting(_ claim: Claim, _ dossier: Dossier) -> Bool {
  dossier.conflicts.contains { $0.a == claim.id || $0.b == claim.id }
}

extension DossierReport.ClaimRow {
  init(_ claim: Claim, _ dossier: Dossier) {
    name = claim.name
    text = Words.shortened(claim.text, to: 240)
    let counts = claim.counts
    carriedBy = Words.some(claim.outlets, 5)
    if counts.texts < counts.articles { carriedBy += " (\(counts.articles) stories, \(counts.texts) without copies)" }
    func describe(_ stance: ReportStance) -> [String] {
      claim.origins.filter { $0.stance == stance }.map { origin in
        let how =
          origin.isRetracted
          ? "taken back" : origin.isCircular ? "citing one another" : origin.isOnRecord ? "on record" : "unnamed"
        return "\(origin.name), \(how) (\(origin.grade.code))"
      }
    }
    let support = describe(.for)
    origins = "\(counts.origins)" + (support.isEmpty ? "" : ": " + support.joined(separator: "; "))
    let denials = describe(.against)
    against = denials.isEmpty ? "—" : denials.joined(separator: "; ")
    score = "\(DossierReport.points(claim.score.value))"
    if claim.score.low < claim.score.high {
      score += " (\(DossierReport.points(claim.score.low))–\(DossierReport.points(claim.score.high)))"
    }
    score += ", \(claim.score.words)"
    credibility = claim.credibility
    why = claim.why
    sentences = claim.warnings.map(\.sentence)
  }
}
