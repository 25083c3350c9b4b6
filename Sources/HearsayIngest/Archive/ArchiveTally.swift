/// What was read of an archive and what was left out, so that nothing is dropped in silence.
struct ArchiveTally {
  private(set) var records = 0
  private(set) var pages = 0
  private var others: [String: Int] = [:]

  mutating func addPage() {
    records += 1
    pages += 1
  }

  /// - Parameter name: What the record is, in the singular: `request record`, `image/png`.
  mutating func leaveOut(_ name: String) {
    records += 1
    // Servers invent media types without end; a summary of thousands would be none.
    let key = others.count < 200 || others[name] != nil ? name : "of other types"
    others[key, default: 0] += 1
  }

  /// `13 records: 6 pages; left out: 6 request, 1 warcinfo`, the most frequent first.
  var summary: String {
    var text = "\(records) \(records == 1 ? "record" : "records"): \(pages) \(pages == 1 ? "page" : "pages")"
    let ordered = others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !ordered.isEmpty {
      text += "; left out: " + ordered.prefix(12).map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      let rest = ordered.dropFirst(12).reduce(0) { $0 + $1.value }
      if rest > 0 { text += ", \(rest) others" }
    }
    return text
  }
}
