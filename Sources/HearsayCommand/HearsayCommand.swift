#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The command `hearsay`: reads the command line, runs one command, and is the only place that exits.
@main
enum HearsayCommand {
  static func main() {
    // A closed pipe is told by write(2); it must not kill the process before the buffers are in order.
    signal(SIGPIPE, SIG_IGN)
    exit(run(Array(CommandLine.arguments.dropFirst()), .process()).rawValue)
  }

  static func run(_ words: [String], _ console: Console) -> ExitCode {
    var arguments = Arguments()
    do {
      let code = try dispatch(words, console, &arguments)
      try console.results.flush()
      return code
    } catch let error as UsageError {
      console.report(Message(what: error.message, help: error.help), color: arguments.color)
    } catch let failure as Failure {
      if failure == .readerGone { return .success }
      console.report(Message(what: failure.message, help: failure.help), color: arguments.color)
    } catch {
      console.report(Message(what: "\(error)"), color: arguments.color)
    }
    // What was printed before the error stands.
    try? console.results.flush()
    return .failure
  }

  private static func dispatch(
    _ words: [String], _ console: Console, _ arguments: inout Arguments
  ) throws -> ExitCode {
    guard let first = words.first else {
      try console.results.write(Help.short)
      return .success
    }
    guard let command = Command.all.first(where: { $0.name == first }) else {
      return try withoutCommand(first, words, console)
    }
    arguments = try ArgumentParser(options: command.options).parse(words.dropFirst())
    if arguments.wantsHelp {
      try console.results.write(Help.of(command))
      return .success
    }
    if command.options.contains(where: { $0.name == Option.showConfiguration.name }) {
      try arguments.configure(for: command, console)
      if arguments.showsConfiguration {
        try ShowConfiguration.write(arguments, console)
        return .success
      }
    }
    guard arguments.watches else { return try command.run(arguments, console) }
    let settled = arguments
    try Watch.check(settled.operands)
    try Watch(inputs: settled.operands, output: settled.output).run {
      _ = try command.run(settled, console)
      try console.results.flush()
    } told: { change in
      if !settled.isQuiet { console.report(Message(kind: .note, what: change), color: settled.color) }
    }
    return .success
  }

  /// `--help`, `--version`, or something that is no command.
  private static func withoutCommand(_ first: String, _ words: [String], _ console: Console) throws -> ExitCode {
    if first.hasPrefix("-") {
      let arguments = try ArgumentParser(options: [.help, .version]).parse(words)
      if arguments.wantsVersion { return try Command.version.run(arguments, console) }
      try console.results.write(Help.full)
      return arguments.wantsHelp ? .success : .failure
    }
    let names = Command.all.map(\.name)
    let help =
      didYouMean(first, names)
      ?? (access(first, F_OK) == 0
        ? "for a story, write `hearsay audit \(first)`" : "the commands are \(names.joined(separator: ", "))")
    throw UsageError("there is no command `\(first)`", help: help)
  }
}
