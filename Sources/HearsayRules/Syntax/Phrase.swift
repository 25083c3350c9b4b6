import HearsayDiagnostics
import HearsayText

/// The words of a `where` or `then` line, read from left to right; `,` and `+` are words of their own.
struct Phrase {
  let file: SourceFile
  private let words: [Span]
  private let whole: Span
  private var next = 0
  private(set) var uses: [NameUse] = []

  init(file: SourceFile, span: Span) {
    self.file = file
    whole = span
    var words: [Span] = []
    var scanner = ByteScanner(file.bytes, span)
    scanner.skipSpace()
    while !scanner.isAtEnd {
      let start = scanner.position
      while !scanner.isAtEnd, !scanner.current.isBlank, !scanner.at(","), !scanner.at("+") { scanner.position += 1 }
      if scanner.position == start { scanner.position += 1 }
      words.append(Span(start, scanner.position))
      scanner.skipSpace()
    }
    self.words = words
  }

  var isAtEnd: Bool { next >= words.count }
  /// The next word; the place behind the last one at the end.
  var span: Span { next < words.count ? words[next] : Span(whole.end, whole.end) }
  var word: String { next < words.count ? file.string(words[next]) : "" }
  /// The word that was taken last.
  var previous: Span { next > 0 ? words[next - 1] : whole }

  mutating func take() -> String {
    defer { next += 1 }
    return word
  }

  mutating func skip(_ wanted: String) -> Bool {
    guard word == wanted else { return false }
    next += 1
    return true
  }

  mutating func expect(_ wanted: String, _ code: RuleCode, form: String) throws(SyntaxError) {
    guard skip(wanted) else { throw unexpected("`\(wanted)` is expected", code, form: form) }
  }

  /// Takes a name and notes what it is used as.
  mutating func name(_ kind: NameUse.Kind, _ code: RuleCode, form: String) throws(SyntaxError) -> String {
    let text = word
    guard !isAtEnd, text.utf8.allSatisfy(\.isNamePart), text.utf8.count <= Limits.nameLength else {
      throw unexpected("a name is expected", code, form: form)
    }
    note(kind, text, span)
    next += 1
    return text
  }

  /// From the next word to the end of the line, as one line of text.
  mutating func rest(_ code: RuleCode, form: String) throws(SyntaxError) -> String {
    guard !isAtEnd else { throw unexpected("words are expected", code, form: form) }
    let span = Span(words[next].start, whole.end)
    next = words.count
    return FieldReader.Field(name: .then, file: file, key: span, value: span).text
  }

  func expectEnd(_ code: RuleCode, form: String) throws(SyntaxError) {
    guard isAtEnd else { throw unexpected("nothing more is expected", code, form: form) }
  }

  mutating func note(
    _ kind: NameUse.Kind, _ name: String, _ span: Span, className: String? = nil
  ) {
    uses.append(NameUse(kind: kind, name: name, className: className, location: SourceLocation(file, span)))
  }

  func unexpected(_ label: String, _ code: RuleCode, form: String) -> SyntaxError {
    let field = code == .badAction ? "then" : "where"
    let shown = String(file.string(Span(span.start, min(span.end, span.start + Limits.nameLength))))
    return SyntaxError(
      code: code,
      message: isAtEnd ? "this `\(field)` line stops too early" : "`\(shown)` doesn't belong in this `\(field)` line",
      span: isAtEnd ? previous : span, label: isAtEnd ? label + " behind it" : label, help: form)
  }
}
