import HearsayDiagnostics
import HearsayText

/// A publisher of news that the rulebook knows.
public typealias Outlet = OutletDefinition

/// A set of rules, compiled: lexicons, outlets, caveats, checks, and what the matcher runs. Immutable.
public final class Rulebook: Sendable {
  /// `en`: the language that the rules are for.
  public let name: String
  public let rules: [Rule]
  public let outlets: [Outlet]
  public let caveats: [CaveatDefinition]
  public let grades: [GradeDefinition]
  public let checks: [CheckDefinition]

  init(compiling set: RuleSet) {
    name = set.languages.first?.id ?? ""
    rules = set.rules
    outlets = set.outlets
    caveats = set.caveats
    grades = set.grades
    checks = set.checks
  }

  /// Reads, checks and compiles rule files. There is no rulebook when one of the diagnostics is an error.
  public static func load(
    files: [(path: String, bytes: [UInt8])]
  ) -> (Rulebook?, [Diagnostic]) {
    let (set, diagnostics) = RuleSet.parse(files: files.map { RuleFile(path: $0.path, bytes: $0.bytes) })
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    return (Rulebook(compiling: set), diagnostics)
  }

  public func outlet(id: String) -> Outlet? { outlets.first { $0.id == id } }
  public func outlet(domain: String) -> Outlet? { outlets.first { $0.domains.contains(domain) } }

  /// The question whether a word is in a lexicon, or in one class of it; nil when the rulebook has no such thing.
  public func predicate(_ lexicon: String, _ className: String? = nil) -> Predicate? { nil }

  /// The entries of a lexicon or of one class, each by its first form, in the order of the files.
  public func words(_ lexicon: String, _ className: String? = nil) -> [String] { [] }

  /// The first form of the entry that a form belongs to.
  public func lemma(_ form: Form, in lexicon: String) -> String? { nil }

  /// The classes of a lexicon, in the order of the files.
  public func classes(of lexicon: String) -> [String] { [] }

  /// The class of the last word of a range that is in a lexicon: the stance of a cue, for instance.
  public func className(of range: Range<Int>, in scanned: ScannedText, lexicon: String) -> String? { nil }

  /// The class of the word that a capture holds, in the lexicon that the rule's pattern names there: `stance of cue`.
  public func className(ofCapture name: String, in match: RuleMatch, of scanned: ScannedText) -> String? { nil }

  /// Tokenises a text and looks every word up. `ranges` are the bytes of its blocks, in order; phrases don't go across
  /// them. The whole text when nil.
  public func scan(_ text: SourceText, ranges: [Span]? = nil) -> ScannedText {
    ScannedText(text: text, sets: PredicateSets(bits: [0], stride: 1))
  }
}
