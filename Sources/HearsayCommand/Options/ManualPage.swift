/// The manual page in roff, made from the tables of commands and options.
enum ManualPage {
  static var text: String {
    var out = ".TH HEARSAY 1 \"\" \"hearsay \(escaped(hearsayVersion))\" \"User Commands\"\n"
    out += ".SH NAME\nhearsay \\- who says so, through whom, and what nobody has verified\n"
    out += ".SH SYNOPSIS\n.B hearsay\n\\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fISTORY\\fR...]\n"
    out += ".SH DESCRIPTION\n"
    out +=
      "Tells what a news story's statements rest on: who says each of them, through whom it reached the reader, and what the "
    out += "story says about verification. Results go to standard output, messages and progress to standard error.\n"
    out += ".SH COMMANDS\n"
    for command in Command.all {
      out += ".SS \(escaped(command.usage))\n\(escaped(command.summary))\n"
      if !command.discussion.isEmpty {
        out +=
          ".PP\n.nf\n" + command.discussion.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined()
          + ".fi\n"
      }
      for option in command.options where !["help"].contains(option.name) { out += item(option) }
    }
    out +=
      ".SH EXIT STATUS\n.TP\n0\nnothing found at or above \\fB\\-\\-fail\\-on\\fR\n.TP\n1\nfindings, or changes for \\fBdiff\\fR\n"
    out += ".TP\n2\nusage, configuration or input error; whatever could be done was done\n"
    out += ".SH ENVIRONMENT\n"
    for (name, use) in environment { out += ".TP\n.B \(name)\n\(escaped(use))\n" }
    out +=
      ".SH FILES\n.TP\n.I hearsay.conf\nthe configuration: the nearest in the working folder or above it, else the one in "
    out += "\\fI$XDG_CONFIG_HOME/hearsay\\fR; \\fBhearsay init\\fR writes one\n"
    return out
  }

  private static let environment = [
    ("HEARSAY_RULES", "a folder of rules, where --rules names none"),
    ("HEARSAY_CONFIG", "the configuration file, where --config names none"),
    ("HEARSAY_CACHE", "`off`: compile the rules in each run, keep nothing"),
    ("XDG_CACHE_HOME", "where compiled rules are kept, in the folder hearsay; ~/.cache without it"),
    ("NO_COLOR", "no colour, whatever it says"),
    ("CLICOLOR_FORCE", "colour also where the output is no terminal"),
  ]

  private static func item(_ option: Option) -> String {
    let short = option.short.map { "\\fB\\-\($0)\\fR, " } ?? ""
    let value = option.value.map { " \\fI\(escaped($0))\\fR" } ?? ""
    var out = ".TP\n\(short)\\fB\\-\\-\(escaped(option.name))\\fR\(value)\n\(escaped(option.help))"
    if !option.choices.isEmpty { out += escaped(": " + option.choices.joined(separator: ", ")) }
    return out + "\n"
  }

  private static func line(_ text: Substring) -> String {
    let line = escaped(String(text))
    // A dot or an apostrophe in front would be a request.
    return (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("…", with: "...")
  }
}
