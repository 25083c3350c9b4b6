import HearsayRules

/// What the rulebook knows of metadata: names of meta elements, months, words beside dates and names.
struct MetadataWords: Sendable {
  enum Meta: Int, CaseIterable, Sendable {
    case title, description, site, date, modified, author, url, language
  }

  /// By the name of a meta element in small letters: what it states, and its place among those that state the same.
  private let meta: [String: (kind: Meta, rank: Int)]
  /// By the folded name of a month, 1 to 12.
  private let months: [String: Int]
  let publishedWords: PhraseList
  let updatedOpeners: PhraseList
  let updated: [String]
  let by: [String]
  /// Names under which scripts keep the day of publication, in small letters.
  let scriptDates: [[UInt8]]
  let and: Set<String>
  let noName: Set<String>
  /// What a newsroom signs with when it names nobody.
  let desks: Set<String>
  /// Each with a space at both ends.
  let jobs: PhraseList
  /// With what a part of the address of an author's page begins, its stroke included.
  let authorPaths: [String]

  init(_ rulebook: Rulebook?) {
    func words(_ lexicon: String, _ name: String) -> [String] {
      (rulebook?.words(lexicon, name) ?? []).map { $0.lowercased() }
    }
    var meta: [String: (kind: Meta, rank: Int)] = [:]
    for kind in Meta.allCases {
      for (rank, name) in words("page-meta", "\(kind)").enumerated() where meta[name] == nil {
        meta[name] = (kind, rank)
      }
    }
    self.meta = meta
    var months: [String: Int] = [:]
    for (i, name) in rulebook?.classes(of: "page-months").enumerated() ?? [].enumerated() {
      for month in words("page-months", name) where months[month] == nil { months[month] = i + 1 }
    }
    self.months = months
    scriptDates = words("page-meta", "script-date").map { Array($0.utf8) }
    publishedWords = PhraseList(rulebook, "page-date-words", "published")
    updatedOpeners = PhraseList(rulebook, "page-date-words", "updated")
    updated = words("page-date-words", "updated")
    // The longest first: "written by" before "by".
    by = words("page-byline", "by").sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    and = Set(words("page-byline", "and"))
    noName = Set(words("page-byline", "no-name"))
    desks = Set(words("page-byline", "desk"))
    jobs = PhraseList(words("page-byline", "job").map { " " + $0 + " " })
    authorPaths = words("page-byline", "author-path").map { "/" + $0 }
  }

  func kind(ofMeta name: String) -> (kind: Meta, rank: Int)? { meta[name] }

  func month(_ word: String) -> Int? { months[word] }
}
