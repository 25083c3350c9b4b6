import HearsayRules
import HearsayText

/// The light syntax of one text: noun phrases that can speak, verb groups and clauses, found on demand.
///
/// There is no parse tree. A rule anchors on a cue; only there is the syntax asked what stands to its left and right.
/// Each answer comes from one bounded scan over word kinds, so a text costs time in the number of its cues. It is
/// deterministic and knows no words: all of those are lexicons of the rulebook.
///
/// A class: it is handed down to every step of the analysis, and copying its arrays' references would cost more than
/// most of its answers.
public final class LightSyntax: PhraseFinder, Sendable {
  /// What is the same for all texts under one rulebook.
  public struct Context: Sendable {
    let table: WordKindTable
    let according: Predicate?
    let dateLead, dateAlone: Predicate?
    let outletNamePart, outletNameEnd, outletNameLead: Predicate?
    let anonymityWish: Predicate?
    public init(_ rulebook: Rulebook) {
      table = WordKindTable(rulebook)
      according = rulebook.predicate("according")
      dateLead = rulebook.predicate("date-lead", "lead")
      dateAlone = rulebook.predicate("date-lead", "alone")
      outletNamePart = rulebook.predicate("publisher", "name-part")
      outletNameEnd = rulebook.predicate("outlet-name", "end")
      outletNameLead = rulebook.predicate("outlet-name", "lead")
      anonymityWish = rulebook.predicate("anonymous-wish")
    }
  }

  /// The longest noun phrase that is looked for, in tokens; longer ones are cut there.
  static let reach = 40

  let scanned: ScannedText
  let kinds: [WordKinds]
  /// By opening mark.
  private let quotations: [Quotation]
  private let according: Predicate?
  private let dateLead, dateAlone: Predicate?
  private let outletNamePart, outletNameEnd, outletNameLead: Predicate?
  private let anonymityWish: Predicate?

  public init(_ scanned: ScannedText, _ quotations: [Quotation], _ context: Context) {
    self.scanned = scanned
    self.quotations = quotations
    kinds = context.table.kinds(scanned)
    according = context.according
    dateLead = context.dateLead
    dateAlone = context.dateAlone
    outletNamePart = context.outletNamePart
    outletNameEnd = context.outletNameEnd
    outletNameLead = context.outletNameLead
    anonymityWish = context.anonymityWish
  }

  /// The end of a time phrase of several fixed words: "at the time".
  func fixedDateEnd(_ start: Int, _ limit: Int) -> Int? {
    guard let dateAlone else { return nil }
    return scanned.hits(startingAt: start).first { $0.end <= limit && scanned.has($0, dateAlone) }?.end
  }

  /// A word that leads in a time phrase: "on", "late", "last".
  func opensDate(_ i: Int) -> Bool { dateLead.map { scanned.has(i, $0) } ?? false }

  public func ends(of type: PhraseType, from start: Int, scope: Range<Int>, into out: inout [Int]) {
    guard scope.contains(start) else { return }
    switch type {
    case .source: nounPhraseEnds(from: start, scope, into: &out)
    case .person: personEnds(from: start, scope, into: &out)
    case .outlet: outletEnds(from: start, scope, into: &out)
    case .quote: quotationEnd(from: start, scope, into: &out)
    case .clause: clauseEnds(from: start, scope, into: &out)
    case .statement: if isStatement(from: start, scope) { clauseEnds(from: start, scope, into: &out) }
    case .number, .date: numberEnds(from: start, scope, type, into: &out)
    }
  }

  public func starts(of type: PhraseType, to end: Int, scope: Range<Int>, into out: inout [Int]) {
    guard end > scope.lowerBound, end <= scope.upperBound else { return }
    switch type {
    case .source: subjectStarts(to: end, scope, into: &out)
    case .quote: quotationStart(to: end, scope, into: &out)
    case .clause: clauseStarts(to: end, scope, into: &out)
    case .statement:
      clauseStarts(to: end, scope, into: &out)
      out.removeAll { !isStatement(from: $0, scope) }
    case .person, .outlet, .number, .date:
      // Short phrases: try each start in reach, the farthest first, and keep those whose end fits.
      var ends: [Int] = []
      for s in max(scope.lowerBound, end - 10)..<end {
        ends.removeAll(keepingCapacity: true)
        self.ends(of: type, from: s, scope: scope, into: &ends)
        if ends.contains(end) { out.append(s) }
      }
    }
  }

