import HearsayRules
import HearsayText

/// How a source phrase counts its people: "two people familiar with the bid", "Harbour diplomats", "one of the sources".
struct SourcePhrase: Sendable {
  let tokens: Range<Int>
  /// The head noun and its first form: "diplomats", "diplomat".
  let head: Int
  let lemma: String
  let isPlural: Bool
  /// The number of people, where the phrase gives one.
  let number: Int?
  /// "one of the sources": part of people who were counted before.
  let isPartitive: Bool
  /// "another official": somebody who was not counted before.
  let isAnother: Bool
  /// "the two people", "both": points back.
  let isDefinite: Bool
  /// What the phrase says of the people before the head, in lower case ("harbour").
  let modifiers: Set<String>
  /// The head is "source", "person" and the like: it can stand for anybody.
  let isGeneric: Bool

  /// Nil when the phrase has no noun for people.
  init?(_ tokens: Range<Int>, _ galley: Galley) {
    let scanned = galley.scanned
    let lexis = galley.lexis
    var head: Int?
    var modifiers = Set<String>()
    var number: Int?
    var isPartitive = false
    var isAnother = false
    var isDefinite = false
    func isNoun(_ i: Int) -> Bool {
      scanned.has(i, lexis.role) || scanned.has(i, lexis.anonymousNoun) || scanned.has(i, lexis.confidential)
    }
    var i = tokens.lowerBound
    while i < tokens.upperBound {
      let isFirst = i == tokens.lowerBound
      if scanned.tokens.kind[i] == .punctuation, head != nil { break }
      if head == nil, !isFirst, scanned.has(i, lexis.preposition) {
        // "one of the three": what follows counts the whole.
        isPartitive = true
        i += 1
        continue
      }
      if head != nil, scanned.has(i, lexis.preposition) || scanned.has(i, lexis.relative) { break }
      if scanned.has(i, lexis.another) { isAnother = true }
      if scanned.has(i, lexis.definite) { isDefinite = true }
      if number == nil, !isPartitive, let n = galley.number(i) {
        number = n
      } else if isNoun(i) {
        head = i
      } else if !lexis.small.contains(where: { scanned.has(i, $0) }), scanned.tokens.kind[i] == .word, head == nil {
        modifiers.insert(galley.string(i..<i + 1).lowercased())
      } else if head != nil, scanned.entryEnd(i, lexis.access, in: tokens) != nil {
        break
      }
      i += 1
    }
    guard let head else { return nil }
    let word = galley.string(head..<head + 1).lowercased()
    let form = scanned.tokens.form[head]
    let lemma =
      ["confidential-role", "anonymous-noun", "role"].lazy
      .compactMap { galley.rulebook.lemma(form, in: $0) }.first ?? word
    self.tokens = tokens
    self.head = head
    self.lemma = lemma
    self.number = number
    self.isPartitive = isPartitive
    self.isAnother = isAnother
    self.isDefinite = isDefinite
    self.modifiers = modifiers
    isPlural = number.map { $0 > 1 } ?? (lemma != word)
    isGeneric = scanned.has(head, lexis.anonymousNoun)
  }
}

extension Galley {
  /// The number of people that a token gives: digits, or a word of the lexicon `people-count`.
  func number(_ i: Int) -> Int? {
    if scanned.tokens.kind[i] == .number {
      guard let n = Int(string(i..<i + 1)), n > 0, n < 1000 else { return nil }
      return n
    }
    for (predicate, value) in lexis.counts where scanned.has(i, predicate) { return value }
    return nil
  }

  /// The phrases by which the body names a voice, in the order of the text.
  func phrases(of voice: Voice) -> [SourcePhrase] {
    voice.statements.compactMap { statements[$0].source }.compactMap { SourcePhrase($0, self) }
  }

  /// A source phrase for use in a sentence: without what follows its first comma.
  func name(_ phrase: Range<Int>) -> String {
    let end = phrase.first { $0 > phrase.lowerBound && scanned.tokens.kind[$0] == .punctuation } ?? phrase.upperBound
    return string(phrase.lowerBound..<end)
  }

  /// `three Moscow-based sources` at the head of a sentence.
  func sentenceCase(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}
