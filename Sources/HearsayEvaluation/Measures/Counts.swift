/// How many were found, how many were found wrongly and how many were missed.
///
/// What is found is counted twice, among the predicted and among the gold, because several predictions may touch one gold item.
public struct Counts: Hashable, Sendable {
  /// Predicted items that are right, and that are not.
  public var right = 0
  public var wrong = 0
  /// Gold items that were found, and that were not.
  public var found = 0
  public var missed = 0

  public init(right: Int = 0, wrong: Int = 0, found: Int = 0, missed: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.found = found
    self.missed = missed
  }

  public var precision: Double { Counts.ratio(right, right + wrong) }
  public var recall: Double { Counts.ratio(found, found + missed) }
  public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

  public static func += (a: inout Counts, b: Counts) {
    a.right += b.right
    a.wrong += b.wrong
    a.found += b.found
    a.missed += b.missed
  }

  static func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}

/// How many of some are right.
public struct Share: Hashable, Sendable {
  public var right = 0
  public var of = 0
  public var value: Double { Counts.ratio(right, of) }

  public init(right: Int = 0, of: Int = 0) {
    self.right = right
    self.of = of
  }

  mutating func count(_ isRight: Bool) {
    of += 1
    if isRight { right += 1 }
  }

  public static func += (a: inout Share, b: Share) {
    a.right += b.right
    a.of += b.of
  }
}
