import HearsayAttribution
import HearsayRules
import HearsayStory
import HearsaySyntax
import HearsayText

/// Finds what a story says: its attributions, and its outlet's own statements.
///
/// The outermost attribution speaks: in "three people told Bloomberg that the minister insists on a deal" the three people
/// are the source, whatever the minister has said. Thoughts, wishes and plans that the outlet ascribes to somebody are the
/// outlet's words, not theirs. What nobody is named for is kept too, because others may tell it with a source.
struct StatementFinder: Sendable {
  let reader: StatementReader
  let rulebook: Rulebook
  let notSpeech: Set<String> = [
    "belief", "intent", "perceive", "know", "feel", "appear", "attempt", "label", "directive", "refusal", "promise",
    "agree", "positive", "negative", "impersonal",
  ]
  let silent: Set<String> = ["ask", "thank"]
  let syntax: LightSyntax.Context
  let auxiliary, demonstrative, deniedThing, refusedThing: Predicate?
  let pronoun, firstPerson, ownCheck, conjunction, survey, determiner, publicBody, newcomer: Predicate?
  let wires: WireTagFinder
  /// "Who", "which", "that".
  let relative: [Predicate]

  init(_ rulebook: Rulebook, _ reader: StatementReader) {
    self.rulebook = rulebook
    self.reader = reader
    syntax = LightSyntax.Context(rulebook)
    wires = WireTagFinder(rulebook)
    relative = [rulebook.predicate("pronoun", "who"), rulebook.predicate("function-word", "that")].compactMap { $0 }
    auxiliary = rulebook.predicate("aux")
    demonstrative = rulebook.predicate("pronoun", "demonstrative")
    deniedThing = rulebook.predicate("denied-thing")
    refusedThing = rulebook.predicate("refused-thing")
    pronoun = rulebook.predicate("pronoun")
    firstPerson = rulebook.predicate("pronoun", "we")
    ownCheck = rulebook.predicate("own-check")
    publicBody = rulebook.predicate("public-body")
    determiner = rulebook.predicate("determiner")
    newcomer = rulebook.predicate("newcomer")
    conjunction = rulebook.predicate("conjunction", "coordinating")
    survey = rulebook.predicate("survey-noun")
  }

  /// - Parameter place: The story's place in the dossier.
  func statements(
    of story: AttributedStory, at place: Int, names: NewsroomNames, in context: StatementReader.Story
  ) -> [SourcedStatement] {
    let document = story.document
    let scanned = document.scanned
    let newsroom = newsroom(of: story, names)
    let light = LightSyntax(scanned, document.quotations, syntax)
    var found: [SourcedStatement] = []
    var covered = [Bool](repeating: false, count: scanned.count)
    for attribution in story.attributions {
      // What is said of silence ("declined to comment") is no statement of the outlet's either.
      let isSilence = silent.contains(attribution.stance) || attribution.caveats.contains { $0.caveat == "no-comment" }
      let speaks = speaks(attribution, in: story)
      guard speaks || isSilence else { continue }
      for span in attribution.content + attribution.cue + attribution.source {
        for t in tokens(of: span, scanned) { covered[t] = true }
      }
      if speaks { found += statements(of: attribution, in: story, place, newsroom, context, names, light) }
    }
    for block in document.blocks.indices where document.blocks[block].kind.isBody {
      for s in document.blockSentences[block] {
        let range = document.sentences.outer[s].tokens
        guard let own = uncovered(range, covered, scanned, light) else { continue }
        var one = SourcedStatement(
          story: place, attribution: nil, content: [scanned.tokens.span(own)],
          statement: reader.read([own], of: scanned, in: context), basis: .unstated, grade: .none, sentence: s,
          newsroom: newsroom)
        let size = one.statement.terms.count + one.statement.quantities.count
        if size < (one.statement.quantities.isEmpty ? 3 : 2) { continue }
        if isOwnFinding(range, scanned) {
          one.basis = .own(newsroom)
          one.evidence = [scanned.tokens.span(range)]
        } else if let (survey, span) = surveyActor(own, range, scanned, context), !one.statement.quantities.isEmpty {
          one.basis = .actor(survey)
          one.grade = .institution
          one.evidence = [span]
        }
        found.append(one)
      }
    }
    found.sort {
      ($0.content.first?.start ?? 0, $0.attribution ?? .max) < ($1.content.first?.start ?? 0, $1.attribution ?? .max)
    }
    addContext(&found, story, context)
    return found
  }

