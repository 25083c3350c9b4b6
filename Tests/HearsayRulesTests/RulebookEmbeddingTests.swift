import Testing

@testable import HearsayRules

@Suite struct RulebookEmbeddingTests {
  @Test func filesStandInTheOrderOfTheirPaths() {
    let source = RulebookEmbedding.source(files: [
      (path: "en/say.rules", bytes: Array("lexicon say".utf8)), (path: "en/a.rules", bytes: Array("# a\r\n".utf8)),
    ])
    #expect(
      source.hasSuffix(
        """
        public let builtInRules: StaticString = #\"""
        #: en/a.rules
        # a
        #: en/say.rules
        lexicon say

        \"""#

        """))
  }

  @Test func theLiteralHasMoreNumberSignsThanTheTextCanEndItWith() {
    let source = RulebookEmbedding.source(files: [(path: "a", bytes: Array("x \"\"\"## \\# y".utf8))])
    #expect(source.contains("= ###\"\"\"\n"))
    #expect(source.hasSuffix("\n\"\"\"###\n"))
  }

  @Test func filesComeBackAsTheyWere() {
    let text: StaticString = """
      #: en/a.rules
      # a

      #: b.rules
      #: c.rules
      lexicon say
      """
    let files = Rulebook.files(builtIn: text)
    #expect(files.map(\.path) == ["en/a.rules", "b.rules", "c.rules"])
    #expect(files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["# a\n\n", "", "lexicon say"])
    #expect(Rulebook.files(builtIn: "").isEmpty)
    #expect(Rulebook.files(builtIn: "no marker").isEmpty)
  }
}
