/// Chooses a story's title among those that a page states, and takes the site's name off it.
struct PageTitle {
  private let meta: PageMetadata
  /// Folded names of the site: its name, its publisher, its host.
  private let siteNames: [[UInt8]]

  init(_ meta: PageMetadata, url: String?) {
    self.meta = meta
    var names = [meta.siteName, meta.linked.publisher, meta.linked.siteName].compactMap { $0 }.map { Folded.bytes($0) }
    if let url, let host = Self.host(url) {
      names.append(Folded.bytes(host))
      // `www.tarn-echo.example` is "Tarn Echo".
      let parts = host.split(separator: ".")
      if let name = parts.dropLast().max(by: { $0.utf8.count < $1.utf8.count }) {
        names.append(Folded.bytes(String(name)))
      }
    }
    siteNames = names.filter { $0.count >= 2 }
  }

  static func host(_ url: String) -> String? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
  }

  /// - Parameter heading: The headline as it stands on the page.
  ///
  /// What stands on the page is believed when the page's data agree with it, or have nothing better: the first heading may be
  /// a part of the title, or another one for the front page's readers.
  func best(heading: String?) -> String? {
    if let heading {
      let folded = Folded.bytes(heading)
      guard let stated = meta.linked.headline.map({ withoutSite(meta.tidy($0)) }), !stated.isEmpty else {
        return heading
      }
      let agrees = [stated, meta.first(.title).map { withoutSite(meta.tidy($0)) }].contains {
        $0.map { Folded.bytes($0) } == folded
      }
      return agrees ? heading : stated
    }
    return meta.titles.lazy.map { withoutSite($0) }.first { !$0.isEmpty }
  }

  /// "Title | The Tarn Echo", "The Tarn Echo: Title".
  func withoutSite(_ title: String) -> String {
    var title = title
    for _ in 0..<3 {
      guard let cut = shortened(title) else { break }
      title = cut
    }
    return title.trimmed
  }

  private static let signs: Set<Character> = ["|", "-", "–", "—", "·", "•", "»", "«", ":", "ㅣ", "/", "‖", "―"]

  private func shortened(_ title: String) -> String? {
    var places: [String.Index] = []
    for i in title.indices where Self.signs.contains(title[i]) {
      // A hyphen inside a word is none of these signs.
      let before = i == title.startIndex ? " " : title[title.index(before: i)]
      let next = title.index(after: i)
      let after = next == title.endIndex ? " " : title[next]
      if title[i] == "|" || title[i] == "ㅣ" || (before == " " || title[i] == ":") && after == " " { places.append(i) }
    }
    if let last = places.last {
      let suffix = String(title[title.index(after: last)...])
      if isSite(suffix) || title[last] == "|" && isOtherTitle(String(title[..<last])) {
        return String(title[..<last]).trimmed
      }
    }
    if let first = places.first, title[first] != "/" {
      let prefix = String(title[..<first])
      if isSite(prefix) { return String(title[title.index(after: first)...]).trimmed }
    }
    return nil
  }

  func isSite(_ text: String) -> Bool {
    let folded = Folded.bytes(text)
    guard !folded.isEmpty else { return true }
    return siteNames.contains {
      $0 == folded
        || $0.count >= 4 && folded.count >= 3 && ($0.starts(with: folded) || folded.starts(with: $0))
          && folded.count <= $0.count * 2 + 4
    }
  }

  private func isOtherTitle(_ text: String) -> Bool {
    let folded = Folded.bytes(text)
    return meta.titles.contains { Folded.bytes($0) == folded }
  }
}
