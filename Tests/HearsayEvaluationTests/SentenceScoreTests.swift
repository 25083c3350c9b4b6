import HearsayEvaluation
import Testing

@Suite struct SentenceScoreTests {
  @Test func whiteSpaceCountsForNothing() {
    var score = SentenceScore()
    score.add(expected: ["He left the town.", "She stayed."], found: ["He left\n the town. ", "She stayed."])
    #expect(score.exact == Share(right: 1, of: 1) && score.borders == Counts(right: 1, found: 1))
  }

  @Test func bordersAreToldByWhatStandsBeforeThem() {
    var score = SentenceScore()
    score.add(expected: ["A b.", "C d.", "E."], found: ["A b.", "C", "d. E."])
    #expect(score.exact == Share(right: 0, of: 1))
    #expect(score.borders == Counts(right: 1, wrong: 1, found: 1, missed: 1))
    var sum = score
    sum += score
    #expect(sum.exact.of == 2 && sum.borders.wrong == 2)
  }
}
