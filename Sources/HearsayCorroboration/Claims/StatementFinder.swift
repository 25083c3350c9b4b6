import HearsayAttribution
import HearsayRules
import HearsayStory
import HearsayText

/// Finds what a story says: its attributions, and its outlet's own statements.
///
/// The outermost attribution speaks: in "three people told Bloomberg that the minister insists on a deal" the three people
/// are the source, whatever the minister has said. Thoughts, wishes and plans that the outlet ascribes to somebody are the
/// outlet's words, not theirs. What nobody is named for is kept too, because others may tell it with a source.
struct StatementFinder: Sendable {
  let reader: StatementReader
  let rulebook: Rulebook
  private let notSpeech: Set<String> = [
    "belief", "intent", "perceive", "know", "feel", "appear", "attempt", "label", "directive", "refusal", "promise",
    "agree", "positive", "negative", "impersonal",
  ]
  private let silent: Set<String> = ["ask", "thank"]
  private let pronoun, firstPerson, ownCheck, conjunction, survey: Predicate?

  init(_ rulebook: Rulebook, _ reader: StatementReader) {
    self.rulebook = rulebook
    self.reader = reader
    pronoun = rulebook.predicate("pronoun")
    firstPerson = rulebook.predicate("pronoun", "we")
    ownCheck = rulebook.predicate("own-check")
    conjunction = rulebook.predicate("conjunction", "coordinating")
    survey = rulebook.predicate("survey-noun")
  }

