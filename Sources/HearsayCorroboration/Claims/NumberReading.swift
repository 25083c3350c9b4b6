/// A number while it is being read: digits, number words and powers of ten in a row.
struct NumberReading {
  enum Part { case value(Int), scale(Int) }

  /// In thousandths, without its last group: "two million three hundred" has read two million.
  private var total = 0
  private var group = 0
  private var smallest = Int.max
  private(set) var isValid = false
  /// Four digits and nothing else.
  private(set) var isPlainFour = false
  private var isOverflown = false
  private var digitStep = 1000
  var unit = 0

  /// No figure in the news is larger.
  private static let limit = 1_000_000_000_000_000_000

  var value: Int { min(total + group, NumberReading.limit) }

  /// Reads "1,400" or "4.2" and returns what stands behind the digits; nil when it is no number that can be used.
  mutating func digits(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var whole = 0
    var thousandths = 0
    var decimals = 0
    var seenPoint = false
    var count = 0
    var separators = 0
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      if byte >= 0x30, byte <= 0x39 {
        let digit = Int(byte - 0x30)
        if seenPoint {
          if decimals < 3 { thousandths = thousandths * 10 + digit }
          decimals += 1
        } else {
          guard whole < 1_000_000_000_000 else { return nil }
          whole = whole * 10 + digit
          count += 1
        }
      } else if byte == 0x2C, !seenPoint, i + 1 < bytes.endIndex, bytes[i + 1] >= 0x30, bytes[i + 1] <= 0x39 {
        separators += 1
      } else if byte == 0x2E, !seenPoint, i + 1 < bytes.endIndex, bytes[i + 1] >= 0x30, bytes[i + 1] <= 0x39 {
        seenPoint = true
      } else {
        break
      }
      i += 1
    }
    guard count > 0 else { return nil }
    var k = decimals
    while k < 3 {
      thousandths *= 10
      k += 1
    }
    group = whole * 1000 + thousandths
    isValid = true
    isPlainFour = count == 4 && separators == 0 && !seenPoint && i == bytes.endIndex
    // The step of the last digit that isn't a rounding zero.
    digitStep = 1000
    if seenPoint {
      digitStep = decimals >= 3 ? 1 : decimals == 2 ? 10 : 100
    } else {
      var rest = whole
      while rest > 0, rest % 10 == 0 {
        digitStep *= 10
        rest /= 10
      }
    }
    return bytes[i...]
  }

  mutating func multiply(_ power: Int) {
    var factor = 1
    for _ in 0..<power { factor *= 10 }
    let (product, overflow) = max(group, isValid ? group : 1000).multipliedReportingOverflow(by: factor)
    guard !overflow, product <= NumberReading.limit else {
      isOverflown = true
      return
    }
    group = product
    let (step, stepOverflow) = digitStep.multipliedReportingOverflow(by: factor)
    if !stepOverflow { digitStep = step }
    isValid = true
    isPlainFour = false
  }

  mutating func add(_ parts: [Part]) {
    for part in parts {
      switch part {
      case .value(let value):
        group += value * 1000
        isValid = true
        digitStep = 1000
      case .scale(let power):
        if !isValid { group = 1000 }
        multiply(power)
        if power >= 3 {
          total = min(total + group, NumberReading.limit)
          group = 0
        }
      }
    }
    isPlainFour = false
  }

  var quantity: Quantity { Quantity(value: value, step: digitStep, unit: unit, bound: .exact) }
}
