/// The lines between two `---` at the head of a Markdown file: `key: value`, with lists in brackets or one item a line.
///
/// The small part of YAML that writers use for titles, dates and authors; what is not understood is left out.
struct FrontMatter {
  /// Keys in lower case with their values; a plain value is a list of one.
  private(set) var values: [String: [String]] = [:]
  /// How many lines it takes, the two rulers included; 0 where there is none.
  private(set) var lineCount = 0

  private static let mostLines = 400

  init<Lines: RandomAccessCollection<Substring>>(_ lines: Lines) {
    guard let first = lines.first, Self.trimmed(first) == "---" else { return }
    var key: String?
    var count = 1
    for line in lines.dropFirst().prefix(Self.mostLines) {
      count += 1
      let text = Self.trimmed(line)
      if text == "---" || text == "..." {
        lineCount = count
        return
      }
      if text.isEmpty || text.hasPrefix("#") { continue }
      if text.hasPrefix("- ") || line.first == " " {
        if let key, text.hasPrefix("- ") { values[key, default: []].append(Self.unquoted(text.dropFirst(2))) }
      } else if let colon = text.firstIndex(of: ":") {
        let name = Self.trimmed(text[..<colon]).lowercased()
        key = name
        values[name] = Self.list(Self.trimmed(text[text.index(after: colon)...]))
      }
    }
    // No second ruler: the first one was a line of the text.
    values = [:]
  }

  /// The first of these keys that has a value.
  func first(_ keys: String...) -> String? {
    for key in keys { if let value = values[key]?.first, !value.isEmpty { return value } }
    return nil
  }

  func all(_ keys: String...) -> [String] {
    for key in keys { if let value = values[key], !value.isEmpty { return value.filter { !$0.isEmpty } } }
    return []
  }

  private static func list(_ value: Substring) -> [String] {
    if value.isEmpty { return [] }
    guard value.hasPrefix("["), value.hasSuffix("]") else { return [unquoted(value)] }
    return value.dropFirst().dropLast().split(separator: ",").map(unquoted)
  }

  private static func unquoted(_ value: Substring) -> String {
    let value = trimmed(value)
    if value.count >= 2, let mark = value.first, mark == value.last, mark == "\"" || mark == "'" {
      return String(value.dropFirst().dropLast())
    }
    return String(value)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
