/// Tells pages and feeds by their first element, whatever stands before it, and by the name's ending where it says nothing.
enum MarkupKind {
  private static let pageElements: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "div", "p", "article", "section", "main",
    "header", "h1", "h2",
    "span", "table", "center", "font", "nav", "base", "noscript", "ul", "form", "figure", "amp-body",
  ]
  private static let feedElements: Set<String> = ["rss", "feed", "rdf:rdf", "channel"]
  /// Prologs are short; a comment before the first element may be longer.
  private static let searched = 1 << 13

  static func plain(_ head: UnsafeBufferPointer<UInt8>, _ ending: String) -> ContentKind? {
    if let first = firstElement(Array(head.prefix(searched))) {
      if pageElements.contains(first) { return .html }
      if feedElements.contains(first) { return .feed }
    }
    return byEnding(ending)
  }

  /// The same of bytes that may be UTF-16; nil where they aren't.
  static func wide(_ head: UnsafeBufferPointer<UInt8>, _ ending: String) -> ContentKind? {
    let start = head.prefix(64)
    let zeros = start.indices.filter { start[$0] == 0 }
    guard head.count >= 8, zeros.count * 5 >= start.count * 2 else { return nil }
    let odd = zeros.allSatisfy { $0 % 2 == 1 }
    guard odd || zeros.allSatisfy({ $0 % 2 == 0 }) else { return nil }
    let letters = head.prefix(searched * 2).enumerated().filter { $0.offset % 2 == (odd ? 0 : 1) }.map(\.element)
    guard let first = firstElement(letters) else { return nil }
    return pageElements.contains(first) ? .html : feedElements.contains(first) ? .feed : nil
  }

  private static func byEnding(_ ending: String) -> ContentKind? {
    switch ending {
    case "html", "htm", "xhtml": .html
    case "xml", "rss", "atom": .feed
    default: nil
    }
  }

  /// The name of the first element in small letters; `html` where the document type says so.
  private static func firstElement(_ bytes: [UInt8]) -> String? {
    var i = 0
    while i < bytes.count {
      while i < bytes.count, ContentKind.isSpace(bytes[i]) || bytes[i] >= 0xEF || bytes[i] == 0xBB || bytes[i] == 0xBF {
        i += 1
      }
      guard i < bytes.count, bytes[i] == UInt8(ascii: "<") else { return nil }
      let rest = String(decoding: bytes[i..<min(i + 16, bytes.count)], as: UTF8.self).lowercased()
      if rest.hasPrefix("<!doctype html") { return "html" }
      let end: [UInt8]
      if rest.hasPrefix("<!--") {
        end = Array("-->".utf8)
      } else if rest.hasPrefix("<?") || rest.hasPrefix("<!") {
        end = Array(">".utf8)
      } else {
        let name = bytes[(i + 1)...].prefix(32).prefix {
          $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") || $0 >= 0x30 && $0 <= 0x3A
            || $0 == UInt8(ascii: "-")
        }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self).lowercased()
      }
      guard let next = bytes[i...].indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
      i = next + end.count
    }
    return nil
  }
}
