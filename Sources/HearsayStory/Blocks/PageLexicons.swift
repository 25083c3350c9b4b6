import HearsayRules
import HearsayText

/// The rulebook's answers that cutting a page needs, looked up once.
///
/// A rulebook need not have them all: without a lexicon the parts of a page that it tells of stay paragraphs.
struct PageLexicons: Sendable {
  // What a line or a box gives itself away with.
  let line, start, within, card, cardEnd, teaser: Predicate?
  let feed, appeal, box, address, section: Predicate?
  // Pictures.
  let agency, captionStart, captionCredit: Predicate?
  // Authors.
  let by, credit, creditEnd, job, bio, noteIs, noteAt, firstName, particle: Predicate?
  // Dates.
  let weekday, published, updated: Predicate?
  // Publishers.
  let surelyAfter, surelyBefore, likelyAfter, likelyBefore, told, citedAfter, citedBefore, namePart: Predicate?
  let checkedBefore, ownNoun: Predicate?
  // Words.
  let article, coordinating, say: Predicate?

  /// January to December as the rulebook calls them, in small letters.
  let months: [String]

  init(_ rulebook: Rulebook) {
    line = rulebook.predicate("furniture", "line")
    start = rulebook.predicate("furniture", "start")
    within = rulebook.predicate("furniture", "within")
    card = rulebook.predicate("furniture", "card")
    cardEnd = rulebook.predicate("furniture", "card-end")
    teaser = rulebook.predicate("furniture", "teaser")
    feed = rulebook.predicate("page", "feed")
    appeal = rulebook.predicate("page", "appeal")
    box = rulebook.predicate("page", "box")
    address = rulebook.predicate("page", "address")
    section = rulebook.predicate("page", "section")
    agency = rulebook.predicate("photo-credit")
    captionStart = rulebook.predicate("caption", "start")
    captionCredit = rulebook.predicate("caption", "credit")
    by = rulebook.predicate("byline", "by")
    credit = rulebook.predicate("byline", "credit")
    creditEnd = rulebook.predicate("byline", "credit-end")
    job = rulebook.predicate("byline", "job")
    bio = rulebook.predicate("bio")
    noteIs = rulebook.predicate("author-note", "is")
    noteAt = rulebook.predicate("author-note", "at")
    firstName = rulebook.predicate("first-name")
    particle = rulebook.predicate("name-particle")
    weekday = rulebook.predicate("when", "weekday")
    published = rulebook.predicate("page-date", "published")
    updated = rulebook.predicate("page-date", "updated")
    surelyAfter = rulebook.predicate("publisher", "surely-after")
    surelyBefore = rulebook.predicate("publisher", "surely-before")
    likelyAfter = rulebook.predicate("publisher", "likely-after")
    likelyBefore = rulebook.predicate("publisher", "likely-before")
    checkedBefore = rulebook.predicate("publisher", "checked-before")
    ownNoun = rulebook.predicate("publisher", "own-noun")
    told = rulebook.predicate("publisher", "told-before")
    citedAfter = rulebook.predicate("publisher", "cited-after")
    citedBefore = rulebook.predicate("publisher", "cited-before")
    namePart = rulebook.predicate("publisher", "name-part")
    article = rulebook.predicate("determiner", "article")
    coordinating = rulebook.predicate("conjunction", "coordinating")
    say = rulebook.predicate("say")
    months = rulebook.words("when", "month").map { $0.lowercased() }
  }
}

extension ScannedText {
  /// The start of the longest entry that ends before a token and begins at `limit` or behind.
  func entryStart(before i: Int, _ predicate: Predicate?, limit: Int) -> Int? {
    guard let predicate, i > limit, i <= count else { return nil }
    for hit in hits(endingAt: i) where hit.start >= limit && has(hit, predicate) { return hit.start }
    return has(i - 1, predicate) ? i - 1 : nil
  }

  func count(_ range: Range<Int>, of predicate: Predicate?) -> Int {
    range.reduce(into: 0) { $0 += entryEnd(at: $1, predicate, limit: range.upperBound) == nil ? 0 : 1 }
  }

  /// The outlet that is called so by exactly these tokens, or by these and an article before them.
  func outlet(_ range: Range<Int>) -> Int? {
    hits(startingAt: range.lowerBound).first { $0.end == range.upperBound && $0.outlet != nil }?.outlet
  }

  /// The first byte of a token.
  func firstByte(_ i: Int) -> UInt8 { text.bytes[Int(tokens.start[i])] }

  func isWord(_ i: Int) -> Bool { tokens.kind[i] == .word }
  func isCapitalised(_ i: Int) -> Bool { tokens.flags[i].contains(.capitalised) }
  func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool {
    tokens.end[i] - tokens.start[i] == 1 && firstByte(i) == UInt8(ascii: mark)
  }
}
