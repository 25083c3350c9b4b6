import Hearsay
import HearsayReport
import HearsayStory

extension Command {
  static let audit = Command(
    "audit", operands: "STORY…", summary: "findings on the sourcing, like a linter's",
    discussion: """
      Prints what an editor should look at in each story, with the words it stands on
      and, where that can be said, what to write instead. Up to 200 stories are also
      set against one another: one origin in many outlets, caveats and hedges lost on
      the way. Exits with 1 when a finding is at or above --fail-on.


      """ + Help.formats,
    options: [.profile, .select, .ignore, .failOn, .exitZero, .baselineFile, .watch] + Option.analysis + Option.reading
      + [.text] + Option.reporting
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let selection = try CheckSelection(arguments, command.rules.rulebook)
    let rulings = try Rulings(arguments, command.rules.rulebook)
    guard OutputFormat(rawValue: arguments.documentFormat.name) != nil else {
      var outcome = try command.run(isStreamed: false) { command.reportWorker(selection) }
      let settled = command.settle(outcome.audited, selection, rulings)
      outcome.rulings = settled.rulings
      try command.write(command.report(settled.stories, stale: command.tellStale(rulings, outcome, selection)))
      return try command.finishAudit(settled.summary, hasProblems: outcome.hasProblems)
    }
    let outcome: StoryCommand.Outcome
    if selection.needsDossier {
      let holding = Holding()
      outcome = try command.run(
        release: { command.release($0, isAll: $1, selection, rulings, to: &$2) },
        makeWorker: { command.heldWorker(selection, rulings, holding) })
    } else {
      outcome = try command.run { command.auditWorker(selection, rulings) }
    }
    _ = command.tellStale(rulings, outcome, selection)
    return try command.finishAudit(outcome.summary, hasProblems: outcome.hasProblems)
  }
}

extension StoryCommand {
  /// Audits one story and prints it in the format that was asked for.
  func auditWorker(_ selection: CheckSelection, _ rulings: Rulings) -> (Story, inout Sheet) -> Void {
    var desk = Pipeline(shelf: rules.shelf).makeDesk()
    return { story, sheet in
      let attributed = desk.attribute(desk.document(story))
      let result = selection.filter(desk.audit(attributed))
      var audited = AuditedStory(attributed, findings: result.findings, notAssessed: result.notAssessed)
      sheet.rulings.formUnion(rulings.apply(to: &audited))
      sheet.paths.append(story.path ?? story.id)
      sheet.summary.add(findings: audited.findings, notAssessed: audited.notAssessed)
      print(audited, to: &sheet)
    }
  }

  /// Prints the summary and works out the exit code.
  func finishAudit(_ summary: AuditSummary, hasProblems: Bool) throws -> ExitCode {
    if arguments.documentFormat.name == "text", !arguments.isQuiet, summary.stories > 0 {
      var paper = TerminalWriter(usesColor: usesColor)
      summary.write(to: &paper)
      try output.write(paper.out)
    }
    try close()
    if hasProblems { return .failure }
    guard let level = arguments.failOn, !arguments.exitZero else { return .success }
    return summary.has(atOrAbove: level) ? .findings : .success
  }
}
