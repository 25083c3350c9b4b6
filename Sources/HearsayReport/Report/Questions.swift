import HearsayAttribution
import HearsayAudit
import HearsayStory
import HearsayText

/// What to ask next, and how much of the story hangs on the answer.
enum Questions {
  static func list(_ facts: StoryFacts) -> [Question] {
    let all = originals(facts) + onRecord(facts) + numbers(facts) + findings(facts)
    var seen = Set<String>()
    return all.filter { seen.insert($0.words).inserted }.enumerated().sorted {
      ($1.element.bearsOn, $0.offset) < ($0.element.bearsOn, $1.offset)
    }.map(\.element)
  }

  /// The reports that the story passes on: every grade is second hand without them.
  private static func originals(_ facts: StoryFacts) -> [Question] {
    facts.relays.map { relay in
      Question(
        words:
          "Obtain the original report of \(relay.link.name): does it give names, numbers, access or reasons for anonymity "
          + "that are missing here?",
        bearsOn: relay.attributions.count)
    }
  }

  private static func onRecord(_ facts: StoryFacts) -> [Question] {
    guard let lead = facts.lead, let origin = facts.story.origin(of: lead), origin.isUnnamed else { return [] }
    let words = Words.quoted(facts.story.words(lead.content), 90)
    let same = facts.origins.first { $0.origin == origin }?.attributions.count ?? 1
    return [
      Question(words: "Is there a document or anybody on the record for \(words)?", bearsOn: max(1, same - 1))
    ]
  }

  private static func numbers(_ facts: StoryFacts) -> [Question] {
    facts.groups.filter { $0.count.max == nil }.map { speaker in
      Question(
        words: "How many people are “\(Escaping.line(facts.text.string(speaker.mention)))”, and how do they know?",
        bearsOn: facts.attributions(of: speaker).count)
    }
  }

  /// The statement that a finding is about, else its words.
  private static func sentence(_ finding: Finding, _ facts: StoryFacts) -> String {
    guard let id = finding.attribution, facts.attributions.indices.contains(id) else {
      return facts.text.string(finding.at)
    }
    let attribution = facts.attributions[id]
    let spans = attribution.source + attribution.cue + attribution.content
    guard let first = spans.map(\.start).min(), let last = spans.map(\.end).max() else { return "" }
    return facts.text.string(Span(first, last))
  }

  /// Checks that are questions by nature, in the words of the finding.
  private static func findings(_ facts: StoryFacts) -> [Question] {
    let origin = facts.lead.flatMap { facts.story.origin(of: $0) }
    let leading = facts.origins.first { $0.origin == origin }?.attributions.count ?? 0
    return facts.audited.findings.compactMap { finding in
      let words = Words.quoted(facts.text.string(finding.at), 60)
      let question: String? =
        switch finding.check {
        case "NUM-01": "Is \(words) one person or several?"
        case "NUM-02": "\(Words.capitalized(finding.message)) (\(words))"
        case "RTR-01":
          "What do those concerned say? " + Words.capitalized(finding.message) + "."
        case "RTR-02": "What came back when comment was sought (\(words))?"
        case "SPK-01": "Whose words are \(words)?"
        case "ATTR-01": "Who says so: \(Words.quoted(sentence(finding, facts), 90))?"
        case "ATTR-02": "Is \(words) still one source's account?"
        case "SIDE-01": "What does the other side say?"
        case "CHAIN-06", "HEDGE-02", "QUOTE-04", "NUM-03":
          "Which is right: " + words
            + finding.elsewhere.prefix(1).map {
              ", or \(Words.quoted($0.words, 60)) in \($0.name)"
            }.joined() + "?"
        case "TIME-01": "When was \(words) written?"
        case "FIG-01": "Where is \(words) from, and as of when?"
        case "VAGUE-02", "VAGUE-03": "Who stands behind \(words)?"
        case "CHAIN-02": "To whom did \(words) speak?"
        case "DENY-01": "Does the denial (\(words)) cover the claim itself?"
        case "ANON-06":
          "Does anybody say with a name: "
            + Words.quoted(finding.attribution.map { facts.story.words(facts.attributions[$0].content) } ?? words, 90)
            + "?"
        case "CON-01": "How do these go together: \(words)?"
        default: nil
        }
      // Those concerned are asked about what the story opens with, and with it about all that has the same origin.
      let bearing = finding.check == "RTR-01" ? max(2, leading / 2) : 1 + finding.related.count / 2
      return question.map { Question(words: $0, bearsOn: bearing) }
    }
  }
}
