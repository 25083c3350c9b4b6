import Foundation
import HearsayAudit
import HearsayDiagnostics
import HearsayText
import Testing

@testable import HearsayCommand

@Suite struct ConfigurationFileTests {
  private func read(_ text: String) -> ConfigurationFile {
    ConfigurationFile(SourceFile(path: "hearsay.conf", text: text))
  }

  @Test func blocksAndFieldsAreReadWithTheirPlaces() throws {
    let file = read(
      "# ours\nsettings desk\n  fail-on  warning\n\naccept one\n  check   VERB-01\n  words   “admitted”\n  reason  the court's\n          own word\n"
    )
    #expect(file.diagnostics.isEmpty)
    #expect(file.blocks.map(\.name) == ["desk", "one"])
    #expect(file.blocks[0]["fail-on"]?.value == "warning")
    #expect(file.blocks[0]["fail-on"]?.location.description == "hearsay.conf:3")
    #expect(file.blocks[1]["reason"]?.value == "the court's own word")
  }

  @Test(
    arguments: [
      ("setings desk\n  x y", "`setings` is no kind of block", "did you mean `settings`?"),
      ("settings desk\n  fial-on error", "`settings` has no key `fial-on`", "did you mean `fail-on`?"),
      (
        "accept a\n  check A\n  words b", "accept `a` has no `reason`",
        "say why the finding may stand; the report prints it"
      ),
      (
        "  fail-on error", "a line that belongs to no block",
        "open a block first, for example `settings desk` in column 1"
      ),
      ("settings", "`settings` is followed by one name", "write `settings my-settings`"),
      ("settings a\n  fail-on", "`fail-on` without a value", nil),
      ("settings a\n  jobs 1\n  jobs 2", "`jobs` stands twice in one block", nil),
    ] as [(String, String, String?)])
  func mistakesAreToldWithAWayOut(_ text: String, _ message: String, _ help: String?) throws {
    let first = try #require(read(text).diagnostics.first)
    #expect(first.message == message)
    if let help { #expect(first.help == help) }
  }

  @Test func allMistakesOfAFileAreToldAtOnce() {
    #expect(read("settings a\n  x 1\n  y 2\nnonsense b\n  z 3\naccept c\n").diagnostics.count == 6)
  }

  @Test func hostileTextEnds() {
    for text in [
      "\u{0}\u{1}", String(repeating: "accept a\n", count: 9_999), "\r\r\n \t\n", "settings \u{202E}x\n  \u{0} \u{0}",
    ] {
      _ = read(text).diagnostics.count
    }
    #expect(read(String(repeating: "#", count: (1 << 20) + 1)).diagnostics.first?.code == "C001")
  }

  @Test func theTemplateIsAConfiguration() {
    #expect(read(Command.template).diagnostics.isEmpty)
    let uncommented = Command.template.replacing("  # ", with: "  ").replacing("\n# check", with: "\ncheck")
      .replacing("\n# accept", with: "\naccept").replacing("\n#   ", with: "\n  ")
    #expect(read(uncommented).blocks.count == 3)
  }
}

@Suite struct ConfiguredRunTests {
  private static let story = """
    Council knew for months

    A council official admitted that the warning was not shown to the mayor, The Ellery Courier reported on Thursday.

    Another official predicted that the mayor would have to resign before the summer was out.

    """

  private func folder(_ configuration: String) -> TestFolder {
    TestFolder(["story.txt": Self.story, "hearsay.conf": configuration])
  }

  private func audit(_ folder: TestFolder, _ more: String...) -> TestRun {
    TestRun(words: ["audit", folder.path + "/story.txt", "--config", folder.path + "/hearsay.conf"] + more)
  }

  @Test func anAcceptedFindingStandsWithItsReasonAndDoesNotCount() {
    let folder = folder("accept one\n  check ANON-06\n  words predicted\n  reason the desk has heard it twice\n")
    let run = audit(folder)
    #expect(run.code == .success, "\(run.results)\(run.messages)")
    #expect(run.results.contains("accepted ANON-06  the desk has heard it twice"))
    #expect(!run.results.contains("error ANON-06"))
    #expect(audit(folder, "--no-config").code == .findings)
  }

  @Test func anAcceptanceThatFitsNothingIsStale() {
    let folder = folder("accept one\n  check ANON-06\n  words no such words\n  reason gone\n")
    let run = audit(folder)
    #expect(run.code == .findings)
    #expect(run.messages.contains("`accept one` fits nothing any more"))
    #expect(!audit(folder, "--select", "VERB").messages.contains("fits nothing"))
  }

