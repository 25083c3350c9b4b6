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
    var people: [(name: String, words: [String], description: Set<UInt64>)] = []
    for statement in statements {
      guard case .actor(let actor) = statement.basis, actor.kind == .person, actor.words.count > 1 else { continue }
      if let known = people.firstIndex(where: { isSame($0.words, actor.words) }) {
        people[known].description.formUnion(actor.description)
      } else {
        people.append((actor.name, actor.words, actor.description))
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
    for i in statements.indices {
      guard case .actor(var actor) = statements[i].basis else { continue }
      if actor.kind == .person {
        let fitting = people.filter { isSame($0.words, actor.words) }
        // A surname that two people have describes neither.
        if fitting.count == 1 { actor.description.formUnion(fitting[0].description) }
      }
      actor.prepare(words)
      statements[i].basis = .actor(actor)
    }
  }

  private static func isSame(_ a: [String], _ b: [String]) -> Bool {
    guard let x = a.last, x == b.last else { return false }
    return a.count == 1 || b.count == 1 || a.first == b.first
  }
}
