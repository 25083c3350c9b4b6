import HearsayCorroboration

extension PageBuilder {
  /// The chapters on all stories together, before those on each.
  func dossierChapters(_ dossier: Dossier) -> [Page.Section] {
    let facts = DossierReport(dossier, report.stories)
    var sections: [Page.Section] = []
    func add(_ id: String, _ title: String, _ blocks: [Page.Block]) {
      sections.append(Page.Section(id: "d-\(id)", title: title, level: 2, blocks: blocks))
    }
    add("bottom-line", "The dossier: bottom line", [.bottomLine(facts.bottomLine)])
    add(
      "supplied", "What was supplied",
      [
        .table(
          Page.Table(
            caption: "The texts and what they are", header: ["text", "outlet", "status"],
            rows: facts.supplied.map { row in row.map { [.plain($0)] } }, headingColumns: 1,
            anchors: facts.supplied.indices.map { "d-t\($0 + 1)" }))
      ])
    add(
      "relied", "Who relied on whom",
      [
        .drawing(
          ChainGraph(stories: report.stories.map(\.story)),
          lines: ChainDrawing.lines(report.stories.map(\.story)),
          key: ChainDrawing.key, id: "graph-dossier", of: "all stories")
      ])
    add("claims", "Claims, compared", claims(facts))
    add("reasoning", "Claims, with the reasoning", reasoning(facts))
    add(
      "lookalikes", "Looks like corroboration, is not",
      [list(facts.lookalikes, empty: "Nothing here looks like more support than it is.")])
    add("differences", "Differences between the stories", differences(facts))
    add(
      "questions", "Questions to ask, in order of value", [.list(facts.questions.map { [.plain($0)] }, isOrdered: true)]
    )
    add("summary", "Dossier source summary, to paste", [.quotation(facts.summary)])
    add(
      "workings", "How the scores were worked out",
      [
        .paragraph([
          .plain(
            "The score says how well a claim is sourced in the texts supplied. It does not say how likely it is to be so. Each "
              + "origin has a weight, the product of its factors; origins combine as 1 − Π(1 − weight), what relays and copies add "
              + "is nothing, and a score is support × (1 − denial), capped where only unnamed sources stand behind it.")
        ]), list(facts.workings, empty: "No claim was scored."),
      ])
    return sections
  }

  private func list(_ lines: [String], empty: String) -> Page.Block {
    lines.isEmpty ? .paragraph([.plain(empty)]) : .list(lines.map { [.plain($0)] }, isOrdered: false)
  }

  private func claims(_ facts: DossierReport) -> [Page.Block] {
    guard !facts.claims.isEmpty else { return [.paragraph([.plain("No claim was found.")])] }
    let rows = facts.claims.map { claim -> [[Inline]] in
      [
        [.code(claim.name)], [.words(claim.text)], [.plain(claim.carriedBy)], [.plain(claim.origins)],
        [.plain(claim.against)],
        [.plain(claim.score)], [.plain("\(claim.credibility)")],
      ]
    }
    var blocks: [Page.Block] = [
      .table(
        Page.Table(
          caption: "Claims by the texts that carry them",
          header: ["id", "claim", "carried by", "origins", "against", "score of 100", "credibility 1–6"], rows: rows,
          headingColumns: 2, anchors: facts.claims.map { "d-\($0.name)" }))
    ]
    if facts.loneClaims > 0 {
      blocks.append(
        .paragraph([.faint("\(facts.loneClaims) further claims stand in one story each; the JSON has them all.")]))
    }
    return blocks
  }

  private func reasoning(_ facts: DossierReport) -> [Page.Block] {
    let items = facts.claims.map { claim -> [Inline] in
      var line: [Inline] = [.code(claim.name), .plain(" "), .plain(claim.why)]
      if !claim.sentences.isEmpty {
        line += [.plain(" Tell the reader: "), .words(claim.sentences.joined(separator: " "))]
      }
      return line
    }
    return items.isEmpty ? [] : [.list(items, isOrdered: false)]
  }

  private func differences(_ facts: DossierReport) -> [Page.Block] {
    var blocks: [Page.Block] = []
    if !facts.differences.isEmpty {
      blocks.append(
        .table(
          Page.Table(
            caption: "What the stories handle otherwise", header: ["point"] + facts.storyNames,
            rows: facts.differences.map { row in [[.strong(row.point)]] + row.values.map { [.plain($0)] } },
            headingColumns: 1,
            anchors: facts.differences.indices.map { "d-p\($0 + 1)" })))
    }
    if !facts.conflicts.isEmpty { blocks.append(list(facts.conflicts, empty: "")) }
    return blocks.isEmpty ? [.paragraph([.plain("None that the report looks for.")])] : blocks
  }
}
