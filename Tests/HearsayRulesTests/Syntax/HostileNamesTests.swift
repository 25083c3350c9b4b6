import HearsayDiagnostics
import Testing

@testable import HearsayRules

/// Suggestions and checks must not grow with the square of a hostile file.
@Suite(.timeLimit(.minutes(1))) struct HostileNamesTests {
  @Test func suggestionsAreLookedForOnlyWhileTheyAreListed() {
    var text = ""
    for i in 0..<3_000 { text += "lexicon l\(i)\n  why  x\n  a  x\n" }
    text += "fragment f\n  why  x\n"
    for _ in 0..<60 { text += "  pattern  " + (0..<300).map { "@k\($0)" }.joined(separator: " ") + "\n" }
    let found = RuleSet.parse(files: [SourceFile(path: "x.rules", text: text)]).1
    #expect(found.count == Limits.errorsPerFile + 1)
  }

  @Test func capturesWithoutEndAreRefused() {
    var text = "rule r\n  why  x\n  then  note x\n  match  x\n  skip  y\n"
    for line in 0..<60 { text += "  pattern  " + (0..<500).map { "<c\(line)-\($0): a>" }.joined(separator: " ") + "\n" }
    let found = RuleSet.parse(files: [SourceFile(path: "x.rules", text: text)]).1
    #expect(found.map(\.code) == ["R026"])
  }

  @Test func rulesInACircleOfThousandsAreNamedOnce() {
    var text = ""
    for i in 0..<3_000 {
      text += "rule r\(i)\n  why  x\n  pattern  x\n  then  note x\n  match  x\n  skip  y\n  over  r\((i + 1) % 3_000)\n"
    }
    #expect(RuleSet.parse(files: [SourceFile(path: "x.rules", text: text)]).1.map(\.code) == ["R022"])
  }
}