  /// - Parameter place: The story's place in the dossier.
  func statements(of story: AttributedStory, at place: Int, names: NewsroomNames) -> [SourcedStatement] {
    let document = story.document
    let scanned = document.scanned
    let context = reader.story(scanned, published: document.published)
    let newsroom = newsroom(of: story, names)
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
      if speaks { found += statements(of: attribution, in: story, place, newsroom, context, names) }
    }
    for block in document.blocks.indices where document.blocks[block].kind.isBody {
      for s in document.blockSentences[block] {
        let range = document.sentences.outer[s].tokens
        guard let own = uncovered(range, covered, scanned) else { continue }
        var one = SourcedStatement(
          story: place, attribution: nil, content: [scanned.tokens.span(own)],
          statement: reader.read([own], of: scanned, in: context), basis: .unstated, grade: .none, sentence: s,
          newsroom: newsroom)
        if one.statement.terms.count + one.statement.quantities.count < 3 { continue }
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
  private func newsroom(of story: AttributedStory, _ names: NewsroomNames) -> NewsroomNames.Key {
    let document = story.document
    if let wire = WireMark.agency(of: document, rulebook) { return wire }
    if let publisher = document.publisher { return publisher.id }
    return "story:" + document.story.id
  }

  /// Whether an attribution says something of its own: not inside another's content, and no silence.
  private func speaks(_ a: Attribution, in story: AttributedStory) -> Bool {
    guard !a.content.isEmpty, !silent.contains(a.stance), a.kind != .headline else { return false }
    if a.caveats.contains(where: { $0.caveat == "no-comment" }), a.stance != "neutral" { return false }
    let own = strength(a)
    for other in story.attributions where other.id != a.id && other.kind != .headline && !silent.contains(other.stance)
    {
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

  /// 2 for somebody's words, 1 for what nobody is named for, 0 for what the outlet says of somebody's mind.
  private func strength(_ a: Attribution) -> Int {
    if notSpeech.contains(a.stance) { return 0 }
    return a.speaker == nil ? 1 : 2
  }

  private func holds(_ outer: Attribution, _ inner: Attribution) -> Bool {
    inner.content.allSatisfy { span in outer.content.contains { $0.contains(span) } }
  }

  /// One statement a sentence: what somebody says in two sentences can be denied in one of them.
  private func statements(
    of a: Attribution, in story: AttributedStory, _ place: Int, _ newsroom: NewsroomNames.Key,
    _ context: StatementReader.Story, _ names: NewsroomNames
  ) -> [SourcedStatement] {
    let scanned = story.document.scanned
    var isOwnVoice = notSpeech.contains(a.stance)
    if isOwnVoice, let speaker = a.speaker, speaker.anonymous, a.chain.count > 2 { isOwnVoice = false }
    // "Hale is weighing whether …": who and what he does belong to what is told.
    let content = isOwnVoice ? merged(a.source + a.cue + a.content) : a.content
    var ranges = content.map { tokens(of: $0, scanned) }.filter { !$0.isEmpty }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    guard let first = ranges.first else { return [] }
    let basis = isOwnVoice ? Basis.unstated : self.basis(of: a, in: story, newsroom, context, names)
    var grade = a.speaker?.grade ?? .none
    if case .unstated = basis { grade = .none }
    if case .vague = basis { grade = .collective }
    if case .relay = basis { grade = .institution }
    if a.speaker == nil, case .own = basis { grade = .anonymousWithRole }
    var out: [SourcedStatement] = []
    for piece in pieces(ranges, scanned) {
      let statement = reader.read(piece, of: scanned, in: context)
      guard statement.terms.count + statement.quantities.count >= 2 || statement.deniesBefore else { continue }
      let spans = piece.map { scanned.tokens.span($0) }
      var one = SourcedStatement(
        story: place, attribution: a.id, content: spans, statement: statement, basis: basis, grade: grade,
        sentence: sentence(of: piece.first?.lowerBound ?? first.lowerBound, story.document), newsroom: newsroom)
      one.isPlural = a.speaker.map { ($0.count.max ?? 2) > 1 } ?? false
      one.isAnonymous = a.speaker?.anonymous ?? false
      one.denies = a.stance == "deny"
      one.isQuoted = a.kind == .direct
      one.evidence = a.source.isEmpty ? a.cue : a.source
      one.caveats = a.caveats.map(\.caveat).filter {
        ["speculation", "hedged", "reportedly", "unverified"].contains($0)
      }
      one.isSecondHand = isSecondHand(a, in: story, names)
      if case .actor(let actor) = basis, actor.kind != .document, hasPronoun(piece, scanned) {
        one.statement.context = nameStems(actor, context, scanned, a)
      }
      out.append(one)
    }
    return out
  }

  /// Cuts what is said at the ends of quoted sentences; a short piece stays with the one before it.
  private func pieces(_ ranges: [Range<Int>], _ scanned: ScannedText) -> [[Range<Int>]] {
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

  private func isSecondHand(_ a: Attribution, in story: AttributedStory, _ names: NewsroomNames) -> Bool {
    let own = story.document.publisher?.id
    return a.chain.contains { $0.kind == .outlet && names.key($0) != own }
  }

  /// Who stands behind an attribution.
  private func basis(
    of a: Attribution, in story: AttributedStory, _ newsroom: NewsroomNames.Key, _ context: StatementReader.Story,
    _ names: NewsroomNames
  ) -> Basis {
    let own = story.document.publisher?.id
    let scanned = story.document.scanned
    guard let speaker = a.speaker else {
      let source = a.source.flatMap { tokens(of: $0, scanned) }
      if source.contains(where: { i in firstPerson.map { scanned.has(i, $0) } ?? false }) { return .own(newsroom) }
      return a.chain.isEmpty ? .vague : .unstated
    }
    let outlets = a.chain.dropFirst().filter { $0.kind == .outlet && names.key($0) != own }
    let heard = outlets.first.map { names.key($0) } ?? newsroom
    if speaker.grade == .collective || speaker.kind == .collective { return .vague }
    if let outlet = outletKey(speaker, a, names) { return outlet == own ? .own(newsroom) : .relay(outlet) }
    if speaker.name.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return .unstated }
    if speaker.kind == .document { return .actor(actor(speaker, a, .document, scanned, context)) }
    if speaker.anonymous {
      // "The health minister" goes without a name in this story, and has one in another.
      if speaker.grade == .institution { return .actor(actor(speaker, a, .person, scanned, context)) }
      return .anonymous(heard)
    }
    let kind: Actor.Kind = speaker.kind == .person || speaker.kind == .office ? .person : .body
    return .actor(actor(speaker, a, kind, scanned, context))
  }

  private func outletKey(_ speaker: Speaker, _ a: Attribution, _ names: NewsroomNames) -> NewsroomNames.Key? {
    if let found = names.publisher(called: speaker.name) { return found.key }
    guard speaker.kind == .outlet else { return nil }
    if let link = a.chain.first(where: { $0.name == speaker.name }) { return names.key(link) }
    return names.publisher(calledInPart: speaker.name)?.key ?? NewsroomNames.words(speaker.name).joined(separator: "-")
  }

  private func actor(
    _ speaker: Speaker, _ a: Attribution, _ kind: Actor.Kind, _ scanned: ScannedText, _ context: StatementReader.Story
  ) -> Actor {
    var stems: Set<UInt64> = []
    for span in a.source + [speaker.mention] {
      for i in tokens(of: span, scanned) where scanned.tokens.kind[i] == .word { stems.insert(context.stems[i]) }
    }
    return Actor(kind: kind, name: speaker.name, words: NewsroomNames.words(speaker.name), description: stems)
  }

  private func nameStems(
    _ actor: Actor, _ context: StatementReader.Story, _ scanned: ScannedText, _ a: Attribution
  ) -> [UInt64] {
    var stems: Set<UInt64> = []
    for span in a.source + (a.speaker.map { [$0.mention] } ?? []) {
      for i in tokens(of: span, scanned)
      where scanned.tokens.flags[i].contains(.capitalised) && scanned.tokens.kind[i] == .word {
        stems.insert(context.stems[i])
      }
    }
    return stems.sorted()
  }

  /// "We found", "seen by", "this newspaper has obtained".
  private func isOwnFinding(_ range: Range<Int>, _ scanned: ScannedText) -> Bool {
    guard let firstPerson, let ownCheck else { return false }
    for i in range.dropLast() where scanned.has(i, firstPerson) {
      if scanned.tokens.flags[i].contains(.inQuotation) { continue }
      if (i + 1..<min(i + 4, range.upperBound)).contains(where: { scanned.has($0, ownCheck) }) { return true }
    }
    return false
  }

  /// The survey that a sentence takes its figures from, known by the names beside the word.
  private func surveyActor(
    _ own: Range<Int>, _ range: Range<Int>, _ scanned: ScannedText, _ context: StatementReader.Story
  ) -> (Actor, Span)? {
    guard let survey, let noun = range.first(where: { scanned.has($0, survey) }) else { return nil }
    var stems: Set<UInt64> = []
    var ends = noun..<noun + 1
    func take(_ i: Int) -> Bool {
      guard scanned.tokens.kind[i] == .word || scanned.tokens.kind[i] == .possessive else { return false }
      if scanned.tokens.flags[i].contains(.capitalised) {
        stems.insert(context.stems[i])
        ends = min(ends.lowerBound, i)..<max(ends.upperBound, i + 1)
      }
      return true
    }
    for i in noun + 1..<min(noun + 9, range.upperBound) { if !take(i) { break } }
    for i in (max(range.lowerBound, noun - 4)..<noun).reversed() where !scanned.tokens.flags[i].contains(.sentenceStart)
    {
      if !take(i) { break }
    }
    guard !stems.isEmpty else { return nil }
    let name = scanned.text.string(scanned.tokens.span(ends))
    return (
      Actor(kind: .document, name: name, words: NewsroomNames.words(name), description: stems),
      scanned.tokens.span(ends)
    )
  }

  // MARK: Places

  private func uncovered(_ range: Range<Int>, _ covered: [Bool], _ scanned: ScannedText) -> Range<Int>? {
    guard range.contains(where: { covered[$0] }) else { return range }
    // What is left beside an attribution counts when it is long enough to say something.
    var best: Range<Int>?
    var start: Int?
    for i in range.lowerBound...range.upperBound {
      if i < range.upperBound, !covered[i] {
        if start == nil { start = i }
      } else if let s = start {
        let words = (s..<i).count { scanned.tokens.kind[$0] == .word }
        if words >= 6, i - s > (best?.count ?? 0), opensClause(s, range, scanned) { best = s..<i }
        start = nil
      }
    }
    return best
  }

  /// The start of the sentence, or of a clause that a conjunction joins to it.
  private func opensClause(_ i: Int, _ range: Range<Int>, _ scanned: ScannedText) -> Bool {
    if i <= range.lowerBound + 1 { return true }
    guard let conjunction else { return false }
    return (i..<min(i + 2, range.upperBound)).contains { scanned.has($0, conjunction) }
  }

  private func sentence(of token: Int, _ document: Document) -> Int {
    let outer = document.sentences.outer
    var low = 0
    var high = outer.count
    while low < high {
      let mid = (low + high) / 2
      if outer[mid].tokens.upperBound <= token { low = mid + 1 } else { high = mid }
    }
    return low
  }

  private func tokens(of span: Span, _ scanned: ScannedText) -> Range<Int> {
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
  private func merged(_ spans: [Span]) -> [Span] {
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

  private func hasPronoun(_ ranges: [Range<Int>], _ scanned: ScannedText) -> Bool {
    guard let pronoun else { return false }
    return ranges.contains { $0.contains { scanned.has($0, pronoun) } }
  }

  /// Lets a statement without names of its own stand for those of the statement before it.
  private func addContext(_ found: inout [SourcedStatement], _ story: AttributedStory, _ context: StatementReader.Story)
  {
    var before: [UInt64] = []
    for i in found.indices {
      let own = found[i].statement.terms.filter(\.isName).map(\.key)
      if own.isEmpty {
        found[i].statement.context = Array(Set(found[i].statement.context + before)).sorted()
      } else {
        before = own
      }
    }
  }
}
