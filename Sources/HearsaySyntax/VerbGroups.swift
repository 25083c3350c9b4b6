import HearsayRules

extension LightSyntax {
  /// The verb group of a head: auxiliaries, negation and adverbs before it belong to it ("has also said", "did not
  /// say"). Nil where the head is no verb of the form asked for.
  public func verbGroup(head: Int, form: VerbForm) -> Range<Int>? {
    guard kinds.indices.contains(head), !has(head, .name) else { return nil }
    let ing = has(head, .ingForm)
    var start = head
    var nearestAuxiliary: WordKinds = []
    while start > 0 {
      let k = kinds[start - 1]
      if !k.isDisjoint(with: WordKinds.auxiliary) || k.contains(.negation) {
        if nearestAuxiliary.isEmpty { nearestAuxiliary = k.intersection(WordKinds.auxiliary) }
        start -= 1
      } else if k.contains(.adverb), k.isDisjoint(with: [.subordinating, .coordinating, .preposition, .quantity]) {
        start -= 1
      } else {
        break
      }
    }
    let isBe = nearestAuxiliary.contains(.be)
    let afterTo = start > 0 && has(start - 1, .to)
    switch form {
    case .finite:
      if afterTo || (ing && !isBe) || (isBe && !ing) { return nil }
      // "the plan", "of reports": a determiner or preposition in front makes a noun of it.
      if start == head, head > 0, has(head - 1, [.article, .possessive, .preposition, .of, .possessiveMark]) { return nil }
      return start..<head + 1
    case .participle:
      guard ing, nearestAuxiliary.isEmpty else { return nil }
      return start..<head + 1
    case .infinitive:
      guard afterTo else { return nil }
      return start - 1..<head + 1
    case .passive:
      guard isBe, !ing, !afterTo else { return nil }
      return start..<head + 1
    }
  }

  /// Whether a source phrase goes without a name or a body that answers for it.
  public func isUnnamed(_ range: Range<Int>) -> Bool {
    !range.contains { has($0, [.name, .organisation, .state, .honorific]) }
  }
}
