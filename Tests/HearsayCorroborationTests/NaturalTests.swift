import HearsayTestSupport
import Testing

@testable import HearsayCorroboration

@Suite struct NaturalTests {
  @Test func arithmeticAgreesWithMachineIntegers() {
    var dice = SplitMix64(seed: 31)
    for _ in 0..<2_000 {
      let (a, b) = (dice.below(1 << 30), dice.below(1 << 30))
      #expect(Natural(a) + Natural(b) == Natural(a + b))
      #expect(Natural(a) * Natural(b) == Natural(a * b))
      #expect(Natural(max(a, b)) - Natural(min(a, b)) == Natural(max(a, b) - min(a, b)))
      #expect((Natural(a) < Natural(b)) == (a < b))
    }
  }

  @Test func fractionsAreRoundedHalfUp() {
    #expect(Fraction(numerator: Natural(1), denominator: Natural(3)).millionths == 333_333)
    #expect(Fraction(numerator: Natural(2), denominator: Natural(3)).millionths == 666_667)
    #expect(Fraction(numerator: Natural(1), denominator: Natural(2_000_000)).millionths == 1)
    #expect(Fraction(numerator: Natural(0), denominator: Natural(7)).millionths == 0)
    #expect(Fraction(numerator: Natural(7), denominator: Natural(7)).millionths == 1_000_000)
  }
}
