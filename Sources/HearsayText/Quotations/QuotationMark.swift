/// One quotation mark as the pairing sees it: its family, and what its shape and its surroundings say of its side.
struct QuotationMark {
  enum Family { case double, single }
  enum Side { case opens, closes, either }

  let token: Int
  let family: Family
  /// What the shape says; straight marks say nothing.
  let shape: Side
  /// What the white space and the punctuation around it say.
  let place: Side
  /// Stands directly behind a letter s: a possessive apostrophe in straight or curly dress, perhaps.
  let followsS: Bool
  /// Stands directly behind a number: inches or minutes, perhaps.
  let followsNumber: Bool
  /// Stands directly behind punctuation, as a mark that closes a quoted sentence does.
  let followsPunctuation: Bool
  /// Stands directly behind punctuation, or punctuation follows directly: no apostrophe does.
  let touchesPunctuation: Bool
}

/// Reads the marks of a block.
struct QuotationMarkReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The side that the language gives to marks which print uses on both sides, by scalar.
  let usual: [UInt32: QuotationMark.Side]

  static func usualSides(_ language: LanguageSettings) -> [UInt32: QuotationMark.Side] {
    var usual: [UInt32: QuotationMark.Side] = [:]
    for pair in language.quotes where pair.open != pair.close {
      if let open = pair.open.unicodeScalars.first?.value, usual[open] == nil { usual[open] = .opens }
      if let close = pair.close.unicodeScalars.first?.value, usual[close] == nil { usual[close] = .closes }
    }
    return usual
  }

  func mark(_ i: Int, _ tokens: Tokens, block: Range<Int>) -> QuotationMark {
    let family: QuotationMark.Family = tokens.flags[i].contains(.single) ? .single : .double
    let start = Int(tokens.start[i])
    let scalar = start < bytes.count ? ScalarReader.scalar(in: bytes, at: start).value : 0
    let before = i > block.lowerBound ? i - 1 : nil
    let after = i + 1 < block.upperBound ? i + 1 : nil
    let spaceBefore = before == nil || tokens.flags[i].contains(.spaceBefore)
    let spaceAfter = after.map { tokens.flags[$0].contains(.spaceBefore) } ?? true
    let leftIsOpen = spaceBefore || before.map { isOpenGround(tokens, $0, opensBefore: true) } ?? true
    let rightIsOpen = spaceAfter || after.map { isOpenGround(tokens, $0, opensBefore: false) } ?? true
    let place: QuotationMark.Side =
      switch (leftIsOpen, rightIsOpen) {
      case (true, false): .opens
      case (false, true): .closes
      // Between two words, as in 6'2, or free on both sides: the marks before it must tell.
      default: .either
      }
    let attached = spaceBefore ? nil : before
    return QuotationMark(
      token: i, family: family, shape: shape(scalar, tokens, i), place: place,
      followsS: attached.map { lastByte(tokens, $0) | 0x20 == UInt8(ascii: "s") } ?? false,
      followsNumber: attached.map { tokens.kind[$0] == .number } ?? false,
      followsPunctuation: attached.map { tokens.kind[$0] == .punctuation } ?? false,
      touchesPunctuation: attached.map { tokens.kind[$0] == .punctuation } ?? false
        || (!spaceAfter && after.map { tokens.kind[$0] == .punctuation } ?? false))
  }

  /// Whether a mark beside this token stands as free as one beside white space: behind an opening bracket or a dash, before a
  /// closing bracket, a comma, a stop.
  private func isOpenGround(_ tokens: Tokens, _ i: Int, opensBefore: Bool) -> Bool {
    switch tokens.kind[i] {
    case .dash: return true
    case .quotationMark: return tokens.flags[i].contains(opensBefore ? .spaceBefore : []) || !opensBefore
    case .possessive: return !opensBefore
    case .punctuation:
      let b = bytes[Int(tokens.start[i])]
      let openers: [UInt8] = [0x28, 0x5B, 0x7B, 0x2F]
      return opensBefore ? openers.contains(b) : !openers.contains(b)
    default: return false
    }
  }

  private func shape(_ scalar: UInt32, _ tokens: Tokens, _ i: Int) -> QuotationMark.Side {
    if let side = usual[scalar] { return side }
    switch scalar {
    case 0x201C, 0x201E, 0x201F, 0x2018, 0x201A, 0x201B, 0x00AB, 0x2039, 0x300C, 0x300E, 0x60, 0x2C: return .opens
    case 0x201D, 0x2019, 0x00BB, 0x203A, 0x300D, 0x300F: return .closes
    // Two typewriter apostrophes close what two grave accents open.
    case 0x27 where tokens.end[i] - tokens.start[i] == 2: return .closes
    default: return .either
    }
  }

  private func lastByte(_ tokens: Tokens, _ i: Int) -> UInt8 {
    let last = Int(tokens.end[i]) - 1
    return last >= 0 && last < bytes.count ? bytes[last] : 0
  }
}
