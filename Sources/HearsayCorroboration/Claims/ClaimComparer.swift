/// Compares two statements: the same, in conflict, or about different things.
///
/// What both say is weighed against what only one says; synonyms count three quarters. Then come the vetoes: a number that
/// doesn't fit, an opposite, a negation, another actor, another year. A statement that only a number, a negation or an
/// opposite keeps from being the same is a conflict, and is shown as one.
///
/// The outcome doesn't depend on which of the two comes first.
struct ClaimComparer: Sendable {
  /// From here on two statements say the same, in thousandths.
  var threshold = 400
  /// For pairs that somebody has chosen: from so much in common on they are about the same, whatever else either says, in
  /// thousandths of a bit. Nil for any two statements of a dossier.
  var leastShared: Int?
  /// A denial says less of what it denies than another report would.
  static let conflictThreshold = 340

  let weights: TermWeights

  init(weights: TermWeights) { self.weights = weights }

  struct Match {
    var a: Int
    var b: Int
    var weight: Int
    var clashes: Bool
  }

  func compare(_ x: Statement, _ y: Statement) -> ClaimComparison {
    let (a, b) = ClaimComparer.isOrdered(x, y) ? (x, y) : (y, x)
    let matches = match(a, b)
    let numbers = matchNumbers(a, b)
    var shared = matches.reduce(0) { $0 + $1.weight } + numbers.shared
    var sizeA = numbers.sizeA
    var sizeB = numbers.sizeB
    for term in a.terms { sizeA += weight(term) }
    for term in b.terms { sizeB += weight(term) }
    let fromContext = contextual(a, b, matches) + contextual(b, a, matches)
    let (ofA, ofB) = (supposed(a, b), supposed(b, a))
    let fromSupposed = (weight: ofA.weight + ofB.weight, count: ofA.count + ofB.count)
    shared += fromContext + fromSupposed.weight
    guard sizeA > 0, sizeB > 0 else { return ClaimComparison(verdict: .different, score: 0) }
    let both = 2000 * shared / (sizeA + sizeB + fromContext + fromSupposed.weight)
    let inner = 1000 * shared / max(1, min(sizeA, sizeB) + fromContext)
    let score = min(1000, (both + inner) / 2)

    var vetoes: [Veto] = []
    var reasons: [String] = []
    if numbers.clash {
      vetoes.append(.number)
      reasons.append("the figures differ")
    }
    let (clash, isUnclear) = clash(a, b, matches)
    if clash != nil {
      vetoes.append(clash == .antonym ? .antonym : .negation)
      reasons.append(clash == .antonym ? "one says the contrary of the other" : "one denies what the other says")
    }
    // Where so much agrees, a name or a year in a side remark sets nothing apart.
    let isStrong = matches.count { !a.terms[$0.a].isName } + numbers.matched >= 4
    if hasOtherActor(a, b, matches, isStrong: isStrong || numbers.hasFigure) { vetoes.append(.actor) }
    if !(isStrong && both >= 500), hasOtherTime(a, b) { vetoes.append(.date) }

    // Names alone say what a statement is about, not what it says.
    let plain = matches.count { !a.terms[$0.a].isName }
    let isRare = fromContext > 0 && matches.contains { !a.terms[$0.a].isName && $0.weight >= 1900 }
    let anchors = matches.count + fromSupposed.count + numbers.matched + (isRare ? 1 : 0) + (numbers.clash ? 1 : 0)
    let hasAction = matches.contains { a.terms[$0.a].isAction && b.terms[$0.b].isAction }
    // "I have no intention of resigning": one word and the speaker say it all.
    let isWhole = fromContext > 0 && hasAction && inner >= 800
    let isSpecific =
      numbers.matched > 0 || numbers.clash || matches.contains { a.terms[$0.a].isName } || anchors >= 3
      || fromContext > 0
      || inner >= (clash == nil ? 700 : 450)
    // Two places and some words of like meaning are no common ground: a word or a figure must be the same.
    let isLoose =
      numbers.matched == 0 && !numbers.clash
      && !matches.contains { a.terms[$0.a].key == b.terms[$0.b].key && !a.terms[$0.a].isPlace }
    // What one of them says first is done, and the other doesn't have it: they speak of one thing and say different things
    // of it.
    let isBeside = isLoose || !isStrong && !numbers.hasFigure && hasOtherDeed(a, b, matches)
    let isConflict = vetoes.contains(.negation) || vetoes.contains(.antonym)
    let fits =
      leastShared.map { shared >= $0 && plain + numbers.matched > 0 }
      ?? (score >= (isConflict ? min(threshold, ClaimComparer.conflictThreshold) : threshold + (isBeside ? 150 : 0))
        && (anchors >= 2 || isWhole)
        && isSpecific
        && plain + numbers.matched > 0
        && (score >= 700 || numbers.hasFigure || numbers.clash
          || hasAction))
    let isWeaker = numbers.isWeaker && numbers.matched == 0
    // One word that the other has the contrary of says little.
    let isThin = clash == .antonym && matches.count + numbers.matched < 2
    let isOffer = clash == nil && a.refuses != b.refuses
    let isApart = numbers.isApart && !numbers.clash
    let isOpen = leastShared == nil && clash == nil && hasOtherOutcome(a, b, matches)
    let verdict: ClaimVerdict =
      !fits || isWeaker || isThin || isUnclear || isOffer || isApart || isOpen || vetoes.contains(.actor)
        || vetoes.contains(.date)
      ? .different : vetoes.isEmpty ? .same : .conflict
    // A third statement that says less than both must not bring them together.
    if isApart { vetoes.append(.number) }
    if isOffer { vetoes.append(.negation) }
    if isOpen { vetoes.append(.date) }
    return ClaimComparison(verdict: verdict, score: score, shared: shared, vetoes: vetoes, reasons: reasons)
  }

