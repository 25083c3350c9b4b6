import HearsayRules
import HearsayStory
import HearsayText

// Bodies, documents and outlets: whom "the ministry", "the Dispatch" and "Bloomberg's report" stand for.
extension SpeakerRegistry {
  mutating func body(_ m: Mention, _ kind: ActorKind) -> Int? {
    let apposed = kind == .organisation ? reader.apposedName(m) : nil
    let name = apposed.map(reading.string) ?? described(m)
    let key = name.lowercased()
    if let known = byName[key] {
      entries[known].isNamed = entries[known].isNamed || isNamed(m)
      return known
    }
    if m.isDefinite, m.core.count == 1, let head = m.head {
      // "the ministry": the last body with that head.
      let form = reading.scanned.tokens.form[head]
      if let e = entries.indices.last(where: { entries[$0].roles.contains(form) && entries[$0].speaker.kind == kind }) {
        return e
      }
      // Else the body that was named last, when the noun is one of bodies.
      if kind == .organisation, reading.scanned.has(head, reading.lexis.organisation),
        !reading.scanned.tokens.flags[head].contains(.capitalised),
        let e = entries.indices.filter({ entries[$0].speaker.kind == .organisation && entries[$0].isNamed })
          .max(by: { entries[$0].lastToken < entries[$1].lastToken })
      {
        return e
      }
    }
    let e = add(m, kind: kind, name: name, anonymous: false, grade: .institution)
    entries[e].isNamed = apposed != nil || isNamed(m)
    // What the apposition calls it counts too: "Palisade Guard, a security company,".
    for i in m.range where i == m.head || reading.scanned.has(i, reading.lexis.organisation) {
      entries[e].roles.append(reading.scanned.tokens.form[i])
    }
    byName[key] = e
    return e
  }

  /// A capital tells a name inside a sentence, and at its start on a word that no lexicon has.
  private func isNamed(_ m: Mention) -> Bool {
    let first = m.core.lowerBound
    let flags = reading.scanned.tokens.flags[first]
    return flags.contains(.capitalised)
      && (!flags.contains(.sentenceStart) || !isHeadline && !reading.scanned.tokens.form[first].isKnown)
  }

  mutating func other(_ m: Mention) -> Int? {
    body(m, .organisation)
  }

  /// Whether a name is that of the story's own outlet, which the rulebook needn't know.
  func isPublisher(_ m: Mention) -> Bool {
    reading.document.publisher?.isCalled(reading.string(m.core)) ?? false
  }

  /// "The Dispatch" for an outlet that was named in full before: its name ends so.
  func shortOutlet(_ m: Mention) -> HeardOutlet? {
    guard m.isDefinite, m.core.count == 1 else { return nil }
    return outlet(endingIn: m.core.lowerBound)
  }

  func isReport(_ m: Mention) -> Bool {
    m.head.map { reading.scanned.has($0, reading.lexis.reportNoun) } ?? false
  }

  /// "Bloomberg's report" inside a longer phrase.
  func outletOwner(_ m: Mention) -> HeardOutlet? {
    for i in m.range {
      if let hit = reading.scanned.hits(startingAt: i).first(where: { $0.outlet != nil && $0.end < m.range.upperBound }
      ),
        reading.scanned.tokens.kind[hit.end] == .possessive
      {
        return hit.outlet.map { .listed($0) }
      }
      if i + 1 < m.range.upperBound, reading.scanned.tokens.kind[i + 1] == .possessive, let o = outlet(endingIn: i) {
        return o
      }
    }
    return nil
  }
}
