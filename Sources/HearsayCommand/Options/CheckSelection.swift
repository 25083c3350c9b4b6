import HearsayAudit
import HearsayRules

/// Which checks report: those that are on by default, or the ones that begin as `--select` says, without the ones that
/// begin as `--ignore` says.
struct CheckSelection: Sendable {
  private let chosen: Set<String>
  /// Levels that a profile or the configuration gives to checks.
  private let levels: [String: Level]

  init(_ arguments: Arguments, _ rulebook: Rulebook) throws(UsageError) {
    let known = rulebook.checks.map(\.id)
    for (name, prefixes) in [("select", arguments.select), ("ignore", arguments.ignore)] {
      for prefix in prefixes where !known.contains(where: { CheckSelection.begins($0, prefix) }) {
        throw UsageError(
          "`--\(name) \(prefix)` fits no check",
          help: CheckID.suggestion(for: prefix, among: known) ?? "`hearsay explain` lists all checks")
      }
    }
    let profile = try CheckSelection.profile(arguments, rulebook)
    let off = arguments.loaded.levels.filter { $0.level == nil }.map(\.check)
    let wanted = arguments.select.isEmpty ? profile?.select.map(\.prefix) ?? [] : arguments.select
    let unwanted = arguments.ignore + (profile?.ignore.map(\.prefix) ?? []) + off
    chosen = Set(
      rulebook.checks.lazy
        .filter { check in
          wanted.isEmpty ? check.isOnByDefault : wanted.contains { CheckSelection.begins(check.id, $0) }
        }
        .map(\.id)
        .filter { id in !unwanted.contains { CheckSelection.begins(id, $0) } })
    var levels: [String: Level] = [:]
    for id in known {
      if let severity = profile?.level(of: id) { levels[id] = Level.allCases.first { $0.name == severity.name } }
    }
    for item in arguments.loaded.levels { levels[item.check] = item.level }
    self.levels = levels
  }

  private static func profile(_ arguments: Arguments, _ rulebook: Rulebook) throws(UsageError) -> ProfileDefinition? {
    guard let name = arguments.profile else { return nil }
    if let found = rulebook.profiles.first(where: { $0.id == name }) { return found }
    let names = rulebook.profiles.map(\.id)
    throw UsageError(
      "there is no profile `\(name)`",
      help: didYouMean(name, names) ?? "the profiles are \(names.joined(separator: ", "))")
  }

  func contains(_ check: String) -> Bool { chosen.contains(check) }

  /// `ANON` and `ANON-0` begin `ANON-01`, which also begins itself.
  private static func begins(_ id: String, _ prefix: String) -> Bool { id.hasPrefix(prefix) }
}

extension CheckSelection {
  func filter(_ result: AuditResult) -> AuditResult {
    AuditResult(
      findings: result.findings.filter { contains($0.check) }.map { finding in
        var finding = finding
        finding.level = levels[finding.check] ?? finding.level
        return finding
      },
      notAssessed: result.notAssessed.filter { contains($0.check) })
  }
}
