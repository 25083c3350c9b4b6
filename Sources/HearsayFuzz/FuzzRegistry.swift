extension FuzzTarget {
  /// All targets, in the order in which they run. A new reader adds its own here and describes it in a file of `Targets`.
  static let all: [FuzzTarget] = [
    rules, match, text, markdown, json, jsonLines, warc, gzip, pages, feeds, newsJSON,
  ]
}
