/// What the audit of one story found, and what it could not look at.
public struct AuditResult: Sendable {
  /// By position, then by check.
  public var findings: [Finding]
  /// By check.
  public var notAssessed: [NotAssessed]

  public init(findings: [Finding], notAssessed: [NotAssessed]) {
    self.findings = findings
    self.notAssessed = notAssessed
  }
}
