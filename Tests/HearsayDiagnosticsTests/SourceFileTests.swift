import HearsayText
import Testing

@testable import HearsayDiagnostics

@Suite struct SourceFileTests {
  @Test func linesAreCountedFromOne() {
    let file = SourceFile(path: "f", text: "a\r\nbc\n\nd")
    #expect([0, 2, 3, 5, 6, 7, 99].map(file.line(of:)) == [1, 1, 2, 2, 3, 4, 4])
    #expect((1...4).map { file.string(file.span(ofLine: $0)) } == ["a", "bc", "", "d"])
    #expect(file.span(ofLine: 0).isEmpty && file.span(ofLine: 9).isEmpty)
  }

  @Test func spansOutsideAreClamped() {
    let file = SourceFile(path: "f", text: "abc")
    #expect(file.string(Span(-5, 99)) == "abc")
    #expect(file.string(Span(9, 12)).isEmpty)
  }

  @Test func aLocationSaysFileAndLine() {
    let file = SourceFile(path: "Rules/x.rules", text: "\n\nrule said")
    #expect("\(SourceLocation(file, Span(7, 11)))" == "Rules/x.rules:3")
    #expect(SourceLocation(file, Span(7, 11)).text == "said")
  }
}
