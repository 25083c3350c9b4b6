import HearsayRules
import HearsayText

/// Works out who published a story from what the text says, when nobody has stated it.
///
/// Each mention of an outlet is weighed: by words with which an outlet speaks of itself ("can't independently verify"),
/// by its place on the page (a line above the story, the brackets of a dateline, an author's biography, a newsletter
/// box), and against it by words with which somebody else speaks of it ("according to"). An outlet that is only cited
/// is never the publisher, and one weak sign is not enough.
struct PublisherFinder {
  private enum Weight {
    static let surely = 6
    static let likely = 2
    static let told = 2
    static let toldOnAir = 1
    /// A line of its own above the story, or one with the date.
    static let line = 6
    static let biography = 6
    static let byline = 5
    static let box = 3
    static let dateline = 4
    static let cited = -2
    /// What an outlet must reach to be taken.
    static let enough = 4
  }

  private struct Evidence {
    var sure = 0
    var told = 0
    var boxes = 0
    var likely = 0
    var cited = 0
    var first: Int

    /// What the page says stands, however often the outlet is named; what the sentences hint at counts only for an
    /// outlet that is not cited as well, and `alone` tells that no other is.
    func total(alone: Bool) -> Int {
      let page = sure + min(boxes, 3) * Weight.box
      if sure > 0 { return page }
      if cited > 0 { return page + min(cited, 3) * Weight.cited }
      return page + likely * Weight.likely + (alone ? told : 0)
    }
  }

  let page: Page
  private var evidence: [Int: Evidence] = [:]

  static func infer(_ page: Page) -> Publisher? {
    var finder = PublisherFinder(page: page)
    finder.weigh()
    // A name above the story is the publisher's, and the agency in its dateline the one who wrote it.
    if let best = finder.best {
      if finder.isAgency(best), let masthead = finder.masthead { return masthead }
      return finder.isOnlyAgency(best) ? finder.unknownName(in: [.furniture]) ?? best : best
    }
    return finder.unknownName(in: [.furniture, .dateline]) ?? finder.nameThatWasTold
      ?? finder.nameThatSpeaksOfItself ?? page.datelineAgency.map(finder.named) ?? finder.credited
  }

  private init(page: Page) { self.page = page }

  private var best: Publisher? {
    let alone = evidence.values.count { $0.told + $0.cited + $0.likely > 0 } == 1
    let ranked = evidence.map { (outlet: $0.key, total: $0.value.total(alone: alone), first: $0.value.first) }
      .filter { $0.total >= Weight.enough }
      .sorted { ($1.total, $0.first, $0.outlet) < ($0.total, $1.first, $1.outlet) }
    guard let outlet = ranked.first?.outlet else { return nil }
    let known = page.rulebook.outlets[outlet]
    return Publisher(id: known.id, name: known.name, how: .inferred, outlet: outlet)
  }

  private mutating func weigh() {
    let scanned = page.scanned
    let lexicons = page.lexicons
    let hits = scanned.hits.filter { $0.outlet != nil }
    var next = 0
    for (block, facts) in page.facts.enumerated() {
      let kind = page.kinds[block] ?? .paragraph
      let isAuthorNote = kind == .furniture && facts.words >= 12 && page.opensWithAuthor(block)
      var noted = false
      var last = facts.tokens.lowerBound
      while next < hits.count, hits[next].start < facts.tokens.upperBound {
        let hit = hits[next]
        next += 1
        guard let outlet = hit.outlet, hit.start >= last else { continue }
        last = hit.end
        evidence[outlet, default: Evidence(first: hit.start)].first = min(
          evidence[outlet]?.first ?? hit.start, hit.start)
        switch kind {
        case .teaser, .caption: continue
        case .furniture where isAuthorNote:
          // The first outlet is where the author works; those behind it are where they used to.
          if !noted { evidence[outlet]?.sure += Weight.biography }
          noted = true
        case .furniture:
          if page.isOutletLine(block), block < page.firstProse {
            evidence[outlet]?.sure += Weight.line
          } else {
            evidence[outlet]?.boxes += 1
            if isBefore(hit.start, lexicons.surelyBefore, facts.tokens) { evidence[outlet]?.sure += Weight.box }
          }
        case .dateline:
          let isAgency = page.datelineAgency.map { $0.lowerBound <= hit.start && hit.end <= $0.upperBound } ?? false
          evidence[outlet]?.sure += isAgency ? Weight.dateline : Weight.line
        case .byline: evidence[outlet]?.sure += Weight.byline
        case .headline: weighTitle(hit, outlet, facts.tokens)
        default: weigh(hit, outlet, facts.tokens, scanned)
        }
      }
    }
  }

  /// In a headline an outlet is cited, unless it stands behind an upright stroke, as in a page's title.
  private mutating func weighTitle(_ hit: PhraseHit, _ outlet: Int, _ range: Range<Int>) {
    let isSuffix =
      hit.end == range.upperBound && hit.start > range.lowerBound && page.scanned.isMark(hit.start - 1, "|")
    if isSuffix {
      evidence[outlet]?.sure += Weight.line
    } else if page.scanned.entryEnd(at: hit.end, page.lexicons.likelyAfter, limit: range.upperBound) != nil {
      evidence[outlet]?.likely += 1
    } else {
      evidence[outlet]?.cited += 1
    }
  }

