import HearsayText

/// What a rulebook says of words: the vocabulary, the row of predicates of each form, and the automaton for phrases.
struct LexiconIndex: Sendable {
  var vocabulary: Vocabulary
  var tokenizer: Tokenizer
  var splitter: SentenceSplitter
  var quotationMarks: QuotationMarks
  /// Four rows a form, by how the token is written: small, capitalised, and (twice) all in capitals; the upper bit is
  /// set in all four when phrases begin with the form.
  var rows: [UInt32]
  var sets: PredicateSets
  var automaton: PhraseAutomaton
  var predicates: PredicateNames
  /// By predicate, for lexicons: the form of each entry of one word and that of its lemma (`form << 32 | lemma`),
  /// ascending.
  var lemmas: [[UInt64]]

  static let beginsPhrase: UInt32 = 1 << 31

  init(
    _ vocabulary: Vocabulary, _ language: LanguageSettings, rows: [UInt32], sets: PredicateSets,
    automaton: PhraseAutomaton, predicates: PredicateNames, lemmas: [[UInt64]]
  ) {
    self.vocabulary = vocabulary
    tokenizer = Tokenizer(vocabulary: vocabulary, language: language)
    splitter = SentenceSplitter(language)
    quotationMarks = QuotationMarks(language)
    self.rows = rows
    self.sets = sets
    self.automaton = automaton
    self.predicates = predicates
    self.lemmas = lemmas
  }

  /// Looks up all tokens of `scanned`; `blocks` are the token ranges that phrases don't go across.
  ///
  /// A token costs one load when no phrase begins with it and none is under way.
  func scan(_ scanned: inout ScannedText, blocks: [Range<Int>]) {
    scanned.hits.removeAll(keepingCapacity: true)
    scanned.hitsByEnd.removeAll(keepingCapacity: true)
    let (forms, flags) = (scanned.tokens.form, scanned.tokens.flags)
    scanned.marks = [UInt32](unsafeUninitializedCapacity: forms.count) { marks, count in
      forms.withUnsafeBufferPointer { forms in
        flags.withUnsafeBufferPointer { flags in
          rows.withUnsafeBufferPointer { rows in
            marks.initialize(repeating: 0)
            for block in blocks { scan(block.clamped(to: forms.indices), forms, flags, rows, &marks, &scanned) }
          }
        }
      }
      count = forms.count
    }
    for hit in scanned.hits {
      scanned.marks[hit.start] |= ScannedText.hitStarts
      scanned.marks[hit.end - 1] |= ScannedText.hitEnds
    }
  }

  private func scan(
    _ block: Range<Int>, _ forms: UnsafeBufferPointer<Form>, _ flags: UnsafeBufferPointer<TokenFlags>,
    _ rows: UnsafeBufferPointer<UInt32>, _ marks: inout UnsafeMutableBufferPointer<UInt32>, _ scanned: inout ScannedText
  ) {
    var state: UInt32 = 0
    for i in block {
      let form = forms[i]
      guard form.isKnown else {
        state = 0
        continue
      }
      let row = rows[Int(form) &* 4 &+ Int(flags[i].rawValue & 3)]
      marks[i] = row & ~Self.beginsPhrase
      let begins = row & Self.beginsPhrase != 0
      if state == 0, !begins { continue }
      state = automaton.step(state, form, begins: begins)
      if state != 0 { addEntries(at: state, endingWith: i, to: &scanned) }
    }
  }

  @inline(__always)
  private func addEntries(at state: UInt32, endingWith i: Int, to scanned: inout ScannedText) {
    automaton.forEachEntry(at: state) { entry in
      let start = i &+ 1 &- Int(entry.length)
      guard Self.fits(entry, at: start, scanned.tokens) else { return }
      scanned.append(
        PhraseHit(
          first: Int32(truncatingIfNeeded: start), last: Int32(truncatingIfNeeded: i &+ 1), set: entry.row,
          outletIndex: entry.outlet))
    }
  }

  /// Whether the tokens are written as the entry asks.
  private static func fits(_ entry: PhraseAutomaton.Entry, at start: Int, _ tokens: Tokens) -> Bool {
    switch entry.casing {
    case .any: break
    case .notAllCaps: if tokens.flags[start].contains(.allCaps) { return false }
    case .allCaps: if !tokens.flags[start].contains(.allCaps) { return false }
    }
    var left = entry.capitals
    while left != 0 {
      if !tokens.flags[start &+ left.trailingZeroBitCount].contains(.capitalised) { return false }
      left &= left &- 1
    }
    return true
  }
}

extension ScannedText {
  /// Adds a hit that ends with the token scanned last, keeping both orders; marks are set when all are there.
  mutating func append(_ hit: PhraseHit) {
    hitsByEnd.append(hit)
    var place = hits.count
    while place > 0,
      hits[place - 1].start > hit.start
        || (hits[place - 1].start == hit.start && hits[place - 1].end < hit.end)
    {
      place -= 1
    }
    hits.insert(hit, at: place)
  }
}

/// The names of predicates: lexicons and their classes.
struct PredicateNames: Sendable {
  /// By predicate.
  private(set) var all: [(lexicon: String, className: String?)] = []
  private var byName: [String: UInt16] = [:]
  /// The classes of each lexicon, in the order of the files.
  private(set) var classes: [String: [ClassPredicate]] = [:]

  init(_ lexicons: [LexiconDefinition]) {
    for lexicon in lexicons {
      _ = add(lexicon.name, nil)
      for one in lexicon.classes {
        if let new = add(lexicon.name, one.name) {
          classes[lexicon.name, default: []].append(ClassPredicate(name: one.name, predicate: new))
        }
      }
    }
  }

  func predicate(_ lexicon: String, _ className: String?) -> Predicate? {
    byName[Self.key(lexicon, className)].map { Predicate(index: $0) }
  }

  /// The classes of a name in all lexicons.
  func predicates(ofClassesNamed name: String) -> [Predicate] {
    all.indices.filter { all[$0].className == name }.map { Predicate(index: UInt16($0)) }
  }

  /// The predicate when it is new.
  private mutating func add(_ lexicon: String, _ className: String?) -> Predicate? {
    let key = Self.key(lexicon, className)
    guard byName[key] == nil, let index = UInt16(exactly: all.count) else { return nil }
    byName[key] = index
    all.append((lexicon, className))
    return Predicate(index: index)
  }

  private static func key(_ lexicon: String, _ className: String?) -> String {
    className.map { "\(lexicon).\($0)" } ?? lexicon
  }
}
