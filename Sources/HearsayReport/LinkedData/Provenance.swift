import HearsayAttribution
import HearsayStory
import HearsayText

/// The stories as PROV sees them: entities (texts, statements, what was said), agents (people, outlets), and what was
/// derived from what. Turtle and PROV-JSON print the same records.
///
/// PROV has no word for "not verified" or for what is implied; these are terms of `urn:hearsay:terms#`. A report that a story
/// cites and that isn't at hand is an entity of its own, marked as not seen.
struct Provenance {
  struct Entity {
    var id: String
    var types: [String] = []
    var label: String?
    var value: String?
    var facts: [(name: String, value: Fact)] = []
  }

  enum Fact {
    case text(String)
    case flag(Bool)
  }

  struct Agent {
    var id: String
    var isPerson: Bool
    var label: String
    var facts: [(name: String, value: Fact)] = []
  }

  enum Relation {
    case derived(String, from: String)
    case quoted(String, from: String)
    case primarySource(String, of: String)
    case attributed(String, to: String)
    case member(of: String, String)
  }

  private(set) var entities: [Entity] = []
  private(set) var agents: [Agent] = []
  private(set) var relations: [Relation] = []
  private var known = Set<String>()
  private var related = Set<String>()

  init(_ report: SourcingReport) {
    for audited in report.stories { add(audited.story, report) }
  }

  private mutating func add(_ story: AttributedStory, _ report: SourcingReport) {
    let document = "hs:story-\(story.stableName)"
    if known.insert(document).inserted {
      var facts: [(name: String, value: Fact)] = [("hs:seen", .flag(true)), ("hs:path", .text(story.name))]
      if let url = story.document.story.url { facts.append(("hs:url", .text(url))) }
      if let day = story.document.published { facts.append(("hs:published", .text(day))) }
      let headline = story.document.headline.map { story.document.text.string($0) }
      entities.append(Entity(id: document, types: ["schema:NewsArticle"], label: headline ?? story.name, facts: facts))
    }
    if let publisher = story.document.publisher {
      relate(.attributed(document, to: outlet(publisher.id, publisher.name)), "\(document) by \(publisher.id)")
    }
    for a in story.attributions { add(a, of: story, document, report) }
  }

  private mutating func add(_ a: Attribution, of story: AttributedStory, _ document: String, _ report: SourcingReport) {
    let statement = "\(document)-a\(a.id + 1)"
    var facts: [(name: String, value: Fact)] = [
      ("hs:kind", .text(a.kind.rawValue)), ("hs:stance", .text(a.stance)),
      ("hs:grade", .text((a.speaker?.grade ?? .none).code)), ("hs:rule", .text(a.rule)),
    ]
    for caveat in a.caveats { facts.append(("hs:caveat", .text("\(caveat.caveat) (\(caveat.certainty.rawValue))"))) }
    entities.append(Entity(id: statement, types: ["hs:Statement"], value: story.words(a.content), facts: facts))
    relate(.member(of: document, statement), "\(document) has \(statement)")
    // From the publisher's text back to the origin: each relayed report is an entity between.
    var nearest = document
    for link in story.relays(of: a).reversed() {
      let unseen = "\(document)-cites-\(Provenance.name(link.outlet ?? link.name))"
      if known.insert(unseen).inserted {
        entities.append(
          Entity(
            id: unseen, types: ["schema:NewsArticle"], label: "report of \(link.name), as cited",
            facts: [("hs:seen", .flag(false)), ("hs:stated", .flag(link.stated))]))
        relate(.attributed(unseen, to: outlet(link.outlet ?? link.name, link.name)), "\(unseen) by \(link.name)")
      }
      relate(.derived(nearest, from: unseen), "\(nearest) from \(unseen)")
      nearest = unseen
    }
    if nearest != document { relate(.quoted(statement, from: nearest), "\(statement) from \(nearest)") }
    guard let speaker = a.speaker, speaker.kind != .outlet else { return }
    let utterance = "\(statement)-said"
    entities.append(Entity(id: utterance, types: ["hs:Utterance"], label: "what \(speaker.name) said"))
    relate(.primarySource(statement, of: utterance), utterance)
    relate(.attributed(utterance, to: agent(speaker, of: story)), "\(utterance) by \(speaker.id)")
  }

  private mutating func relate(_ relation: Relation, _ key: String) {
    if related.insert(key).inserted { relations.append(relation) }
  }

  private mutating func outlet(_ id: String, _ name: String) -> String {
    let id = "hs:outlet-" + Provenance.name(id)
    if known.insert(id).inserted { agents.append(Agent(id: id, isPerson: false, label: name)) }
    return id
  }

  /// An unnamed speaker is an agent of its story; a named one of all stories.
  private mutating func agent(_ speaker: Speaker, of story: AttributedStory) -> String {
    let id =
      speaker.anonymous || speaker.grade >= .collective
      ? "hs:speaker-\(story.stableName)-s\(speaker.id + 1)" : "hs:agent-" + Provenance.name(speaker.name)
    if known.insert(id).inserted {
      agents.append(
        Agent(
          id: id, isPerson: speaker.kind == .person, label: speaker.name,
          facts: [("hs:anonymous", .flag(speaker.anonymous)), ("hs:grade", .text(speaker.grade.code))]))
    }
    return id
  }

  /// A local name of letters, digits and hyphens that no other words share: what doesn't fit is told by a hash.
  static func name(_ words: String) -> String {
    var result = ""
    var isExact = true
    for scalar in words.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-": result.unicodeScalars.append(scalar)
      case " ": if !result.hasSuffix("-") { result += "-" }
      default: isExact = false
      }
    }
    let short = String(result.prefix(48))
    return isExact && short == result && !short.isEmpty ? short : short + "-" + StableHash.hexadecimal(words).prefix(8)
  }
}
