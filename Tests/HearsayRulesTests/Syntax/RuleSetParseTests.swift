import HearsayDiagnostics
import HearsayText
import Testing

@testable import HearsayRules

@Suite struct RuleSetParseTests {
  static let lexicon = """
    lexicon say
      why      Verbs of saying.
      neutral  say/says/said, put it/puts it,
               # plain ones
               tell/told
      deny     deny/denied

    """

  static func rule(_ name: String, _ lines: String) -> String {
    """
    rule \(name)
      why      A test.
      pattern  <source: source> <cue: verb @say> <content: clause>
      match    {source: Oda} {cue: said} {content: it rained}.
      skip     It rained.
    \(lines)

    """
  }

  /// The set, which must have no errors.
  static func parse(_ texts: String...) throws -> RuleSet {
    let files = texts.enumerated().map { SourceFile(path: "\($0).rules", text: $1) }
    let (set, diagnostics) = RuleSet.parse(files: files)
    #expect(diagnostics.isEmpty, "\(DiagnosticRenderer().render(diagnostics))")
    return set
  }

  @Test func entriesAreRangesOfTheFile() throws {
    let lexicon = try #require(try Self.parse(Self.lexicon).lexicons.first)
    #expect(lexicon.classes.map(\.name) == ["neutral", "deny"])
    let words = lexicon.classes[0].entries.map { $0.forms.map { lexicon.classes[0].forms[$0] } }
      .map { $0.map { lexicon.classes[0].text(of: $0) } }
    #expect(words == [["say", "says", "said"], ["put it", "puts it"], ["tell", "told"]])
  }

