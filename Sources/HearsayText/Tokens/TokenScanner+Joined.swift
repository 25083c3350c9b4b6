/// Words that go on behind a joiner: what stands inside a token, and where it ends.
extension TokenScanner {
  /// What is known of a joined word so far.
  private struct Word {
    var seen: UInt8
    var isHyphenated = false
    /// Holds scalars outside ASCII, so its form must be folded.
    var isWide = false
    /// Inner stops between single letters so far: U.S has one.
    var stops = 0
    /// Where the part behind the last joiner begins.
    var part: Int

    var isNumeric: Bool { seen & ByteClass.letter == 0 && !isWide }
  }

  /// Goes on from `start`, where a joiner stands behind `first..<start`; emits the word and returns where it ends.
  mutating func scanJoined(_ first: Int, _ start: Int, _ seen: UInt8, isWide: Bool = false) -> Int {
    var word = Word(seen: seen, isWide: isWide, part: first)
    var i = start
    loop: while i < end {
      let c = byteClass(i)
      if c & ByteClass.alphanumeric != 0 {
        word.seen |= c
        i &+= 1
        continue
      }
      if c & ByteClass.wide != 0 {
        guard let next = joinedWide(i, &word) else { break loop }
        i = next
        continue
      }
      switch base[i] {
      case UInt8(ascii: "-"):
        guard startsWord(i + 1) else { break loop }
        word.isHyphenated = true
        i += 1
        word.part = i
      case UInt8(ascii: "'"):
        guard continuesWord(apostrophe: i, length: 1) else { break loop }
        i += 1
        word.part = i
      case UInt8(ascii: "."):
        switch stop(first, i, &word) {
        case .inside(let next): i = next
        case .behind(let last):
          i = last
          // A hyphen alone goes on with an abbreviation: U.S.-led.
          guard byte(i) == UInt8(ascii: "-") else { break loop }
        case .before: break loop
        case .link(let last): return emitLink(first, last)
        }
      case UInt8(ascii: "@"):
        guard let last = mailEnd(at: i) else { break loop }
        return emitLink(first, last)
      case UInt8(ascii: ":"):
        if byte(i + 1) == UInt8(ascii: "/"), byte(i + 2) == UInt8(ascii: "/") {
          return emitLink(first, linkEnd(from: i + 3))
        }
        guard word.isNumeric, isDigit(i + 1) else { break loop }
        i += 1
      case UInt8(ascii: "_"):
        var next = i + 1
        while byte(next) == UInt8(ascii: "_") { next += 1 }
        guard startsWord(next) else { break loop }
        i = next
      case UInt8(ascii: "&"):
        guard byteClass(i - 1) & ByteClass.upper != 0, byteClass(i + 1) & ByteClass.upper != 0 else { break loop }
        i += 1
      case UInt8(ascii: ","), UInt8(ascii: "/"):
        guard word.isNumeric, isDigit(i - 1), isDigit(i + 1) else { break loop }
        i += 1
      case UInt8(ascii: "%"):
        guard word.isNumeric, isDigit(i - 1) else { break loop }
        i += 1
        break loop
      default:
        break loop
      }
    }
    emitJoined(first, i, word)
    return i
  }

  /// What a full stop behind `first..<i` is to the word.
  private enum Stop {
    /// The word goes on with it.
    case inside(Int)
    /// It belongs to the word and ends it, here or behind further stops.
    case behind(Int)
    /// It is a token of its own.
    case before
    /// The word is part of a link.
    case link(Int)
  }

  private func stop(_ first: Int, _ i: Int, _ word: inout Word) -> Stop {
    let letterFollows = startsLetter(i + 1)
    if isDigit(i - 1), isDigit(i + 1) { return .inside(i + 1) }
    let isSingle = isSingleLetter(word.part, i)
    if letterFollows, isSingle, let last = letterEnd(i + 1), !startsWord(last) {
      word.stops += 1
      word.part = i + 1
      return .inside(i + 1)
    }
    if letterFollows, i - first <= 64 {
      if let last = mailEnd(local: i) ?? hostEnd(first, i, word.isWide) { return .link(last) }
    }
    if let last = abbreviationEnd(first, i) ?? (word.part > first ? abbreviationEnd(word.part, i) : nil) {
      return .behind(last)
    }
    if isSingle, word.stops > 0 || (word.part == first && isUpper(first)) { return .behind(i + 1) }
    return .before
  }

