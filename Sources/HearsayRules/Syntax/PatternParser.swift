import HearsayDiagnostics
import HearsayText

/// Reads one pattern, by recursive descent over the bytes of its value.
///
/// The depth is bounded by `Limits.nesting`, the number of items by `Limits.patternSize`; each byte is looked at a
/// bounded number of times.
struct PatternParser {
  let file: SourceFile
  var scanner: ByteScanner
  private(set) var uses: [NameUse] = []
  private var depth = 0
  private var size = 0

  init(file: SourceFile, span: Span) {
    self.file = file
    scanner = ByteScanner(file.bytes, span)
  }

  /// The pattern in `span`; nil after reporting why it can't be read.
  static func parse(_ span: Span, in file: SourceFile, into sink: inout DiagnosticSink) -> Pattern? {
    var parser = PatternParser(file: file, span: span)
    do throws(SyntaxError) {
      let all = try parser.alternatives(opening: nil, closer: nil, typed: false)
      var pattern = Pattern(elements: all.first ?? [], location: SourceLocation(file, span))
      pattern.uses = parser.uses
      return pattern
    } catch {
      error.report(in: file, into: &sink)
      return nil
    }
  }

  // MARK: - Sequences

  /// Items up to `closer`, cut at `|`; `opening` is the bracket that `closer` answers. In a capture (`typed`) a bare
  /// type name is the type.
  private mutating func alternatives(
    opening: Span?, closer: Unicode.Scalar?, typed: Bool
  ) throws(SyntaxError) -> [[PatternElement]] {
    var all: [[PatternElement]] = []
    var items: [PatternElement] = []
    while true {
      scanner.skipSpace()
      let here = Span(scanner.position, scanner.position + 1)
      if scanner.isAtEnd {
        if let opening { throw unclosed(opening) }
        break
      }
      if let closer, scanner.skip(closer) {
        if items.isEmpty { throw emptyAlternative(here) }
        break
      }
      if scanner.at(")") || scanner.at(">") { throw unopened(here, within: opening) }
      if scanner.at("|") {
        guard closer != nil else {
          throw SyntaxError(
            code: .misplacedItem, message: "`|` outside brackets", span: here, label: "alternatives of what?",
            help: "put the alternatives in brackets, `( a | b )`, or write another `pattern` line")
        }
        if items.isEmpty { throw emptyAlternative(here) }
        scanner.position += 1
        all.append(items)
        items = []
        guard all.count < Limits.alternatives else {
          throw limit("more than \(Limits.alternatives) alternatives", here, "use a lexicon for long lists of words")
        }
        continue
      }
      let item = try element(typed: typed)
      if case .gap = item, case .gap? = items.last {
        throw SyntaxError(
          code: .badGap, message: "two gaps in a row", span: here, label: "a gap stands before it",
          help: "write one gap of up to \(Limits.gap.upperBound) tokens")
      }
      items.append(item)
      size += 1
      guard size <= Limits.patternSize else {
        throw limit("a pattern of more than \(Limits.patternSize) items", here, "use lexicons and fragments")
      }
    }
    all.append(items)
    return all
  }

  /// One item with its `?`.
  private mutating func element(typed: Bool) throws(SyntaxError) -> PatternElement {
    let start = scanner.position
    let item = try atom(typed: typed)
    let end = scanner.position
    scanner.skipSpace()
    guard scanner.skip("?") else { return item }
    let mark = Span(scanner.position - 1, scanner.position)
    switch item {
    case .gap, .start, .end, .optional:
      throw SyntaxError(
        code: .misplacedItem, message: "`\(scanner.string(Span(start, end)))` can't be made optional", span: mark,
        label: "`?` stands behind words, lexicons, types, captures and groups")
    default: break
    }
    var ahead = scanner
    ahead.skipSpace()
    if ahead.at("?") {
      throw SyntaxError(
        code: .misplacedItem, message: "`?` stands twice", span: Span(ahead.position, ahead.position + 1),
        label: "once is enough", help: "for a question mark in the text write `\\?`")
    }
    return .optional(item)
  }

  private mutating func atom(typed: Bool) throws(SyntaxError) -> PatternElement {
    let here = Span(scanner.position, scanner.position + 1)
    switch Unicode.Scalar(scanner.current) {
    case "(":
      scanner.position += 1
      return .group(try nested(here, ")", typed: typed))
    case "<": return try capture(here)
    case "@":
      let (name, className) = try lexicon()
      return .lexicon(name: name, class: className)
    case "%": return try fragment(here)
    case "^":
      scanner.position += 1
      return .start
    case "$":
      scanner.position += 1
      return .end
    case "." where scanner.peek() == UInt8(ascii: ".") && scanner.peek(2) != UInt8(ascii: "."):
      return try gap()
    case "?":
      throw SyntaxError(
        code: .misplacedItem, message: "`?` with nothing before it", span: here,
        label: "nothing that could be optional", help: "for a question mark in the text write `\\?`")
    case "{", "}":
      throw SyntaxError(
        code: .misplacedItem, message: "a brace in a pattern", span: here, label: "braces belong in examples",
        help: "a capture is written `<name: …>`; for a brace in the text write "
          + "`\\\(Character(Unicode.Scalar(scanner.current)))`")
    default: return try word(typed: typed)
    }
  }