  /// What one denies of the other: a contrary or a negation of an action that the two have in common.
  ///
  /// - Returns: Also whether half of what they share is denied in one of them, though not as its main point: such two neither
  ///   confirm nor contradict one another.
  private func clash(_ a: Statement, _ b: Statement, _ matches: [Match]) -> (veto: Veto?, isUnclear: Bool) {
    var contrary = false
    var denied = 0
    var agreed = 0
    var deniesDeed = false
    var sharesDeed = false
    var isOthersDeed = false
    for match in matches {
      let (s, t) = (a.terms[match.a], b.terms[match.b])
      guard !s.isName, !t.isName else { continue }
      guard match.clashes else {
        agreed += 1
        if s.isAction, t.isAction { sharesDeed = true }
        continue
      }
      // Another subject: that one leads doesn't deny that another one does.
      if let x = actor(of: s, in: a), let y = actor(of: t, in: b), x.isDisjoint(with: y),
        y.contains(where: a.contains) || x.contains(where: b.contains)
      {
        isOthersDeed = true
        continue
      }
      if isOpposite(s, t) { contrary = true }
      if s.isAction, t.isAction { deniesDeed = true }
      denied += 1
    }
    if !contrary { contrary = hasContrary(a, b) }
    if contrary { return (.antonym, false) }
    // That one stays and another one goes is nothing that they have in common.
    if leastShared == nil, isOthersDeed, !sharesDeed { return (nil, true) }
    if leastShared == nil, deniesAlone(a, b, matches.map(\.a)) || deniesAlone(b, a, matches.map(\.b)) {
      return (nil, true)
    }
    guard denied > 0 else { return (nil, false) }
    // A negation behind another action stands in a clause of its own ("regions that it doesn't hold", "a pledge not to seize
    // more"), and what it is said of must not stand deep in the other statement either.
    let isMain = matches.contains { match in
      let (s, t) = (a.terms[match.a], b.terms[match.b])
      guard match.clashes, !s.isName, !t.isName, s.isAction, t.isAction else { return false }
      // "Doesn't seem to move away from its demands" denies the move, and not the demands.
      if s.isNegated != t.isNegated, !(s.isNegated ? s.isNegationHead : t.isNegationHead) { return false }
      let (deniesA, beforeA, beforeB) = (s.isNegated, a.actions(before: s.token), b.actions(before: t.token))
      return deniesA ? beforeA == 0 && beforeB < 3 : beforeB == 0 && beforeA < 3
    }
    guard denied * 2 >= agreed else { return (nil, false) }
    return isMain ? (.negation, false) : (nil, deniesDeed)
  }

  /// "They had not spoken" and "he wrote to her": what one says above all is that something was not done, and the other doesn't
  /// speak of that.
  private func deniesAlone(_ a: Statement, _ b: Statement, _ matched: [Int]) -> Bool {
    let deeds = a.terms.indices.filter { a.terms[$0].isAction && !a.terms[$0].isNoun && !a.terms[$0].isName }
    guard let denied = deeds.first(where: { a.terms[$0].isNegationHead }), deeds.allSatisfy({ a.terms[$0].isNegated })
    else { return false }
    guard let lead = b.leadAction else { return false }
    return !matched.contains(denied) && !lead.isNegated
  }

  /// A contrary that the pairing has passed over, because another synonym stood beside it.
  private func hasContrary(_ a: Statement, _ b: Statement) -> Bool {
    for s in a.terms where !s.opposites.isEmpty && !s.isName && !b.contains(s.key) {
      for t in b.terms where !t.opposites.isEmpty && !t.isName && !a.contains(t.key) && s.isNegated == t.isNegated {
        guard isOpposite(s, t) else { continue }
        if let x = actor(of: s, in: a), let y = actor(of: t, in: b), x.isDisjoint(with: y) { continue }
        return true
      }
    }
    return false
  }

