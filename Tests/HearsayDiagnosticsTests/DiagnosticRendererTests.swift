import HearsayText
import Testing

@testable import HearsayDiagnostics

@Suite struct DiagnosticRendererTests {
  /// A diagnostic about the first place of `words` in `text`.
  static func diagnostic(
    _ text: String, _ words: String, label: String = "here", help: String? = nil, path: String = "bad.rules"
  ) -> Diagnostic {
    let file = SourceFile(path: path, text: text)
    return Diagnostic(
      code: "R014", message: "unknown lexicon `@sy`",
      primary: .init(SourceLocation(file, place(of: words, in: file)), label), help: help)
  }

  static func place(of words: String, in file: SourceFile) -> Span {
    let wanted = Array(words.utf8)
    for start in 0...max(0, file.bytes.count - wanted.count)
    where file.bytes[start...].starts(with: wanted) {
      return Span(start, start + wanted.count)
    }
    return Span(0, 0)
  }

  /// The line with the carets, without its margin.
  static func carets(_ text: String, _ words: String) -> String {
    let lines = DiagnosticRenderer().render(diagnostic(text, words, label: "")).split(separator: "\n")
    return String(lines.last ?? "").replacing("  | ", with: "")
  }

  @Test func looksAsDesigned() {
    let text = String(repeating: "\n", count: 68) + "  pattern  <cue: @sy> that?"
    let shown = DiagnosticRenderer().render(
      Self.diagnostic(text, "@sy", label: "no lexicon with this name", help: "did you mean `@say`?"))
    #expect(
      shown == """
        error[R014]: unknown lexicon `@sy`
          --> bad.rules:69:18
           |
        69 |   pattern  <cue: @sy> that?
           |                  ^^^ no lexicon with this name
           = help: did you mean `@say`?

        """)
  }

  @Test func tabsAreSpread() {
    let shown = DiagnosticRenderer().render(Self.diagnostic("\tpattern\t@sy", "@sy", label: ""))
    #expect(shown.contains("bad.rules:1:10"))
    #expect(shown.contains("1 |     pattern @sy\n  |             ^^^\n"))
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(Self.carets("東京 @sy", "@sy") == "     ^^^")
    #expect(Self.carets("say 東京", "東京") == "    ^^^^")
    #expect(Self.carets("🗞️ @sy", "@sy") == "   ^^^")
  }

  @Test func joinedMarksTakeNone() {
    #expect(Self.carets("cafe\u{301} @sy", "@sy") == "     ^^^")
    #expect(Self.carets("Київ\u{301} @sy", "@sy") == "     ^^^")
    let shown = DiagnosticRenderer().render(Self.diagnostic("e\u{301}e\u{301} @sy", "@sy"))
    #expect(shown.contains("bad.rules:1:4"))
  }

  @Test func controlCharactersAreNeverPrinted() {
    let text = "why \u{1B}[2J\u{202E} @sy"
    var wrong = Self.diagnostic(text, "@sy", label: "a \u{1B} label", path: "a\u{1B}b.rules")
    wrong.message = "bad \u{1B}[31m\u{9B}"
    let shown = DiagnosticRenderer().render(wrong)
    #expect(!shown.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x9B })
    #expect(shown.contains("why \u{FFFD}[2J\u{FFFD} @sy\n  |           ^^^"))
  }

  @Test func bytesThatAreNoTextKeepTheColumns() {
    let file = SourceFile(path: "bad.rules", bytes: Array("caf".utf8) + [0xE9] + Array(" @sy".utf8))
    let wrong = Diagnostic(code: "R001", message: "m", primary: .init(SourceLocation(file, Span(5, 8))))
    #expect(DiagnosticRenderer().render(wrong).contains("bad.rules:1:6\n  |\n1 | caf\u{FFFD} @sy\n  |      ^^^\n"))
  }

  @Test func longLinesShowTheWordsThatAreMeant() {
    let text = String(repeating: "say, ", count: 4_000) + "@sy" + String(repeating: ", say", count: 4_000)
    let lines = DiagnosticRenderer().render(Self.diagnostic(text, "@sy", label: "")).split(separator: "\n")
    #expect(lines[1] == " --> bad.rules:1:20001")
    #expect(lines.allSatisfy { $0.count < 140 })
    let caret = lines[4].prefix { $0 != "^" }.count
    #expect(lines[3].dropFirst(caret).hasPrefix("@sy"))
    #expect(lines[3].hasPrefix("1 | …") && lines[3].hasSuffix("…"))
  }

  @Test func otherPlacesAreShownInTheOrderOfTheFile() {
    let file = SourceFile(path: "a.rules", text: "rule said\n\n\n\nrule said\n")
    let other = SourceFile(path: "b.rules", text: "\nrule said")
    let wrong = Diagnostic(
      code: "R023", severity: .warning, message: "twice",
      primary: .init(SourceLocation(file, Span(18, 22)), "again"),
      secondary: [
        .init(SourceLocation(file, Span(5, 9)), "first"), .init(SourceLocation(other, Span(6, 10)), "elsewhere"),
      ])
    #expect(
      DiagnosticRenderer().render(wrong) == """
        warning[R023]: twice
         --> a.rules:5:6
          |
        1 | rule said
          |      ---- first
        ...
        5 | rule said
          |      ^^^^ again
         ::: b.rules:2:6
          |
        2 | rule said
          |      ---- elsewhere

        """)
  }

  @Test func coloursChangeNothingElse() {
    let wrong = Self.diagnostic("why @sy", "@sy", help: "look again")
    let plain = DiagnosticRenderer(usesColor: false).render(wrong)
    let colored = DiagnosticRenderer(usesColor: true).render(wrong)
    #expect(colored.contains("\u{1B}[1;31merror[R014]\u{1B}[0m"))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func placesOutsideTheFileAreShownAtItsEnd() {
    let file = SourceFile(path: "a.rules", text: "")
    let wrong = Diagnostic(code: "R001", message: "m", primary: .init(SourceLocation(file, Span(7, 9)), "gone"))
    #expect(DiagnosticRenderer().render(wrong) == "error[R001]: m\n --> a.rules:1:1\n  |\n1 |\n  | ^ gone\n")
  }
}
