import HearsayText
import Testing

@testable import HearsayRules

/// What patterns match, one feature at a time.
@Suite struct MatcherTests {
  private func rules(_ build: (inout TestRules) -> Void) throws -> Rulebook {
    var rules = TestRules()
    rules.lexicon(
      "say", [("neutral", "say/says/said, tell/tells/told"), ("deny", "deny/denies/denied, play down/plays down")])
    rules.outlet("lantern", ["The Lantern", "Lantern"], kind: "newspaper")
    rules.outlet("pra", ["PRA", "Port Radio Agency"], kind: "wire")
    build(&rules)
    return try rules.compile()
  }

  private let source = PatternElement.capture(name: "source", [[.type(.source)]])
  private let cue = PatternElement.capture(name: "cue", [[.verb(name: "say", class: nil)]])
  private let content = PatternElement.capture(name: "content", [[.type(.clause)]])

  @Test func phrasesAreFoundOnBothSidesOfTheAnchor() throws {
    let book = try rules { $0.rule("said", [[source, cue, .optional(.word("that")), content]]) }
    #expect(
      book.rendered("On Monday, Mara Quill had also said that the ferry was late.")
        == ["said: source=Mara Quill cue=had also said content=the ferry was late"])
  }

  @Test func theHeadOfAVerbGroupMayBeAPhrase() throws {
    let book = try rules { $0.rule("said", [[source, cue, content]]) }
    #expect(
      book.rendered("Mara Quill has not plays down the cost")
        == ["said: source=Mara Quill cue=has not plays down content=the cost"])
  }

  @Test func edgesOfTheScopeHold() throws {
    let book = try rules {
      $0.rule(
        "dash", [[.start, content, .word("-"), .capture(name: "via", [[.type(.outlet)]]), .end]],
        scope: .headline)
    }
    #expect(
      book.rendered("Ferry sinks in harbour - The Lantern.", kind: .headline)
        == ["dash: content=Ferry sinks in harbour via=The Lantern"])
    #expect(book.rendered("Ferry sinks - The Lantern says so", kind: .headline).isEmpty)
    #expect(book.rendered("Ferry sinks - The Lantern", kind: .sentence).isEmpty)
  }

  @Test func gapsAreShortAndCounted() throws {
    let book = try rules {
      $0.rule("citing", [[.lexicon(name: "say", class: nil), .gap(3), .word("citing"), source]])
    }
    let matches = book.matches("She said on Monday citing Mara Quill")
    #expect(matches.count == 1)
    #expect(matches.first?.gaps == 2)
    #expect(book.matches("She said on Monday at noon citing Mara Quill").isEmpty)
  }

  @Test func anAlternativeLeavesTheCapturesOfTheOthersUnset() throws {
    let book = try rules {
      $0.rule(
        "by",
        [
          [
            .word("per"),
            .group([
              [.capture(name: "via", [[.type(.outlet)]])],
              [.capture(name: "source", [[.type(.source)]])],
            ]),
          ]
        ])
    }
    #expect(book.rendered("Late again, per Mara Quill") == ["by: source=Mara Quill"])
    #expect(book.rendered("Late again, per The Lantern") == ["by: via=The Lantern"])
  }

  @Test func exceptionsCountOnlyWhereTheyTouchTheCue() throws {
    let book = try rules {
      $0.rule(
        "said", [[source, cue, content]], unless: [[.lexicon(name: "say", class: nil), .word("nothing")]])
    }
    #expect(book.rendered("Mara Quill said nothing").isEmpty)
    #expect(book.rendered("Mara Quill denied that he said nothing").count == 1)
  }

  @Test func constraintsAreAsked() throws {
    let book = try rules {
      let via = PatternElement.capture(name: "via", [[.type(.outlet)]])
      $0.rule("wire", [[via, cue, content]], where: [(.kind("via", ["wire"]), false)])
      $0.rule("denial", [[source, cue, content]], where: [(.lexiconClass("cue", ["deny"]), false)])
      $0.rule("plain", [[source, cue, content]], where: [(.lexiconClass("cue", ["deny"]), true)])
      $0.rule("unquoted", [[source, cue, content]], where: [(.inQuote, true)])
    }
    #expect(book.rendered("PRA said so").map { $0.prefix(4) } == ["wire", "plai", "unqu"])
    #expect(book.rendered("Lantern denied it").map { $0.prefix(6) } == ["denial", "unquot"])
    #expect(book.rendered("\"Mara Quill denied it\"").map { $0.prefix(6) } == ["denial"])
  }

  @Test func theClassOfTheCueIsKnown() throws {
    let book = try rules { $0.rule("said", [[source, cue, content]]) }
    let scanned = book.scan(SourceText("Mara Quill plays down it"))
    let match = try #require(book.matches("Mara Quill plays down it").first)
    #expect(book.className(ofCapture: "cue", in: match, of: scanned) == "deny")
    #expect(book.className(ofCapture: "source", in: match, of: scanned) == nil)
  }

  @Test func aRuleReportsTheSameCapturesOnce() throws {
    let book = try rules {
      $0.rule("said", [[source, cue, content], [source, cue, .optional(.word("that")), content]])
    }
    #expect(book.matches("Mara Quill said it").count == 1)
  }

  @Test func nothingMatchesInAnEmptyScope() throws {
    let book = try rules { $0.rule("edges", [[.start, .end]]) }
    #expect(book.matches("").isEmpty)
    #expect(book.matches(".").isEmpty)
  }
}
