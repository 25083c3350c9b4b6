/// The tokens of one block as the splitter reads them: questions about single tokens, and the decision at a stop.
///
/// It borrows the arrays as pointers, valid while `SentenceSplitter` lends them: a question about a token then costs a load,
/// and no array is retained for it.
struct SentenceView {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: TokenPointers
  let block: Range<Int>
  let tables: LanguageTables

  /// What a token is to the sentence.
  enum Decision {
    /// The sentence goes on; the next token to look at.
    case goesOn(Int)
    /// The sentence ends before a token.
    case ends(next: Int)
  }

  enum StopKind {
    case full, strong, ellipsis
    case abbreviation(LanguageSettings.AbbreviationClass?)
  }

  /// An ordinary word inside a line, which most tokens are: no border has to do with it.
  @inline(__always)
  func isPlain(_ i: Int) -> Bool {
    tokens.kind[i] == .word && tokens.flags[i].isDisjoint(with: [.abbreviation, .newlineBefore])
  }

  func firstByte(_ i: Int) -> UInt8 { bytes[Int(tokens.start[i])] }
  func hasSpaceBefore(_ i: Int) -> Bool { i >= block.upperBound || tokens.flags[i].contains(.spaceBefore) }
  func isCapitalised(_ i: Int) -> Bool { i < block.upperBound && tokens.flags[i].contains(.capitalised) }

  func roles(_ i: Int) -> LanguageTables.Roles {
    guard i < block.upperBound else { return [] }
    return tables.roles(of: bytes, Int(tokens.start[i])..<Int(tokens.end[i]))
  }

  /// A sign that stands before an item of a list: always • and its like, * and - at the start of a line.
  func isBullet(_ i: Int) -> Bool {
    guard i >= block.lowerBound, tokens.flags[i].contains(.spaceBefore) else { return false }
    switch tokens.kind[i] {
    case .symbol, .punctuation, .dash:
      switch ScalarReader.scalar(in: bytes, at: Int(tokens.start[i])).value {
      case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x25AA, 0x25CF, 0x25E6, 0x25A0, 0x2219: return true
      case 0x2A, 0x2D, 0x2013:
        return tokens.flags[i].contains(.newlineBefore) && i > block.lowerBound && hasSpaceBefore(i + 1)
      default: return false
      }
    default: return false
    }
  }

  /// A line drawn with signs: -----, ***, ____.
  func isDivider(_ i: Int) -> Bool {
    let length = tokens.end[i] - tokens.start[i]
    guard hasSpaceBefore(i), hasSpaceBefore(i + 1) else { return false }
    switch tokens.kind[i] {
    case .dash: return length >= 5 && firstByte(i) == UInt8(ascii: "-")
    case .symbol: return length >= 3 && firstByte(i) < 0x80
    default: return false
    }
  }

  /// Short lines without a single stop: a list without markers.
  var isBareList: Bool {
    var lineStart = block.lowerBound
    for i in block {
      if isPlain(i), i + 1 < block.upperBound, !tokens.flags[i + 1].contains(.newlineBefore) { continue }
      if let kind = stopKind(i) {
        guard case .abbreviation = kind else { return false }
      }
      if i + 1 == block.upperBound || tokens.flags[i + 1].contains(.newlineBefore) {
        if tokens.end[i] - tokens.start[lineStart] > 60 { return false }
        lineStart = i + 1
      }
    }
    return true
  }

  /// What kind of stop a token is; nil for one that never ends a sentence.
  func stopKind(_ i: Int) -> StopKind? {
    let flags = tokens.flags[i]
    if flags.contains(.abbreviation) {
      return .abbreviation(tables.abbreviation(in: bytes, Int(tokens.start[i])..<Int(tokens.end[i])))
    }
    guard tokens.kind[i] == .punctuation else { return nil }
    switch firstByte(i) {
    case UInt8(ascii: "."): return tokens.end[i] - tokens.start[i] > 1 ? ellipsis(i) : .full
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      // A mark before a word, as in !Kung, belongs to it.
      return tokens.flags[i].contains(.spaceBefore) && !hasSpaceBefore(i + 1) && tokens.kind[i + 1] == .word
        ? nil : .strong
    case 0xE2, 0xE3, 0xD8, 0xEF:
      switch ScalarReader.scalar(in: bytes, at: Int(tokens.start[i])).value {
      case 0x2026: return ellipsis(i)
      case 0x3002, 0xFF0E, 0x06D4: return .full
      case 0x203C, 0x203D, 0x2047...0x2049, 0x061F, 0xFF01, 0xFF1F: return .strong
      default: return nil
      }
    default: return nil
    }
  }

