import HearsayText

/// Builds the rows of `PredicateSets`: one for each set of predicates that some word or phrase has.
///
/// A set grows by one predicate at a time, and each step is remembered, so that words with the same memberships come
/// to share a row without their sets ever being compared.
struct RowTable {
  private(set) var bits: [UInt64]
  let stride: Int
  private var steps = KeyTable()

  /// Row 0 has no predicate.
  init(predicateCount: Int) {
    stride = max(1, (predicateCount + 63) / 64)
    bits = [UInt64](repeating: 0, count: stride)
  }

  var count: Int { bits.count / stride }

  /// The row with what `row` has and one predicate more.
  mutating func row(_ row: UInt32, adding predicate: Predicate) -> UInt32 {
    let word = Int(predicate.index >> 6)
    let bit = UInt64(1) << UInt64(predicate.index & 63)
    if bits[Int(row) * stride + word] & bit != 0 { return row }
    let new = next(row, UInt64(predicate.index))
    bits[Int(new) * stride + word] |= bit
    return new
  }

  /// A row that has what `row` has and belongs to one form alone, so that patterns can be looked up by it.
  mutating func row(_ row: UInt32, of form: Form) -> UInt32 {
    next(row, UInt64(form) + UInt64(UInt16.max) + 1)
  }

  private mutating func next(_ row: UInt32, _ step: UInt64) -> UInt32 {
    let key = UInt64(row) << 33 | step
    if let known = steps[key] { return known }
    let new = UInt32(count)
    // One by one: a slice would hold on to the bits, and all of them would be copied.
    for word in Int(row) * stride..<(Int(row) + 1) * stride { bits.append(bits[word]) }
    return steps.value(of: key, orInsert: new)
  }
}
