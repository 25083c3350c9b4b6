import HearsayReport

extension Command {
  static let initialize = Command(
    "init", summary: "write a hearsay.conf with everything that can be set",
    discussion: """
      The file is written to the working folder, or to -o FILE; one that is there is
      left alone.
      """,
    completing: .nothing,
    options: [.output, .color, .help]
  ) { arguments, console in
    let path = arguments.output ?? Configuration.name
    guard !WorkingFolder.isFile(path) else {
      throw Failure("`\(path)` is there already", help: "edit it, or name another file with -o")
    }
    let file = try Output.file(path)
    try file.write(template)
    try file.flush()
    try console.results.write("wrote \(path)\n")
    return .success
  }

  static let template = """
    # What `hearsay` takes for granted in this folder and below it. The line format is that of the rules: a block begins in
    # column 1, its lines are indented, a comment stands on a line of its own. `hearsay audit --show-config` says where
    # each value comes from; the command line wins.

    settings desk
      # ap, reuters, bbc, osint, wikipedia, classroom
      # profile   reuters
      # The lowest level that makes the exit code 1: error, warning, note, never.
      fail-on   error
      # Checks by id or beginning.
      # ignore    VERB-02, QUOTE-01
      # Folders of rules of your own.
      # rules     house-rules
      # Findings that were there before: `hearsay baseline STORY… -o hearsay.baseline`.
      # baseline  hearsay.baseline

    # A check's level here: error, warning, note or off.
    # check VERB-01
    #   level  note

    # A finding that may stand: its check, its words, and why. The report prints the reason.
    # accept admitted-in-court
    #   check   VERB-01
    #   words   “admitted”
    #   story   court.txt
    #   reason  It is what the defendant did, in the court's own word.

    """
}
