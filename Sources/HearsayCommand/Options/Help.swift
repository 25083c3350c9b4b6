import HearsayReport

/// Help texts, made from the tables of commands and options.
enum Help {
  /// Twelve lines for somebody who typed `hearsay` and nothing else.
  static var short: String {
    var text = "hearsay: who says so, through whom, and what nobody has verified\n"
    for command in Command.all where command.isInShortHelp { text += line(command) }
    text += """

        hearsay audit story.txt
        hearsay attribute --format jsonl stories/ >attributions.jsonl
      hearsay help COMMAND says more about one of them
      """
    return text + "\n"
  }

  /// `hearsay --help`.
  static var full: String {
    var text = """
      Tells what a news story's statements rest on: who says each of them, through
      whom it reached the reader, and what the story says about verification.

      usage: hearsay COMMAND [OPTION…] [STORY…]

      A story is a file, a folder, an http(s) address, or - for standard input:
      an HTML page, a feed, JSON, a web archive (WARC), Markdown or plain text.

      commands:

      """
    for command in Command.all { text += line(command) }
    text += "\noptions of every command:\n" + list(Option.common)
    text += """

      exit: 0 nothing found at or above --fail-on, 1 findings,
            2 usage, configuration or input error
      hearsay help COMMAND lists a command's own options

      """
    return text
  }

  /// `hearsay help COMMAND`.
  static func of(_ command: Command) -> String {
    var text = "\(command.summary)\n\nusage: \(command.usage)"
    text += command.options.isEmpty ? "\n" : " [OPTION…]\n"
    if !command.discussion.isEmpty {
      text += "\n\(command.discussion)" + (command.discussion.hasSuffix("\n") ? "" : "\n")
    }
    if !command.options.isEmpty { text += "\noptions:\n" + list(command.options) }
    return text
  }

  /// The formats of reports, for the commands that write them.
  static var formats: String {
    "formats:\n"
      + DocumentFormat.all.map { format in
        row("  \(format.name)", format.summary + " (." + format.endings.joined(separator: ", .") + ")", column: 16)
      }.joined()
  }

  private static func line(_ command: Command) -> String {
    row("  " + command.usage, command.summary, column: 30)
  }

  private static func list(_ options: [Option]) -> String {
    let column = 4 + (options.map(\.synopsis.count).max() ?? 0)
    return options.map { row("  " + $0.synopsis, $0.help, column: column) }.joined()
  }

  static func row(_ left: String, _ right: String, column: Int) -> String {
    let width = TerminalWriter.width - column
    let lines = TerminalWriter.wrap(right, first: width, rest: width)
    let margin = "\n" + String(repeating: " ", count: column)
    return left + String(repeating: " ", count: max(column - left.count, 2)) + lines.joined(separator: margin) + "\n"
  }
}