  /// The end of the longest abbreviation that begins at `first` and has a stop at `i` or behind it.
  private func abbreviationEnd(_ first: Int, _ i: Int) -> Int? {
    let tables = owner.tables
    guard i - first < tables.longest else { return nil }
    var k = i + 1
    while k < end, k - first < tables.longest {
      let isStop = base[k] == UInt8(ascii: ".") && base[k - 1] != UInt8(ascii: ".")
      guard isStop || byteClass(k) & (ByteClass.letter | ByteClass.wide) != 0 else { break }
      k += 1
    }
    while k > i {
      if base[k - 1] == UInt8(ascii: "."), let kind = tables.abbreviation(in: p, first..<k),
        kind != .number || numberFollows(k)
      {
        return k
      }
      k -= 1
    }
    return nil
  }

  /// Whether a number follows, perhaps one of a telephone: Tel. +49, tel. (057).
  private func numberFollows(_ i: Int) -> Bool {
    var k = i
    while k < end, k - i < 8 {
      if byteClass(k) & ByteClass.wide != 0 {
        let (scalar, length) = ScalarReader.scalar(in: p, at: k)
        guard ScalarClass.of(scalar) == .space else { return false }
        k += length
      } else if byteClass(k) == ByteClass.space {
        k += 1
      } else {
        let isBehindSign = base[k] == UInt8(ascii: "+") || base[k] == UInt8(ascii: "(")
        return isDigit(isBehindSign ? k + 1 : k)
      }
    }
    return false
  }

  /// Whether a word goes on behind an apostrophe: a letter follows, and not a possessive or clitic, which stands alone.
  private func continuesWord(apostrophe i: Int, length: Int) -> Bool {
    startsLetter(i + length) && apostropheRole(i, length).isDisjoint(with: [.possessive, .clitic])
  }

  /// Goes on over a scalar outside ASCII, or says that the word ends before it.
  private func joinedWide(_ i: Int, _ word: inout Word) -> Int? {
    let (scalar, length) = ScalarReader.scalar(in: p, at: i)
    switch ScalarClass.of(scalar) {
    case .lowerLetter, .otherLetter: word.seen |= ByteClass.lower
    case .upperLetter: word.seen |= ByteClass.upper
    case .digit: word.seen |= ByteClass.digit
    case .hyphen:
      guard startsWord(i + length) else { return nil }
      word.isHyphenated = true
      word.part = i + length
    case .apostrophe, .singleQuote:
      guard scalar != 0x201A, scalar != 0x2039, scalar != 0x203A, continuesWord(apostrophe: i, length: length) else {
        return nil
      }
      word.part = i + length
    case .invisible:
      guard startsWord(i + length) else { return nil }
    default: return nil
    }
    word.isWide = true
    return i + length
  }

  private mutating func emitJoined(_ first: Int, _ last: Int, _ word: Word) {
    var flags = gap
    gap = []
    let form =
      word.isWide
      ? foldedForm(first, last)
      : vocabulary.form(base + first, count: last - first, readable: end - first, lowering: true)
    if word.seen & ByteClass.upper != 0 {
      if isUpper(first) { flags.formUnion(.capitalised) }
      if word.seen & ByteClass.lower == 0, word.isWide ? last - first > 2 : letterCount(first, last) >= 2 {
        flags.formUnion(.allCaps)
      }
    }
    if word.seen & ByteClass.digit != 0 { flags.formUnion(.hasDigit) }
    if word.isHyphenated { flags.formUnion(.hyphenated) }
    if base[last - 1] == UInt8(ascii: ".") {
      flags.formUnion(.abbreviation)
    } else if !word.isWide, word.seen & ByteClass.digit == 0, last - first >= 4 {
      flags.formUnion(ending(last))
    }
    let isNumber = isDigit(first) && !(word.isHyphenated && !word.isNumeric)
    writer.append(first, last, form, isNumber || base[first] == UInt8(ascii: ".") ? .number : .word, flags)
  }
}
