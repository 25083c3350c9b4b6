import HearsayAttribution
import HearsayText

/// Who an unnamed source is, how it knows, and why its name is kept back.
enum AnonymityChecks {
  /// The unnamed sources of a story that a reader may ask about.
  static func confidential(_ galley: Galley) -> [Voice] {
    galley.voices.filter { voice in
      voice.isConfidential && voice.statements.contains { !galley.statements[$0].isNested }
    }
  }

  /// ANON-01: no reason for anonymity. One remark for the story.
  static func noReason(_ galley: Galley) -> [Remark] {
    let sources = confidential(galley)
    let reasons = reasonPlaces(galley)
    let without = sources.filter { voice in !isCovered(voice, reasons, galley) }
    guard let first = without.first else { return [] }
    let message =
      sources.count == 1
      ? "no reason is given for keeping back the name of \(galley.quoted(first.mention))"
      : without.count == sources.count
        ? "no reason for anonymity is given for any of \(sources.count) unnamed sources"
        : "no reason for anonymity is given for \(without.count) of \(sources.count) unnamed sources"
    return [
      Remark(
        message: message, at: galley.span(first.mention),
        related: galley.alsoAt(without.dropFirst().map { galley.span($0.mention) }),
        attribution: first.statements.first.map { galley.statements[$0].attribution.id })
    ]
  }

  /// A reason covers its own speaker, and whoever speaks in its paragraph or the one before: "Both asked not to be named
  /// because …".
  private static func isCovered(_ voice: Voice, _ reasons: [Int], _ galley: Galley) -> Bool {
    if voice.speaker.anonymityReason?.reason != nil { return true }
    return voice.statements.contains { i in
      guard let s = galley.statements[i].sentence else { return false }
      let block = galley.sentences[s].block
      return reasons.contains { $0 == block || $0 == galley.bodyBlock(after: block) }
    }
  }

  /// The blocks that give a reason for anonymity.
  private static func reasonPlaces(_ galley: Galley) -> [Int] {
    let scanned = galley.scanned
    let lexis = galley.lexis
    return galley.sentences.compactMap { passage in
      guard let marker = scanned.first(lexis.marker, in: passage.tokens), !scanned.isQuoted(marker.lowerBound),
        scanned.holds(lexis.risk, in: passage.tokens) || scanned.holds(lexis.rote, in: passage.tokens)
          || scanned.holds(lexis.because, in: marker.upperBound..<passage.tokens.upperBound)
      else { return nil }
      return passage.block
    }
  }

  /// ANON-02: nothing but "sources", or a place.
  static func bareDescription(_ galley: Galley) -> [Remark] {
    confidential(galley).compactMap { voice in
      let phrases = galley.phrases(of: voice)
      guard voice.speaker.grade == .anonymous, !voice.hasAccess, let phrase = phrases.first,
        !phrase.isPartitive, phrase.tokens == voice.mention,
        galley.scanned.has(phrase.head, galley.lexis.bareSource)
      else { return nil }
      let hasPlace = galley.scanned.holds(galley.lexis.place, in: phrase.tokens)
      return Remark(
        message: "\(galley.quoted(voice.mention)): \(hasPlace ? "a place, but " : "")no role, and no word on how they know",
        at: galley.span(voice.mention), attribution: voice.statements.first.map { galley.statements[$0].attribution.id })
    }
  }

  /// ANON-04: a formula in place of a reason. One remark for the story.
  static func roteReason(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    var places: [Range<Int>] = []
    for passage in galley.sentences {
      guard let rote = scanned.first(galley.lexis.rote, in: passage.tokens), !scanned.isQuoted(rote.lowerBound),
        scanned.holds(galley.lexis.marker, in: passage.tokens), !scanned.holds(galley.lexis.risk, in: passage.tokens)
      else { continue }
      places.append(rote)
    }
    guard let first = places.first else { return [] }
    return [
      Remark(
        message: "\(galley.quoted(first)) says that the source may not talk, not what it risks by talking",
        at: galley.span(first), related: galley.alsoAt(places.dropFirst().map(galley.span)))
    ]
  }

  /// ANON-05: roles, and for no unnamed source of the story a word on how it knows.
  static func noAccess(_ galley: Galley) -> [Remark] {
    let sources = confidential(galley)
    guard !sources.contains(where: \.hasAccess),
      let first = sources.first(where: { $0.speaker.grade == .anonymousWithRole })
    else { return [] }
    let rest = sources.filter { $0.speaker.grade == .anonymousWithRole }.dropFirst()
    return [
      Remark(
        message: rest.isEmpty
          ? "\(galley.quoted(first.mention)): a role, but no word on how this source knows"
          : "\(rest.count + 1) unnamed sources with a role, and for none a word on how they know",
        at: galley.span(first.mention), related: galley.alsoAt(rest.map { galley.span($0.mention) }),
        attribution: first.statements.first.map { galley.statements[$0].attribution.id })
    ]
  }
}
