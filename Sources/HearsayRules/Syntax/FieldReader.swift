import HearsayDiagnostics
import HearsayText

/// Goes over the fields of one merged block: checks what the schema says of them and reads their plain values.
struct FieldReader {
  let table: BlockTable
  let block: MergedBlock
  var location: SourceLocation { table.location(of: block) }

  /// A field and the file it stands in.
  struct Field {
    let name: FieldName
    let file: SourceFile
    let key: Span
    let value: Span

    var location: SourceLocation { SourceLocation(file, value) }
    var keyLocation: SourceLocation { SourceLocation(file, key) }
  }

  /// Visits the fields in their order, declared ones first, then those of the blocks that extend it. Fields without a
  /// value are reported and left out; so is the second of a field that a block may have once only.
  func forEachField(into sink: inout DiagnosticSink, _ body: (Field, inout DiagnosticSink) -> Void) {
    let schema = block.kind.fields
    // Short lists: a block has few kinds of fields, and hashing is what a rulebook of thousands of blocks would feel.
    var seen: [(name: FieldName, key: Span)] = []
    var present: [FieldName] = []
    for part in block.parts {
      let raw = table.raw[part]
      let file = table.files[raw.file]
      present += raw.misspelt
      seen.removeAll(keepingCapacity: true)
      for field in table.fields[raw.fields] {
        let found = Field(name: field.name, file: file, key: field.key, value: field.value)
        guard !field.value.isEmpty else {
          present.append(field.name)
          sink.report(
            .emptyValue, "`\(file.string(field.key))` without a value", at: found.keyLocation,
            "nothing stands behind it")
          continue
        }
        let first = seen.first { $0.name == field.name }?.key
        if first == nil { seen.append((field.name, field.key)) }
        if let first, schema.contains(where: { $0.name == field.name && $0.occurs.isSingle }) {
          sink.report(
            .repeatedField, "`\(field.name.rawValue)` stands twice in one block", at: found.keyLocation,
            "given again here",
            secondary: [Diagnostic.Label(SourceLocation(file, first), "given here for the first time")],
            help: "a longer value may go on in the next line, indented deeper")
          continue
        }
        body(found, &sink)
      }
      present += seen.map(\.name)
    }
    for field in schema where field.occurs.isRequired && !present.contains(field.name) {
      report(missing: field, into: &sink)
    }
  }

  private func report(missing field: FieldSchema, into sink: inout DiagnosticSink) {
    let article = block.kind == .outlet ? "an" : "a"
    guard field.name != .wordClass else {
      sink.report(
        .missingField, "lexicon `\(block.name)` has no words", at: location, "no class stands in this block",
        help: "add a line with the name of a class and its words: `neutral  say/says/said`")
      return
    }
    sink.report(
      .missingField, "\(block.kind.keyword) `\(block.name)` has no `\(field.name.rawValue)`", at: location,
      "\(article) \(block.kind.keyword) needs \(field.occurs == .once ? "one" : "at least one")",
      help: "add a line `\(field.name.rawValue)`: \(field.about.lowercasedFirst.dropLast())")
  }
}

extension FieldReader.Field {
  /// The value as one line of text.
  var text: String {
    let bytes = file.bytes
    guard bytes[value.start..<value.end].contains(UInt8(ascii: "\n")) else { return file.string(value) }
    var line: [UInt8] = []
    line.reserveCapacity(value.count)
    var scanner = ByteScanner(bytes, value)
    while !scanner.isAtEnd {
      if scanner.at("\n") || scanner.at("\r") {
        scanner.skipSpace()
        while let last = line.last, last.isBlank { line.removeLast() }
        if !line.isEmpty { line.append(UInt8(ascii: " ")) }
      } else {
        line.append(scanner.current)
        scanner.position += 1
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The parts between commas and line ends, without space round them; empty parts are left out.
  var list: [Span] {
    var parts: [Span] = []
    var scanner = ByteScanner(file.bytes, value)
    while true {
      while !scanner.isAtEnd, scanner.at(",") || scanner.current.isBlank {
        if scanner.at(",") { scanner.position += 1 } else { scanner.skipSpace() }
      }
      guard !scanner.isAtEnd else { return parts }
      let start = scanner.position
      var end = start
      while !scanner.isAtEnd, !scanner.at(","), !scanner.at("\n") {
        if !scanner.current.isBlank { end = scanner.position + 1 }
        scanner.position += 1
      }
      parts.append(Span(start, end))
    }
  }

  /// The parts between white space.
  var words: [Span] {
    var parts: [Span] = []
    var scanner = ByteScanner(file.bytes, value)
    scanner.skipSpace()
    while !scanner.isAtEnd {
      parts.append(scanner.wordToSpace())
      scanner.skipSpace()
    }
    return parts
  }

  /// One of a closed list; nil after reporting anything else.
  func choice<Choice>(
    of choices: [(name: String, value: Choice)], into sink: inout DiagnosticSink
  ) -> Choice? {
    let typed = text
    if let found = choices.first(where: { $0.name == typed }) { return found.value }
    sink.report(
      .unknownChoice, "`\(name.rawValue)` can't be `\(typed.prefix(Limits.nameLength))`", at: location,
      "not one of the choices",
      help: nearestName(to: typed, among: choices.map(\.name)).map { "did you mean `\($0)`?" }
        ?? "write " + choices.map { "`\($0.name)`" }.joined(separator: " or "))
    return nil
  }

  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ type: Choice.Type, into sink: inout DiagnosticSink
  ) -> Choice? {
    choice(of: Choice.allCases.map { ($0.rawValue, $0) }, into: &sink)
  }

  func severity(into sink: inout DiagnosticSink) -> Severity? {
    choice(of: Severity.allCases.map { ($0.name, $0) }, into: &sink)
  }
}

extension String {
  /// For a sentence that goes on in the middle of another.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
