import HearsayRules
import HearsayStory

/// What the rulebook says of pages in all languages, looked up once for all pages.
public struct PageWords: Sendable {
  let markup: MarkupHintTable
  private let teasers, leads, ends, links, ads, furniture, dates, bylines: PhraseList
  /// Words that only stand where the rest of a story is kept from readers who haven't paid.
  private let paywall: PhraseList
  private let endings: Set<String>

  public init(_ rulebook: Rulebook?) {
    markup = MarkupHintTable(rulebook)
    teasers = PhraseList(rulebook, "page-line", "teaser")
    leads = PhraseList(rulebook, "page-line", "leads-away")
    furniture = PhraseList(rulebook, "page-line", "furniture")
    ends = PhraseList(rulebook, "page-line", "furniture-holds")
    links = PhraseList(rulebook, "page-line", "furniture-links")
    ads = PhraseList(rulebook, "page-line", "ad")
    dates = PhraseList(rulebook, "page-date-words", "updated")
    bylines = PhraseList(rulebook, "page-byline", "by")
    paywall = PhraseList(rulebook, "page-line", "paywall")
    endings = Set((rulebook?.words("page-line", "end") ?? []).map { $0.lowercased().filter(\.isLetter) })
  }

  /// What the words of a line give it away as: "Read also: …", "Subscribe now to …".
  func kind(ofLine text: [UInt8], _ line: PageLine) -> BlockKind? {
    guard line.count < 300 else { return nil }
    let bytes = SmallLetters.bytes(text[line.range][Self.behindSigns(text, line)...])
    if teasers.opens(bytes), bytes.last != UInt8(ascii: ".") || line.linkBytes * 4 > line.to - line.from {
      return .teaser
    }
    if line.linkBytes > 0, line.count < 220, leads.isHeld(by: bytes) { return .teaser }
    if furniture.opens(bytes), line.count < 160 { return .furniture }
    if line.linkBytes > 0, line.count < 240, ads.opens(bytes) { return .furniture }
    if paywall.isHeld(by: bytes) || self.ends.isHeld(by: bytes) { return .furniture }
    if line.linkBytes > 0, line.linkBytes * 4 < line.to - line.from, links.isHeld(by: bytes) { return .furniture }
    if line.count < 100, dates.opens(bytes), bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return .dateline }
    return nil
  }

  /// The place behind "• ", "► " and the like, with which pages set their own lines apart.
  private static func behindSigns(_ text: [UInt8], _ line: PageLine) -> Int {
    var i = Int(line.from)
    let end = min(Int(line.to), i + 12)
    while i < end {
      switch text[i] {
      case 0x20, UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "|"): i += 1
      // Bullets (U+2022) and arrows, triangles, stars (U+2190 to U+2BFF); U+00BB, U+00B7.
      case 0xE2 where i + 2 < end && (text[i + 1] >= 0x86 || text[i + 1] == 0x80 && text[i + 2] == 0xA2): i += 3
      case 0xC2 where i + 1 < end && (text[i + 1] == 0xBB || text[i + 1] == 0xB7): i += 2
      default: return i
      }
    }
    return Int(line.from)
  }

  /// Whether a line opens with a sign that sets it apart, as the entries of a word processor's lists do.
  func opensWithSign(_ text: [UInt8], _ line: PageLine) -> Bool { Self.behindSigns(text, line) > Int(line.from) }

  /// "By Ana Roe": the opener stands alone, and a name behind it.
  func opensByline(_ text: [UInt8], _ line: PageLine) -> Bool {
    guard line.count < 200 else { return false }
    let words = String(decoding: text[line.range], as: UTF8.self).split(separator: " ", maxSplits: 3)
    guard words.count >= 2 else { return false }
    for length in 1..<min(words.count, 3) where words[length].first?.isUppercase ?? false {
      if bylines.holds(words[..<length].joined(separator: " ").lowercased()) { return true }
    }
    return false
  }

  /// "###", "-30-", "Ends": signs and a word that end a press release.
  func isEnd(_ text: [UInt8], _ line: PageLine) -> Bool {
    let line = text[line.range].filter { $0 > 0x20 }
    if line.count >= 3, line.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
    let word = String(decoding: line, as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }
    // In dashes.
    if word == "30" { return line.count > 2 && [line.first, line.last].allSatisfy { $0 == 0x2D || ($0 ?? 0) >= 0x80 } }
    return !word.isEmpty && endings.contains(word)
  }

  func isPaywall(_ text: [UInt8], _ line: PageLine) -> Bool {
    line.count < 400 && paywall.isHeld(by: SmallLetters.bytes(text[line.range]))
  }
}

/// Phrases by which a line gives itself away, found by their first two bytes.
struct PhraseList: Sendable {
  /// In the order of their first two bytes.
  private let phrases: [[UInt8]]
  /// By two bytes: where phrases that begin so stand in `phrases`.
  private let places: [UInt16: Range<Int>]
  /// One bit for each two bytes, asked before the table is.
  private var begins = [UInt64](repeating: 0, count: 1024)

  init(_ rulebook: Rulebook?, _ lexicon: String, _ name: String) {
    self.init(rulebook?.words(lexicon, name) ?? [])
  }

  init(_ words: [String]) {
    let all = words.map { Array($0.lowercased().utf8) }.filter { $0.count >= 2 }
    phrases = all.sorted { $0.lexicographicallyPrecedes($1) }
    var places: [UInt16: Range<Int>] = [:]
    for (i, phrase) in phrases.enumerated() {
      let pair = Self.pair(phrase[0], phrase[1])
      places[pair] = (places[pair]?.lowerBound ?? i)..<i + 1
      begins[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
    }
    self.places = places
  }

  @inline(__always)
  private static func pair(_ a: UInt8, _ b: UInt8) -> UInt16 { UInt16(a) << 8 | UInt16(b) }

  func holds(_ phrase: String) -> Bool { phrases.contains(Array(phrase.utf8)) }

  func opens(_ text: [UInt8]) -> Bool { text.withUnsafeBufferPointer { begin($0, at: 0) } }

  func isHeld(by text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      begins.withUnsafeBufferPointer { begins in
        var i = 0
        while i + 1 < text.count {
          let pair = Self.pair(text[i], text[i + 1])
          if begins[Int(pair >> 6)] & 1 << UInt64(pair & 63) != 0, begin(text, at: i) { return true }
          i += 1
        }
        return false
      }
    }
  }

  /// Whether a phrase stands at a place.
  private func begin(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + 1 < text.count, let range = places[Self.pair(text[place], text[place + 1])] else { return false }
    let rest = UnsafeBufferPointer(rebasing: text[place...])
    return range.contains { rest.starts(with: phrases[$0]) }
  }
}
