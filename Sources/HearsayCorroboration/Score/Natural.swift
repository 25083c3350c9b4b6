/// A natural number of any size, so that scores are exact.
///
/// Only what scores need: they are products of weights, so numbers grow by some twenty bits an origin.
struct Natural: Comparable, Sendable {
  /// Base 2³², the lowest first, without leading zeros; empty for zero.
  private var limbs: [UInt32]

  init(_ value: Int) {
    precondition(value >= 0, "a natural number is not negative")
    var rest = UInt64(value)
    limbs = []
    while rest > 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
  }

  static func < (a: Natural, b: Natural) -> Bool {
    if a.limbs.count != b.limbs.count { return a.limbs.count < b.limbs.count }
    var i = a.limbs.count
    while i > 0 {
      i -= 1
      if a.limbs[i] != b.limbs[i] { return a.limbs[i] < b.limbs[i] }
    }
    return false
  }

  static func + (a: Natural, b: Natural) -> Natural {
    var out = a
    var carry: UInt64 = 0
    for i in 0..<max(a.limbs.count, b.limbs.count) {
      if i == out.limbs.count { out.limbs.append(0) }
      let sum = UInt64(out.limbs[i]) + (i < b.limbs.count ? UInt64(b.limbs[i]) : 0) + carry
      out.limbs[i] = UInt32(truncatingIfNeeded: sum)
      carry = sum >> 32
    }
    if carry > 0 { out.limbs.append(UInt32(carry)) }
    return out
  }

  /// The difference; zero where `b` is larger.
  static func - (a: Natural, b: Natural) -> Natural {
    guard b < a else { return Natural(0) }
    var out = a
    var borrow: Int64 = 0
    for i in out.limbs.indices {
      var difference = Int64(out.limbs[i]) - (i < b.limbs.count ? Int64(b.limbs[i]) : 0) - borrow
      borrow = difference < 0 ? 1 : 0
      if difference < 0 { difference += 1 << 32 }
      out.limbs[i] = UInt32(truncatingIfNeeded: difference)
    }
    while out.limbs.last == 0 { out.limbs.removeLast() }
    return out
  }

  static func * (a: Natural, b: Natural) -> Natural {
    var out = Natural(0)
    guard !a.limbs.isEmpty, !b.limbs.isEmpty else { return out }
    out.limbs = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in a.limbs.indices {
      var carry: UInt64 = 0
      for j in b.limbs.indices {
        let sum = UInt64(a.limbs[i]) * UInt64(b.limbs[j]) + UInt64(out.limbs[i + j]) + carry
        out.limbs[i + j] = UInt32(truncatingIfNeeded: sum)
        carry = sum >> 32
      }
      out.limbs[i + b.limbs.count] = UInt32(truncatingIfNeeded: carry)
    }
    while out.limbs.last == 0 { out.limbs.removeLast() }
    return out
  }

  /// Weights are small: one pass, in place.
  static func *= (a: inout Natural, b: Int) {
    guard let factor = UInt32(exactly: b) else {
      a = a * Natural(b)
      return
    }
    if factor == 0 { a.limbs = [] }
    var carry: UInt64 = 0
    for i in a.limbs.indices {
      let product = UInt64(a.limbs[i]) * UInt64(factor) + carry
      a.limbs[i] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { a.limbs.append(UInt32(truncatingIfNeeded: carry)) }
  }
}

/// A number from 0 to 1 as a fraction of two natural numbers.
struct Fraction: Comparable, Sendable {
  var numerator: Natural
  var denominator: Natural

  static func == (a: Fraction, b: Fraction) -> Bool { a.numerator * b.denominator == b.numerator * a.denominator }
  static func < (a: Fraction, b: Fraction) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }

  /// 1 − this.
  var rest: Fraction { Fraction(numerator: denominator - numerator, denominator: denominator) }

  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator)
  }

  /// In millionths, rounded half up.
  var millionths: Int {
    let twice = numerator * Natural(2_000_000) + denominator
    let unit = denominator * Natural(2)
    var low = 0
    var high = 1_000_001
    while low + 1 < high {
      let mid = (low + high) / 2
      if unit * Natural(mid) <= twice { low = mid } else { high = mid }
    }
    return low
  }
}
