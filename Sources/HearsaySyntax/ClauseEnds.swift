import HearsayRules

/// Where a clause inside a subject ends, and the sentence's own verb begins.
extension LightSyntax {
  public func isSemicolon(_ i: Int) -> Bool { i < kinds.count && has(i, .semicolon) }

  /// Any form that could be a verb of a clause.
  public func mayBeVerb(_ i: Int) -> Bool {
    has(i, WordKinds.auxiliary) || has(i, [.plainVerb, .cueVerb, .nounVerb]) && !has(i, .name)
  }

  /// Whether the words up to a participle or noun are the beginning of the sentence's subject: no verb stands before it.
  public func opensSubject(_ i: Int, from start: Int) -> Bool {
    guard i < kinds.count, has(i, .ingForm) || has(i, [.claimNoun, .reportNoun]), i - start <= 6 else { return false }
    return !(start..<i).contains {
      has($0, [.preposition, .comma, .quoteMark, .relative, .that]) || isFinite($0, from: start) && !has($0, .edForm)
    }
  }

  /// The first word of the verb group that follows a “that” clause, where the clause has had its own verb.
  public func mainVerb(behindClause r: Range<Int>) -> Int? {
    guard let first = r.first, has(first, .that) else { return nil }
    var verbs = 0
    var i = first + 1
    while i < r.upperBound {
      let k = kinds[i]
      if k.contains(.quoteMark) {
        // Words in marks are read over.
        i += 1
        continue
      }
      if !k.isDisjoint(with: [.comma, .semicolon, .colon, .dash, .relative, .that, .andWord, .coordinating]) {
        return nil
      }
      if !k.isDisjoint(with: .subordinating), k.isDisjoint(with: .preposition) { return nil }
      if isFinite(i, from: first + 1) {
        let isAuxiliary = has(i, [.be, .have, .do, .modal])
        if verbs > 0, isAuxiliary, isNominal(i - 1) { return i }
        verbs += 1
        // The rest of the group belongs to it.
        if isAuxiliary {
          while i + 1 < r.upperBound, has(i + 1, WordKinds.auxiliary.union([.adverb, .negation])) { i += 1 }
        }
      }
      i += 1
    }
    return nil
  }
}
