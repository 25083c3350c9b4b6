/// The reference part of the rule editor's handbook, made from what the parser obeys, so that the two can't disagree.
public enum RuleReference {
  /// Markdown, sections from level 3 on.
  public static func markdown() -> String {
    (RuleBlockKind.allCases.map(block) + [types, verbForms, constraints, actions, limits]).joined(separator: "\n")
  }

  private static func block(_ kind: RuleBlockKind) -> String {
    var text = "### `\(kind.keyword)`\n\n\(kind.about)"
    text +=
      kind.canBeExtended
      ? " A pack may extend or replace it.\n\n" : " A pack may replace it.\n\n"
    text += "| field | how often | value | |\n|---|---|---|---|\n"
    for field in kind.fields {
      let written = value(of: field, in: kind)
      text += "| `\(field.name.rawValue)` | \(field.occurs.rawValue) | \(written) | \(field.about) |\n"
    }
    return text
  }

  private static func value(of field: FieldSchema, in kind: RuleBlockKind) -> String {
    let choices: [String] =
      switch (kind, field.name) {
      case (.rule, .status): Rule.Status.allCases.map(\.rawValue)
      case (.rule, .scope): Rule.Scope.allCases.map(\.rawValue)
      case (.rule, .level), (.check, .level): ["note", "warning", "error"]
      case (.check, .needs): CheckDefinition.Need.allCases.map(\.rawValue)
      case (.check, .onOff): ["on", "off"]
      case (.language, .abbreviations): LanguageDefinition.Abbreviations.classes
      case (.language, .spelling): LanguageDefinition.spellings.map(\.name)
      default: []
      }
    return choices.isEmpty ? field.value : choices.map { "`\($0)`" }.joined(separator: ", ")
  }

  private static var types: String {
    let rows = PhraseType.allCases.map { "| `\($0.name)` | \($0.about) |\n" }.joined()
    return "### Types\n\n| type | |\n|---|---|\n" + rows
  }

  private static var verbForms: String {
    let rows = VerbForm.allCases.map { "| `\($0.keyword) @lexicon` | \($0.about) |\n" }.joined()
    return "### Forms of verbs\n\n| item | |\n|---|---|\n" + rows
  }

  private static var constraints: String {
    let rows = ConstraintParser.forms.map { "| `\($0.form)` | \($0.about) |\n" }.joined()
    return "### What `where` can ask\n\n| form | |\n|---|---|\n" + rows
  }

  private static var actions: String {
    // A bar would end the column.
    func cell(_ text: String) -> String { text.split(separator: "|").joined(separator: "\\|") }
    let rows = ActionParser.forms.map { "| `\(cell($0.form))` | \(cell($0.about)) |\n" }.joined()
    return "### What `then` can do\n\n| form | |\n|---|---|\n" + rows
  }

  private static var limits: String {
    """
    ### Limits

    A file of rules may come from a stranger, so its size is bounded: \(Limits.fileSize >> 20) MiB a file, \
    \(Limits.patternsPerBlock) patterns a block, \(Limits.alternatives) alternatives in one place, brackets \
    \(Limits.nesting) deep, \(Limits.patternSize) items in a pattern with its fragments put in, \
    \(Limits.capturesPerRule) captures a rule, \(Limits.classesPerLexicon) classes a lexicon, \
    \(Limits.nameLength) letters in a name.

    """
  }
}

extension PhraseType {
  /// One sentence for the handbook.
  var about: String {
    switch self {
    case .source: "Whoever can say something: a person, role, body, outlet, document or pronoun."
    case .person: "A named person."
    case .outlet: "An outlet of the rulebook, with its article and describing words."
    case .quote: "Words in quotation marks, the marks included."
    case .clause: "A stretch up to the border of a clause, sentence or quotation."
    case .number: "A number, in figures or words."
    case .date: "A day or date."
    case .statement: "A clause with a subject and a verb, or one that begins with “that” or a quotation."
    }
  }
}

extension VerbForm {
  /// One sentence for the handbook.
  var about: String {
    switch self {
    case .finite: "Finite and active, with auxiliaries, negation and adverbs: has also said."
    case .participle: "An -ing form without an auxiliary: saying."
    case .infinitive: "Behind to: to say."
    case .passive: "Behind a form of be: was told."
    }
  }
}
