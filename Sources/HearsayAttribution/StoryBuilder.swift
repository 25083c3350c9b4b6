import HearsayRules
import HearsayStory
import HearsayText

/// Puts speakers, chains and caveats on the drafts of one story.
struct StoryBuilder: Sendable {
  let reading: Reading
  let places: [SentencePlace]
  let blocks: [BlockPlace]
  let facts: Facts
  let leftOver: [Range<Int>]

  func build() -> AttributedStory {
    let drafts = facts.drafts
    var speakers = SpeakerRegistry(reading, places, blocks)
    var chains = ChainBuilder(reading)
    var origins = [Int?](repeating: nil, count: drafts.count)
    var attributions: [Attribution] = []
    var isOpened = false
    var startsWithOrigin = [Bool](repeating: false, count: drafts.count)
    let named = namedOutlets()
    for (i, d) in drafts.enumerated() {
      let sentence = places[d.sentence].tokens
      speakers.isHeadline = d.isHeadline
      speakers.isSpoken = d.isSpeech && !reading.scanned.holds(d.cue, reading.lexis.according)
      let source = d.source.map { maker(of: $0, sentence) ?? $0 }
      var entry = source.flatMap {
        speakers.resolve($0, block: d.block, sentence: sentence, before: d.cue.lowerBound)
      }
      // The relays of this statement, the nearest to the origin first.
      var via: [Link] = []
      if let v = d.via, let link = relayLink(v, &speakers, chains) { via.append(link) }
      var isCited = false
      if let v = hearer(of: d, named), let link = relayLink(v, &speakers, chains) ?? link(named: v) { via.append(link) }
      // What a relay's own source came through is nearer to the origin than the relay.
      var inner: [String] = []
      for hop in facts.hops where hop.sentence == d.sentence {
        guard belongs(hop, d, drafts) else { continue }
        if let from = hop.from {
          // "Reuters said …, citing two officials": the officials are the origin, Reuters the relay.
          guard let e = entry else { continue }
          // "a diplomat quoted by Meridian": the one who speaks is the one who was quoted.
          if speakers.entries[e].speaker.kind != .outlet, let source = d.source, source.overlaps(from),
            !source.overlaps(hop.via) || source.lowerBound <= from.lowerBound && from.upperBound <= hop.via.lowerBound
          {
            if let link = relayLink(hop.via, &speakers, chains) ?? unlisted(hop.via, named, speakers),
              !via.contains(where: { $0.name == link.name })
            {
              via.append(link)
            }
            continue
          }
          // "Faridun reported …, citing two officials": only an outlet does so, listed or not.
          if speakers.entries[e].speaker.kind == .organisation, let source = d.source, source.overlaps(hop.via) {
            speakers.takeForOutlet(e)
          }
          let isRelay = handsOn(speakers.entries[e].speaker, d)
          guard isRelay || isVia(hop, d) else { continue }
          // "citing a report by Borderline, which in turn quoted an aide": each one cited is nearer to the origin.
          if isCited, relayLink(hop.via, &speakers, chains)?.name != speakers.entries[e].speaker.name { continue }
          guard
            let origin = speakers.resolve(
              maker(of: from, sentence) ?? from, block: d.block, sentence: sentence, before: hop.via.lowerBound)
          else { continue }
          if isRelay, origin != e {
            via.insert(chains.link(to: speakers.entries[e]), at: isCited ? 0 : via.count)
            isCited = true
            entry = origin
          }
        } else if let link = relayLink(hop.via, &speakers, chains) ?? unlisted(hop.via, named, speakers),
          !via.contains(where: { $0.name == link.name })
        {
          if let e = entry, speakers.entries[e].speaker.name == link.name { continue }
          via.append(link)
          if isInsideSource(hop) { inner.append(link.name) }
        }
      }
      if !inner.isEmpty { via = via.filter { inner.contains($0.name) } + via.filter { !inner.contains($0.name) } }
      if via.isEmpty, let link = quoter(of: d, entry, speakers, chains) { via.append(link) }
      origins[i] = entry
      if let e = entry, let first = via.first, first.kind == .outlet, first.stated,
        speakers.entries[e].speaker.anonymous || speakers.entries[e].speaker.kind == .document
      {
        speakers.setVia(e, first)
      }
      if d.within == nil, d.source != nil, !isOpened {
        // The first statement of the body decides, or the headline before it.
        isOpened = !d.isHeadline
        if let relay = openingRelay(entry, via, speakers, chains) {
          chains.open(with: relay, block: d.block)
          isOpened = true
        }
      }
      attributions.append(attribution(i, d))
      let origin = entry.map { speakers.entries[$0] }
      guard d.source != nil || !via.isEmpty else { continue }
      attributions[i].chain = chains.chain(
        origin: origin, via: via, block: d.block, mayImply: !d.isHeadline && !isRelayed(d) && mayRelay(entry, speakers))
      startsWithOrigin[i] =
        origin.map { attributions[i].chain.first?.name == $0.speaker.name && $0.outlet == nil } ?? false
    }
    impersonal(&attributions, chains)
    NestedChains(publisher: reading.document.publisher?.name, handedOn: handedOn()).complete(&attributions)
    spreadRelays(&attributions, origins)
    anonymity(&speakers, origins)
    for i in attributions.indices {
      attributions[i].speaker = origins[i].map { speakers.entries[$0].speaker }
      // A speaker may be named only later: "The prisons minister said … Agneta Thorsby said".
      if let e = origins[i], let name = attributions[i].speaker?.name, startsWithOrigin[i] {
        attributions[i].chain[0].name = name
        attributions[i].chain[0].kind = speakers.entries[e].speaker.kind
      }
      if let e = origins[i], attributions[i].speaker?.anonymityReason == nil, let group = speakers.entries[e].group {
        attributions[i].speaker?.anonymityReason = speakers.entries[group].speaker.anonymityReason
      }
      if let reason = attributions[i].speaker?.anonymityReason, reason.reason != nil {
        attributions[i].caveats.append(
          AppliedCaveat(
            caveat: "anonymous-reason", certainty: .certain, by: reading.document.publisher?.name, cue: [reason.span],
            rule: reason.rule))
      }
    }
    let applier = CaveatApplier(
      reading: reading, drafts: drafts, places: places, blocks: blocks, relay: chains.relay?.name)
    let caveats = applier.apply(facts.caveats, to: &attributions) { range in
      guard let range else { return nil }
      return issuer(range, named)
    }
    var story = AttributedStory(document: reading.document, attributions: attributions, caveats: caveats)
    story.unattributedQuotations = leftOver.map(reading.span)
    story.ruleFindings = facts.findings
    story.relay = chains.relay
    return story
  }

