import Testing

@testable import HearsayCommand

struct CommandTests {
  @Test func helpAndVersionGoToStandardOutput() {
    let help = TestRun("--help")
    #expect(help.code == .success && help.results.contains("usage: hearsay COMMAND") && help.messages.isEmpty)
    #expect(TestRun().results == Help.short)
    #expect(TestRun("rules", "--help").results.contains("usage: hearsay rules ACTION"))
    #expect(TestRun("help", "rules").results == TestRun("rules", "-h").results)
    #expect(TestRun("--version").results == "hearsay \(hearsayVersion)\n")
    #expect(TestRun("version").results == TestRun("-V").results)
  }

  @Test func aMistakeIsToldOnStandardErrorWithExitCodeTwo() {
    let run = TestRun("ruels")
    #expect(run.code == .failure && run.results.isEmpty)
    #expect(run.messages == "error: there is no command `ruels`\n  = help: did you mean `rules`?\n")
    #expect(TestRun("--fromat").code == .failure)
    #expect(TestRun("help", "ruels").code == .failure)
  }

  @Test func colourObeysTheFlag() {
    #expect(TestRun("rules", "lst", "--color", "always").messages.hasPrefix("\u{1B}[1;31merror\u{1B}[0m: there is"))
    #expect(TestRun("rules", "lst", environment: ["CLICOLOR_FORCE": "1"]).messages.contains("\u{1B}["))
    #expect(!TestRun("rules", "lst", "--color", "never").messages.contains("\u{1B}["))
  }
}

struct RulesCommandTests {
  private static let rules = """
    outlet quay-times
      name     The Quay Times
      aliases  Quay Times
      kind     newspaper

    # Another one.

    outlet harbour-ledger
      name     The Harbour Ledger
      kind     newspaper

    """

  @Test func aBlockIsShownAsItIsWritten() {
    let folder = TestFolder(["own.rules": Self.rules])
    let run = TestRun("rules", "show", "quay-times", "--rules", folder.path)
    #expect(run.code == .success)
    #expect(
      run.results == """
        \(folder.path)/own.rules:1
        outlet quay-times
          name     The Quay Times
          aliases  Quay Times
          kind     newspaper

        """)
  }

  @Test func theEnvironmentNamesAFolderToo() {
    let folder = TestFolder(["own.rules": Self.rules])
    let run = TestRun("rules", "show", "harbour-ledgr", environment: ["HEARSAY_RULES": folder.path])
    #expect(run.code == .failure)
    #expect(run.messages.contains("= help: did you mean `harbour-ledger`?"))
  }

  @Test func brokenRulesArePrintedWithTheirPlaceAndEndTheRun() {
    let folder = TestFolder(["own.rules": "outlet quay-times\n  nmae  The Quay Times\n"])
    let run = TestRun("explain", "--rules", folder.path)
    #expect(run.code == .failure && run.results.isEmpty)
    #expect(run.messages.contains("\(folder.path)/own.rules:2:3"))
    #expect(run.messages.contains("error: the rules can't be used"))
  }

  @Test func aCopyOfTheRulebookIsNoAddition() {
    let blocks = (1...30).map { "outlet paper-\($0)\n  name     Paper \($0)\n  kind     newspaper\n" }.joined(
      separator: "\n")
    let folder = TestFolder(["own.rules": blocks])
    let run = TestRun("explain", "--rules", folder.path, "--rules", folder.path)
    #expect(run.code == .failure && run.messages.contains("30 of them stand in the rulebook already"))
    #expect(run.messages.split(separator: "\n").count < 15)
  }

  @Test func aFolderWithoutRulesIsAnError() {
    let folder = TestFolder(["story.txt": "words"])
    let run = TestRun("explain", "--rules", folder.path)
    #expect(run.code == .failure)
    #expect(run.messages.hasPrefix("error: \(folder.path): there are no .rules files in this folder\n"))
    #expect(TestRun("explain", "--rules", "/no/such/folder").messages.contains("no such file"))
  }

  /// Whoever changes a rule must run `make embed`, or the installed tool would not have it.
  @Test func theGeneratedFilesAreCurrent() {
    let run = TestRun("rules", "embed", "--check")
    #expect(run.code == .success, "\(run.messages)")
  }
}

struct RulesLintTests {
  @Test func aFolderIsCheckedTogetherWithTheBase() {
    let folder = TestFolder(["own.rules": "outlet quay-times\n  nmae  The Quay Times\n"])
    let run = TestRun("rules", "lint", folder.path)
    #expect(run.code == .failure)
    #expect(run.messages.contains("own.rules:2:3"))
    #expect(!run.results.contains(" 0 errors"))
  }

  @Test func theShippedRulesAreClean() {
    let run = TestRun("rules", "lint", "--fail-on", "error")
    #expect(run.code == .success, "\(run.messages)")
    #expect(run.results.contains(" files: 0 errors, "))
  }
}

struct RulesTryingTests {
  private static let rules = """
    lexicon murmur
      why      Words for the tests.
      plain    murmur/murmurs/murmured

    rule murmured-that
      why      Somebody murmurs something.
      pattern  <cue: @murmur> that <content: clause>
      then     note somebody murmured
      match    The clerk {cue: murmured} that {content: the safe was empty}.
      skip     The clerk murmured.

    """

  @Test func examplesAreRunAndCounted() {
    let folder = TestFolder(["own.rules": Self.rules])
    let run = TestRun("rules", "test", folder.path, "murmured-that")
    #expect(run.code == .success, "\(run.results)\(run.messages)")
    #expect(run.results.hasSuffix("all as they should be\n"))
  }

  @Test func anExampleThatGoesWrongIsAFinding() {
    let folder = TestFolder(["own.rules": Self.rules.replacing("murmured.\n", with: "murmured that it rained.\n")])
    let run = TestRun("rules", "test", folder.path, "murmured-that")
    #expect(run.code == .findings)
    #expect(run.results.contains("own.rules:10: `murmured-that` matches a text that it should skip"))
  }

  @Test func aMatchIsExplainedWithItsRule() {
    let folder = TestFolder(["own.rules": Self.rules])
    let run = TestRun("rules", "explain", "The clerk murmured that the safe was empty.", "--rules", folder.path)
    #expect(run.code == .success)
    #expect(run.results.contains("murmured-that  \(folder.path)/own.rules:5"))
    #expect(run.results.contains("Somebody murmurs something."))
    #expect(run.results.contains("content"))
  }

  @Test func aMissIsExplainedToo() {
    let folder = TestFolder(["own.rules": Self.rules])
    let run = TestRun("rules", "why-not", "murmured-that", "The clerk murmured it.", "--rules", folder.path)
    #expect(run.code == .success)
    #expect(run.results.contains("no that here"))
    let unknown = TestRun("rules", "why-not", "murmured-tat", "It rained.", "--rules", folder.path)
    #expect(unknown.code == .failure && unknown.messages.contains("did you mean `murmured-that`?"))
    #expect(TestRun("rules", "why-not", "said").code == .failure)
  }
}
