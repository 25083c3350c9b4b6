/// Tells whether a page breaks off: a download that stopped in its middle.
///
/// HTML lets a page leave out its last end tags, so that a page without them is whole unless it ends inside a tag, or inside
/// boxes (`div`, `article`, `table`) whose end tags nobody may leave out.
enum PageEnd {
  /// - Parameter page: The page without its scripts and comments.
  static func isMissing(_ page: [UInt8]) -> Bool {
    guard !page.isEmpty else { return false }
    return page.withUnsafeBufferPointer { page in
      var open = 0
      var lastTag = -1
      var i = 0
      while i < page.count {
        guard page[i] == UInt8(ascii: "<") else {
          i += 1
          continue
        }
        let isEnd = i + 1 < page.count && page[i + 1] == UInt8(ascii: "/")
        let name = isEnd ? i + 2 : i + 1
        if isEnd, has("body", page, name) || has("html", page, name) { return false }
        if boxes.contains(where: { has($0, page, name) }) { open += isEnd ? -1 : 1 }
        if name < page.count, isLetter(page[name]) { lastTag = i }
        i = name
      }
      return open > 0 || lastTag >= 0 && !page[lastTag...].contains(UInt8(ascii: ">"))
    }
  }

  private static let boxes: [StaticString] = ["div", "article", "section", "main", "table"]

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// Whether a name stands at a place, and ends there.
  private static func has(_ name: StaticString, _ page: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    let end = at + name.utf8CodeUnitCount
    guard end <= page.count else { return false }
    for k in 0..<name.utf8CodeUnitCount where page[at + k] | 0x20 != name.utf8Start[k] { return false }
    return end == page.count || page[end] <= 0x20 || page[end] == UInt8(ascii: ">") || page[end] == UInt8(ascii: "/")
  }
}