  @Test func aCheckMayBeTypedWithoutItsZero() {
    let folder = folder("accept one\n  check anon-6\n  words predicted\n  reason the desk has heard it twice\n")
    #expect(audit(folder).results.contains("accepted ANON-06"))
    #expect(TestRun("explain", "anon-1").results.hasPrefix("ANON-01"))
    #expect(TestRun("explain", "ANOM").messages.contains("did you mean `ANON`?"))
    #expect(audit(folder, "--select", "VERBS").messages.contains("did you mean `VERB`?"))
  }

  @Test func levelsAndExitCodesComeFromTheFileAndTheCommandLineWins() {
    let folder = folder("settings desk\n  fail-on never\ncheck ANON-06\n  level note\n")
    #expect(audit(folder).code == .success)
    #expect(audit(folder).results.contains("note ANON-06"))
    #expect(audit(folder, "--fail-on", "note").code == .findings)
    let off = self.folder("check ANON-06\n  level off\n")
    #expect(!audit(off).results.contains("ANON-06"))
  }

  @Test func anUnknownKeyStopsTheRun() {
    let folder = folder("settings desk\n  fial-on never\n")
    let run = audit(folder)
    #expect(run.code == .failure && run.results.isEmpty)
    #expect(run.messages.contains("did you mean `fail-on`?") && run.messages.contains("hearsay.conf:2:3"))
    let unknown = self.folder("accept a\n  check ANON-60\n  words b\n  reason c\n")
    #expect(audit(unknown).messages.contains("there is no check `ANON-60`"))
  }

  @Test func theSourceOfEachValueIsShown() {
    let folder = folder("settings desk\n  fail-on never\n")
    let run = audit(folder, "--show-config", "--jobs", "1")
    #expect(run.results.contains("\(folder.path)/hearsay.conf:2"))
    #expect(run.results.contains("command line"))
    #expect(run.results.contains("format      text                    default"))
  }

  @Test func profilesChooseChecksAndLevels() {
    let folder = folder("settings desk\n  profile classroom\n")
    let run = audit(folder)
    #expect(run.code == .success && run.results.contains("note ANON-06"), "\(run.results)\(run.messages)")
    let unknown = audit(folder, "--profile", "reuter")
    #expect(unknown.code == .failure && unknown.messages.contains("did you mean `reuters`?"))
  }

  @Test func aBaselineLetsOnlyNewFindingsCount() throws {
    let folder = folder("")
    let story = folder.path + "/story.txt"
    let baseline = folder.path + "/base"
    #expect(TestRun(words: ["baseline", story, "--no-config", "-o", baseline]).code == .success)
    #expect(try #require(folder.read("base")).contains("story.txt\tANON-06\t"))
    #expect(
      TestRun(words: ["baseline", story, "--no-config", "-o", baseline]).messages.contains("written to \(baseline)"))
    let run = TestRun(words: ["audit", story, "--no-config", "--baseline", baseline])
    #expect(run.code == .success && run.results.contains("accepted before (baseline)"), "\(run.results)\(run.messages)")
    folder.write(
      "story.txt",
      "A word first.\n\n" + Self.story
        + "A minister predicted that “nobody” said a source would resign, a source said.\n")
    #expect(TestRun(words: ["audit", story, "--no-config", "--baseline", story]).code == .failure)
  }

  @Test func initWritesAFileOnce() throws {
    let folder = TestFolder([:])
    let path = folder.path + "/hearsay.conf"
    #expect(TestRun("init", "-o", path).code == .success)
    #expect(try #require(folder.read("hearsay.conf")) == Command.template)
    #expect(TestRun("init", "-o", path).code == .failure)
  }
}

