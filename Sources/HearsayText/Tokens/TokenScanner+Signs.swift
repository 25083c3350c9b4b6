/// Signs, and scalars outside ASCII that begin a token.
extension TokenScanner {
  /// The token at an ASCII sign; returns where it ends.
  mutating func scanSign(_ i: Int) -> Int {
    let b = base[i]
    var last = i + 1
    var kind = TokenKind.punctuation
    var form = owner.signForms[Int(b & 0x7F)]
    switch b {
    case UInt8(ascii: ",") where byte(last) == b && gap.contains(.spaceBefore) && startsWord(last + 1):
      // Two of them are how keyboards without „ write it.
      last += 1
      form = owner.signForms[0x22]
      kind = .quotationMark
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"):
      break
    case UInt8(ascii: "."):
      if isDigit(last), i == 0 || byteClass(i - 1) & ByteClass.alphanumeric == 0, !isCloser(i - 1) {
        return scanJoined(i, last, ByteClass.digit)
      }
      while byte(last) == b { last += 1 }
      if last - i > 1 { form = owner.ellipsisForm }
    case UInt8(ascii: "\""):
      kind = .quotationMark
    case UInt8(ascii: "'"):
      return scanApostrophe(i, 1, mayOpen: true)
    case UInt8(ascii: "`"):
      // Two of them are how typewriters wrote an opening double mark.
      if byte(last) == b {
        emit(i, last + 1, owner.signForms[0x22], .quotationMark)
        return last + 1
      }
      emit(i, last, form, .quotationMark, .single)
      return last
    case UInt8(ascii: "-"):
      while byte(last) == b { last += 1 }
      let standsFree = gap.contains(.spaceBefore) || byteClass(last) & ByteClass.blank != 0
      if standsFree || last - i > 1 { kind = .dash }
    case UInt8(ascii: "$"):
      kind = .currency
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      if let name = handleEnd(last) {
        last = name
        form = foldedForm(i, last)
        kind = .handle
      } else {
        kind = .symbol
      }
    default:
      kind = .symbol
      while byte(last) == b, b > 0x20 { last += 1 }
      if last - i > 1 { form = foldedForm(i, last) }
    }
    emit(i, last, form, kind)
    return last
  }

  private func isCloser(_ i: Int) -> Bool {
    let b = byte(i)
    return b == UInt8(ascii: ")") || b == UInt8(ascii: "]") || b == UInt8(ascii: "\"") || b == UInt8(ascii: ".")
  }

  /// The end of the name behind @ or #; nil where no name with a letter follows.
  private func handleEnd(_ i: Int) -> Int? {
    var k = i
    var hasLetter = false
    while k < end {
      if let next = letterEnd(k) {
        hasLetter = true
        k = next
      } else if isDigit(k) || base[k] == UInt8(ascii: "_") {
        k += 1
      } else {
        break
      }
    }
    return hasLetter ? k : nil
  }

  /// An apostrophe or single mark: a possessive, a clitic, an elision, a decade, or a quotation mark.
  mutating func scanApostrophe(_ i: Int, _ length: Int, mayOpen: Bool) -> Int {
    let last = i + length
    let isAttached = !gap.contains(.spaceBefore) && i > 0
    if let word = apostropheWordEnd(i, length) {
      let role = owner.tables.roles(of: p, i..<word)
      if !role.isDisjoint(with: [.possessive, .clitic]), isAttached || !mayOpen {
        emit(i, word, foldedForm(i, word), role.contains(.possessive) ? .possessive : .word)
        return word
      }
      if role.contains(.elision), !isAttached {
        emit(i, word, foldedForm(i, word), .word)
        return word
      }
    }
    if !isAttached, isDigit(last), isDigit(last + 1), !isDigit(last + 2) {
      // '90s, but '90 percent' may be quoted; ’90 can't.
      if !mayOpen || letterEnd(last + 2) != nil {
        var k = last + 2
        while let next = letterEnd(k) { k = next }
        emit(i, k, foldedForm(i, k), .number, .hasDigit)
        return k
      }
    }
    if length == 1, byte(last) == UInt8(ascii: "'"), byte(last + 1) != UInt8(ascii: "'") {
      emit(i, last + 1, owner.signForms[0x22], .quotationMark)
      return last + 1
    }
    emit(i, last, owner.signForms[0x27], .quotationMark, .single)
    return last
  }

  /// The token at a scalar outside ASCII; returns where it ends.
  mutating func scanWide(_ i: Int) -> Int {
    let (scalar, length) = ScalarReader.scalar(in: p, at: i)
    let last = i + length
    switch ScalarClass.of(scalar) {
    case .lowerLetter, .otherLetter: return scanJoined(i, last, ByteClass.lower, isWide: true)
    case .upperLetter: return scanJoined(i, last, ByteClass.upper, isWide: true)
    case .digit: return scanJoined(i, last, ByteClass.digit, isWide: true)
    case .space: gap.formUnion(.spaceBefore)
    case .newline: gap.formUnion([.spaceBefore, .newlineBefore])
    case .invisible: break
    case .apostrophe: return scanApostrophe(i, length, mayOpen: false)
    case .singleQuote where scalar == 0x2018 || scalar == 0x201B: return scanApostrophe(i, length, mayOpen: true)
    case .singleQuote: emit(i, last, owner.signForms[0x27], .quotationMark, .single)
    case .doubleQuote: emit(i, last, owner.signForms[0x22], .quotationMark)
    case .dash: emit(i, last, owner.signForms[0x2D], .dash)
    case .hyphen: emit(i, last, owner.signForms[0x2D], .punctuation)
    case .ellipsis: emit(i, last, owner.ellipsisForm, .punctuation)
    case .currency: emit(i, last, foldedForm(i, last), .currency)
    case .punctuation: emit(i, last, foldedForm(i, last), .punctuation)
    case .symbol: emit(i, last, foldedForm(i, last), .symbol)
    }
    return last
  }
}
