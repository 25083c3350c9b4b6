import HearsayRules
import HearsayText

/// The syntactic categories that the light syntax tells words by, each the union of some lexicon classes.
///
/// A word may have several ("report" is a verb and a noun); the order of the tests in the phrase code decides.
struct WordKinds: OptionSet, Sendable {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }

  static let article = WordKinds(rawValue: 1 << 0)
  static let demonstrative = WordKinds(rawValue: 1 << 1)
  static let possessive = WordKinds(rawValue: 1 << 2)
  static let quantity = WordKinds(rawValue: 1 << 3)
  static let subjectPronoun = WordKinds(rawValue: 1 << 4)
  static let relative = WordKinds(rawValue: 1 << 5)
  static let indefinite = WordKinds(rawValue: 1 << 6)
  static let objectPronoun = WordKinds(rawValue: 1 << 7)
  static let reflexive = WordKinds(rawValue: 1 << 8)
  static let preposition = WordKinds(rawValue: 1 << 9)
  static let of = WordKinds(rawValue: 1 << 10)
  static let coordinating = WordKinds(rawValue: 1 << 11)
  static let subordinating = WordKinds(rawValue: 1 << 12)
  static let be = WordKinds(rawValue: 1 << 13)
  static let have = WordKinds(rawValue: 1 << 14)
  static let `do` = WordKinds(rawValue: 1 << 15)
  static let modal = WordKinds(rawValue: 1 << 16)
  static let negation = WordKinds(rawValue: 1 << 17)
  static let adverb = WordKinds(rawValue: 1 << 18)
  /// Almost always a verb.
  static let plainVerb = WordKinds(rawValue: 1 << 19)
  /// A verb that is a noun as well.
  static let nounVerb = WordKinds(rawValue: 1 << 20)
  /// In one of the lexicons of attributing verbs.
  static let cueVerb = WordKinds(rawValue: 1 << 21)
  static let time = WordKinds(rawValue: 1 << 22)
  static let number = WordKinds(rawValue: 1 << 23)
  static let role = WordKinds(rawValue: 1 << 24)
  static let organisation = WordKinds(rawValue: 1 << 25)
  static let honorific = WordKinds(rawValue: 1 << 26)
  static let state = WordKinds(rawValue: 1 << 27)
  static let anonymousNoun = WordKinds(rawValue: 1 << 28)
  static let firstName = WordKinds(rawValue: 1 << 29)
  static let to = WordKinds(rawValue: 1 << 30)
  static let that = WordKinds(rawValue: 1 << 31)
  static let comma = WordKinds(rawValue: 1 << 32)
  static let reportNoun = WordKinds(rawValue: 1 << 33)
  static let outletNoun = WordKinds(rawValue: 1 << 34)
  static let document = WordKinds(rawValue: 1 << 35)
  static let claimNoun = WordKinds(rawValue: 1 << 36)
  static let vagueSource = WordKinds(rawValue: 1 << 37)
  static let platform = WordKinds(rawValue: 1 << 38)
  static let hedge = WordKinds(rawValue: 1 << 39)
  static let andWord = WordKinds(rawValue: 1 << 40)
  /// A verb whose content is what somebody says (the `say` lexicon).
  static let sayVerb = WordKinds(rawValue: 1 << 41)
  static let anonymousMarker = WordKinds(rawValue: 1 << 42)
  /// Told from the characters, not from a lexicon.
  static let name = WordKinds(rawValue: 1 << 43)
  static let edForm = WordKinds(rawValue: 1 << 44)
  static let ingForm = WordKinds(rawValue: 1 << 45)
  static let punctuation = WordKinds(rawValue: 1 << 46)
  static let quoteMark = WordKinds(rawValue: 1 << 47)
  static let dash = WordKinds(rawValue: 1 << 48)
  static let colon = WordKinds(rawValue: 1 << 49)
  static let semicolon = WordKinds(rawValue: 1 << 50)
  static let stop = WordKinds(rawValue: 1 << 51)
  static let possessiveMark = WordKinds(rawValue: 1 << 52)
  static let open = WordKinds(rawValue: 1 << 53)
  static let close = WordKinds(rawValue: 1 << 54)
  static let digits = WordKinds(rawValue: 1 << 55)
  /// "von", "bin", "al": inside a name.
  static let particle = WordKinds(rawValue: 1 << 56)
  /// "familiar", "close": adjectives that stand behind their noun.
  static let adjectiveBehind = WordKinds(rawValue: 1 << 57)
  /// A plural noun that has no -s.
  static let plural = WordKinds(rawValue: 1 << 58)
  /// A past form that no ending gives away ("went", "took").
  static let irregularPast = WordKinds(rawValue: 1 << 59)

  /// "but", "while", "which": turns from what somebody says to what the outlet adds.
  static let turn = WordKinds(rawValue: 1 << 60)

  /// "where", "when": with a noun before it, a relative pronoun of place or time.
  static let place = WordKinds(rawValue: 1 << 61)

  /// A form that is a participle only: "taken", "seen".
  static let participle = WordKinds(rawValue: 1 << 62)

  static let auxiliary: WordKinds = [.be, .have, .do, .modal]
  static let determiner: WordKinds = [.article, .demonstrative, .possessive, .quantity]
  static let pronoun: WordKinds = [.subjectPronoun, .relative, .indefinite]
  /// Words that a capital doesn't turn into names.
  static let closedClass: WordKinds = [
    .article, .demonstrative, .possessive, .quantity, .subjectPronoun, .relative, .indefinite, .objectPronoun,
    .preposition, .coordinating, .subordinating, .be, .have, .do, .modal, .negation, .to, .that,
  ]
  /// Words that stand between clauses and never inside a noun phrase.
  static let clauseBorder: WordKinds = [.coordinating, .subordinating, .that]
}

