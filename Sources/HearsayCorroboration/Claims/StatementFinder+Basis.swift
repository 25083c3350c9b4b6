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
    let heard = outlets.first.map { names.key($0) } ?? hearer(of: a, in: story, names) ?? newsroom
    if speaker.grade == .collective || speaker.kind == .collective { return .vague }
    switch unnamedOutlet(speaker, names, scanned) {
    case .ours: return .own(newsroom)
    case .anybodys: return .vague
    case nil: break
    }
    if let outlet = outletKey(speaker, a, names, own: own) { return outlet == own ? .own(newsroom) : .relay(outlet) }
    if speaker.name.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return .unstated }
    if speaker.kind == .document {
      let document = actor(speaker, a, .document, scanned, context)
      return .actor(author(of: document, a, story, scanned, context) ?? document)
    }
    if speaker.kind == .person, let body = bodyByItsOffice(a, scanned, context) { return .actor(body) }
    if speaker.anonymous {
      // "The health minister" goes without a name in this story, and has one in another.
      if isPublicBody(speaker, scanned) { return .actor(actor(speaker, a, .body, scanned, context)) }
      if speaker.grade == .institution { return .actor(actor(speaker, a, .person, scanned, context)) }
      return .anonymous(heard)
    }
    if isSomebody(speaker, a, scanned) { return .anonymous(heard) }
    let kind: Actor.Kind = speaker.kind == .person || speaker.kind == .office ? .person : .body
    var found = actor(speaker, a, kind, scanned, context)
    if kind == .person, let body = possessor(of: a, in: story, scanned, context) {
      found.description.formUnion(body)
    }
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
        NameWords.of(speaker.name).contains(noun), speaker.name.contains(where: \.isUppercase)
      else { continue }
      let kind: Actor.Kind = speaker.kind == .person ? .person : .body
      return actor(speaker, before, kind, scanned, context)
    }
    return nil
  }

  /// "A former steward at the plant": somebody new without a name, whatever the noun; no body is introduced like this.
  private func isSomebody(_ speaker: Speaker, _ a: Attribution, _ scanned: ScannedText) -> Bool {
    guard speaker.kind == .organisation, speaker.grade == .institution, isNewcomer(a, scanned) else { return false }
    let words = tokens(of: speaker.mention, scanned)
    let head = words.prefix { scanned.tokens.kind[$0] == .word && !isPreposition($0, scanned) }
    guard let last = head.last, last + 1 < words.upperBound else { return false }
    return !head.contains {
      scanned.tokens.flags[$0].contains(.capitalised) && !scanned.tokens.flags[$0].contains(.sentenceStart)
    }
      && !(organisation.map { has(last, $0, scanned) } ?? false)
      && !document.contains { has(last, $0, scanned) }
  }

  /// "Its director, Ann Roe", "a spokesman": what describes the body that spoke last, or that the sentence begins with.
  private func possessor(
    of a: Attribution, in story: AttributedStory, _ scanned: ScannedText, _ context: StatementReader.Story
  ) -> Set<UInt64>? {
    guard let bodyPossessive, let press, let source = a.source.first else { return nil }
    let words = a.source.flatMap { tokens(of: $0, scanned) }
    // "A spokesman, Odd Hale, said": of whom, the sentence before tells.
    let isItsVoice =
      words.contains { has($0, press, scanned) } && !words.contains { isPreposition($0, scanned) }
    guard isItsVoice || words.contains(where: { scanned.has($0, bodyPossessive) }) else { return nil }
    if let content = a.content.first, content.start < source.start, let organisation {
      let opening = tokens(of: content, scanned).prefix(6)
      if let noun = opening.first(where: { scanned.has($0, organisation) }) {
        return Set(opening.prefix { $0 <= noun }.map { context.stems[$0] }).subtracting(plainWords.functionWords)
      }
    }
    for before in story.attributions.prefix(a.id).reversed().prefix(3) {
      guard let speaker = before.speaker, speaker.kind == .organisation else { continue }
      return actor(speaker, before, .body, scanned, context).bare(plainWords)
    }
    return nil
  }

  /// The newsroom of the dossier that somebody told it to, where the story alone doesn't show that it is one: "told The
  /// Fjordwatch".
  func hearer(of a: Attribution, in story: AttributedStory, _ names: NewsroomNames) -> NewsroomNames.Key? {
    let scanned = story.document.scanned
    guard let cue = a.cue.last else { return nil }
    let start = tokens(of: cue, scanned).upperBound
    var name = start
    if let determiner, name < scanned.count, scanned.has(name, determiner) { name += 1 }
    var end = name
    while end < min(name + 5, scanned.count), scanned.tokens.flags[end].contains(.capitalised),
      scanned.tokens.kind[end] == .word
    {
      end += 1
    }
    guard end > name else { return nil }
    let found = names.publisher(called: scanned.text.string(scanned.tokens.span(name..<end)))?.key
    return found == story.document.publisher?.id ? nil : found
  }

  /// Who made "the statement": whoever spoke last before it.
  private func author(
    of document: Actor, _ a: Attribution, _ story: AttributedStory, _ scanned: ScannedText,
    _ context: StatementReader.Story
  ) -> Actor? {
    guard document.isUtterance, document.telling(plainWords).isEmpty else { return nil }
    for before in story.attributions.prefix(a.id).reversed() {
      guard let speaker = before.speaker, !speaker.anonymous, before.kind != .headline else { continue }
      switch speaker.kind {
      case .person, .office: return actor(speaker, before, .person, scanned, context)
      case .document, .outlet, .platform, .collective: continue
      default: return actor(speaker, before, .body, scanned, context)
      }
    }
    return nil
  }

  private enum UnnamedOutlet { case ours, anybodys }

  /// "This newspaper" is the publisher; "a local newspaper", "reports in Spain" are nobody who could be asked.
  private func unnamedOutlet(_ speaker: Speaker, _ names: NewsroomNames, _ scanned: ScannedText) -> UnnamedOutlet? {
    guard let unnamedOutlet, !speaker.anonymous else { return nil }
    let words = tokens(of: speaker.mention, scanned)
    var last = words.lowerBound
    for i in words {
      guard scanned.tokens.kind[i] == .word, !isPreposition(i, scanned) else { break }
      last = i
    }
    guard words.contains(last) else { return nil }
    let before = max(0, words.lowerBound - 1)..<last
    // "Reports in Spain", but not "police reports".
    let isBare = bareReports.map { has(last, $0, scanned) } ?? false && words.lowerBound == last
    guard isBare || has(last, unnamedOutlet, scanned) else { return nil }
    if let ownOutlet, before.contains(where: { scanned.has($0, ownOutlet) }) { return .ours }
    if names.publisher(called: speaker.name) != nil { return nil }
    // "The Harwick newspaper Evening Post": a name tells which.
    let isNamed = (words.lowerBound..<words.upperBound).contains { i in
      scanned.hits(startingAt: i).contains { $0.outlet != nil }
    }
    return isNamed ? nil : .anybodys
  }

  private func isPreposition(_ i: Int, _ scanned: ScannedText) -> Bool {
    preposition.map { scanned.has(i, $0) } ?? false
  }

  private func has(_ i: Int, _ predicate: Predicate, _ scanned: ScannedText) -> Bool {
    scanned.has(i, predicate) || scanned.hits(endingAt: i + 1).contains { scanned.has($0, predicate) }
  }

  /// "The coastguard said", whoever that was taken for: a body that speaks under its bare name.
  private func bodyByItsOffice(
    _ a: Attribution, _ scanned: ScannedText, _ context: StatementReader.Story
  ) -> Actor? {
    guard let publicBody, let span = a.source.first, a.source.count == 1 else { return nil }
    let words = tokens(of: span, scanned)
    guard words.count <= 4, let last = words.last, has(last, publicBody, scanned),
      !words.dropFirst().contains(where: { scanned.tokens.flags[$0].contains(.capitalised) })
    else { return nil }
    let bare = words.drop { i in determiner.map { scanned.has(i, $0) } ?? false }
    guard let first = bare.first else { return nil }
    let name = scanned.text.string(scanned.tokens.span(first..<words.upperBound))
    return Actor(
      kind: .body, name: name, words: NameWords.of(name), description: Set(bare.map { context.stems[$0] }))
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
    return names.publisher(calledInPart: speaker.name)?.key ?? NameWords.of(speaker.name).joined(separator: "-")
  }

  func actor(
    _ speaker: Speaker, _ a: Attribution, _ kind: Actor.Kind, _ scanned: ScannedText, _ context: StatementReader.Story
  ) -> Actor {
    // "The AP reported" what a survey found: the words for the AP don't describe the survey.
    let isElsewhere = kind == .document && !a.source.contains { $0.overlaps(speaker.mention) }
    var found = Actor(kind: kind, name: speaker.name, words: NameWords.of(speaker.name), description: [])
    for span in (isElsewhere ? [] : a.source) + [speaker.mention] {
      describe(&found, by: tokens(of: span, scanned), scanned, context)
    }
    let mention = tokens(of: speaker.mention, scanned)
    if let first = mention.first(where: { isCapitalised($0, scanned) }) {
      found.lead =
        reader.states.state(at: first, of: context.stems, limit: mention.upperBound, takesSeats: kind == .body)?.key
        ?? context.stems[first]
    }
    if kind == .person, let last = mention.last(where: { isCapitalised($0, scanned) }) {
      found.surname = context.stems[last]
    }
    if kind == .document, found.names.isEmpty, isInHouse(a, scanned) { nameByContent(&found, a, scanned, context) }
    return found
  }

  /// "An internal memo", "an email to staff": a paper of the body that it speaks of.
  private func isInHouse(_ a: Attribution, _ scanned: ScannedText) -> Bool {
    guard let inHouse else { return false }
    return a.source.contains { tokens(of: $0, scanned).contains { scanned.has($0, inHouse) } }
  }

  /// Gives a document the first name of what it says: an internal memo that "Harwick Bank plans" something is Harwick's.
  private func nameByContent(
    _ document: inout Actor, _ a: Attribution, _ scanned: ScannedText, _ context: StatementReader.Story
  ) {
    guard let span = a.content.first else { return }
    let words = tokens(of: span, scanned)
    guard let first = words.first(where: { reader.isName($0, scanned, context) }) else { return }
    for i in first..<words.upperBound {
      guard reader.isName(i, scanned, context) else { break }
      document.description.insert(context.stems[i])
    }
  }

  /// Adds the words that describe somebody or something; a state's name, people and capital are one word.
  private func describe(
    _ actor: inout Actor, by range: Range<Int>, _ scanned: ScannedText, _ context: StatementReader.Story
  ) {
    var stems = actor.description
    var i = range.lowerBound
    while i < range.upperBound {
      let isCapitalised = isCapitalised(i, scanned)
      if isCapitalised,
        let state = reader.states.state(
          at: i, of: context.stems, limit: range.upperBound, takesSeats: actor.kind == .body)
      {
        stems.insert(state.key)
        actor.names.insert(state.key)
        i += state.length
        continue
      }
      // Who has seen a memo doesn't tell it from another.
      if actor.kind == .document, let outlet = scanned.hits(startingAt: i).first(where: { $0.outlet != nil }) {
        i = max(i + 1, outlet.range.upperBound)
        continue
      }
      if scanned.tokens.kind[i] == .word {
        stems.insert(context.stems[i])
        if isCapitalised { actor.names.insert(context.stems[i]) }
        if actor.kind == .document {
          if document.contains(where: { has(i, $0, scanned) }) { actor.kinds.insert(context.stems[i]) }
          if let utterance, has(i, utterance, scanned) { actor.isUtterance = true }
        }
      }
      i += 1
    }
    actor.description = stems
  }

  private func isCapitalised(_ i: Int, _ scanned: ScannedText) -> Bool {
    scanned.tokens.flags[i].contains(.capitalised) && !(determiner.map { scanned.has(i, $0) } ?? false)
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
    var actor = Actor(kind: .document, name: name, words: NameWords.of(name), description: stems)
    actor.names = stems
    actor.kinds = [context.stems[noun]]
    return (actor, scanned.tokens.span(ends))
  }
}
