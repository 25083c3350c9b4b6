/// What an input is, told from its first bytes and then from its name's ending.
enum ContentKind: Equatable {
  case text, markdown
  /// UTF-16 text with its byte order mark; true for little-endian.
  case utf16(littleEndian: Bool)
  case jsonLines
  /// Something compressed with gzip, to be told by what is in it.
  case gzip
  case warc
  /// One JSON value over several lines: a story or an array of stories.
  case json
  case html
  /// RSS or Atom.
  case feed
  case empty
  /// A kind that is known and not read.
  case refused(what: String, help: String)

  /// How many bytes are enough to tell.
  static let headLength = 1 << 16

  init(head: UnsafeBufferPointer<UInt8>, ending: String) {
    if head.isEmpty {
      self = .empty
    } else if let refused = Self.binary(head) {
      self = refused
    } else if let markup = MarkupKind.wide(head, ending) {
      self = markup
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = .utf16(littleEndian: head[0] == 0xFF)
    } else if let markup = MarkupKind.plain(head, ending) {
      self = markup
    } else if head.contains(0) {
      self = .refused(what: "a binary file", help: "give the story's text, in UTF-8")
    } else {
      self = Self.text(head, ending)
    }
  }

  /// What is told by its first bytes, whatever its name says.
  private static func binary(_ head: UnsafeBufferPointer<UInt8>) -> ContentKind? {
    let saveAsText = "save the document's text as a .txt file"
    if starts(head, "%PDF-") { return .refused(what: "a PDF document", help: saveAsText) }
    if starts(head, "{\\rtf") { return .refused(what: "an RTF document", help: saveAsText) }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return .refused(what: "a zip archive or an office document", help: "unpack it, or " + saveAsText)
    }
    if head.starts(with: [0x1F, 0x8B, 8]) { return .gzip }
    if starts(head, "WARC/") { return .warc }
    return nil
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ ending: String) -> ContentKind {
    let head = UnsafeBufferPointer(rebasing: bytes.drop { Self.isSpace($0) || [0xEF, 0xBB, 0xBF].contains($0) })
    switch ending {
    case "jsonl", "ndjson": return .jsonLines
    case "json": return jsonKind(head) ?? .json
    case "md", "markdown": return .markdown
    case "txt", "text": return looksLikeJSON(head) ? jsonKind(head) ?? .text : .text
    default:
      if looksLikeJSON(head), let kind = jsonKind(head) { return kind }
      return starts(head, "---\n") || starts(head, "---\r\n") ? .markdown : .text
    }
  }

  /// An object or an array of objects; a text that opens with a bracketed remark is none.
  private static func looksLikeJSON(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = head.first else { return false }
    let second = head.dropFirst().first { !isSpace($0) }
    return first == UInt8(ascii: "{") && (second == UInt8(ascii: "\"") || second == UInt8(ascii: "}"))
      || first == UInt8(ascii: "[") && (second == UInt8(ascii: "{") || second == UInt8(ascii: "]"))
  }

  /// Lines of objects where the first line is a whole object, or goes on beyond what can be seen here.
  private static func jsonKind(_ head: UnsafeBufferPointer<UInt8>) -> ContentKind? {
    guard let first = head.first else { return nil }
    if first == UInt8(ascii: "[") { return .json }
    guard first == UInt8(ascii: "{") else { return nil }
    guard let stop = head.firstIndex(of: 0x0A) else {
      return head.count >= headLength / 2 ? .jsonLines : .json
    }
    let line = UnsafeBufferPointer(rebasing: head[..<stop])
    return line.last { !isSpace($0) } == UInt8(ascii: "}") ? .jsonLines : .json
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  /// Whether the bytes begin with these letters, in whatever case.
  private static func starts(_ head: UnsafeBufferPointer<UInt8>, _ letters: StaticString) -> Bool {
    guard head.count >= letters.utf8CodeUnitCount else { return false }
    for i in 0..<letters.utf8CodeUnitCount {
      let c = head[i]
      let lower = c >= UInt8(ascii: "A") && c <= UInt8(ascii: "Z") ? c | 0x20 : c
      if lower != letters.utf8Start[i] && c != letters.utf8Start[i] { return false }
    }
    return true
  }
}
