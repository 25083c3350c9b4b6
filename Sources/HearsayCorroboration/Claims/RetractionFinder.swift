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
  private let retract, firstPerson, report: Predicate?

  init(_ rulebook: Rulebook, _ reader: StatementReader) {
    self.reader = reader
    report = rulebook.predicate("withdrawn-thing")
    retract = rulebook.predicate("retract", "verb")
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
  }

  func retractions(
    in story: AttributedStory, at place: Int, _ context: StatementReader.Story
  ) -> [Retraction] {
    guard let retract, let publisher = story.document.publisher else { return [] }
    let scanned = story.document.scanned
    let words = NameWords.of(publisher.name)
    var found: [Retraction] = []
    for block in story.document.blocks.indices where story.document.blocks[block].kind.isBody {
      let sentences = Array(story.document.blockSentences[block])
      for (n, s) in sentences.enumerated() {
        let range = story.document.sentences.outer[s].tokens
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
        let isWhole = takesBackAll(range, scanned)
        // What was reported is told before it is taken back.
        if isWhole { ranges = sentences.prefix(n + 1).map { story.document.sentences.outer[$0].tokens } + ranges }
        found.append(
          Retraction(
            story: place, newsroom: publisher.id, span: scanned.tokens.span(range),
            about: reader.read(ranges, of: scanned, in: context), isWhole: isWhole))
      }
    }
    return found
  }

  /// "Retracts the story", with no figure that it could be about.
  private func takesBackAll(_ range: Range<Int>, _ scanned: ScannedText) -> Bool {
    guard let report else { return false }
    return range.contains { scanned.has($0, report) } && !range.contains { scanned.tokens.kind[$0] == .number }
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
    return comparison.shares(one, about, least: 2)
  }
}
