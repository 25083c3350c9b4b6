import HearsayAudit
import HearsayText
import Testing

@testable import HearsayReport

struct TerminalWriterTests {
  @Test func inkIsLeftOutWithoutColour() {
    var plain = TerminalWriter(usesColor: false)
    plain.write("error", .error)
    #expect(plain.out.string == "error")
    var colored = TerminalWriter(usesColor: true)
    colored.write("error", .error)
    #expect(colored.out.string == "\u{1B}[1;31merror\u{1B}[0m")
  }

  @Test func storyTextCannotSteerTheTerminal() {
    var paper = TerminalWriter(usesColor: false)
    paper.write("a\u{1B}[2Jb\u{7}\u{9B}c\u{202E}d\te")
    #expect(paper.out.string == "a\u{FFFD}[2Jb\u{FFFD}\u{FFFD}c\u{FFFD}d e")
  }

  @Test func longTextIsBrokenAtSpacesAndCutAtTheLimit() {
    let words = Array(repeating: "seven77", count: 30).joined(separator: " ")
    let lines = TerminalWriter.wrap(words, first: 20, rest: 31, limit: 3)
    #expect(lines[0] == "seven77 seven77")
    #expect(lines[1] == "seven77 seven77 seven77 seven77")
    #expect(lines[2] == "seven77 seven77 seven77 seven77 …")
  }
}

struct ExcerptTests {
  private func excerpt(_ words: String, _ span: Span) -> [String] {
    var paper = TerminalWriter(usesColor: false)
    Excerpt(SourceText(words), span, lineNumber: 12).write(to: &paper, .error)
    return paper.out.string.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func caretsStandBelowTheWords() {
    #expect(
      excerpt("first\nThe mayor said so.\nlast", Span(10, 15)) == [
        "   12 │ The mayor said so.", "      │     ^^^^^", "",
      ])
  }

  @Test func aLongLineIsCutAroundTheWords() {
    let before = String(repeating: "lorem ipsum ", count: 40)
    let lines = excerpt(before + "HERE it is " + before, Span(before.utf8.count, before.utf8.count + 4))
    #expect(lines[0].unicodeScalars.count <= TerminalWriter.width)
    #expect(lines[0].hasPrefix("   12 │ …") && lines[0].hasSuffix("…"))
    let at = Array(lines[0].unicodeScalars).firstIndex(of: "H")
    let caret = Array(lines[1].unicodeScalars).firstIndex(of: "^")
    #expect(at != nil && at == caret)
  }

  @Test func wideLettersTakeTwoColumnsAndMarksNone() {
    #expect(excerpt("港口 e\u{301} said", Span(11, 15))[1] == "      │        ^^^^")
  }

  @Test func wordsOverSeveralLinesAreMarkedToTheEndOfTheFirst() {
    #expect(excerpt("one two\nthree", Span(4, 13)) == ["   12 │ one two", "      │     ^^^", ""])
  }

  @Test func anEmptyPlaceAtTheEndHasOneCaret() {
    #expect(excerpt("one", Span(3, 3)) == ["   12 │ one", "      │    ^", ""])
  }

  /// Half a character at the edge of what is read must not come out as a replacement mark.
  @Test func aCutInsideALetterIsMovedToItsBorder() {
    let before = String(repeating: "щ", count: 600)
    let lines = excerpt(before + " HERE", Span(1201, 1205))
    #expect(!lines[0].contains("\u{FFFD}") && lines[0].contains("HERE"))
  }
}

struct AuditTextTests {
  @Test func aStoryReadsLikeALintersOutput() {
    var paper = TerminalWriter(usesColor: false)
    AuditText().write(SampleStory.attributed, findings: SampleStory.findings, to: &paper)
    #expect(
      paper.out.string == """
        stories/port.txt  The Harbour Ledger (inferred) · 2031-05-02 · relay of The Quay Times
          2 attributions · 0 named · 1 anonymous speaker · unverified at 4:20
          note: 1 byte was mended
          note: who “it” is was not settled

        stories/port.txt:1:14 error VAGUE-01  the headline names no outlet
            1 │ Port closes, media report
              │              ^^^^^^^^^^^^
              = named below: “The Quay Times” (3:1)
              = write: “Port closes, The Quay Times says”

        stories/port.txt:3:21 warning ANON-01  no reason for anonymity
            3 │ …said a harbour official “who saw the order” had told it: “We shut at…
              │       ^^^^^^^^^^^^^^^^^^


        """)
  }

  @Test func theSummaryAddsUpWhatWorkersFound() {
    var one = AuditSummary()
    one.add(findings: SampleStory.findings, notAssessed: SampleStory.notAssessed)
    var both = AuditSummary()
    both.add(findings: [], notAssessed: SampleStory.notAssessed)
    both.add(one)
    #expect(both.stories == 2 && both.count(.error) == 1 && both.count(.warning) == 1)
    #expect(both.has(atOrAbove: .error) && both.has(atOrAbove: .note))
    #expect(!AuditSummary().has(atOrAbove: .note))
    var paper = TerminalWriter(usesColor: false)
    both.write(to: &paper)
    #expect(
      paper.out.string == """
        1 error · 1 warning · 0 notes in 2 stories
        not assessed: CHAIN-03 (plain text has no links)
        hearsay explain VAGUE-01   says why a check exists

        """)
  }

  @Test func manyChecksThatOneReasonKeepsBackAreCounted() {
    var summary = AuditSummary()
    summary.add(findings: [], notAssessed: (1...7).map { NotAssessed(check: "COR-0\($0)", why: "one story") })
    var paper = TerminalWriter(usesColor: false)
    summary.write(to: &paper)
    #expect(paper.out.string.contains("not assessed: 7 checks (one story)"))
  }
}

struct AttributionTextTests {
  @Test func whoThroughWhomWhatAndCaveatsStandUnderEachOther() {
    var paper = TerminalWriter(usesColor: false)
    AttributionText().write(SampleStory.attributed, to: &paper)
    #expect(
      paper.out.string.hasSuffix(
        """

        a1    nobody named  no source given (G6)  1:1
              words    headline “report”
              says     Port closes

        a2    harbour official  anonymous, role and access given, 1 or more people (G2)  3:21
              through  [The Quay Times] → The Harbour Ledger
              words    direct, claim “had told”, within a1
              says     “We shut at six.”
              caveat   unverified, by The Harbour Ledger: “could not verify” 4:20


        """))
  }
}
