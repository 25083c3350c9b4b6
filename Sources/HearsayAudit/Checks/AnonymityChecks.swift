import HearsayAttribution
import HearsayText

/// Who an unnamed source is, how it knows, and why its name is kept back.
enum AnonymityChecks {
  /// The unnamed sources of a story that a reader may ask about, each description once.
  static func confidential(_ galley: Galley) -> [Voice] {
    var described: [Range<Int>] = []
    return galley.voices.filter { voice in
      guard voice.isConfidential, !isKnownGroup(voice, galley), !described.contains(voice.mention),
        voice.statements.contains(where: { !galley.statements[$0].isNested && galley.statements[$0].isSpoken })
      else { return false }
      described.append(voice.mention)
      return true
    }
  }

  /// "Both of his senators", "all her aides": a reader can look them up.
  private static func isKnownGroup(_ voice: Voice, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    guard let first = voice.mention.first, scanned.has(first, galley.lexis.whole) else { return false }
    return voice.mention.prefix(4).contains {
      scanned.has($0, galley.lexis.possessive) || scanned.tokens.kind[$0] == .possessive
    }
  }

  /// Whether the description calls the source by a role from which people speak out of school.
  static func hasGuardedRole(_ voice: Voice, _ galley: Galley) -> Bool {
    guard let phrase = SourcePhrase(voice.mention, galley) else { return false }
    return galley.scanned.has(phrase.head, galley.lexis.confidential)
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

  /// A sentence that gives a reason for anonymity.
  private struct ReasonPlace {
    var sentence: Int
    var block: Int
    /// "Both asked …", "They spoke …": it speaks of people who were counted before.
    var pointsBack: Bool
  }

  /// A reason covers its own speaker, whoever speaks in its paragraph or the one before, and, where it points back to
  /// several people, all groups before it.
  private static func isCovered(_ voice: Voice, _ reasons: [ReasonPlace], _ galley: Galley) -> Bool {
    if voice.speaker.anonymityReason?.reason != nil { return true }
    return voice.statements.contains { i in
      guard let s = galley.statements[i].sentence else { return false }
      let block = galley.sentences[s].block
      return reasons.contains { reason in
        reason.block == block || reason.block == galley.bodyBlock(after: block)
          || reason.pointsBack && s < reason.sentence && voice.speaker.count.max != 1
      }
    }
  }

  private static func reasonPlaces(_ galley: Galley) -> [ReasonPlace] {
    let scanned = galley.scanned
    let lexis = galley.lexis
    return galley.sentences.enumerated().compactMap { s, passage in
      guard
        let marker = scanned.first(lexis.condition, in: passage.tokens)
          ?? scanned.first(lexis.request, in: passage.tokens),
        !scanned.isQuoted(marker.lowerBound),
        scanned.holds(passage.tokens, lexis.risk) || scanned.holds(passage.tokens, lexis.rote)
          || scanned.holds(marker.upperBound..<passage.tokens.upperBound, lexis.because)
      else { return nil }
      let first = passage.tokens.lowerBound
      return ReasonPlace(
        sentence: s, block: passage.block,
        pointsBack: scanned.has(first, lexis.definite) || scanned.has(first, lexis.they))
    }
  }

  /// ANON-02: nothing but "sources", or a place. One remark for the story.
  static func bareDescription(_ galley: Galley) -> [Remark] {
    let bare = confidential(galley).filter { isBare($0, galley) }
    guard let first = bare.first else { return [] }
    let hasPlace = galley.scanned.holds(first.mention, galley.lexis.place)
    return [
      Remark(
        message:
          "\(galley.quoted(first.mention)): \(hasPlace ? "a place, but " : "")no role, and no word on how they know",
        at: galley.span(first.mention), related: galley.alsoAt(bare.dropFirst().map { galley.span($0.mention) }),
        attribution: first.statements.first.map { galley.statements[$0].attribution.id })
    ]
  }

  /// "Sources", with at most a place or the word "unnamed": "party sources" and "one of the sources" say more.
  static func isBare(_ voice: Voice, _ galley: Galley) -> Bool {
    guard voice.speaker.grade >= .anonymousWithRole, !voice.hasAccess, let phrase = SourcePhrase(voice.mention, galley),
      !phrase.isPartitive, !phrase.isDefinite, galley.scanned.has(phrase.head, galley.lexis.bareSource),
      !saysMore(behind: phrase, galley), !isOfGroup(voice, phrase, galley)
    else { return false }
    return (phrase.tokens.lowerBound..<phrase.head).allSatisfy { i in
      let isPlace = galley.scanned.has(i, galley.lexis.place) || galley.scanned.has(i, galley.lexis.marker)
      return isPlace || !phrase.modifiers.contains(galley.string(i..<i + 1).lowercased())
    }
  }

  /// "Sources said", "one source said", where "multiple sources familiar with the effort" spoke before: of them the story has
  /// told how they know.
  private static func isOfGroup(_ voice: Voice, _ phrase: SourcePhrase, _ galley: Galley) -> Bool {
    galley.voices.contains { other in
      guard other.speaker.id != voice.speaker.id, other.mention.lowerBound < voice.mention.lowerBound, other.hasAccess,
        other.speaker.count.max != 1, let group = SourcePhrase(other.mention, galley)
      else { return false }
      return group.lemma == phrase.lemma
    }
  }

  /// "Sources at the ministry" have a place of work; "sources in Sorn" have none.
  private static func saysMore(behind phrase: SourcePhrase, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    let rest = phrase.head + 1..<phrase.tokens.upperBound
    guard let next = rest.first, scanned.has(next, galley.lexis.preposition) else { return false }
    var i = next
    while i < rest.upperBound {
      if let end = scanned.entryEnd(i, galley.lexis.place, in: rest) {
        i = end
        continue
      }
      if scanned.tokens.kind[i] == .word, !galley.lexis.small.contains(where: { scanned.has(i, $0) }) { return true }
      i += 1
    }
    return false
  }

  /// ANON-04: a formula in place of a reason. One remark for the story.
  static func roteReason(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    var places: [Range<Int>] = []
    for passage in galley.sentences {
      guard let rote = scanned.first(galley.lexis.rote, in: passage.tokens), !scanned.isQuoted(rote.lowerBound),
        scanned.holds(passage.tokens, galley.lexis.marker), !scanned.holds(passage.tokens, galley.lexis.risk)
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

  private static func isRoleOnly(_ voice: Voice, _ galley: Galley) -> Bool {
    voice.speaker.grade == .anonymousWithRole && hasGuardedRole(voice, galley) && !isBare(voice, galley)
  }

  /// ANON-05: roles, and for no unnamed source of the story a word on how it knows.
  ///
  /// A role often says enough, so the check speaks up only where the lead rests on such a source, and as a note where most
  /// of a story does.
  static func noAccess(_ galley: Galley) -> [Remark] {
    let sources = confidential(galley)
    guard !sources.contains(where: { $0.hasAccess || galley.scanned.holds($0.mention, galley.lexis.insider) }),
      let first = sources.first(where: { isRoleOnly($0, galley) })
    else { return [] }
    let rest = sources.filter { isRoleOnly($0, galley) }.dropFirst()
    let restsOnThem = HeadlineChecks.leadStatement(galley).map { $0.speaker?.id == first.speaker.id } ?? false
    guard restsOnThem || rest.count + 1 >= galley.limits.sourcesWithoutAccess else { return [] }
    return [
      Remark(
        message: rest.isEmpty
          ? "\(galley.quoted(first.mention)): a role, but no word on how this source knows"
          : "\(rest.count + 1) unnamed sources with a role, and for none a word on how they know",
        at: galley.span(first.mention), related: galley.alsoAt(rest.map { galley.span($0.mention) }),
        attribution: first.statements.first.map { galley.statements[$0].attribution.id },
        level: restsOnThem ? nil : .note)
    ]
  }
}
