import HearsayAttribution
import HearsayText

/// Makes claims of the statements of one event: groups, denials, origins, counts, scores.
struct ClaimAssembler {
  let stories: [AttributedStory]
  /// The event's stories in the canonical order.
  let cluster: [Int]
  let statements: [SourcedStatement]
  let comparer: ClaimComparer
  let names: NewsroomNames
  let sharedTexts: [SharedText]
  let retractions: [RetractionFinder.Retraction]
  let plainWords: PlainWords
  let table: ScoreTable
  let ownersTogether: Bool

  private struct Draft {
    var group: Int
    var supporting: [Int]
    var opposing: [Int]
    var neutral: [Report]
  }

  func assemble(firstID: Int) -> (claims: [Claim], conflicts: [ClaimConflict]) {
    let grouped = ClaimGrouper(comparer: comparer).group(statements)
    let denials = DenialLinker(
      statements: statements, comparer: comparer, published: stories.map(\.document.published),
      isSameSource: isSameSource
    ).link(grouped)
    var against: [Int: [Int]] = [:]
    for (denial, claim) in denials.target { against[claim, default: []] += grouped.groups[denial] }

    let copies = CopyIndex(sharedTexts, statements, comparer)
    let (taken, notices) = retracted(copies)
    var drafts: [Draft] = []
    for (g, group) in grouped.groups.enumerated() where denials.target[g] == nil {
      let told = group.filter { !statements[$0].denies }
      let reports = told.filter { i in
        !notices.contains { $0.covers.contains(i) && $0.retraction.story == statements[i].story }
      }
      // What a notice tells of the report that it takes back is no report, beside that one.
      let supporting = reports.isEmpty ? told : reports
      let opposing = (group.filter { statements[$0].denies } + (against[g] ?? []))
        .filter { i in statements[i].stands && !supporting.contains { isSameSource(i, $0) } }.sorted()
      guard !supporting.isEmpty else { continue }
      let isTold = supporting.contains {
        if case .unstated = statements[$0].basis { return false }
        return true
      }
      guard isTold || !opposing.isEmpty || isBackground(supporting, copies) else { continue }
      var neutral: [Report] = []
      for notice in notices where supporting.contains(where: { notice.covers.contains($0) }) {
        neutral.append(
          Report(
            story: notice.retraction.story, attribution: nil, content: [notice.retraction.span], stance: .neutral,
            origin: nil, note: "takes it back"))
      }
      drafts.append(Draft(group: g, supporting: supporting, opposing: opposing, neutral: neutral))
    }
    let graph = OriginGraph(
      statements: statements, names: names, namesOfNewsrooms: newsroomNames(), plainWords: plainWords,
      ownersTogether: ownersTogether, table: table, isCopy: copies.isCopy, retracted: taken)
    let writer = ClaimWriter(
      stories: stories, statements: statements, copies: copies, graph: graph, scorer: Scorer(table),
      isThat: { plainWords.openers.contains(String($0)) })
    var made = drafts.map { (group: $0.group, claim: writer.claim($0.supporting, $0.opposing, $0.neutral)) }
    made.sort { a, b in
      let (x, y) = (a.claim.counts, b.claim.counts)
      if x.texts != y.texts { return x.texts > y.texts }
      if x.reports != y.reports { return x.reports > y.reports }
      return a.group < b.group
    }
    var idOf: [Int: Int] = [:]
    for i in made.indices {
      made[i].claim.id = firstID + i
      idOf[made[i].group] = firstID + i
    }
    var conflicts: [ClaimConflict] = []
    for pair in denials.numbers.map({ ($0.a, $0.b, "number") }) + denials.others.map({ ($0.a, $0.b, $0.why) }) {
      let groups = [pair.0, pair.1].map { denials.target[$0] ?? $0 }
      guard let a = idOf[groups[0]], let b = idOf[groups[1]], a != b else { continue }
      let conflict = ClaimConflict(a: min(a, b), b: max(a, b), why: pair.2)
      if !conflicts.contains(where: { $0.a == conflict.a && $0.b == conflict.b }) { conflicts.append(conflict) }
    }
    conflicts.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    return (made.map(\.claim), conflicts)
  }

  /// What several texts tell and none gives a source for: worth showing only where it is surely the same.
  private func isBackground(_ group: [Int], _ copies: CopyIndex) -> Bool {
    guard copies.texts(Set(group.map { statements[$0].story })) > 1 else { return false }
    let first = group[0]
    return group.dropFirst().contains {
      comparer.compare(statements[first].statement, statements[$0].statement).score >= 550
    }
  }

  private func isSameSource(_ a: Int, _ b: Int) -> Bool {
    if case .actor(let x) = statements[a].basis, case .actor(let y) = statements[b].basis {
      return ActorMatch.same(x, y, plainWords) != nil
    }
    guard let room = statements[a].basis.newsroom else { return false }
    return room == statements[b].basis.newsroom
  }

  /// What newsrooms are called: as the rulebook or the stories have it.
  private func newsroomNames() -> [NewsroomNames.Key: String] {
    var out: [NewsroomNames.Key: String] = [:]
    for place in cluster {
      for attribution in stories[place].attributions {
        for link in attribution.chain where link.kind == .outlet {
          let key = names.key(link)
          if out[key].map({ $0.utf8.count < link.name.utf8.count }) ?? true { out[key] = link.name }
        }
      }
    }
    for place in cluster {
      if let publisher = stories[place].document.publisher { out[publisher.id] = publisher.name }
    }
    return names.withRulebookNames(out)
  }

  private func isOwn(_ one: SourcedStatement, _ newsroom: NewsroomNames.Key) -> Bool {
    // What it passed on from others is theirs to take back.
    if case .relay(let other) = one.basis, other != newsroom { return false }
    return stories[one.story].document.publisher?.id == newsroom || one.newsroom == newsroom
  }

  /// The story that a notice takes back: the first of its outlet's whose own findings it covers.
  private func withdrawnStory(_ covers: Set<Int>, _ retraction: RetractionFinder.Retraction) -> Int? {
    covers.sorted().first {
      statements[$0].story != retraction.story && statements[$0].basis.newsroom == retraction.newsroom
    }.map { statements[$0].story }
  }

  private struct Notice {
    var retraction: RetractionFinder.Retraction
    var covers: Set<Int>
  }

  /// The statements that are taken back, and the sentences that take them back.
  private func retracted(_ copies: CopyIndex) -> (Set<Int>, [Notice]) {
    var all: Set<Int> = []
    var notices: [Notice] = []
    for retraction in retractions {
      var covers: Set<Int> = []
      for (i, one) in statements.enumerated() where isOwn(one, retraction.newsroom) {
        // Where it is taken back it is told again as what was reported: no new report, and withdrawn with the old one.
        if one.story == retraction.story,
          !one.content.allSatisfy({ retraction.notice.contains($0) })
            || one.basis.newsroom.map({ $0 != retraction.newsroom }) ?? one.stands
        {
          continue
        }
        if RetractionFinder.covers(retraction.about, one.statement, comparer.weights) { covers.insert(i) }
      }
      if retraction.isWhole, let story = withdrawnStory(covers, retraction) {
        covers.formUnion(
          statements.indices.filter { i in
            statements[i].story == story && statements[i].basis.newsroom == retraction.newsroom
          })
      }
      if covers.isEmpty { continue }
      all.formUnion(covers)
      notices.append(Notice(retraction: retraction, covers: covers))
    }
    return (all, notices)
  }
}
