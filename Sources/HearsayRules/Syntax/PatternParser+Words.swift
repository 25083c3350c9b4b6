import HearsayText

/// Words, `a/b/c` and what a bare word can turn out to be.
extension PatternParser {
  /// Characters that mean something in a pattern, and need a backslash to be themselves.
  static let special = Set("()|?<>@^${}%/\\".utf8)

  /// Characters that end a word where they stand in its middle.
  private static let ending = Set("()|?<>@^${}".utf8)

  mutating func word(typed: Bool) throws(SyntaxError) -> PatternElement {
    let start = scanner.position
    var parts: [[UInt8]] = [[]]
    var isPlain = false
    scan: while !scanner.isAtEnd {
      let byte = scanner.current
      switch byte {
      case UInt8(ascii: "\\"):
        isPlain = true
        parts[parts.count - 1].append(contentsOf: try escaped(atStart: parts[parts.count - 1].isEmpty))
        continue
      case UInt8(ascii: "/"): parts.append([])
      case _ where byte.isBlank || Self.ending.contains(byte): break scan
      case 0xC2 where scanner.peek() == 0xA0: break scan
      default: parts[parts.count - 1].append(byte)
      }
      scanner.position += 1
    }
    let span = Span(start, scanner.position)
    guard parts.count <= Limits.alternatives else {
      throw limit("more than \(Limits.alternatives) alternatives", span, "use a lexicon for long lists of words")
    }
    guard parts.allSatisfy({ !$0.isEmpty }) else {
      throw SyntaxError(
        code: .emptyAlternative, message: "`/` with a word on one side only", span: span,
        label: "words must stand on both sides",
        help: "for longer alternatives write `( a | @b )`; for the sign itself write `\\/`")
    }
    if !isPlain, let special = try bareWord(parts, span, typed: typed) { return special }
    if !isPlain { for part in parts { try checkAttached(part, span) } }
    let words = parts.map { PatternElement.word(String(decoding: $0, as: UTF8.self)) }
    return words.count == 1 ? words[0] : .group(words.map { [$0] })
  }

  /// `verb @lexicon`, and in a capture the names of types.
  private mutating func bareWord(
    _ parts: [[UInt8]], _ span: Span, typed: Bool
  ) throws(SyntaxError) -> PatternElement? {
    let names = parts.map { String(decoding: $0, as: UTF8.self) }
    if names.count == 1, let form = VerbForm(keyword: names[0]) {
      var ahead = scanner
      ahead.skipSpace()
      guard ahead.at("@") else { return nil }
      scanner = ahead
      let (name, className) = try lexicon()
      return .verb(name: name, class: className, form: form)
    }
    guard typed, let name = names.first(where: { PhraseType(name: $0) != nil }) else { return nil }
    guard names.count == 1 else {
      throw SyntaxError(
        code: .misplacedItem, message: "a type among the words of `\(scanner.string(span))`", span: span,
        label: "`\(name)` is a type here",
        help: "write `\(names.joined(separator: " | "))`, or `\\\(name)` for the word itself")
    }
    return PhraseType(name: name).map(PatternElement.type)
  }

  /// At a backslash: the character behind it, or nothing where it only makes a name a plain word.
  private mutating func escaped(atStart: Bool) throws(SyntaxError) -> [UInt8] {
    let sign = scanner.position
    let byte = scanner.peek()
    if Self.special.contains(byte) || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ",") {
      scanner.position += 2
      return [byte]
    }
    var ahead = scanner
    ahead.position += 1
    let name = ahead.name().map(ahead.string) ?? ""
    guard atStart, VerbForm(keyword: name) != nil || PhraseType(name: name) != nil else {
      throw SyntaxError(
        code: .misplacedItem, message: "a backslash before a character that means nothing special",
        span: Span(sign, sign + 1), label: "nothing to protect",
        help: "leave it out, or write `\\\\` for a backslash in the text")
    }
    scanner.position += 1
    return []
  }

  /// A comma or 's is a token of its own in texts; written onto a word it would never match.
  private func checkAttached(_ word: [UInt8], _ span: Span) throws(SyntaxError) {
    guard let cut = Self.attachment(of: word) else { return }
    let text = String(decoding: word[..<cut], as: UTF8.self) + " " + String(decoding: word[cut...], as: UTF8.self)
    throw SyntaxError(
      code: .attachedPunctuation, message: "`\(String(decoding: word, as: UTF8.self))` is two tokens", span: span,
      label: "would never match", help: "put a space between them: `\(text)`")
  }

  /// Where the second token of a word begins.
  private static func attachment(of word: [UInt8]) -> Int? {
    for mark in ["'s", "’s", "\"", "“", "”"] {
      let bytes = Array(mark.utf8)
      if word.count > bytes.count, word.suffix(bytes.count).elementsEqual(bytes) { return word.count - bytes.count }
    }
    for mark in ["\"", "“", "”"] where word.count > mark.utf8.count && word.starts(with: mark.utf8) {
      return mark.utf8.count
    }
    guard let last = word.last, word.count > 1, ",;:!".utf8.contains(last) else { return nil }
    return word.count - 1
  }
}
