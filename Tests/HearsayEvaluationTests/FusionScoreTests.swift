import Testing

@testable import HearsayEvaluation

@Suite struct FusionScoreTests {
  @Test(arguments: [
    ("14:05", "14:14", true), ("14:05", "14:16", false), ("23:58", "00:03", true), ("2:05p", "14:05", true),
    ("2:05 PM", "02:05", false), ("12:10 am", "0:10", true), ("gate 4", "gate 4", true), ("gate 4", "gate 5", false),
    ("no time", "14:05", false),
  ])
  func clockTimesAgreeWithinTenMinutes(a: String, b: String, agrees: Bool) {
    #expect(FusionScore.agree(a, b) == agrees)
    #expect(FusionScore.agree(b, a) == agrees)
  }

  @Test func missingAnswersAreWrong() {
    let share = FusionScore.share(["a": "1"], of: [("a", "1"), ("b", "2")])
    #expect(share == Share(right: 1, of: 2))
  }
}
