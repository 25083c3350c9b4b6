import HearsayRules
import HearsaySyntax
import HearsayText

/// Runs of capitalised words, and what stands beside them: what tells a person's name from other names.
struct NameRuns: Sendable {
  let scanned: ScannedText
  let syntax: LightSyntax
  let lexis: Lexis

  private var tokens: Tokens { scanned.tokens }

  /// Capitalised words in a row that are neither titles, bodies, places nor outlets in front.
  func run(at i: Int) -> Range<Int>? {
    let s = scanned
    guard syntax.isName(i) else { return nil }
    // "Dean Holt", "Sofia Lindgren": a given name that is a title or a city as well.
    let isGiven = isFirstName(i)
    if isOther(i), !(isGiven && isSurname(i + 1) && !isSurname(i + 2)) { return nil }
    if s.hits(startingAt: i).contains(where: { $0.outlet != nil && $0.end > i + 1 }) { return nil }
    // "The Ellery Courier"; but "Orla Quist-Times" has a first name.
    if syntax.outletLikeName(from: i, s.tokens.count, surely: true) != nil { return nil }
    var end = i + 1
    // Behind a first name any capitalised word is a surname: "Cordelia Banks".
    while end < s.tokens.count, end < i + 5, syntax.isNameOrParticle(end), isGiven || !isOther(end),
      s.tokens.flags[end].isDisjoint(with: [.newlineBefore, .sentenceStart])
    {
      end += 1
    }
    while end > i + 1, !syntax.isName(end - 1) { end -= 1 }
    if let over = behindNickname(end) { return i..<over }
    // "Cornell University", "Almeda Harbour Authority", "Orrin Foods": a body.
    if !isGiven, end < s.tokens.count, syntax.isName(end),
      s.has(end, lexis.organisation) || s.has(end, lexis.organisationSuffix)
    {
      return nil
    }
    // "Maud Lines": a firm that begins with a given name.
    if end > i + 1, s.has(end - 1, lexis.firmWord) || s.has(end - 1, lexis.institutionWord) { return nil }
    // "BRENNA — He": where the story was written.
    if end < s.tokens.count, s.tokens.kind[end] == .dash, s.tokens.flags[i].isSuperset(of: [.allCaps, .sentenceStart]) {
      return nil
    }
    return i..<end
  }

  func isFirstName(_ i: Int) -> Bool { scanned.has(i, lexis.firstMale) || scanned.has(i, lexis.firstFemale) }

  /// A capitalised word that no lexicon explains, on the same line.
  private func isSurname(_ i: Int) -> Bool {
    i < scanned.count && syntax.isName(i) && !scanned.tokens.form[i].isKnown
      && scanned.tokens.flags[i].isDisjoint(with: [.newlineBefore, .sentenceStart])
  }

  /// The end of the surname behind a nickname in quotation marks: "Wendell | “Windy” Brack".
  private func behindNickname(_ open: Int) -> Int? {
    let s = scanned
    guard open + 3 < s.tokens.count, s.tokens.kind[open] == .quotationMark, s.tokens.flags[open].contains(.opens),
      !s.tokens.flags[open].contains(.newlineBefore)
    else { return nil }
    var i = open + 1
    while i < s.tokens.count, i < open + 5, s.tokens.kind[i] == .word, s.tokens.flags[i].contains(.capitalised) {
      i += 1
    }
    guard i > open + 1, i + 1 < s.tokens.count, s.tokens.kind[i] == .quotationMark, s.tokens.flags[i].contains(.closes),
      syntax.isName(i + 1)
    else { return nil }
    return i + 2
  }

  func isOther(_ i: Int) -> Bool {
    let s = scanned
    return s.has(i, lexis.role) || s.has(i, lexis.honorific) || s.has(i, lexis.organisation)
      || s.has(i, lexis.document) || s.has(i, lexis.place) || s.has(i, lexis.organisationSuffix)
      || s.has(i, lexis.article)
  }

