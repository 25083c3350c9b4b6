import HearsayStory

/// Title, authors, day and outlet of the story on a page: what the data say, checked against what stands on the page.
struct StoryFacts {
  var title: String?
  var authors: [String] = []
  var date: String?
  var siteName: String?
  var url: String?
  var language: String?

  init(_ meta: PageMetadata, _ finder: StoryFinder, _ words: MetadataWords, url: String?, page: [UInt8]) {
    self.url = (meta.canonical ?? meta.first(.url).flatMap { $0.contains("://") ? $0 : nil } ?? url).map(
      Self.withoutArchive)
    siteName = meta.siteName
    language = Self.language(meta.language ?? meta.linked.language ?? meta.first(.language))
    let titles = PageTitle(meta, url: self.url)
    title = titles.best(heading: finder.headline.map { finder.layout.string(finder.layout.lines[$0]) })
    let isMonthFirst = Self.writesMonthFirst(meta.language, meta.first(.language))
    let reader = PageDate(words: words, isMonthFirst: isMonthFirst)
    date = Self.date(meta, finder, reader, words, url: self.url ?? url, page: page)
    authors = Self.authors(meta, finder, words, titles)
  }

  /// The address of a page that an archive keeps, out of the archive's own: `…/web/20240503120000/https://…`. The day in that
  /// is the one on which the page was kept.
  static func withoutArchive(_ url: String) -> String {
    for scheme in ["/https://", "/http://"] {
      guard let inner = url.dropFirst(8).firstRange(of: scheme) else { continue }
      let stamp = url[..<inner.lowerBound].split(separator: "/").last ?? ""
      let digits = stamp.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }.filter(\.isNumber)
      if digits.utf8.count >= 8 { return String(url[url.index(after: inner.lowerBound)...]) }
    }
    return url
  }

  /// `de-AT` and `de_AT` are `de` to the rules.
  private static func language(_ stated: String?) -> String? {
    guard let stated else { return nil }
    let code = stated.lowercased().prefix { $0.isASCII && $0.isLetter }
    return (2...3).contains(code.count) ? String(code) : nil
  }

  /// Americans do, all others put the day first; of English nobody knows without its country.
  private static func writesMonthFirst(_ stated: String?...) -> Bool? {
    for text in stated {
      guard let code = text?.lowercased(), !code.isEmpty else { continue }
      if code.hasPrefix("en") {
        if code.hasSuffix("us") { return true }
        if code.utf8.count > 2 { return false }
        continue
      }
      return false
    }
    return nil
  }

  // MARK: The day

  private static func date(
    _ meta: PageMetadata, _ finder: StoryFinder, _ reader: PageDate, _ words: MetadataWords, url: String?,
    page: [UInt8]
  ) -> String? {
    for case let text? in [meta.linked.published, meta.property("datePublished")] {
      if let date = reader.read(text) { return local(date, text, url) }
    }
    let finding = PageDateFinder(finder, reader, words)
    let shown = finding.best()
    let stated = meta.all(.date).map { (text: $0, date: reader.read($0)) }
    for (text, date) in stated {
      guard let date else { continue }
      // What two others state, and the page doesn't deny to its readers, outweighs one.
      if let other = stated.first(where: { $0.date != nil && $0.date != date })?.date,
        shown == nil || shown?.date == other, stated.count(where: { $0.date == other }) >= 2,
        stated.count(where: { $0.date == date }) == 1
      {
        return other
      }
      // Some pages state the day on which they were last made as theirs; the reader is shown the day of the story.
      if let shown, shown.isMarked, let day = PageDate.number(ofDay: shown.date),
        let other = PageDate.number(ofDay: date),
        other - day > 1, other - day < 400
      {
        return shown.date
      }
      return local(date, text, url)
    }
    if let shown { return shown.date }
    if let date = url.flatMap(PageDate.inAddress) { return date }
    if let date = ScriptDate.find(in: page, names: words.scriptDates, reader) { return date }
    if let date = finding.onOwnCard() { return date }
    // On what day it was changed last tells nothing of the day on which it came out.
    return meta.property("dateCreated").flatMap(reader.read)
  }

  /// A moment in Greenwich may be another day where the story came out: the day in its address is that of its readers.
  private static func local(_ date: String, _ stated: String, _ url: String?) -> String {
    guard stated.contains(":"), let other = url.flatMap(PageDate.inAddress), other != date,
      let a = PageDate.number(ofDay: date), let b = PageDate.number(ofDay: other), abs(a - b) == 1
    else { return date }
    return other
  }

  // MARK: Authors

  private static func authors(
    _ meta: PageMetadata, _ finder: StoryFinder, _ words: MetadataWords, _ titles: PageTitle
  ) -> [String] {
    let names = AuthorNames(words: words)
    var fallback: [String] = []
    // Names behind the story's end are of those who comment on it.
    let end =
      finder.kinds.indices.last { finder.kinds[$0] == .paragraph }.map { Int(finder.layout.lines[$0].lastNode) } ?? .max
    let bylines = PageBylines(finder, names)
    // The most trusted first; what stands on the page is searched only where its data say nothing.
    let sources: [() -> [String]] = [
      { meta.linked.authors }, { Self.authorProperties(meta, before: end) }, { meta.all(.author) },
      { meta.cardAuthors }, bylines.find, { meta.relAuthors }, bylines.findMarked, bylines.findBare,
    ]
    for (rank, source) in sources.enumerated() {
      let stated = source()
      let found = names.clean(stated)
      if found.isEmpty { continue }
      // An outlet as its own author is believed when nothing on the page knows better.
      let isOutlet =
        rank == 0 && meta.linked.authorsAreOrganisations
        || found.allSatisfy { titles.isSite($0) || words.desks.contains($0.lowercased()) }
      if isOutlet {
        if fallback.isEmpty { fallback = found }
        continue
      }
      // Beside people an outlet is no author, and a name with a job behind it is the name once more.
      let people = found.filter { name in
        !titles.isSite(name) && !found.contains { $0 != name && name.hasPrefix($0 + " ") && names.holdsJob(name) }
      }
      let elsewhere = names.clean(meta.cardAuthors + meta.all(.author))
      // A first name is the whole one where another part of the page tells it.
      return people.map { name in
        name.contains(" ") ? name : elsewhere.first { $0.hasPrefix(name + " ") } ?? name
      }
    }
    return fallback
  }

  private static func authorProperties(_ meta: PageMetadata, before end: Int) -> [String] {
    meta.properties.filter { ($0.name == "author" || $0.name == "creator") && $0.node <= end }.map(\.text)
  }
}

