import Testing

@testable import HearsayCommand

/// The commands that read stories, from the command line to the printed bytes.
struct StoryCommandTests {
  private static let story = """
    Ferry to stop in June, officials say

    By Ada Quill
    May 2, 2031

    The ferry to Skerrin will stop in June, a harbour official told The Quay Times on Monday.

    “There is no money left,” the official said.

    """

  private static func lines(_ count: Int) -> String {
    (0..<count).map { #"{"id": "story-\#($0)", "text": "The ferry will stop, a harbour official said. (\#($0))"}"# }
      .joined(separator: "\n") + "\n"
  }

  private func ids(_ output: String) -> [Substring] {
    output.split(separator: "\n").compactMap { line in
      line.split(separator: "\"id\":\"", maxSplits: 1).last?.prefix { $0 != "\"" }
    }
  }

  @Test func attributeNamesTheSpeaker() {
    let folder = TestFolder(["ferry.txt": Self.story])
    let run = TestRun("attribute", "\(folder.path)/ferry.txt")
    #expect(run.code == .success && run.messages.isEmpty)
    #expect(run.results.hasPrefix("\(folder.path)/ferry.txt  "))
    #expect(run.results.contains("harbour official"))
    #expect(run.results.contains("“There is no money left,”"))
  }

  @Test func jsonIsAnArrayOfWhatJSONLinesAre() {
    let folder = TestFolder(["two.jsonl": Self.lines(2)])
    let lines = TestRun("attribute", "--format", "jsonl", "\(folder.path)/two.jsonl")
    let array = TestRun("attribute", "--format", "json", "\(folder.path)/two.jsonl")
    let records = lines.results.split(separator: "\n")
    #expect(records.count == 2 && records.allSatisfy { $0.hasPrefix(#"{"schema":"hearsay.story/1","id":"story-"#) })
    #expect(array.results == "[\n\(records.joined(separator: ",\n"))\n]\n")
  }

  @Test func resultsDoNotDependOnTheNumberOfThreads() {
    let folder = TestFolder(["many.jsonl": Self.lines(700)])
    let file = "\(folder.path)/many.jsonl"
    let one = TestRun("attribute", "--format", "jsonl", "--jobs", "1", file).results
    #expect(ids(one) == (0..<700).map { "story-\($0)" })
    #expect(TestRun("attribute", "--format", "jsonl", "--jobs", "5", file).results == one)
  }

  @Test func auditFollowsFailOn() {
    let folder = TestFolder(["ferry.txt": Self.story])
    let file = "\(folder.path)/ferry.txt"
    let run = TestRun("audit", file, "--select", "ANON-01", "--fail-on", "warning")
    #expect(run.code == .findings)
    #expect(run.results.contains(" warning ANON-01  "))
    #expect(TestRun("audit", file, "--select", "ANON-01").code == .success)
    #expect(TestRun("audit", file, "--select", "ANON-01", "--fail-on", "note", "--exit-zero").code == .success)
    #expect(TestRun("audit", file, "--fail-on", "never").code == .success)
    #expect(!TestRun("audit", file, "--ignore", "ANON").results.contains("ANON-"))
  }

  @Test func aCheckThatDoesNotExistIsAMistake() {
    let run = TestRun("audit", "story.txt", "--select", "ANNO-01")
    #expect(run.code == .failure)
    #expect(
      run.messages.contains("`--select ANNO-01` fits no check") && run.messages.contains("did you mean `ANON-01`?"))
  }

  @Test func oneUnreadableStoryLeavesTheOthersDone() {
    let folder = TestFolder(["a.txt": Self.story, "b.txt": "", "c.txt": Self.story])
    let run = TestRun("attribute", "--format", "jsonl", folder.path, "\(folder.path)/missing.txt")
    #expect(run.code == .failure)
    #expect(ids(run.results) == ["a.txt", "c.txt"])
    #expect(run.messages.contains("error: the input is empty\n  --> \(folder.path)/b.txt\n"))
    #expect(run.messages.contains("error: no such file or folder\n  --> \(folder.path)/missing.txt\n"))
  }

