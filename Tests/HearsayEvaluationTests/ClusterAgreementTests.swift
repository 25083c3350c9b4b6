import HearsayEvaluation
import Testing

@Suite struct ClusterAgreementTests {
  @Test func sameClustersUnderOtherNames() {
    let same = ClusterAgreement(gold: ["x", "x", "y"], predicted: [7, 7, 3])
    #expect(same.f1 == 1)
    #expect(same.pairs.f1 == 1)
  }

  /// One cluster of four for two of two: each item finds all that belongs with it, and as much that doesn't.
  @Test func lumpingCostsPrecision() {
    let lumped = ClusterAgreement(gold: ["x", "x", "y", "y"], predicted: [0, 0, 0, 0])
    #expect((lumped.precision, lumped.recall) == (0.5, 1))
    #expect(lumped.pairs == Counts(right: 2, wrong: 4, found: 2, missed: 0))
  }

  @Test func splittingCostsRecall() {
    let split = ClusterAgreement(gold: ["x", "x", "x"], predicted: [0, 1, 2])
    #expect(split.precision == 1)
    #expect(abs(split.recall - 1.0 / 3) < 1e-12)
    #expect(split.pairs.f1 == 0)
  }

  @Test func nothingIsNoDivisionByZero() {
    #expect(ClusterAgreement(gold: [], predicted: []).f1 == 0)
  }
}
