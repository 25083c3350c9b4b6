import HearsayAttribution
import HearsayAudit
import HearsayStory

/// What the story rests on, in a few sentences: the first thing an editor reads.
///
/// It says "rests on", "comes from", "not shown"; it never says whether a statement is so.
enum BottomLine {
  static func sentences(_ facts: StoryFacts) -> [String] {
    guard !facts.attributions.isEmpty else {
      return [
        "No statement in this text is attributed to anybody. Everything in it stands on \(facts.publisher)'s own word."
      ]
    }
    return [
      restsOn(facts), opening(facts), adds(facts), longestWay(facts), origins(facts), oneSide(facts),
      publishable(facts),
    ]
    .compactMap { $0 }
  }

  /// Through whom the statements come.
  private static func restsOn(_ facts: StoryFacts) -> String {
    let sourced = facts.attributions.filter { facts.story.origin(of: $0) != nil }
    guard !sourced.isEmpty else {
      return "Statements are handed on, and nobody who could be asked stands behind any of them."
    }
    guard let main = facts.relays.first, !facts.relayed.isEmpty else { return firstHand(facts, sourced) }
    let name = main.link.called
    let isAll = sourced.allSatisfy { a in facts.story.relays(of: a).contains { $0.isSame(as: main.link) } }
    if isAll {
      return facts.origins.allSatisfy(\.origin.isUnnamed)
        ? "Every sourced statement in this story comes from unnamed sources through one other outlet, \(name)."
        : "Every sourced statement in this story comes through one other outlet, \(name)."
    }
    let others = facts.relays.dropFirst().map(\.link.called)
    let voices = facts.voices
    let count = main.attributions.count
    let through = "\(count) of \(facts.attributions.count) statements \(count == 1 ? "comes" : "come") through"
    var sentence: String
    if facts.isRelay(main) {
      sentence = "A relay of \(name): \(through) it"
      if !others.isEmpty { sentence += ", others through \(Words.some(others))" }
      if !voices.isEmpty {
        sentence += "; \(Words.some(voices)) \(voices.count == 1 ? "speaks" : "speak") without another outlet between"
      }
    } else {
      sentence =
        voices.isEmpty
        ? ""
        : "\(Words.capitalized(Words.some(voices))) \(voices.count == 1 ? "speaks" : "speak") without another outlet between; "
      sentence += "\(through) \(name)"
      if !others.isEmpty { sentence += ", others through \(Words.some(others))" }
    }
    sentence = Words.sentence(sentence)
    if let lead = facts.lead, let origin = facts.story.origin(of: lead), origin.isUnnamed {
      sentence += " What it opens with rests on \(origin.words)."
    }
    return sentence
  }

  private static func firstHand(_ facts: StoryFacts, _ sourced: [Attribution]) -> String {
    let named = facts.named.count
    let unnamed = facts.anonymous.count
    if unnamed == 0 {
      return named > 0
        ? "The story's statements come from \(Words.count(named, "named speaker")) and pass through no other outlet."
        : "The story's statements come from offices or documents, with no person named, and pass through no other outlet."
    }
    let people = Words.count(unnamed, "unnamed source")
    if named == 0 { return "The story rests on \(people) of \(facts.publisher); nobody in it is named." }
    return "The story rests on \(Words.count(named, "named speaker")) and \(people), without another outlet between."
  }

  /// An opening that names nobody.
  private static func opening(_ facts: StoryFacts) -> String? {
    guard let finding = facts.findings("VAGUE-01").first else { return nil }
    let words = Words.quoted(facts.text.string(finding.at), 60)
    guard let main = facts.relays.first?.link.name else { return "It opens with \(words) and names nobody." }
    return "It opens with \(words); that the report is \(main)'s comes later."
  }

  /// What the publisher does besides passing on.
  private static func adds(_ facts: StoryFacts) -> String? {
    guard !facts.relayed.isEmpty else {
      guard !facts.anonymous.isEmpty else { return nil }
      return facts.verification.map { _ in "\(facts.publisherFirst) says that it could not verify all of it." }
    }
    let ownUnnamed = facts.anonymous.contains { speaker in
      facts.attributions(of: speaker).contains { facts.story.relays(of: $0).isEmpty }
    }
    let addsNothing = facts.firstHand.isEmpty && !ownUnnamed
    let verified =
      facts.verification != nil ? "says it could not verify" : "does not say whether it verified what it passes on"
    return addsNothing
      ? "\(facts.publisherFirst) adds no source of its own and \(verified)." : "\(facts.publisherFirst) \(verified)."
  }

  /// Words that pass through many hands before the reader has them.
  private static func longestWay(_ facts: StoryFacts) -> String? {
    guard let longest = facts.attributions.max(by: { $0.chain.count < $1.chain.count }), longest.chain.count >= 4
    else { return nil }
    return
      "The longest way to the reader has \(Words.number(longest.chain.count)) stations: \(Words.chain(longest.chain))."
  }

  private static func origins(_ facts: StoryFacts) -> String {
    let count = facts.origins.count
    let unnamed = facts.origins.count { $0.origin.isUnnamed }
    var parts = [Words.capitalized(Words.count(count, "origin"))]
    if count == 0 { return "No origin of any statement is shown." }
    if unnamed == count {
      parts.append("no named source")
    } else if unnamed > 0 {
      parts.append("\(Words.number(unnamed)) of them unnamed")
    }
    return parts.joined(separator: ", ") + "."
  }

  private static func oneSide(_ facts: StoryFacts) -> String? {
    facts.has("SIDE-01") ? "All speakers are of one side." : nil
  }

  /// What may be written over such a story.
  private static func publishable(_ facts: StoryFacts) -> String? {
    guard let lead = facts.lead, let relay = facts.story.relays(of: lead).first,
      lead.speaker?.anonymous != false || lead.speaker?.kind == .outlet
    else { return nil }
    let headline = facts.audited.findings.first {
      ($0.check == "HEAD-01" || $0.check == "VAGUE-01") && facts.story.document.headline?.overlaps($0.at) == true
    }
    let vague = headline.map { ", not “\(Escaping.line(facts.text.string($0.at)))”" } ?? ""
    return "The text supports “\(relay.name) reports …”\(vague); it does not support stating the matter as established."
  }
}
