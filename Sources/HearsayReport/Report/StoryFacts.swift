import HearsayAttribution
import HearsayAudit
import HearsayStory
import HearsayText

/// What a report says of a story as a whole, counted once from its attributions.
///
/// Nothing is found here: every fact is a count or a grouping of what the analysis says.
struct StoryFacts {
  let audited: AuditedStory
  let lines: LineIndex
  /// Speakers in the order in which they first say something.
  let speakers: [Speaker]
  /// The outlets between a source and the publisher, the one with the most attributions first.
  let relays: [(link: Link, attributions: [Int])]
  /// Attributions by the origin they come from, in the order in which the origins come up.
  let origins: [(origin: StoryOrigin, attributions: [Int])]

  var story: AttributedStory { audited.story }
  var attributions: [Attribution] { audited.story.attributions }
  var text: SourceText { audited.story.document.text }

  init(_ audited: AuditedStory) {
    self.audited = audited
    let story = audited.story
    lines = LineIndex(story.document.text)
    var speakers: [Speaker] = []
    var relays: [(link: Link, attributions: [Int])] = []
    var origins: [(origin: StoryOrigin, attributions: [Int])] = []
    for attribution in story.attributions {
      if let speaker = attribution.speaker, !speakers.contains(where: { $0.id == speaker.id }) {
        speakers.append(speaker)
      }
      for link in story.relays(of: attribution) {
        if let known = relays.firstIndex(where: { $0.link.isSame(as: link) }) {
          if relays[known].attributions.last != attribution.id { relays[known].attributions.append(attribution.id) }
        } else {
          relays.append((link, [attribution.id]))
        }
      }
      guard let origin = story.origin(of: attribution) else { continue }
      if let known = origins.firstIndex(where: { $0.origin == origin }) {
        origins[known].attributions.append(attribution.id)
      } else {
        origins.append((origin, [attribution.id]))
      }
    }
    self.speakers = speakers
    // Stable: among equals the one that comes up first.
    self.relays = relays.enumerated().sorted {
      ($1.element.attributions.count, $0.offset) < ($0.element.attributions.count, $1.offset)
    }.map(\.element)
    self.origins = StoryFacts.merged(origins)
  }

  /// An outlet's report and the unnamed sources that it cites further down are one origin: nobody can show otherwise.
  private static func merged(
    _ origins: [(origin: StoryOrigin, attributions: [Int])]
  ) -> [(origin: StoryOrigin, attributions: [Int])] {
    var merged = origins
    for report in origins where report.origin.kind == .outlet {
      let people = StoryOrigin(kind: .unnamed, name: report.origin.name)
      guard let i = merged.firstIndex(where: { $0.origin == people }),
        let k = merged.firstIndex(where: { $0.origin == report.origin })
      else { continue }
      let all = (merged[i].attributions + report.attributions).sorted()
      merged[min(i, k)] = (people, all)
      merged.remove(at: max(i, k))
    }
    return merged
  }

  // MARK: People

  /// Anonymous speakers, whose names somebody keeps back: not crowds and not "it has been reported".
  var anonymous: [Speaker] { speakers.filter { $0.anonymous && $0.grade < .collective } }
  var named: [Speaker] { speakers.filter { !$0.anonymous && $0.grade == .named } }
  var institutions: [Speaker] { speakers.filter { !$0.anonymous && $0.grade == .institution && $0.kind != .outlet } }

  /// Individuals among the anonymous, as the story describes them.
  var individuals: [Speaker] { anonymous.filter { $0.count.max == 1 } }
  /// Without a plural that a check takes for one person.
  var groups: [Speaker] {
    let doubtful = findings("NUM-01").map(\.at)
    return anonymous.filter { speaker in
      speaker.count.max != 1 && !doubtful.contains { $0.overlaps(speaker.mention) }
    }
  }

  func attributions(of speaker: Speaker) -> [Attribution] { attributions.filter { $0.speaker?.id == speaker.id } }

  /// The publisher's name, or what to call it.
  var publisher: String { story.document.publisher?.name ?? "the outlet" }
  /// The same at the head of a sentence.
  var publisherFirst: String { story.document.publisher?.name ?? "The outlet" }

  /// Whether the story says why a name is withheld, and says something by it; nil where it doesn't.
  func hasReason(_ speaker: Speaker) -> Bool? {
    guard let reason = speaker.anonymityReason, let words = reason.reason else { return nil }
    let formulas = findings("ANON-04").flatMap { [$0.at] + $0.related.map(\.at) }
    return !reason.isRote && !formulas.contains { $0.overlaps(words) }
  }

  // MARK: The story's own words about itself

  func caveats(_ id: String) -> [StoryCaveat] { story.caveats.filter { $0.caveat == id } }
  /// The publisher's own statement that it has not verified something.
  var verification: StoryCaveat? { caveats("unverified").first }

  func findings(_ family: String) -> [Finding] { audited.findings.filter { $0.check.hasPrefix(family) } }
  func has(_ check: String) -> Bool { audited.findings.contains { $0.check == check } }

