import Hearsay
import HearsayAudit
import HearsayCorroboration
import HearsayReport
import HearsayRules
import HearsayStory

extension Command {
  static let report = Command(
    "report", operands: "STORY…", summary: "the full report; the format from -o FILE's ending",
    discussion: """
      Writes what an editor reads before publication: the bottom line, what to fix
      and how, every statement with its chain and grade, the chain drawn, questions
      to ask, and a source summary to paste.


      """ + Help.formats,
    options: [.profile, .select, .ignore, .baselineFile, .watch] + Option.analysis + Option.reading + [.text]
      + Option.reporting
  ) { arguments, console in
    try arguments.checkEnding()
    let command = try StoryCommand(arguments, console)
    let selection = try CheckSelection(arguments, command.rules.rulebook)
    let rulings = try Rulings(arguments, command.rules.rulebook)
    var outcome = try command.run(isStreamed: false) { command.reportWorker(selection) }
    // Of nothing there is nothing to report: what was wrong has been said.
    if outcome.audited.isEmpty, outcome.hasProblems { return .failure }
    let settled = command.settle(outcome.audited, selection, rulings, needsDossier: true)
    outcome.rulings = settled.rulings
    let stale = command.tellStale(rulings, outcome, selection)
    try command.write(command.report(settled.stories, stale: stale, dossier: settled.dossier))
    try command.close()
    return outcome.hasProblems ? .failure : .success
  }
}

extension StoryCommand {
  /// Says on standard error which acceptances fit nothing any more.
  func tellStale(_ rulings: Rulings, _ outcome: Outcome, _ selection: CheckSelection) -> [String] {
    let stale = rulings.stale(used: outcome.rulings, paths: outcome.paths, selection)
    if !arguments.isQuiet {
      for line in stale {
        console.report(
          Message(kind: .warning, what: line, help: "remove it from the configuration"), color: arguments.color)
      }
    }
    return stale
  }

  func report(_ stories: [AuditedStory], stale: [String] = [], dossier: Dossier? = nil) -> SourcingReport {
    var options = ReportOptions()
    options.usesColor = usesColor
    options.isFormulaSafe = !arguments.includesFormulas
    options.hasByteOrderMark = arguments.hasByteOrderMark
    options.includesText = arguments.includesText
    return SourcingReport(
      stories: stories, rulebook: stamp, checks: rules.rulebook.checks, caveats: rules.rulebook.caveats,
      version: hearsayVersion, stale: stale, options: options, dossier: dossier)
  }

  /// Writes the report in the format that was asked for: to the output, or as the files of a folder.
  func write(_ report: SourcingReport) throws {
    let format = arguments.documentFormat
    if let files = format.files, let folder = arguments.output, OutputFolder.isNamed(folder) {
      return try OutputFolder(folder).write(files(report))
    }
    var bytes = ByteBuffer(capacity: 1 << 16)
    format.write(report, &bytes)
    try output.write(bytes)
  }
}
