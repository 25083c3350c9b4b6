import HearsayDiagnostics
import HearsayText
import Synchronization

/// A publisher of news that the rulebook knows.
public typealias Outlet = OutletDefinition

/// A set of rules, compiled: lexicons, outlets, caveats, checks, and what the matcher runs. Immutable.
public final class Rulebook: Sendable {
  /// `en`: the language that the rules are for.
  public let name: String
  public let language: LanguageSettings
  public let rules: [Rule]
  public let lexicons: [LexiconDefinition]
  public let outlets: [Outlet]
  public let caveats: [CaveatDefinition]
  public let grades: [GradeDefinition]
  public let weights: [WeightDefinition]
  public let checks: [CheckDefinition]
  public let profiles: [ProfileDefinition]
  /// The rules that the matcher runs, by status.
  public let running: Set<Rule.Status>

  let index: LexiconIndex
  let engine: Engine
  /// What rules are compiled from besides what is listed above.
  private let set: RuleSet
  private let knownPlans: Mutex<RulePlans?>
  private let outletsByID: [String: Int]
  private let outletsByDomain: [String: Int]

  /// Reads, checks and compiles rule files. There is no rulebook when one of the diagnostics is an error.
  ///
  /// Only stable rules run unless `running` asks for more.
  public static func load(
    files: [(path: String, bytes: [UInt8])], running: Set<Rule.Status> = [.stable]
  ) -> (Rulebook?, [Diagnostic]) {
    let (set, diagnostics) = RuleSet.parse(files: files.map { RuleFile(path: $0.path, bytes: $0.bytes) })
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    let (rulebook, more) = compile(set, running: running)
    return (rulebook, diagnostics + more)
  }

  /// Compiles a checked set of blocks. There is no rulebook when one of the diagnostics is an error.
  public static func compile(
    _ set: RuleSet, running: Set<Rule.Status> = [.stable]
  ) -> (Rulebook?, [Diagnostic]) {
    let language = LanguageSettings(set.languages.first)
    let output = RuleCompiler.compile(set, language: language, running: running)
    if output.diagnostics.contains(where: { $0.severity == .error }) { return (nil, output.diagnostics) }
    return (Rulebook(set, language, running, output), output.diagnostics)
  }

  init(
    _ set: RuleSet, _ language: LanguageSettings, _ running: Set<Rule.Status>, _ output: RuleCompiler.Output
  ) {
    self.language = language
    self.running = running
    name = set.languages.first?.id ?? ""
    rules = set.rules
    lexicons = set.lexicons
    outlets = set.outlets
    caveats = set.caveats
    grades = set.grades
    weights = set.weights
    checks = set.checks
    profiles = set.profiles
    index = output.lexicons
    engine = output.engine
    self.set = set
    knownPlans = Mutex(output.plans)
    var byID: [String: Int] = [:]
    var byDomain: [String: Int] = [:]
    for (i, outlet) in set.outlets.enumerated() {
      if byID[outlet.id] == nil { byID[outlet.id] = i }
      for domain in outlet.domains where byDomain[domain.lowercased()] == nil {
        byDomain[domain.lowercased()] = i
      }
    }
    outletsByID = byID
    outletsByDomain = byDomain
  }

  public var vocabulary: Vocabulary { index.vocabulary }

  /// How the patterns are anchored: for the tools of those who write rules. An image doesn't have it.
  var plans: RulePlans {
    knownPlans.withLock { known in
      if let known { return known }
      let plans = RuleCompiler.compile(set, language: language, running: running).plans ?? RulePlans()
      known = plans
      return plans
    }
  }

  /// The number of word classes, and those of which something holds: see `ScannedText.wordClass`.
  public var wordClassCount: Int { index.sets.bits.count / index.sets.stride }
  public func wordClasses(with predicate: Predicate) -> [Int] {
    (0..<wordClassCount).filter { index.sets.contains($0, predicate) }
  }

  public func outlet(id: String) -> Outlet? { outletsByID[id].map { outlets[$0] } }

  /// The outlet that publishes under a host name: `www.` and other subdomains of a known domain count as it.
  public func outlet(domain: String) -> Outlet? {
    var rest = domain.lowercased()[...]
    while !rest.isEmpty {
      if let found = outletsByDomain[String(rest)] { return outlets[found] }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
    return nil
  }
}
