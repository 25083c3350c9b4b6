extension Command {
  static let completions = Command(
    "completions", operands: "SHELL", summary: "completions for bash, zsh or fish, to be sourced",
    discussion: """
      bash   source <(hearsay completions bash), in ~/.bashrc
      zsh    hearsay completions zsh >~/.zfunc/_hearsay
      fish   hearsay completions fish >~/.config/fish/completions/hearsay.fish
      """,
    completing: .words(["bash", "zsh", "fish"]), options: [.rules, .help]
  ) { arguments, console in
    let shells: [(name: String, text: KeyPath<CompletionScript, String>)] = [
      ("bash", \.bash), ("zsh", \.zsh), ("fish", \.fish),
    ]
    let name = arguments.operands.first ?? ""
    guard let shell = shells.first(where: { $0.name == name }) else {
      throw UsageError(
        name.isEmpty ? "no shell was named" : "there are no completions for `\(name)`",
        help: didYouMean(name, shells.map(\.name)) ?? "the shells are \(shells.map(\.name).joined(separator: ", "))")
    }
    try console.results.write(CompletionScript(LoadedRules(arguments, console).rulebook)[keyPath: shell.text])
    return .success
  }

  static let man = Command(
    "man", summary: "the manual page: hearsay man | man -l -", completing: .nothing, options: [.help]
  ) { _, console in
    try console.results.write(ManualPage.text)
    return .success
  }
}