  /// “It has been reported” at the top of a story that goes on with one outlet's report: that outlet reported it.
  private func impersonal(_ attributions: inout [Attribution], _ chains: ChainBuilder) {
    guard let relay = chains.relay else { return }
    for (i, d) in facts.drafts.enumerated()
    where d.source == nil && d.isSpeech && d.within == nil && attributions[i].chain.isEmpty {
      guard let opened = chains.relayBlock, d.block <= opened, opened - d.block <= 2 else { continue }
      attributions[i].chain = chains.chain(
        origin: nil,
        via: [
          Link(
            name: relay.name, kind: relay.kind, outlet: relay.outlet, stated: false,
            why: "the story goes on with the report by \(relay.name)")
        ], block: d.block, mayImply: false)
    }
  }

  // MARK: One attribution

  private func attribution(_ i: Int, _ d: Draft) -> Attribution {
    Attribution(
      id: i, kind: kind(d), content: d.content.map(reading.span), cue: [reading.span(d.cue)],
      source: d.source.map { [reading.span($0)] } ?? [], stance: d.stance, within: d.within,
      rule: reading.rulebook.rules[d.rule].name, block: d.block)
  }

  private func kind(_ d: Draft) -> AttributionKind {
    if d.isHeadline { return .headline }
    var quoted = 0
    var all = 0
    for piece in d.content {
      for i in piece where reading.scanned.tokens.kind[i] != .punctuation {
        all += 1
        if reading.scanned.tokens.flags[i].contains(.inQuotation) { quoted += 1 }
      }
    }
    return quoted == 0 ? .indirect : quoted == all ? .direct : .mixed
  }

  /// Whether an outlet hands a statement on in the same sentence, so that nothing need be implied.
  private func isRelayed(_ d: Draft) -> Bool {
    guard let o = d.within, facts.drafts.indices.contains(o), let source = facts.drafts[o].source else { return false }
    let m = MentionReader(reading: reading).read(source)
    return m.form == .outlet || m.isUnknownOutlet
  }