  /// The end of a name of two to five words that is made like an outlet's, though no rule knows it: "Ellery | Courier",
  /// "Radio | Holmsey".
  ///
  /// - Parameter surely: only words that hardly anything but an outlet is called by.
  public func outletLikeName(from start: Int, _ limit: Int, surely: Bool = false) -> Int? {
    guard let outletNamePart, isName(start), !has(start, .firstName) || !surely else { return nil }
    var i = start
    while i < limit, i < start + 5, isName(i) { i += 1 }
    guard i - start >= 2 else { return nil }
    if let outletNameLead, scanned.has(start, outletNameLead), !has(start + 1, .organisation) { return i }
    if let outletNameEnd, scanned.has(i - 1, outletNameEnd) { return i }
    guard !surely, scanned.has(i - 1, outletNamePart), !has(i - 1, [.organisation, .role]) else { return nil }
    return i
  }

  /// A word that hardly anything but an outlet's name ends in, though some are roles as well: "Observer".
  public func endsOutletName(_ i: Int) -> Bool { outletNameEnd.map { scanned.has(i, $0) } ?? false }

  /// The end of the words that make another outlet's name of one: "Radio Ridgeway" behind "BBC".
  func stationEnd(_ start: Int, _ limit: Int) -> Int? {
    guard let outletNameLead, start + 1 < limit, scanned.has(start, outletNameLead), isName(start + 1) else {
      return nil
    }
    var i = start + 1
    while i < limit, i < start + 4, isName(i) { i += 1 }
    return i
  }

  // MARK: Quotations

  /// The index behind the quotation that opens at a token.
  func quotation(openingAt i: Int) -> Int? {
    var low = 0
    var high = quotations.count
    while low < high {
      let mid = (low + high) / 2
      if quotations[mid].open < i { low = mid + 1 } else { high = mid }
    }
    guard low < quotations.count, quotations[low].open == i else { return nil }
    return quotations[low].tokens.upperBound
  }

  /// The opening mark of the quotation that closes at a token.
  func quotation(closingAt i: Int) -> Int? {
    // Few quotations close near each other: walk back from the last that opens before `i`.
    var low = 0
    var high = quotations.count
    while low < high {
      let mid = (low + high) / 2
      if quotations[mid].open < i { low = mid + 1 } else { high = mid }
    }
    var k = low - 1
    var steps = 0
    while k >= 0, steps < 8 {
      if quotations[k].close == i { return quotations[k].open }
      k -= 1
      steps += 1
    }
    return nil
  }

  /// "not to be named" and its like at a token or right behind it.
  func opensAnonymityWish(_ i: Int, _ limit: Int) -> Bool {
    guard let anonymityWish else { return false }
    for j in i..<min(limit, i + 2) where scanned.hits(startingAt: j).contains(where: { scanned.has($0, anonymityWish) })
    {
      return true
    }
    return false
  }

  /// "according to" and its like at a token.
  func startsAccordingTo(_ i: Int) -> Bool {
    guard let according else { return false }
    return scanned.hits(startingAt: i).contains { scanned.has($0, according) }
  }

  // MARK: Words

  func has(_ i: Int, _ k: WordKinds) -> Bool { !kinds[i].isDisjoint(with: k) }

  /// A word that can stand inside a noun phrase as noun, adjective, name or number.
  func isNominal(_ i: Int) -> Bool {
    let k = kinds[i]
    if scanned.tokens.kind[i] == .currency { return true }
    if !k.isDisjoint(with: [.name, .digits, .number, .possessiveMark, .role, .organisation]) { return true }
    if k.isEmpty { return scanned.tokens.kind[i] == .word }
    if !k.isDisjoint(with: WordKinds.notNominal) { return false }
    if k.contains(.plainVerb) { return !k.isDisjoint(with: [.edForm, .ingForm]) }
    return true
  }

  /// A verb that can carry a clause: an auxiliary, or a verb that is neither infinitive nor bare -ing form.
  func isFinite(_ i: Int, from lower: Int) -> Bool {
    let k = kinds[i]
    // "asked not to | be named"
    if !k.isDisjoint(with: WordKinds.auxiliary) { return !(i > lower && has(i - 1, .to)) }
    guard !k.isDisjoint(with: [.plainVerb, .cueVerb]), k.isDisjoint(with: [.name, .ingForm]) else { return false }
    if k.contains(.nounVerb) && !k.contains(.sayVerb) { return false }
    // "three people close to her": an adjective behind its noun.
    if k.contains(.adjectiveBehind), i > lower, i + 1 < kinds.count, has(i + 1, .to), isNominal(i - 1) { return false }
    if i > lower, has(i - 1, [.to, .article, .possessive, .possessiveMark]) { return false }
    return true
  }
}

extension WordKinds {
  static let notNominal: WordKinds = [
    .preposition, .of, .coordinating, .subordinating, .be, .have, .do, .modal, .negation, .to, .that, .punctuation,
    .subjectPronoun, .relative, .objectPronoun, .reflexive, .article, .possessive, .demonstrative, .adverb,
  ]
}

// MARK: What the analysis asks of single words

