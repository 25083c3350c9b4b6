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
    options: [.select, .ignore, .failOn, .exitZero] + Option.analysis + Option.reading + [.text] + Option.reporting
  ) { arguments, console in
    let command = try StoryCommand(arguments, console)
    let selection = try CheckSelection(arguments, command.rules.rulebook)
    let isStream = OutputFormat(rawValue: arguments.documentFormat.name) != nil
    let result = try command.run(isStreamed: isStream) {
      isStream ? command.auditWorker(selection) : command.reportWorker(selection)
    }
    if !isStream { try command.write(command.report(result.audited)) }
    return try command.finishAudit(result.summary, hasProblems: result.hasProblems)
  }
}

extension StoryCommand {
  /// Audits one story and prints it in the format that was asked for.
  func auditWorker(_ selection: CheckSelection) -> (Story, inout Sheet) -> Void {
    var desk = Pipeline(shelf: rules.shelf).makeDesk()
    let text = AuditText(isVerbose: arguments.isVerbose)
    let json = AuditJSON(StoryJSON(rulebook: stamp, includesText: arguments.includesText))
    let format = format
    return { story, sheet in
      let attributed = desk.attribute(desk.document(story))
      let result = selection.filter(desk.audit(attributed))
      sheet.summary.add(findings: result.findings, notAssessed: result.notAssessed)
      if format == .text {
        text.write(attributed, findings: result.findings, to: &sheet.terminal)
      } else {
        json.write(attributed, findings: result.findings, notAssessed: result.notAssessed, to: &sheet.json)
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