  /// The wire whose mark the whole story carries, else the publisher.
  func newsroom(of story: AttributedStory, _ names: NewsroomNames) -> NewsroomNames.Key {
    let document = story.document
    if let tag = wires.tags(of: document).first(where: { $0.extent == .derived }) {
      return rulebook.outlets[tag.agency].id
    }
    if let publisher = document.publisher { return publisher.id }
    // Two outlets that nobody knows can't be told apart.
    return NewsroomNames.unknown
  }

  /// Whether an attribution says something of its own: not inside another's content, and no silence.
  func speaks(_ a: Attribution, in story: AttributedStory) -> Bool {
    guard !a.content.isEmpty, !silent.contains(a.stance), a.kind != .headline else { return false }
    if a.caveats.contains(where: { $0.caveat == "no-comment" }), a.stance != "neutral" { return false }
    let own = strength(a)
    for other in story.attributions where other.id != a.id && other.kind != .headline && !silent.contains(other.stance)
    {
      if holds(other, a), !holds(a, other), isSameSpeaker(other, a) { continue }
      if holds(other, a) {
        // The outer one speaks, unless it names nobody and the inner one does.
        let outer = strength(other)
        if outer > own || outer == own && !(holds(a, other) && other.id > a.id) { return false }
      } else if holds(a, other), strength(other) > own {
        return false
      }
    }
    return true
  }

  /// "According to the agency, which said that …": two things that one source says.
  func isSameSpeaker(_ a: Attribution, _ b: Attribution) -> Bool {
    guard let x = a.speaker, let y = b.speaker else { return false }
    return x.id == y.id && strength(a) == strength(b)
  }

  /// 2 for somebody's words, 1 for what nobody is named for, 0 for what the outlet says of somebody's mind.
  func strength(_ a: Attribution) -> Int {
    if notSpeech.contains(a.stance) { return 0 }
    return a.speaker == nil ? 1 : 2
  }

  func holds(_ outer: Attribution, _ inner: Attribution) -> Bool {
    inner.content.allSatisfy { span in outer.content.contains { $0.contains(span) } }
  }

  /// One statement a sentence: what somebody says in two sentences can be denied in one of them.
  func statements(
    of a: Attribution, in story: AttributedStory, _ place: Int, _ newsroom: NewsroomNames.Key,
    _ context: StatementReader.Story, _ names: NewsroomNames, _ light: LightSyntax
  ) -> [SourcedStatement] {
    let scanned = story.document.scanned
    var isOwnVoice = notSpeech.contains(a.stance)
    if isOwnVoice, let speaker = a.speaker, speaker.anonymous, a.chain.count > 2 { isOwnVoice = false }
    // "He reiterated his demand": an act that the outlet tells of. Only a clause is something said.
    if a.kind == .indirect, a.stance != "deny", let speaker = a.speaker, !speaker.anonymous, speaker.kind != .document,
      speaker.kind != .outlet, !hasClause(a, scanned, light)
    {
      isOwnVoice = true
    }
    // "Hale is weighing whether …": who and what he does belong to what is told.
    let content = isOwnVoice ? merged(a.source + a.cue + a.content) : a.content
    var ranges = content.map { tokens(of: $0, scanned) }.filter { !$0.isEmpty }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    for inner in story.attributions
    where inner.id != a.id && !isOwnVoice && holds(a, inner) && !holds(inner, a) && isSameSpeaker(a, inner) {
      for span in inner.content + inner.cue { ranges = cut(tokens(of: span, scanned), from: ranges) }
    }
    guard let first = ranges.first else { return [] }
    let basis = isOwnVoice ? Basis.unstated : self.basis(of: a, in: story, newsroom, context, names)
    var grade = a.speaker?.grade ?? .none
    if case .actor(let body) = basis, body.kind == .body, grade > .institution { grade = .institution }
    if case .unstated = basis { grade = .none }
    if case .vague = basis { grade = .collective }
    if case .relay = basis { grade = .institution }
    if a.speaker == nil, case .own = basis { grade = .anonymousWithRole }
    var out: [SourcedStatement] = []
    for piece in pieces(ranges, scanned) {
      let statement = reader.read(piece, of: scanned, in: context)
      let size = statement.terms.count + statement.quantities.count
      guard size >= 2 || statement.deniesBefore else { continue }
      // "His demands": a name for what was said, and nothing that could be so or not.
      if size < 4, statement.quantities.isEmpty, a.kind != .direct, a.stance != "deny" || isRefusal(piece, scanned),
        !piece.contains(where: { range in range.contains { light.isFiniteVerb($0, from: range.lowerBound) } })
      {
        continue
      }
      let spans = piece.map { scanned.tokens.span($0) }
      var one = SourcedStatement(
        story: place, attribution: a.id, content: spans, statement: statement, basis: basis, grade: grade,
        sentence: sentence(of: piece.first?.lowerBound ?? first.lowerBound, story.document), newsroom: newsroom)
      one.isPlural = a.speaker.map { ($0.count.max ?? 2) > 1 } ?? false
      one.isAnonymous = a.speaker?.anonymous ?? false
      one.isIndefinite = isNewcomer(a, scanned)
      one.denies = a.stance == "deny"
      if let speaker = a.speaker { one.sourceWords = actor(speaker, a, .person, scanned, context).description }
      one.isQuoted = a.kind == .direct
      one.isBackReference = refersBack(piece, scanned, denies: one.denies)
      one.evidence = a.source.isEmpty ? a.cue : a.source
      one.caveats = a.caveats.map(\.caveat).filter {
        ["speculation", "hedged", "reportedly", "unverified"].contains($0)
      }
      one.isSecondHand = isSecondHand(a, in: story, names)
      one.via = a.chain.dropFirst().filter { $0.kind == .outlet }.map { names.key($0) }
      if case .actor(let actor) = basis, actor.kind != .document, hasPronoun(piece, scanned) {
        one.statement.context += nameStems(actor, context, scanned, a)
      }
      out.append(one)
    }
    return out
  }

