import HearsayText
import Testing

@testable import HearsayStory

@Suite struct BlockCutterTests {
  private func cut(_ text: String) -> [String] {
    let source = SourceText(text)
    return BlockCutter.cut(source.bytes).map { source.string($0.span) }
  }

  @Test func emptyLinesAndSingleBreaksBothEndABlock() {
    #expect(cut("One.\n\nTwo.\nThree.\r\n\r\n  Four. \u{A0}\n") == ["One.", "Two.", "Three.", "Four."])
    #expect(cut(" \n\t\n\u{FEFF}") == [])
    #expect(cut("One.\rTwo.") == ["One.", "Two."])
  }

  @Test func wrappedLinesAreJoined() {
    let text = """
      The council of Quillmoor voted late on Tuesday to keep the
      swimming pool open through the winter, although the boiler has
      not been replaced and nobody could say who would pay for one.

      "We will find the money," said the mayor, Ada Brill, who had been
      asked about it twice before. She did not say where it would come
      from.
      """
    let blocks = cut(text)
    #expect(blocks.count == 2)
    #expect(blocks.first?.hasPrefix("The council") == true)
    #expect(blocks.last?.hasSuffix("from.") == true)
  }

  @Test func shortParagraphsOfOneLineAreNotJoined() {
    let text = """
      The pool will stay open through the winter, the council said.
      It did not say who would pay for a new boiler, which has failed.
      Swimmers cheered in the gallery when the vote was read out aloud.
      The mayor, Ada Brill, thanked them and left without a word more.
      """
    #expect(cut(text).count == 4)
  }

  @Test func aHeadingAboveWrappedTextStaysApart() {
    let text = """
      What happens now
      The council will meet again in the spring to hear how much the
      repair has cost, and whether the pool can be kept open for the
      whole of the year as the swimmers have asked.
      """
    #expect(cut(text).first == "What happens now")
    #expect(cut(text).count == 2)
  }

  @Test func aLineBrokenInMidSentenceGoesOn() {
    #expect(cut("The pool stays open,\nthe council said on Tuesday.\nNobody objected.").count == 2)
    #expect(cut("Совет решил не закрывать\nбассейн до самой весны.").count == 1)
    // Not so behind a stop or a closing mark, in a list of short entries, or where the block begins in small letters.
    #expect(cut("The pool is open.\nand it will stay so.").count == 2)
    #expect(cut("She called it “our pool”\nand then she left.").count == 2)
    #expect(cut("Topics of today\npool\nboiler").count == 3)
    #expect(cut("bread and butter\nmilk and honey").count == 2)
  }

  @Test func groupsAreKnown() {
    let blocks = BlockCutter.cut(SourceText("One\nTwo\n\nThree").bytes)
    #expect(blocks.map(\.opensGroup) == [true, false, true])
    #expect(blocks.map(\.closesGroup) == [false, true, true])
  }
}
