extension Command {
  static let help = Command("help", operands: "[COMMAND]", summary: "say how to use a command", completing: .commands) {
    arguments, console in
    guard let name = arguments.operands.first else {
      try console.results.write(Help.full)
      return .success
    }
    guard let command = all.first(where: { $0.name == name }) else {
      throw UsageError("there is no command `\(name)`", help: didYouMean(name, all.map(\.name)))
    }
    try console.results.write(Help.of(command))
    return .success
  }
}