  /// What stands between a bracket and its answer.
  private mutating func nested(
    _ opening: Span, _ closer: Unicode.Scalar, typed: Bool
  ) throws(SyntaxError) -> [[PatternElement]] {
    guard depth < Limits.nesting else {
      throw limit("brackets more than \(Limits.nesting) deep", opening, "use a fragment for the inner part")
    }
    depth += 1
    defer { depth -= 1 }
    return try alternatives(opening: opening, closer: closer, typed: typed)
  }

  // MARK: - Names

  private mutating func capture(_ opening: Span) throws(SyntaxError) -> PatternElement {
    scanner.position += 1
    scanner.skipSpace()
    guard let span = scanner.name() else {
      throw SyntaxError(
        code: .misplacedItem, message: "a capture without a name", span: opening, label: "a name must follow",
        help: "write `<source: source>`; for the sign itself write `\\<`")
    }
    let name = scanner.string(span)
    scanner.skipSpace()
    if scanner.skip(":") {
      try checkLength(span)
      note(.captureDefinition, name, span: span)
      return .capture(name: name, try nested(opening, ">", typed: true))
    }
    guard scanner.skip(">") else {
      throw SyntaxError(
        code: .misplacedItem, message: "`<\(name)` is neither a capture nor a type", span: span,
        label: "`:` or `>` must follow", help: "a capture is written `<\(name): …>`, a type `<source>`")
    }
    guard let type = PhraseType(name: name) else {
      let types = PhraseType.allCases.map(\.name)
      throw SyntaxError(
        code: .unknownType, message: "unknown type `\(name)`", span: span, label: "no type with this name",
        help: nearestName(to: name, among: types).map { "did you mean `\($0)`?" }
          ?? "the types are " + types.map { "`\($0)`" }.joined(separator: ", "))
    }
    return .type(type)
  }

  /// At `@`: a lexicon, and a class of it.
  mutating func lexicon() throws(SyntaxError) -> (name: String, class: String?) {
    let start = scanner.position
    scanner.position += 1
    guard let span = scanner.name() else {
      throw SyntaxError(
        code: .misplacedItem, message: "`@` without the name of a lexicon", span: Span(start, start + 1),
        label: "a name must follow", help: "for the sign itself write `\\@`")
    }
    let name = scanner.string(span)
    var className: String?
    if scanner.at("."), scanner.peek().isNameStart {
      scanner.position += 1
      className = scanner.name().map(scanner.string)
    }
    let whole = Span(start, scanner.position)
    try checkLength(whole)
    note(.lexicon, name, className, span: whole)
    return (name, className)
  }

  private mutating func fragment(_ sign: Span) throws(SyntaxError) -> PatternElement {
    scanner.position += 1
    guard let span = scanner.name() else {
      throw SyntaxError(
        code: .misplacedItem, message: "`%` without the name of a fragment", span: sign, label: "a name must follow",
        help: "for the sign itself write `\\%`")
    }
    let whole = Span(sign.start, span.end)
    try checkLength(whole)
    note(.fragment, scanner.string(span), span: whole)
    return .fragment(scanner.string(span))
  }

  private mutating func gap() throws(SyntaxError) -> PatternElement {
    let start = scanner.position
    scanner.position += 2
    while scanner.current.isNamePart { scanner.position += 1 }
    let span = Span(start, scanner.position)
    let digits = scanner.string(Span(start + 2, scanner.position))
    guard digits.utf8.allSatisfy(\.isDigit), let count = Int(digits), Limits.gap.contains(count) else {
      throw SyntaxError(
        code: .badGap, message: "`\(scanner.string(span).prefix(Limits.nameLength))` is no gap", span: span,
        label: "a number from \(Limits.gap.lowerBound) to \(Limits.gap.upperBound) must follow",
        help: "`..5` stands for up to five tokens")
    }
    return .gap(count)
  }

  private mutating func note(
    _ kind: NameUse.Kind, _ name: String, _ className: String? = nil, span: Span
  ) {
    uses.append(NameUse(kind: kind, name: name, className: className, location: SourceLocation(file, span)))
  }

  // MARK: - Errors

  private func checkLength(_ span: Span) throws(SyntaxError) {
    guard span.count > 2 * Limits.nameLength else { return }
    throw limit("a name of \(span.count) letters", span, "at most \(Limits.nameLength) are allowed")
  }

  func limit(_ message: String, _ span: Span, _ help: String) -> SyntaxError {
    SyntaxError(code: .limitExceeded, message: message, span: span, label: "the limit is passed here", help: help)
  }

  private func emptyAlternative(_ span: Span) -> SyntaxError {
    SyntaxError(
      code: .emptyAlternative, message: "an alternative without words", span: span, label: "nothing stands before it",
      help: "to say that something may be missing write `?` behind it")
  }

  private func unclosed(_ opening: Span) -> SyntaxError {
    let sign = scanner.string(opening)
    return SyntaxError(
      code: .unbalancedPattern, message: "`\(sign)` is never closed", span: opening, label: "opened here",
      help: "close it with `\(sign == "(" ? ")" : ">")`, or write `\\\(sign)` for the sign itself")
  }

  private func unopened(_ span: Span, within opening: Span?) -> SyntaxError {
    let sign = scanner.string(span)
    let help =
      opening.map { "`\(scanner.string($0))` must be closed first" } ?? "for the sign itself write `\\\(sign)`"
    return SyntaxError(
      code: .unbalancedPattern, message: "`\(sign)` closes nothing", span: span, label: "not opened before",
      help: help)
  }
}

extension PhraseType {
  init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
