import HearsayReport
import HearsayRules

extension RulesAction {
  static let new = RulesAction(
    name: "new", operands: "NAME", summary: "a rule to fill in, in a file of its own with -o; it is sound as it stands"
  ) { arguments, console in
    guard arguments.operands.count == 1, let name = arguments.operands.first else {
      throw UsageError("`new` takes one name", help: "hearsay rules new aired-by -o my-rules/aired-by.rules")
    }
    let rulebook = try LoadedRules(arguments, console).rulebook
    guard RuleTemplate.isName(name) else {
      throw UsageError(
        "`\(name)` can't name a rule", help: "a name is small letters, digits and hyphens, and begins with a letter")
    }
    if let known = rulebook.rules.first(where: { $0.name == name }) {
      throw UsageError(
        "there is a rule `\(name)` already, at \(known.location)", help: "`rule \(name) extends` adds to it")
    }
    let text = RuleTemplate.text(name)
    if let path = arguments.output {
      let file = try Output.newFile(path)
      try file.write(text)
      try file.flush()
      if !arguments.isQuiet {
        try console.results.write("wrote \(path); next: `hearsay rules test \(name) --rules \(path) --status draft`\n")
      }
    } else {
      try console.results.write(text)
    }
    return .success
  }
}

/// A rule that passes `rules lint` and `rules test` before a word of it is changed.
enum RuleTemplate {
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= Limits.nameLength else {
      return false
    }
    return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  static func text(_ name: String) -> String {
    """
    # Fill in from the top; run `hearsay rules lint` and `hearsay rules test` after each line. The handbook, Rules/README.md,
    # explains every field.

    rule \(name)
      why      What a reader would lose without this rule, in a sentence.
      guide    The newsroom guideline behind it; leave the line out if there is none.
      # draft: only `--status draft` runs it. Then test, then stable.
      status   draft
      # What to look for. Words stand as they are; <name: type> takes something out; | ( ) ? ..N mean or, group, may be
      # missing, up to N words.
      pattern  <source: source> was overheard <cue: whispering> that? <content: clause>
      # What must hold of a match.
      where    not in quote
      # What a match means.
      then     attribute content to source
      # A sentence it must find, what it captures in braces; and a near miss that it must leave alone.
      match    {source: The mayor} was overheard {cue: whispering} that {content: the pier was lost}.
      skip     The mayor was overheard in the whispering gallery.

    """
  }
}
