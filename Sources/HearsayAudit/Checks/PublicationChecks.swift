import HearsayAttribution
import HearsayRules
import HearsayText

/// What the page and the registry of outlets know besides the text: links, owners, states.
enum PublicationChecks {
  /// CHAIN-03: an outlet whose report is passed on, and no link to it on the page. One remark for the story.
  static func originalNotLinked(_ galley: Galley) -> [Remark] {
    let linked = linkedHosts(galley)
    guard !linked.isEmpty else { return [] }
    var missing: [(link: Link, at: Span)] = []
    for statement in galley.statements where !statement.isHeadline {
      for link in galley.relays(statement) where link.stated && !galley.isAgency(link) {
        guard let outlet = link.outlet.flatMap(galley.rulebook.outlet(id:)), !outlet.domains.isEmpty,
          !missing.contains(where: { $0.link.name == link.name }), let at = statement.who,
          !linked.contains(where: { host in outlet.domains.contains { isHost(host, of: $0) } })
        else { continue }
        missing.append((link, at))
      }
    }
    guard let first = missing.first else { return [] }
    return [
      Remark(
        message: "no link to the report of \(first.link.name)", at: first.at,
        related: galley.alsoAt(missing.dropFirst().map(\.at), "nor to this one"))
    ]
  }

  /// Why a check of the page can't be made here; nil where it can.
  static func missing(_ check: String, _ galley: Galley) -> String? {
    switch check {
    case "CHAIN-03": hasLinks(galley) ? nil : "the input shows no links"
    case "CAV-04", "CTX-01":
      unknownRelays(galley).first.map { "the registry of outlets doesn't know \($0)" }
    default: nil
    }
  }

  private static func hasLinks(_ galley: Galley) -> Bool {
    galley.story.document.blocks.contains { !$0.links.isEmpty }
  }

  private static func unknownRelays(_ galley: Galley) -> [String] {
    guard let relay = galley.story.relay, !galley.isPublisher(relay), relay.outlet == nil else { return [] }
    return [relay.name]
  }

  /// The hosts that the page links to, in small letters.
  private static func linkedHosts(_ galley: Galley) -> Set<String> {
    var hosts = Set<String>()
    for block in galley.story.document.blocks {
      for link in block.links {
        // "https:", "", "host:port", "path" …
        let parts = link.url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count > 2, parts[0].hasSuffix(":"), parts[1].isEmpty else { continue }
        let ends: Set<Character> = [":", "?", "#"]
        hosts.insert(parts[2].prefix { !ends.contains($0) }.lowercased())
      }
    }
    return hosts
  }

  private static func isHost(_ host: String, of domain: String) -> Bool {
    let domain = domain.lowercased()
    return host == domain || host.hasSuffix("." + domain)
  }

  /// CAV-04: what comes from an outlet that a state controls, in a story that doesn't say so. One remark for each outlet.
  ///
  /// The registry's fact with its reference, never a judgement; not where the story has a word for it, and not for what named
  /// people told the outlet, who answer for it themselves.
  static func stateControlledOrigin(_ galley: Galley) -> [Remark] {
    origins(galley) { ($0.speaker?.grade ?? .none) > .named || $0.speaker?.kind == .outlet }.compactMap { outlet, at in
      guard let control = outlet.control, control.kind == "state",
        galley.story.document.publisher?.outlet.flatMap({ galley.rulebook.outlets[$0].control })?.kind != "state",
        !saysControl(galley, at)
      else { return nil }
      let state = control.country.map { " (\($0))" } ?? ""
      let reference = outlet.source.map { ", by the registry of outlets: \($0)" } ?? ", by the registry of outlets"
      return Remark(
        message: "\(outlet.name) is listed as state-controlled\(state)\(reference); the reader is not told", at: at,
        rewrite: "state-controlled \(outlet.name)")
    }
  }

  /// CTX-01: the origin is an outlet of another country, and the story has no word on it. One remark for the story.
  static func foreignOrigin(_ galley: Galley) -> [Remark] {
    guard let own = galley.story.document.publisher?.outlet.flatMap({ galley.rulebook.outlets[$0].country }) else {
      return []
    }
    for (outlet, at) in origins(galley) {
      guard let country = outlet.country, country != own, !isDescribed(at, galley) else { continue }
      let facts = [outlet.owner.map { "owned by \($0)" }, outlet.note].compactMap { $0 }
      return [
        Remark(
          message: "\(outlet.name) reports from \(country)" + facts.map { "; \($0)" }.joined()
            + ": one clause on the conditions there would help a reader", at: at)
      ]
    }
    return []
  }

  /// The outlets from which the story has something, each once with the first place.
  private static func origins(
    _ galley: Galley, where isMeant: (Statement) -> Bool = { _ in true }
  ) -> [(outlet: Outlet, at: Span)] {
    var found: [(outlet: Outlet, at: Span)] = []
    for statement in galley.statements where !statement.isHeadline && isMeant(statement) {
      for link in galley.relays(statement) {
        guard let outlet = link.outlet.flatMap(galley.rulebook.outlet(id:)), let at = statement.who,
          !found.contains(where: { $0.outlet.id == outlet.id })
        else { continue }
        found.append((outlet, at))
      }
    }
    return found
  }

  /// "the state news agency" anywhere, "the official Sorn paper" in the sentence itself.
  private static func saysControl(_ galley: Galley, _ at: Span) -> Bool {
    if let s = galley.sentence(of: galley.tokens(at).lowerBound),
      galley.scanned.holds(galley.sentences[s].tokens, galley.lexis.stateNear)
    {
      return true
    }
    return galley.sentences.contains { galley.scanned.holds($0.tokens, galley.lexis.stateMedia) }
  }

  /// A word for a kind of outlet, or a state, in the same sentence: "the Sorn-based business daily".
  private static func isDescribed(_ at: Span, _ galley: Galley) -> Bool {
    guard let s = galley.sentence(of: galley.tokens(at).lowerBound) else { return true }
    return galley.scanned.holds(galley.sentences[s].tokens, galley.lexis.outletNoun)
  }
}
