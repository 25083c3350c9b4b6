import HearsayText

/// Builds a `LexiconIndex` from lexicons and outlets.
///
/// Three steps, because patterns stand between: entries become rows; patterns are resolved and add their own words;
/// the words that patterns are anchored on get rows of their own, and all is frozen.
struct LexiconIndexBuilder {
  var reader: FormReader
  let predicates: PredicateNames
  private(set) var rowTable: RowTable
  private var rows: [UInt32] = []
  /// By form.
  private var beginsPhrase: [Bool] = []
  private var phrases = PhraseAutomaton.Builder()
  /// By predicate of a lexicon: see `LexiconIndex.lemmas`.
  private var lemmas: [[UInt64]]
  private let language: LanguageSettings
  /// By predicate: whether an entry of it has several words.
  private(set) var hasPhrases: [Bool]
  /// By predicate: the estimates for its entries of one word, summed up.
  private(set) var frequencySums: [Double]

  init(_ set: RuleSet, language: LanguageSettings) {
    self.language = language
    reader = FormReader(language: language)
    predicates = PredicateNames(set.lexicons)
    rowTable = RowTable(predicateCount: predicates.all.count)
    hasPhrases = [Bool](repeating: false, count: predicates.all.count)
    lemmas = [[UInt64]](repeating: [], count: predicates.all.count)
    frequencySums = [Double](repeating: 0, count: predicates.all.count)
    read(set)
  }

  private mutating func read(_ set: RuleSet) {
    // The texts are numbered in the order of `add`, so a second walk in the same order meets its own numbers.
    var aliases: [(outlet: Int, text: Int)] = []
    for lexicon in set.lexicons {
      for one in lexicon.classes {
        one.location.file.bytes.withUnsafeBufferPointer { bytes in
          for form in one.forms {
            _ = reader.add(UnsafeBufferPointer(rebasing: bytes[Int(form.start)..<Int(form.end)]))
          }
        }
      }
    }
    for (index, outlet) in set.outlets.enumerated() {
      for alias in outlet.names {
        var text = alias.text
        aliases.append((index, text.withUTF8 { reader.add($0) }))
      }
    }
    reader.finish()
    growRows()

    var text = 0
    for lexicon in set.lexicons {
      guard let whole = predicates.predicate(lexicon.name, nil) else { continue }
      for one in lexicon.classes {
        let part = predicates.predicate(lexicon.name, one.name)
        for entry in one.entries {
          add(entry, firstText: text, whole, part)
        }
        text += one.forms.count
      }
    }
    for alias in aliases { addPhrase(reader.pieces(of: alias.text), nil, nil, outlet: Int32(alias.outlet)) }
    for lexicon in lemmas.indices { lemmas[lexicon].sort() }
  }

  private mutating func add(_ entry: LexiconEntry, firstText: Int, _ whole: Predicate, _ part: Predicate?) {
    var lemma: Form?
    for form in entry.forms {
      let pieces = reader.pieces(of: firstText + form)
      guard let first = pieces.first else { continue }
      if pieces.count == 1 {
        if let lemma { lemmas[Int(whole.index)].append(UInt64(first.form) << 32 | UInt64(lemma)) }
        if lemma == nil, form == entry.forms.lowerBound {
          lemma = first.form
          lemmas[Int(whole.index)].append(UInt64(first.form) << 32 | UInt64(first.form))
        }
        addWord(first, whole, part)
      } else {
        hasPhrases[Int(whole.index)] = true
        if let part { hasPhrases[Int(part.index)] = true }
        addPhrase(pieces, whole, part)
      }
    }
  }

  private mutating func addWord(_ piece: FormReader.Piece, _ whole: Predicate, _ part: Predicate?) {
    frequencySums[Int(whole.index)] += reader.frequencies[Int(piece.form)]
    if let part { frequencySums[Int(part.index)] += reader.frequencies[Int(piece.form)] }
    let base = Int(piece.form) * 4
    // The states of `LexiconIndex.rows`: 1 is capitalised, 2 and 3 are all in capitals.
    let states = piece.isAllCaps ? 2..<4 : piece.isCapitalised ? 1..<2 : 0..<4
    for state in states {
      if state > states.lowerBound, rows[base + state] == rows[base + state - 1] {
        continue
      }
      let old = rows[base + state]
      var new = rowTable.row(old, adding: whole)
      if let part { new = rowTable.row(new, adding: part) }
      // States that had the same row go on having one.
      for other in state..<states.upperBound where rows[base + other] == old { rows[base + other] = new }
    }
  }

