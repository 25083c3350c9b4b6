extension RuleBlockKind {
  /// The fields of a block of this kind, in the order in which a block should have them.
  public var fields: [FieldSchema] {
    switch self {
    case .rule: Self.ruleFields
    case .fragment: Self.fragmentFields
    case .lexicon: Self.lexiconFields
    case .outlet: Self.outletFields
    case .caveat: Self.caveatFields
    case .grade: Self.gradeFields
    case .weight: Self.weightFields
    case .check: Self.checkFields
    case .profile: Self.profileFields
    case .language: Self.languageFields
    }
  }

  /// One sentence for the handbook.
  public var about: String {
    switch self {
    case .rule: "What to look for in a text, and what it means when it is found."
    case .fragment: "Patterns that several rules share, written once and used as `%name`."
    case .lexicon: "Words that belong together, by class; used as `@name` or `@name.class`."
    case .outlet: "One publisher of news: what it is called, where it stands on the web, who controls it."
    case .caveat: "Something that a text says about verification."
    case .grade: "One step of the scale of sourcing."
    case .weight: "A number that the score of a claim is made of."
    case .check: "An audit check that findings are reported under."
    case .profile: "A choice of checks and levels for one kind of desk; `--profile NAME` asks for it."
    case .language: "How a language writes quotations, dashes and abbreviations."
    }
  }

  private static let ruleFields = [
    FieldSchema(.why, .once, "text", "Why the rule exists, for whoever reads a finding."),
    FieldSchema(.guide, .optional, "text", "The newsroom guideline behind it."),
    FieldSchema(.status, .optional, "choice", "Its life cycle; `stable` unless it says otherwise."),
    FieldSchema(.level, .optional, "choice", "How much a match weighs; `note` unless it says otherwise."),
    FieldSchema(.scope, .optional, "choice", "What a pattern may stretch over; `sentence` unless it says otherwise."),
    FieldSchema(.pattern, .oneOrMore, "pattern", "What to look for; several lines are alternatives."),
    FieldSchema(
      .unless, .several, "pattern",
      "An exception: where this pattern touches the cue of a match, the match doesn't count."),
    FieldSchema(.constraint, .several, "constraint", "Something that must hold of a match; all lines must hold."),
    FieldSchema(.over, .several, "list of rules", "The rules that this one beats where both match."),
    FieldSchema(.then, .oneOrMore, "action", "What a match means."),
    FieldSchema(.match, .oneOrMore, "example", "A sentence that the rule must find, its captures in braces."),
    FieldSchema(.skip, .oneOrMore, "example", "A sentence that looks like it and must not be found."),
    FieldSchema(.todoMatch, .several, "example", "A sentence that the rule should find and doesn't find yet."),
    FieldSchema(.todoSkip, .several, "example", "A sentence that the rule finds and shouldn't."),
  ]

  private static let fragmentFields = [
    FieldSchema(.why, .once, "text", "What the patterns have in common."),
    FieldSchema(.pattern, .oneOrMore, "pattern", "The pattern; several lines are alternatives."),
  ]

  private static let lexiconFields = [
    FieldSchema(.why, .once, "text", "What the words have in common, and what the classes mean."),
    FieldSchema(.overlap, .optional, "text", "Why words may be in several of the classes; else `lint` tells of each."),
    FieldSchema(
      .wordClass, .oneOrMore, "list of entries", "Any other field is a class of words, under a name of your own."),
  ]

  private static let outletFields = [
    FieldSchema(.name, .once, "text", "What reports call it."),
    FieldSchema(.aliases, .several, "list", "What texts call it, besides the name."),
    FieldSchema(.domains, .several, "list", "Its addresses on the web, without `www`."),
    FieldSchema(.country, .optional, "text", "Where it is based, as an ISO 3166 code."),
    FieldSchema(.kind, .optional, "text", "What kind of publisher it is: `wire`, `newspaper`, `broadcaster` …"),
    FieldSchema(.control, .optional, "text", "Who decides what it publishes, and the country: `state RU`."),
    FieldSchema(.owner, .optional, "text", "Who owns it; outlets of one owner are not independent."),
    FieldSchema(.note, .optional, "text", "Anything else an editor should know."),
    FieldSchema(.source, .several, "text", "Where the facts of the block are from."),
  ]

  private static let caveatFields = [
    FieldSchema(.label, .once, "text", "What reports call it."),
    FieldSchema(.effect, .optional, "text", "What it does to the claims it covers."),
    FieldSchema(.why, .once, "text", "Why a reader should know."),
  ]

  private static let gradeFields = [
    FieldSchema(.label, .once, "text", "What reports call it."),
    FieldSchema(.why, .once, "text", "What sets it apart from its neighbours."),
  ]

  private static let weightFields = [
    FieldSchema(.label, .once, "text", "What reports call it."),
    FieldSchema(.value, .once, "number", "From 0 to 1, with up to six decimals."),
    FieldSchema(.why, .once, "text", "Why it is that much."),
  ]

  private static let checkFields = [
    FieldSchema(.level, .once, "choice", "How much a finding weighs."),
    FieldSchema(.title, .once, "text", "The check in a few words."),
    FieldSchema(.why, .once, "text", "What harm it guards against."),
    FieldSchema(.standard, .several, "text", "The newsroom standard behind it."),
    FieldSchema(.needs, .optional, "choice", "What has to be at hand; `text` unless it says otherwise."),
    FieldSchema(.onOff, .optional, "choice", "Whether it runs unless asked; `on` unless it says otherwise."),
    FieldSchema(.bad, .several, "text", "Words that the check objects to."),
    FieldSchema(.good, .several, "text", "The same, done better."),
  ]

  private static let profileFields = [
    FieldSchema(.why, .once, "text", "Whom it is for, and what it is strict about."),
    FieldSchema(.standard, .several, "text", "The newsroom standard behind it."),
    FieldSchema(
      .select, .several, "list of checks", "Only these checks, by id or beginning; those that are on, without it."),
    FieldSchema(.ignore, .several, "list of checks", "Checks that are left out."),
    FieldSchema(.error, .several, "list of checks", "Checks whose findings are errors here."),
    FieldSchema(.warning, .several, "list of checks", "Checks whose findings are warnings here."),
    FieldSchema(.note, .several, "list of checks", "Checks whose findings are notes here."),
  ]

  private static let languageFields = [
    FieldSchema(.why, .optional, "text", "A remark."),
    FieldSchema(.quotes, .several, "list of marks", "Quotation marks in pairs, opening and closing, with spaces."),
    FieldSchema(.dash, .several, "list of marks", "The dashes that set off an aside, with spaces."),
    FieldSchema(
      .abbreviations, .several, "class, then list",
      "Words with a full stop of their own; the class says when a sentence ends behind one."),
    FieldSchema(.possessives, .several, "list", "What marks possession behind an apostrophe."),
    FieldSchema(.clitics, .several, "list", "What is a word of its own behind an apostrophe."),
    FieldSchema(.elisions, .several, "list", "Words that begin with an apostrophe, which is no quotation mark there."),
    FieldSchema(.domains, .several, "list", "Last parts of host names, so that `example.com` is one word."),
    FieldSchema(.starters, .several, "list", "Words that, capitalised behind an abbreviation, begin a sentence."),
    FieldSchema(.casualStarters, .several, "list", "Words that begin a sentence in small letters in careless writing."),
    FieldSchema(.alwaysCapital, .several, "list", "Words that are capitalised wherever they stand, as I."),
    FieldSchema(
      .spelling, .several, "choice",
      "What full stops tell: before a small letter none ends a sentence; one behind a number makes an ordinal of it."),
    FieldSchema(
      .common, .several, "list", "Its most frequent words, by which texts that don't state a language are told."),
  ]
}
