import Hearsay
import HearsayReport
import HearsayStory

extension Command {
  static let audit = Command(
    "audit", operands: "STORY…", summary: "findings on the sourcing, like a linter's",
    discussion: """
      Prints what an editor should look at in each story, with the words it stands on
      and, where that can be said, what to write instead. Exits with 1 when a finding
      is at or above --fail-on.

      """ + Help.formats,
    options: [.profile, .select, .ignore, .failOn, .exitZero, .baselineFile, .watch] + Option.analysis + Option.reading
      + [.text] + Option.reporting
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let selection = try CheckSelection(arguments, command.rules.rulebook)
    let rulings = try Rulings(arguments, command.rules.rulebook)
    let isStream = OutputFormat(rawValue: arguments.documentFormat.name) != nil
    let result = try command.run(isStreamed: isStream) {
      isStream ? command.auditWorker(selection, rulings) : command.reportWorker(selection, rulings)
    }
    let stale = command.tellStale(rulings, result)
    if !isStream { try command.write(command.report(result.audited, stale: stale)) }
    return try command.finishAudit(result.summary, hasProblems: result.hasProblems)
  }
}

extension StoryCommand {
  /// Audits one story and prints it in the format that was asked for.
  func auditWorker(_ selection: CheckSelection, _ rulings: Rulings) -> (Story, inout Sheet) -> Void {
    var desk = Pipeline(shelf: rules.shelf).makeDesk()
    let text = AuditText(isVerbose: arguments.isVerbose)
    let json = AuditJSON(StoryJSON(rulebook: stamp, includesText: arguments.includesText))
    let format = format
    return { story, sheet in
      let attributed = desk.attribute(desk.document(story))
      let result = selection.filter(desk.audit(attributed))
      var audited = AuditedStory(attributed, findings: result.findings, notAssessed: result.notAssessed)
      sheet.rulings.formUnion(rulings.apply(to: &audited))
      sheet.paths.append(story.path ?? story.id)
      sheet.summary.add(findings: audited.findings, notAssessed: audited.notAssessed)
      if format == .text {
        text.write(audited, to: &sheet.terminal)
      } else {
        json.write(audited, to: &sheet.json)
        sheet.endRecord()
      }
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
