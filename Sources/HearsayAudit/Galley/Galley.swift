import HearsayAttribution
import HearsayRules
import HearsayStory
import HearsayText

/// A story laid out for the audit: its words with what the lexicons say of them, and its attributions by sentence and by
/// speaker. What every check reads; nothing in it changes.
struct Galley: Sendable {
  let story: AttributedStory
  let rulebook: Rulebook
  let lexis: AuditLexis
  let limits: AuditLimits
  let scanned: ScannedText
  /// Sentences of the body, in the order of the text.
  let sentences: [Passage]
  /// The tokens of the headline.
  let headline: Range<Int>?
  /// The first paragraph of the body, as a place in the document's blocks.
  let lead: Int?
  /// One for each attribution, in the same order.
  let statements: [Statement]
  /// The speakers, in the order in which they first speak.
  let voices: [Voice]

  /// A sentence with its block.
  struct Passage: Sendable {
    var tokens: Range<Int>
    var block: Int
  }

  /// A lead has at least so many words; a shorter first paragraph is a kicker or a place line.
  private static let leadWords = 6

  init(_ story: AttributedStory, _ rulebook: Rulebook, _ lexis: AuditLexis, _ limits: AuditLimits) {
    self.story = story
    self.rulebook = rulebook
    self.lexis = lexis
    self.limits = limits
    let blocks = story.document.blocks
    let scanned = rulebook.scan(story.document.text, ranges: blocks.map(\.span))
    self.scanned = scanned
    var sentences: [Passage] = []
    var block = 0
    for sentence in scanned.sentences.outer {
      while block < scanned.blocks.count, scanned.blocks[block].upperBound <= sentence.tokens.lowerBound { block += 1 }
      guard block < blocks.count, blocks[block].kind.isBody else { continue }
      sentences.append(Passage(tokens: sentence.tokens, block: block))
    }
    self.sentences = sentences
    lead =
      sentences.first { passage in
        passage.tokens.count { scanned.tokens.kind[$0] == .word } >= Self.leadWords
      }?.block
    let places = TokenPlaces(scanned.tokens)
    headline = story.document.headline.map(places.tokens).flatMap { $0.isEmpty ? nil : $0 }
    let found = story.attributions.map { Statement($0, places, sentences) }
    statements = found.map { statement in
      var settled = statement
      settled.settleNesting(in: found)
      return settled
    }
    let gathered = Voice.gather(statements, headline: headline, scanned, lexis, places)
    let delayed = DelayedName(
      statements: statements, sentences: sentences, lead: lead, scanned: scanned, lexis: lexis)
    voices = gathered.map { voice in
      var settled = voice
      if delayed.follows(voice, among: gathered) { settled.isConfidential = false }
      return settled
    }
  }

  // MARK: Words

  func span(_ r: Range<Int>) -> Span { scanned.tokens.span(r) }
  func string(_ r: Range<Int>) -> String { scanned.text.string(span(r)) }

  /// Words of the story as a message quotes them: in marks, short.
  func quoted(_ r: Range<Int>) -> String { Galley.quoted(string(r)) }

  static func quoted(_ text: String, longest: Int = 60) -> String {
    let line = text.unicodeScalars.map { $0 == "\n" || $0 == "\r" ? " " : Character($0) }
    return line.count <= longest ? "“\(String(line))”" : "“\(String(line.prefix(longest - 1)))…”"
  }

  /// Tokens of a span.
  func tokens(_ span: Span) -> Range<Int> { TokenPlaces(scanned.tokens).tokens(span) }

  // MARK: Places

