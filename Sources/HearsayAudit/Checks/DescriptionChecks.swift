import HearsayAttribution
import HearsayText

/// How sources are described: too little of their interest, too much of their person, or nothing.
enum DescriptionChecks {
  /// ANON-09: "a person close to the talks". One remark for the story.
  static func noSide(_ galley: Galley) -> [Remark] {
    let places = AnonymityChecks.confidential(galley).filter { voice in
      guard let phrase = SourcePhrase(voice.mention, galley), phrase.isGeneric, phrase.modifiers.isEmpty,
        !phrase.isPartitive
      else { return false }
      return galley.scanned.holds(voice.mention, galley.lexis.genericTie)
    }
    guard let first = places.first else { return [] }
    return [
      Remark(
        message: "\(galley.quoted(first.mention)): on whose side, and what does it gain?",
        at: galley.span(first.mention), related: galley.alsoAt(places.dropFirst().map { galley.span($0.mention) }),
        attribution: first.statements.first.map { galley.statements[$0].attribution.id })
    ]
  }

  /// ANON-11: a unique post with a place or a day. One remark for each source.
  static func tooExact(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    return AnonymityChecks.confidential(galley).compactMap { voice in
      guard voice.speaker.count.max == 1 else { return nil }
      let facets = [
        scanned.holds(voice.mention, galley.lexis.uniqueOffice),
        scanned.holds(voice.mention, galley.lexis.place) || hasName(voice.mention, galley),
        voice.mention.contains { scanned.has($0, galley.lexis.weekday) || scanned.has($0, galley.lexis.month) },
      ]
      guard facets[0], facets[1] || facets[2] else { return nil }
      return Remark(
        message: "\(galley.quoted(voice.mention)): can this source be told from the description?",
        at: galley.span(voice.mention), attribution: voice.statements.first.map { galley.statements[$0].attribution.id }
      )
    }
  }

  private static func hasName(_ phrase: Range<Int>, _ galley: Galley) -> Bool {
    phrase.dropFirst().contains {
      galley.scanned.tokens.kind[$0] == .word && galley.scanned.tokens.flags[$0].contains(.capitalised)
    }
  }

  /// DESC-01: a named person, and at the first mention nothing on who that is. One remark for the story.
  static func undescribed(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    let places = galley.voices.filter { voice in
      guard voice.speaker.grade == .named, voice.speaker.kind == .person, voice.speaker.role == nil,
        let s = galley.sentence(of: voice.mention.lowerBound)
      else { return false }
      // The first paragraph with the name and the one behind it.
      let block = galley.sentences[s].block
      let next = galley.bodyBlock(after: block)
      let words = galley.sentences.filter { $0.block == block || $0.block == next }.map(\.tokens)
      return !words.contains { passage in
        scanned.holds(passage, galley.lexis.role) || scanned.holds(passage, galley.lexis.title)
          || scanned.holds(passage, galley.lexis.organisation)
      }
    }
    guard let first = places.first else { return [] }
    return [
      Remark(
        message: "\(first.speaker.name): who is that, and why asked?", at: galley.span(first.mention),
        related: galley.alsoAt(places.dropFirst().map { galley.span($0.mention) }))
    ]
  }
}
