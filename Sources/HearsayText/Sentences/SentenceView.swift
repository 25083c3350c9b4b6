/// The tokens of one block as the splitter reads them: questions about single tokens, and the decision at a stop.
struct SentenceView {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: Tokens
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

  func firstByte(_ i: Int) -> UInt8 { bytes[Int(tokens.start[i])] }
  func hasSpaceBefore(_ i: Int) -> Bool { i >= block.upperBound || tokens.flags[i].contains(.spaceBefore) }
  func isCapitalised(_ i: Int) -> Bool { i < block.upperBound && tokens.flags[i].contains(.capitalised) }

  func roles(_ i: Int) -> LanguageTables.Roles {
    guard i < block.upperBound else { return [] }
    return tables.roles(of: bytes, Int(tokens.start[i])..<Int(tokens.end[i]))
  }

  /// What kind of stop a token is; nil for one that never ends a sentence.
  func stopKind(_ i: Int) -> StopKind? {
    let flags = tokens.flags[i]
    if flags.contains(.abbreviation) {
      return .abbreviation(tables.abbreviation(in: bytes, Int(tokens.start[i])..<Int(tokens.end[i])))
    }
    guard tokens.kind[i] == .punctuation else { return nil }
    switch firstByte(i) {
    case UInt8(ascii: "."): return tokens.end[i] - tokens.start[i] > 1 ? .ellipsis : .full
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .strong
    case 0xE2, 0xE3, 0xD8, 0xEF:
      switch ScalarReader.scalar(in: bytes, at: Int(tokens.start[i])).value {
      case 0x2026: return .ellipsis
      case 0x3002, 0xFF0E, 0x06D4: return .full
      case 0x203C, 0x203D, 0x2047...0x2049, 0x061F, 0xFF01, 0xFF1F: return .strong
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a sentence ends with the token at `i`. A run of stops is decided once, so that it costs what it is long.
  func decide(at i: Int, sentenceStart: Int) -> Decision {
    guard var kind = stopKind(i) else { return .goesOn(i + 1) }
    var k = i + 1
    var closesQuotation = false
    // Further stops and closing marks belong to the sentence.
    while k < block.upperBound {
      if let more = stopKind(k), tokens.kind[k] == .punctuation {
        if case .strong = more { kind = more } else if case .abbreviation = kind { kind = more }
      } else if tokens.kind[k] == .quotationMark, tokens.flags[k].contains(.closes) {
        closesQuotation = true
      } else if !isClosingBracket(k) {
        break
      }
      k += 1
    }
    k = behindNotes(k, stop: i)
    guard k < block.upperBound else { return .ends(next: k) }
    guard ends(kind, at: i, next: k, sentenceStart: sentenceStart, closesQuotation: closesQuotation) else {
      return .goesOn(k)
    }
    return .ends(next: k)
  }

  private func isClosingBracket(_ i: Int) -> Bool {
    let b = firstByte(i)
    return b == UInt8(ascii: ")") || b == UInt8(ascii: "]") || b == UInt8(ascii: "}")
  }

  /// Skips note numbers set directly behind the stop: consultation.11 12 Then …
  private func behindNotes(_ from: Int, stop: Int) -> Int {
    var k = from
    guard k < block.upperBound, !hasSpaceBefore(k) else { return k }
    if firstByte(k) == UInt8(ascii: "[") {
      while k + 2 < block.upperBound, firstByte(k) == UInt8(ascii: "["), !hasSpaceBefore(k), tokens.kind[k + 1] == .number,
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

  private func ends(
    _ kind: StopKind, at i: Int, next: Int, sentenceStart: Int, closesQuotation: Bool
  ) -> Bool {
    let word = firstWord(next)
    guard word < block.upperBound else { return hasSpaceBefore(next) }
    let isCapital = isCapitalised(word)
    let isNumber = tokens.kind[word] == .number || tokens.kind[word] == .currency
    if !hasSpaceBefore(next) {
      // world.Today: a space is missing.
      guard isCapital, tokens.kind[next] == .word, tokens.kind[i] == .punctuation else { return false }
    }
    if startsWithComma(next) { return false }
    switch kind {
    case .full:
      return isCapital || isNumber || !isLowerWord(word)
    case .strong, .ellipsis:
      return isCapital || (isNumber && !closesQuotation)
    case .abbreviation(let kind):
      if i == sentenceStart { return false }
      let isStarter = isCapital && roles(word).contains(.starter)
      switch kind {
      case .title, .never, .number: return false
      case .end: return isCapital
      case .time: return isCapital && i - sentenceStart > 3
      case .date, .company, .place, nil: return isStarter
      }
    }
  }

  private func startsWithComma(_ i: Int) -> Bool {
    guard tokens.kind[i] == .punctuation else { return false }
    switch firstByte(i) {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"): return true
    default: return false
    }
  }

  private func isLowerWord(_ i: Int) -> Bool {
    tokens.kind[i] == .word || tokens.kind[i] == .possessive
  }
}
