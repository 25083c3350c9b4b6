import HearsayAttribution
import HearsayAudit
import HearsayText

/// Prints the findings of a story like a linter's: place, level and check in words, the words they stand on, what to write.
public struct AuditText: Sendable {
  /// Names the rule behind each finding.
  public var isVerbose: Bool

  public init(isVerbose: Bool = false) { self.isVerbose = isVerbose }

  public func write(_ story: AttributedStory, findings: [Finding], to paper: inout TerminalWriter) {
    write(AuditedStory(story, findings: findings), to: &paper)
  }

  public func write(_ audited: AuditedStory, to paper: inout TerminalWriter) {
    let story = audited.story
    let findings = audited.findings
    let lines = LineIndex(story.document.text)
    StoryHeading(story: story).write(to: &paper, lines: lines)
    for finding in findings {
      paper.newline()
      write(finding, of: story, lines, to: &paper)
    }
    if !audited.accepted.isEmpty { paper.newline() }
    for item in audited.accepted where item.how == .accepted {
      paper.write("\(story.name):\(lines.place(item.finding.at))", .place)
      paper.write(" accepted ", .faint)
      paper.write(item.finding.check, .strong)
      paper.line("  " + item.reason)
    }
    let before = audited.accepted.count { $0.how == .baseline }
    if before > 0 { paper.line("  \(before) accepted before (baseline)", .faint) }
    paper.newline()
  }

  private func write(
    _ finding: Finding, of story: AttributedStory, _ lines: LineIndex, to paper: inout TerminalWriter
  ) {
    let text = story.document.text
    let at = lines.position(ofByte: finding.at.start)
    // One unbroken line, so that editors and grep can take the place from its beginning.
    paper.write("\(story.name):\(at.line):\(at.column)", .place)
    paper.write(" ")
    paper.write(finding.level.name, finding.level.ink)
    paper.write(" ")
    paper.write(finding.check, .strong)
    paper.line("  " + finding.message)
    Excerpt(text, finding.at, lineNumber: at.line).write(to: &paper, finding.level.ink)
    for related in finding.related {
      help("\(related.message): \(Words.quoted(text.string(related.at), 60)) (\(lines.place(related.at)))", to: &paper)
    }
    for place in finding.elsewhere {
      help("\(place.message), in \(place.name): \(Words.quoted(place.words, 60))", to: &paper)
    }
    if let rewrite = finding.rewrite { help("write: \(rewrite)", to: &paper) }
    if isVerbose, let rule = finding.rule { help("rule: \(rule)", to: &paper) }
  }

  private func help(_ text: String, to paper: inout TerminalWriter) {
    let indent = Excerpt.gutter + 1
    paper.spaces(indent)
    paper.write("= ", .faint)
    paper.wrapped(text, indent: indent + 2)
    paper.newline()
  }
}

/// What a run of the audit found over all stories; workers keep their own and add them up.
public struct AuditSummary: Sendable, Equatable {
  public private(set) var stories = 0
  public private(set) var counts = [0, 0, 0]
  /// For each reason, the checks that could not be made for it.
  private var missing: [String: Set<String>] = [:]
  /// A check that has found something, for the hint at the end: the worst, then the first by name.
  private var example: (level: Level, check: String)?

  /// More than these are counted: a list of all that one story alone can't show would be longer than the findings.
  private static let mostNames = 6

  public init() {}

  public mutating func add(findings: [Finding], notAssessed: [NotAssessed]) {
    stories += 1
    for finding in findings {
      counts[finding.level.rawValue] += 1
      note(finding.level, finding.check)
    }
    for item in notAssessed { missing[item.why, default: []].insert(item.check) }
  }

  public mutating func add(_ other: AuditSummary) {
    stories += other.stories
    for i in counts.indices { counts[i] += other.counts[i] }
    missing.merge(other.missing) { $0.union($1) }
    if let example = other.example { note(example.level, example.check) }
  }

  public func count(_ level: Level) -> Int { counts[level.rawValue] }

  /// Whether anything was found at the level or above it.
  public func has(atOrAbove level: Level) -> Bool { counts[level.rawValue...].contains { $0 > 0 } }

  public func write(to paper: inout TerminalWriter) {
    let parts = Level.allCases.reversed().map { ($0, counts[$0.rawValue]) }
    for (i, part) in parts.enumerated() {
      if i > 0 { paper.write(" · ") }
      paper.write(counted(part.1, part.0.name), part.1 > 0 ? part.0.ink : .plain)
    }
    if stories > 1 { paper.write(" in \(stories) stories") }
    paper.newline()
    for (why, checks) in missing.sorted(by: { $0.key < $1.key }) {
      paper.write("not assessed: ")
      let names =
        checks.count > Self.mostNames ? "\(checks.count) checks" : checks.sorted().joined(separator: ", ")
      paper.wrapped("\(names) (\(why))", indent: 2, column: 14)
      paper.newline()
    }
    if let example { paper.line("hearsay explain \(example.check)   says why a check exists", .faint) }
  }

  public static func == (a: AuditSummary, b: AuditSummary) -> Bool {
    a.stories == b.stories && a.counts == b.counts && a.missing == b.missing && a.example?.check == b.example?.check
  }

  private mutating func note(_ level: Level, _ check: String) {
    if let known = example, level < known.level || level == known.level && check >= known.check { return }
    example = (level, check)
  }
}
