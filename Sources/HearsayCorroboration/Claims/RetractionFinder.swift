import HearsayAttribution
import HearsayRules
import HearsayText

/// Finds what an outlet has taken back, and which statements of its own that empties.
///
/// A sentence in which the outlet speaks of itself and withdraws; what it withdraws is told by the words round it: a figure and
/// what it counted, or the headline of the story. Only the outlet's own reports are emptied, and with them whatever relays
/// them.
struct RetractionFinder {
  let reader: StatementReader
  private let retract, firstPerson, report, it: Predicate?

  init(_ rulebook: Rulebook, _ reader: StatementReader) {
    self.reader = reader
    report = rulebook.predicate("withdrawn-thing")
    retract = rulebook.predicate("retract", "verb")
    it = rulebook.predicate("pronoun", "it")
    firstPerson = rulebook.predicate("pronoun", "we")
  }

  struct Retraction {
    var story: Int
    var newsroom: NewsroomNames.Key
    var span: Span
    /// What stands round it.
    var about: Statement
    /// It takes back the whole report, and not one figure of it.
    var isWhole = false
    /// The notice up to the words that withdraw: what it tells there is what was reported before.
    var notice: Span
  }

  func retractions(
    in story: AttributedStory, at place: Int, _ context: StatementReader.Story
  ) -> [Retraction] {
    guard let retract, let publisher = story.document.publisher else { return [] }
    let scanned = story.document.scanned
    let words = NameWords.of(publisher.name)
    var found: [Retraction] = []
    var before: [Range<Int>] = []
    for block in story.document.blocks.indices where story.document.blocks[block].kind.isBody {
      let sentences = Array(story.document.blockSentences[block])
      for (n, s) in sentences.enumerated() {
        let range = story.document.sentences.outer[s].tokens
        defer { before.append(range) }
        guard
          let verb = range.first(where: { i in
            scanned.has(i, retract) || scanned.hits(startingAt: i).contains { scanned.has($0, retract) }
          }),
          speaksOfItself(range.lowerBound..<verb, scanned, words)
        else { continue }
        var ranges = [range]
        if n > 0 { ranges.insert(story.document.sentences.outer[sentences[n - 1]].tokens, at: 0) }
        if n == 0, block > 0, let last = story.document.blockSentences[block - 1].last {
          ranges.insert(story.document.sentences.outer[last].tokens, at: 0)
        }
        let isWhole = takesBackAll(range, verb, before.suffix(Self.notice), scanned)
        // What was reported is told before it is taken back.
        if isWhole { ranges = before.suffix(Self.notice) + [range] }
        let opening = ranges.map(\.lowerBound).min() ?? range.lowerBound
        found.append(
          Retraction(
            story: place, newsroom: publisher.id, span: scanned.tokens.span(range),
            about: reader.read(ranges, of: scanned, in: context), isWhole: isWhole,
            notice: scanned.tokens.span(opening..<verb)))
      }
    }
    return found
  }

  /// How many sentences before the one that withdraws may tell what was reported.
  private static let notice = 3

  /// "Retracts the story", with no figure that it could be about; or "retracts it", where the sentences before speak of a
  /// report of the outlet's own.
  private func takesBackAll(
    _ range: Range<Int>, _ verb: Int, _ before: ArraySlice<Range<Int>>, _ scanned: ScannedText
  ) -> Bool {
    guard let report, !range.contains(where: { scanned.tokens.kind[$0] == .number }) else { return false }
    if range.contains(where: { scanned.has($0, report) }) { return true }
    let object = verb + 1..<min(verb + 4, range.upperBound)
    guard let it, object.contains(where: { scanned.has($0, it) }) else { return false }
    return before.contains { $0.contains { scanned.has($0, report) } }
  }

  /// "We", or the outlet by its name or the last word of it.
  private func speaksOfItself(_ range: Range<Int>, _ scanned: ScannedText, _ words: [String]) -> Bool {
    for i in range.suffix(8) {
      if let firstPerson, scanned.has(i, firstPerson) { return true }
      guard scanned.tokens.flags[i].contains(.capitalised), let last = words.last else { continue }
      if scanned.text.string(scanned.tokens.span(i)).lowercased() == last { return true }
    }
    return false
  }

  /// Whether a retraction is about a statement: the figure that it names is in it, or most of the statement's words are.
  static func covers(_ about: Statement, _ one: Statement, _ weights: TermWeights) -> Bool {
    let comparison = ClaimComparer(weights: weights)
    if !one.quantities.isEmpty, !about.quantities.isEmpty {
      guard
        one.quantities.contains(where: { x in about.quantities.contains { $0.value == x.value && $0.unit == x.unit } })
      else { return false }
      return comparison.shares(one, about, least: 1)
    }
    // Whom both are about says nothing of what was taken back.
    let matches = comparison.match(one, about)
    return matches.count >= 2 && matches.contains { !one.terms[$0.a].isName }
  }
}