  /// Dots in brackets stand for words left out: [...].
  private func ellipsis(_ i: Int) -> StopKind? {
    guard i > block.lowerBound, i + 1 < block.upperBound, isClosingBracket(i + 1) else { return .ellipsis }
    let b = firstByte(i - 1)
    return b == UInt8(ascii: "[") || b == UInt8(ascii: "(") ? nil : .ellipsis
  }

  /// Whether a sentence ends with the token at `i`. A run of stops is decided once, so that it costs what it is long.
  func decide(at i: Int, sentenceStart: Int) -> Decision {
    guard var kind = stopKind(i) ?? brokenOff(i) else { return .goesOn(i + 1) }
    var k = i + 1
    var closesQuotation = false
    var closesBracket = false
    var dots = 1
    // Further stops and closing marks belong to the sentence.
    while k < block.upperBound {
      if let more = stopKind(k), tokens.kind[k] == .punctuation {
        if case .strong = more { kind = more } else if case .abbreviation = kind { kind = more }
        if case .full = more { dots += 1 }
      } else if tokens.kind[k] == .quotationMark, tokens.flags[k].contains(.closes) {
        closesQuotation = true
      } else if isClosingBracket(k) {
        closesBracket = true
      } else {
        break
      }
      k += 1
    }
    // Three stops with spaces between them are an ellipsis too.
    if case .full = kind, dots >= 3 { kind = .ellipsis }
    k = behindFace(behindNotes(k, stop: i))
    guard k < block.upperBound else { return .ends(next: k) }
    guard ends(kind, at: i, next: k, sentenceStart: sentenceStart, afterCloser: closesQuotation || closesBracket) else {
      return .goesOn(k)
    }
    return .ends(next: k)
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

  func isClosingBracket(_ i: Int) -> Bool {
    let b = firstByte(i)
    return b == UInt8(ascii: ")") || b == UInt8(ascii: "]") || b == UInt8(ascii: "}")
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

  /// The first token from `i` on that isn't a mark or bracket; a few tokens are looked at, not a whole line of signs.
  func firstWord(_ i: Int) -> Int {
    var k = i
    while k < block.upperBound, k - i < 8 {
      switch tokens.kind[k] {
      case .quotationMark, .punctuation, .dash, .symbol: k += 1
      default: return k
      }
    }
    return k
  }

  private func ends(_ kind: StopKind, at i: Int, next: Int, sentenceStart: Int, afterCloser: Bool) -> Bool {
    let word = firstWord(next)
    guard word < block.upperBound else { return hasSpaceBefore(next) }
    let isCapital = isCapitalised(word)
    let isNumber = tokens.kind[word] == .number || tokens.kind[word] == .currency
    if !hasSpaceBefore(next) {
      // world.Today: a space is missing.
      guard isCapital, tokens.kind[next] == .word, tokens.kind[i] == .punctuation, isLong(i - 1), isLong(next) else {
        return false
      }
    }
    if startsWithComma(next) { return false }
    switch kind {
    case .full:
      // "It is great." she said. Else a small letter tells of a careless writer, not of a sentence that goes on.
      return isCapital || isNumber || !isLowerWord(word) || !(afterCloser || isSmallNumber(i - 1))
    case .strong:
      return isCapital || (!afterCloser && next == word && (isNumber || roles(word).contains(.casualStarter)))
    case .ellipsis:
      return isCapital || (isNumber && !afterCloser)
    case .abbreviation(let kind):
      if i == sentenceStart || firstByte(next) == UInt8(ascii: "(") { return false }
      let isStarter = isCapital && roles(word).contains(.starter)
      switch kind {
      case .title, .never, .number: return false
      case .end: return isCapital
      case .time: return isCapital && i - sentenceStart > 3
      case .date, .company, .place, nil: return isStarter
      }
    }
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

  private func isLowerWord(_ i: Int) -> Bool {
    tokens.kind[i] == .word || tokens.kind[i] == .possessive
  }
}
