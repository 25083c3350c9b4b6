import HearsayRules
import HearsayText

/// What the lexicons of claims say of words and phrases, by stem.
///
/// The rulebook's own phrase finder knows forms as they are written; here one base form stands for all of them, so that an
/// editor can add a synonym in one word.
struct PhraseBook: Sendable {
  enum Meaning: Sendable, Equatable {
    /// Another word for the same thing; the group, and whether it is something that is done or happens.
    case sense(Int16, isAction: Bool)
    /// One side of a pair of contraries; the pair, and whether it is the contrary.
    case opposite(Int16, flipped: Bool)
    case numeral(Int)
    /// A power of ten.
    case scale(Int)
    case unit(Int16)
    case bound(Quantity.Bound)
    case negation(Negation)
    /// Puts the statement into an earlier year.
    case past
    /// Carries no claim of its own.
    case empty
  }

  enum Negation: String, Sendable { case before, behind, undo, silence, refusal }

  private struct Entry: Sendable {
    var stems: [UInt64]
    var meanings: [Meaning]
  }

  private var entries: [Entry] = []
  /// By first stem: places in `entries`, the longest first.
  private var byFirst: [UInt64: [Int32]] = [:]
  private(set) var units: [String] = []
  private(set) var groups: [String] = []

  init(_ rulebook: Rulebook, _ stemmer: Stemmer) {
    var pairs: [String: Int16] = [:]
    var found: [[UInt64]: [Meaning]] = [:]
    var order: [[UInt64]] = []
    func add(_ lexicon: String, _ meaning: (String) -> Meaning?) {
      for name in rulebook.classes(of: lexicon) {
        guard let meaning = meaning(name) else { continue }
        for word in rulebook.words(lexicon, name) {
          let scanned = rulebook.scan(SourceText(word))
          let stems = scanned.tokens.form.indices.map { stemmer.stem($0, of: scanned) }
          guard !stems.isEmpty else { continue }
          if found[stems] == nil { order.append(stems) }
          if found[stems]?.contains(meaning) != true { found[stems, default: []].append(meaning) }
        }
      }
    }
    var units: [String] = []
    var groups: [String] = []
    for (lexicon, isAction) in [("sense", true), ("thing", false)] {
      add(lexicon) { name in
        groups.append(name)
        return .sense(Int16(clamping: groups.count - 1), isAction: isAction)
      }
    }
    add("opposite") { name in
      let flipped = name.hasSuffix("-not")
      let base = flipped ? String(name.dropLast(4)) : name
      if pairs[base] == nil {
        pairs[base] = Int16(clamping: groups.count)
        groups.append(base)
      }
      return pairs[base].map { .opposite($0, flipped: flipped) }
    }
    add("numeral") { name in
      guard let value = Int(name.dropFirst()) else { return nil }
      return name.hasPrefix("e") ? .scale(min(value, 12)) : .numeral(value)
    }
    add("quantity-unit") { name in
      units.append(name)
      return .unit(Int16(clamping: units.count))
    }
    add("quantity-bound") { Quantity.Bound(rawValue: $0).map { .bound($0) } }
    add("claim-negation") { Negation(rawValue: $0).map { .negation($0) } }
    add("past-time") { _ in .past }
    add("claim-emptiness") { _ in .empty }
    self.units = units
    self.groups = groups
    for stems in order {
      guard let first = stems.first else { continue }
      byFirst[first, default: []].append(Int32(entries.count))
      entries.append(Entry(stems: stems, meanings: found[stems] ?? []))
    }
    for key in Array(byFirst.keys) {
      byFirst[key]?.sort {
        let (a, b) = (entries[Int($0)].stems, entries[Int($1)].stems)
        return a.count != b.count ? a.count > b.count : $0 < $1
      }
    }
  }

  /// The longest phrase that begins at a place, with what it means.
  func phrase(at i: Int, of stems: [UInt64], limit: Int) -> (length: Int, meanings: [Meaning])? {
    guard let candidates = byFirst[stems[i]] else { return nil }
    for place in candidates {
      let entry = entries[Int(place)]
      guard i + entry.stems.count <= limit else { continue }
      var k = 1
      while k < entry.stems.count, stems[i + k] == entry.stems[k] { k += 1 }
      if k == entry.stems.count { return (entry.stems.count, entry.meanings) }
    }
    return nil
  }
}
