/// Brings together what the stories of an event say of a person: one calls her "the minister", another "Health Minister Teresa
/// Quintal".
///
/// A person who goes without a name in one sentence and is described by the same words with a name in another is that person:
/// "his publicist said" and "his publicist, Ann Roe, said".
enum ActorDirectory {
  /// Gives every mention of a person all words by which some story describes that person.
  ///
  /// "Another official" and "a source" are nobody who was described before, and a country alone ("a Russian source") describes
  /// nobody: only a role does.
  static func describe(_ statements: inout [SourcedStatement], _ words: PlainWords) {
    var people: [Person] = []
    for statement in statements {
      guard case .actor(let actor) = statement.basis, actor.kind == .person, actor.words.count > 1 else { continue }
      if let known = people.firstIndex(where: { isSame($0.words, actor.words) }) {
        people[known].description.formUnion(actor.description)
      } else {
        people.append(
          Person(name: actor.name, words: actor.words, description: actor.description, surname: actor.surname))
      }
    }
    for i in statements.indices where statements[i].isAnonymous && !statements[i].isPlural {
      guard case .anonymous = statements[i].basis, !statements[i].isIndefinite else { continue }
      let own = statements[i].sourceWords.subtracting(words.generic)
      let fitting = people.filter { !own.isDisjoint(with: words.roles) && own.isSubset(of: $0.description) }
      guard fitting.count == 1 else { continue }
      statements[i].basis = .actor(
        Actor(
          kind: .person, name: fitting[0].name, words: fitting[0].words, description: fitting[0].description))
      statements[i].grade = .named
    }
    let bodies = fullNames(of: statements, words)
    for i in statements.indices {
      guard case .actor(var actor) = statements[i].basis else { continue }
      if actor.kind == .body, let full = bodies[statements[i].story]?[actor.name] {
        actor.description.formUnion(full)
      }
      if actor.kind == .person {
        let fitting = people.filter { isSame($0.words, actor.words) }
        // A surname that two people have describes neither.
        if fitting.count == 1 { actor.description.formUnion(fitting[0].description) }
        // "The minister said that he would stay": of whom another story has the name.
        if statements[i].hasPronoun, let name = name(of: actor, among: people, words) {
          statements[i].statement.context = Array(Set(statements[i].statement.context + [name])).sorted()
        }
      }
      actor.prepare(words)
      statements[i].basis = .actor(actor)
    }
  }

  /// For each story and each body that it gives a longer name elsewhere ("Ukraine's General Staff" for "the General Staff"),
  /// what describes it there; nothing where two bodies could be meant.
  private static func fullNames(
    of statements: [SourcedStatement], _ words: PlainWords
  ) -> [Int: [String: Set<UInt64>]] {
    var known: [Int: [String: Set<UInt64>]] = [:]
    for statement in statements {
      guard case .actor(let actor) = statement.basis, actor.kind == .body else { continue }
      known[statement.story, default: [:]][actor.name, default: []].formUnion(actor.bare(words))
    }
    return known.mapValues { bodies in
      bodies.compactMapValues { own in
        let longer = bodies.values.filter { own.isStrictSubset(of: $0) }
        let all = longer.reduce(own) { $0.union($1) }
        return longer.contains(all) && !own.isEmpty ? all : nil
      }
    }
  }

  /// The surname of the one person whom a description without a name fits.
  private static func name(
    of actor: Actor, among people: [Person], _ words: PlainWords
  ) -> UInt64? {
    let own = actor.description.subtracting(words.generic)
    guard !own.isEmpty else { return nil }
    let fitting = people.filter { isSame($0.words, actor.words) || own.isSubset(of: $0.description) }
    return fitting.count == 1 && fitting[0].surname != 0 ? fitting[0].surname : nil
  }

  private struct Person {
    var name: String
    var words: [String]
    var description: Set<UInt64>
    /// The stem; 0 where no name stands where the person speaks.
    var surname: UInt64
  }

  private static func isSame(_ a: [String], _ b: [String]) -> Bool {
    guard let x = a.last, let y = b.last, NameWords.isOneSpelling(x, y) else { return false }
    return a.count == 1 || b.count == 1 || a.first == b.first
  }
}
