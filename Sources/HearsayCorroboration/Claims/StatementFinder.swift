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
  /// What is done by saying it: who called on somebody to resign is the source of that, though the outlet tells of it.
  let speechActs: Set<String> = ["directive", "promise", "label", "positive", "negative"]
  let syntax: LightSyntax.Context
  let auxiliary, demonstrative, deniedThing, refusedThing, untrue: Predicate?
  let pronoun, firstPerson, ownCheck, conjunction, survey, determiner, publicBody, newcomer: Predicate?
  let unnamedOutlet, bareReports, ownOutlet, inHouse, bodyPossessive, organisation, press: Predicate?
  /// What documents are called: any of them, and those that are somebody's words.
  let document: [Predicate]
  let utterance: Predicate?
  let preposition: Predicate?
  let plainWords: PlainWords
  let wires: WireTagFinder
  /// "Who", "which", "that".
  let relative: [Predicate]

  init(_ rulebook: Rulebook, _ reader: StatementReader) {
    self.rulebook = rulebook
    self.reader = reader
    syntax = LightSyntax.Context(rulebook)
    wires = WireTagFinder(rulebook)
    preposition = rulebook.predicate("preposition")
    plainWords = reader.plainWords()
    relative = [rulebook.predicate("pronoun", "who"), rulebook.predicate("function-word", "that")].compactMap { $0 }
    auxiliary = rulebook.predicate("aux")
    demonstrative = rulebook.predicate("pronoun", "demonstrative")
    deniedThing = rulebook.predicate("denied-thing")
    untrue = rulebook.predicate("claim-negation", "behind")
    refusedThing = rulebook.predicate("refused-thing")
    pronoun = rulebook.predicate("pronoun")
    firstPerson = rulebook.predicate("pronoun", "we")
    ownCheck = rulebook.predicate("own-check")
    publicBody = rulebook.predicate("public-body")
    determiner = rulebook.predicate("determiner")
    newcomer = rulebook.predicate("newcomer")
    conjunction = rulebook.predicate("conjunction", "coordinating")
    survey = rulebook.predicate("survey-noun")
    unnamedOutlet = rulebook.predicate("unnamed-outlet", "word")
    bareReports = rulebook.predicate("unnamed-outlet", "bare")
    inHouse = rulebook.predicate("in-house")
    bodyPossessive = rulebook.predicate("body-possessive")
    organisation = rulebook.predicate("org-noun")
    press = rulebook.predicate("office", "press")
    ownOutlet = rulebook.predicate("unnamed-outlet", "own")
    document = [rulebook.predicate("document"), rulebook.predicate("survey-noun")].compactMap { $0 }
    utterance = rulebook.predicate("utterance-noun")
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
    let headlines = document.blocks.filter { $0.kind == .headline }
    for attribution in story.attributions {
      // A headline shortens what the story says, and who says it.
      if let content = attribution.content.first, headlines.contains(where: { $0.span.overlaps(content) }) { continue }
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
        guard let own = uncovered(range, covered, scanned, light), !isVerification(range, in: story) else { continue }
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
      speaker.kind != .outlet, !standsBeforeCue(a), !hasClause(a, scanned, light)
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
    let basis =
      isOwnVoice && !isSpeechAct(a) ? Basis.unstated : self.basis(of: a, in: story, newsroom, context, names)
    var grade = a.speaker?.grade ?? .none
    if case .actor(let body) = basis, body.kind == .body, grade > .institution { grade = .institution }
    if case .unstated = basis { grade = .none }
    if case .vague = basis { grade = .collective }
    if case .relay = basis { grade = .institution }
    if a.speaker == nil, case .own = basis { grade = .anonymousWithRole }
    if case .anonymous = basis, grade == .institution { grade = .anonymousWithRole }
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
      one.isBareGroup = isBareGroup(a, scanned)
      if case .anonymous = basis { one.isAnonymous = true }
      one.isIndefinite = isNewcomer(a, scanned)
      one.namesDenied = calledUntrue(piece, scanned)
      one.denies = a.stance == "deny" || one.namesDenied
      if let speaker = a.speaker { one.sourceWords = actor(speaker, a, .person, scanned, context).description }
      one.isQuoted = a.kind == .direct
      one.isBackReference = refersBack(piece, scanned, denies: one.denies)
      one.evidence = a.source.isEmpty ? a.cue : a.source
      one.caveats = a.caveats.map(\.caveat).filter {
        ["speculation", "hedged", "reportedly", "unverified"].contains($0)
      }
      one.isSecondHand = isSecondHand(a, in: story, names)
      one.via = a.chain.dropFirst().filter { $0.kind == .outlet }.map { names.key($0) }
      if let hearer = hearer(of: a, in: story, names), !one.via.contains(hearer) {
        one.via.insert(hearer, at: 0)
        one.isSecondHand = true
      }
      one.hasPronoun = hasPronoun(piece, scanned)
      if case .actor(let actor) = basis, actor.kind != .document, one.hasPronoun {
        one.statement.context += nameStems(actor, context, scanned, a)
      }
      out.append(one)
    }
    return out
  }

  /// "Engineers say", with no number and no word on who they are.
  func isBareGroup(_ a: Attribution, _ scanned: ScannedText) -> Bool {
    guard let speaker = a.speaker, speaker.anonymous, speaker.count.max == nil, speaker.grade >= .anonymousWithRole
    else { return false }
    return a.source.reduce(0) { $0 + tokens(of: $1, scanned).count } <= 1
  }

  /// A named person or a body that does something by saying it.
  func isSpeechAct(_ a: Attribution) -> Bool {
    guard let speaker = a.speaker, !speaker.anonymous else { return false }
    return speechActs.contains(a.stance)
  }

  /// "The Courier could not verify the report": what a newsroom says of its own work is no claim.
  func isVerification(_ sentence: Range<Int>, in story: AttributedStory) -> Bool {
    story.caveats.contains { caveat in
      caveat.caveat == "unverified"
        && caveat.cue.contains { sentence.contains(tokens(of: $0, story.document.scanned).lowerBound) }
    }
  }

  /// "The river rose by half a metre, the mayor said": what stands in front of the cue is a sentence of its own.
  func standsBeforeCue(_ a: Attribution) -> Bool {
    guard let content = a.content.first, let cue = a.cue.first else { return false }
    return content.start < cue.start
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

  func isSecondHand(_ a: Attribution, in story: AttributedStory, _ names: NewsroomNames) -> Bool {
    let own = story.document.publisher?.id
    return a.chain.contains { $0.kind == .outlet && names.key($0) != own }
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
