import HearsayAttribution
import HearsayStory

/// One paragraph on the sources, to paste under the story: what it rests on, what they could know, what is missing.
enum SourceSummary {
  static func sentences(_ facts: StoryFacts) -> [String] {
    guard !facts.attributions.isEmpty else { return ["This text attributes none of its statements."] }
    return [rests(facts), access(facts), publisher(facts), support(facts), asSaid(facts), basis(facts)].compactMap {
      $0
    }
  }

  private static func rests(_ facts: StoryFacts) -> String {
    let people = peopleCited(facts)
    let outlets = facts.relays.map(\.link.called)
    let named = facts.voices
    if outlets.count == 1, let outlet = outlets.first, named.isEmpty {
      return people.map { "This report rests on one publication, \(outlet), which cites \($0)." }
        ?? Words.sentence("This report rests on one publication, \(outlet)")
    }
    var parts: [String] = []
    if !outlets.isEmpty {
      parts.append("on reports of \(Words.list(outlets))" + (people.map { ", which cite \($0)" } ?? ""))
    }
    if outlets.isEmpty, let people { parts.append("on \(people)") }
    if !named.isEmpty { parts.append("on statements by \(Words.some(named, 6))") }
    return parts.isEmpty
      ? "This report names nobody who stands behind its statements."
      : Words.sentence("This report rests \(parts.joined(separator: "; and "))")
  }

  /// `four unnamed individuals (at least three different people) and “sources familiar …”`
  private static func peopleCited(_ facts: StoryFacts) -> String? {
    var parts: [String] = []
    let individuals = facts.individuals
    if !individuals.isEmpty {
      let least = AnonymousPeople.least(facts)
      var words = Words.count(individuals.count, "unnamed individual")
      if individuals.count > 1, least < individuals.count {
        words += " (at least \(Words.number(least)) different people)"
      }
      parts.append(words)
    }
    parts += facts.groups.map { "“\($0.name)”" }
    return parts.isEmpty ? nil : Words.list(parts)
  }

  private static func access(_ facts: StoryFacts) -> String? {
    let anonymous = facts.individuals + facts.groups
    guard !anonymous.isEmpty else { return nil }
    let known = anonymous.count { $0.grade == .anonymousWithAccess }
    if known == 0 { return "How the unnamed sources know what they say is not described." }
    if known == anonymous.count { return "How the unnamed sources know is described for each of them." }
    return "How they know is described for \(Words.number(known)) of \(Words.number(anonymous.count)) only."
  }

  private static func publisher(_ facts: StoryFacts) -> String? {
    let publisher = facts.publisherFirst
    guard !facts.relayed.isEmpty else {
      return facts.verification.map { _ in "\(publisher) says that it could not verify everything." }
    }
    return facts.verification != nil
      ? "\(publisher) says that it could not verify the accounts it passes on."
      : "\(publisher) does not say whether it verified the accounts it passes on."
  }

  private static func support(_ facts: StoryFacts) -> String? {
    guard let lead = facts.lead, let origin = facts.story.origin(of: lead) else { return nil }
    switch origin.kind {
    case .unnamed, .ownUnnamed:
      return "No document or on-the-record statement in this text supports what the story opens with."
    case .outlet: return "What the story opens with is \(origin.name)'s report; its own sources are not repeated there."
    case .person, .institution: return "What the story opens with is on the record (\(origin.name))."
    }
  }

  /// How sure a reader can be that the words were said: a question of the way they took, not of their truth.
  private static func asSaid(_ facts: StoryFacts) -> String {
    let words =
      if facts.relayed.count * 2 < facts.attributions.count { "high" } else if facts.relays.isEmpty {
        "low"
      } else { "moderate" }
    return "Confidence that these statements were made as reported: \(words)."
  }

  private static func basis(_ facts: StoryFacts) -> String {
    let onRecord = facts.origins.count { !$0.origin.isUnnamed && $0.origin.kind != .outlet }
    let opensUnnamed =
      facts.lead.flatMap { facts.story.origin(of: $0) }.map { $0.isUnnamed || $0.kind == .outlet } ?? true
    let words =
      if onRecord == 0 { "limited" } else if opensUnnamed {
        "limited for what the story opens with, partial for the rest"
      } else { "partial" }
    return "Basis for judging whether they are accurate: \(words)."
  }
}
