import Testing

@testable import HearsayCorroboration

@Suite struct QuantityTests {
  private func quantity(_ value: Int, step: Int = 1000, _ bound: Quantity.Bound = .exact) -> Quantity {
    Quantity(value: value, step: step, unit: 0, bound: bound)
  }

  @Test func roundedFiguresAgree() {
    // 4.2 and 4.18 billion.
    let coarse = quantity(4_200_000_000_000, step: 100_000_000_000)
    let fine = quantity(4_180_000_000_000, step: 10_000_000_000)
    #expect(coarse.agrees(with: fine))
    #expect(fine.agrees(with: coarse))
    #expect(quantity(17_000).agrees(with: quantity(17_300, step: 100)))
  }

  @Test func smallCountsAreNotRounded() {
    #expect(!quantity(14_000).agrees(with: quantity(12_000)))
    #expect(!quantity(9_000).agrees(with: quantity(10_000, step: 10_000)))
  }

  @Test func aboutReachesATwentieth() {
    #expect(quantity(400_000, step: 100_000, .about).agrees(with: quantity(412_000)))
    #expect(!quantity(400_000, step: 100_000, .about).agrees(with: quantity(480_000, step: 10_000)))
  }

  @Test func aBoundIsCompatibleAndNoConfirmation() {
    let seven = quantity(7_000, .atLeast)
    #expect(!seven.agrees(with: quantity(9_000)))
    #expect(seven.isCompatible(with: quantity(9_000)))
    #expect(!seven.isCompatible(with: quantity(5_000)))
    #expect(quantity(9_000, .atMost).isCompatible(with: quantity(5_000)))
  }
}