  @Test func everyActionIsRead() throws {
    let set = try Self.parse(
      Self.lexicon,
      """
      caveat unverified
        label  Not verified
        why    Nobody checked.
      check SHIP-01
        level  note
        title  Ships
        why    Ships.
      """,
      Self.rule(
        "all",
        """
          then  attribute content + cue to nobody, via source, stance of cue, direct
          then  attribute content to source, stance deny
          then  hop story from source
          then  caveat unverified on claims before within 3 sentences, by source
          then  caveat unverified on content
          then  anonymity of nearest source is reason, reason content, rote
          then  anonymity of source is none
          then  note in so many words, and more
          then  finding SHIP-01 at cue, rewrite name it, please
        """))
    let effects = set.rules[0].actions.map(\.effect)
    #expect(
      effects.map { "\($0)" }
        == [
          Action.Effect.attribute(
            AttributeEffect(
              content: ["content", "cue"], source: .nobody, via: "source", stance: .ofCapture("cue"), isDirect: true)),
          .attribute(
            AttributeEffect(
              content: ["content"], source: .capture("source"), via: nil, stance: .named("deny"), isDirect: false)),
          .hop(via: nil, from: "source"),
          .caveat(CaveatEffect(id: "unverified", scope: .claims(.before, within: .sentences(3)), by: "source")),
          .caveat(CaveatEffect(id: "unverified", scope: .capture("content"), by: nil)),
          .anonymity(AnonymityEffect(of: nil, isReasoned: true, reason: "content", isRote: true)),
          .anonymity(AnonymityEffect(of: "source", isReasoned: false, reason: nil, isRote: false)),
          .note("in so many words, and more"),
          .finding(check: "SHIP-01", at: "cue", rewrite: "name it, please"),
        ].map { "\($0)" })
  }

  @Test func everyConstraintIsRead() throws {
    let lines = [
      "not in quote", "source is unnamed", "source is not capitalised", "content is quote", "content is not cue",
      "cue.class is not deny/neutral", "content has no quote", "content begins @say", "content lacks @say.deny",
    ]
    let set = try Self.parse(
      Self.lexicon, Self.rule("all", "  then note x\n" + lines.map { "  where \($0)" }.joined(separator: "\n")))
    let found = set.rules[0].constraints
    #expect(
      found.map(\.test) == [
        .inQuote, .isUnnamed("source"), .isCapitalised("source"), .isType("content", .quote),
        .isSame("content", "cue"), .lexiconClass("cue", ["deny", "neutral"]), .hasQuote("content"),
        .begins("content", lexicon: "say", class: nil), .holds("content", lexicon: "say", class: "deny"),
      ])
    #expect(found.map(\.isNegated) == [true, false, true, false, true, true, true, false, true])
  }

  @Test func aCaptureWithTheNameOfATypeIsMeant() throws {
    let set = try Self.parse(Self.lexicon, Self.rule("same", "  then note x\n  where content is not source"))
    #expect(set.rules[0].constraints[0].test == .isSame("content", "source"))
  }

  @Test func capturesOfFragmentsBelongToTheRule() throws {
    let set = try Self.parse(
      Self.lexicon, "fragment to-whom\n  why  Whom.\n  pattern  to <via: outlet>\n",
      Self.rule("told", "  pattern  <source: source> told %to-whom\n  then  hop via from source\n  over  told-too"),
      Self.rule("told-too", "  then note x"))
    #expect(set.rules[0].captures == ["source", "cue", "content", "via"])
    #expect(set.rules[0].over == ["told-too"])
  }

  @Test func examplesKeepTheirCapturesAsBytes() throws {
    let set = try Self.parse(
      Self.lexicon,
      Self.rule(
        "braces",
        """
          then  note x
          match  {content: “Ça va,” {source: Oda}
                 {cue: said}} at \\{noon\\}.
          todo match  Nothing yet.
          todo skip  Too much.
        """))
    let examples = set.rules[0].examples
    #expect(examples.map(\.kind) == [.match, .skip, .match, .todoMatch, .todoSkip])
    let text = SourceText(examples[2].text)
    #expect(examples[2].text == "“Ça va,” Oda said at {noon}.")
    #expect(
      examples[2].captures.map { "\($0.name): \(text.string($0.span))" } == [
        "content: “Ça va,” Oda said", "source: Oda", "cue: said",
      ])
  }

  @Test func packsExtendAndReplace() throws {
    let set = try Self.parse(
      Self.lexicon + "outlet gazette\n  name  The Gazette\n  kind  newspaper\ncaveat c\n  label  A\n  why  B\n",
      """
      lexicon extends say
        neutral  mutter/muttered
      outlet extends gazette
        aliases  The Gaz
        kind     magazine
      caveat replaces c
        label  C
        why    D
      """)
    #expect(set.lexicons.count == 1 && set.outlets.count == 1 && set.caveats.count == 1)
    #expect(set.lexicons[0].classes.map(\.name) == ["neutral", "deny", "neutral"])
    #expect(set.lexicons[0].why == "Verbs of saying.")
    #expect(set.lexicons[0].classes[2].text(of: set.lexicons[0].classes[2].forms[1]) == "muttered")
    #expect(set.outlets[0].aliases.map(\.text) == ["The Gazette", "The Gaz"])
    #expect(set.outlets[0].kind == "magazine")
    #expect(set.caveats[0].label == "C")
  }

  @Test func languagesKeepWhatTheTextCoreNeeds() throws {
    let language = try #require(
      try Self.parse(
        """
        language xx
          quotes   « » “ ”
          dash     — –
          abbreviations title  Mr., Dr.
          abbreviations end  etc.
          clitics  'll, 've
          starters  the, a
        """
      ).languages.first)
    #expect(language.quotes.map { $0.open + $0.close } == ["«»", "“”"])
    #expect(language.dashes == ["—", "–"])
    #expect(language.abbreviations.map(\.name) == ["title", "end"])
    #expect(language.abbreviations[0].entries == ["Mr.", "Dr."])
    #expect(language.clitics == ["'ll", "'ve"] && language.starters == ["the", "a"])
  }

  @Test func lineEndsAndMarksOfOtherSystemsAreRead() throws {
    let text = "\u{FEFF}" + Self.lexicon.replacing("\n", with: "\r\n")
    let lexicon = try #require(try Self.parse(text).lexicons.first)
    #expect(lexicon.classes[0].entries.count == 3)
    #expect(lexicon.why == "Verbs of saying.")
  }

  @Test func diagnosticsStandInTheOrderOfFilesAndLines() {
    let files = [
      SourceFile(path: "b", text: "grade x\n  lable  y\n  why z\n"), SourceFile(path: "a", text: "rul x\ngrade x\n"),
    ]
    let places = RuleSet.parse(files: files).1.map { $0.primary.location.description }
    #expect(places == ["b:2", "a:1", "a:2"])
  }
}