  /// "Rejected the proposal": who refuses something denies nothing.
  func isRefusal(_ piece: [Range<Int>], _ scanned: ScannedText) -> Bool {
    guard let refusedThing else { return false }
    return piece.contains { $0.contains { scanned.has($0, refusedThing) } }
  }

  /// "A source", "another official": somebody of whom nothing was told before.
  func isNewcomer(_ a: Attribution, _ scanned: ScannedText) -> Bool {
    guard let newcomer, let speaker = a.speaker else { return false }
    return (a.source + [speaker.mention]).contains { span in
      let words = tokens(of: span, scanned)
      return (max(0, words.lowerBound - 1)..<min(words.lowerBound + 1, scanned.count)).contains {
        scanned.has($0, newcomer)
      }
    }
  }

  func cut(_ hole: Range<Int>, from ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.flatMap { range -> [Range<Int>] in
      guard range.overlaps(hole) else { return [range] }
      return [
        range.lowerBound..<max(range.lowerBound, hole.lowerBound),
        min(hole.upperBound, range.upperBound)..<range.upperBound,
      ]
      .filter { !$0.isEmpty }
    }
  }

  func hasClause(_ a: Attribution, _ scanned: ScannedText, _ light: LightSyntax) -> Bool {
    a.content.contains { span in
      let range = tokens(of: span, scanned)
      guard let verb = range.first(where: { light.isFiniteVerb($0, from: range.lowerBound) }) else { return false }
      // "The board about an offer that would value it": the verb belongs to the noun before it, and no other one follows.
      let isRelative = (range.lowerBound..<verb).dropFirst().contains { i in
        relative.contains { scanned.has(i, $0) }
      }
      guard isRelative else { return true }
      let rest = (verb + 1..<range.upperBound).prefix { scanned.text.bytes[Int(scanned.tokens.start[$0])] != 0x2C }
      return rest.contains { light.isFiniteVerb($0, from: verb + 1) }
    }
  }

  /// "That is …" of a quotation; "the report", "it" of what is denied.
  func refersBack(_ piece: [Range<Int>], _ scanned: ScannedText, denies: Bool) -> Bool {
    guard let first = piece.first else { return false }
    // "That is not …", but not "This disease did not …".
    if let demonstrative, let auxiliary {
      for i in first.prefix(2) where i + 1 < first.upperBound && scanned.has(i, demonstrative) {
        if scanned.has(i + 1, auxiliary) || scanned.tokens.kind[i + 1] == .possessive { return true }
      }
    }
    guard denies else { return false }
    let words = piece.reduce(0) { $0 + $1.count }
    return words <= 6
      && first.contains { i in
        [pronoun, deniedThing].contains { p in p.map { scanned.has(i, $0) } ?? false }
      }
  }

