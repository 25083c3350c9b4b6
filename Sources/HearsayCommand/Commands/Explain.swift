import HearsayReport

extension Command {
  static let explain = Command(
    "explain", operands: "CHECK", summary: "why a check exists, with a bad and a good example",
    discussion: """
      Without a check it lists them all; a beginning, as in ANON, explains a whole
      family.
      """,
    completing: .checks,
    options: [.rules, .color, .help]
  ) { arguments, console in
    let checks = try LoadedRules(arguments, console).rulebook.checks
    var paper = console.resultWriter(arguments.color)
    if arguments.operands.isEmpty { CheckText().list(checks, to: &paper) }
    for (i, name) in arguments.operands.enumerated() {
      let wanted = CheckID.normalized(name)
      let found = checks.filter { $0.id == wanted || $0.id.hasPrefix(wanted) }.sorted { $0.id < $1.id }
      guard !found.isEmpty else {
        throw UsageError(
          "there is no check `\(name)`",
          help: CheckID.suggestion(for: wanted, among: checks.map(\.id)) ?? "`hearsay explain` lists all checks")
      }
      for (k, check) in found.enumerated() {
        if i + k > 0 { paper.newline() }
        CheckText().write(check, to: &paper)
      }
    }
    try console.results.write(paper.out)
    return .success
  }
}