  private mutating func weigh(_ hit: PhraseHit, _ outlet: Int, _ range: Range<Int>, _ scanned: ScannedText) {
    // What somebody is quoted as saying of an outlet tells nothing of this one.
    guard !scanned.tokens.flags[hit.start].contains(.inQuotation) else { return }
    let lexicons = page.lexicons
    func isBefore(_ predicate: Predicate?) -> Bool { self.isBefore(hit.start, predicate, range) }
    func isAfter(_ predicate: Predicate?) -> Bool {
      scanned.entryEnd(at: hit.end, predicate, limit: range.upperBound) != nil
    }
    if isAfter(lexicons.surelyAfter) || isBefore(lexicons.checkedBefore)
      || isPossessive(hit.end, lexicons.ownNoun, range, scanned)
    {
      evidence[outlet]?.sure += Weight.surely
    } else if isAfter(lexicons.citedAfter) || isBefore(lexicons.citedBefore)
      || isPossessive(hit.end, lexicons.citedAfter, range, scanned)
    {
      evidence[outlet]?.cited += 1
    } else if isBefore(lexicons.told) {
      // Other outlets retell what was said on the air far more often than what was said to a newspaper.
      let isOnAir = page.rulebook.outlets[outlet].kind == "broadcaster"
      evidence[outlet]?.told += isOnAir ? Weight.toldOnAir : Weight.told
    } else if isAfter(lexicons.likelyAfter) || isBefore(lexicons.likelyBefore) {
      evidence[outlet]?.likely += 1
    }
  }

  /// "X's report" is somebody else's way to speak of X, "X's questions" its own.
  private func isPossessive(_ i: Int, _ noun: Predicate?, _ range: Range<Int>, _ scanned: ScannedText) -> Bool {
    range.contains(i) && scanned.tokens.kind[i] == .possessive && i + 1 < range.upperBound
      && scanned.entryEnd(at: i + 1, noun, limit: range.upperBound) != nil
  }

  /// Whether an entry stands before a mention, or before its article.
  func isBefore(_ mention: Int, _ predicate: Predicate?, _ range: Range<Int>) -> Bool {
    let scanned = page.scanned
    let article = scanned.entryStart(before: mention, page.lexicons.article, limit: range.lowerBound) ?? mention
    return scanned.entryStart(before: mention, predicate, limit: range.lowerBound) != nil
      || scanned.entryStart(before: article, predicate, limit: range.lowerBound) != nil
  }

  private func isAgency(_ publisher: Publisher) -> Bool {
    publisher.outlet.map { page.rulebook.outlets[$0].kind == "wire" } ?? false
  }

  /// The outlet that sets its name and the day above a story which an agency has written, or a part of it.
  private var masthead: Publisher? {
    for block in page.facts.indices.prefix(page.firstProse)
    where page.kinds[block] == .dateline && page.isMasthead(block) {
      guard let name = page.mastheadName(block), page.scanned.outlet(name) == nil else { continue }
      return named(name)
    }
    return nil
  }

  /// Whether nothing speaks for an outlet but the brackets of the dateline.
  private func isOnlyAgency(_ publisher: Publisher) -> Bool {
    guard let found = publisher.outlet.flatMap({ evidence[$0] }) else { return false }
    return found.sure == Weight.dateline && found.boxes == 0
  }
}

extension Publisher {
  /// An id for an outlet that the rulebook doesn't know: its name in small letters with hyphens, without an article.
  public static func id(for name: String) -> String {
    plainID(for: name) ?? wideID(for: name)
  }

  /// The id of a name in ASCII, as nearly all are; each name in a story is compared with the publisher's.
  private static func plainID(for name: String) -> String? {
    var id: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): id.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): id.append(byte)
      case 0x80...: return nil
      default: if let last = id.last, last != UInt8(ascii: "-") { id.append(UInt8(ascii: "-")) }
      }
    }
    if id.last == UInt8(ascii: "-") { id.removeLast() }
    let hasArticle = id.starts(with: "the-".utf8)
    return String(decoding: hasArticle ? id.dropFirst(4) : id[...], as: UTF8.self)
  }

  private static func wideID(for name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    let kept = words.count > 1 && words[0] == "the" ? words.dropFirst() : words[...]
    return kept.joined(separator: "-")
  }

  /// Whether a name is the publisher's, whatever its article, capitals and punctuation.
  public func isCalled(_ name: String) -> Bool {
    // An id is hardly ever longer than the name it is made of; most names are too short for it.
    name.utf8.count + 4 >= id.utf8.count && Publisher.id(for: name) == id
  }
}

extension Page {
  /// A note on the story's author: their name stands at its beginning.
  func opensWithAuthor(_ block: Int) -> Bool {
    let opening = scanned.text.string(scanned.tokens.span(facts[block].tokens))
    return byline.contains { opening.hasPrefix($0) }
  }
}
