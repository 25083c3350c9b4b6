import Testing

@testable import HearsayCommand

struct ArgumentParserTests {
  private let parser = ArgumentParser(
    options: Option.common + Option.reading + Option.analysis
      + [.select, .ignore, .failOn, .exitZero, .text, .sentences])

  @Test func optionsStandAnywhereAndInEveryForm() throws {
    let read = try parser.parse([
      "a.txt", "--format", "json", "-oout.json", "--jobs=3", "-qv", "b.txt", "--select", "anon,NUM-01", "--select=CAV",
    ])
    #expect(read.operands == ["a.txt", "b.txt"])
    #expect(read.format == "json" && read.output == "out.json" && read.jobs == 3)
    #expect(read.isQuiet && read.isVerbose)
    #expect(read.select == ["ANON", "NUM-01", "CAV"])
  }

  @Test func twoDashesEndTheOptionsAndOneIsStandardInput() throws {
    #expect(try parser.parse(["-", "--", "--format", "-q"]).operands == ["-", "--format", "-q"])
  }

  @Test(
    arguments: [
      (["--fromat"], "there is no option `--fromat` here", "did you mean `--format`?"),
      (
        ["-x"], "there is no option `-x` here", "`--help` lists the options; `--` before a name that begins with a dash"
      ),
      (["--date", "yesterday"], "`--date` takes a day, not `yesterday`", "as in `--date 2031-04-12`"),
      (["--date", "2031-13-02"], "`--date` takes a day, not `2031-13-02`", nil),
      (["--format", "xml"], "`--format` takes text, json or jsonl, not `xml`", nil),
      (["--format", "jsno"], "`--format` takes text, json or jsonl, not `jsno`", "did you mean `json`?"),
      (["--format"], "`--format` needs a value", "write `--format FORMAT`"),
      (["-o"], "`--output` needs a value", "write `--output FILE`"),
      (["--quiet=yes"], "`--quiet` takes no value, but got `yes`", nil),
      (["--jobs", "0"], "`--jobs` takes a number from 1 to 256, not `0`", nil),
      (["--select", " ,"], "`--select` takes checks, as in `--select ANON,NUM-01`", nil),
    ] as [([String], String, String?)])
  func mistakesAreSaidInWholeSentences(_ words: [String], _ message: String, _ help: String?) {
    let error = #expect(throws: UsageError.self) { try parser.parse(words) }
    #expect(error?.message == message)
    if let help { #expect(error?.help == help) }
  }

  @Test func theFormatFollowsTheNameOfTheOutput() throws {
    #expect(try parser.parse(["-o", "x/report.JSONL"]).effectiveFormat == .jsonl)
    #expect(try parser.parse(["-o", "report.json", "--format", "text"]).effectiveFormat == .text)
    #expect(try parser.parse(["-o", "report.log"]).effectiveFormat == .text)
    #expect(try parser.parse([]).effectiveFormat == .text)
  }

  @Test func aReportIsNotWrittenInAFormatThatNobodyAskedFor() throws {
    #expect(throws: UsageError.self) { try parser.parse(["-o", "report.xyz"]).checkEnding() }
    for words in [
      ["-o", "report.html"], ["-o", "report"], ["-o", "x.y/.report"], ["-o", "a.xyz", "--format", "json"], [],
    ] {
      try parser.parse(words).checkEnding()
    }
  }

  @Test func failOnTakesNever() throws {
    #expect(try parser.parse([]).failOn == .error)
    #expect(try parser.parse(["--fail-on", "note"]).failOn == .note)
    #expect(try parser.parse(["--fail-on", "never"]).failOn == nil)
  }
}

struct OptionTableTests {
  @Test func everyOptionHasOneMeaning() {
    for command in Command.all {
      let names = command.options.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name) takes an option twice")
      let letters = command.options.compactMap(\.short)
      #expect(Set(letters).count == letters.count, "\(command.name) takes a letter twice")
    }
  }

  @Test func everyLineOfHelpFitsAScreen() {
    let texts = [Help.short, Help.full] + Command.all.map(Help.of)
    for line in texts.flatMap({ $0.split(separator: "\n") }) { #expect(line.count <= 80, "\(line)") }
  }

  @Test func theShortHelpIsShort() {
    #expect(Help.short.split(separator: "\n", omittingEmptySubsequences: false).count <= 14)
  }
}
