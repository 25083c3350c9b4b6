import HearsayText

extension LanguageSettings {
  /// What the first `language` block of some files says, without the lexicons and rules that make a rulebook; nil where there
  /// is none.
  public static func read(files: [(path: String, bytes: [UInt8])]) -> LanguageSettings? {
    RuleSet.parse(files: files.map { RuleFile(path: $0.path, bytes: $0.bytes) }).0.languages.first
      .map { LanguageSettings($0) }
  }

  /// What a `language` block says, as the text core wants it; empty settings without one.
  init(_ definition: LanguageDefinition?) {
    self.init()
    guard let definition else { return }
    name = definition.id
    quotes = definition.quotes.map { QuotePair(open: $0.open, close: $0.close) }
    for list in definition.abbreviations {
      guard let kind = AbbreviationClass(rawValue: list.name) else { continue }
      addAbbreviations(kind, list.entries)
    }
    possessives = definition.possessives
    clitics = definition.clitics
    elisions = definition.elisions
    domains = definition.domains
    starters = definition.starters
    casualStarters = definition.casualStarters
    alwaysCapital = definition.alwaysCapital
    spelling = definition.spelling
    common = definition.common
  }
}
