import HearsayDiagnostics
import HearsayText
import Testing

@testable import HearsayRules

@Suite struct PatternParserTests {
  static func parse(_ text: String) -> Pattern? {
    var sink = DiagnosticSink()
    let file = SourceFile(path: "p", text: text)
    return PatternParser.parse(Span(0, file.bytes.count), in: file, into: &sink)
  }

  @Test func readsEveryItem() throws {
    let pattern = try #require(
      Self.parse("^ <source: source | @role.official> , ..3 verb @say that? ( a/the | %thing )? <number> $"))
    #expect(
      pattern.elements == [
        .start,
        .capture(name: "source", [[.type(.source)], [.lexicon(name: "role", class: "official")]]),
        .word(","), .gap(3), .verb(name: "say", class: nil), .optional(.word("that")),
        .optional(.group([[.group([[.word("a")], [.word("the")]])], [.fragment("thing")]])),
        .type(.number), .end,
      ])
  }

  @Test func aTypeIsAWordOutsideCaptures() throws {
    #expect(try #require(Self.parse("source verb said")).elements == [.word("source"), .word("verb"), .word("said")])
    #expect(
      try #require(Self.parse("<source: \\source of> \\verb @say")).elements == [
        .capture(name: "source", [[.word("source"), .word("of")]]), .word("verb"), .lexicon(name: "say", class: nil),
      ])
  }

  @Test(arguments: [("\\$5", "$5"), ("50%", "50%"), ("\\?", "?"), ("and\\/or", "and/or"), ("\\\\", "\\"), ("'s", "'s")])
  func escapesGiveTheSignItself(_ written: String, _ meant: String) throws {
    #expect(try #require(Self.parse(written)).elements == [.word(meant)])
  }

  @Test func spacesAreNotNeededRoundSigns() throws {
    #expect(
      try #require(Self.parse("<cue:@say>(that|how)?")).elements == [
        .capture(name: "cue", [[.lexicon(name: "say", class: nil)]]),
        .optional(.group([[.word("that")], [.word("how")]])),
      ])
  }

  @Test func aPatternMayGoOnBelowAComment() throws {
    #expect(
      try #require(Self.parse("according\n    # to whom?\n    to\u{A0}it")).elements == [
        .word("according"), .word("to"), .word("it"),
      ])
  }

  @Test func everyNameIsNotedWithItsPlace() throws {
    let pattern = try #require(Self.parse("<cue: @say.deny> %thing"))
    #expect(pattern.uses.map(\.location.text) == ["cue", "@say.deny", "%thing"])
  }

  /// The text of a pattern reads back as the same pattern.
  @Test(arguments: [
    "^ <source: source | @role.official> , ..3 verb @say that? ( a/the | %thing )? <number> $",
    "<source: \\source \\verb> \\( \\/ \\% \\\\ \\# \\$5 \\{ \\}", "( a | b c )? <quote: quote>",
  ])
  func theTextOfAPatternReadsBack(_ text: String) throws {
    let pattern = try #require(Self.parse(text))
    #expect(try #require(Self.parse("\(pattern)")).elements == pattern.elements)
  }
}
