import HearsayDiagnostics
import HearsayText

/// Cuts a file into blocks and fields by looking at the lines alone.
///
/// A line that begins in column 1 opens a block; an indented line is a field; a line indented deeper than the block's
/// first field goes on with the value above it. After an error the reader carries on at the next line in column 1, so
/// that one run finds all errors of a file.
struct BlockReader {
  private let file: SourceFile
  private let fileIndex: Int
  private let bytes: [UInt8]
  private(set) var blocks: [RawBlock] = []
  private(set) var fields: [RawField]

  private enum State { case outside, inBlock, skipping }
  private var state = State.outside
  private var kind = RuleBlockKind.rule
  private var fieldNames: [(bytes: [UInt8], name: FieldName)] = []
  private var fieldIndent: Int?
  private var canContinue = false

  /// Reads `file`; the fields of its blocks are put behind `fields`.
  init(file: SourceFile, index: Int, fields: [RawField]) {
    self.file = file
    self.fileIndex = index
    self.bytes = file.bytes
    self.fields = fields
  }

  mutating func read(into sink: inout DiagnosticSink) {
    let starts = file.lineStarts
    for index in starts.indices {
      var start = Int(starts[index])
      var end = index + 1 < starts.count ? Int(starts[index + 1]) - 1 : bytes.count
      if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      while end > start, bytes[end - 1].isBlank { end -= 1 }
      guard start < end else { continue }
      readLine(start, end, into: &sink)
    }
    closeBlock()
  }

  private mutating func readLine(_ start: Int, _ end: Int, into sink: inout DiagnosticSink) {
    var first = start
    var indent = 0
    while first < end, bytes[first].isBlank {
      indent = bytes[first] == UInt8(ascii: "\t") ? (indent / 8 + 1) * 8 : indent + 1
      first += 1
    }
    guard bytes[first] != UInt8(ascii: "#") else { return }
    if indent == 0 {
      readHeader(first, end, into: &sink)
      return
    }
    switch state {
    case .skipping: return
    case .outside:
      sink.report(
        .strayLine, "a line that belongs to no block", at: place(first, end), "indented, but no block is open",
        help: "open a block first, for example `rule my-rule` in column 1")
      state = .skipping
    case .inBlock:
      if let fieldIndent, indent > fieldIndent {
        if canContinue { fields[fields.count - 1].valueEnd = offset(end) }
      } else {
        fieldIndent = fieldIndent ?? indent
        readField(first, end, into: &sink)
      }
    }
  }

  // MARK: - Headers

  private mutating func readHeader(_ start: Int, _ end: Int, into sink: inout DiagnosticSink) {
    var scanner = ByteScanner(bytes, Span(start, end))
    let keyword = scanner.wordToSpace()
    guard let found = RuleBlockKind(bytes: bytes[keyword.start..<keyword.end]) else {
      rejectHeader(keyword, end, into: &sink)
      return
    }
    closeBlock()
    state = .skipping
    scanner.skipSpace()
    var change: RawBlock.Change?
    var nameSpan = scanner.name()
    if let span = nameSpan, let word = RawBlock.Change(rawValue: scanner.string(span)) {
      change = word
      scanner.skipSpace()
      nameSpan = scanner.name()
    }
    guard let name = nameSpan else {
      let rest = Span(scanner.position, end)
      let nothing = rest.isEmpty
      sink.report(
        .badHeader, nothing ? "`\(found.keyword)` without a name" : "`\(file.string(rest))` is no name",
        at: nothing ? SourceLocation(file, keyword) : SourceLocation(file, rest),
        nothing ? "a name must follow" : "a name begins with a letter or digit",
        help: "names are made of letters, digits and hyphens: `\(found.keyword) my-\(found.keyword)`")
      return
    }
    scanner.skipSpace()
    guard scanner.isAtEnd else {
      sink.report(
        .badHeader, "a name is one word of letters, digits and hyphens", at: place(scanner.position, end),
        "not part of a name", help: "write `\(found.keyword) \(joinedName(name.start, end))`")
      return
    }
    guard name.count <= Limits.nameLength else {
      sink.report(
        .limitExceeded, "a name of \(name.count) letters", at: SourceLocation(file, name),
        "at most \(Limits.nameLength) are allowed")
      return
    }
    if change == .extends, !found.canBeExtended {
      sink.report(
        .badHeader, "a `\(found.keyword)` can't be extended", at: SourceLocation(file, name),
        "there is nothing to add to", help: "write `\(found.keyword) replaces \(scanner.string(name))`")
      return
    }
    open(found, change, name, scanner.string(name))
  }

