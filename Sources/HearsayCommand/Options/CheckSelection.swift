import HearsayAudit
import HearsayRules

/// Which checks report: those that are on by default, or the ones that begin as `--select` says, without the ones that
/// begin as `--ignore` says.
struct CheckSelection: Sendable {
  private let chosen: Set<String>

  init(_ arguments: Arguments, _ rulebook: Rulebook) throws(UsageError) {
    let known = rulebook.checks.map(\.id)
    for (name, prefixes) in [("select", arguments.select), ("ignore", arguments.ignore)] {
      for prefix in prefixes where !known.contains(where: { CheckSelection.begins($0, prefix) }) {
        throw UsageError(
          "`--\(name) \(prefix)` fits no check", help: didYouMean(prefix, known) ?? "`hearsay explain` lists all checks"
        )
      }
    }
    chosen = Set(
      rulebook.checks.lazy
        .filter { check in
          arguments.select.isEmpty
            ? check.isOnByDefault : arguments.select.contains { CheckSelection.begins(check.id, $0) }
        }
        .map(\.id)
        .filter { id in !arguments.ignore.contains { CheckSelection.begins(id, $0) } })
  }

  func contains(_ check: String) -> Bool { chosen.contains(check) }

  /// `ANON` and `ANON-0` begin `ANON-01`, which also begins itself.
  private static func begins(_ id: String, _ prefix: String) -> Bool { id.hasPrefix(prefix) }
}

extension CheckSelection {
  func filter(_ result: AuditResult) -> AuditResult {
    AuditResult(
      findings: result.findings.filter { contains($0.check) },
      notAssessed: result.notAssessed.filter { contains($0.check) })
  }
}
