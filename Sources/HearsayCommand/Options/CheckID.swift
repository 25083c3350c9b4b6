/// The ids of checks as people type them.
enum CheckID {
  /// In capitals, and with the zero that everybody leaves out once: `anon-6` is ANON-06, and no beginning of ANON-60.
  static func normalized(_ typed: String) -> String {
    let id = typed.uppercased()
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 1, let digit = parts[1].utf8.first, digit > 0x30, digit <= 0x39
    else { return id }
    return "\(parts[0])-0\(parts[1])"
  }

  /// "did you mean `ANON`?", among ids and the beginnings that they share.
  static func suggestion(for typed: String, among ids: [String]) -> String? {
    let families = Set(ids.compactMap { $0.split(separator: "-").first.map(String.init) }).sorted()
    return didYouMean(typed, typed.contains("-") ? ids : families + ids)
  }
}
