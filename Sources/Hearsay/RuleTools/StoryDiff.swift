import HearsayAttribution
import HearsayAudit
import HearsayReport
import HearsayRules
import HearsayStory
import HearsayText

/// What a change of rules changes: the facts of a story under one rulebook beside those under another.
public struct StoryDiff {
  private var before: Pipeline.Desk
  private var after: Pipeline.Desk

  public init(_ before: Rulebook, _ after: Rulebook) {
    self.before = Pipeline(rulebook: before).makeDesk()
    self.after = Pipeline(rulebook: after).makeDesk()
  }

  /// The changes in the order of the text.
  public mutating func changes(in story: Story) -> [StoryChange] {
    let old = Self.facts(story, &before)
    let new = Self.facts(story, &after)
    return Self.changes(old, new)
  }

  /// A fact with its place and its fields as words.
  struct Fact: Equatable {
    var subject: String
    var at: Span
    /// What two readings of the same fact share: the words that make it one.
    var core: [Span]
    var words: String
    var fields: [(name: String, value: String)]

    static func == (a: Fact, b: Fact) -> Bool {
      a.subject == b.subject && a.at == b.at && a.core == b.core && a.words == b.words
        && a.fields.elementsEqual(b.fields, by: { $0 == $1 })
    }
  }

  static func facts(_ story: Story, _ desk: inout Pipeline.Desk) -> [Fact] {
    let attributed = desk.attribute(desk.document(story))
    let text = story.text
    func words(_ spans: [Span]) -> String {
      spans.map { text.string($0) }.joined(separator: " … ").split { $0.isWhitespace }.joined(separator: " ")
    }
    var facts = attributed.attributions.map { a in
      Fact(
        subject: "attribution", at: (a.cue + a.content).min() ?? Span(0, 0), core: a.cue.isEmpty ? a.content : a.cue,
        words: words(a.content),
        fields: [
          ("content", words(a.content)), ("source", words(a.source)), ("cue", words(a.cue)),
          ("speaker", a.speaker?.name ?? ""), ("kind", a.kind.rawValue), ("stance", a.stance),
          ("grade", (a.speaker?.grade ?? .none).code),
          ("chain", a.chain.map { $0.stated ? $0.name : "(\($0.name))" }.joined(separator: " → ")),
          ("caveats", a.caveats.map { "\($0.caveat) (\($0.certainty.rawValue))" }.joined(separator: ", ")),
          ("rule", a.rule),
        ])
    }
    facts += attributed.caveats.map { c in
      Fact(
        subject: "caveat \(c.caveat)", at: c.cue.min() ?? Span(0, 0), core: c.cue, words: words(c.cue),
        fields: [("by", c.by ?? ""), ("covers", "\(c.covers.count)"), ("rule", c.rule)])
    }
    facts += desk.audit(attributed).findings.map { f in
      Fact(
        subject: "finding \(f.check)", at: f.at, core: [f.at], words: words([f.at]),
        fields: [("level", f.level.name), ("message", f.message), ("rewrite", f.rewrite ?? "")])
    }
    return facts
  }

  /// Facts that are equal are left out; of the others, those on the same words are one that has changed.
  static func changes(_ old: [Fact], _ new: [Fact]) -> [StoryChange] {
    var lost = old
    var added: [Fact] = []
    for fact in new {
      if let same = lost.firstIndex(of: fact) { lost.remove(at: same) } else { added.append(fact) }
    }
    var changes: [StoryChange] = []
    for fact in added {
      let partner = lost.firstIndex { other in
        other.subject == fact.subject && other.core.contains { x in fact.core.contains { $0.overlaps(x) } }
      }
      guard let partner else {
        changes.append(change(.added, fact))
        continue
      }
      let other = lost.remove(at: partner)
      let fields = zip(other.fields, fact.fields).filter { $0.value != $1.value }
      changes.append(
        StoryChange(
          kind: .changed, subject: fact.subject, at: fact.at, words: fact.words,
          fields: fields.map { .init(name: $0.name, before: $0.value, after: $1.value) }))
    }
    changes += lost.map { change(.lost, $0) }
    return changes.sorted { ($0.at, $0.subject, $0.kind.rawValue) < ($1.at, $1.subject, $1.kind.rawValue) }
  }

  private static func change(_ kind: StoryChange.Kind, _ fact: Fact) -> StoryChange {
    let shown = fact.fields.filter { !$0.value.isEmpty && $0.name != "content" && $0.value != fact.words }
    return StoryChange(
      kind: kind, subject: fact.subject, at: fact.at, words: fact.words,
      fields: shown.map { field in
        StoryChange.Field(
          name: field.name, before: kind == .lost ? field.value : "", after: kind == .lost ? "" : field.value)
      })
  }
}
