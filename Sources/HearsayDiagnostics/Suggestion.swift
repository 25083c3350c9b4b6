/// The known name that somebody may have meant, by edit distance.
///
/// Counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment). A name that is more
/// than a third of its length away is no suggestion. Among equals the first in alphabetical order wins, so that the
/// result doesn't hang on the order of a dictionary.
public func nearestName(to typed: String, among names: some Sequence<String>) -> String? {
  let wanted = Array(typed.lowercased().unicodeScalars.prefix(64))
  guard !wanted.isEmpty else { return nil }
  var best: (distance: Int, name: String)?
  for name in names where name != typed {
    let candidate = Array(name.lowercased().unicodeScalars.prefix(64))
    let allowed = max(1, max(wanted.count, candidate.count) / 3)
    guard abs(wanted.count - candidate.count) <= allowed else { continue }
    let distance = editDistance(wanted, candidate)
    guard distance <= allowed, distance < max(wanted.count, candidate.count) else { continue }
    if let (least, other) = best, (least, other) <= (distance, name) { continue }
    best = (distance, name)
  }
  return best?.name
}

/// Three rows of the usual table: the third is for swaps.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  var current = previous
  for i in 1...max(a.count, 1) where i <= a.count {
    current[0] = i
    for j in 1...max(b.count, 1) where j <= b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      var least = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, before[j - 2] + 1) }
      current[j] = least
    }
    (before, previous, current) = (previous, current, before)
  }
  return previous[b.count]
}
