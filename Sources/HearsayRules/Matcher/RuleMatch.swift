/// One place where a pattern of a rule fits. All positions are token indices.
public struct RuleMatch: Sendable {
  /// The index in `Rulebook.rules`.
  public let rule: Int
  /// The index of the pattern in its rule.
  public let pattern: Int
  /// All tokens that the pattern covers.
  public let range: Range<Int>
  /// The first token of the element that the match grew from; in a rule on quotation marks, the place that counts.
  public let anchor: Int
  /// Tokens that were matched by gaps (`..N`): the fewer, the better the match.
  public let gaps: Int
  /// The names of the rule's captures, by slot.
  public let names: CaptureNames
  let slots: CaptureSlots

  /// The tokens of a capture; nil when the rule has no such capture or it took no part in the match.
  public subscript(_ name: String) -> Range<Int>? {
    guard let slot = names.slot(name) else { return nil }
    return slots[slot]
  }

  /// The same by the place of the name in the rule's `captures`.
  public subscript(slot slot: Int) -> Range<Int>? { slots[slot] }

  /// The captures that took part in the match, in the order in which the rule names them.
  public var captures: [(name: String, range: Range<Int>)] {
    names.all.indices.compactMap { slot in slots[slot].map { (names.all[slot], $0) } }
  }
}

/// The capture names of one rule, shared by all its matches.
public final class CaptureNames: Sendable {
  public let all: [String]

  init(_ names: [String]) {
    all = names
  }

  func slot(_ name: String) -> Int? {
    all.firstIndex(of: name)
  }
}

/// The ranges of a match's captures in fixed slots, so that a match needs no memory of its own.
struct CaptureSlots: Hashable, Sendable {
  /// A rule has at most this many captures.
  static let limit = 16

  /// Start and end by turns; -1 for what is not set.
  private var bounds = SIMD32<Int32>(repeating: -1)

  init() {}

  /// The bounds of a machine: `2 * limit` of them.
  init(_ bounds: UnsafePointer<Int32>) {
    self.bounds = UnsafeRawPointer(bounds).loadUnaligned(as: SIMD32<Int32>.self)
  }

  subscript(_ slot: Int) -> Range<Int>? {
    let start = bounds[slot &* 2]
    let end = bounds[slot &* 2 &+ 1]
    return start >= 0 && end >= start ? Int(start)..<Int(end) : nil
  }

  /// One bound: `2 * slot` is a start, `2 * slot + 1` an end.
  mutating func setBound(_ index: Int, _ value: Int32) {
    bounds[index] = value
  }
}
