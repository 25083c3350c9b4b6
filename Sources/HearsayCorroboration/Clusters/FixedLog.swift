/// Logarithms in whole numbers: the same bits on every machine, which a mathematics library doesn't promise.
enum FixedLog {
  /// What stands for 1.
  static let one = 1 << 16

  /// log₂ of `numerator / denominator` in units of `one`, rounded down; both must be above zero and below 2³¹.
  static func log2(_ numerator: Int, over denominator: Int) -> Int {
    log2(numerator) - log2(denominator)
  }

  /// log₂ of a number above zero and below 2³¹: the place of its highest bit, then one bit of the fraction for each squaring.
  static func log2(_ number: Int) -> Int {
    let x = UInt64(max(number, 1))
    let whole = 63 - x.leadingZeroBitCount
    var mantissa = x << UInt64(31 - min(whole, 31))
    var result = whole
    for _ in 0..<16 {
      // The mantissa stands for a number from 1 to 2, in units of 2⁻³¹; its square is from 1 to 4.
      mantissa = (mantissa * mantissa) >> 31
      result <<= 1
      if mantissa >= 1 << 32 {
        mantissa >>= 1
        result += 1
      }
    }
    return result
  }
}