  private mutating func addPhrase(
    _ pieces: ArraySlice<FormReader.Piece>, _ whole: Predicate?, _ part: Predicate?, outlet: Int32 = -1
  ) {
    guard let first = pieces.first else { return }
    var capitals: UInt32 = 0
    for (i, piece) in pieces.prefix(32).enumerated() where piece.isCapitalised { capitals |= 1 << UInt32(i) }
    var casing = PhraseAutomaton.Casing.any
    if pieces.count == 1 {
      if first.isAllCaps {
        casing = .allCaps
      } else if first.isCapitalised {
        casing = .notAllCaps
      }
    } else if capitals.nonzeroBitCount > 1 {
      capitals &= ~1
    }
    let state = phrases.state(of: pieces.lazy.map(\.form))
    phrases.update(
      PhraseAutomaton.Entry(
        row: 0, outlet: outlet, length: Int32(pieces.count), capitals: capitals, casing: casing), at: state)
    if let whole { phrases.lastRow = rowTable.row(phrases.lastRow, adding: whole) }
    if let part { phrases.lastRow = rowTable.row(phrases.lastRow, adding: part) }
    beginsPhrase[Int(first.form)] = true
  }

  private mutating func growRows() {
    let missing = reader.builder.count * 4 - rows.count
    guard missing > 0 else { return }
    rows += [UInt32](repeating: 0, count: missing)
    beginsPhrase += [Bool](repeating: false, count: missing / 4)
  }

  /// Freezes the index; `anchors` are the forms that patterns are looked up by.
  mutating func finish(anchors: [Form]) -> LexiconIndex {
    growRows()
    for form in anchors {
      for state in 0..<4 {
        rows[Int(form) * 4 + state] = rowTable.row(rows[Int(form) * 4 + state], of: form)
      }
    }
    var marked = rows
    for form in beginsPhrase.indices where beginsPhrase[form] {
      for state in 0..<4 { marked[form * 4 + state] |= LexiconIndex.beginsPhrase }
    }
    return LexiconIndex(
      reader.builder.freeze(), language, rows: marked,
      sets: PredicateSets(bits: rowTable.bits, stride: rowTable.stride), automaton: phrases.freeze(),
      predicates: predicates, lemmas: lemmas)
  }

  /// How often an element begins a match: what anchors are chosen by.
  func frequency(of node: PatternNode) -> Double {
    switch node {
    case .word(let forms): forms.reduce(0) { $0 + reader.frequencies[Int($1)] }
    case .lexicon(let predicate, _), .verb(let predicate, _, _):
      FrequencyEstimate.frequency(ofLexicon: frequencySums[Int(predicate.index)])
    case .start, .end: FrequencyEstimate.edge
    case .type, .choice, .optional, .gap: FrequencyEstimate.type
    }
  }

  /// How often a need is met, as a share of tokens.
  func frequency(of need: Need) -> Double {
    let words = frequency(of: .word(need.forms))
    let entries = need.predicates.reduce(0) {
      $0 + FrequencyEstimate.frequency(ofLexicon: frequencySums[Int($1)])
    }
    return words + entries + (need.isQuote ? FrequencyEstimate.quotationMark : 0)
  }

  /// The rows that a form can have, each once.
  func rows(of form: Form) -> [Int] {
    var found: [Int] = []
    for state in 0..<4 {
      let row = Int(rows[Int(form) * 4 + state])
      if !found.contains(row) { found.append(row) }
    }
    return found
  }
}

extension OutletDefinition {
  /// All that texts call the outlet: its aliases, and its name where they don't hold it.
  var names: [Alias] {
    aliases.contains { $0.text == name } ? aliases : [Alias(text: name, location: location)] + aliases
  }
}
