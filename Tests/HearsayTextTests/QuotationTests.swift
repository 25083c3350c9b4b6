import Testing

@testable import HearsayText

@Suite struct QuotationTests {
  @Test(
    arguments: [
      ("“We are ready,\" said Ana Vell. \"We go.”", ["We are ready,", "We go."]),
      ("“ready“ and ”steady”", ["ready", "steady"]),
      ("Bloomberg‘s story and the city’s ‘plan’ stand", ["plan"]),
      ("\"The 'old guard' left,\" he said.", ["The 'old guard' left,", "old guard"]),
      ("'The officials' claims are false,' he said.", ["The officials' claims are false,"]),
      ("the officials' claims and the workers' pay", []),
      ("He is 6'2\" tall and said \"yes\".", ["yes"]),
      ("«Мы готовы», „ja“ and »nein«", ["Мы готовы", "ja", "nein"]),
      ("``Fine,'' she wrote.", ["Fine,"]),
      ("“A “small” word,” he said.", ["A “small” word,", "small"]),
      ("“We go, he said. “Now,” she said.", ["We go, he said.", "Now,"]),
      ("He said: “We go", ["We go"]),
      ("“We go now.’ Vell was in the town.", ["We go now."]),
      ("ready” he said", []),
      ("the ’nineties and 'nineties", []),
    ] as [(String, [String])])
  func pairs(_ text: String, _ expected: [String]) {
    #expect(ReadText(text).quoted == expected)
  }

  @Test func aQuotationGoesOnInTheNextParagraph() {
    let read = ReadText("“We are ready,” he said. “We go.\n\n“We come back.”\n\nThe end.")
    #expect(read.quotations.map(\.isContinued) == [false, true, false])
    #expect(read.quotations[1].close == nil)
    #expect(read.quoted[1] == "We go.")
  }

  @Test func nestingHasDepth() {
    let read = ReadText("“She said ‘no’ twice,” he said.")
    #expect(read.quotations.map(\.depth) == [0, 1])
    #expect(read.token("‘")?.flags.contains([.opens, .inQuotation, .single]) == true)
    #expect(read.token("”")?.flags.contains([.closes, .inQuotation]) == true)
    #expect(read.token("said")?.flags.contains(.inQuotation) == true)
    #expect(read.token("he")?.flags.contains(.inQuotation) == false)
  }

  @Test func anApostropheBehindAnSIsPossessive() {
    let read = ReadText("the workers' pay")
    #expect(read.tokens.kind == [.word, .word, .possessive, .word])
  }
}
