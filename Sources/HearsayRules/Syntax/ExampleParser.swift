import HearsayDiagnostics
import HearsayText

/// Reads an example: a sentence with its captures in braces, `{source: The mayor} {cue: said} so.`
///
/// Braces may stand in braces. A backslash before a special character makes it plain, as in patterns; before anything
/// else it is a backslash.
struct ExampleParser {
  let file: SourceFile
  private var scanner: ByteScanner
  private var text: [UInt8] = []
  private var captures: [Example.Capture] = []
  private var uses: [NameUse] = []
  private var open: [(capture: Int, brace: Span)] = []

  private init(file: SourceFile, span: Span) {
    self.file = file
    scanner = ByteScanner(file.bytes, span)
  }

  /// The example in `span` and the captures it names; nil after reporting why it can't be read.
  static func parse(
    _ kind: Example.Kind, _ span: Span, in file: SourceFile, into sink: inout DiagnosticSink
  ) -> (Example, [NameUse])? {
    var parser = ExampleParser(file: file, span: span)
    do throws(SyntaxError) {
      try parser.read()
      let location = SourceLocation(file, span)
      let text = String(decoding: parser.text, as: UTF8.self)
      // Bytes that are no UTF-8 have been reported; repaired ones would shift the spans.
      guard text.utf8.count == parser.text.count else { return nil }
      return (Example(kind: kind, text: text, captures: parser.captures, location: location), parser.uses)
    } catch {
      error.report(in: file, into: &sink)
      return nil
    }
  }

  private mutating func read() throws(SyntaxError) {
    while !scanner.isAtEnd {
      switch Unicode.Scalar(scanner.current) {
      case "{": try openBrace()
      case "}": try closeBrace()
      case "\\" where PatternParser.special.contains(scanner.peek()):
        text.append(scanner.peek())
        scanner.position += 2
      case "\n", "\r":
        scanner.skipSpace()
        while let last = text.last, last.isBlank { text.removeLast() }
        if !text.isEmpty { text.append(UInt8(ascii: " ")) }
      default:
        text.append(scanner.current)
        scanner.position += 1
      }
    }
    if let last = open.last {
      throw SyntaxError(
        code: .badExample, message: "`{` is never closed", span: last.brace, label: "opened here",
        help: "close it with `}`, or write `\\{` for the sign itself")
    }
  }

  private mutating func openBrace() throws(SyntaxError) {
    let brace = Span(scanner.position, scanner.position + 1)
    guard open.count < Limits.nesting else {
      throw SyntaxError(
        code: .limitExceeded, message: "braces more than \(Limits.nesting) deep", span: brace,
        label: "the limit is passed here")
    }
    scanner.position += 1
    scanner.skipSpace()
    let name = scanner.name()
    scanner.skipSpace()
    guard let name, scanner.skip(":") else {
      throw SyntaxError(
        code: .badExample, message: "a brace without the name of a capture", span: brace,
        label: "a name and a colon must follow", help: "write `{source: the words}`, or `\\{` for the sign itself")
    }
    scanner.skipSpace()
    uses.append(NameUse(kind: .capture, name: scanner.string(name), location: SourceLocation(file, name)))
    open.append((captures.count, brace))
    captures.append(Example.Capture(name: scanner.string(name), span: Span(text.count, text.count)))
  }

  private mutating func closeBrace() throws(SyntaxError) {
    let brace = Span(scanner.position, scanner.position + 1)
    guard let (index, opening) = open.popLast() else {
      throw SyntaxError(
        code: .badExample, message: "`}` closes nothing", span: brace, label: "not opened before",
        help: "for the sign itself write `\\}`")
    }
    var end = text.count
    let start = captures[index].span.start
    while end > start, text[end - 1].isBlank { end -= 1 }
    guard end > start else {
      throw SyntaxError(
        code: .badExample, message: "a capture without words", span: Span(opening.start, brace.end),
        label: "nothing stands in it")
    }
    captures[index].span = Span(start, end)
    scanner.position += 1
  }
}
