/// One command of the tool, defined once: what it is called, what it takes, what it does.
struct Command: Sendable {
  let name: String
  /// The operands, as the help shows them.
  let operands: String
  /// One line, for the list of commands.
  let summary: String
  /// What the help says below the usage: a few lines.
  let discussion: String
  /// What a shell may complete the operands with: words only the first of them.
  let completing: Completing
  let options: [Option]
  let run: @Sendable (Arguments, Console) throws -> ExitCode

  init(
    _ name: String, operands: String = "", summary: String, discussion: String = "",
    completing: Completing = .files, options: [Option] = [],
    run: @escaping @Sendable (Arguments, Console) throws -> ExitCode
  ) {
    self.name = name
    self.operands = operands
    self.summary = summary
    self.discussion = discussion
    self.completing = completing
    self.options = options
    self.run = run
  }

  /// What most people come for; the others stand in `hearsay --help`.
  var isInShortHelp: Bool {
    ["audit", "attribute", "corroborate", "report", "diff", "rules", "explain", "demo"].contains(name)
  }
  var usage: String { operands.isEmpty ? "hearsay \(name)" : "hearsay \(name) \(operands)" }

  /// In the order of the help.
  static let all: [Command] = [
    audit, attribute, corroborate, report, diff, ingest, rules, explain, evaluate, demo, baseline, initialize, schema,
    completions, man, version, help,
  ]
}