  /// Whether an unnamed speaker may be one that the relay spoke to: officials, insiders and people in the know are;
  /// lawmakers, experts, residents and critics speak in public.
  private func mayRelay(_ entry: Int?, _ speakers: SpeakerRegistry) -> Bool {
    guard let e = entry else { return false }
    let speaker = speakers.entries[e].speaker
    if speaker.grade == .anonymousWithAccess || speaker.anonymityReason != nil || speakers.entries[e].group != nil {
      return true
    }
    return !speakers.entries[e].speaksInPublic
  }

  // MARK: Relays

  func relayLink(_ r: Range<Int>, _ speakers: inout SpeakerRegistry, _ chains: ChainBuilder) -> Link? {
    let m = speakers.reader.read(r)
    switch m.form {
    case .outlet:
      guard let o = m.outlet else { return nil }
      if !chains.isPublisher(outlet: o) { speakers.lastOutlet = .listed(o) }
      return chains.link(outlet: o)
    case .outletDescription:
      if let link = unknownOutlet(m.core) { return link }
      switch speakers.lastOutlet {
      case .listed(let o): return chains.link(outlet: o)
      case .named(let name): return Link(name: name, kind: .outlet)
      case nil: return nil
      }
    case .platform:
      return Link(name: reading.string(m.core), kind: .platform)
    case .collective where reading.scanned.holds(m.core, reading.lexis.mediaNoun):
      // "state media": a link, though nobody can look it up.
      return Link(name: reading.string(m.core), kind: .collective)
    case .organisation, .other, .person:
      let link =
        m.isUnknownOutlet
        ? isPublisher(m.core) ? nil : Link(name: reading.string(m.core), kind: .outlet)
        : unknownOutlet(m.core) ?? shortOutlet(m, speakers) ?? describedOutlet(r)
      if let link { speakers.lastOutlet = .named(link.name) }
      return link
    default: return describedOutlet(r)
    }
  }

  /// A name beside a noun for outlets: "French magazine | Fenêtre", "the | Volna | channel".
  private func describedOutlet(_ range: Range<Int>) -> Link? {
    guard !range.isEmpty else { return nil }
    return isDescribed(range) ? Link(name: reading.string(range), kind: .outlet) : nil
  }

  /// A paper that no rule knows, by how its name is made: "told the Tarnby Gazette". Nil for the publisher itself.
  private func unknownOutlet(_ range: Range<Int>) -> Link? {
    guard let end = reading.syntax.outletLikeName(from: range.lowerBound, range.upperBound),
      // "The Straits Ledger | newspaper"
      end == range.upperBound || reading.scanned.has(range.upperBound - 1, reading.lexis.outletNoun)
    else { return nil }
    return link(named: range.lowerBound..<end)
  }

  func isPublisher(_ name: Range<Int>) -> Bool {
    reading.document.publisher?.isCalled(reading.string(name)) ?? false
  }

  /// "told | the Courier", when the story has named The Ellery Courier.
  private func shortOutlet(_ m: Mention, _ speakers: SpeakerRegistry) -> Link? {
    guard case .named(let name) = speakers.shortOutlet(m) else { return nil }
    return Link(name: name, kind: .outlet)
  }

  /// Whether a speaker passes on what others told: an outlet, or media that the story leaves without a name.
  private func handsOn(_ speaker: Speaker, _ d: Draft) -> Bool {
    speaker.kind == .outlet
      || speaker.kind == .collective && (d.source.map { reading.scanned.holds($0, reading.lexis.mediaNoun) } ?? false)
  }

  /// Whether a link found in the sentence is about this attribution: it stands outside of the content, and no other cue
  /// of the sentence is nearer.
  private func belongs(_ hop: HopFact, _ d: Draft, _ drafts: [Draft]) -> Bool {
    if d.content.contains(where: { $0.contains(hop.via.lowerBound) && $0.contains(hop.via.upperBound - 1) }) {
      return false
    }
    if d.via == hop.via { return hop.from != nil }
    if hop.from != nil { return true }
    let mine = distance(hop.via, d.cue)
    return !drafts.contains {
      $0.sentence == d.sentence && $0.cue != d.cue && distance(hop.via, $0.cue) < mine
    }
  }

