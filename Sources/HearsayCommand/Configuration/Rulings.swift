import HearsayAudit
import HearsayReport
import HearsayRules

/// What a desk has ruled on findings: some may stand, with a reason, and some were there before.
struct Rulings: Sendable {
  private let acceptances: [Acceptance]
  private let baseline: Baseline

  init(_ arguments: Arguments, _ rulebook: Rulebook) throws {
    acceptances = arguments.loaded.acceptances
    let checks = rulebook.checks.map(\.id)
    for (check, place) in acceptances.map({ ($0.check, $0.place) })
      + arguments.loaded.levels.map({ ($0.check, $0.place) })
    where !checks.contains(check) {
      throw UsageError(
        "there is no check `\(check)` (\(place))",
        help: CheckID.suggestion(for: check, among: checks) ?? "`hearsay explain` lists all checks")
    }
    baseline = try arguments.baseline.map { path throws(Failure) in try Baseline(path) } ?? Baseline()
  }

  /// Moves findings that may stand out of the way.
  ///
  /// - Returns: The names of the acceptances that were used.
  func apply(to audited: inout AuditedStory) -> Set<String> {
    var used = Set<String>()
    let path = audited.story.document.story.path ?? audited.story.document.story.id
    let here = acceptances.filter { $0.concerns(path) }
    if !here.isEmpty {
      var open: [Finding] = []
      for finding in audited.findings {
        let words = FindingKey.normalized(audited.story.document.text.string(finding.at))
        if let found = here.first(where: { $0.check == finding.check && words.contains($0.words) }) {
          used.insert(found.name)
          audited.accepted.append(AcceptedFinding(finding, how: .accepted, reason: found.reason))
        } else {
          open.append(finding)
        }
      }
      audited.findings = open
    }
    baseline.apply(to: &audited)
    return used
  }

  /// Acceptances that fitted nothing, in words. One for a story that was not read, or for a check that was not made, is not
  /// stale; one for any story may be for another than those that were read, and says so.
  func stale(used: Set<String>, paths: [String], _ selection: CheckSelection) -> [String] {
    acceptances.filter { item in
      !used.contains(item.name) && selection.contains(item.check) && paths.contains { item.concerns($0) }
    }.map {
      "`accept \($0.name)` fits nothing any more\($0.story == nil ? " in what was read" : ""): \($0.check) “\($0.words)” "
        + "(\($0.place))"
    }
  }
}
