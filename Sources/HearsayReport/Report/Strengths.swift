import HearsayAttribution
import HearsayStory

/// What the story does right: editors read reports that also praise.
enum Strengths {
  static func sentences(_ facts: StoryFacts) -> [String] {
    [
      outletEarly(facts), headline(facts), numbers(facts), described(facts), reason(facts), verification(facts),
      asked(facts),
      onRecord(facts), chains(facts),
    ].compactMap { $0 }
  }

  /// The relayed outlet stands in the first statement.
  private static func outletEarly(_ facts: StoryFacts) -> String? {
    guard !facts.has("VAGUE-01"), let lead = facts.lead, let relay = facts.story.relays(of: lead).first, relay.stated
    else { return nil }
    return "The outlet of origin, \(relay.name), is named with the first statement."
  }

  private static func headline(_ facts: StoryFacts) -> String? {
    guard let headline = facts.attributions.first(where: { $0.kind == .headline }),
      let speaker = headline.speaker, speaker.grade <= .institution
    else { return nil }
    return "The headline says whose statement it is: \(speaker.name)."
  }

  private static func numbers(_ facts: StoryFacts) -> String? {
    let counted = facts.groups.filter { $0.count.min > 1 && $0.count.max != nil }
    guard let first = counted.first else { return nil }
    return "Unnamed sources are counted (“\(Escaping.line(facts.text.string(first.mention)))”)."
  }

  private static func described(_ facts: StoryFacts) -> String? {
    let anonymous = facts.anonymous
    guard !anonymous.isEmpty, anonymous.allSatisfy({ $0.grade <= .anonymousWithRole }) else { return nil }
    return anonymous.allSatisfy { $0.grade == .anonymousWithAccess }
      ? "All unnamed sources are described by role and by how they know."
      : "Unnamed sources are described by role throughout."
  }

  private static func reason(_ facts: StoryFacts) -> String? {
    guard facts.anonymous.contains(where: { facts.hasReason($0) == true }) else { return nil }
    return "The reader is told why a name is withheld."
  }

  private static func verification(_ facts: StoryFacts) -> String? {
    guard let caveat = facts.verification, let cue = caveat.cue.first else { return nil }
    return "There is a plain statement on verification (line \(facts.line(cue)))."
  }

  private static func asked(_ facts: StoryFacts) -> String? {
    let asked = facts.caveats("comment-sought")
    let answered = facts.caveats("no-comment")
    if !asked.isEmpty, !facts.has("RTR-02") { return "Those concerned were asked, and the outcome is given." }
    if !answered.isEmpty { return "The story says who would not comment." }
    return asked.isEmpty ? nil : "Those concerned were asked."
  }

  private static func onRecord(_ facts: StoryFacts) -> String? {
    let named = facts.attributions.count { $0.speaker?.grade == .named }
    guard named >= 2, named * 2 >= facts.attributions.count else { return nil }
    return "\(named) of \(facts.attributions.count) statements are by named people."
  }

  private static func chains(_ facts: StoryFacts) -> String? {
    let relayed = facts.relayed
    guard relayed.count >= 2,
      relayed.allSatisfy({ a in facts.story.relays(of: a).allSatisfy(\.stated) })
    else { return nil }
    return "Wherever a statement comes through another outlet, the sentence says so."
  }
}
