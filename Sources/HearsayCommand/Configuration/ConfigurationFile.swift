import HearsayDiagnostics
import HearsayText

/// A configuration file cut into blocks and fields: the line format of the rule language, with kinds of its own.
///
///     settings desk
///       profile  reuters
///       fail-on  warning
///
///     accept admitted-in-court
///       check    VERB-01
///       words    “admitted”
///       reason   It is the court's own term.
///
/// A line in column 1 opens a block, an indented line is a field, a line indented deeper goes on with the value above it, and
/// `#` begins a comment on a line of its own. After an error reading goes on, so that one run tells all of them.
struct ConfigurationFile {
  struct Field {
    var key: String
    var keyLocation: SourceLocation
    var value: String
    var location: SourceLocation
  }

  struct Block {
    var kind: BlockKind
    var name: String
    var location: SourceLocation
    var fields: [Field] = []

    subscript(_ key: String) -> Field? { fields.first { $0.key == key } }
  }

  enum BlockKind: String, CaseIterable {
    /// What the command line would say otherwise.
    case settings
    /// A check's level in this folder.
    case check
    /// A finding that somebody has looked at and lets stand.
    case accept

    /// The keys of a block; nil for settings, whose keys are options.
    var keys: [String]? {
      switch self {
      case .settings: nil
      case .check: ["level"]
      case .accept: ["check", "words", "story", "reason"]
      }
    }

    var required: [String] {
      switch self {
      case .settings: []
      case .check: ["level"]
      case .accept: ["check", "words", "reason"]
      }
    }
  }

  let file: SourceFile
  private(set) var blocks: [Block] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Larger files are no configuration.
  static let mostBytes = 1 << 20

  init(_ file: SourceFile) {
    self.file = file
    guard file.bytes.count <= Self.mostBytes else {
      report("C001", "a configuration of more than 1 MiB", at: Span(0, 0), "the file is not read", nil)
      return
    }
    var fieldIndent: Int?
    var isOpen = false
    for index in file.lineStarts.indices {
      let line = file.span(ofLine: index + 1)
      var start = line.start
      var end = line.end
      while start < end, file.bytes[start] == 0x20 || file.bytes[start] == 0x09 { start += 1 }
      while end > start, file.bytes[end - 1] == 0x20 || file.bytes[end - 1] == 0x09 { end -= 1 }
      guard start < end, file.bytes[start] != UInt8(ascii: "#") else { continue }
      let indent = start - line.start
      if indent == 0 {
        isOpen = open(Span(start, end))
        fieldIndent = nil
      } else if !isOpen {
        if blocks.isEmpty {
          report(
            "C002", "a line that belongs to no block", at: Span(start, end), "indented, but no block is open",
            "open a block first, for example `settings desk` in column 1")
        }
      } else if let deep = fieldIndent, indent > deep {
        if let last = blocks[blocks.count - 1].fields.indices.last {
          blocks[blocks.count - 1].fields[last].value += " " + file.string(Span(start, end))
        }
      } else {
        fieldIndent = fieldIndent ?? indent
        field(Span(start, end))
      }
    }
    for block in blocks {
      for key in block.kind.required where block[key] == nil {
        report(
          "C005", "\(block.kind.rawValue) `\(block.name)` has no `\(key)`", at: block.location.span, "it needs one",
          key == "reason" ? "say why the finding may stand; the report prints it" : "add a line `\(key)`")
      }
    }
  }

  private mutating func open(_ line: Span) -> Bool {
    let words = file.string(line).split(whereSeparator: \.isWhitespace).map(String.init)
    guard let keyword = words.first else { return false }
    guard let kind = BlockKind(rawValue: keyword) else {
      let kinds = BlockKind.allCases.map(\.rawValue)
      report(
        "C003", "`\(keyword)` is no kind of block", at: Span(line.start, line.start + keyword.utf8.count),
        "unknown keyword",
        didYouMean(keyword, kinds) ?? "a block begins with \(kinds.map { "`\($0)`" }.joined(separator: ", "))")
      return false
    }
    guard words.count == 2 else {
      report(
        "C003", "`\(keyword)` is followed by one name", at: line,
        words.count < 2 ? "a name must follow" : "more than a name",
        "write `\(keyword) \(words.count < 2 ? "my-\(keyword)" : words.dropFirst().joined(separator: "-"))`")
      return false
    }
    blocks.append(Block(kind: kind, name: words[1], location: SourceLocation(file, line)))
    return true
  }

  private mutating func field(_ line: Span) {
    let text = file.string(line)
    let key = String(text.prefix { !$0.isWhitespace })
    let value = String(text.dropFirst(key.count).drop(while: \.isWhitespace))
    let keySpan = Span(line.start, line.start + key.utf8.count)
    let block = blocks[blocks.count - 1]
    let known = block.kind.keys ?? Setting.keys
    guard known.contains(key) else {
      report(
        "C004", "`\(block.kind.rawValue)` has no key `\(key)`", at: keySpan, "unknown key",
        didYouMean(key, known) ?? "it has \(known.map { "`\($0)`" }.joined(separator: ", "))")
      return
    }
    guard !value.isEmpty else {
      report("C005", "`\(key)` without a value", at: keySpan, "nothing stands behind it", nil)
      return
    }
    if block[key] != nil {
      report(
        "C006", "`\(key)` stands twice in one block", at: keySpan, "given again here",
        "a longer value may go on in the next line, indented deeper")
      return
    }
    let valueSpan = Span(line.end - value.utf8.count, line.end)
    blocks[blocks.count - 1].fields.append(
      Field(
        key: key, keyLocation: SourceLocation(file, keySpan), value: value, location: SourceLocation(file, valueSpan)))
  }

  private mutating func report(_ code: String, _ message: String, at span: Span, _ label: String, _ help: String?) {
    diagnostics.append(
      Diagnostic(code: code, message: message, primary: Diagnostic.Label(SourceLocation(file, span), label), help: help)
    )
  }
}
