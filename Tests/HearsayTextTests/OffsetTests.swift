import Testing

@testable import HearsayText

@Suite struct OffsetTests {
  @Test func asciiNeedsNoTable() {
    let index = CodePointIndex(SourceText("plain text\nonly"))
    #expect(index.isASCII)
    #expect(index.codePoint(ofByte: 7) == 7)
    #expect(index.byte(ofCodePoint: 7) == 7)
    #expect(index.codePoint(ofByte: 99) == 15)
  }

  @Test func offsetsGoThereAndBack() {
    var string = ""
    for k in 0..<700 { string += ["a", "é", "€", "𝄞", "ё"][k % 5] }
    let text = SourceText(string)
    let index = CodePointIndex(text)
    var byte = 0
    var utf16 = 0
    for (number, scalar) in string.unicodeScalars.enumerated() {
      #expect(index.codePoint(ofByte: byte) == number)
      #expect(index.utf16(ofByte: byte) == utf16)
      #expect(index.byte(ofCodePoint: number) == byte)
      #expect(index.byte(ofUTF16: utf16) == byte)
      byte += UTF8.width(scalar)
      utf16 += UTF16.width(scalar)
    }
    #expect(index.codePointCount == string.unicodeScalars.count)
    #expect(index.utf16Count == string.utf16.count)
    #expect(index.byte(ofCodePoint: index.codePointCount) == byte)
  }

  @Test func aLowSurrogateCountsAsItsPair() {
    let index = CodePointIndex(SourceText("é𝄞b"))
    #expect(index.byte(ofUTF16: 1) == 2)
    #expect(index.byte(ofUTF16: 2) == 2)
    #expect(index.byte(ofUTF16: 3) == 6)
  }

  @Test func linesAndColumnsCountFromOne() {
    let text = SourceText("é1\r\n𝄞2\rthird\n")
    let lines = LineIndex(text)
    #expect(lines.lineCount == 4)
    #expect(lines.position(ofByte: 2) == .init(line: 1, column: 2))
    #expect(lines.position(ofByte: 9) == .init(line: 2, column: 2))
    #expect(lines.utf16Position(ofByte: 9) == .init(line: 2, column: 3))
    #expect(lines.position(ofByte: text.bytes.count) == .init(line: 4, column: 1))
    #expect(lines.span(ofLine: 1).map(text.string) == "é1")
    #expect(lines.span(ofLine: 3).map(text.string) == "third")
    #expect(lines.span(ofLine: 5) == nil)
  }
}
