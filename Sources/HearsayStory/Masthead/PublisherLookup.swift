import HearsayRules
import HearsayText

/// Finds the publisher that the input or the user names among the rulebook's outlets.
struct PublisherLookup: Sendable {
  private let rulebook: Rulebook
  /// The places of the outlets by id.
  private let places: [String: Int]

  init(_ rulebook: Rulebook) {
    self.rulebook = rulebook
    var places: [String: Int] = [:]
    for (place, outlet) in rulebook.outlets.enumerated() where places[outlet.id] == nil { places[outlet.id] = place }
    self.places = places
  }

  func publisher(of story: Story) -> Publisher? {
    if let name = story.outlet, !name.isEmpty {
      let how: Publisher.How = story.outletIsGiven ? .given : .stated
      if let place = outlet(called: name) { return publisher(place, how) }
      return Publisher(id: Publisher.id(for: name), name: name, how: how)
    }
    return story.url.flatMap(outlet(at:)).map { publisher($0, .stated) }
  }

  private func publisher(_ place: Int, _ how: Publisher.How) -> Publisher {
    Publisher(id: rulebook.outlets[place].id, name: rulebook.outlets[place].name, how: how, outlet: place)
  }

  /// By id, by name or alias, or by domain.
  private func outlet(called name: String) -> Int? {
    if let place = places[name] { return place }
    let scanned = rulebook.scan(SourceText(name))
    let all = 0..<scanned.tokens.count
    if !all.isEmpty, let place = scanned.outlet(all) { return place }
    // In other capitals or with another article a name still makes the same id.
    return places[Publisher.id(for: name)] ?? (name.contains(".") ? outlet(at: name) : nil)
  }

  /// By the host of an address.
  private func outlet(at url: String) -> Int? {
    var host = url[...]
    if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
    host = host.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let user = host.lastIndex(of: "@") { host = host[host.index(after: user)...] }
    host = host.prefix { $0 != ":" }
    return rulebook.outlet(domain: String(host)).flatMap { places[$0.id] }
  }
}
