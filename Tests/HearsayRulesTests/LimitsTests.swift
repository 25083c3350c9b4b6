import HearsayDiagnostics
import HearsayText
import Testing

@testable import HearsayRules

/// A pack is data from a stranger: each limit is held, and says so where it is passed.
@Suite struct LimitsTests {
  private func codes(_ text: String) -> [String] {
    RuleSet.parse(files: [SourceFile(path: "x.rules", text: text)]).1.filter { $0.severity == .error }.map(\.code)
  }

  private func messages(_ text: String) -> [String] {
    RuleSet.parse(files: [SourceFile(path: "x.rules", text: text)]).1.filter { $0.code == "R026" }.map(\.message)
  }

  private func rule(_ pattern: String) -> String {
    "rule r\n  why x\n  pattern  \(pattern)\n  then note x\n  match x\n  skip y\n"
  }

  @Test func bracketsHaveADepth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "( ", count: depth) + "a" + String(repeating: " )", count: depth)
    }
    #expect(codes(rule(nested(Limits.nesting))).isEmpty)
    #expect(messages(rule(nested(Limits.nesting + 1))) == ["brackets more than \(Limits.nesting) deep"])
    #expect(messages(rule(nested(50_000))) == ["brackets more than \(Limits.nesting) deep"])
  }

  @Test func alternativesAreCounted() {
    func choice(_ count: Int) -> String { "( " + (0..<count).map { "w\($0)" }.joined(separator: " | ") + " )" }
    #expect(codes(rule(choice(Limits.alternatives))).isEmpty)
    #expect(messages(rule(choice(Limits.alternatives + 1))).count == 1)
    #expect(messages(rule((0..<100).map { "w\($0)" }.joined(separator: "/"))).count == 1)
  }

  @Test func patternsOfABlockAreCounted() {
    func block(_ count: Int) -> String {
      "rule r\n  why x\n" + (0..<count).map { "  pattern  w\($0)\n" }.joined() + "  then note x\n  match w0\n  skip y\n"
    }
    #expect(codes(block(Limits.patternsPerBlock)).isEmpty)
    #expect(
      messages(block(Limits.patternsPerBlock + 1)) == ["more than \(Limits.patternsPerBlock) patterns in one block"])
  }

  @Test func fragmentsThatMultiplyAreSeenBeforeTheyAreUnfolded() {
    var text = "fragment f0\n  why x\n  pattern  a a a a a a a a\n"
    for i in 1...40 {
      text +=
        "fragment f\(i)\n  why x\n  pattern  " + Array(repeating: "%f\(i - 1)", count: 8).joined(separator: " ") + "\n"
    }
    #expect(messages(text + rule("%f40")).contains { $0.hasPrefix("a pattern of more than") })
  }

  @Test func manyRulesOfTheLargestSizeAreRefusedTogether() {
    let pattern = Array(repeating: "a", count: 2_000).joined(separator: " ")
    let rules = (0..<600).map { i in
      "rule r\(i)\n  why x\n  pattern  \(pattern)\n  then note x\n  match x\n  skip y\n"
    }.joined()
    #expect(messages(rules) == ["patterns of more than \(Limits.totalPatternSize) items in all"])
  }

  @Test func classesAreCountedInOneLexiconAndInAll() {
    func lexicon(_ name: String, _ classes: Int) -> String {
      "lexicon \(name)\n  why x\n" + (0..<classes).map { "  c\($0)  w\($0)\n" }.joined()
    }
    #expect(codes(lexicon("l", Limits.classesPerLexicon)).isEmpty)
    #expect(messages(lexicon("l", Limits.classesPerLexicon + 1)).count == 1)
    let many = (0..<Limits.classes / 2 + 1).map { lexicon("l\($0)", 1) }.joined()
    #expect(messages(many).count == 1 && messages(many)[0].contains("classes"))
  }

  @Test func manyWordsInManyClassesAreRefused() {
    // 8,000 classes and 160,000 words: a table of a hundred and sixty megabytes.
    let words = (0..<40).map { "w\($0)" }.joined(separator: ", ")
    let text = (0..<4_000).map { "lexicon l\($0)\n  why x\n  c  \(words)\n" }.joined()
    #expect(messages(text).count == 1)
  }

  @Test func compilingStaysWithinTheLimitsOfThePatterns() throws {
    // The widest pattern that is allowed: alternatives of alternatives, each with a plan of its own.
    let inner = "( " + (0..<40).map { "a\($0) b" }.joined(separator: " | ") + " )"
    let text = rule("\(inner) ..12 \(inner) ..12 \(inner)")
    let (book, diagnostics) = Rulebook.load(files: [(path: "x.rules", bytes: Array(text.utf8))])
    #expect(book != nil, "\(DiagnosticRenderer().render(diagnostics))")
    #expect(try #require(book).engine.programs.count <= 2 * 40)
  }
}
