import HearsayDiagnostics

/// What is parsed: a path as diagnostics should print it, and the bytes of the file.
public typealias RuleFile = SourceFile

/// All blocks of a set of rule files, checked: what the compiler turns into a `Rulebook`.
///
/// Every name that a block uses is known, `extends` and `replaces` are carried out, fragments have no cycles. Lists are
/// in the order of the files. After errors the set holds what could be read; it must not be compiled then.
public struct RuleSet: Sendable {
  public var files: [RuleFile] = []
  public var languages: [LanguageDefinition] = []
  public var lexicons: [LexiconDefinition] = []
  public var outlets: [OutletDefinition] = []
  public var caveats: [CaveatDefinition] = []
  public var grades: [GradeDefinition] = []
  public var weights: [WeightDefinition] = []
  public var checks: [CheckDefinition] = []
  public var profiles: [ProfileDefinition] = []
  public var fragments: [FragmentDefinition] = []
  public var rules: [Rule] = []

  public init() {}
}
