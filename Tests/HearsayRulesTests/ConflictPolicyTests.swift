import HearsayText
import Testing

@testable import HearsayRules

@Suite struct ConflictPolicyTests {
  private let source = PatternElement.capture(name: "source", [[.type(.source)]])
  private let cue = PatternElement.capture(name: "cue", [[.lexicon(name: "say", class: nil)]])
  private let content = PatternElement.capture(name: "content", [[.type(.clause)]])

  private func resolve(_ text: String, _ build: (inout TestRules) -> Void) throws -> (kept: [String], beaten: [String])
  {
    var rules = TestRules()
    rules.lexicon("say", [("neutral", "say/says/said")])
    build(&rules)
    let book = try rules.compile()
    let result = ConflictPolicy(book).resolve(book.matches(text))
    return (
      result.kept.map { book.rules[$0.rule].name },
      result.beaten.map {
        "\(book.rules[$0.match.rule].name) < \(book.rules[result.kept[$0.by].rule].name) \($0.reason)"
      }
    )
  }

  @Test func theLongerMatchWins() throws {
    let result = try resolve("Mara Quill said it was late") {
      $0.rule("short", [[cue, content]], attribute: true)
      $0.rule("long", [[source, cue, content]], attribute: true)
    }
    #expect(result.kept == ["long"])
    #expect(result.beaten == ["short < long longer"])
  }

  @Test func overBeatsLength() throws {
    let result = try resolve("Mara Quill said it was late") {
      $0.rule("long", [[source, cue, content]], attribute: true)
      $0.rule("short", [[cue, content]], over: ["long"], attribute: true)
    }
    #expect(result.kept == ["short"])
    #expect(result.beaten == ["long < short over"])
  }

  @Test func whoHasLostBeatsNobody() throws {
    // `middle` would beat `low`, but loses to `high`; `low` has no quarrel with `high`.
    let result = try resolve("Mara Quill said Otto said it was late") {
      let late = PatternElement.word("late")
      $0.rule("high", [[source, cue, .word("otto")]], attribute: true)
      $0.rule("middle", [[source, cue, .word("otto"), .word("said"), .word("it")]], over: ["low"], attribute: true)
      $0.rule("low", [[.word("it"), .capture(name: "content", [[.word("was"), late]])]], attribute: true)
    }
    #expect(result.kept == ["middle", "low"])
    #expect(result.beaten == ["high < middle longer"])
  }

  @Test func fewerGapsWinAmongEquals() throws {
    let result = try resolve("Mara Quill said it was late") {
      $0.rule("gap", [[source, cue, .gap(4), .word("late")]], attribute: true)
      $0.rule("full", [[source, cue, .word("it"), .word("was"), .word("late")]], attribute: true)
    }
    #expect(result.kept == ["full"])
    #expect(result.beaten == ["gap < full fewerGaps"])
  }

  @Test func aTieGoesToTheEarlierRuleAndSaysSo() throws {
    let result = try resolve("Mara Quill said it was late") {
      $0.rule("one", [[source, cue, content]], attribute: true)
      $0.rule("two", [[source, cue, content]], attribute: true)
    }
    #expect(result.kept == ["one"])
    #expect(result.beaten == ["two < one order"])
  }

  @Test func rulesThatAttributeNothingStandApart() throws {
    let result = try resolve("Mara Quill said it was late") {
      $0.rule("one", [[source, cue, content]], attribute: true)
      $0.rule("note", [[source, cue, content]])
    }
    #expect(result.kept == ["one", "note"])
    #expect(result.beaten.isEmpty)
  }
}
