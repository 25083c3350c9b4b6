import HearsayAttribution
import HearsayAudit
import HearsayCorroboration
import HearsayRules
import HearsayStory
import HearsayText

/// One story with what the audit made of it: what every format takes.
public struct AuditedStory: Sendable {
  public var story: AttributedStory
  /// What is still open, by position and check.
  public var findings: [Finding]
  /// What somebody has looked at and let stand, with the reason.
  public var accepted: [AcceptedFinding]
  public var notAssessed: [NotAssessed]
  /// Ids of the speakers whom the story sets apart from those before them ("another official").
  public var setApart: Set<Int>

  public init(
    _ story: AttributedStory, findings: [Finding], accepted: [AcceptedFinding] = [], notAssessed: [NotAssessed] = [],
    setApart: Set<Int> = []
  ) {
    self.story = story
    self.findings = findings
    self.accepted = accepted
    self.notAssessed = notAssessed
    self.setApart = setApart
  }
}

extension AuditedStory {
  /// Puts further findings into their places.
  public mutating func add(_ more: [Finding]) {
    guard !more.isEmpty else { return }
    findings = (findings + more).enumerated().sorted {
      ($0.element.at, $0.element.check, $0.offset) < ($1.element.at, $1.element.check, $1.offset)
    }.map(\.element)
  }
}

/// A finding that stands in the report and no longer counts.
public struct AcceptedFinding: Sendable {
  public enum How: String, Sendable {
    /// A person said so, and why.
    case accepted
    /// It was there when the baseline was written.
    case baseline
  }

  public var finding: Finding
  public var how: How
  public var reason: String

  public init(_ finding: Finding, how: How, reason: String) {
    self.finding = finding
    self.how = how
    self.reason = reason
  }
}

/// Some stories with their audits, and what is needed to print them: the input of every format.
///
/// A report is read by people, so all its stories are in memory at once; for streams of thousands of stories there are
/// `audit --format jsonl` and `attribute --format jsonl`.
public struct SourcingReport: Sendable {
  /// In the order of the input.
  public var stories: [AuditedStory]
  public var rulebook: RulebookStamp
  public var checks: [CheckDefinition]
  public var caveats: [CaveatDefinition]
  /// Of the tool.
  public var version: String
  /// Suppressions that fit nothing any more, in words.
  public var stale: [String]
  public var options: ReportOptions
  /// What the stories claim together; nil for one story.
  public var dossier: Dossier?

  public init(
    stories: [AuditedStory], rulebook: RulebookStamp, checks: [CheckDefinition], caveats: [CaveatDefinition] = [],
    version: String, stale: [String] = [], options: ReportOptions = ReportOptions(),
    dossier: Dossier? = nil
  ) {
    self.stories = stories
    self.rulebook = rulebook
    self.checks = checks
    self.caveats = caveats
    self.version = version
    self.stale = stale
    self.options = options
    self.dossier = dossier
  }

  func check(_ id: String) -> CheckDefinition? { checks.first { $0.id == id } }

  /// What reports call a caveat.
  func label(ofCaveat id: String) -> String { caveats.first { $0.id == id }?.label ?? id }
}

/// What a user may ask of the formats.
public struct ReportOptions: Sendable {
  /// CSV: an apostrophe before what a spreadsheet would take for a formula.
  public var isFormulaSafe = false
  /// CSV: begins with a byte order mark, by which Excel knows UTF-8.
  public var hasByteOrderMark = false
  /// Text: with colours.
  public var usesColor = false
  /// JSON: each story's text stands in the output.
  public var includesText = false

  public init() {}
}

extension AttributedStory {
  /// Names the story in identifiers: the beginning of its digest, else of a digest of its id.
  ///
  /// The same text gives the same name on every machine; two files with one text share it, which is the point.
  var stableName: String {
    let digest = document.story.sha256
    let isDigest =
      digest.utf8.count >= 16 && digest.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || ($0 >= 97 && $0 <= 102) }
    return isDigest ? String(digest.prefix(16)) : StableHash.hexadecimal(document.story.id)
  }

  func words(_ spans: [Span]) -> String { spans.map { document.text.string($0) }.joined(separator: " … ") }
}
