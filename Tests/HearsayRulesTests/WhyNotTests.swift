import HearsayText
import Testing

@testable import HearsayRules

@Suite struct WhyNotTests {
  private let rules = """
    rule told-outlet
      why      The source spoke to somebody else's reporter.
      pattern  <source: source> told <via: outlet> that? <content: clause>
      unless   told <via: outlet> a lie
      where    source is capitalised
      then     attribute content to source, via via
      match    {source: Mara Quill} told {via: the Lantern} that {content: the talks had stalled}.
      skip     Mara Quill told the truth.

    rule denial
      why      A class is asked for.
      pattern  <source: source> <cue: verb @say.deny> <content: clause>
      then     attribute content to source
      match    {source: Otto} {cue: denied} {content: it}.
      skip     Otto said so.
    """

  private func explain(_ rule: String, _ text: String) throws -> NearMiss {
    let book = try writtenRulebook(rules)
    return try #require(WhyNot(book) { SimplePhrases(scanned: $0) }.explain(rule: rule, text: text))
  }

  @Test func theElementThatFailedIsNamedWithTheClosestAlias() throws {
    #expect(
      try explain("told-outlet", "Mara Quill told the Lantren that talks had stalled.").text
        == """
        `told-outlet`, pattern 1: matched <source: source> “Mara Quill” told “told”
        stopped at token 3 “the”: no <outlet> here (closest alias: The Lantern)
        Mara Quill told the Lantren that talks had stalled.
        0    1     2    3   4       5    6     7   8      9
        ~~~~~~~~~~                                          <source: source>
                   ~~~~                                     told
        """.replacing("<outlet>", with: "<via: outlet>"))
  }

  @Test func aWordOfAnotherClassIsTold() throws {
    let miss = try explain("denial", "Otto said it.")
    #expect(
      miss.outcome == .stopped(at: 1, element: "verb @say.deny", hint: "it is in @say.neutral", isBehindEnd: false)
        || miss.text.contains("it is in @say.neutral"))
    #expect(try explain("denial", "Otto dennied it.").text.contains("closest word: denied"))
  }

  @Test func theTextMayJustEnd() throws {
    let miss = try explain("told-outlet", "Mara Quill told the Lantern")
    #expect(miss.text.contains("stopped at the end: no <content: clause> here"))
  }

  @Test func exceptionsAndConstraintsAreNamed() throws {
    #expect(
      try explain("told-outlet", "Mara Quill told the Lantern a lie").outcome
        == .excepted("`told <via: outlet> a lie`"))
    #expect(try explain("told-outlet", "Mara Quill told the Lantern a story").outcome == .matches)
  }

  @Test func unknownRulesAndEmptyTexts() throws {
    let book = try writtenRulebook(rules)
    let whyNot = WhyNot(book) { SimplePhrases(scanned: $0) }
    #expect(whyNot.explain(rule: "tell-outlet", text: "x") == nil)
    #expect(whyNot.explain(rule: "denial", text: "")?.outcome == .emptyText)
  }
}