/// The word kinds of every form class of one rulebook, worked out once.
struct WordKindTable: Sendable {
  private let byClass: [WordKinds]
  private let organisation: Predicate?

  init(_ rulebook: Rulebook) {
    var table = [WordKinds](repeating: [], count: rulebook.wordClassCount)
    func add(_ kind: WordKinds, _ lexicon: String, _ classes: String?...) {
      for name in classes.isEmpty ? [nil] : classes {
        guard let p = rulebook.predicate(lexicon, name) else { continue }
        for c in rulebook.wordClasses(with: p) { table[c].insert(kind) }
      }
    }
    add(.article, "determiner", "article")
    add(.demonstrative, "determiner", "demonstrative")
    add(.possessive, "determiner", "possessive")
    add(.quantity, "determiner", "quantity")
    for name in ["he", "she", "it", "they", "i", "we", "you"] { add(.subjectPronoun, "pronoun", name) }
    add(.relative, "pronoun", "who")
    add(.indefinite, "pronoun", "indefinite")
    add(.objectPronoun, "pronoun", "object")
    add(.reflexive, "pronoun", "reflexive")
    add(.preposition, "preposition")
    add(.coordinating, "conjunction", "coordinating")
    add(.subordinating, "conjunction", "subordinating")
    add(.be, "aux", "be", "be-neg")
    add(.have, "aux", "have", "have-neg")
    add(.do, "aux", "do", "do-neg")
    add(.modal, "aux", "modal", "modal-neg")
    add(.negation, "aux", "neg")
    add(.adverb, "adverb")
    add(.plainVerb, "verb", "plain")
    add(.nounVerb, "verb", "noun-too")
    for name in ["say", "think", "want", "urge", "judge", "show", "seem"] { add(.cueVerb, name) }
    add(.sayVerb, "say")
    add(.time, "when")
    add(.number, "number-word")
    add(.role, "role")
    add(.organisation, "org-noun")
    add(.honorific, "title")
    add(.state, "place-state")
    add(.anonymousNoun, "anonymous-noun")
    add(.anonymousMarker, "anonymous-marker")
    add(.firstName, "first-name")
    add(.reportNoun, "report-noun")
    add(.outletNoun, "outlet-noun")
    add(.document, "document")
    add(.claimNoun, "claim-noun")
    add(.vagueSource, "vague-source")
    add(.platform, "platform")
    add(.hedge, "hedge")
    add(.particle, "function-word", "particle")
    add(.adjectiveBehind, "function-word", "behind")
    add(.of, "function-word", "of")
    add(.to, "function-word", "to")
    add(.that, "function-word", "that")
    add(.andWord, "function-word", "and")
    add(.plural, "plural")
    add(.turn, "function-word", "turn")
    add(.place, "function-word", "place")
    add(.irregularPast, "irregular", "past", "both")
    add(.participle, "irregular", "participle")
    byClass = table
    organisation = rulebook.predicate("org-noun")
  }