  /// Whether the first action of the one that says less stands alone, while the other one has an action of its own. Two that
  /// name the same people or bodies are given the benefit: "exploring an acquisition", "wants to buy".
  private func hasOtherDeed(_ a: Statement, _ b: Statement, _ matches: [Match]) -> Bool {
    guard let deed = a.leadAction, b.leadAction != nil else { return false }
    return !matches.contains { a.terms[$0.a].key == deed.key || a.terms[$0.a].isName && !a.terms[$0.a].isPlace }
  }

  private static func isOrdered(_ a: Statement, _ b: Statement) -> Bool {
    if a.terms.count != b.terms.count { return a.terms.count < b.terms.count }
    for (s, t) in zip(a.terms, b.terms) where s.key != t.key { return s.key < t.key }
    return a.length <= b.length
  }

  /// Names say what a statement is about rather than what it says of it.
  func weight(_ term: Term) -> Int {
    term.isName ? weights.weight(term.key) * 2 / 3 : weights.weight(term.key)
  }

  /// Pairs the words of both, each once: equal stems first, then synonyms by falling weight.
  func match(_ a: Statement, _ b: Statement) -> [Match] {
    var out: [Match] = []
    var takenA = [Bool](repeating: false, count: a.terms.count)
    var takenB = [Bool](repeating: false, count: b.terms.count)
    var i = 0
    var j = 0
    while i < a.terms.count, j < b.terms.count {
      let (s, t) = (a.terms[i], b.terms[j])
      if s.key == t.key {
        out.append(Match(a: i, b: j, weight: weight(s), clashes: clashes(s, t)))
        takenA[i] = true
        takenB[j] = true
        i += 1
        j += 1
      } else if s.key < t.key {
        i += 1
      } else {
        j += 1
      }
    }
    var near: [Match] = []
    for i in a.terms.indices where !takenA[i] && (!a.terms[i].senses.isEmpty || !a.terms[i].opposites.isEmpty) {
      for j in b.terms.indices where !takenB[j] && areSynonyms(a.terms[i], b.terms[j]) {
        near.append(
          Match(
            a: i, b: j, weight: min(weight(a.terms[i]), weight(b.terms[j])) * 3 / 4,
            clashes: clashes(a.terms[i], b.terms[j])))
      }
    }
    near.sort { $0.weight != $1.weight ? $0.weight > $1.weight : ($0.a, $0.b) < ($1.a, $1.b) }
    for match in near where !takenA[match.a] && !takenB[match.b] {
      takenA[match.a] = true
      takenB[match.b] = true
      out.append(match)
    }
    return out
  }

  private func areSynonyms(_ a: Term, _ b: Term) -> Bool {
    a.senses.contains { b.senses.contains($0) }
      || a.opposites.contains { x in b.opposites.contains { $0.pair == x.pair } }
  }

  func isOpposite(_ a: Term, _ b: Term) -> Bool {
    a.key != b.key && !a.senses.contains { b.senses.contains($0) }
      && a.opposites.contains { x in b.opposites.contains { $0.pair == x.pair && $0.isFlipped != x.isFlipped } }
  }

  /// One side holds, the other doesn't.
  private func clashes(_ a: Term, _ b: Term) -> Bool {
    (a.isNegated != b.isNegated) != isOpposite(a, b)
  }

  /// What one claims and the other takes as known.
  private func supposed(_ a: Statement, _ b: Statement) -> (weight: Int, count: Int) {
    guard !b.supposed.isEmpty else { return (0, 0) }
    var out = (weight: 0, count: 0)
    for term in a.terms where !term.isName && !b.contains(term.key) && b.supposed.contains(term.key) {
      out.weight += weight(term)
      out.count += 1
    }
    return out
  }

  /// Names that a statement has and the words around the other one stand for, at half their weight.
  private func contextual(_ a: Statement, _ b: Statement, _ matches: [Match]) -> Int {
    guard !b.context.isEmpty else { return 0 }
    var sum = 0
    for term in a.terms where term.isName && b.context.contains(term.key) && !b.contains(term.key) {
      sum += weight(term) / 2
    }
    return sum
  }

  /// The weight of the words, synonyms and figures that two statements have in common, whatever is denied in them.
  func common(_ a: Statement, _ b: Statement) -> Int {
    match(a, b).reduce(0) { $0 + $1.weight } + matchNumbers(a, b).shared
  }

  /// Whether two statements have so many words or synonyms in common, whatever is denied in them.
  func shares(_ a: Statement, _ b: Statement, least: Int) -> Bool { match(a, b).count >= least }

  /// Which of two statements in conflict denies the other: −1 the first, 1 the second, 0 neither more than the other.
  func denier(_ a: Statement, _ b: Statement) -> Int {
    var x = 0
    var y = 0
    for match in match(a, b) where match.clashes {
      if a.terms[match.a].isNegated { x += 1 }
      if b.terms[match.b].isNegated { y += 1 }
    }
    return x == y ? 0 : x > y ? -1 : 1
  }
}