extension LightSyntax {
  public func isComma(_ i: Int) -> Bool { i < kinds.count && has(i, .comma) }
  public func isThat(_ i: Int) -> Bool { i < kinds.count && has(i, .that) }
  public func isColon(_ i: Int) -> Bool { i < kinds.count && has(i, .colon) }
  public func isStop(_ i: Int) -> Bool { i < kinds.count && has(i, .stop) }
  /// A capitalised word that no closed class explains.
  public func isName(_ i: Int) -> Bool {
    i < kinds.count && has(i, .name) && scanned.tokens.kind[i] == .word && !has(i, .time)
  }
  /// A name, or a lower-case particle inside one ("Ursula von der Leyen").
  public func isNameOrParticle(_ i: Int) -> Bool {
    isName(i) || (i + 1 < kinds.count && has(i, .particle) && (isName(i + 1) || has(i + 1, .particle)))
  }
  /// A word that ends the part of a noun phrase that holds its head: comma, preposition, relative pronoun, participle.
  public func endsHeadPart(_ i: Int) -> Bool {
    let k = kinds[i]
    if k.contains(.name), !k.contains(.preposition) { return false }
    if !k.isDisjoint(with: [.comma, .preposition, .of, .relative, .that, .to, .dash, .open, .adjectiveBehind]) {
      return true
    }
    return !k.isDisjoint(with: [.edForm, .ingForm, .participle]) && k.contains(.plainVerb) && i + 1 < kinds.count
      && has(i + 1, [.preposition, .of, .to])
  }
  /// A noun, adjective, name or number inside a noun phrase.
  public func isNounLike(_ i: Int) -> Bool { i < kinds.count && isNominal(i) }
  public func isPreposition(_ i: Int) -> Bool { has(i, [.preposition, .of]) }
  public func isFiniteVerb(_ i: Int, from lower: Int) -> Bool { isFinite(i, from: lower) }
  public func isTime(_ i: Int) -> Bool { has(i, .time) }
  public func startsRelative(_ i: Int) -> Bool { has(i, [.relative, .subordinating]) && !has(i, .preposition) }
}

extension LightSyntax {
  /// Punctuation that belongs to no content: commas, colons, stops, dashes; not quotation marks or brackets.
  public func isEdge(_ i: Int) -> Bool {
    has(i, [.comma, .semicolon, .colon, .stop, .dash])
  }

  /// A finite verb that is neither a participle nor a noun as well.
  public func isPresentVerb(_ i: Int, from lower: Int) -> Bool {
    isFinite(i, from: lower) && !has(i, [.edForm, .nounVerb])
      && (has(i, WordKinds.auxiliary) || isSForm(i) || has(i, .cueVerb))
      || has(i, [.cueVerb, .nounVerb]) && isSForm(i) && !has(i, .name) && i + 1 < kinds.count && has(i + 1, .to)
  }

  /// A clause that begins with a conjunction and holds no main clause behind a comma.
  public func isFrontedAdverbial(_ r: Range<Int>) -> Bool {
    var i = r.lowerBound
    while i < r.upperBound, has(i, [.adverb, .comma]), !has(i, .subordinating) { i += 1 }
    guard i < r.upperBound, has(i, .subordinating), !has(i, [.that, .relative]) else { return false }
    // "As many as 900 posts": a number, not a clause.
    if i + 2 < r.upperBound, scanned.tokens.form[i] == scanned.tokens.form[i + 2] { return false }
    return !(i..<r.upperBound).contains { has($0, [.comma, .quoteMark]) }
  }

  /// "a meeting where | the leader outlined …": a clause that describes the noun before it.
  public func followsNounAsRelative(_ i: Int) -> Bool {
    guard i >= 2, has(i - 1, .place), !has(i - 1, [.preposition, .turn, .that, .comma]) else { return false }
    return isNominal(i - 2) && !has(i - 2, [.plainVerb, .cueVerb, .edForm, .name])
  }

  /// A relative pronoun behind "of": "one of | whom".
  public func followsOf(_ i: Int) -> Bool { i > 0 && has(i, .relative) && has(i - 1, .of) }

  /// A conjunction that leads away from what was said: "while", "although", "but".
  public func turnsAway(_ i: Int) -> Bool { has(i, .turn) && !has(i, .relative) }

