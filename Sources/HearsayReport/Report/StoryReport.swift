import HearsayAttribution
import HearsayAudit
import HearsayStory
import HearsayText

/// What the report says of one story, in the order in which an editor reads it: plain values, no markup.
///
/// Text, Markdown, HTML and JSON print the same report; none of them adds a sentence.
public struct StoryReport: Sendable {
  /// What the user called the story.
  public var name: String
  public var outlet: String
  public var headline: String?
  /// What the story rests on, in a few sentences.
  public var bottomLine: [String]
  public var glance: [GlanceRow]
  /// The gravest first, then in the order of the text.
  public var fixes: [Fix]
  public var strengths: [String]
  public var statements: [StatementRow]
  /// What the story rests on, drawn.
  public var graph: ChainGraph
  /// For the foot of the story, to copy.
  public var sourceSummary: [String]
  /// The one that would settle most first.
  public var questions: [Question]
  public var accepted: [AcceptedRow]
  public var leftOut: [LeftOut]
  /// By reason, with the checks.
  public var notAssessed: [(why: String, checks: [String])]
  public var notes: [String]
}

public struct GlanceRow: Sendable {
  public var label: String
  public var value: String
  init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// A finding as an editor needs it: the words, why it matters, the standard, and what to write.
public struct Fix: Sendable {
  public var number: Int
  public var check: String
  public var level: Level
  public var title: String
  /// `line:column`, both from 1, in code points.
  public var place: String
  public var at: Span
  /// The story's words.
  public var words: String
  public var message: String
  public var why: String
  public var standard: String?
  public var rewrite: String?
  public var related: [(message: String, words: String, place: String)]
  /// `a3`
  public var attribution: String?
}

/// One statement of the story with its source: a line of the big table.
public struct StatementRow: Sendable {
  /// `a1`, `a2` … as in the JSON; `v1` … for caveats and `o1` … for the outlet's own voice.
  public var id: String
  public var place: String
  public var at: Span
  public var kind: String
  public var words: String
  public var who: String
  /// `G0` … `G6`; nil for a caveat.
  public var grade: Grade?
  /// `harbour official → [The Quay Times] → The Harbour Ledger`
  public var chain: String
  /// Caveats first, then what the checks say.
  public var remarks: [String]
}

public struct Question: Sendable {
  public var words: String
  /// How many statements the answer bears on.
  public var bearsOn: Int
}

public struct AcceptedRow: Sendable {
  public var check: String
  public var words: String
  public var place: String
  public var how: AcceptedFinding.How
  public var reason: String
}

/// A part of the page that is no part of the story.
public struct LeftOut: Sendable {
  public var firstLine: Int
  public var lastLine: Int
  public var kind: String
  /// Its first words.
  public var words: String
}

extension StoryReport {
  public init(_ audited: AuditedStory, in report: SourcingReport) {
    let facts = StoryFacts(audited)
    let story = audited.story
    name = story.name
    outlet = story.document.publisher?.name ?? "outlet unknown"
    headline = story.document.headline.map { story.document.text.string($0) }
    bottomLine = BottomLine.sentences(facts)
    glance = Glance.rows(facts)
    fixes = Fix.list(facts, report)
    strengths = Strengths.sentences(facts)
    statements = StatementRow.list(facts, report)
    graph = ChainGraph(stories: [story])
    sourceSummary = SourceSummary.sentences(facts)
    questions = Questions.list(facts)
    accepted = audited.accepted.map {
      AcceptedRow(
        check: $0.finding.check, words: facts.text.string($0.finding.at), place: facts.place($0.finding.at),
        how: $0.how,
        reason: $0.reason)
    }
    leftOut = LeftOut.list(facts)
    var missing: [String: [String]] = [:]
    for item in audited.notAssessed { missing[item.why, default: []].append(item.check) }
    notAssessed = missing.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
    notes = story.document.story.notes + story.notes
  }
}

extension Fix {
  static func list(_ facts: StoryFacts, _ report: SourcingReport) -> [Fix] {
    let order = facts.audited.findings.enumerated().sorted {
      ($1.element.level, $0.offset) < ($0.element.level, $1.offset)
    }
    return order.enumerated().map { i, item in
      let finding = item.element
      let check = report.check(finding.check)
      return Fix(
        number: i + 1, check: finding.check, level: finding.level, title: check?.title ?? finding.check,
        place: facts.place(finding.at), at: finding.at, words: facts.text.string(finding.at), message: finding.message,
        why: check?.why ?? "", standard: check?.standard, rewrite: finding.rewrite,
        related: finding.related.map { ($0.message, facts.text.string($0.at), facts.place($0.at)) }
          + finding.elsewhere.map { ($0.message, $0.words, $0.name) },
        attribution: finding.attribution.map { "a\($0 + 1)" })
    }
  }
}

extension LeftOut {
  /// Neighbouring blocks of one kind are one entry.
  static func list(_ facts: StoryFacts) -> [LeftOut] {
    var parts: [LeftOut] = []
    var headline = facts.story.document.headline
    for block in facts.story.document.blocks where !block.kind.isBody {
      if block.kind == .headline, let first = headline, first.overlaps(block.span) {
        headline = nil
        continue
      }
      if block.kind == .heading { continue }
      let first = facts.line(block.span)
      let last = facts.lines.line(ofByte: max(block.span.end - 1, block.span.start))
      let kind = block.kind == .headline ? "headline repeated" : block.kind.rawValue
      if let previous = parts.last, previous.kind == kind, first - previous.lastLine <= 2 {
        parts[parts.count - 1].lastLine = last
      } else {
        let words = Words.shortened(facts.text.string(block.span), to: 60)
        parts.append(LeftOut(firstLine: first, lastLine: last, kind: kind, words: words))
      }
    }
    return parts
  }
}
