import HearsayAttribution
import HearsayStory

/// The table at the top: the story's sourcing in a dozen rows.
enum Glance {
  static func rows(_ facts: StoryFacts) -> [GlanceRow] {
    let document = facts.story.document
    var outlet = document.publisher.map(\.name) ?? "not in the text"
    if document.publisher?.how == .inferred { outlet += " (inferred)" }
    if !document.byline.isEmpty { outlet += "; " + Words.list(document.byline) }
    return [
      GlanceRow("Outlet, author", outlet),
      GlanceRow("Date", document.published ?? "not in the text"),
      GlanceRow("Sourcing", sourcing(facts)),
      GlanceRow("People behind it", people(facts)),
      GlanceRow("Own reporting", ownReporting(facts)),
      GlanceRow("Independent origins", origins(facts)),
      GlanceRow("Verification statement", verification(facts)),
      GlanceRow("Reason for anonymity", reasons(facts)),
      GlanceRow("Comment sought", comment(facts)),
      GlanceRow("Original report", original(facts)),
      GlanceRow("Left out of the analysis", leftOut(facts)),
    ]
  }

  /// `13 statements: G1 one · G3 eight …`
  private static func sourcing(_ facts: StoryFacts) -> String {
    var counts = [Int](repeating: 0, count: Grade.allCases.count)
    for attribution in facts.attributions { counts[(attribution.speaker?.grade ?? .none).rawValue] += 1 }
    let own = StatementRow.ownVoice(facts).count
    counts[Grade.none.rawValue] += own
    let parts = Grade.allCases.filter { counts[$0.rawValue] > 0 }.map {
      "\($0.code) \(Words.number(counts[$0.rawValue]))"
    }
    let total = facts.attributions.count + own
    return (total == 1 ? "1 item" : "\(total) items") + (parts.isEmpty ? "" : ": " + parts.joined(separator: " · "))
  }

  /// Named people, then the anonymous: as described, and how many different people that are at least.
  static func people(_ facts: StoryFacts) -> String {
    var parts: [String] = []
    if !facts.named.isEmpty { parts.append("\(facts.named.count) named: " + Words.some(facts.named.map(\.name), 5)) }
    let individuals = facts.individuals
    if !individuals.isEmpty {
      var words = Words.count(individuals.count, "anonymous individual") + " as described"
      let least = AnonymousPeople.least(facts)
      if individuals.count > 1 {
        words +=
          least == individuals.count
          ? ", all told apart"
          : least == 1 ? ", who may be one person" : ", at least \(Words.number(least)) different people"
      }
      parts.append(words)
    }
    for group in facts.groups {
      let number = group.count.words ?? "number not given"
      parts.append("“\(group.name)” (\(group.count.max == nil ? "number not given" : number))")
    }
    if let last = parts.indices.last, !facts.groups.isEmpty, !individuals.isEmpty {
      parts[last] += facts.groups.count == 1 ? ", who may include them" : ", any of whom may be among the others"
    }
    return parts.isEmpty ? "nobody" : parts.joined(separator: "; ")
  }

  private static func ownReporting(_ facts: StoryFacts) -> String {
    let names = facts.voices
    let own = facts.anonymous.filter { speaker in
      facts.attributions(of: speaker).contains { facts.story.relays(of: $0).isEmpty }
    }
    var parts: [String] = []
    if !names.isEmpty {
      parts.append(
        Words.some(names, 6) + " quoted or reported without another outlet between (the occasion may still be public)")
    }
    if !own.isEmpty { parts.append(Words.count(own.count, "unnamed source") + " of its own, as written") }
    return parts.isEmpty ? "none" : parts.joined(separator: "; ")
  }

  private static func origins(_ facts: StoryFacts) -> String {
    guard !facts.origins.isEmpty else { return "none" }
    return "\(facts.origins.count) (" + Words.some(facts.origins.map(\.origin.words), 6) + ")"
  }

  private static func verification(_ facts: StoryFacts) -> String {
    guard let caveat = facts.verification, let cue = caveat.cue.first else { return "none found in the text" }
    var words = "yes, line \(facts.line(cue))"
    if let last = facts.attributions.last(where: { $0.kind != .headline }), let content = last.content.first,
      cue.start < content.start
    {
      let behind = facts.attributions.count { ($0.content.first?.start ?? 0) > cue.start }
      words += ", with \(Words.count(behind, "statement")) behind it"
    }
    return words
  }

  private static func reasons(_ facts: StoryFacts) -> String {
    let anonymous = facts.anonymous
    guard !anonymous.isEmpty else { return "not needed: nobody is anonymous" }
    let given = anonymous.filter { facts.hasReason($0) == true }
    let rote = anonymous.filter { facts.hasReason($0) == false }
    if given.isEmpty, rote.isEmpty { return "none given" }
    var parts: [String] = []
    if !given.isEmpty { parts.append("given for \(given.count) of \(anonymous.count)") }
    if !rote.isEmpty { parts.append("a formula for \(rote.count)") }
    return parts.joined(separator: ", ")
  }

  private static func comment(_ facts: StoryFacts) -> String {
    var parts: [String] = []
    for (id, words) in [("comment-sought", "asked"), ("no-comment", "no comment")] {
      let places = facts.caveats(id).compactMap(\.cue.first).map { "line \(facts.line($0))" }
      if !places.isEmpty { parts.append("\(words), " + Words.list(unique(places))) }
    }
    return parts.isEmpty ? "not stated in the text" : parts.joined(separator: "; ")
  }

  private static func original(_ facts: StoryFacts) -> String {
    guard !facts.relays.isEmpty else { return "nothing is relayed" }
    let names = facts.relays.map(\.link.called)
    return Words.some(names, 5) + ": named; no link in the text supplied; not seen"
  }

  private static func leftOut(_ facts: StoryFacts) -> String {
    let parts = LeftOut.list(facts)
    guard !parts.isEmpty else { return "nothing" }
    var byKind: [(kind: String, lines: [String])] = []
    for part in parts {
      let lines = part.firstLine == part.lastLine ? "\(part.firstLine)" : "\(part.firstLine)–\(part.lastLine)"
      if let known = byKind.firstIndex(where: { $0.kind == part.kind }) {
        byKind[known].lines.append(lines)
      } else {
        byKind.append((part.kind, [lines]))
      }
    }
    let isOne = parts.count == 1 && parts[0].firstLine == parts[0].lastLine
    return (isOne ? "line " : "lines ")
      + byKind.map { $0.lines.joined(separator: ", ") + " (\($0.kind))" }.joined(separator: ", ")
  }

  static func unique(_ items: [String]) -> [String] {
    var seen = Set<String>()
    return items.filter { seen.insert($0).inserted }
  }
}

/// How many different people the anonymous speakers of a story are at least.
enum AnonymousPeople {
  /// A speaker that the story sets apart from those before ("another official") is a further person; the others may be the
  /// same. A counted group ("three officials") is that many people, whoever else is among them.
  static func least(_ facts: StoryFacts) -> Int {
    let individuals = facts.individuals
    let apart = individuals.dropFirst().count { speaker in facts.audited.setApart.contains(speaker.id) }
    let largest = facts.groups.map { $0.count.max == nil ? 1 : $0.count.min }.max() ?? 0
    return max(individuals.isEmpty ? 0 : 1 + apart, largest)
  }
}
