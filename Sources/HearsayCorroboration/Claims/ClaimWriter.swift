import HearsayAttribution
import HearsayText

/// Makes a claim of the reports on both sides: origins, counts, score, and the sentences that explain them.
struct ClaimWriter {
  let stories: [AttributedStory]
  let statements: [SourcedStatement]
  let copies: CopyIndex
  let graph: OriginGraph
  let scorer: Scorer
  /// Whether a word only opens what is said ("that").
  let isThat: (Substring) -> Bool

  func claim(_ supporting: [Int], _ opposing: [Int], _ neutral: [Report]) -> Claim {
    let pro = graph.origins(of: supporting, stance: .for)
    let contra = graph.origins(of: opposing, stance: .against)
    var reports: [Report] = []
    var place: [Int: Int] = [:]
    let sides = supporting.map { ($0, ReportStance.for) } + opposing.map { ($0, ReportStance.against) }
    for (i, stance) in sides.sorted(by: { $0.0 < $1.0 }) {
      let one = statements[i]
      var origin: Int?
      if stance == .for { origin = pro.originOf[i] } else { origin = contra.originOf[i].map { $0 + pro.origins.count } }
      place[i] = reports.count
      reports.append(
        Report(
          story: one.story, attribution: one.attribution, content: one.content, stance: stance, origin: origin,
          note: origin == nil ? note(one) : nil))
    }
    reports += neutral
    var origins = pro.origins + contra.origins
    for o in origins.indices { origins[o].heardBy = newsrooms(hearing: origins[o]) }
    for o in origins.indices { origins[o].reports = origins[o].reports.compactMap { place[$0] } }

    let told = Set(supporting.map { statements[$0].story })
    var counts = ClaimCounts()
    counts.reports = reports.count
    counts.articles = told.count
    counts.texts = copies.texts(told)
    let outlets = Set(told.map { outlet($0) })
    counts.outlets = outlets.count
    counts.origins = pro.origins.count { !$0.isRetracted }
    counts.against = contra.origins.count { !$0.isRetracted }
    counts.onRecord = pro.origins.count { !$0.isRetracted && $0.isOnRecord }

    var inputs: [Scorer.Input] = []
    var terms: [ClaimScore.Term] = []
    for (o, origin) in origins.enumerated() where !origin.isRetracted {
      let weight = origin.factors.reduce(1_000_000) { Scorer.product($0, $1.millionths) }
      inputs.append(
        Scorer.Input(isAgainst: origin.stance == .against, isAnonymous: !origin.isOnRecord, weight: weight))
      terms.append(ClaimScore.Term(origin: o, stance: origin.stance, weight: weight, factors: origin.factors))
    }
    let score = scorer.assess(inputs, terms: terms)
    var claim = Claim(
      id: 0, text: text(supporting), reports: reports, outlets: outlets.sorted(), origins: origins, counts: counts,
      score: score, credibility: credibility(counts, score),
      isVerified: counts.origins >= 2 && counts.onRecord >= 1 && counts.against == 0, why: "", warnings: [])
    let withdrawnBy = Set(neutral.map { outlet($0.story) }).sorted()
    let wording = ClaimWording(
      claim: claim, withdrawnBy: withdrawnBy, unverified: unverified(supporting, pro))
    claim.why = wording.why
    claim.warnings = wording.warnings
    return claim
  }

  private func outlet(_ story: Int) -> String {
    stories[story].document.publisher?.name ?? stories[story].document.story.id
  }

  private func note(_ one: SourcedStatement) -> String {
    if case .vague = one.basis { return "nobody is named who could be asked" }
    return "no source is given"
  }

  /// The words of the first report that somebody stands behind, else of the first.
  private func text(_ supporting: [Int]) -> String {
    let told = supporting.filter {
      if case .unstated = statements[$0].basis { return false }
      return true
    }
    guard let i = told.first ?? supporting.first else { return "" }
    let source = stories[statements[i].story].document.text
    return ClaimText.plain(statements[i].content.map { source.string($0) }.joined(separator: " … "), isThat: isThat)
  }

  /// The outlets that say that they couldn't verify it, with the report that they mean.
  private func unverified(_ supporting: [Int], _ pro: OriginGraph.Result) -> [(outlet: String, report: String)] {
    var out: [(outlet: String, report: String)] = []
    for i in supporting where statements[i].caveats.contains("unverified") {
      let carrier = outlet(statements[i].story)
      var report = "this"
      if let origin = pro.originOf[i].map({ pro.origins[$0] }), !origin.isOnRecord, !origin.isCircular,
        origin.name != carrier
      {
        report = "the report by \(origin.name)"
      }
      if !out.contains(where: { $0.outlet == carrier && $0.report == report }) { out.append((carrier, report)) }
    }
    return out
  }

  /// Who has the words from the speaker or the document: newsrooms that were told so, not those that pass it on.
  private func newsrooms(hearing origin: Origin) -> [String] {
    guard origin.isOnRecord else { return [] }
    var rooms: [NewsroomNames.Key: String] = [:]
    var texts: Set<Int> = []
    for i in origin.reports {
      let one = statements[i]
      guard case .actor = one.basis, texts.insert(copies.text(of: one.story)).inserted else { continue }
      // "The newspaper" that is named nowhere is nobody's ear.
      let room = one.via.first { graph.display($0).contains(where: \.isUppercase) } ?? one.newsroom
      rooms[room] = room == NewsroomNames.unknown ? outlet(one.story) : graph.display(room)
    }
    return Set(rooms.values).sorted()
  }

  /// The Admiralty scale's figure: 1 confirmed by independent sources, 2 probably, 3 possibly, 4 doubtful, 5 improbable in
  /// the texts at hand, 6 can't be judged.
  private func credibility(_ counts: ClaimCounts, _ score: ClaimScore) -> Int {
    if counts.origins == 0, counts.against == 0 { return 6 }
    if counts.against == 0 {
      if counts.onRecord >= 2 || counts.onRecord >= 1 && counts.origins >= 3 { return 1 }
      return counts.origins >= 2 ? 2 : 3
    }
    return score.support >= score.denial && counts.origins > 0 ? 4 : 5
  }
}
