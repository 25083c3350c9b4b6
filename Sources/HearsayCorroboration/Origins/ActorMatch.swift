/// Tells whether two sources are one person, body or document.
///
/// Where it can't be told, they are one: counting one origin too few is a lesser harm than counting one too many.
enum ActorMatch {
  /// "The company", "a spokesman": nothing tells it from another of the claim. Nor does "the oat bar maker", whatever it makes:
  /// it has a name that stands elsewhere.
  static func isNameless(_ actor: Actor, _ words: PlainWords) -> Bool {
    if actor.kind == .document { return actor.isUtterance && actor.telling(words).isEmpty }
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
      return sameDocument(a, b, words) ? "same-document" : nil
    case (.document, _): return names(b, a) || made(b, a) ? "same-document" : nil
    case (_, .document): return names(a, b) || made(a, b) ? "same-document" : nil
    case (.person, .person):
      if samePerson(a, b) { return "common-chain-root" }
      return described(a, as: b, words) || described(b, as: a, words) ? "common-chain-root" : nil
    case (.body, .body): return sameBody(a, b, words) ? "common-chain-root" : nil
    case (.person, .body): return speaks(a, for: b, words) ? "same-body" : nil
    case (.body, .person): return speaks(b, for: a, words) ? "same-body" : nil
    }
  }

  /// A document of unknown make may be any other of the claim, and two memos are one unless names tell them apart.
  private static func sameDocument(_ a: Actor, _ b: Actor, _ words: PlainWords) -> Bool {
    let (x, y) = (a.telling(words), b.telling(words))
    if x.isEmpty || y.isEmpty || !x.isDisjoint(with: y) { return true }
    return !a.kinds.isDisjoint(with: b.kinds) && (a.names.isEmpty || b.names.isEmpty)
  }

  /// The last names are one, and the given names where both have them.
  private static func samePerson(_ a: Actor, _ b: Actor) -> Bool {
    guard let x = a.words.last, let y = b.words.last, NameWords.isOneSpelling(x, y) else { return false }
    guard a.words.count > 1, b.words.count > 1, let p = a.words.first, let q = b.words.first else { return true }
    // "Fishmonger Dot Pringle" is Dot Pringle.
    let (short, long) = a.words.count < b.words.count ? (a.words, b.words) : (b.words, a.words)
    if long.suffix(short.count) == short[...] { return true }
    return sameGivenName(p, q)
  }

  /// "J" is Joanna, and "Sergei" is Sergey: who has the surname and begins alike can't be told apart.
  private static func sameGivenName(_ a: String, _ b: String) -> Bool {
    let start = min(a.count, b.count) == 1 ? 1 : 3
    return a == b || a.prefix(start) == b.prefix(start)
  }

  /// One name is a part of the other, whatever order its words stand in: "the Defense Ministry in Moscow", "Russia's Defence
  /// Ministry".
  private static func sameBody(_ a: Actor, _ b: Actor, _ words: PlainWords) -> Bool {
    let (x, y) = (Set(a.words), Set(b.words))
    if !x.isEmpty, !y.isEmpty, x.isSubset(of: y) || y.isSubset(of: x) { return true }
    let (p, q) = (a.bare(words), b.bare(words))
    if !p.isEmpty, !q.isEmpty, p.isSubset(of: q) || q.isSubset(of: p) { return true }
    // "The coastguard", "the Lindra coast guard".
    let (s, t) = (a.words.joined(), b.words.joined())
    return min(s.count, t.count) >= 8 && (s.hasSuffix(t) || t.hasSuffix(s))
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

  /// Ann Roe, "who led the survey", says what the survey found.
  private static func made(_ person: Actor, _ document: Actor) -> Bool {
    person.kind == .person && !document.kinds.isDisjoint(with: person.description)
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
