/// A number in a statement, with what it counts.
public struct Quantity: Hashable, Sendable {
  /// What the words round a number say of it.
  public enum Bound: String, Sendable {
    case exact
    case about
    case atLeast = "at-least"
    case atMost = "at-most"

    var hashingOrder: Int {
      switch self {
      case .exact: 0
      case .about: 1
      case .atLeast: 2
      case .atMost: 3
      }
    }
  }

  /// In thousandths.
  public var value: Int
  /// The step of the last digit that is not a rounding zero, in thousandths: 10,000 for 1,400 → hundreds.
  public var step: Int
  /// The unit by its place in the lexicon, from 1; 0 for a plain count.
  public var unit: Int
  public var bound: Bound
  /// The stems of what is counted, nearest first.
  var heads: [UInt64]
  /// The first token.
  var token: Int32

  /// A plain count up to twenty: such numbers agree by chance.
  var isSmallCount: Bool { unit == 0 && value <= 20_000 }

  public init(value: Int, step: Int, unit: Int, bound: Bound) {
    self.value = value
    self.step = step
    self.unit = unit
    self.bound = bound
    heads = []
    token = 0
  }

  /// Whether both are reports of one figure: equal, or equal after rounding to the coarser of the two.
  public func agrees(with other: Quantity) -> Bool {
    if value == other.value { return true }
    let coarse = max(step, other.step)
    // "3.2 billion" may stand for 3,187,000,000, but 14 does not stand for 12: a figure is rounded to two digits or more.
    guard coarse > 0, max(value, other.value) / coarse >= 10 || bound == .about || other.bound == .about else {
      return false
    }
    let (low, high) = value < other.value ? (value, other.value) : (other.value, value)
    if high - low <= coarse / 2 { return true }
    // "About": within a twentieth.
    return (bound == .about || other.bound == .about) && high - low <= high / 20
  }

  /// Whether both can hold: "at least seven" doesn't say that it was nine, and doesn't contradict it.
  public func isCompatible(with other: Quantity) -> Bool {
    if agrees(with: other) { return true }
    switch (bound, other.bound) {
    case (.atLeast, .atLeast), (.atMost, .atMost): return true
    case (.atLeast, _): return other.value >= value
    case (_, .atLeast): return value >= other.value
    case (.atMost, _): return other.value <= value
    case (_, .atMost): return value <= other.value
    default: return false
    }
  }
}