  /// Words of an organisation or place, or an article in front: no person's name.
  func isBody(_ run: Range<Int>) -> Bool {
    let s = scanned
    for i in run {
      if s.has(i, lexis.organisationSuffix) || s.has(i, lexis.organisationName) || s.has(i, lexis.placeName) {
        return true
      }
      if s.tokens.flags[i].contains(.allCaps), s.tokens.span(i).count > 2 { return true }
      // "Air Force": its words alone are none.
      if let end = s.entryEnd(i, lexis.organisation, in: run), end > i + 1 { return true }
    }
    return run.lowerBound > 0 && s.has(run.lowerBound - 1, lexis.article)
  }

  /// "Then Earth", "Probably Monday": a word that the lexicons know, with its capital from the sentence.
  func opensSentence(_ run: Range<Int>) -> Bool {
    tokens.flags[run.lowerBound].contains(.sentenceStart) && tokens.form[run.lowerBound].isKnown
      && !isFirstName(run.lowerBound)
  }

  /// "Veronique shrugged": what only people do.
  func isActing(_ run: Range<Int>) -> Bool {
    run.upperBound < scanned.count && scanned.has(run.upperBound, lexis.humanAct)
      && !tokens.flags[run.upperBound].contains(.capitalised)
      && !(run.lowerBound > 0 && scanned.has(run.lowerBound - 1, lexis.article))
  }

  /// "Ben Morris, a supermarket chain,", "the law firm Ben Morris": the story says that the name is a body's.
  func isCalledBody(_ run: Range<Int>) -> Bool {
    let s = scanned
    if run.lowerBound > 0, isBodyNoun(run.lowerBound - 1) { return true }
    let comma = run.upperBound
    // "A supermarket chain, Grocerland,"
    if run.lowerBound > 2, syntax.isComma(run.lowerBound - 1), isBodyNoun(run.lowerBound - 2), syntax.isComma(comma),
      (max(0, run.lowerBound - 6)..<run.lowerBound - 2).contains(where: { s.has($0, lexis.article) })
    {
      return true
    }
    guard comma + 1 < s.count, syntax.isComma(comma),
      s.has(comma + 1, lexis.article) || s.has(comma + 1, lexis.possessive)
    else { return false }
    var i = comma + 2
    while i < s.count, i < comma + 10, !syntax.endsHeadPart(i), s.tokens.kind[i] != .punctuation,
      !syntax.isFiniteVerb(i, from: comma)
    {
      i += 1
    }
    return i > comma + 2 && isBodyNoun(i - 1) && !s.has(i - 1, lexis.role)
  }

  private func isBodyNoun(_ i: Int) -> Bool {
    scanned.has(i, lexis.organisation) && !scanned.tokens.flags[i].contains(.capitalised)
  }

  func isTitled(_ run: Range<Int>) -> Bool {
    guard run.lowerBound > 0 else { return false }
    var before = run.lowerBound - 1
    if scanned.has(before, lexis.honorific) || scanned.has(before, lexis.role) { return true }
    // "the chairman, Ulf Mander,": behind a comma too; a single name only where the comma closes again.
    guard before > 0, syntax.isComma(before), run.count >= 2 || syntax.isComma(run.upperBound) else { return false }
    before -= 1
    // "The regulator, Medsafe,": a word for people and for bodies tells nothing of one word.
    return scanned.has(before, lexis.role) && (run.count >= 2 || !scanned.has(before, lexis.organisation))
  }

  /// A full name right beside a verb of speech, with nothing of a body in it.
  func isSpeaking(_ run: Range<Int>) -> Bool {
    guard run.count == 2 || run.count == 3, !isBody(run) else { return false }
    return isBesideSpeech(run)
  }

  /// "Harbour Rovers have sold": several, so a team or a firm.
  func takesPlural(_ run: Range<Int>) -> Bool {
    guard run.upperBound < scanned.count, scanned.has(run.upperBound, lexis.pluralAuxiliary),
      !isFirstName(run.lowerBound)
    else { return false }
    let before = run.lowerBound - 1
    return before < 0 || !scanned.has(before, lexis.andWord) && !syntax.isPreposition(before) && !syntax.isComma(before)
  }

  /// Whether a verb of speech stands right before or behind a run.
  func isBesideSpeech(_ run: Range<Int>) -> Bool {
    func isSpeech(_ i: Int) -> Bool {
      i >= 0 && i < scanned.count && scanned.has(i, lexis.say) && !tokens.flags[i].contains(.capitalised)
    }
    return isSpeech(run.upperBound) || isSpeech(run.lowerBound - 1)
  }