  private func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    a.lowerBound >= b.upperBound ? a.lowerBound - b.upperBound : max(0, b.lowerBound - a.upperBound) + 2
  }

  private func isVia(_ hop: HopFact, _ d: Draft) -> Bool { d.via == hop.via }

  /// The outlet whose work this statement is, if it isn't the publisher's own.
  private func openingRelay(
    _ entry: Int?, _ via: [Link], _ speakers: SpeakerRegistry, _ chains: ChainBuilder
  ) -> Link? {
    if let link = via.last(where: { $0.kind == .outlet }) {
      if let e = entry, !speakers.entries[e].speaker.anonymous { return nil }
      return link.outlet == reading.document.publisher?.id ? nil : link
    }
    if let e = entry, speakers.entries[e].speaker.kind == .outlet, !chains.isPublisher(speakers.entries[e]) {
      return chains.link(to: speakers.entries[e])
    }
    return nil
  }

  // MARK: Anonymity and caveats

  private func anonymity(_ speakers: inout SpeakerRegistry, _ origins: [Int?]) {
    for fact in facts.anonymity {
      let near =
        facts.drafts.indices.filter { facts.drafts[$0].sentence == fact.sentence }
        + facts.drafts.indices.filter { facts.drafts[$0].sentence == fact.sentence - 1 }
      let end = reasonEnd(fact)
      let reason = AnonymityReason(
        span: reading.span(fact.cue.clamped(to: 0..<end)),
        reason: fact.reason.map { reading.span($0.clamped(to: 0..<end)) }, isRote: fact.isRote,
        rule: reading.rulebook.rules[fact.rule].name)
      if near.first.map({ facts.drafts[$0].sentence != fact.sentence }) ?? true, let e = subject(of: fact, &speakers) {
        speakers.setReason(e, reason)
        if let group = speakers.entries[e].group { speakers.setReason(group, reason) }
        continue
      }
      for i in near {
        guard let e = origins[i], speakers.entries[e].speaker.anonymous else { continue }
        speakers.setReason(e, reason)
        break
      }
    }
  }

  /// "The people spoke on condition of anonymity": who the sentence begins with, when it attributes nothing itself.
  private func subject(of fact: AnonymityFact, _ speakers: inout SpeakerRegistry) -> Int? {
    guard fact.sentence < places.count else { return nil }
    let place = places[fact.sentence]
    guard fact.cue.lowerBound > place.tokens.lowerBound,
      let range = reading.syntax.openingSubject(place.tokens, before: fact.cue.lowerBound)
    else { return nil }
    let m = speakers.reader.read(range)
    switch m.form {
    case .role where m.isDefinite || m.isPart: break
    case .pronoun(.they), .pronoun(.he), .pronoun(.she): break
    default: return nil
    }
    let known = speakers.entries.count
    guard let e = speakers.resolve(range, block: place.block, sentence: place.tokens, before: fact.cue.lowerBound),
      e < known, speakers.entries[e].speaker.anonymous
    else { return nil }
    return e
  }

  /// Where the words about anonymity end: ", because they still hold shares, | told Reuters that …" goes on with the statement.
  private func reasonEnd(_ fact: AnonymityFact) -> Int {
    let cues = facts.drafts.map(\.cue.lowerBound).filter {
      fact.cue.contains($0) && $0 > fact.cue.lowerBound + 1 && reading.syntax.isComma($0 - 1)
    }
    return cues.min().map { $0 - 1 } ?? fact.cue.upperBound
  }

  /// Who gives a caveat, in words: an outlet by its name, else as the text says; "we" is the publisher.
  private func issuer(_ range: Range<Int>, _ outlets: [Range<Int>]) -> String? {
    let reader = MentionReader(reading: reading)
    let m = reader.read(range)
    switch m.form {
    case .outlet: return m.outlet.map { reading.rulebook.outlets[$0].name }
    case .pronoun, .outletDescription: return reading.document.publisher?.name
    default:
      let name = reading.string(m.core)
      // "The Courier" for The Ellery Courier.
      if m.isDefinite, m.core.count == 1, let publisher = reading.document.publisher?.name,
        publisher.lowercased().hasSuffix(" " + name.lowercased())
      {
        return publisher
      }
      return outlets.first { isCalled($0, m.core) }.map(reading.string) ?? name
    }
  }
}
