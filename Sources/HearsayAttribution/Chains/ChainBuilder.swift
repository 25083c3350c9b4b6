import HearsayRules
import HearsayStory
import HearsayText

/// Builds the chain of each attribution, from the origin to the publisher, never longer than the text supports.
///
/// Stated links come from the words of the sentence: "told the outlet", "citing", "in an interview with", "posted on".
/// One link is implied: a story that opens by relaying an outlet's report goes on with that report's unnamed sources; so
/// an anonymous speaker without a stated relay spoke to that outlet. Named speakers and bodies are public; nothing is
/// implied for them.
struct ChainBuilder: Sendable {
  let reading: Reading
  /// The relay that the story opened with, and where.
  private(set) var relay: Link?
  private(set) var relayBlock: Int?

  init(_ reading: Reading) { self.reading = reading }

  mutating func open(with link: Link, block: Int) {
    if relay == nil {
      relay = link
      relayBlock = block
    }
  }

  func isPublisher(outlet: Int?) -> Bool {
    outlet != nil && outlet == reading.document.publisher?.outlet
  }

  /// The same for an outlet that no rule knows, by its name.
  private func isPublisher(named speaker: Speaker) -> Bool {
    guard speaker.kind == .outlet, let publisher = reading.document.publisher else { return false }
    return publisher.isCalled(speaker.name)
  }

  func isPublisher(_ entry: SpeakerRegistry.Entry) -> Bool {
    isPublisher(outlet: entry.outlet) || isPublisher(named: entry.speaker)
  }

  /// The link for an outlet that speaks, listed in the rulebook or not, or for media without a name.
  func link(to entry: SpeakerRegistry.Entry) -> Link {
    entry.outlet.map { link(outlet: $0) } ?? Link(name: entry.speaker.name, kind: entry.speaker.kind)
  }

  /// The link for an outlet of the rulebook.
  func link(outlet o: Int, stated: Bool = true, why: String? = nil) -> Link {
    let outlet = reading.rulebook.outlets[o]
    return Link(name: outlet.name, kind: .outlet, outlet: outlet.id, stated: stated, why: why)
  }

  /// The chain of one attribution. `via` are the stated relays, the nearest to the origin first.
  func chain(origin: SpeakerRegistry.Entry?, via: [Link], block: Int, mayImply: Bool) -> [Link] {
    var links: [Link] = []
    if let origin {
      let s = origin.speaker
      if !isPublisher(outlet: origin.outlet), !isPublisher(named: s) {
        links.append(
          Link(
            name: s.name, kind: s.kind, outlet: origin.outlet.map { reading.rulebook.outlets[$0].id }, stated: true))
      }
    }
    for link in via where link.outlet == nil || link.outlet != publisherID {
      if links.last?.name != link.name { links.append(link) }
    }
    let toldPublisher = via.contains { $0.outlet != nil && $0.outlet == publisherID }
    let isDocument = origin?.speaker.kind == .document && origin?.via != nil
    if let origin, via.isEmpty, !toldPublisher, mayImply,
      isDocument || origin.speaker.anonymous && (origin.speaker.kind == .person || origin.speaker.kind == .group)
    {
      if let known = origin.via {
        if known.outlet == nil || known.outlet != publisherID {
          links.append(
            Link(
              name: known.name, kind: known.kind, outlet: known.outlet, stated: false,
              why: isDocument
                ? "\(known.name) had seen it" : "\(origin.speaker.name) spoke to \(known.name) earlier in the story"))
        }
      } else if let relay, let relayBlock, block >= relayBlock {
        links.append(
          Link(
            name: relay.name, kind: relay.kind, outlet: relay.outlet, stated: false,
            why: "the story opened with a report by \(relay.name) and names no other way to this source"))
      }
    }
    if let publisher = reading.document.publisher {
      links.append(
        Link(
          name: publisher.name, kind: .outlet, outlet: publisher.id, stated: publisher.how != .inferred,
          why: publisher.how == .inferred ? "the text shows who published it" : nil))
    }
    return links
  }

  private var publisherID: String? {
    guard let o = reading.document.publisher?.outlet else { return nil }
    return reading.rulebook.outlets[o].id
  }
}