  /// The kinds of every token: those of its form, narrowed by how it is written.
  ///
  /// A capital inside a sentence makes a name of a word that could be a verb or an adverb ("Will", "Mark").
  func kinds(_ scanned: ScannedText) -> [WordKinds] {
    let tokens = scanned.tokens
    var out = [WordKinds](repeating: [], count: tokens.count)
    var titles = TitleLines(scanned)
    for i in 0..<tokens.count {
      let flags = tokens.flags[i]
      switch tokens.kind[i] {
      case .word, .handle:
        var k = byClass[scanned.wordClass(i)]
        if flags.contains(.capitalised) {
          if titles.contains(i), !k.isDisjoint(with: WordKinds.verb), k.isDisjoint(with: .firstName) {
            // Each word of a headline has its capital: "Mayor Says Pier Is Safe".
            out[i] = k
            if flags.contains(.endsEd) { out[i].insert(.edForm) }
            if flags.contains(.endsIng) { out[i].insert(.ingForm) }
            continue
          }
          if !flags.contains(.sentenceStart) {
            k.subtract([.plainVerb, .nounVerb, .cueVerb, .sayVerb, .adverb, .modal, .hedge])
          }
          // "US officials" in a line that isn't all in capitals: a state, and no pronoun.
          if k.contains([.state, .objectPronoun]), flags.contains(.allCaps), !Self.isShouted(i, tokens) {
            k.remove(.objectPronoun)
          }
          if k.isDisjoint(with: WordKinds.closedClass) { k.insert(.name) }
        } else {
          // "family", "ally" and "assembly" end so too.
          if flags.contains(.endsLy), k.isDisjoint(with: [.plainVerb, .nounVerb, .time, .organisation, .role]) {
            k.insert(.adverb)
          }
          k.remove(.firstName)
        }
        if flags.contains(.endsEd) { k.insert(.edForm) }
        if flags.contains(.endsIng) { k.insert(.ingForm) }
        out[i] = k
      case .number: out[i] = [.digits, .number]
      case .url, .currency, .symbol: out[i] = []
      case .possessive: out[i] = .possessiveMark
      case .quotationMark: out[i] = [.quoteMark, .punctuation]
      case .dash: out[i] = [.dash, .punctuation]
      case .punctuation:
        var k: WordKinds = .punctuation
        switch scanned.text.bytes[Int(tokens.start[i])] {
        case UInt8(ascii: ","): k.insert(.comma)
        case UInt8(ascii: ";"): k.insert(.semicolon)
        case UInt8(ascii: ":"): k.insert(.colon)
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xE2: k.insert(.stop)
        case UInt8(ascii: "("), UInt8(ascii: "["): k.insert(.open)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): k.insert(.close)
        default: break
        }
        out[i] = k
      }
    }
    // "think tank": the first of two words for a body is no verb.
    if let organisation {
      for hit in scanned.hits where hit.end - hit.start == 2 && scanned.has(hit, organisation) {
        out[hit.start].subtract([.plainVerb, .cueVerb, .sayVerb, .nounVerb])
      }
    }
    return out
  }

  /// Whether the word before or behind stands in capitals as well: the line may, and then they tell nothing.
  private static func isShouted(_ i: Int, _ tokens: Tokens) -> Bool {
    (i > 0 && tokens.flags[i - 1].contains(.allCaps))
      || (i + 1 < tokens.count && tokens.flags[i + 1].contains(.allCaps))
  }
}

/// The lines in which nearly all words begin with a capital, so that a capital tells nothing. Asked in ascending order.
struct TitleLines {
  private let scanned: ScannedText
  private var next = 0
  private var line = 0..<0
  private var isTitle = false

  init(_ scanned: ScannedText) { self.scanned = scanned }

  mutating func contains(_ i: Int) -> Bool {
    let sentences = scanned.sentences.outer
    while i >= line.upperBound, next < sentences.count {
      line = sentences[next].tokens
      next += 1
      if i < line.upperBound { isTitle = Self.isTitle(line, scanned) }
    }
    return isTitle && line.contains(i)
  }

  /// Four of five of its longer words, and few words in all.
  private static func isTitle(_ line: Range<Int>, _ scanned: ScannedText) -> Bool {
    guard line.count >= 4, line.count <= 24 else { return false }
    var long = 0
    var capitalised = 0
    for i in line where scanned.tokens.kind[i] == .word && scanned.tokens.span(i).count > 3 {
      long += 1
      if scanned.tokens.flags[i].contains(.capitalised) { capitalised += 1 }
    }
    return long >= 4 && capitalised * 5 >= long * 4
  }
}

extension WordKinds {
  static let verb: WordKinds = [.cueVerb, .sayVerb, .be, .have, .do, .modal]
}
