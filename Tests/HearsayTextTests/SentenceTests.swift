import Testing

@testable import HearsayText

@Suite struct SentenceTests {
  @Test(arguments: [
    "Mr. Vell met Gov. Okoro. | They talked.",
    "He lives in the U.S. | He likes it.",
    "The U.S. Navy sailed on Jan. 6 from St. Elmo.",
    "She joined Norvik Inc. | It closed.",
    "J. K. Rowland wrote page p. 5 for No. 7.",
    "He left at 5 p.m. | Nobody saw him.",
    "Is it true? | Yes! | No...",
    "Wait ... what, e.g. a hat?",
    "\"Really?\" he asked. | She nodded.",
    "“We are ready. We go. Now,” he said. | She left.",
    "She looked up. | “We go.” | He stayed.",
    "He works at Zap! in Lund.",
    "It is done (he said so.) and over.",
    "One.Two.",
    "The claim is old.[1][2] | The paper ran it.",
    "a. first",
    "1. First item | 2. Second item | 3. Third",
    "(i) Hello. | (ii) World.",
    "a.) one | b.) two",
    "We met for 1. above and for 2. above.",
    "• Bread | • Milk",
    "They left. | nobody saw it.",
    "What now? | i don't know.",
    "\"Well!\" she said, \"now!\" (Which was true.) | They went.",
    "She said [...] nothing.",
    "He speaks !Tun and Zap!X too.",
    "He paid (it was late.) and left.",
    "It rained ... I stayed in.",
    "Stop!! | nobody comes.",
    "From: A. Vale <vale@post.example> | Dear all",
    "Sent 08/16/2000 03:14 PM | The plan is off.",
    "See https://x.example/a | https://x.example/b",
    "Love it! :-) | Will come again.",
    "***** | The second part.",
  ])
  func outer(_ text: String) {
    let sentences = text.split(separator: "|").map { String($0).trimmed }
    #expect(ReadText(sentences.joined(separator: " ")).outer == (text == "One.Two." ? ["One.", "Two."] : sentences))
  }

  @Test(arguments: [
    "Am 12. Juni ging er auf Etage 14. | Dort blieb er.",
    "Vom 1. -3. Jahrhundert und am 3. 10. 1990.",
    "Karl V. von Steen kam. | Im Jahr 2019. | Alle gingen.",
    "Das gilt ggfls. auch. | Dann nicht.",
    "Er ging. | „Komm!“, rief sie.",
    "Das bleibt.“ | Mehr nicht.",
  ])
  func ordinalsAndSmallLettersGoOnWhereTheLanguageSaysSo(_ text: String) {
    var german = LanguageSettings()
    german.quotes = [.init(open: "„", close: "“")]
    german.spelling = [.capitalStarts, .ordinalStops]
    german.starters = ["dort", "dann"]
    let sentences = text.split(separator: "|").map { String($0).trimmed }
    #expect(ReadText(sentences.joined(separator: " "), german).outer == sentences)
  }

  @Test func aSmallLetterOnANewLineIsASentence() {
    var careful = LanguageSettings()
    careful.spelling = .capitalStarts
    #expect(ReadText("Er ging.\nund blieb. und kam.", careful).outer == ["Er ging.", "und blieb. und kam."])
  }

  @Test func anArticleBehindAnApostropheBegins() {
    var french = LanguageSettings()
    french.addAbbreviations(.company, ["S.A."])
    french.starters = ["l"]
    #expect(ReadText("Chez Vasse S.A. L’usine ferme. Chez Vasse S.A. Oriol.", french).outer.count == 3)
  }

  @Test func aGapInALineIsNoDivider() {
    #expect(ReadText("Ask ___ for tea.").outer == ["Ask ___ for tea."])
    #expect(ReadText("The one.\n___\nThe other.").outer == ["The one.", "___", "The other."])
  }

  @Test func lineBreaksBehindHeadingsAndInListsCount() {
    #expect(ReadText("bread\nmilk and tea\nhoney\n").outer == ["bread", "milk and tea", "honey"])
    #expect(ReadText("The news\nThe mayor left the town.").outer == ["The news", "The mayor left the town."])
    #expect(ReadText("The mayor left\nthe town.").outer == ["The mayor left\nthe town."])
    #expect(ReadText("- Bread\n- Milk\n").outer == ["- Bread", "- Milk"])
  }

  @Test func innerSentencesSplitInsideAQuotation() {
    let read = ReadText("“We are ready. We go!” he said. She left.")
    #expect(read.outer == ["“We are ready. We go!” he said.", "She left."])
    #expect(read.inner == ["“We are ready.", "We go!” he said.", "She left."])
    #expect(read.sentences.outer.map { read.sentences.inner(of: $0).count } == [2, 1])
  }

  @Test func aListForPeopleSplitsWhatIsOnlyAQuotation() {
    let read = ReadText("“We go. Now,” he said. “We stay. Then we go.”")
    let printed = read.sentences.printed(read.tokens).map { read.text.string(read.tokens.span($0)) }
    #expect(printed == ["“We go. Now,” he said.", "“We stay.", "Then we go.”"])
  }

  @Test func sentenceStartReachesTheFirstWord() {
    let read = ReadText("He left. “Now we go.”")
    let marked = (0..<read.tokens.count).filter { read.tokens.flags[$0].contains(.sentenceStart) }.map {
      read.words[$0]
    }
    #expect(marked == ["He", "“", "Now"])
  }

  @Test func aLineOfSignsIsLinear() {
    let signs = String(repeating: "!?.\"(.' ", count: 40_000)
    let read = ReadText(signs + "end")
    #expect(read.sentences.outer.flatMap { Array($0.tokens) }.count == read.tokens.count)
  }

  @Test func aTextWithoutAStopIsCutAllTheSame() {
    let plain = ReadText(String(repeating: "told them ", count: 3_000))
    #expect(plain.sentences.outer.map(\.tokens.count).max() == SentenceSplitter.longest.inner)
    let quoted = ReadText("“" + String(repeating: "We told them. ", count: 3_000) + "”")
    #expect(quoted.sentences.outer.allSatisfy { $0.tokens.count <= SentenceSplitter.longest.outer + 4 })
    for read in [plain, quoted] {
      #expect(read.sentences.outer.flatMap { Array($0.tokens) } == Array(0..<read.tokens.count))
    }
  }
}

extension String {
  var trimmed: String {
    var view = Substring(self)
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
