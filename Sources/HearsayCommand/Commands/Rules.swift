extension Command {
  static let rules = Command(
    "rules", operands: "ACTION", summary: "list, show, check, test and explain the rules",
    discussion: "actions:\n" + RulesAction.all.map(\.helpLine).joined(),
    completing: .words(RulesAction.all.map(\.name)),
    options: [
      .rules, .status, .reportFormat, .output, .failOn, .exitZero, .time, .check, .color, .quiet, .verbose, .help,
    ]
  ) { arguments, console in
    var arguments = arguments
    guard !arguments.operands.isEmpty else {
      throw UsageError(
        "no action was named", help: "the actions are \(RulesAction.all.map(\.name).joined(separator: ", "))")
    }
    let name = arguments.operands.removeFirst()
    guard let action = RulesAction.all.first(where: { $0.name == name }) else {
      throw UsageError(
        "there is no action `\(name)`",
        help: didYouMean(name, RulesAction.all.map(\.name))
          ?? "the actions are \(RulesAction.all.map(\.name).joined(separator: ", "))")
    }
    return try action.run(arguments, console)
  }
}

/// One of the things that `hearsay rules` does.
struct RulesAction: Sendable {
  let name: String
  let operands: String
  let summary: String
  let run: @Sendable (Arguments, Console) throws -> ExitCode

  /// In the order of the help.
  static let all: [RulesAction] = [
    list, show, lint, test, tokens, explain, whyNot, profile, diff, doc, new, embed,
  ]

  var helpLine: String { Help.row("  \(name) \(operands)", summary, column: 24) }
}
