/// Writes HTML: text is escaped, elements are closed where they were opened.
struct HTMLText {
  private(set) var out = ""

  /// Escaped for text and for quoted attributes alike; characters that HTML can't hold become U+FFFD.
  mutating func text(_ text: String) { out += Self.escaped(text) }

  /// Markup of this program's own.
  mutating func raw(_ markup: String) { out += markup }

  mutating func element(
    _ name: String, _ attributes: [(String, String)] = [], _ content: (inout HTMLText) -> Void
  ) {
    out += "<\(name)"
    for (key, value) in attributes { out += " \(key)=\"\(Self.escaped(value))\"" }
    out += ">"
    content(&self)
    out += "</\(name)>"
    if !Self.inline.contains(name) { out += "\n" }
  }

  mutating func link(_ target: String, _ words: String) {
    element("a", [("href", target)]) { $0.text(words) }
  }

  private static let inline: Set<String> = ["a", "code", "mark", "small"]

  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
