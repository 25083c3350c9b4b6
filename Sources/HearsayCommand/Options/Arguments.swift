import HearsayAudit
import HearsayIngest
import HearsayReport
import HearsayRules

/// What was typed, after the options have been read: plain values with their defaults.
struct Arguments: Sendable {
  var operands: [String] = []
  var wantsHelp = false
  var wantsVersion = false

  /// The name of a format; which ones there are depends on the command.
  var format: String?
  var output: String?
  var rules: [String] = []
  /// The rules to run, by status; nil for what the command runs anyway.
  var running: Set<Rule.Status>?
  /// Nil for as many as there are cores.
  var jobs: Int?
  var color = ColorPolicy.auto
  var isQuiet = false
  var isVerbose = false

  /// What the user says of the story, for texts that don't say it themselves.
  var outlet: String?
  var title: String?
  var date: String?
  var url: String?
  var language: String?

  var allowsLocal = false
  /// Nil for the beginning.
  var fromOffset: ArchiveOffset?

  /// Prefixes of check ids.
  var select: [String] = []
  var ignore: [String] = []
  /// The lowest level that makes the exit code 1; nil for none.
  var failOn: Level? = .error
  var failOnIsGiven = false
  var profile: String?
  /// A file of findings that were there before.
  var baseline: String?

  /// The options with a value that stand on the command line.
  var given: [String: String] = [:]
  var configuration: String?
  var ignoresConfiguration = false
  var showsConfiguration = false
  /// What the configuration file says besides options.
  var loaded = Configuration()
  var watches = false
  var exitZero = false

  /// For the actions of `rules`.
  var reportFormat = ReportFormat.text
  var showsTime = false
  /// For `rules embed`: compares and writes nothing.
  var checksOnly = false

  /// Of corroborate.
  var listsUnverified = false
  var ownersTogether = true
  var score = ScoreStyle.number
  /// For `evaluate`: where the predictions go, whether errors are listed, whether only quotations count.
  var predictions: String?
  var listsErrors = false
  var directOnly = false
  /// Further reports from which groups of sources are learnt.
  var learn: [String] = []

  var includesText = false
  var includesSentences = false

  var includesFormulas = true
  var hasByteOrderMark = false

  /// The format that was asked for, else the one that the output file's name ends in, else text.
  var effectiveFormat: OutputFormat { OutputFormat(rawValue: documentFormat.name) ?? .text }

  /// The same among all that a report can be written in.
  var documentFormat: DocumentFormat {
    format.flatMap(DocumentFormat.named) ?? output.flatMap(DocumentFormat.of(path:)) ?? .text
  }

  /// A report goes by the ending of its file, and text in a file that is called otherwise is not what was asked for.
  func checkEnding() throws(UsageError) {
    guard format == nil, let output, DocumentFormat.of(path: output) == nil else { return }
    let file = output.split(separator: "/").last ?? ""
    guard let stop = file.lastIndex(of: "."), stop > file.startIndex else { return }
    throw UsageError(
      "no format has the ending `\(file[stop...])`", help: "choose one with `--format`, or an ending such as .html")
  }
}

/// How the actions of `rules` print what they found.
enum ReportFormat: String, CaseIterable, Sendable {
  case text, json, junit
}

/// What can be written while stories are still being read.
enum OutputFormat: String, CaseIterable, Sendable {
  case text, json, jsonl
}