  @Test func aBrokenLineLeavesTheOthersDone() {
    let folder = TestFolder(["lines.jsonl": Self.lines(2) + "{\"id\": \"bad\", \n" + Self.lines(1)])
    let run = TestRun("ingest", "--format", "jsonl", "\(folder.path)/lines.jsonl")
    #expect(run.code == .failure)
    #expect(run.results.split(separator: "\n").count == 3)
    #expect(run.messages.contains("lines.jsonl:3:"))
  }

  @Test func ofNothingThereIsNoReport() {
    let folder = TestFolder(["empty.txt": ""])
    let run = TestRun("report", "\(folder.path)/empty.txt")
    #expect(run.code == .failure && run.results.isEmpty && run.messages.contains("the input is empty"))
  }

  @Test func aStoryOfAnUnknownOutletHasAWayToTheReader() {
    let folder = TestFolder([
      "vote.txt": "The council will vote on Monday, Mayor Orla Quist said.\n\nThe vote is public, an aide said."
    ])
    let report = TestRun("report", "\(folder.path)/vote.txt").results
    #expect(report.contains("─► this outlet ─► reader") && !report.contains("(?) ─"))
    #expect(TestRun("report", "\(folder.path)/vote.txt", "--format", "dot").results.contains("this outlet"))
  }

  /// One quotation from elsewhere makes no relay.
  @Test func whoCitesAnOutletOnceIsNoRelay() {
    let folder = TestFolder([
      "market.txt": """
      Nine people were hurt when a stall collapsed in Skerrin on Monday, Police Chief Ada Brill said.

      “It came down at once,” said Lena Orr, who sells honey there.

      The U.S. consul, Tom Vale, said no visitor was hurt.

      Doctor Una Keel told Radio Holmsey that two of them were children.
      """
    ])
    let report = TestRun("report", "\(folder.path)/market.txt").results
    #expect(!report.contains("A relay of") && report.contains("without another outlet"))
    #expect(!report.contains("U.S.."))
  }

  @Test func theOrderOfFiguresIsNoChange() {
    let folder = TestFolder([
      "old.txt": "The crack was 14 metres long in May and 19 metres in June, the Harbour Board said.",
      "new.txt": "The crack was 19 metres long in June and 14 metres in May, the Harbour Board said.",
      "other.txt": "The crack was 14 metres long in May and 23 metres in June, the Harbour Board said.",
    ])
    func diff(_ name: String) -> String { TestRun("diff", "\(folder.path)/old.txt", "\(folder.path)/\(name)").results }
    #expect(!diff("new.txt").contains("figure-changed") && diff("other.txt").contains("figure-changed"))
    #expect(diff("new.txt").contains("1 attribution ·"))
  }

  @Test func noStoryIsAMistakeUnlessSomethingWaits() {
    let run = TestRun("audit")
    #expect(run.code == .failure)
    #expect(run.messages == "error: no story was named\n  = help: name files or folders, or - for standard input\n")
  }

  @Test func theOutputFileGetsTheFormatOfItsName() throws {
    let folder = TestFolder(["ferry.txt": Self.story])
    let run = TestRun(
      "ingest", "\(folder.path)/ferry.txt", "-o", "\(folder.path)/out.jsonl", "--outlet", "The Quay Times")
    #expect(run.code == .success && run.results.isEmpty)
    let written = try #require(folder.read("out.jsonl"))
    #expect(written.contains(#""outlet":"The Quay Times""#) && written.contains(#""kind":"headline""#))
    #expect(TestRun("ingest", "\(folder.path)/ferry.txt", "-o", "/no/such/folder/x").code == .failure)
  }

  @Test func theDemoAuditsItsThreeStories() {
    let run = TestRun("demo")
    #expect(run.code == .findings && run.messages.isEmpty)
    for name in ["1-ellery-courier.txt  ", "2-skerrin-tribune.txt  ", "3-radio-holmsey.txt  "] {
      #expect(run.results.contains(name))
    }
    #expect(run.results.contains("\n2-skerrin-tribune.txt:"))
    #expect(run.results.contains("The Ellery Courier"))
    #expect(run.results.contains(" in 3 stories\n"))
  }
}