@Suite struct GeneratedDocumentsTests {
  @Test func completionsNameEveryCommandAndOption() {
    for shell in ["bash", "zsh", "fish"] {
      let run = TestRun("completions", shell)
      #expect(run.code == .success)
      for command in Command.all { #expect(run.results.contains(command.name), "\(shell) \(command.name)") }
      #expect(run.results.contains("fail-on"))
    }
    #expect(TestRun("completions", "fsh").messages.contains("did you mean `fish`?"))
  }

  @Test func theManualPageHasEveryOptionAndNoStrayRequest() {
    let text = TestRun("man").results
    for command in Command.all {
      for option in command.options {
        #expect(text.contains(option.name.replacing("-", with: "\\-")), "\(option.name)")
      }
    }
    let requests = [".TH", ".SH", ".SS", ".B", ".TP", ".PP", ".nf", ".fi", ".I"]
    for line in text.split(separator: "\n") where line.hasPrefix(".") {
      #expect(requests.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
    }
  }

  @Test func watchingSeesAChange() {
    let folder = TestFolder(["a.txt": "one", "report.txt": "made"])
    let watch = Watch(inputs: [folder.path], output: folder.path + "/report.txt")
    let before = watch.state()
    folder.write("report.txt", "made again")
    #expect(watch.state() == before)
    folder.write("a.txt", "two and more")
    let after = watch.state()
    #expect(Watch.difference(before, after) == "\(folder.path)/a.txt has changed")
    folder.write("b.txt", "three")
    #expect(Watch.difference(after, watch.state()) == "\(folder.path)/b.txt is new")
    #expect(Watch(inputs: ["/no/such/file"], output: nil).state().isEmpty)
  }

  @Test func whatCannotChangeIsNotWatched() {
    #expect(TestRun("audit", "--watch").messages.contains("nothing to watch was named"))
    #expect(TestRun("audit", "--watch", "-").messages.contains("standard input can't be watched"))
    #expect(TestRun("audit", "--watch", "https://a.example/b").code == .failure)
    #expect(TestRun("report", "--watch", "/no/such/file").messages.contains("there is no `/no/such/file` to watch"))
  }

  @Test func watchingDoesTheWorkAtOnceAndAfterEachChange() {
    struct Enough: Error {}
    let folder = TestFolder(["a.txt": "one"])
    var runs = 0
    var told: [String] = []
    #expect(throws: Enough.self) {
      try Watch(inputs: [folder.path], output: nil).run {
        runs += 1
        if runs == 3 { throw Enough() }
        folder.write("a.txt", String(repeating: "more ", count: runs + 1))
      } told: {
        told.append($0)
      }
    }
    #expect(runs == 3)
    #expect(told.count == 2)
  }

  @Test func shellsCompleteChecksProfilesAndActions() {
    for shell in ["bash", "zsh", "fish"] {
      let script = TestRun("completions", shell).results
      for word in ["VAGUE-03", "ANON ", "reuters", "why-not", "clusters"] {
        #expect(script.contains(word), "\(shell) \(word)")
      }
    }
  }
}

@Suite struct ReportCommandTests {
  private let folder = TestFolder([
    "a.txt": "A plan\n\n“We will go to the island tonight,” mayor Orla Quist said.\n",
    "b.txt": "B plan\n\n“We stay,” Piers Aldane said.\n",
  ])

  @Test func theEndingChoosesTheFormat() throws {
    let path = folder.path + "/out.sarif"
    let run = TestRun("report", folder.path + "/a.txt", "--no-config", "-o", path)
    #expect(run.code == .success && run.results.isEmpty, "\(run.messages)")
    #expect(try #require(folder.read("out.sarif")).contains("\"version\":\"2.1.0\""))
  }

  @Test func severalStoriesAreADossier() {
    let run = TestRun("report", folder.path + "/a.txt", folder.path + "/b.txt", "--no-config")
    #expect(run.results.contains("The dossier: bottom line") && run.results.contains("How the scores were worked out"))
  }

  @Test func annotationsOfEachStoryGoIntoAFolder() throws {
    let out = folder.path + "/brat"
    let run = TestRun("report", folder.path + "/a.txt", "--no-config", "--format", "brat", "-o", out + "/")
    #expect(run.code == .success, "\(run.messages)")
    let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(names.count == 3 && names.contains("annotation.conf"))
    try FileManager.default.removeItem(atPath: out)
  }

  @Test func differencesEndWithOne() {
    let run = TestRun("diff", folder.path + "/a.txt", folder.path + "/b.txt", "--no-config")
    #expect(run.code == .findings && run.results.contains("statement-removed"))
    #expect(TestRun("diff", folder.path + "/a.txt", folder.path + "/a.txt", "--no-config").code == .success)
    #expect(TestRun("diff", folder.path + "/a.txt").code == .failure)
    #expect(
      TestRun("diff", folder.path + "/a.txt", folder.path + "/b.txt", "--no-config", "--fail-on", "error").code
        == .success)
  }
}
