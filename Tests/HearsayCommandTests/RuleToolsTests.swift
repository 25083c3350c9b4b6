import Testing

@testable import HearsayCommand

/// The tools of somebody who edits rules, from the command line.
struct RuleToolsTests {
  private static let story = """
    The pier is safe, Mayor Helen Varga said on Monday.

    “Nobody was overheard whispering that the pier was lost,” she added. The clerk was overheard whispering that it was.

    """

  @Test func tokensAreShownWithTheirLexiconsAndPhrases() {
    let run = TestRun("rules", "tokens", "Mara", "Quill told the BBC “so”.")
    #expect(run.code == .success)
    for words in [
      "2    told   word", "@say.neutral", "outlet bbc “the BBC”", "<source> “Mara Quill”", "<quote> ““so””",
    ] {
      #expect(run.results.contains(words), "\(run.results)")
    }
    #expect(TestRun("rules", "tokens").messages.contains("no text was given"))
  }

  @Test func aNewRuleIsSoundBeforeItIsFilledIn() throws {
    let folder = TestFolder([:])
    let path = folder.path + "/overheard.rules"
    let run = TestRun("rules", "new", "overheard", "-o", path)
    #expect(run.code == .success && run.results.contains("rules test overheard"))
    #expect(folder.read("overheard.rules")?.contains("\nrule overheard\n") == true)
    let lint = TestRun("rules", "lint", path, "--fail-on", "note", "-q")
    #expect(lint.code != .failure && !lint.messages.contains("overheard.rules"), "\(lint.messages)")
    let test = TestRun("rules", "test", "overheard", "--rules", path, "--status", "draft")
    #expect(test.code == .success && test.results == "2 examples, all as they should be\n")
    // What somebody has written isn't written over.
    #expect(TestRun("rules", "new", "overheard", "-o", path).messages.contains("is there already"))
    #expect(TestRun("rules", "new", "said").messages.contains("there is a rule `said` already"))
    #expect(TestRun("rules", "new", "Two Words").messages.contains("can't name a rule"))
  }

  @Test func aDraftRunsOnlyWhenAskedFor() {
    let folder = TestFolder(["draft.rules": RuleTemplate.text("overheard"), "story.txt": Self.story])
    let words = ["attribute", folder.path + "/story.txt", "--rules", folder.path + "/draft.rules", "-v"]
    func run(_ more: String...) -> String {
      let all = words + more
      let console = Console(results: .memory(), messages: .memory(), environment: { _ in nil }, inputIsWaiting: false)
      _ = HearsayCommand.run(all, console)
      return console.results.written
    }
    #expect(!run().contains("overheard\n"))
    #expect(!run("--status", "test").contains("overheard\n"))
    #expect(run("--status", "draft").contains("overheard\n"))
  }

  @Test func explainNamesTheRuleBehindEachFact() {
    let folder = TestFolder(["story.txt": Self.story])
    let run = TestRun("rules", "explain", folder.path + "/story.txt")
    #expect(run.code == .success)
    #expect(run.results.contains("a1 indirect attribution  1:1") && run.results.contains("attribution.rules:"))
    #expect(run.results.contains("source    “Mayor Helen Varga”"))
    let json = TestRun("rules", "explain", folder.path + "/story.txt", "--format", "json")
    #expect(json.results.hasPrefix(#"{"schema":"hearsay.explain/1","story":"story.txt","facts":[{"fact":"a1 indirect"#))
    // A text is still a text.
    #expect(TestRun("rules", "explain", "The mayor said so.").results.hasPrefix("said"))
  }

  @Test func diffTellsWhatARuleAdds() {
    let folder = TestFolder([
      "more.rules": RuleTemplate.text("overheard").replacing("draft\n", with: "stable\n"), "story.txt": Self.story,
    ])
    let story = folder.path + "/story.txt"
    let run = TestRun("rules", "diff", "base", folder.path + "/more.rules", story)
    #expect(run.code == .findings)
    #expect(run.results.contains("+ attribution") && run.results.contains("overheard"), "\(run.results)")
    #expect(run.results.contains("1 of 1 story read otherwise: 1 added, 0 lost, 0 changed"))
    let back = TestRun("rules", "diff", folder.path + "/more.rules", "base", story, "--exit-zero", "--format", "json")
    #expect(back.code == .success && back.results.contains(#""kind":"lost","subject":"attribution""#))
    let same = TestRun("rules", "diff", "base", "base", story)
    #expect(same.code == .success && same.results == "0 of 1 story read otherwise: 0 added, 0 lost, 0 changed\n")
  }

  @Test func profileIsTheSameEveryTime() {
    let folder = TestFolder(["story.txt": Self.story])
    let run = TestRun("rules", "profile", folder.path + "/story.txt", "--format", "json")
    #expect(run.code == .success && run.results.contains(#""rule":"said-after""#))
    #expect(run.results.contains(#""stories":1"#) && !run.results.contains("microseconds"))
  }

  @Test func theHandbookIsWrittenAsPages() {
    let folder = TestFolder([:])
    let run = TestRun("rules", "doc", "-o", folder.path)
    #expect(run.code == .success)
    for page in ["index.html", "rules.html", "words.html", "checks.html", "outlets.html"] {
      let text = folder.read(page) ?? ""
      #expect(text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n"), "\(page)")
      #expect(!text.contains("<script") && !text.contains("http-equiv"), "\(page)")
    }
    #expect(TestRun("rules", "doc").messages.contains("no folder was named"))
  }

  @Test func testsAreReportedForMachinesToo() {
    let rules = """
      rule whispered
        why      Made to fail & to be <escaped>.
        pattern  <source: source> was overheard <cue: whispering> that? <content: clause>
        then     attribute content to source
        match    {source: The mayor} was heard {cue: whispering} {content: “no” & that}.
        skip     Nobody said so.
      """
    let folder = TestFolder(["w.rules": rules])
    let junit = TestRun("rules", "test", "whispered", "--rules", folder.path + "/w.rules", "--format", "junit")
    #expect(junit.code == .findings)
    #expect(junit.results.contains(#"<testsuites name="hearsay rules" tests="2" failures="1">"#))
    #expect(
      junit.results.contains(
        #"<testcase classname="whispered" name="match The mayor was heard whispering “no” &amp; that.""#))
    #expect(junit.results.contains("<failure message=\"`whispered` doesn't match its example\">"))
    let json = TestRun("rules", "test", "whispered", "--rules", folder.path + "/w.rules", "--format", "json")
    #expect(
      json.results.hasPrefix(
        #"{"schema":"hearsay.rules-test/1","passed":false,"tests":2,"failures":[{"group":"whispered""#))
  }

  @Test func aFileOfStoryTestsIsRunAlone() {
    let text = """
      # A clerk
      ```story
      \(Self.story)
      ```
      ```expect
      attribution
        speaker  Helen Varga
      attribution
        speaker  the clerk
      ```
      """
    let folder = TestFolder(["clerk.md": text, "broken.md": "```expect\nno attribution\n```\n"])
    let run = TestRun("rules", "test", folder.path + "/clerk.md")
    #expect(run.code == .findings)
    #expect(
      run.results.contains("there is no attribution (A clerk)")
        && run.results.contains("1 story with 2 expectations, 1 not met")
    )
    let broken = TestRun("rules", "test", folder.path + "/broken.md")
    #expect(broken.code == .failure && broken.messages.contains("error[S001]"))
  }
}
