import HearsayAttribution
import HearsayText

/// What unnamed sources are used for: opinions, insults, direct quotations, most of the story.
enum AnonymousVoiceChecks {
  /// ANON-06: an unnamed source predicts, guesses, or believes that something may be. One remark for each source.
  static func opinion(_ galley: Galley) -> [Remark] {
    AnonymityChecks.confidential(galley).compactMap { voice in
      let opinions = voice.statements.compactMap { i -> (statement: Statement, words: Range<Int>, level: Level)? in
        opinion(in: galley.statements[i], galley)
      }
      guard let first = opinions.first else { return nil }
      let statement = first.statement
      return Remark(
        message: "\(galley.quoted(voice.mention)) has no name and gives an opinion: \(galley.quoted(first.words))",
        at: galley.span(first.words), related: galley.alsoAt(opinions.dropFirst().map { galley.span($0.words) }),
        attribution: statement.attribution.id, level: opinions.map(\.level).max())
    }
  }

  /// The words that make a statement an opinion: the cue, or "he expected" at the head of what the source said.
  private static func opinion(
    in statement: Statement, _ galley: Galley
  ) -> (statement: Statement, words: Range<Int>, level: Level)? {
    let scanned = galley.scanned
    let lexis = galley.lexis
    guard !statement.isNested else { return nil }
    for predicate in [lexis.guess, lexis.predict] {
      if let words = scanned.first(predicate, in: statement.cue) { return (statement, words, .error) }
    }
    let isUncertain = statement.content.contains { scanned.holds($0, lexis.modal) }
    if isUncertain, let words = scanned.first(lexis.belief, in: statement.cue) { return (statement, words, .warning) }
    // "said he expected …"
    guard let content = statement.content.first, content.count > 3 else { return nil }
    let head = content.lowerBound..<content.lowerBound + 4
    guard let pronoun = head.first(where: { i in [lexis.he, lexis.she, lexis.they].contains { scanned.has(i, $0) } }),
      pronoun + 1 < head.upperBound, scanned.has(pronoun + 1, lexis.belief) || scanned.has(pronoun + 1, lexis.predict)
    else { return nil }
    return (statement, pronoun..<pronoun + 2, .warning)
  }

  /// ANON-07: an unnamed source runs down somebody who is named. One remark for each source. Not what a charge or a court
  /// calls it.
  static func pejorative(_ galley: Galley) -> [Remark] {
    let scanned = galley.scanned
    return galley.voices.compactMap { voice in
      // "The island's senator" has no name here and is known to everybody.
      guard voice.speaker.anonymous, (Grade.anonymousWithAccess...Grade.anonymous).contains(voice.speaker.grade),
        voice.isConfidential || !galley.scanned.has(voice.mention.lowerBound, galley.lexis.definite)
      else { return nil }
      for i in voice.statements {
        let statement = galley.statements[i]
        guard voice.isConfidential || statement.attribution.kind == .direct, statement.attribution.stance != "ask"
        else {
          continue
        }
        for content in statement.content {
          guard let word = scanned.first(galley.lexis.pejorative, in: content), namesPerson(content, galley),
            !isNegated(word, in: content, galley), !isReported(word, in: content, galley),
            !scanned.holds(content, galley.lexis.court)
          else { continue }
          return Remark(
            message: "\(galley.quoted(voice.mention)) has no name and runs a named person down: \(galley.quoted(word))",
            at: galley.span(word), attribution: statement.attribution.id)
        }
      }
      return nil
    }
  }

  /// A person by name or title, or "he" and "she", who had a name before.
  private static func namesPerson(_ range: Range<Int>, _ galley: Galley) -> Bool {
    let scanned = galley.scanned
    let lexis = galley.lexis
    return range.contains { i in
      if scanned.has(i, lexis.he) || scanned.has(i, lexis.she) { return true }
      let isName = scanned.has(i, lexis.firstMale) || scanned.has(i, lexis.firstFemale) || scanned.has(i, lexis.title)
      return isName && scanned.tokens.flags[i].contains(.capitalised) && i + 1 < range.upperBound
        && scanned.tokens.flags[i + 1].contains(.capitalised)
    }
  }

  static func isNegated(_ word: Range<Int>, in content: Range<Int>, _ galley: Galley) -> Bool {
    let lexis = galley.lexis
    let before = max(content.lowerBound, word.lowerBound - 3)..<word.lowerBound
    return [lexis.negation, lexis.beNegation, lexis.doNegation, lexis.haveNegation, lexis.modalNegation]
      .contains { galley.scanned.holds(before, $0) }
  }

  /// "He kept calling her a liar": the insult is told of somebody else.
  private static func isReported(_ word: Range<Int>, in content: Range<Int>, _ galley: Galley) -> Bool {
    let before = max(content.lowerBound, word.lowerBound - 4)..<word.lowerBound
    return galley.scanned.holds(before, galley.lexis.termIntro)
      || galley.scanned.holds(before, galley.lexis.say)
  }

  /// ANON-08: direct quotations from unnamed sources, from a number on.
  static func manyQuotations(_ galley: Galley) -> [Remark] {
    var places: [Span] = []
    for voice in AnonymityChecks.confidential(galley) {
      for i in voice.statements where galley.statements[i].attribution.kind == .direct {
        if let span = galley.statements[i].attribution.content.first { places.append(span) }
      }
    }
    guard places.count >= galley.limits.anonymousQuotations else { return [] }
    places.sort()
    return [
      Remark(
        message: "\(places.count) direct quotations from people without a name", at: places[0],
        related: galley.alsoAt(Array(places.dropFirst())))
    ]
  }

  /// ANON-10: nobody in the story has a name (a warning), or hardly anybody.
  static func share(_ galley: Galley) -> [Remark] {
    var anonymous: [Statement] = []
    var onRecord = 0
    for voice in galley.voices {
      let own = voice.statements.map { galley.statements[$0] }.filter { !$0.isNested }
      if voice.isConfidential {
        anonymous += own
      } else if voice.speaker.grade <= .institution, !isMessenger(voice, galley) {
        onRecord += own.count
      }
    }
    anonymous.sort { $0.extent.lowerBound < $1.extent.lowerBound }
    let count = anonymous.count
    guard let first = anonymous.first, let at = first.who, count >= galley.limits.anonymousStatements else { return [] }
    if onRecord == 0 {
      return [
        Remark(
          message: "nobody in this story has a name: all \(count) statements come from unnamed sources", at: at,
          attribution: first.attribution.id, level: .warning)
      ]
    }
    guard count > galley.limits.anonymousStatements,
      count * 100 >= galley.limits.anonymousShare * (count + onRecord)
    else { return [] }
    return [
      Remark(
        message: "\(count) of \(count + onRecord) statements come from unnamed sources", at: at,
        attribution: first.attribution.id)
    ]
  }

  /// An outlet that passes words on, the publisher among them, is no source of its own.
  private static func isMessenger(_ voice: Voice, _ galley: Galley) -> Bool {
    voice.speaker.kind == .outlet || voice.speaker.kind == .platform || voice.speaker.name == galley.publisher
  }
}
