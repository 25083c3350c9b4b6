import Hearsay
import HearsayIngest
import HearsayReport
import HearsayRulebook
import HearsayRules
import HearsayStory
import HearsayText

extension Command {
  static let demo = Command(
    "demo", summary: "audits the built-in sample dossier",
    discussion: """
      Three invented stories on one event, told by three invented outlets: one did
      the reporting, one passes it on, one asked for itself. Works without a file and
      without a network.
      """,
    completing: .nothing,
    options: [.profile, .select, .ignore, .failOn, .exitZero, .text] + Option.common
  ) { arguments, console in
    let command = try StoryCommand(arguments, console, additionalRules: demoFiles { $0.hasSuffix(".rules") })
    let selection = try CheckSelection(arguments, command.rules.rulebook)
    let rulings = try Rulings(arguments, command.rules.rulebook)
    let worker = command.reportWorker(selection)
    var sheet = Sheet(usesColor: command.usesColor)
    for file in demoFiles({ $0.hasSuffix(".txt") }) {
      worker(
        Story(
          id: file.path, text: SourceText(decoding: file.bytes), sha256: SHA256.hexadecimal(file.bytes)), &sheet)
    }
    command.release(sheet.audited, isAll: true, selection, rulings, to: &sheet)
    var frame = ArrayFrame(isArray: command.format == .json)
    try frame.write(sheet, to: command.output)
    try frame.finish(command.output)
    return try command.finishAudit(sheet.summary, hasProblems: false)
  }
}

/// The sample stories by their names, and the rules that name their outlets.
private func demoFiles(_ isWanted: (String) -> Bool) -> [RuleFolder.File] {
  Rulebook.files(builtIn: sampleDossier).compactMap { file in
    guard isWanted(file.path) else { return nil }
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    return (name, file.bytes)
  }
}
