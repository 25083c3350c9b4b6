import Testing

@testable import HearsayRules

@Suite struct LintTests {
  private func codes(_ rules: String) throws -> [String] {
    Lint(try writtenRulebook(rules)).run().map { "\($0.code) \($0.primary.location.line) \($0.message)" }
  }

  private func rule(_ name: String, _ fields: String, then: String = "note something") -> String {
    """
    rule \(name)
    \(fields.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
      why    Something to test.
      then   \(then)
      match  It was said.
      skip   It was not.

    """
  }

  @Test func aCleanRulebookHasNoFindings() throws {
    #expect(try codes(rule("a", "pattern  reportedly")) == [])
  }

  @Test func commonAnchorsAreReportedWithTheirShare() throws {
    let found = try codes(rule("a", "pattern  <a: source> , <b: clause>"))
    #expect(found == ["L001 2 the pattern is tried at one token in 25"])
  }

  @Test func aWordInTwoClassesIsAmbiguous() throws {
    let found = try codes(
      """
      lexicon hedge
        why    Words that hide a source.
        plain  reportedly, allegedly
        legal  Allegedly
      """)
    #expect(found == ["L002 4 `allegedly` is in two classes of `@hedge`"])
  }

  @Test func classesThatAreMeantToOverlapAreNoMistake() throws {
    let found = try codes(
      """
      lexicon hedge
        why      Words that hide a source.
        overlap  A word can hide who said it and who is liable.
        plain    reportedly, allegedly
        legal    Allegedly
      """)
    #expect(found.isEmpty)
  }

  @Test func aliasesThatFoldToOneAreShared() throws {
    let found = try codes(
      """
      outlet bell
        name     Bell’s News
      outlet bell-two
        name     Bell's News
      """)
    #expect(found == ["L003 4 `Bell's News` is read as a name of two outlets"])
  }

  @Test func onePatternInTwoRules() throws {
    let found = try codes(rule("a", "pattern  reportedly") + rule("b", "pattern  reportedly"))
    #expect(found == ["L004 8 the pattern stands in the rulebook twice"])
  }

  @Test func anOverThatNeverDecides() throws {
    let found = try codes(rule("a", "pattern  reportedly") + rule("b", "pattern  allegedly\nover  a"))
    #expect(found == ["L005 7 `b` can never be in conflict with `a`"])
  }
}
