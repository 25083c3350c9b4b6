import HearsayRules
import HearsayText

/// What is read once for a story: stems, names, whom its descriptions stand for, which names are places.
extension StatementReader {
  /// Stems of words that describe a source without telling it from others: "a report", "the official".
  func plainWords() -> PlainWords {
    let function = ["determiner", "preposition", "conjunction", "aux", "pronoun", "adverb"].flatMap {
      rulebook.words($0)
    }
    let general =
      ["document", "report-noun", "say", "org-noun", "survey-noun", "title", "claim-emptiness", "when"]
      .flatMap { rulebook.words($0) } + rulebook.words("office", "press")
    let functionWords = stems(of: function)
    let generic = functionWords.union(stems(of: general))
    return PlainWords(
      generic: generic, functionWords: functionWords, roles: stems(of: rulebook.words("role")).subtracting(generic),
      businesses: Set(rulebook.words("org-noun", "business") + rulebook.words("thing", "company")),
      openers: Set(rulebook.words("function-word", "that")))
  }

  private func stems(of words: [String]) -> Set<UInt64> {
    var out: Set<UInt64> = []
    for word in words {
      let scanned = rulebook.scan(SourceText(word))
      // "Health ministry" tells more than "ministry".
      if scanned.tokens.count == 1 { out.insert(stemmer.stem(0, of: scanned)) }
    }
    return out
  }

  /// What is the same for all statements of a story.
  struct Story: Sendable {
    var stems: [UInt64]
    /// Stems that the story writes with a capital in the middle of a sentence.
    var names: Set<UInt64>
    /// The year of publication.
    var year: Int?
    /// Whom a description of two words stands for ("Russian president"), by the surname.
    var aliases: [Alias: UInt64] = [:]
    /// Names that stories use as those of places.
    var places: Set<UInt64> = []
  }

  /// How often each name stands behind a preposition of place, and how often it stands at all.
  func placeCounts(of scanned: ScannedText, in story: Story) -> [UInt64: (behind: Int, all: Int)] {
    guard let locative else { return [:] }
    var out: [UInt64: (behind: Int, all: Int)] = [:]
    var isBehind = false
    for i in story.stems.indices {
      guard isName(i, scanned, story) else {
        isBehind = scanned.has(i, locative)
        continue
      }
      // All words of a name: "in Port Almeda".
      var count = out[story.stems[i]] ?? (0, 0)
      count.all += 1
      if isBehind { count.behind += 1 }
      out[story.stems[i]] = count
    }
    return out
  }

  struct Alias: Hashable, Sendable {
    var word: UInt64
    var role: UInt64
  }

  /// Descriptions of two words that stand beside a name: "Russian President Vladimir Putin", "Hale, a former sheriff".
  func aliases(of scanned: ScannedText, in story: Story) -> [(alias: Alias, name: UInt64)] {
    guard let role else { return [] }
    var out: [(Alias, UInt64)] = []
    let tokens = scanned.tokens
    for i in story.stems.indices where i > 0 && scanned.has(i, role) && tokens.kind[i - 1] == .word {
      guard !isFunction(i - 1, scanned) else { continue }
      let alias = Alias(word: story.stems[i - 1], role: story.stems[i])
      var end = i + 1
      while end < tokens.count, isName(end, scanned, story), end - i <= 4 { end += 1 }
      if end > i + 1 {
        out.append((alias, story.stems[end - 1]))
        continue
      }
      // Behind the name, in commas.
      var k = i - 2
      while k > 0, k > i - 4, isFunction(k, scanned) { k -= 1 }
      guard k > 0, scanned.text.bytes[Int(tokens.start[k])] == 0x2C, isName(k - 1, scanned, story) else { continue }
      out.append((alias, story.stems[k - 1]))
    }
    return out
  }

  func story(_ scanned: ScannedText, published: String?) -> Story {
    let stems = stems(of: scanned)
    var names: Set<UInt64> = []
    let flags = scanned.tokens.flags
    for i in stems.indices where flags[i].contains(.capitalised) && scanned.tokens.kind[i] == .word {
      if flags[i].contains(.sentenceStart) || (i > 0 && scanned.tokens.kind[i - 1] == .quotationMark) { continue }
      names.insert(stems[i])
    }
    return Story(stems: stems, names: names, year: published.flatMap { Int($0.prefix(4)) })
  }

  func stems(of scanned: ScannedText) -> [UInt64] {
    var known: [UInt64: UInt64] = [:]
    return (0..<scanned.tokens.count).map { i in
      let flag: UInt64 = scanned.tokens.flags[i].contains(.capitalised) ? 1 << 63 : 0
      let key = UInt64(scanned.tokens.form[i]) | flag
      if let stem = known[key] { return stem }
      let stem = stemmer.stem(i, of: scanned)
      known[key] = stem
      return stem
    }
  }
}
