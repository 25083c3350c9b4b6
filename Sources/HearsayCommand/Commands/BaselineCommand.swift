import HearsayReport

extension Command {
  static let baseline = Command(
    "baseline", operands: "STORY…", summary: "write down what is found now, to be told of news only",
    discussion: """
      Writes the findings of the stories by check and words. With the file as
      --baseline, or `baseline` in hearsay.conf, audit and report list them as there
      before, and only new ones count.
      """,
    options: [.profile, .select, .ignore, .output] + Option.analysis + Option.reading
      + [.color, .quiet, .help]
  ) { arguments, console in
    var arguments = arguments
    arguments.baseline = nil
    let command = try StoryCommand(arguments, console)
    let selection = try CheckSelection(arguments, command.rules.rulebook)
    let rulings = try Rulings(arguments, command.rules.rulebook)
    let outcome = try command.run(isStreamed: false) { command.reportWorker(selection) }
    let stories = command.settle(outcome.audited, selection, rulings).stories
    try command.output.write(Baseline.text(stories))
    try command.close()
    if let path = arguments.output, !arguments.isQuiet {
      let count = stories.reduce(0) { $0 + $1.findings.count }
      console.report(
        Message(
          kind: .note, what: count == 1 ? "1 finding written to \(path)" : "\(count) findings written to \(path)",
          help: "`--baseline \(path)`, or `baseline \(path)` in \(Configuration.name), leaves them out of account"),
        color: arguments.color)
    }
    return outcome.hasProblems ? .failure : .success
  }
}