/// Finds the day of publication in the data of a script, when nothing else tells it: `"publishedDate":"2024-05-03T…"`.
enum ScriptDate {
  static func find(in page: [UInt8], names: [[UInt8]], _ reader: PageDate) -> String? {
    var best: (rank: Int, date: String)?
    page.withUnsafeBufferPointer { p in
      var i = 0
      while let colon = p[i...].firstIndex(of: UInt8(ascii: ":")) {
        i = colon + 1
        guard let key = key(p, endingAt: colon), let rank = names.firstIndex(of: key), rank < best?.rank ?? .max else {
          continue
        }
        var start = i
        while start < p.count, [UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x20].contains(p[start]) { start += 1 }
        let end = p[start...].prefix(40).firstIndex {
          [UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "\\")].contains($0)
        }
        guard let end, end - start >= 8 else { continue }
        if let date = reader.read(String(decoding: p[start..<end], as: UTF8.self)) { best = (rank, date) }
      }
    }
    return best?.date
  }

  /// The name in marks that ends before a colon, in small letters.
  private static func key(_ p: UnsafeBufferPointer<UInt8>, endingAt colon: Int) -> [UInt8]? {
    var end = colon
    guard end > 2, p[end - 1] == UInt8(ascii: "\"") else { return nil }
    end -= 1
    if p[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    var start = end
    while start > 0, end - start < 40, p[start - 1] != UInt8(ascii: "\"") { start -= 1 }
    guard start > 0, end - start >= 4, end - start < 40 else { return nil }
    return p[start..<end].map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
  }
}
