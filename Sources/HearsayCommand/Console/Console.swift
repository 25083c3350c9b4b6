import HearsayDiagnostics
import HearsayReport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The surroundings of a run: its streams and its environment. Tests give their own.
struct Console {
  let results: Output
  let messages: Output
  let environment: @Sendable (String) -> String?
  /// Whether standard input is a pipe or a file, so that something can be read from it.
  let inputIsWaiting: Bool

  static func process() -> Console {
    Console(
      results: .standardOutput(), messages: .standardError(),
      environment: { name in getenv(name).map { String(cString: $0) } }, inputIsWaiting: standardInputIsWaiting())
  }

  /// - Returns: A terminal writer for messages, coloured as the stream allows.
  func messageWriter(_ color: ColorPolicy) -> TerminalWriter {
    TerminalWriter(usesColor: color.allowsColor(isTerminal: messages.isTerminal, environment: environment))
  }

  /// - Returns: A terminal writer for standard output, coloured as the stream allows.
  func resultWriter(_ color: ColorPolicy) -> TerminalWriter {
    TerminalWriter(usesColor: color.allowsColor(isTerminal: results.isTerminal, environment: environment))
  }

  /// Prints `error: what`, where, and what to do, on standard error.
  func report(_ message: Message, color: ColorPolicy) {
    var writer = messageWriter(color)
    message.write(to: &writer)
    // Nothing can be done about a standard error that takes no text.
    try? messages.write(writer.out)
    try? messages.flush()
  }

  /// Prints on standard error where it is a terminal, without keeping anything back.
  func show(_ text: String) {
    try? messages.write(text)
    try? messages.flush()
  }

  /// Prints what is wrong with the user's rules, each with an excerpt of its file.
  func report(_ diagnostics: [Diagnostic], color: ColorPolicy) {
    let usesColor = color.allowsColor(isTerminal: messages.isTerminal, environment: environment)
    // Whoever names the wrong folder would have to look for the first error above a thousand others.
    let shown = diagnostics.prefix(Console.diagnosticLimit)
    try? messages.write(DiagnosticRenderer(usesColor: usesColor).render(Array(shown)))
    if shown.count < diagnostics.count { try? messages.write("\n… and \(diagnostics.count - shown.count) more\n") }
    try? messages.flush()
  }

  /// How many diagnostics are printed at once.
  static let diagnosticLimit = 200

  private static func standardInputIsWaiting() -> Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFIFO || status.st_mode & S_IFMT == S_IFREG
  }
}

/// A line for the person at the keyboard: what, where, what to do.
struct Message {
  enum Kind: String { case error, warning, note }

  var kind = Kind.error
  var what: String
  var place: String?
  var help: String?

  func write(to writer: inout TerminalWriter) {
    let ink: Ink =
      switch kind {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    writer.write(kind.rawValue, ink)
    writer.line(": " + what)
    if let place {
      writer.write("  --> ", .faint)
      writer.line(place)
    }
    if let help {
      writer.write("  = ", .faint)
      writer.line("help: " + help)
    }
  }
}

/// The exit codes that scripts rely on.
enum ExitCode: Int32 {
  /// Done; nothing was found at or above the level asked for.
  case success = 0
  /// Findings.
  case findings = 1
  /// Usage, configuration or input error; whatever could be done was done.
  case failure = 2
}
