/// Compares two statements: the same, in conflict, or about different things.
///
/// What both say is weighed against what only one says; synonyms count three quarters. Then come the vetoes: a number that
/// doesn't fit, an opposite, a negation, another actor, another year. A statement that only a number, a negation or an
/// opposite keeps from being the same is a conflict, and is shown as one.
///
/// The outcome doesn't depend on which of the two comes first.
struct ClaimComparer: Sendable {
  /// From here on two statements say the same, in thousandths.
  static let threshold = 400

  let weights: TermWeights

  private struct Match {
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
    shared += fromContext
    guard sizeA > 0, sizeB > 0 else { return ClaimComparison(verdict: .different, score: 0) }
    let both = 2000 * shared / (sizeA + sizeB + fromContext)
    let inner = 1000 * shared / max(1, min(sizeA, sizeB) + fromContext)
    let score = min(1000, (both + inner) / 2)

    var vetoes: [Veto] = []
    var reasons: [String] = []
    if numbers.clash {
      vetoes.append(.number)
      reasons.append("the figures differ")
    }
    let actions = matches.filter { !a.terms[$0.a].isName && !b.terms[$0.b].isName }
    let clashing = actions.filter(\.clashes)
    let hasContrary = clashing.contains { isOpposite(a.terms[$0.a], b.terms[$0.b]) }
    if hasContrary || !clashing.isEmpty && clashing.count * 2 >= actions.count {
      vetoes.append(hasContrary ? .antonym : .negation)
      reasons.append(hasContrary ? "one says the contrary of the other" : "one denies what the other says")
    }
    if hasOtherActor(a, b, matches) { vetoes.append(.actor) }
    if hasOtherTime(a, b) { vetoes.append(.date) }

    let anchors = matches.count + numbers.matched
    let isSpecific =
      numbers.matched > 0 || matches.contains { a.terms[$0.a].isName } || anchors >= 3 || fromContext > 0
    let fits = score >= ClaimComparer.threshold && anchors >= 2 && isSpecific
    let verdict: ClaimVerdict =
      !fits || vetoes.contains(.actor) || vetoes.contains(.date)
      ? .different : vetoes.isEmpty ? .same : .conflict
    return ClaimComparison(verdict: verdict, score: score, vetoes: vetoes, reasons: reasons)
  }

  private static func isOrdered(_ a: Statement, _ b: Statement) -> Bool {
    if a.terms.count != b.terms.count { return a.terms.count < b.terms.count }
    for (s, t) in zip(a.terms, b.terms) where s.key != t.key { return s.key < t.key }
    return a.length <= b.length
  }

  private func weight(_ term: Term) -> Int { weights.weight(term.key) }

  /// Pairs the words of both, each once: equal stems first, then synonyms by falling weight.
  private func match(_ a: Statement, _ b: Statement) -> [Match] {
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

  private func isOpposite(_ a: Term, _ b: Term) -> Bool {
    a.key != b.key && !a.senses.contains { b.senses.contains($0) }
      && a.opposites.contains { x in b.opposites.contains { $0.pair == x.pair && $0.isFlipped != x.isFlipped } }
  }

  /// One side holds, the other doesn't.
  private func clashes(_ a: Term, _ b: Term) -> Bool {
    (a.isNegated != b.isNegated) != isOpposite(a, b)
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

  /// Another main actor: nobody named in one is named in the other, or a surname with another given name.
  private func hasOtherActor(_ a: Statement, _ b: Statement, _ matches: [Match]) -> Bool {
    for match in matches {
      let (s, t) = (a.terms[match.a], b.terms[match.b])
      if s.given != 0, t.given != 0, s.given != t.given, s.key == t.key { return true }
    }
    if hasSwappedRoles(a, b, matches) { return true }
    let namesA = a.terms.filter(\.isName)
    let namesB = b.terms.filter(\.isName)
    guard !namesA.isEmpty, !namesB.isEmpty else { return false }
    if matches.contains(where: { a.terms[$0.a].isName || b.terms[$0.b].isName }) { return false }
    if namesA.contains(where: { b.context.contains($0.key) }) || namesB.contains(where: { a.context.contains($0.key) })
    {
      return false
    }
    return true
  }

  /// "Marsh leads Hale" and "Hale leads Marsh": who does it in one has it done to them in the other.
  private func hasSwappedRoles(_ a: Statement, _ b: Statement, _ matches: [Match]) -> Bool {
    for match in matches where !a.terms[match.a].isName && !b.terms[match.b].isName {
      guard !a.terms[match.a].senses.isEmpty || !a.terms[match.a].opposites.isEmpty,
        let x = actor(of: a.terms[match.a], in: a), let y = actor(of: b.terms[match.b], in: b), x != y
      else { continue }
      let inB = b.terms.first { $0.key == x }
      let inA = a.terms.first { $0.key == y }
      if let inB, let inA, inB.token > b.terms[match.b].token, inA.token > a.terms[match.a].token { return true }
    }
    return false
  }

  /// The name that stands nearest before an action.
  private func actor(of action: Term, in statement: Statement) -> UInt64? {
    statement.terms.filter { $0.isName && $0.token < action.token }.max { $0.token < $1.token }?.key
  }

  /// An earlier year that only one of them is about, or two different days of the calendar.
  private func hasOtherTime(_ a: Statement, _ b: Statement) -> Bool {
    if a.isPast != b.isPast || a.years.isEmpty != b.years.isEmpty {
      if !(a.isPast && !b.years.isEmpty || b.isPast && !a.years.isEmpty) { return true }
    }
    if !a.years.isEmpty, !b.years.isEmpty, !a.years.contains(where: b.years.contains) { return true }
    return !a.days.isEmpty && !b.days.isEmpty && !a.days.contains(where: b.days.contains)
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

  // MARK: Numbers

  private struct Numbers {
    var shared = 0
    var sizeA = 0
    var sizeB = 0
    var matched = 0
    var clash = false
  }

  /// A figure that both give says much; one that only one gives says little against them.
  private static let figure = 2500
  private static let loneFigure = 1500

  private func matchNumbers(_ a: Statement, _ b: Statement) -> Numbers {
    var out = Numbers()
    var taken = [Bool](repeating: false, count: b.quantities.count)
    for x in a.quantities {
      let j = b.quantities.indices.first {
        !taken[$0] && isComparable(x, b.quantities[$0]) && x.agrees(with: b.quantities[$0])
      }
      guard let j else {
        out.sizeA += ClaimComparer.loneFigure
        if b.quantities.contains(where: { isSameMeasure(x, $0) }), !b.quantities.contains(where: { x.agrees(with: $0) })
        {
          out.clash = true
        }
        continue
      }
      taken[j] = true
      out.matched += 1
      out.shared += ClaimComparer.figure
      out.sizeA += ClaimComparer.figure
      out.sizeB += ClaimComparer.figure
    }
    for j in b.quantities.indices where !taken[j] { out.sizeB += ClaimComparer.loneFigure }
    if out.matched > 0 { out.clash = false }
    return out
  }

  private func isComparable(_ a: Quantity, _ b: Quantity) -> Bool {
    a.unit == b.unit || a.unit == 0 || b.unit == 0
  }

  /// Figures of one thing: the same unit, or plain counts of the same noun.
  private func isSameMeasure(_ a: Quantity, _ b: Quantity) -> Bool {
    guard a.unit == b.unit else { return false }
    return a.unit != 0 || a.heads.contains { b.heads.contains($0) }
  }
}
