/// Questions about the bytes ahead. Each reads a bounded number of bytes or bytes that its token then takes, so that the scan
/// stays linear.
extension TokenScanner {
  func isDigit(_ i: Int) -> Bool { byteClass(i) & ByteClass.digit != 0 }

  /// Whether a letter, of any script, begins at `i`.
  func startsLetter(_ i: Int) -> Bool {
    let c = byteClass(i)
    guard c & ByteClass.wide != 0 else { return c & ByteClass.letter != 0 }
    return ScalarClass.of(ScalarReader.scalar(in: p, at: i).value).isLetter
  }

  /// Whether a letter or digit begins at `i`.
  func startsWord(_ i: Int) -> Bool { isDigit(i) || startsLetter(i) }

  func isUpper(_ i: Int) -> Bool {
    let c = byteClass(i)
    guard c & ByteClass.wide != 0 else { return c & ByteClass.upper != 0 }
    return ScalarClass.of(ScalarReader.scalar(in: p, at: i).value) == .upperLetter
  }

  /// The end of the one letter at `i`; nil where none stands.
  func letterEnd(_ i: Int) -> Int? {
    let c = byteClass(i)
    if c & ByteClass.letter != 0 { return i + 1 }
    guard c & ByteClass.wide != 0 else { return nil }
    let (scalar, length) = ScalarReader.scalar(in: p, at: i)
    return ScalarClass.of(scalar).isLetter ? i + length : nil
  }

  func isSingleLetter(_ first: Int, _ last: Int) -> Bool { last > first && letterEnd(first) == last }

  /// What the letters behind an apostrophe make together with it.
  func apostropheRole(_ i: Int, _ length: Int) -> LanguageTables.Roles {
    guard let last = apostropheWordEnd(i, length) else { return [] }
    return owner.tables.roles(of: p, i..<last)
  }

  /// The end of the word behind an apostrophe; nil where none follows or it is too long to be in a list.
  func apostropheWordEnd(_ i: Int, _ length: Int) -> Int? {
    var k = i + length
    while let next = letterEnd(k) {
      k = next
      if k - i > owner.tables.longest + 4 { return nil }
    }
    return k > i + length && !isDigit(k) ? k : nil
  }

  /// The end of a mail address whose `@` stands at `at`; nil where no host with a dot follows.
  func mailEnd(at: Int) -> Int? {
    guard byteClass(at + 1) & ByteClass.alphanumeric != 0 else { return nil }
    var k = at + 1
    var behindDot = false
    var last: Int?
    while k < end, k - at < 256 {
      let b = base[k]
      if byteClass(k) & ByteClass.alphanumeric != 0 {
        if behindDot { last = k + 1 }
      } else if b == UInt8(ascii: ".") {
        behindDot = true
      } else if b != UInt8(ascii: "-") {
        break
      }
      k += 1
    }
    return last
  }

  /// The end of a mail address in whose local part a dot stands at `dot`.
  func mailEnd(local dot: Int) -> Int? {
    var k = dot + 1
    while k < end, k - dot < 64 {
      let b = base[k]
      if b == UInt8(ascii: "@") { return mailEnd(at: k) }
      let isLocal = byteClass(k) & ByteClass.alphanumeric != 0 || b == 0x2E || b == 0x2D || b == 0x5F || b == 0x2B
      guard isLocal else { return nil }
      k += 1
    }
    return nil
  }

  /// The end of a host name (and what follows it in a URL) with a dot at `dot`: it begins with www or ends in a domain
  /// that the language settings name.
  func hostEnd(_ first: Int, _ dot: Int, _ isWide: Bool) -> Int? {
    guard !isWide else { return nil }
    var k = dot + 1
    var part = k
    while k < end, k - first < 256 {
      let b = base[k]
      if b == UInt8(ascii: "."), byteClass(k + 1) & ByteClass.alphanumeric != 0 {
        part = k + 1
      } else if b != UInt8(ascii: "-"), byteClass(k) & ByteClass.alphanumeric == 0 {
        break
      }
      k += 1
    }
    let startsWithWWW = dot - first == 3 && (first..<dot).allSatisfy { base[$0] | 0x20 == UInt8(ascii: "w") }
    // A capital in the last part tells of a missing space between sentences, not of a host.
    let isDomain =
      byteClass(part) & ByteClass.lower != 0 && owner.tables.roles(of: p, part..<k).contains(.domain)
    guard startsWithWWW || isDomain else { return nil }
    return byte(k) == UInt8(ascii: "/") || byte(k) == UInt8(ascii: "?") && startsWord(k + 1) ? linkEnd(from: k) : k
  }

  /// The end of a URL: up to white space or a mark that can't stand in one, without closing punctuation.
  func linkEnd(from i: Int) -> Int {
    var k = i
    var depth = 0
    while k < end {
      let b = base[k]
      if byteClass(k) & ByteClass.blank != 0 || b == 0x22 || b == 0x3C || b == 0x3E || b == 0x60 || b < 0x20 { break }
      if byteClass(k) & ByteClass.wide != 0 {
        let (scalar, length) = ScalarReader.scalar(in: p, at: k)
        switch ScalarClass.of(scalar) {
        case .space, .newline, .doubleQuote, .singleQuote, .apostrophe, .ellipsis, .invisible:
          return trimmed(i, k, depth)
        default: k += length
        }
        continue
      }
      if b == UInt8(ascii: "(") { depth += 1 }
      if b == UInt8(ascii: ")") { depth -= 1 }
      k += 1
    }
    return trimmed(i, k, depth)
  }

  private func trimmed(_ from: Int, _ to: Int, _ depth: Int) -> Int {
    var k = to
    var depth = depth
    while k > from {
      switch base[k - 1] {
      case UInt8(ascii: ")"):
        guard depth < 0 else { return k }
        depth += 1
      case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x5D, 0x7D: break
      default: return k
      }
      k -= 1
    }
    return k
  }

  mutating func emitLink(_ first: Int, _ last: Int) -> Int {
    emit(first, last, foldedForm(first, last), .url)
    return last
  }
}
