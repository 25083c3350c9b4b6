import HearsayStory
import HearsayText

/// Markdown as a story: the markup becomes block kinds and leaves the text.
///
/// Each line of the source keeps its line in the text (front matter and fences leave empty ones), so that a report's
/// line numbers are those of the file.
struct MarkdownReader {
  private let front: FrontMatter
  private var text: [UInt8] = []
  private var blocks: [Block] = []
  /// The kind of the block that the next line may go on with.
  private var open: BlockKind?
  private var heading1: Span?
  private let repairs: Int

  init(_ source: SourceText) {
    // Lines are cut once with Character-free splitting; Markdown files are small beside streams.
    let whole = String(decoding: source.bytes, as: UTF8.self)
    let lines = whole.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    front = FrontMatter(lines)
    repairs = source.repairs.count
    text.reserveCapacity(source.bytes.count)
    var isCode = false
    for (number, line) in lines.enumerated() {
      if number > 0 { text.append(0x0A) }
      if number < front.lineCount { continue }
      let stripped = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
      if stripped.hasPrefix("```") || stripped.hasPrefix("~~~") {
        isCode.toggle()
        open = nil
      } else if isCode {
        add(stripped, .furniture, joins: true)
      } else {
        read(stripped, indent: line.count - stripped.count, next: number + 1 < lines.count ? lines[number + 1] : "")
      }
    }
  }

  private mutating func read(_ line: Substring, indent: Int, next: Substring) {
    if line.isEmpty || Self.isRuler(line) || isUnderline(line) {
      open = nil
    } else if line.hasPrefix("#"), let level = Self.headingLevel(line) {
      let content = line.dropFirst(level).drop { $0 == " " }
      addHeading(content.reversed().drop { $0 == "#" || $0 == " " }.reversed().map(String.init).joined(), level)
    } else if open == nil, let level = Self.underlineLevel(next), !line.hasPrefix("-"), !line.hasPrefix(">") {
      addHeading(String(line), level)
    } else if line.hasPrefix(">") {
      let content = line.drop { $0 == ">" || $0 == " " }
      if content.isEmpty { open = nil } else { add(content, .quote, joins: open == .quote) }
    } else if let length = Self.listMarkLength(line) {
      add(line.dropFirst(length), .list, joins: false)
    } else if Self.isImage(line) {
      add(line, .caption, joins: false)
    } else if Self.isReference(line) || line.hasPrefix("<!--") {
      open = nil
    } else {
      let goesOn = open == .paragraph || open == .quote || open == .list && indent > 0
      add(line, goesOn ? open ?? .paragraph : .paragraph, joins: goesOn)
    }
  }

  private mutating func addHeading(_ line: String, _ level: Int) {
    let before = blocks.count
    add(line[...], level == 1 && heading1 == nil ? .headline : .heading, joins: false)
    if level == 1, heading1 == nil, blocks.count > before { heading1 = blocks[before].span }
    open = nil
  }

  private mutating func add(_ line: Substring, _ kind: BlockKind, joins: Bool) {
    let start = text.count
    MarkdownInline.append(line.utf8, to: &text)
    while text.count > start, ContentKind.isSpace(text[text.count - 1]) { text.removeLast() }
    guard text.count > start else { return }
    if joins, open == kind, let last = blocks.indices.last {
      blocks[last].span.end = text.count
    } else {
      blocks.append(Block(kind, Span(start, text.count)))
    }
    open = kind == .caption ? nil : kind
  }

  func story(_ place: InputPlace, sha256: String, notes: [String]) -> Story {
    let source = SourceText(decoding: text)
    return Story(
      id: front.first("id") ?? place.id, path: place.path, text: source, sha256: sha256,
      title: front.first("title", "headline") ?? heading1.map { source.string($0) },
      outlet: front.first("outlet", "publisher", "publication", "source", "site"),
      url: front.first("url", "link", "canonical"),
      date: front.first("date", "published", "pubdate"),
      byline: front.all("byline", "authors", "author"),
      language: front.first("lang", "language"), blocks: blocks, notes: notes)
  }

  // MARK: The marks of a line

  private static func headingLevel(_ line: Substring) -> Int? {
    let level = line.prefix { $0 == "#" }.count
    guard level <= 6, let after = line.dropFirst(level).first else { return nil }
    return after == " " ? level : nil
  }

  /// `===` or `---` under a line makes it a heading.
  private static func underlineLevel(_ line: Substring) -> Int? {
    let line = line.filter { !$0.isWhitespace }
    guard line.count >= 3, let mark = line.first, mark == "=" || mark == "-" else { return nil }
    return line.allSatisfy { $0 == mark } ? (mark == "=" ? 1 : 2) : nil
  }

  private func isUnderline(_ line: Substring) -> Bool {
    line.hasPrefix("===") && line.allSatisfy { $0 == "=" || $0.isWhitespace }
  }

  private static func isRuler(_ line: Substring) -> Bool {
    let marks = line.filter { !$0.isWhitespace }
    guard marks.count >= 3, let mark = marks.first, mark == "-" || mark == "*" || mark == "_" else { return false }
    return marks.allSatisfy { $0 == mark }
  }

  private static func listMarkLength(_ line: Substring) -> Int? {
    if line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("+ ") { return 2 }
    let digits = line.prefix { $0.isNumber }.count
    guard (1...3).contains(digits) else { return nil }
    let rest = line.dropFirst(digits)
    return rest.hasPrefix(". ") || rest.hasPrefix(") ") ? digits + 2 : nil
  }

  /// A picture that stands alone; its words are a caption.
  private static func isImage(_ line: Substring) -> Bool {
    line.hasPrefix("![") && line.hasSuffix(")")
  }

  /// `[name]: address`, which shows nothing.
  private static func isReference(_ line: Substring) -> Bool {
    guard line.hasPrefix("["), let close = line.firstIndex(of: "]") else { return false }
    return line[line.index(after: close)...].hasPrefix(": ")
  }
}
