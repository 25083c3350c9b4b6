import Hearsay
import HearsayAudit
import HearsayDiagnostics
import HearsayReport
import HearsayText

/// What a folder or a person has settled once for all runs.
struct Configuration: Sendable {
  /// As the user would write the path; nil where there is no file.
  var path: String?
  var settings: [Setting] = []
  /// Levels by check; nil for a check that is off.
  var levels: [(check: String, level: Level?, place: String)] = []
  var acceptances: [Acceptance] = []

  static let name = "hearsay.conf"

  /// The file that holds for a run: the one that is named, else the nearest in this folder or above it, else the person's own.
  static func locate(_ arguments: Arguments, _ console: Console) -> String? {
    if arguments.ignoresConfiguration { return nil }
    if let path = arguments.configuration ?? console.environment("HEARSAY_CONFIG"), !path.isEmpty { return path }
    if let found = WorkingFolder.nearest(name) { return found }
    let home =
      console.environment("XDG_CONFIG_HOME").flatMap { $0.isEmpty ? nil : $0 }
      ?? console.environment("HOME").map { $0 + "/.config" }
    return home.map { $0 + "/hearsay/" + name }.flatMap { WorkingFolder.isFile($0) ? $0 : nil }
  }

  /// Reads the file; prints every mistake in it and fails when there is one, because a setting that is silently left out is
  /// worse than none.
  static func load(_ arguments: Arguments, _ console: Console) throws -> Configuration {
    guard let path = locate(arguments, console) else { return Configuration() }
    let bytes: [UInt8]
    do {
      bytes = try RuleFolder.read(path).first?.bytes ?? []
    } catch {
      throw Failure("\(error.path): \(error.what)", help: "`--no-config` runs without a configuration")
    }
    let file = ConfigurationFile(SourceFile(path: path, bytes: bytes))
    var diagnostics = file.diagnostics
    var configuration = Configuration()
    configuration.path = path
    for block in file.blocks { configuration.add(block, &diagnostics) }
    guard diagnostics.isEmpty else {
      console.report(diagnostics, color: arguments.color)
      throw Failure(
        "the configuration can't be used: \(diagnostics.count == 1 ? "1 error" : "\(diagnostics.count) errors")",
        help: "mend it, or run with `--no-config`")
    }
    return configuration
  }

  private mutating func add(_ block: ConfigurationFile.Block, _ diagnostics: inout [Diagnostic]) {
    switch block.kind {
    case .settings:
      for field in block.fields {
        do {
          try Setting.check(field.key, field.value)
          settings.append(Setting(key: field.key, value: field.value, place: field.location.description))
        } catch {
          diagnostics.append(
            Diagnostic(
              code: "C007", message: error.message, primary: Diagnostic.Label(field.location, "not possible"),
              help: error.help))
        }
      }
    case .check:
      guard let field = block["level"] else { return }
      let level = Level.allCases.first { $0.name == field.value }
      guard level != nil || field.value == "off" else {
        let levels = Level.allCases.map(\.name) + ["off"]
        diagnostics.append(
          Diagnostic(
            code: "C007", message: "`level` can't be `\(field.value)`",
            primary: Diagnostic.Label(field.location, "not one of the levels"),
            help: didYouMean(field.value, levels) ?? "write error, warning, note or off"))
        return
      }
      levels.append((CheckID.normalized(block.name), level, block.location.description))
    case .accept:
      guard let check = block["check"], let words = block["words"], let reason = block["reason"] else { return }
      acceptances.append(
        Acceptance(
          name: block.name, check: CheckID.normalized(check.value), words: FindingKey.normalized(words.value),
          story: block["story"]?.value,
          reason: reason.value, place: block.location.description))
    }
  }
}

/// A value of a configuration, with where it stands.
struct Setting: Sendable {
  var key: String
  var value: String
  var place: String

  /// The options that a file may set.
  static let options: [Option] = [
    .profile, .select, .ignore, .failOn, .baselineFile, .rules, .documentFormat, .color, .jobs, .outlet, .language,
    .score, .owners,
  ]

  static let keys = options.map(\.name)

  static func check(_ key: String, _ value: String) throws(UsageError) {
    guard let option = options.first(where: { $0.name == key }) else { return }
    var arguments = Arguments()
    try option.set(value, in: &arguments)
  }
}

/// `accept NAME`: a finding that may stand, by its check and its words, so that it survives edits elsewhere.
struct Acceptance: Sendable {
  var name: String
  var check: String
  /// As `FindingKey.normalized` leaves them.
  var words: String
  /// The end of the path of the only story that it is for.
  var story: String?
  var reason: String
  var place: String

  func concerns(_ path: String) -> Bool { story.map { path == $0 || path.hasSuffix("/" + $0) } ?? true }
}