  /// Whether a sentence goes on with the speaker of the question or exclamation in quotation marks that ends the one
  /// before it: "“Who paid for it?” | the mayor asked".
  public func namesSpeaker(_ next: Range<Int>, of before: Range<Int>) -> Bool {
    let last = before.upperBound - 1
    guard last > before.lowerBound, next.lowerBound == before.upperBound, has(last, .quoteMark),
      scanned.tokens.flags[last].contains(.closes)
    else { return false }
    // “… and he said, ‘Who paid for it?’”: several may close at once.
    var stop = last - 1
    while stop > before.lowerBound, has(stop, .quoteMark), scanned.tokens.flags[stop].contains(.closes) { stop -= 1 }
    guard has(stop, .stop) else { return false }
    let mark = scanned.text.bytes[Int(scanned.tokens.start[stop])]
    guard mark == UInt8(ascii: "?") || mark == UInt8(ascii: "!") else { return false }
    var i = next.lowerBound
    while i < next.upperBound, i < next.lowerBound + 7, !has(i, .punctuation) {
      if has(i, .sayVerb), verbGroup(head: i, form: .finite) != nil { return i > next.lowerBound }
      i += 1
    }
    return false
  }

  /// The start of the noun phrase that ends right before `end`.
  public func nounPhrase(endingAt end: Int, scope: Range<Int>) -> Int? {
    guard end > scope.lowerBound, end <= scope.upperBound, let start = plainSubject(to: end, scope) else { return nil }
    // "told the jury to disregard | a remark by the mayor": what stands behind an infinitive is its object.
    let verb = (start..<end).last { i in
      i > start && i + 1 < end && has(i - 1, .to) && has(i, [.plainVerb, .cueVerb]) && !has(i, .name)
    }
    return verb.map { $0 + 1 } ?? start
  }

  /// A word that only what somebody says begins with: "that", an opening quotation mark.
  public func opensWords(_ i: Int) -> Bool {
    has(i, .that) || has(i, .quoteMark) && scanned.tokens.flags[i].contains(.opens)
  }

  /// An -ed form with an object behind it, no participle: "called | the vote a farce".
  public func isActivePast(_ i: Int) -> Bool {
    has(i, .edForm) && i > 0 && i + 1 < kinds.count && isNominal(i - 1) && !has(i - 1, [.be, .have])
      && has(i + 1, [.article, .possessive, .objectPronoun, .digits, .number])
  }

  /// Whether the words from `i` on are a participle of speech: "adding that …".
  public func opensParticiple(_ i: Int) -> Bool {
    var j = i
    while j < kinds.count, j < i + 3, has(j, [.adverb, .subordinating, .comma]), !has(j, .ingForm) { j += 1 }
    return j < kinds.count && has(j, .ingForm) && has(j, .cueVerb)
  }

  /// The subject of the clause in which the words at `cue` share it: of "added" in "X closed the pier and added …", of
  /// "saying" in "X closed the pier, saying …". The last main clause before the cue that has one.
  public func sharedSubject(of cue: Int, scope: Range<Int>) -> Range<Int>? {
    var found: Range<Int>?
    var inRelative = false
    var i = scope.lowerBound
    while i < cue {
      let k = kinds[i]
      if k.contains(.quoteMark), scanned.tokens.flags[i].contains(.opens),
        let end = quotation(openingAt: i), end > i
      {
        i = end
        continue
      }
      if k.contains(.relative) || (k.contains(.that) && found != nil) { inRelative = true }
      if !k.isDisjoint(with: [.comma, .semicolon]) { inRelative = false }
      if !inRelative,
        isFinite(i, from: scope.lowerBound)
          || (k.contains(.nounVerb) && (k.contains(.edForm) || verbGroup(head: i, form: .finite) != nil))
      {
        var verb = i
        while verb > scope.lowerBound, has(verb - 1, WordKinds.auxiliary.union([.adverb, .negation])) { verb -= 1 }
        var starts: [Int] = []
        subjectStarts(to: verb, scope, into: &starts)
        if starts.isEmpty, verb > scope.lowerBound, has(verb - 1, .comma) {
          subjectStarts(to: verb - 1, scope, into: &starts)
          verb -= 1
        }
        if let s = starts.first, s < verb, !isSubordinate(s, scope) || found == nil, !holdsVerbOfWish(s..<verb) {
          // "The firm last month | cut …": when it was is no part of who.
          var e = verb
          while e > s + 1, has(e - 1, .time) || (e < verb && opensDate(e - 1)) { e -= 1 }
          found = s..<e
        }
        while i + 1 < cue, has(i + 1, WordKinds.auxiliary.union([.adverb, .negation, .edForm, .ingForm])) { i += 1 }
      }
      i += 1
    }
    return found
  }

  /// "The firm declined to answer | questions": a clause with its verb, no subject of the noun that might be one too.
  private func holdsVerbOfWish(_ r: Range<Int>) -> Bool {
    r.first { has($0, [.relative, .that]) || takesInfinitive($0) }.map(takesInfinitive) ?? false
  }

  /// Whether the clause that begins at `s` hangs on a conjunction ("after Smith left").
  private func isSubordinate(_ s: Int, _ scope: Range<Int>) -> Bool {
    s > scope.lowerBound && has(s - 1, [.subordinating, .that, .preposition])
  }
}
