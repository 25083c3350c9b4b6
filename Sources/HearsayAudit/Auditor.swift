import HearsayAttribution
import HearsayDiagnostics
import HearsayRules

/// Finds what an editor should look at in the sourcing of a story: attributed story → findings.
///
/// Each check is one small function over a `Galley`; what a check is called, how much it weighs and why it exists stands
/// in the rulebook, and so do the words it looks for. A check that the rulebook doesn't define is not made. All defined
/// checks are made, those that are off by default as well: whoever prints the findings chooses.
public struct Auditor: Sendable {
  private let rulebook: Rulebook
  private let lexis: AuditLexis
  private let limits: AuditLimits
  private let checks: [(definition: CheckDefinition, check: Check)]
  /// Checks that are rules of the rulebook and nothing else.
  private let patternChecks: [CheckDefinition]

  public init(_ rulebook: Rulebook, limits: AuditLimits = AuditLimits()) {
    self.rulebook = rulebook
    self.limits = limits
    lexis = AuditLexis(rulebook)
    checks = CheckTable.all.compactMap { check in
      rulebook.checks.first { $0.id == check.id }.map { ($0, check) }
    }
    patternChecks = rulebook.checks.filter { definition in
      definition.needs != .dossier && !CheckTable.all.contains { $0.id == definition.id }
    }
  }

  public func audit(_ story: AttributedStory) -> AuditResult {
    if rulebook.rules.isEmpty { return AuditResult(findings: [], notAssessed: nothingAssessed) }
    let galley = Galley(story, rulebook, lexis, limits)
    var findings: [Finding] = []
    var notAssessed = missingInput
    for (definition, check) in checks {
      if CheckTable.needHeadline.contains(check.id), galley.headline == nil {
        notAssessed.append(NotAssessed(check: check.id, why: "the text has no headline"))
        continue
      }
      if definition.needs == .metadata, let why = PublicationChecks.missing(check.id, galley) {
        notAssessed.append(NotAssessed(check: check.id, why: why))
        continue
      }
      findings += check.look(galley).map { Finding($0, definition) }
    }
    for definition in patternChecks {
      findings += galley.patternRemarks(definition).map { Finding($0, definition) }
    }
    findings.sort { ($0.at, $0.check, $0.message) < ($1.at, $1.check, $1.message) }
    return AuditResult(findings: findings, notAssessed: notAssessed.sorted { $0.check < $1.check })
  }

  /// Without rules nobody's words are attributed, and all that a check could say is that.
  private var nothingAssessed: [NotAssessed] {
    rulebook.checks.map { NotAssessed(check: $0.id, why: "there are no rules for the story's language") }
      .sorted { $0.check < $1.check }
  }

  /// Checks that one text alone can't answer.
  private var missingInput: [NotAssessed] {
    rulebook.checks.filter { $0.needs == .dossier }.map {
      NotAssessed(check: $0.id, why: "needs other stories on the same event")
    }
  }
}

extension Finding {
  init(_ remark: Remark, _ definition: CheckDefinition) {
    self.init(
      check: definition.id, level: remark.level ?? Level(definition.level), message: remark.message, at: remark.at,
      related: remark.related, rewrite: remark.rewrite, attribution: remark.attribution, rule: remark.rule)
    elsewhere = remark.elsewhere
  }
}

extension Level {
  fileprivate init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }
}