  /// The first attribution of the body: what the story opens with.
  var lead: Attribution? {
    attributions.first { $0.kind != .headline && $0.within == nil && story.origin(of: $0) != nil }
      ?? attributions.first { $0.kind != .headline }
  }

  /// Attributions that reach the reader through another outlet.
  var relayed: [Attribution] { attributions.filter { !story.relays(of: $0).isEmpty } }

  /// What named people and offices say without another outlet between; what stands inside another statement isn't.
  var firstHand: [Attribution] {
    attributions.filter { a in
      guard a.isStatement, a.within == nil, let speaker = a.speaker, !speaker.anonymous, speaker.grade <= .institution,
        speaker.kind != .outlet
      else { return false }
      return story.relays(of: a).isEmpty && !story.isPublisher(speaker)
    }
  }

  /// Who stands behind them: people before offices.
  var voices: [String] {
    let speakers = firstHand.compactMap(\.speaker)
    return Glance.unique((speakers.filter { $0.grade == .named } + speakers).map(called))
  }

  /// A speaker inside a sentence: with the article that the story gives the name, or that a common noun needs.
  func called(_ speaker: Speaker) -> String {
    guard speaker.grade != .named else { return speaker.name }
    let mention = text.string(speaker.mention)
    let hasArticle =
      mention.count == speaker.name.count + 4 && mention.lowercased() == "the " + speaker.name.lowercased()
    return hasArticle || speaker.name.first?.isLowercase == true ? "the \(speaker.name)" : speaker.name
  }

  /// Whether the story as a whole passes on an outlet's work: what it opens with comes from there, or a third of what it has.
  func isRelay(_ relay: (link: Link, attributions: [Int])) -> Bool {
    let opens = lead.map { story.relays(of: $0).contains { $0.isSame(as: relay.link) } } ?? false
    return opens || relay.attributions.count * 3 >= attributions.count
  }

  /// The first line of a span, and its column.
  func place(_ span: Span) -> String { lines.place(span) }
  func line(_ span: Span) -> Int { lines.line(ofByte: span.start) }
}

/// Where a statement starts, as far as one story shows: what is counted.
///
/// The unnamed sources of one newsroom are one origin, because nobody can show that they are different people; a named
/// person, an office or an outlet is one, however many statements it makes.
struct StoryOrigin: Hashable {
  enum Kind { case person, institution, outlet, unnamed, ownUnnamed }
  let kind: Kind
  /// The person, the office, the outlet; for unnamed sources the outlet that has them.
  let name: String

  /// `unnamed sources of The Quay Times`
  var words: String {
    switch kind {
    case .person, .outlet: name
    case .institution: name.first?.isLowercase == true ? "the \(name)" : name
    case .unnamed, .ownUnnamed: "unnamed sources of \(name)"
    }
  }

  var isUnnamed: Bool { kind == .unnamed || kind == .ownUnnamed }
}

extension AttributedStory {
  func isPublisher(_ link: Link) -> Bool {
    guard let publisher = document.publisher else { return false }
    return link.outlet == publisher.id || link.name == publisher.name
  }

  func isPublisher(_ speaker: Speaker) -> Bool { speaker.name == document.publisher?.name }

  /// The outlets on the way that are neither the origin's own voice nor the publisher.
  func relays(of attribution: Attribution) -> [Link] {
    attribution.chain.filter { $0.kind == .outlet && !isPublisher($0) }
  }

  /// Nil where nobody stands behind the words, for thoughts and demands that nobody is said to have put into words, and for
  /// what the publisher says of itself. A statement inside another one has that one's origin.
  func origin(of attribution: Attribution) -> StoryOrigin? {
    var attribution = attribution
    // Bounded, should two statements claim to stand inside each other.
    for _ in attributions.indices {
      guard let outer = attribution.within, attributions.indices.contains(outer), outer != attribution.id,
        attributions[outer].speaker != nil
      else { break }
      attribution = attributions[outer]
    }
    let relays = relays(of: attribution)
    guard let speaker = attribution.speaker, speaker.grade < .collective else {
      // Nobody is named, but an outlet is: its report is the origin.
      return relays.first.map { StoryOrigin(kind: .outlet, name: $0.name) }
    }
    if isPublisher(speaker) || relays.isEmpty && !attribution.isStatement { return nil }
    if speaker.anonymous {
      if let relay = relays.first { return StoryOrigin(kind: .unnamed, name: relay.name) }
      return StoryOrigin(kind: .ownUnnamed, name: document.publisher?.name ?? "the outlet")
    }
    if speaker.kind == .outlet { return StoryOrigin(kind: .outlet, name: speaker.name) }
    return StoryOrigin(kind: speaker.grade == .named ? .person : .institution, name: speaker.name)
  }
}

extension Link {
  func isSame(as other: Link) -> Bool {
    kind == .outlet && other.kind == .outlet ? outletKey == other.outletKey : name == other.name
  }
}
