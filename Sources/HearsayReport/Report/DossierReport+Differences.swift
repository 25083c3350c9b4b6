import HearsayAttribution
import HearsayCorroboration

extension DossierReport {
  /// Where the stories handle the same thing otherwise; a row in which all agree is left out.
  static func differences(_ facts: [StoryFacts]) -> [(point: String, values: [String])] {
    var rows = sources(facts)
    rows.append(("Verification statement", facts.map { $0.verification == nil ? "no" : "yes" }))
    rows.append(
      (
        "Comment sought",
        facts.map { $0.caveats("comment-sought").isEmpty && $0.caveats("no-comment").isEmpty ? "not stated" : "yes" }
      ))
    rows.append(
      (
        "Reason for anonymity",
        facts.map { f in
          f.anonymous.isEmpty ? absent : f.anonymous.contains { $0.anonymityReason?.reason != nil } ? "given" : "none"
        }
      ))
    rows.append(("Named speakers", facts.map { "\($0.named.count)" }))
    return rows.filter { Set($0.values).count > 1 } + spellings(facts)
  }

  /// What stands for a story that has nothing of the kind.
  private static let absent = "—"

  /// Whom each story names as the sources of an outlet that several pass on.
  private static func sources(_ facts: [StoryFacts]) -> [(point: String, values: [String])] {
    let relayed = Glance.unique(facts.flatMap { $0.relays.map(\.link.name) })
    return relayed.compactMap { outlet in
      guard facts.count(where: { f in f.relays.contains { $0.link.name == outlet } }) > 1 else { return nil }
      let values = facts.map { f in
        let people = f.anonymous.filter { speaker in
          f.attributions(of: speaker).contains { a in f.story.relays(of: a).contains { $0.name == outlet } }
        }
        return people.isEmpty
          ? absent : Words.list(people.map { Escaping.line(f.text.string($0.mention)) }.map { "“\($0)”" })
      }
      return ("Sources of \(outlet)", values)
    }
  }

  /// One person's name, written in several ways.
  private static func spellings(_ facts: [StoryFacts]) -> [(point: String, values: [String])] {
    let named = facts.map { $0.named.filter { $0.kind == .person }.map(\.name) }
    let keys = Glance.unique(named.flatMap { $0.map(NameWords.spelling) })
    return keys.compactMap { key in
      let ways = named.map { names in names.first { NameWords.spelling($0) == key } }
      guard Set(ways.compactMap { $0 }).count > 1 else { return nil }
      return ("Spelling of a name", ways.map { $0.map(Escaping.line) ?? absent })
    }
  }
}
