import HearsayAttribution
import HearsayRules
import HearsayText

/// Who stands behind what is said.
extension StatementFinder {
  /// Who stands behind an attribution.
  func basis(
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
    if let outlet = outletKey(speaker, a, names, own: own) { return outlet == own ? .own(newsroom) : .relay(outlet) }
    if speaker.name.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return .unstated }
    if speaker.kind == .document { return .actor(actor(speaker, a, .document, scanned, context)) }
    if speaker.anonymous {
      // "The health minister" goes without a name in this story, and has one in another.
      if isPublicBody(speaker, scanned) { return .actor(actor(speaker, a, .body, scanned, context)) }
      if speaker.grade == .institution { return .actor(actor(speaker, a, .person, scanned, context)) }
      return .anonymous(heard)
    }
    let kind: Actor.Kind = speaker.kind == .person || speaker.kind == .office ? .person : .body
    let found = actor(speaker, a, kind, scanned, context)
    return .actor(kind == .body ? antecedent(of: found, a, story, scanned, context) ?? found : found)
  }

  /// The body that "the office" or "the company" stands for: the last one before it whose description has that word.
  func antecedent(
    of body: Actor, _ a: Attribution, _ story: AttributedStory, _ scanned: ScannedText,
    _ context: StatementReader.Story
  ) -> Actor? {
    guard body.lead == 0, let noun = body.words.last else { return nil }
    for before in story.attributions.prefix(a.id).reversed() {
      guard let speaker = before.speaker, !speaker.anonymous, speaker.kind != .document, speaker.name != body.name,
        NewsroomNames.words(speaker.name).contains(noun), speaker.name.contains(where: \.isUppercase)
      else { continue }
      let kind: Actor.Kind = speaker.kind == .person ? .person : .body
      return actor(speaker, before, kind, scanned, context)
    }
    return nil
  }

  /// "Police said": a body that speaks as such, though no name is given.
  func isPublicBody(_ speaker: Speaker, _ scanned: ScannedText) -> Bool {
    guard let publicBody, speaker.anonymityReason == nil, speaker.grade == .anonymousWithRole else { return false }
    let words = tokens(of: speaker.mention, scanned)
    guard let last = words.last else { return false }
    return scanned.has(last, publicBody) || scanned.hits(endingAt: last + 1).contains { scanned.has($0, publicBody) }
  }

  func outletKey(
    _ speaker: Speaker, _ a: Attribution, _ names: NewsroomNames, own: NewsroomNames.Key?
  ) -> NewsroomNames.Key? {
    if let found = names.publisher(called: speaker.name) { return found.key }
    // "The Torch understands", in the Daily Torch.
    if let found = names.publisher(calledInPart: speaker.name), found.key == own { return found.key }
    guard speaker.kind == .outlet else { return nil }
    if let link = a.chain.first(where: { $0.name == speaker.name }) { return names.key(link) }
    return names.publisher(calledInPart: speaker.name)?.key ?? NewsroomNames.words(speaker.name).joined(separator: "-")
  }

  func actor(
    _ speaker: Speaker, _ a: Attribution, _ kind: Actor.Kind, _ scanned: ScannedText, _ context: StatementReader.Story
  ) -> Actor {
    var stems: Set<UInt64> = []
    // "The AP reported" what a survey found: the words for the AP don't describe the survey.
    let isElsewhere = kind == .document && !a.source.contains { $0.overlaps(speaker.mention) }
    for span in (isElsewhere ? [] : a.source) + [speaker.mention] {
      for i in tokens(of: span, scanned) where scanned.tokens.kind[i] == .word { stems.insert(context.stems[i]) }
    }
    var found = Actor(kind: kind, name: speaker.name, words: NewsroomNames.words(speaker.name), description: stems)
    let first = tokens(of: speaker.mention, scanned).first { i in
      scanned.tokens.flags[i].contains(.capitalised) && !(determiner.map { scanned.has(i, $0) } ?? false)
    }
    if let first { found.lead = context.stems[first] }
    return found
  }

  func nameStems(
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
  func isOwnFinding(_ range: Range<Int>, _ scanned: ScannedText) -> Bool {
    guard let firstPerson, let ownCheck else { return false }
    for i in range.dropLast() where scanned.has(i, firstPerson) {
      if scanned.tokens.flags[i].contains(.inQuotation) { continue }
      if (i + 1..<min(i + 4, range.upperBound)).contains(where: { scanned.has($0, ownCheck) }) { return true }
    }
    return false
  }

  /// The survey that a sentence takes its figures from, known by the names beside the word.
  func surveyActor(
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
}
