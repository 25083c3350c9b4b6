import HearsayRules

/// Completions for shells, made from the tables of commands and options, and from the rulebook's checks and profiles.
///
/// Words that a shell would read otherwise (quotes, brackets, colons) are escaped as each shell wants it.
struct CompletionScript {
  private let checks: [String]
  private let profiles: [String]

  /// - Parameter rulebook: Whose checks and profiles are completed.
  init(_ rulebook: Rulebook) {
    let ids = rulebook.checks.map(\.id)
    let families = ids.compactMap { $0.split(separator: "-").first.map(String.init) }
    checks = Array(Set(families)).sorted() + ids.sorted()
    profiles = rulebook.profiles.map(\.id).sorted()
  }

  private func words(_ option: Option) -> [String] {
    option.choices.isEmpty ? words(option.completing) : option.choices
  }

  private func words(_ completing: Completing) -> [String] {
    switch completing {
    case .nothing, .files, .folders: []
    case .checks: checks
    case .profiles: profiles
    case .commands: Command.all.map(\.name)
    case .words(let words): words
    }
  }

  // MARK: bash

  var bash: String {
    var out = """
      # bash completion for hearsay; made by `hearsay completions bash`
      _hearsay() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} list=
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(Command.all.map(\.name).joined(separator: " "))" -- "$current"))
          return
        fi
        # bash takes the sign in --name=value for a word of its own.
        if [ "$current" = = ]; then current=; elif [ "$previous" = = ]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi
        case "${COMP_WORDS[1]} $previous" in

      """
    for command in Command.all {
      for option in command.options where option.value != nil {
        let names = (["--\(option.name)"] + (option.short.map { ["-\($0)"] } ?? []))
          .map { "\"\(command.name) \($0)\"" }.joined(separator: "|")
        out += "    \(names)) \(bashReply(option))return ;;\n"
      }
    }
    out += "  esac\n  case \"$current\" in\n    -*)\n      case \"${COMP_WORDS[1]}\" in\n"
    for command in Command.all {
      out += "        \(command.name)) COMPREPLY=(\(compgen(command.options.map { "--" + $0.name }))) ;;\n"
    }
    out += "      esac\n      return ;;\n  esac\n  case \"${COMP_WORDS[1]} $COMP_CWORD\" in\n"
    for command in Command.all {
      switch command.completing {
      case .files, .folders: continue
      case .nothing: out += "    \"\(command.name) \"*) return ;;\n"
      case .checks: out += "    \"\(command.name) \"*) COMPREPLY=(\(compgen(checks))); return ;;\n"
      case .words, .profiles, .commands:
        out += "    \"\(command.name) 2\") COMPREPLY=(\(compgen(words(command.completing)))); return ;;\n"
      }
    }
    return out + "  esac\n  COMPREPLY=($(compgen -f -- \"$current\"))\n}\ncomplete -o filenames -F _hearsay hearsay\n"
  }

  private func compgen(_ words: [String]) -> String {
    "$(compgen -W \"\(words.joined(separator: " "))\" -- \"$current\")"
  }

  private func bashReply(_ option: Option) -> String {
    switch option.completing {
    case .checks:
      // Several with commas between: what stands before the last comma stays.
      return "case \"$current\" in *,*) list=${current%,*}, ;; esac; "
        + "COMPREPLY=($(compgen -P \"$list\" -W \"\(checks.joined(separator: " "))\" -- \"${current##*,}\")); "
    case .files: return "COMPREPLY=($(compgen -f -- \"$current\")); "
    case .folders: return "COMPREPLY=($(compgen -d -- \"$current\")); "
    case .nothing, .profiles, .commands, .words:
      let words = words(option)
      return words.isEmpty ? "" : "COMPREPLY=(\(compgen(words))); "
    }
  }

  // MARK: zsh

  var zsh: String {
    var out = "#compdef hearsay\n# made by `hearsay completions zsh`\n_hearsay() {\n  local -a commands\n  commands=(\n"
    for command in Command.all { out += "    \(quoted(command.name + ":" + command.summary))\n" }
    out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n"
    for command in Command.all {
      out += "    \(command.name))\n      _arguments \\\n"
      for option in command.options {
        let help = option.help.map { "[]:".contains($0) ? "\\\($0)" : String($0) }.joined()
        let value = option.value.map { ":\($0):" + zshAction(option) } ?? ""
        let name = "--\(option.name)" + (option.value == nil ? "" : "=")
        out += "        \(quoted("\(name)[\(help)]\(value)")) \\\n"
        if let short = option.short { out += "        \(quoted("-\(short)[\(help)]\(value)")) \\\n" }
      }
      out += "        '1:command:' \(zshOperands(command)) ;;\n"
    }
    return out + "  esac\n}\n_hearsay \"$@\"\n"
  }

  private func zshAction(_ option: Option) -> String {
    switch option.completing {
    case .checks: return "_sequence compadd - \(checks.joined(separator: " "))"
    case .files: return "_files"
    case .folders: return "_files -/"
    case .nothing, .profiles, .commands, .words: return "(\(words(option).joined(separator: " ")))"
    }
  }

  private func zshOperands(_ command: Command) -> String {
    let words = words(command.completing).joined(separator: " ")
    switch command.completing {
    case .files, .folders: return "'*:story:_files'"
    case .nothing: return ""
    case .checks: return "'*:check:(\(words))'"
    case .words, .profiles, .commands: return "'2:what:(\(words))' '*:file:_files'"
    }
  }

  // MARK: fish

  var fish: String {
    var out = """
      # fish completion for hearsay; made by `hearsay completions fish`
      function __hearsay_at --description 'the command is $argv[1], and $argv[2] words stand before this one'
        set -l words (commandline -opc)
        test (count $words) -gt 1; and test "$words[2]" = "$argv[1]"
        and test -z "$argv[2]" -o (count $words) -eq "$argv[2]"
      end
      complete -c hearsay -n 'test (count (commandline -opc)) -eq 1' -f

      """
    for command in Command.all {
      out += "complete -c hearsay -n 'test (count (commandline -opc)) -eq 1' -a \(command.name) "
      out += "-d \(quoted(command.summary))\n"
    }
    for command in Command.all {
      out += fishOperands(command)
      for option in command.options {
        out += "complete -c hearsay -n '__hearsay_at \(command.name)' -l \(option.name)"
        if let short = option.short { out += " -s \(short)" }
        if option.value != nil { out += fishValue(option) }
        out += " -d \(quoted(option.help))\n"
      }
    }
    return out
  }

  private func fishValue(_ option: Option) -> String {
    switch option.completing {
    case .checks: return " -x -a \(quoted("(__fish_append , \(checks.joined(separator: " ")))"))"
    case .files: return " -r -F"
    case .folders: return " -x -a '(__fish_complete_directories)'"
    case .nothing, .profiles, .commands, .words: return " -x -a \(quoted(words(option).joined(separator: " ")))"
    }
  }

  private func fishOperands(_ command: Command) -> String {
    let words = quoted(words(command.completing).joined(separator: " "))
    switch command.completing {
    case .files, .folders: return ""
    case .nothing: return "complete -c hearsay -n '__hearsay_at \(command.name)' -f\n"
    case .checks: return "complete -c hearsay -n '__hearsay_at \(command.name)' -f -a \(words)\n"
    case .words, .profiles, .commands: return "complete -c hearsay -n '__hearsay_at \(command.name) 2' -f -a \(words)\n"
    }
  }

  /// In single quotes, for zsh and fish alike: a quote inside ends them, stands alone, and opens them again.
  private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
