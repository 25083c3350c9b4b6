import HearsayAttribution
import HearsayAudit
import HearsayText

/// What the analysis found in a story, in the words in which expectations ask for it.
public struct StoryFacts: Sendable {
  public let story: AttributedStory
  public let audit: AuditResult

  public init(story: AttributedStory, audit: AuditResult) {
    self.story = story
    self.audit = audit
  }

  /// Everything that an expectation could mean, in the order of the text.
  func candidates(for expectation: Expectation) -> [Candidate] {
    switch expectation.subject {
    case .attribution: attributions
    case .caveat: caveats.filter { $0.id == expectation.id }
    case .finding: findings.filter { $0.id == expectation.id }
    }
  }

  public var attributions: [Candidate] {
    story.attributions.map { a in
      Candidate(
        id: nil,
        values: [
          (.content, [words(a.content)]), (.source, [a.source.isEmpty ? "nobody" : words(a.source)]),
          (.cue, [words(a.cue)]), (.speaker, [a.speaker?.name ?? "nobody"]), (.kind, [a.kind.rawValue]),
          (.stance, [a.stance]), (.grade, [(a.speaker?.grade ?? .none).code]),
          (.chain, [a.chain.map { $0.stated ? $0.name : "(\($0.name))" }.joined(separator: " → ")]),
          (.caveat, a.caveats.map(\.caveat)), (.rule, [a.rule]),
        ])
    }
  }

  public var caveats: [Candidate] {
    story.caveats.map { c in
      Candidate(id: c.caveat, values: [(.cue, [words(c.cue)]), (.by, [c.by ?? "nobody"]), (.rule, [c.rule])])
    }
  }

  public var findings: [Candidate] {
    audit.findings.map { f in
      Candidate(id: f.check, values: [(.at, [words([f.at])]), (.message, [f.message])])
    }
  }

  private func words(_ spans: [Span]) -> String {
    spans.map { story.document.text.string($0) }.joined(separator: " … ")
  }

  /// One line for each fact of a kind, for somebody whose expectation is far from all of them.
  func overview(of subject: Expectation.Subject) -> [String] {
    switch subject {
    case .attribution:
      attributions.isEmpty
        ? ["the story has no attribution at all"]
        : ["the attributions are:"]
          + attributions.map { "  \($0.shown(.source)): \($0.shown(.content))" }
    case .caveat:
      caveats.isEmpty
        ? ["the story has no caveat at all"]
        : ["the caveats are:"] + caveats.map { "  \($0.id ?? ""): \($0.shown(.cue))" }
    case .finding:
      findings.isEmpty
        ? ["the audit finds nothing at all"]
        : ["the findings are:"] + findings.map { "  \($0.id ?? ""): \($0.shown(.at))" }
    }
  }
}

/// A fact with its fields as words.
public struct Candidate: Sendable {
  public let id: String?
  /// A field may have several values; in the order of the handbook.
  public let values: [(field: Expectation.Field, values: [String])]

  public func shown(_ field: Expectation.Field) -> String {
    (values.first { $0.field == field }?.values ?? []).map(\.singleSpaced).joined(separator: ", ")
  }

  /// All fields that say something, as an editor would write them into a test.
  public var lines: [String] {
    values.compactMap { one in
      one.values.allSatisfy(\.isEmpty)
        ? nil : one.field.rawValue.padded(to: 9) + one.values.map { $0.singleSpaced }.joined(separator: ", ")
    }
  }

  /// Whether a line's words are a value of its field: the same words between the same borders. White space and the marks
  /// at the edges are nobody's matter.
  func agrees(_ line: Expectation.Line) -> Bool {
    let wanted = line.value.comparable(in: line.field)
    return (values.first { $0.field == line.field }?.values ?? []).contains { $0.comparable(in: line.field) == wanted }
  }

  func sharesWords(_ line: Expectation.Line) -> Bool {
    let wanted = Set(line.value.lowercased().split(separator: " ").filter { $0.utf8.count > 3 })
    return !wanted.isDisjoint(with: Set(shown(line.field).lowercased().split { $0.isWhitespace }))
  }
}

extension String {
  /// Runs of white space as one space.
  fileprivate var singleSpaced: String { split { $0.isWhitespace }.joined(separator: " ") }

  /// What two ways of writing the same value have in common.
  fileprivate func comparable(in field: Expectation.Field) -> String {
    switch field {
    case .content, .source, .cue, .at, .by, .message:
      var pieces = singleSpaced.replacing(" ... ", with: " … ").split(separator: " … ").map(String.init)
      for i in pieces.indices { pieces[i] = pieces[i].trimmingMarks }
      return pieces.joined(separator: " … ")
    case .chain:
      return singleSpaced.replacing("->", with: "→").replacing(" →", with: "→").replacing("→ ", with: "→")
    case .speaker, .kind, .stance, .grade, .caveat, .rule:
      return singleSpaced
    }
  }

  /// Without quotation marks, commas and stops at the edges: nobody thinks of them as part of what was said.
  private var trimmingMarks: String {
    let marks: Set<Character> = ["“", "”", "\"", "‘", "’", "'", "«", "»", "„", ",", ".", ";", ":", " ", "—", "–"]
    var rest = self[...]
    while let first = rest.first, marks.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, marks.contains(last) { rest = rest.dropLast() }
    return String(rest)
  }

  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(width - count, 1)) }
}
