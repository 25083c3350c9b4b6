/// A number in a statement, with what it counts.
public struct Quantity: Hashable, Sendable {
  /// What the words round a number say of it.
  public enum Bound: String, Sendable {
    case exact
    case about
    case atLeast = "at-least"
    case atMost = "at-most"
    /// "Up to", "as many as": so many at the highest, and somewhere so many.
    case upTo = "up-to"

    var hashingOrder: Int {
      switch self {
      case .exact: 0
      case .about: 1
      case .atLeast: 2
      case .atMost: 3
      case .upTo: 4
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
  /// It stands in a condition or a time clause.
  var isSupposed = false

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
    let (low, high) = value < other.value ? (value, other.value) : (other.value, value)
    // "3.2 billion" may stand for 3,187,000,000, but 14 does not stand for 12: a figure is rounded to two digits or more.
    if coarse > 0, high / coarse >= 10, high - low <= coarse / 2 { return true }
    // "About 70" may stand for 74, but 70 does not stand for "about 65".
    return [self, other].contains { $0.bound == .about && (high - low <= $0.step / 2 || high - low <= high / 20) }
  }

  /// Whether two figures that agree are so near that hardly anything else is meant: "about 40,000" may be 38,000, and may be
  /// another thing's number.
  func isNear(_ other: Quantity) -> Bool {
    let (low, high) = value < other.value ? (value, other.value) : (other.value, value)
    return high - low <= high / 50
  }

  /// Whether both can hold: "at least seven" doesn't say that it was nine, and doesn't contradict it.
  public func isCompatible(with other: Quantity) -> Bool {
    if agrees(with: other) { return true }
    switch (bound, other.bound) {
    case (.atLeast, .atLeast), (.atMost, .atMost), (.upTo, .upTo): return true
    // What reached forty was never below two.
    case (.upTo, .atMost): return other.value >= value
    case (.atMost, .upTo): return value >= other.value
    case (.atLeast, _): return other.value >= value
    case (_, .atLeast): return value >= other.value
    case (.atMost, _), (.upTo, _): return other.value <= value
    case (_, .atMost), (_, .upTo): return value <= other.value
    default: return false
    }
  }
}
