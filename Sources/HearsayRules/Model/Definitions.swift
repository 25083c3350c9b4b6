import HearsayDiagnostics
import HearsayText

/// `caveat ID`: something that a text says about verification.
public struct CaveatDefinition: Sendable {
  public var id: String
  public var location: SourceLocation
  /// What a report calls it.
  public var label: String
  /// What it does to the claims that it covers.
  public var effect: String?
  public var why: String
}

/// `grade ID`: one step of the scale of sourcing.
public struct GradeDefinition: Sendable {
  public var id: String
  public var location: SourceLocation
  public var label: String
  public var why: String
}

/// `weight NAME`: a number that the score of a claim is made of.
public struct WeightDefinition: Sendable {
  public var name: String
  public var location: SourceLocation
  public var label: String
  /// In millionths, from 0 to 1,000,000: a decimal is kept as it was written.
  public var millionths: Int
  public var why: String
}

/// `check ID`: an audit check that rules and code report findings under.
public struct CheckDefinition: Sendable {
  /// `NUM-01`.
  public var id: String
  public var location: SourceLocation
  public var level: Severity
  public var title: String
  public var why: String
  /// The newsroom standard behind it.
  public var standard: String?
  public var needs: Need
  public var isOnByDefault: Bool
  /// Sentences that the check should find something in, and ones that do it better.
  public var bad: [String]
  public var good: [String]

  /// What has to be at hand for the check to be made.
  public enum Need: String, CaseIterable, Sendable { case text, dossier, metadata }
}

/// `profile NAME`: which checks a kind of desk wants, and how much they weigh there.
public struct ProfileDefinition: Sendable {
  /// A check's id or its beginning, as written.
  public struct Entry: Sendable {
    public var prefix: String
    public var location: SourceLocation
  }

  public var id: String
  public var location: SourceLocation
  public var why: String
  public var standards: [String] = []
  /// Empty for the checks that are on by default.
  public var select: [Entry] = []
  public var ignore: [Entry] = []
  /// The last one that fits a check counts.
  public var levels: [(entry: Entry, level: Severity)] = []

  /// The level of a check here; nil where the profile leaves it as it is.
  public func level(of check: String) -> Severity? { levels.last { check.hasPrefix($0.entry.prefix) }?.level }
}

/// `fragment NAME`: patterns that several rules use, as `%NAME`.
public struct FragmentDefinition: Sendable {
  public var name: String
  public var location: SourceLocation
  public var why: String
  public var patterns: [Pattern]
}

/// `language ID`: how a language writes quotations, dashes and abbreviations.
public struct LanguageDefinition: Sendable {
  /// `en`.
  public var id: String
  public var location: SourceLocation
  public var why: String?
  /// Opening and closing marks, in the order in which they are written in the file.
  public var quotes: [QuotePair]
  /// The dashes that can set off a quotation or an aside.
  public var dashes: [String]
  /// Words with a full stop of their own, by class; a class may come up more than once.
  public var abbreviations: [Abbreviations]
  /// What marks possession behind an apostrophe.
  public var possessives: [String]
  /// What is a word of its own behind an apostrophe.
  public var clitics: [String]
  /// Words that begin with an apostrophe.
  public var elisions: [String]
  /// Last parts of host names.
  public var domains: [String]
  /// Words that, capitalised behind an abbreviation, begin a sentence.
  public var starters: [String]
  /// Words that begin a sentence in small letters in careless writing.
  public var casualStarters: [String]
  /// Words that are capitalised wherever they stand.
  public var alwaysCapital: [String]
  public var spelling: LanguageSettings.Spelling
  /// Its most frequent words.
  public var common: [String]

  /// What `spelling` can say.
  static let spellings: [(name: String, value: LanguageSettings.Spelling)] = [
    ("capital-starts", .capitalStarts), ("ordinal-stops", .ordinalStops),
  ]

  public struct QuotePair: Hashable, Sendable {
    public var open: String
    public var close: String
  }

  public struct Abbreviations: Sendable {
    /// What a class says of a full stop, from "never ends a sentence" to "ends one before a capital".
    static let classes = LanguageSettings.AbbreviationClass.allCases.map(\.rawValue)

    /// One of `classes`.
    public var name: String
    /// As written, with the stop.
    public var entries: [String]
    public var location: SourceLocation
  }
}

/// `outlet ID`: one publisher of news, as far as the rulebook knows it.
public struct OutletDefinition: Sendable {
  public var id: String
  public var location: SourceLocation
  public var name: String
  /// What texts call it; the name is one of them, whether the block repeats it or not.
  public var aliases: [Alias]
  public var domains: [String]
  /// ISO 3166 code.
  public var country: String?
  /// `wire`, `newspaper` …
  public var kind: String?
  public var control: Control?
  public var owner: String?
  public var note: String?
  /// Where the facts of the block are from.
  public var source: String?

  public struct Alias: Sendable {
    public var text: String
    public var location: SourceLocation
  }

  /// Who decides what the outlet publishes: `state RU`, `public GB`.
  public struct Control: Hashable, Sendable {
    public var kind: String
    public var country: String?
  }
}
