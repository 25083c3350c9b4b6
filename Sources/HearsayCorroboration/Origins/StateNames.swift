import HearsayRules
import HearsayText

/// Tells a state by its name, its people and its capital, so that "Moscow" and "Russia's Defence Ministry" have the state in
/// common.
struct StateNames: Sendable {
  struct Found {
    /// The same for all names of a state.
    var key: UInt64
    /// In tokens.
    var length: Int
  }

  private struct Entry: Sendable {
    var stems: [UInt64]
    var key: UInt64
    var isSeat: Bool
  }

  private var byFirst: [UInt64: [Entry]] = [:]

  init(_ rulebook: Rulebook, _ stemmer: Stemmer) {
    for name in rulebook.classes(of: "state") {
      let isSeat = name.hasSuffix("-seat")
      let key = Stemmer.hash((isSeat ? String(name.dropLast(5)) : name).utf8)
      for word in rulebook.words("state", name) {
        let scanned = rulebook.scan(SourceText(word))
        let stems = scanned.tokens.form.indices.map { stemmer.stem($0, of: scanned) }
        guard let first = stems.first else { continue }
        byFirst[first, default: []].append(Entry(stems: stems, key: key, isSeat: isSeat))
      }
    }
    for first in Array(byFirst.keys) { byFirst[first]?.sort { $0.stems.count > $1.stems.count } }
  }

  /// The state whose name begins at a token, the longest name first.
  ///
  /// - Parameter takesSeats: Whether its capital stands for it: it does where a body speaks ("the ministry in Moscow"), not
  ///   where a person is described ("the mayor of Moscow").
  func state(at i: Int, of stems: [UInt64], limit: Int, takesSeats: Bool) -> Found? {
    guard let entries = byFirst[stems[i]] else { return nil }
    for entry in entries where takesSeats || !entry.isSeat {
      guard i + entry.stems.count <= limit, stems[i..<i + entry.stems.count] == entry.stems[...] else { continue }
      return Found(key: entry.key, length: entry.stems.count)
    }
    return nil
  }
}
