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

  /// A line drawn with signs: -----, ***, ____. A few of them in the middle of a line are a gap to be filled in.
  func isDivider(_ i: Int) -> Bool {
    let length = tokens.end[i] - tokens.start[i]
    guard hasSpaceBefore(i), hasSpaceBefore(i + 1) else { return false }
    switch tokens.kind[i] {
    case .dash: return length >= 5 && firstByte(i) == UInt8(ascii: "-")
    case .symbol:
      let isAlone =
        (i == block.lowerBound || tokens.flags[i].contains(.newlineBefore))
        && (i + 1 == block.upperBound || tokens.flags[i + 1].contains(.newlineBefore))
      return length >= (isAlone ? 3 : 5) && firstByte(i) < 0x80
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

  /// A capitalised word that more likely begins a sentence than goes on with a name; of a word with an apostrophe the part up
  /// to it counts as well (L'accord).
  func isStarter(_ i: Int) -> Bool {
    guard isCapitalised(i) else { return false }
    if roles(i).contains(.starter) { return true }
    let word = Int(tokens.start[i])..<Int(tokens.end[i])
    guard let apostrophe = word.prefix(8).first(where: { bytes[$0] == UInt8(ascii: "'") || bytes[$0] == 0xE2 }) else {
      return false
    }
    return tables.roles(of: bytes, word.lowerBound..<apostrophe).contains(.starter)
  }

  /// Whether a token holds a byte some times.
  func holds(_ i: Int, _ byte: UInt8, atLeast times: Int) -> Bool {
    bytes[Int(tokens.start[i])..<Int(tokens.end[i])].count { $0 == byte } >= times
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

  func isClosingBracket(_ i: Int) -> Bool {
    let b = firstByte(i)
    return b == UInt8(ascii: ")") || b == UInt8(ascii: "]") || b == UInt8(ascii: "}")
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
}
