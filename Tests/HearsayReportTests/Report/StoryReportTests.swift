import HearsayAttribution
import HearsayAudit
import HearsayText
import Testing

@testable import HearsayReport

@Suite struct StoryReportTests {
  private let report = StoryReport(SampleStory.report().stories[0], in: SampleStory.report())

  @Test func theBottomLineNamesTheRelayAndWhatItDoesNotCarry() {
    let words = report.bottomLine.joined(separator: " ")
    #expect(words.contains("comes from unnamed sources through one other outlet, The Quay Times."))
    #expect(words.contains("The Harbour Ledger adds no source of its own and says it could not verify."))
    #expect(words.contains("One origin, no named source."))
    #expect(words.contains("“The Quay Times reports …”, not “media report”"))
  }

  @Test func noReportSaysWhetherAnythingIsSo() {
    let words = [report.bottomLine, report.strengths, report.sourceSummary].joined().joined(separator: " ").lowercased()
    for word in [" true", " false", "fake", "unreliable", "reliable"] { #expect(!words.contains(word)) }
  }

  @Test func theGravestComesFirstWithWhatToWrite() {
    #expect(report.fixes.map(\.check) == ["VAGUE-01", "ANON-01"])
    #expect(report.fixes[0].rewrite == "“Port closes, The Quay Times says”")
    #expect(report.fixes[0].related.map(\.place) == ["3:1"])
  }

  @Test func everyStatementHasItsChainAndGrade() throws {
    let row = try #require(report.statements.first { $0.id == "a2" })
    #expect(row.chain == "harbour official → [The Quay Times] → The Harbour Ledger")
    #expect(row.grade == .anonymousWithAccess && row.place == "3:73")
    #expect(row.remarks.first == "unverified (certain, line 4)")
    let headline = try #require(report.statements.first { $0.id == "a1" })
    #expect(headline.who == "nobody (“media”)" && headline.grade == Grade.none)
    #expect(report.statements.contains { $0.id == "v1" && $0.remarks.contains("covers a2") })
  }

  @Test func questionsStandByWhatTheySettle() {
    #expect(report.questions.first?.words.hasPrefix("Obtain the original report of The Quay Times") == true)
    #expect(report.questions.map(\.bearsOn) == report.questions.map(\.bearsOn).sorted(by: >))
  }

  @Test func aStoryWithoutAttributionsIsToldSo() {
    var story = SampleStory.attributed
    story.attributions = []
    let audited = AuditedStory(story, findings: [])
    let empty = StoryReport(audited, in: SampleStory.report())
    #expect(
      empty.bottomLine == [
        "No statement in this text is attributed to anybody. Everything in it stands on The Harbour Ledger's own word."
      ])
    #expect(empty.statements.count == 1 && empty.graph.nodes.isEmpty)
  }
}

@Suite struct AnonymousPeopleTests {
  private func people(_ counts: [CountRange], setApart: Set<Int>) -> Int {
    var story = SampleStory.attributed
    let sample = story.attributions[1]
    story.attributions = counts.enumerated().map { i, count in
      var a = sample
      a.id = i
      a.within = nil
      a.speaker?.id = i
      a.speaker?.count = count
      return a
    }
    return AnonymousPeople.least(StoryFacts(AuditedStory(story, findings: [], setApart: setApart)))
  }

  @Test func onlyAnotherIsAnother() {
    let one = CountRange(1, 1)
    #expect(people([one, one, one, one], setApart: [1, 2]) == 3)
    #expect(people([one, one], setApart: []) == 1)
    #expect(people([one, one], setApart: [0]) == 1)
  }

  @Test func aCountedGroupIsThatManyPeople() {
    #expect(people([CountRange(3, 3), CountRange(1, 1)], setApart: []) == 3)
    #expect(people([CountRange(2, nil)], setApart: []) == 1)
  }
}

@Suite struct WordsTests {
  @Test func listsReadLikeEnglish() {
    #expect(Words.list(["a"]) == "a" && Words.list(["a", "b", "c"]) == "a, b and c" && Words.list([]) == "")
    #expect(Words.some(["a", "b", "c", "d"]) == "a, b, c and 1 more")
    #expect(Words.count(1, "origin") == "one origin" && Words.count(12, "origin") == "12 origins")
  }

  @Test func quotedWordsCarryOnePairOfMarks() {
    #expect(Words.quoted("“We shut at six.”") == "“We shut at six.”")
    #expect(Words.quoted("media\n report") == "“media report”")
    #expect(Words.shortened("one two three four", to: 12) == "one two…")
  }
}