  /// "Ilse Brandt, 54," or "Ilse Brandt, a nurse": introduced as a person. "In Voskar Bay, officials say" is not.
  func isIntroduced(_ run: Range<Int>) -> Bool {
    let i = run.upperBound
    guard i + 1 < scanned.count, syntax.isComma(i) else { return false }
    if tokens.kind[i + 1] == .number { return run.count > 1 || isAge(i + 1) }
    if run.count == 1 { return scanned.has(i + 1, lexis.who) && isHumanRelative(i + 1) }
    if run.lowerBound > 0, syntax.isPreposition(run.lowerBound - 1), isPlacePreposition(run.lowerBound - 1) {
      return false
    }
    var j = i + 1
    while j < scanned.count, j < i + 9, !syntax.isComma(j) {
      if scanned.has(j, lexis.role) {
        return !(j + 1 < scanned.count && scanned.has(j + 1, lexis.say) && syntax.isFiniteVerb(j + 1, from: j))
      }
      j += 1
    }
    return false
  }

  private func isPlacePreposition(_ i: Int) -> Bool { scanned.has(i, lexis.placeLead) }

  /// "Elva, | 34,": a number of years between commas.
  private func isAge(_ i: Int) -> Bool {
    let span = tokens.span(i)
    return span.count <= 2 && i + 1 < scanned.count && syntax.isComma(i + 1)
  }

  /// "who" and "whose"; "which" is a thing's.
  private func isHumanRelative(_ i: Int) -> Bool {
    let span = tokens.span(i)
    return scanned.text.bytes[span.start..<span.end].last != UInt8(ascii: "h")
  }

  // MARK: What a person is called beside the name

  /// The words that describe a person, in front of the name and in the apposition behind it.
  func description(of run: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    let before = descriptionBefore(run)
    if !before.isEmpty { out.append(before) }
    let behind = descriptionBehind(run)
    if !behind.isEmpty { out.append(behind) }
    return out
  }

  private func descriptionBefore(_ run: Range<Int>) -> Range<Int> {
    var end = run.lowerBound
    var isApposed = false
    // "the town's priest, | Father | Tomas Gil"
    if end > 2, scanned.has(end - 1, lexis.honorific), syntax.isComma(end - 2) { end -= 1 }
    if end > 1, syntax.isComma(end - 1), !tokens.flags[end - 1].contains(.newlineBefore) {
      isApposed = true
      end -= 1
    }
    // "his chief of staff, Ned Porrit": words of the role that may be verbs elsewhere.
    var i = scanned.hits(endingAt: end).first { h in lexis.role.map { scanned.has(h, $0) } ?? false }?.start ?? end
    while i > 0, end - i < 7 {
      let k = i - 1
      if tokens.kind[k] == .punctuation || tokens.kind[k] == .quotationMark || tokens.kind[k] == .dash { break }
      if tokens.flags[run.lowerBound].contains(.sentenceStart) || tokens.flags[i].contains(.sentenceStart) { break }
      if syntax.isPreposition(k), !isApposed { break }
      if scanned.has(k, lexis.article) || syntax.isFiniteVerb(k, from: 0) { break }
      i = k
    }
    // Behind a comma it describes the name only where it is somebody's role.
    guard !isApposed || (i..<end).contains(where: { scanned.has($0, lexis.role) }) else { return end..<end }
    return i..<end
  }

  private func descriptionBehind(_ run: Range<Int>) -> Range<Int> {
    let start = run.upperBound
    // "Robert Aldane's chief of staff" is somebody else.
    if start < scanned.count, tokens.kind[start] == .possessive { return start..<start }
    var i = start
    while i < scanned.count, i < start + 10 {
      if tokens.flags[i].contains(.sentenceStart) || tokens.kind[i] == .quotationMark { break }
      if syntax.isFiniteVerb(i, from: start), !(i > start && syntax.startsRelative(i - 1)) { break }
      if i > start, syntax.isComma(i) { break }
      i += 1
    }
    return start..<i
  }
}
