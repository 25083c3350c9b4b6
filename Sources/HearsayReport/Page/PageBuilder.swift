import HearsayAttribution
import HearsayAudit
import HearsayText

/// Lays a report out: which sections there are, in which order, under which headings.
struct PageBuilder {
  let report: SourcingReport

  func page() -> Page {
    var sections: [Page.Section] = []
    let isAlone = report.stories.count == 1
    if let dossier = report.dossier { sections += dossierChapters(dossier) }
    for (i, audited) in report.stories.enumerated() {
      let story = StoryReport(audited, in: report)
      if !isAlone {
        sections.append(
          Page.Section(id: "story-\(i + 1)", title: "\(story.outlet): \(story.name)", level: 2, blocks: heading(story)))
      }
      sections += chapter(story, audited, i, level: isAlone ? 2 : 3)
    }
    sections += closing()
    let title =
      isAlone
      ? "Sourcing report: \(PageBuilder.title(report.stories[0].story))"
      : "Sourcing report on \(report.stories.count) stories"
    return Page(title: title, sections: sections)
  }

  /// `The Harbour Ledger, port.txt`
  private static func title(_ story: AttributedStory) -> String {
    let file = story.name.split(separator: "/").last.map(String.init) ?? story.name
    return (story.document.publisher.map { "\($0.name), " } ?? "") + file
  }

  private func heading(_ story: StoryReport) -> [Page.Block] {
    story.headline.map { [.paragraph([.words($0)])] } ?? []
  }

  private func chapter(_ story: StoryReport, _ audited: AuditedStory, _ i: Int, level: Int) -> [Page.Section] {
    var sections: [Page.Section] = []
    func add(_ id: String, _ title: String, _ blocks: [Page.Block]) {
      sections.append(Page.Section(id: "s\(i + 1)-\(id)", title: title, level: level, blocks: blocks))
    }
    add("bottom-line", "Bottom line", [.bottomLine(story.bottomLine)])
    add("glance", "At a glance", [.facts(story.glance.map { ($0.label, [.plain($0.value)]) })])
    add("fix", "What to fix before publication (in order)", fixes(story, i))
    add(
      "right", "What this story does right",
      [
        story.strengths.isEmpty
          ? .paragraph([.plain("Nothing that the checks look for.")])
          : .list(story.strengths.map { [.plain($0)] }, isOrdered: false)
      ])
    add("statements", "Every statement", statements(story, i))
    add(
      "chain", "The chain, drawn",
      [
        .drawing(
          story.graph, lines: ChainDrawing.lines(audited.story), key: ChainDrawing.key, id: "graph-\(i + 1)",
          of: report.stories.count == 1 ? nil : audited.story.name)
      ])
    add("text", "The story, marked", [.story(audited, story: i)])
    add("summary", "Source summary, to paste under the story", [.quotation(story.sourceSummary)])
    add("questions", "Questions to ask, in order of value", questions(story))
    if !story.accepted.isEmpty { add("accepted", "Looked at and let stand", [accepted(story)]) }
    add("left-out", "Left out of the analysis", leftOut(story))
    add("not-assessed", "Not assessed", notAssessed(story))
    return sections
  }

  private func fixes(_ story: StoryReport, _ i: Int) -> [Page.Block] {
    guard !story.fixes.isEmpty else { return [.paragraph([.plain("The checks found nothing to mend.")])] }
    return [.fixes(story.fixes, story: i)]
  }

  private func statements(_ story: StoryReport, _ i: Int) -> [Page.Block] {
    guard !story.statements.isEmpty else { return [.paragraph([.plain("No statement was found.")])] }
    let rows = story.statements.map { row -> [[Inline]] in
      [
        [.code(row.id), .plain(" "), .faint(row.place)], [.plain(row.kind)], [.words(row.words)],
        [.plain(row.who)] + (row.grade.map { [.plain(" "), .code($0.code)] } ?? []), [.plain(row.chain)],
        [.plain(row.remarks.isEmpty ? "—" : row.remarks.joined(separator: "; "))],
      ]
    }
    return [
      .table(
        Page.Table(
          caption: "Statements, caveats and the outlet's own voice, in the order of the text",
          header: [
            "id, line:column", "kind", "words in the story", "who, grade", "chain (origin → reader)",
            "caveats and problems",
          ],
          rows: rows, headingColumns: 2, anchors: story.statements.map { "s\(i + 1)-\($0.id)" }))
    ]
  }

  private func questions(_ story: StoryReport) -> [Page.Block] {
    guard !story.questions.isEmpty else { return [.paragraph([.plain("None that the text raises by itself.")])] }
    return [
      .list(
        story.questions.map { question in
          [.plain(question.words), .faint(" (bears on \(Words.count(question.bearsOn, "statement")))")]
        }, isOrdered: true)
    ]
  }

  private func accepted(_ story: StoryReport) -> Page.Block {
    .list(
      story.accepted.map { row in
        [
          .code(row.check), .plain(" "), .words(row.words), .faint(" (\(row.place))"),
          .plain(row.how == .accepted ? ": accepted: \(row.reason)" : ": \(row.reason)"),
        ]
      }, isOrdered: false)
  }

  private func leftOut(_ story: StoryReport) -> [Page.Block] {
    guard !story.leftOut.isEmpty else {
      return [.paragraph([.plain("Nothing: all of the text was read as the story.")])]
    }
    return [
      .list(
        story.leftOut.map { part in
          let lines =
            part.firstLine == part.lastLine ? "line \(part.firstLine)" : "lines \(part.firstLine)–\(part.lastLine)"
          return [.strong(lines), .plain(" \(part.kind): "), .words(part.words)]
        }, isOrdered: false)
    ]
  }

  private func notAssessed(_ story: StoryReport) -> [Page.Block] {
    var items: [[Inline]] = story.notAssessed.map { [.code($0.checks.joined(separator: ", ")), .plain(": \($0.why)")] }
    items += story.notes.map { [.strong("note"), .plain(": \($0)")] }
    guard !items.isEmpty else { return [.paragraph([.plain("Every check could be made.")])] }
    return [.list(items, isOrdered: false)]
  }

  /// What holds for every story of the report.
  private func closing() -> [Page.Section] {
    var sections: [Page.Section] = []
    if !report.stale.isEmpty {
      sections.append(
        Page.Section(
          id: "stale", title: "Accepted before, and gone", level: 2,
          blocks: [.list(report.stale.map { [.plain($0)] }, isOrdered: false)]))
    }
    sections.append(
      Page.Section(
        id: "reading", title: "How to read this report", level: 2,
        blocks: [.list(Legend.reading.map { [.plain($0)] }, isOrdered: false), .facts(Legend.grades)]))
    sections.append(
      Page.Section(
        id: "limits", title: "What this report cannot tell", level: 2,
        blocks: [
          .list(Legend.limits.map { [.plain($0)] }, isOrdered: false),
          .paragraph([
            .faint("hearsay \(report.version), rulebook \(report.rulebook.name) \(report.rulebook.sha256.prefix(12))")
          ]),
        ]))
    return sections
  }
}
