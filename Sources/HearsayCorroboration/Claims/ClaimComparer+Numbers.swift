/// The figures of two statements: which agree, which contradict one another, and how much they weigh.
extension ClaimComparer {
  struct Numbers {
    var shared = 0
    var sizeA = 0
    var sizeB = 0
    var matched = 0
    /// A figure that is no small count agrees.
    var hasFigure = false
    var clash = false
    /// "At least seven" and nine: no contradiction, and no confirmation.
    var isWeaker = false
    /// Both give figures, and none of one is any of the other: they tell of different things.
    var isApart = false
  }

  /// A figure that both give says much; one that only one gives says little against them.
  static let figure = 2500
  static let loneFigure = 1500
  /// "Two" and "four" stand in every story.
  static let smallFigure = 1200

  func matchNumbers(_ a: Statement, _ b: Statement) -> Numbers {
    var out = Numbers()
    var taken = [Bool](repeating: false, count: b.quantities.count)
    for x in a.quantities {
      let j = b.quantities.indices.first {
        !taken[$0] && isComparable(x, b.quantities[$0]) && x.agrees(with: b.quantities[$0])
      }
      guard let j else {
        // Two figures for one thing are what the two differ in, not a sign that they are about different things.
        let rival = b.quantities.indices.first { !taken[$0] && isSameMeasure(x, b.quantities[$0]) }
        if let rival, !b.quantities.contains(where: { x.agrees(with: $0) }) {
          if x.isCompatible(with: b.quantities[rival]) { out.isWeaker = true } else { out.clash = true }
          taken[rival] = true
        } else {
          out.sizeA += lone(x)
        }
        continue
      }
      taken[j] = true
      out.matched += 1
      let weight = ClaimComparer.weight(of: x, b.quantities[j])
      if weight == ClaimComparer.figure, x.isNear(b.quantities[j]) { out.hasFigure = true }
      out.shared += weight
      out.sizeA += weight
      out.sizeB += weight
    }
    for j in b.quantities.indices where !taken[j] { out.sizeB += lone(b.quantities[j]) }
    out.isApart = out.matched == 0 && a.quantities.contains { x in !x.isSmallCount && isAlone(x, among: b) }
    // One figure in common, and others that differ: a longer list, no contradiction.
    if out.matched > 0 { out.clash = false }
    return out
  }

  /// Whether the other statement has figures that this one could be held against, and is not among them. What is told in
  /// two currencies may be one sum, and "14 percent" is never "two weeks".
  private func isAlone(_ x: Quantity, among other: Statement) -> Bool {
    other.quantities.contains { y in
      !y.isSmallCount && (x.unit == y.unit || areShares(x.unit, y.unit)) && !x.isCompatible(with: y)
    }
  }

  /// Percent and points: the first two units.
  private func areShares(_ a: Int, _ b: Int) -> Bool { min(a, b) >= 1 && max(a, b) <= 2 }

  func lone(_ quantity: Quantity) -> Int {
    quantity.isSmallCount ? ClaimComparer.smallFigure / 2 : ClaimComparer.loneFigure
  }

  /// A small count of the same thing is worth more than one that only agrees.
  static func weight(of a: Quantity, _ b: Quantity) -> Int {
    guard a.isSmallCount || b.isSmallCount else { return figure }
    return a.value > 2000 && a.heads.contains { b.heads.contains($0) } ? 2000 : smallFigure
  }

  /// Figures of one unit; plain counts of the same thing, or large enough to be no chance.
  func isComparable(_ a: Quantity, _ b: Quantity) -> Bool {
    if a.unit != 0, b.unit != 0 { return a.unit == b.unit }
    if a.unit != b.unit { return !a.isSmallCount || (a.unit == 0 ? a : b).heads.isEmpty }
    return !a.isSmallCount || a.heads.isEmpty || b.heads.isEmpty || a.heads.contains { b.heads.contains($0) }
  }

  /// Figures of one thing: the same unit, or plain counts of the same noun.
  func isSameMeasure(_ a: Quantity, _ b: Quantity) -> Bool {
    guard a.unit == b.unit else { return false }
    return a.unit != 0 || a.heads.contains { b.heads.contains($0) }
  }
}
