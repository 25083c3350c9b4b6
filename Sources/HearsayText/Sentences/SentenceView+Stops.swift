/// The decision at a stop.
extension SentenceView {
  /// A run of stops with the marks and brackets that close behind it.
  private struct StopRun {
    let first: Int
    var kind: StopKind
    /// The first token behind it.
    var next: Int
    /// How many question and exclamation marks are in it.
    var marks = 0
    var dots = 1
    var closesQuotation = false
    var closesBracket = false

    var isClosed: Bool { closesQuotation || closesBracket }
  }

  /// Whether a sentence ends with the token at `i`. A run of stops is decided once, so that it costs what it is long.
  func decide(at i: Int, sentenceStart: Int) -> Decision {
    guard let kind = stopKind(i) ?? brokenOff(i) else { return .goesOn(i + 1) }
    var run = StopRun(first: i, kind: kind, next: i + 1)
    if case .strong = kind { run.marks = 1 }
    extend(&run)
    guard run.next < block.upperBound else { return .ends(next: run.next) }
    return ends(run, sentenceStart: sentenceStart) ? .ends(next: run.next) : .goesOn(run.next)
  }

  private func extend(_ run: inout StopRun) {
    var k = run.next
    while k < block.upperBound {
      if tokens.kind[k] == .punctuation, let more = stopKind(k) {
        switch (run.kind, more) {
        case (_, .strong):
          run.kind = more
          run.marks += 1
        case (.abbreviation, _): run.kind = more
        default: break
        }
        if case .full = more { run.dots += 1 }
      } else if tokens.kind[k] == .quotationMark, closes(k) {
        run.closesQuotation = true
      } else if isClosingBracket(k) {
        run.closesBracket = true
      } else {
        break
      }
      k += 1
    }
    // Three stops with spaces between them are an ellipsis too.
    if case .full = run.kind, run.dots >= 3 { run.kind = .ellipsis }
    run.next = behindFace(behindNotes(k, stop: run.first))
  }

  /// Whether a mark closes a quotation, be it one whose opening mark is missing.
  private func closes(_ i: Int) -> Bool {
    if tokens.flags[i].contains(.closes) { return true }
    return !tokens.flags[i].contains(.opens) && !hasSpaceBefore(i) && hasSpaceBefore(i + 1)
  }

  private func ends(_ run: StopRun, sentenceStart: Int) -> Bool {
    let next = run.next
    let word = firstWord(next)
    guard word < block.upperBound else { return hasSpaceBefore(next) }
    if startsWithComma(next) { return false }
    let isCapital = isCapitalised(word)
    if !hasSpaceBefore(next) {
      // world.Today: a space is missing.
      guard isCapital, tokens.kind[next] == .word, tokens.kind[run.first] == .punctuation, isLong(run.first - 1),
        isLong(next)
      else { return false }
    }
    let isNumber = tokens.kind[word] == .number || tokens.kind[word] == .currency
    switch run.kind {
    case .full:
      if isOrdinal(run) { return isCapital && (next != word || isStarter(word)) }
      if isCapital || isNumber || !isLowerWord(word) { return true }
      if tables.spelling.contains(.capitalStarts), !tokens.flags[next].contains(.newlineBefore) { return false }
      // "It is great." she said. Else a small letter tells of a careless writer, not of a sentence that goes on.
      return !(run.isClosed || isSmallNumber(run.first - 1))
    case .strong:
      if isCapital { return true }
      // Who writes two marks writes a new sentence behind them, in small letters even.
      return !run.isClosed && next == word && (run.marks > 1 || roles(word).contains(.casualStarter))
    case .ellipsis:
      return isCapital ? !roles(word).contains(.alwaysCapital) : isNumber && !run.isClosed
    case .abbreviation(let kind):
      if run.first == sentenceStart || firstByte(next) == UInt8(ascii: "(") { return false }
      switch kind {
      case .title, .never, .number: return false
      case .end: return isCapital
      case .letter:
        let before = run.first - 1
        return isCapital && before >= block.lowerBound
          && (isStarter(word) || isLowerWord(before) || namesThing(run.first, next: word))
      case .time: return isCapital && run.first - sentenceStart > 3
      case .date, .company, .place, nil: return isStarter(word)
      }
    }
  }

  /// How far back a name is looked for.
  private static let memory = 2_000