  private mutating func open(_ kind: RuleBlockKind, _ change: RawBlock.Change?, _ span: Span, _ name: String) {
    state = .inBlock
    fieldIndent = nil
    canContinue = false
    if self.kind != kind || fieldNames.isEmpty {
      self.kind = kind
      fieldNames = kind.fields.filter { $0.name != .wordClass }.map { (Array($0.name.rawValue.utf8), $0.name) }
    }
    blocks.append(
      RawBlock(
        kind: kind, change: change, file: fileIndex, name: name, nameSpan: span,
        fields: fields.count..<fields.count))
  }

  private mutating func closeBlock() {
    guard !blocks.isEmpty, state != .outside else { return }
    let last = blocks.count - 1
    if state == .inBlock { blocks[last].fields = blocks[last].fields.lowerBound..<fields.count }
  }

  /// Column 1, but no keyword: a field that lost its indentation is read as one.
  private mutating func rejectHeader(_ keyword: Span, _ end: Int, into sink: inout DiagnosticSink) {
    guard !sink.isFull(file) else {
      closeBlock()
      state = .skipping
      return
    }
    let word = file.string(Span(keyword.start, min(keyword.end, keyword.start + Limits.nameLength)))
    if state == .inBlock, fieldNames.contains(where: { $0.name.rawValue == word }) {
      sink.report(
        .unknownKeyword, "`\(word)` is no kind of block", at: SourceLocation(file, keyword), "in column 1",
        help: "indent it by two spaces: it is a field of `\(kind.keyword)`")
      readField(keyword.start, end, into: &sink)
      return
    }
    closeBlock()
    state = .skipping
    let keywords = RuleBlockKind.allCases.map(\.keyword)
    let near = nearestName(to: word, among: keywords)
    sink.report(
      .unknownKeyword, "`\(word)` is no kind of block", at: SourceLocation(file, keyword), "unknown keyword",
      help: near.map { "did you mean `\($0)`?" }
        ?? "a block begins with one of " + keywords.map { "`\($0)`" }.joined(separator: ", "))
  }

  // MARK: - Fields

  private mutating func readField(_ start: Int, _ end: Int, into sink: inout DiagnosticSink) {
    var keyEnd = start
    while keyEnd < end, !bytes[keyEnd].isBlank { keyEnd += 1 }
    if keyEnd - start == 4, bytes[start..<keyEnd].elementsEqual("todo".utf8) {
      var second = keyEnd
      while second < end, bytes[second].isBlank { second += 1 }
      var secondEnd = second
      while secondEnd < end, !bytes[secondEnd].isBlank { secondEnd += 1 }
      let word = bytes[second..<secondEnd]
      if word.elementsEqual("match".utf8) || word.elementsEqual("skip".utf8) {
        append(word.count == 5 ? .todoMatch : .todoSkip, start, secondEnd, end)
        return
      }
    }
    let key = bytes[start..<keyEnd]
    if let known = fieldNames.first(where: { $0.bytes.count == key.count && key.elementsEqual($0.bytes) }) {
      append(known.name, start, keyEnd, end)
    } else if kind == .lexicon, key.allSatisfy(\.isNamePart), key.count <= Limits.nameLength {
      append(.wordClass, start, keyEnd, end)
    } else {
      canContinue = false
      rejectField(Span(start, keyEnd), into: &sink)
    }
  }

  private mutating func append(_ name: FieldName, _ start: Int, _ keyEnd: Int, _ end: Int) {
    var value = keyEnd
    while value < end, bytes[value].isBlank { value += 1 }
    canContinue = true
    fields.append(
      RawField(
        name: name, keyStart: offset(start), keyEnd: offset(keyEnd), valueStart: offset(value), valueEnd: offset(end)))
  }

  private mutating func rejectField(_ key: Span, into sink: inout DiagnosticSink) {
    guard !sink.isFull(file) else { return }
    let word = file.string(Span(key.start, min(key.end, key.start + Limits.nameLength)))
    let names = fieldNames.map(\.name.rawValue)
    let near = nearestName(to: word, among: names)
    if let near, let name = FieldName(rawValue: near), !blocks.isEmpty {
      blocks[blocks.count - 1].misspelt.append(name)
    }
    let known = "it has " + names.map { "`\($0)`" }.joined(separator: ", ")
    sink.report(
      .unknownField, "`\(kind.keyword)` has no field `\(word)`", at: SourceLocation(file, key), "unknown field",
      help: near.map { "did you mean `\($0)`?" }
        ?? (kind == .lexicon ? "the name of a class is made of letters, digits and hyphens" : known))
  }

  // MARK: - Places

  private func place(_ start: Int, _ end: Int) -> SourceLocation { SourceLocation(file, Span(start, end)) }
  private func offset(_ position: Int) -> UInt32 { UInt32(clamping: position) }

  /// `my rule` as `my-rule`, for a suggestion.
  private func joinedName(_ start: Int, _ end: Int) -> String {
    let part = bytes[start..<min(end, start + Limits.nameLength)]
    return String(
      decoding: Array(part.split { !$0.isNamePart }.joined(separator: [UInt8(ascii: "-")])), as: UTF8.self)
  }
}
