import HearsayAttribution
import HearsayRules
import HearsayText

/// Tells newsrooms by name across the stories of a dossier: the rulebook's outlets, and those that publish its stories.
///
/// "Daily Torch newspaper" and "the Torch" are the Daily Torch when that publishes one of the stories, whether the rulebook
/// knows it or not.
struct NewsroomNames: Sendable {
  /// A newsroom: the rulebook's id, else one made of the name.
  typealias Key = String

  /// Stands for every newsroom that isn't known.
  static let unknown: Key = "?"

  private let rulebook: Rulebook
  private var published: [(key: Key, name: String, words: [String])] = []
  /// Their places by all their words.
  private var byWords: [[String]: Int] = [:]

  init(_ rulebook: Rulebook, _ stories: [AttributedStory]) {
    self.rulebook = rulebook
    var seen: Set<Key> = []
    for story in stories {
      guard let publisher = story.document.publisher, seen.insert(publisher.id).inserted else { continue }
      published.append((publisher.id, publisher.name, NameWords.of(publisher.name)))
    }
    published.sort { $0.key < $1.key }
    for (i, one) in published.enumerated() where byWords[one.words] == nil { byWords[one.words] = i }
  }

  /// The publisher of the dossier that a name calls; nil for any other name.
  func publisher(called name: String) -> (key: Key, name: String)? {
    let words = NameWords.of(name)
    guard !words.isEmpty else { return nil }
    if let place = byWords[words] { return (published[place].key, published[place].name) }
    // "Lanternist newspaper": what stands in small letters says what it is.
    let capitals = name.split(separator: " ").filter { $0.first?.isUppercase == true }.joined(separator: " ")
    if capitals.utf8.count < name.utf8.count, let place = byWords[NameWords.of(capitals)] {
      return (published[place].key, published[place].name)
    }
    // "Daily Torch newspaper": with a word or two before or behind its name.
    var found: [Int] = []
    for length in [words.count - 1, words.count - 2] where length >= 2 {
      found += [words.prefix(length), words.suffix(length)].compactMap { byWords[Array($0)] }
    }
    return found.min().map { (published[$0].key, published[$0].name) }
  }

  /// "The Tribune" for the Westmark Tribune: only what is known to be an outlet may be called by a part of its name.
  func publisher(calledInPart name: String) -> (key: Key, name: String)? {
    let words = NameWords.of(name)
    guard !words.isEmpty else { return nil }
    let fitting = published.filter { $0.words.count > words.count && $0.words.suffix(words.count) == words[...] }
    return fitting.count == 1 ? fitting.first.map { ($0.key, $0.name) } : nil
  }

  func key(_ link: Link) -> Key {
    if let found = publisher(called: link.name) { return found.key }
    if let outlet = link.outlet { return outlet }
    if let found = publisher(calledInPart: link.name) { return found.key }
    return NameWords.of(link.name).joined(separator: "-")
  }

  /// What stands for all newsrooms of one owner, or of one state.
  func owner(of key: Key) -> (group: String, why: String)? {
    guard let outlet = rulebook.outlet(id: key) else { return nil }
    if let control = outlet.control, control.kind == "state", let country = control.country {
      return ("state:\(country)", "both are controlled by the state (\(country))")
    }
    if let owner = outlet.owner, !owner.isEmpty {
      return ("owner:" + NameWords.of(owner).joined(separator: "-"), "both belong to \(owner)")
    }
    return nil
  }

  /// The rulebook's names take the place of what stories call its outlets.
  func withRulebookNames(_ names: [Key: String]) -> [Key: String] {
    var out = names
    out[NewsroomNames.unknown] = "an unknown outlet"
    for key in names.keys { if let outlet = rulebook.outlet(id: key) { out[key] = outlet.name } }
    return out
  }
}