  /// Whether a letter behind a comma names a thing and the next word begins a sentence: "the platform, X. | Marl said".
  ///
  /// A person with that initial would be followed by the comma or stop that closes the apposition, and whoever bears the
  /// surname hasn't come in under another first name.
  private func namesThing(_ letter: Int, next word: Int) -> Bool {
    let comma = letter - 1
    guard comma > block.lowerBound, firstByte(comma) == UInt8(ascii: ","), tokens.kind[comma - 1] == .word,
      !isCapitalised(comma - 1), word == letter + 1, word + 1 < block.upperBound, tokens.kind[word + 1] == .word,
      !isCapitalised(word + 1)
    else { return false }
    let name = bytes[Int(tokens.start[word])..<Int(tokens.end[word])]
    var isKnown = false
    for k in max(1, letter - Self.memory)..<letter where tokens.end[k] - tokens.start[k] == UInt32(name.count) {
      guard tokens.kind[k] == .word, tokens.flags[k - 1].contains(.capitalised),
        bytes[Int(tokens.start[k])..<Int(tokens.end[k])].elementsEqual(name)
      else { continue }
      if firstByte(k - 1) == firstByte(letter) { return false }
      if tokens.kind[k - 1] == .word, tokens.end[k - 1] - tokens.start[k - 1] > 2 { isKnown = true }
    }
    return isKnown
  }

  /// A dash before a closing mark: words that were broken off.
  private func brokenOff(_ i: Int) -> StopKind? {
    guard tokens.kind[i] == .dash, i + 1 < block.upperBound, !hasSpaceBefore(i + 1) else { return nil }
    return tokens.flags[i + 1].contains(.closes) ? .strong : nil
  }

  /// Skips a face made of signs, which belongs to the sentence before it :-)
  private func behindFace(_ from: Int) -> Int {
    guard from + 1 < block.upperBound, tokens.kind[from] != .word else { return from }
    let eyes = firstByte(from)
    guard eyes == UInt8(ascii: ":") || eyes == UInt8(ascii: ";") || eyes == UInt8(ascii: "=") else { return from }
    var k = from + 1
    if firstByte(k) == UInt8(ascii: "-"), !hasSpaceBefore(k), k + 1 < block.upperBound { k += 1 }
    let mouths: [UInt8] = [0x28, 0x29, 0x5B, 0x5D, 0x44, 0x50, 0x70, 0x2F, 0x7C, 0x2A]
    guard mouths.contains(firstByte(k)), !hasSpaceBefore(k), tokens.end[k] - tokens.start[k] == 1 else { return from }
    return hasSpaceBefore(k + 1) ? k + 1 : from
  }

  /// Skips note numbers set directly behind the stop: consultation.11 12 Then …
  private func behindNotes(_ from: Int, stop: Int) -> Int {
    var k = from
    guard k < block.upperBound, !hasSpaceBefore(k) else { return k }
    if firstByte(k) == UInt8(ascii: "[") {
      while k + 2 < block.upperBound, firstByte(k) == UInt8(ascii: "["), !hasSpaceBefore(k),
        tokens.kind[k + 1] == .number,
        firstByte(k + 2) == UInt8(ascii: "]")
      {
        k += 3
      }
      return k
    }
    guard stop + 1 == k, tokens.kind[k] == .number else { return k }
    while k < block.upperBound, tokens.kind[k] == .number { k += 1 }
    return k < block.upperBound && isCapitalised(k) ? k : from
  }

  /// Whether a token is more than one byte: Y!J. has no sentence in it.
  private func isLong(_ i: Int) -> Bool { i >= block.lowerBound && tokens.end[i] - tokens.start[i] > 1 }

  private func startsWithComma(_ i: Int) -> Bool {
    guard tokens.kind[i] == .punctuation else { return false }
    switch firstByte(i) {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
    default: return false
    }
  }

  /// A number as it stands in "for 1. above".
  private func isSmallNumber(_ i: Int) -> Bool {
    i >= block.lowerBound && tokens.kind[i] == .number && tokens.end[i] - tokens.start[i] <= 2
  }

  /// Whether a full stop makes an ordinal of the number before it: 12. Juni, Karl V. von Steen.
  private func isOrdinal(_ run: StopRun) -> Bool {
    let number = run.first - 1
    guard tables.spelling.contains(.ordinalStops), !run.isClosed, run.dots == 1, number >= block.lowerBound,
      !hasSpaceBefore(run.first)
    else { return false }
    let text = bytes[Int(tokens.start[number])..<Int(tokens.end[number])]
    guard tokens.kind[number] == .number else {
      return text.count <= 6 && text.allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
    }
    // No day, place or century has four figures, but many a year has.
    return text.count <= 3 && text.allSatisfy { $0 &- 0x30 < 10 }
  }

  private func isLowerWord(_ i: Int) -> Bool {
    tokens.kind[i] == .word || tokens.kind[i] == .possessive
  }
}
