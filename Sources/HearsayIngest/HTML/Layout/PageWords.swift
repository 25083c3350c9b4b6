import HearsayRules
import HearsayStory

/// What the rulebook says of pages in all languages, looked up once for all pages.
public struct PageWords: Sendable {
  let markup: MarkupHintTable
  private let teasers, ends, furniture, dates, bylines: PhraseList
  /// Words that only stand where the rest of a story is kept from readers who haven't paid.
  private let paywall: PhraseList

  public init(_ rulebook: Rulebook?) {
    markup = MarkupHintTable(rulebook)
    teasers = PhraseList(rulebook, "page-line", "teaser")
    furniture = PhraseList(rulebook, "page-line", "furniture")
    ends = PhraseList(rulebook, "page-line", "furniture-holds")
    dates = PhraseList(rulebook, "page-date-words", "updated")
    bylines = PhraseList(rulebook, "page-byline", "by")
    paywall = PhraseList(rulebook, "page-line", "paywall")
  }

  /// What the words of a line give it away as: "Read also: …", "Subscribe now to …".
  func kind(ofLine text: [UInt8], _ line: PageLine) -> BlockKind? {
    guard line.count < 300 else { return nil }
    let small = String(decoding: text[line.range], as: UTF8.self).lowercased()
    let bytes = Array(small.utf8)
    if teasers.opens(bytes), bytes.last != UInt8(ascii: ".") || line.linkBytes * 4 > line.to - line.from {
      return .teaser
    }
    if furniture.opens(bytes), line.count < 160 { return .furniture }
    if paywall.isHeld(by: bytes) || self.ends.isHeld(by: bytes) { return .furniture }
    if line.count < 100, dates.opens(bytes), bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return .dateline }
    return nil
  }

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

  func isPaywall(_ text: [UInt8], _ line: PageLine) -> Bool {
    line.count < 400 && paywall.isHeld(by: Array(String(decoding: text[line.range], as: UTF8.self).lowercased().utf8))
  }
}

/// Phrases by which a line gives itself away.
struct PhraseList: Sendable {
  private let phrases: [[UInt8]]

  init(_ rulebook: Rulebook?, _ lexicon: String, _ name: String) {
    phrases = (rulebook?.words(lexicon, name) ?? []).map { Array($0.lowercased().utf8) }
  }

  func holds(_ phrase: String) -> Bool { phrases.contains(Array(phrase.utf8)) }

  func opens(_ text: [UInt8]) -> Bool { phrases.contains { text.starts(with: $0) } }

  func isHeld(by text: [UInt8]) -> Bool {
    phrases.contains { phrase in
      guard let first = phrase.first, text.count >= phrase.count else { return false }
      return (0...text.count - phrase.count).contains { text[$0] == first && text[$0...].starts(with: phrase) }
    }
  }
}
