import HearsayRules
import HearsayText

/// A text on its way to a document: blocks with what is known of each, filled in by one topic after another.
///
/// Nothing here judges a block by its place alone. What looks like prose stays a paragraph unless words of the page
/// lexicons, or its neighbours, say otherwise: losing a paragraph of the story is worse than keeping a line of the page.
struct Page {
  let rulebook: Rulebook
  let lexicons: PageLexicons
  var scanned: ScannedText
  var facts: [BlockFacts]
  /// nil where nothing is known yet: a paragraph in the end.
  var kinds: [BlockKind?]
  /// The first block of prose; the count of blocks where there is none.
  private(set) var firstProse = 0
  /// How many words of the story's own stand before each block, and in all.
  private(set) var wordsBefore: [Int] = [0]
  /// The tokens of the headline.
  var headline: Range<Int>?
  var byline: [String] = []
  /// The tokens of the place line that opens the story, and the outlet in its brackets.
  var dateline: Range<Int>?
  var datelineAgency: Range<Int>?

  init(_ story: Story, _ rulebook: Rulebook, _ lexicons: PageLexicons) {
    self.rulebook = rulebook
    self.lexicons = lexicons
    let raw =
      story.blocks.map { blocks in
        blocks.filter { !$0.span.isEmpty }.map { RawBlock(span: $0.span, opensGroup: true, closesGroup: true) }
      } ?? BlockCutter.cut(story.text.bytes)
    let scanned = rulebook.scan(story.text, ranges: raw.map(\.span))
    facts = zip(raw, scanned.blocks).map { BlockFacts($0, tokens: $1, in: scanned) }
    kinds =
      story.blocks?.filter { !$0.span.isEmpty }.map { $0.kind == .paragraph ? nil : $0.kind }
      ?? Array(repeating: nil, count: facts.count)
    self.scanned = scanned
  }

  /// Finds everything out, in an order in which each step can rely on those before it.
  mutating func read(title: String?) {
    markLines()
    measure()
    findHeadline(title)
    measure()
    markCards()
    markAuthors()
    markBoxes()
    measure()
    markFeeds()
    markHeader()
    findDateline()
    markHeadings()
  }

  /// Finds the block that the story's prose begins with, and counts the words that are the story's own.
  private mutating func measure() {
    firstProse = facts.indices.first { kinds[$0] == nil && facts[$0].isProse } ?? facts.count
    wordsBefore = [0]
    wordsBefore.reserveCapacity(facts.count + 1)
    for block in facts.indices {
      wordsBefore.append(wordsBefore[block] + (kinds[block]?.isBody ?? true ? facts[block].words : 0))
    }
  }

  // MARK: Questions about a block

  /// The tokens of a block without numbers and signs at its ends: what a label says.
  func label(_ block: Int) -> Range<Int> {
    var range = facts[block].tokens
    while let first = range.first, !isLabelWord(first) { range = first + 1..<range.upperBound }
    while let last = range.last, !isLabelWord(last) { range = range.lowerBound..<last }
    return range
  }

  private func isLabelWord(_ i: Int) -> Bool {
    scanned.tokens.kind[i] == .word || scanned.tokens.kind[i] == .handle || scanned.tokens.kind[i] == .url
  }

  /// Whether a block, numbers and signs aside, is one entry.
  func isLabel(_ block: Int, _ predicate: Predicate?) -> Bool {
    guard let predicate, facts[block].words <= 10 else { return false }
    let label = label(block)
    return !label.isEmpty && scanned.has(label, predicate)
  }

  /// The end of an entry that a block begins with.
  func opening(_ block: Int, _ predicate: Predicate?) -> Int? {
    let tokens = facts[block].tokens
    // A sign may be part of the entry, as in "© 2024".
    if let end = scanned.entryEnd(at: tokens.lowerBound, predicate, limit: tokens.upperBound) { return end }
    let label = label(block)
    return scanned.entryEnd(at: label.lowerBound, predicate, limit: label.upperBound)
  }

  /// The words of two blocks are the same.
  func saysTheSame(_ a: Int, _ b: Int) -> Bool {
    guard facts[a].words == facts[b].words else { return false }
    let x = words(of: facts[a].tokens)
    return x.count >= 2 && x == words(of: facts[b].tokens)
  }

  /// The forms of the words and numbers of a range.
  func words(of range: Range<Int>, in other: ScannedText? = nil) -> [Form] {
    let tokens = (other ?? scanned).tokens
    return range.filter {
      tokens.kind[$0] != .punctuation && tokens.kind[$0] != .quotationMark && tokens.kind[$0] != .dash
    }
    .map { tokens.form[$0] }
  }

  /// Whether words outside quotation marks speak to the reader or of the page's makers.
  func addressesReader(_ block: Int) -> Bool { holdsOutsideQuotes(block, lexicons.address) }

  func holdsOutsideQuotes(_ block: Int, _ predicate: Predicate?) -> Bool {
    facts[block].tokens.contains {
      !scanned.tokens.flags[$0].contains(.inQuotation)
        && scanned.entryEnd(at: $0, predicate, limit: facts[block].tokens.upperBound) != nil
    }
  }

  /// Cuts a block in two before a token; the new block follows it.
  mutating func split(_ block: Int, before token: Int) {
    let whole = facts[block]
    let middle = Int(scanned.tokens.start[token])
    let previous = token > whole.tokens.lowerBound ? Int(scanned.tokens.end[token - 1]) : whole.span.start
    let first = RawBlock(span: Span(whole.span.start, previous), opensGroup: whole.opensGroup, closesGroup: false)
    let second = RawBlock(span: Span(middle, whole.span.end), opensGroup: false, closesGroup: whole.closesGroup)
    facts[block] = BlockFacts(first, tokens: whole.tokens.lowerBound..<token, in: scanned)
    facts.insert(BlockFacts(second, tokens: token..<whole.tokens.upperBound, in: scanned), at: block + 1)
    kinds.insert(nil, at: block + 1)
    scanned.splitSentence(before: token)
  }
}