  /// The sentence of the body that holds a token.
  func sentence(of token: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].tokens.contains(token) ? low : nil
  }

  func statements(inSentence s: Int) -> [Statement] { statements.filter { $0.sentence == s } }

  func isInHeadline(_ token: Int) -> Bool { headline?.contains(token) ?? false }

  /// The next block of the body.
  func bodyBlock(after block: Int) -> Int? {
    story.document.blocks.indices.first { $0 > block && story.document.blocks[$0].kind.isBody }
  }

  // MARK: Outlets

  var publisher: String? { story.document.publisher?.name }

  /// The outlets between the origin and the publisher, from the origin on.
  func relays(_ statement: Statement) -> [Link] {
    statement.attribution.chain.filter { $0.kind == .outlet && !isPublisher($0) }
  }

  func isPublisher(_ link: Link) -> Bool {
    guard let publisher = story.document.publisher else { return false }
    return link.outlet == publisher.id || link.name == publisher.name
  }

  /// A news agency: its copy is bought to be printed, and printing it is no relay of a rival's report.
  /// A state's agency is a party's mouthpiece as well, and stays in.
  func isAgency(_ link: Link) -> Bool {
    guard let outlet = link.outlet.flatMap(rulebook.outlet(id:)) else { return false }
    return outlet.kind == "wire" && outlet.control?.kind != "state"
  }

  /// Whether two outlets publish in different countries, as far as the registry knows.
  func isForeign(_ link: Link) -> Bool {
    guard let own = story.document.publisher?.outlet.flatMap({ rulebook.outlets[$0].country }),
      let other = link.outlet.flatMap(rulebook.outlet(id:))?.country
    else { return false }
    return own != other
  }

  /// Whether the words name an outlet other than the publisher.
  func namesOutlet(_ range: Range<Int>) -> Bool {
    let own = story.document.publisher?.outlet
    return range.contains { i in
      scanned.hits(startingAt: i).contains { $0.end <= range.upperBound && $0.outlet != nil && $0.outlet != own }
    }
  }

  // MARK: Rules

  /// What rules found for a check, as tokens.
  func ruleFindings(_ check: String) -> [(finding: RuleFinding, tokens: Range<Int>)] {
    story.ruleFindings.lazy.filter { $0.check == check }.map { ($0, tokens($0.at)) }.filter { !$0.1.isEmpty }
      .sorted { $0.1.lowerBound < $1.1.lowerBound }
  }

  /// What the `note` of a rule says.
  func note(ofRule name: String) -> String? {
    for action in rulebook.rules.first(where: { $0.name == name })?.actions ?? [] {
      if case .note(let text) = action.effect { return text }
    }
    return nil
  }

  /// The remarks of a check that is patterns alone: one for each rule, further places as related.
  func patternRemarks(_ check: CheckDefinition) -> [Remark] {
    let found = ruleFindings(check.id)
    var seen: [String] = []
    for item in found where !seen.contains(item.finding.rule) { seen.append(item.finding.rule) }
    return seen.flatMap { rule -> [Remark] in
      let places = found.filter { $0.finding.rule == rule }
      guard let first = places.first else { return [] }
      return [
        Remark(
          message: "\(quoted(first.tokens)): \(note(ofRule: rule) ?? check.title)", at: first.finding.at,
          related: alsoAt(places.dropFirst().map(\.finding.at)), rewrite: first.finding.rewrite, rule: rule)
      ]
    }
  }

  // MARK: Lists

  /// Further places of a finding: the first few, and how many more there are.
  func alsoAt(_ spans: [Span], _ word: String = "also") -> [Related] {
    let shown = spans.prefix(limits.relatedPlaces)
    return shown.enumerated().map { i, span in
      let rest = spans.count - shown.count
      return Related(i == shown.count - 1 && rest > 0 ? "\(word), and \(rest) more" : word, at: span)
    }
  }
}

/// Finds the tokens of a span by halving.
struct TokenPlaces: Sendable {
  private let tokens: Tokens

  init(_ tokens: Tokens) { self.tokens = tokens }

  func tokens(_ span: Span) -> Range<Int> {
    let first = partition { Int(tokens.end[$0]) <= span.start }
    let last = partition { Int(tokens.start[$0]) < span.end }
    return first..<max(first, last)
  }

  private func partition(_ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
