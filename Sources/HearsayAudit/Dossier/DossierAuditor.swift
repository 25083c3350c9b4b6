import HearsayAttribution
import HearsayCorroboration
import HearsayRules

/// Finds what only several stories together show: dossier → findings, story by story.
///
/// As with `Auditor`, each check is a function, and what it is called and why it exists stands in the rulebook. Stories are
/// compared in pairs where one passes on the other, or where both have something from one origin.
public struct DossierAuditor: Sendable {
  private let rulebook: Rulebook
  private let lexis: AuditLexis
  private let limits: AuditLimits
  private let checks: [(definition: CheckDefinition, check: DossierCheck)]

  public init(_ rulebook: Rulebook, limits: AuditLimits = AuditLimits()) {
    self.rulebook = rulebook
    self.limits = limits
    lexis = AuditLexis(rulebook)
    checks = DossierCheckTable.all.compactMap { check in
      rulebook.checks.first { $0.id == check.id }.map { ($0, check) }
    }
  }

  /// The ids of all checks that need several stories.
  public static var checks: Set<String> { Set(DossierCheckTable.all.map(\.id)) }

  /// - Returns: For each story, in the dossier's order, what was found in it, by position and check.
  public func audit(_ dossier: Dossier) -> [[Finding]] {
    guard dossier.stories.count > 1 else { return dossier.stories.map { _ in [] } }
    let galleys = DossierGalley(dossier, dossier.stories.map { Galley($0, rulebook, lexis, limits) }, rulebook)
    var findings = [[Finding]](repeating: [], count: dossier.stories.count)
    for (definition, check) in checks {
      for note in check.look(galleys) { findings[note.story].append(Finding(note.remark, definition)) }
    }
    return findings.map { $0.sorted { ($0.at, $0.check, $0.message) < ($1.at, $1.check, $1.message) } }
  }
}

/// A remark on one story of a dossier.
struct DossierRemark: Sendable {
  var story: Int
  var remark: Remark
}

/// All checks of several stories, by id.
enum DossierCheckTable {
  static let all: [DossierCheck] = [
    DossierCheck("ATTR-05", OriginChecks.faded),
    DossierCheck("CHAIN-01", CopyChecks.uncredited),
    DossierCheck("COR-02", CopyChecks.duplicates),
    DossierCheck("COR-01", OriginChecks.oneOrigin),
    DossierCheck("COR-03", OriginChecks.saidToBeConfirmed),
    DossierCheck("CHAIN-05", OriginChecks.circular),
    DossierCheck("CON-01", OriginChecks.tension),
    DossierCheck("CON-01", TensionChecks.across),
    DossierCheck("CHAIN-06", RelayChecks.differsFromOriginal),
    DossierCheck("CHAIN-07", RelayChecks.anotherStory),
    DossierCheck("CAV-03", RelayChecks.caveatDropped),
    DossierCheck("HEDGE-02", RelayChecks.hedgeChanged),
    DossierCheck("NUM-03", RelayChecks.sourcesCountedDifferently),
    DossierCheck("QUOTE-04", QuotationPairChecks.twoWordings),
  ]
}
