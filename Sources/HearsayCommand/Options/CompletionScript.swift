/// Completions for shells, made from the tables of commands and options.
///
/// Words that a shell would read otherwise (quotes, brackets, colons) are escaped as each shell wants it.
enum CompletionScript {
  static var bash: String {
    var out = """
      # bash completion for hearsay; made by `hearsay completions bash`
      _hearsay() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
        COMPREPLY=()
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(Command.all.map(\.name).joined(separator: " "))" -- "$current"))
          return
        fi
        case "${COMP_WORDS[1]} $previous" in

      """
    for command in Command.all {
      for option in command.options where !option.choices.isEmpty {
        out +=
          "    \"\(command.name) --\(option.name)\") COMPREPLY=($(compgen -W \"\(option.choices.joined(separator: " "))\" -- \"$current\")); return ;;\n"
      }
    }
    out += "  esac\n  case \"$current\" in\n    -*)\n      case \"${COMP_WORDS[1]}\" in\n"
    for command in Command.all {
      let names = command.options.map { "--" + $0.name }.joined(separator: " ")
      out += "        \(command.name)) COMPREPLY=($(compgen -W \"\(names)\" -- \"$current\")) ;;\n"
    }
    return out
      + "      esac ;;\n    *) COMPREPLY=($(compgen -f -- \"$current\")) ;;\n  esac\n}\ncomplete -o filenames -F _hearsay hearsay\n"
  }

  static var zsh: String {
    var out = "#compdef hearsay\n# made by `hearsay completions zsh`\n_hearsay() {\n  local -a commands\n  commands=(\n"
    for command in Command.all { out += "    \(quoted(command.name + ":" + command.summary))\n" }
    out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n"
    for command in Command.all {
      out += "    \(command.name))\n      _arguments \\\n"
      for option in command.options {
        let help = option.help.map { "[]:".contains($0) ? "\\\($0)" : String($0) }.joined()
        var value = ""
        if let placeholder = option.value {
          let action = option.choices.isEmpty ? "_files" : "(" + option.choices.joined(separator: " ") + ")"
          value = ":\(placeholder):\(action)"
        }
        let name = "--\(option.name)" + (option.value == nil ? "" : "=")
        out += "        \(quoted("\(name)[\(help)]\(value)")) \\\n"
        if let short = option.short { out += "        \(quoted("-\(short)[\(help)]\(value)")) \\\n" }
      }
      out += "        '*:story:_files' ;;\n"
    }
    return out + "  esac\n}\n_hearsay \"$@\"\n"
  }

  static var fish: String {
    var out = "# fish completion for hearsay; made by `hearsay completions fish`\n"
    for command in Command.all {
      out += "complete -c hearsay -n __fish_use_subcommand -f -a \(command.name) -d \(quoted(command.summary))\n"
    }
    for command in Command.all {
      for option in command.options {
        out += "complete -c hearsay -n '__fish_seen_subcommand_from \(command.name)' -l \(option.name)"
        if let short = option.short { out += " -s \(short)" }
        if option.value != nil {
          out += option.choices.isEmpty ? " -r" : " -x -a \(quoted(option.choices.joined(separator: " ")))"
        }
        out += " -d \(quoted(option.help))\n"
      }
    }
    return out
  }

  /// In single quotes, for zsh and fish alike: a quote inside ends them, stands alone, and opens them again.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
