import HearsayRules

/// What the `then` lines of a rule ask for, with captures as slots: names would be compared for each match.
///
/// A class, so that a match which is looked at costs one reference count.
final class ActionPlan: Sendable {
  struct Attribute: Sendable {
    let content: [Int]
    let source: Int?
    let isShared: Bool
    let via: Int?
    let stance: AttributeEffect.Stance?
    /// The content is what follows.
    let awaitsNext: Bool
  }

  struct Hop: Sendable {
    let via: Int
    let from: Int?
  }

  struct Caveat: Sendable {
    let effect: CaveatEffect
    let by: Int?
  }

  struct Anonymity: Sendable {
    let effect: AnonymityEffect
    let of: Int?
    let reason: Int?
  }

  struct Remark: Sendable {
    let check: String
    let at: Int
    let rewrite: String?
  }

  let cue: Int?
  let attributes: [Attribute]
  let hops: [Hop]
  let caveats: [Caveat]
  let anonymity: [Anonymity]
  let findings: [Remark]

  init(_ rule: Rule) {
    func slot(_ name: String?) -> Int? { name.flatMap { rule.captures.firstIndex(of: $0) } }
    cue = slot("cue")
    var attributes: [Attribute] = []
    var hops: [Hop] = []
    var caveats: [Caveat] = []
    var anonymity: [Anonymity] = []
    var findings: [Remark] = []
    for action in rule.actions {
      switch action.effect {
      case .attribute(let effect):
        var source: Int?
        if case .capture(let name) = effect.source { source = slot(name) }
        attributes.append(
          Attribute(
            content: effect.content.compactMap(slot), source: source, isShared: effect.source == .subject,
            via: slot(effect.via), stance: effect.stance, awaitsNext: effect.content.isEmpty))
      case .hop(let via, let from):
        if let via = slot(via) { hops.append(Hop(via: via, from: slot(from))) }
      case .caveat(let effect):
        caveats.append(Caveat(effect: effect, by: slot(effect.by)))
      case .anonymity(let effect):
        anonymity.append(Anonymity(effect: effect, of: slot(effect.of), reason: slot(effect.reason)))
      case .finding(let check, let at, let rewrite):
        if let at = slot(at) { findings.append(Remark(check: check, at: at, rewrite: rewrite)) }
      case .note: break
      }
    }
    self.attributes = attributes
    self.hops = hops
    self.caveats = caveats
    self.anonymity = anonymity
    self.findings = findings
  }
}
