/// Tells whether two sources are one person, body or document.
///
/// Where it can't be told, they are one: counting one origin too few is a lesser harm than counting one too many.
enum ActorMatch {
  /// "The company", "a spokesman": nothing tells it from another of the claim. Nor does "the oat bar maker", whatever it makes:
  /// it has a name that stands elsewhere.
  static func isNameless(_ actor: Actor, _ words: PlainWords) -> Bool {
    if actor.kind == .document { return false }
    if actor.kind == .body, let noun = actor.name.split(separator: " ").last, noun.first?.isLowercase == true,
      words.businesses.contains(String(noun))
    {
      return true
    }
    return actor.lead == 0 && !actor.name.contains(where: \.isUppercase)
      && actor.telling(words).isEmpty
  }

  static func same(_ a: Actor, _ b: Actor, _ words: PlainWords) -> String? {
    switch (a.kind, b.kind) {
    case (.document, .document):
      let (x, y) = (a.telling(words), b.telling(words))
      // A document of unknown make may be any other of the claim.
      return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y) ? "same-document" : nil
    case (.document, _): return names(b, a) ? "same-document" : nil
    case (_, .document): return names(a, b) ? "same-document" : nil
    case (.person, .person):
      if samePerson(a, b) { return "common-chain-root" }
      return described(a, as: b, words) || described(b, as: a, words) ? "common-chain-root" : nil
    case (.body, .body): return sameBody(a, b) ? "common-chain-root" : nil
    case (.person, .body): return speaks(a, for: b, words) ? "same-body" : nil
    case (.body, .person): return speaks(b, for: a, words) ? "same-body" : nil
    }
  }

  /// The last names are one, and the given names where both have them.
  private static func samePerson(_ a: Actor, _ b: Actor) -> Bool {
    guard let x = a.words.last, let y = b.words.last, x == y else { return false }
    guard a.words.count > 1, b.words.count > 1, let p = a.words.first, let q = b.words.first else { return true }
    // "Fishmonger Dot Pringle" is Dot Pringle.
    let (short, long) = a.words.count < b.words.count ? (a.words, b.words) : (b.words, a.words)
    if long.suffix(short.count) == short[...] { return true }
    return p == q || p.count == 1 && q.hasPrefix(p) || q.count == 1 && p.hasPrefix(q)
  }

  private static func sameBody(_ a: Actor, _ b: Actor) -> Bool {
    let (x, y) = (Set(a.words), Set(b.words))
    return !x.isEmpty && !y.isEmpty && (x.isSubset(of: y) || y.isSubset(of: x))
  }

  /// "The health minister" is Teresa Quintal, health minister.
  private static func described(_ a: Actor, as b: Actor, _ words: PlainWords) -> Bool {
    let own = a.telling(words)
    return !own.isEmpty && own.isSubset(of: b.description)
  }

  /// Peter Oduya, spokesman of Halden, speaks for Halden; the health minister for the health ministry.
  private static func speaks(_ person: Actor, for body: Actor, _ words: PlainWords) -> Bool {
    let own = body.telling(words)
    let bare = body.bare(words)
    if !bare.isEmpty, bare.isSubset(of: person.description) { return true }
    if body.lead != 0, person.description.contains(body.lead) { return true }
    return !own.isEmpty && own.isSubset(of: person.description)
      || !body.words.isEmpty && Set(body.words).isSubset(of: Set(person.words))
  }

  /// The Meridian Research poll is what Meridian found.
  private static func names(_ actor: Actor, _ document: Actor) -> Bool {
    actor.kind == .body && !actor.description.isEmpty && actor.description.isSubset(of: document.description)
  }
}

/// Stems that tell no source from another.
struct PlainWords: Sendable {
  /// Words that describe without telling apart ("official", "report"), those of `functionWords` included.
  var generic: Set<UInt64> = []
  /// Articles, pronouns, prepositions, auxiliaries.
  var functionWords: Set<UInt64> = []
  /// What people are by office or trade ("publicist"), without what is generic.
  var roles: Set<UInt64> = []
  /// Nouns for firms in small letters ("company", "maker").
  var businesses: Set<String> = []
  /// Words that only open what is said ("that").
  var openers: Set<String> = []
}