  /// Cuts what is said at the ends of quoted sentences; a short piece stays with the one before it.
  func pieces(_ ranges: [Range<Int>], _ scanned: ScannedText) -> [[Range<Int>]] {
    var out: [[Range<Int>]] = []
    for range in ranges {
      var start = range.lowerBound
      for i in range {
        let isEnd = i + 1 == range.upperBound || i > start && scanned.tokens.flags[i + 1].contains(.sentenceStart)
        guard isEnd else { continue }
        let piece = start..<i + 1
        start = i + 1
        let words = piece.count { scanned.tokens.kind[$0] == .word }
        let isNewSentence =
          scanned.tokens.flags[piece.lowerBound].contains(.sentenceStart)
          || piece.lowerBound + 1 < piece.upperBound
            && scanned.tokens.flags[piece.lowerBound + 1].contains(.sentenceStart)
        if words < 5 || !isNewSentence, !out.isEmpty {
          out[out.count - 1].append(piece)
        } else {
          out.append([piece])
        }
      }
    }
    return out
  }

  func isSecondHand(_ a: Attribution, in story: AttributedStory, _ names: NewsroomNames) -> Bool {
    let own = story.document.publisher?.id
    return a.chain.contains { $0.kind == .outlet && names.key($0) != own }
  }

  // MARK: Places

  func uncovered(
    _ range: Range<Int>, _ covered: [Bool], _ scanned: ScannedText, _ light: LightSyntax
  ) -> Range<Int>? {
    guard range.contains(where: { covered[$0] }) else { return range }
    // What is left beside an attribution counts when it is long enough to say something.
    var best: Range<Int>?
    var start: Int?
    for i in range.lowerBound...range.upperBound {
      if i < range.upperBound, !covered[i] {
        if start == nil { start = i }
      } else if let s = start {
        let words = (s..<i).count { scanned.tokens.kind[$0] == .word }
        if words >= 6, i - s > (best?.count ?? 0), opensClause(s, range, scanned),
          (s..<i).contains(where: { light.isFiniteVerb($0, from: s) })
        {
          best = s..<i
        }
        start = nil
      }
    }
    return best
  }

  /// The start of the sentence, or of a clause that a conjunction joins to it.
  func opensClause(_ i: Int, _ range: Range<Int>, _ scanned: ScannedText) -> Bool {
    if i <= range.lowerBound + 1 { return true }
    guard let conjunction else { return false }
    return (i..<min(i + 2, range.upperBound)).contains { scanned.has($0, conjunction) }
  }

  func sentence(of token: Int, _ document: Document) -> Int {
    let outer = document.sentences.outer
    var low = 0
    var high = outer.count
    while low < high {
      let mid = (low + high) / 2
      if outer[mid].tokens.upperBound <= token { low = mid + 1 } else { high = mid }
    }
    return low
  }

  func tokens(of span: Span, _ scanned: ScannedText) -> Range<Int> {
    let starts = scanned.tokens.start
    func first(_ isBefore: (Int) -> Bool) -> Int {
      var low = 0
      var high = starts.count
      while low < high {
        let mid = (low + high) / 2
        if isBefore(mid) { low = mid + 1 } else { high = mid }
      }
      return low
    }
    let from = first { Int(scanned.tokens.end[$0]) <= span.start }
    let to = first { Int(starts[$0]) < span.end }
    return from..<max(from, to)
  }

  /// Spans in order, those that touch or nearly touch as one.
  func merged(_ spans: [Span]) -> [Span] {
    var out: [Span] = []
    for span in spans.sorted() {
      if let last = out.last, span.start <= last.end + 2 {
        out[out.count - 1].end = max(last.end, span.end)
      } else {
        out.append(span)
      }
    }
    return out
  }

  func hasPronoun(_ ranges: [Range<Int>], _ scanned: ScannedText) -> Bool {
    guard let pronoun else { return false }
    return ranges.contains { $0.contains { scanned.has($0, pronoun) } }
  }

  /// Lets a statement without names of its own stand for those of the statement before it.
  func addContext(_ found: inout [SourcedStatement], _ story: AttributedStory, _ context: StatementReader.Story) {
    var before: [UInt64] = []
    for i in found.indices {
      let own = found[i].statement.terms.filter { $0.isName && !$0.isPlace }.map(\.key)
      if own.isEmpty {
        found[i].statement.context = Array(Set(found[i].statement.context + before)).sorted()
      } else {
        before = own
      }
    }
  }
}
