import Hearsay
import HearsayDiagnostics
import HearsayReport
import HearsayRules
import HearsaySyntax

extension RulesAction {
  static let test = RulesAction(
    name: "test", operands: "[NAME…]",
    summary: "run examples and story tests: all, or those of rules that begin so, of a folder or of a .md file"
  ) { arguments, console in
    var arguments = arguments
    let operands = TestOperands(arguments.operands)
    arguments.rules += operands.folders
    let running = arguments.running ?? [.stable, .test]
    let files = try LoadedRules.files(arguments, console)
    let packs = RulePacks(files)
    let stories = try StoryTestFiles(operands, arguments, console)
    var run = TestResults()
    var names: [String] = []
    for language in packs.languages.isEmpty ? [nil] : packs.languages.map(Optional.some) {
      let loaded = try LoadedRules(whole: files, arguments, console, running: running, language: language)
      names += loaded.rulebook.rules.map(\.name)
      if operands.runsExamples { run.add(examplesOf: loaded.rulebook, operands.prefixes) }
      // The stories of all languages go over one shelf.
      if language == packs.main, stories.areAny { run.add(stories.tests, loaded.shelf) }
    }
    for prefix in operands.prefixes where !names.contains(where: { $0.hasPrefix(prefix) }) {
      throw UsageError("no rule begins with `\(prefix)`", help: didYouMean(prefix, names))
    }
    let (records, notes, text) = (run.records, run.notes, run.text)
    switch arguments.reportFormat {
    case .text:
      if arguments.isVerbose { for note in notes { try console.results.write("note: \(note)\n") } }
      let passed = !records.contains { $0.failure != nil }
      if !arguments.isQuiet || !passed { try console.results.write(text) }
    case .junit: try console.results.write(JUnitReport().text(records))
    case .json:
      var json = JSONWriter()
      TestJSON().write(records, notes: notes, to: &json)
      try console.results.write(json.out)
    }
    if stories.hasErrors { return .failure }
    return records.contains { $0.failure != nil } ? .findings : .success
  }
}

/// What came of the examples and stories so far.
private struct TestResults {
  var records: [TestRecord] = []
  var notes: [String] = []
  var text = ""

  mutating func add(examplesOf rulebook: Rulebook, _ prefixes: [String]) {
    let syntax = LightSyntax.Context(rulebook)
    var report = RuleTester(rulebook) { LightSyntax($0, $0.quotations, syntax) }.run()
    report.keep(rulesThatBeginWith: prefixes)
    records += report.records
    notes += report.unexpected.map(\.text)
    // Most packs of other languages hold no rules to test.
    if report.examples > 0 || text.isEmpty && rulebook.rules.count > 0 { text += report.text }
  }

  mutating func add(_ tests: [StoryTest], _ shelf: RuleShelf) {
    let report = StoryTester(shelf).run(tests)
    records += report.records(of: tests)
    text += report.text
  }
}

/// What `rules test` was asked to run.
struct TestOperands {
  var folders: [String] = []
  var files: [String] = []
  var prefixes: [String] = []

  init(_ operands: [String]) {
    for operand in operands {
      if RuleFolder.isFolder(operand) {
        folders.append(operand)
      } else if operand.hasSuffix(".md") {
        files.append(operand)
      } else {
        prefixes.append(operand)
      }
    }
  }

  /// Somebody who names a file of story tests wants that file and nothing else.
  var runsExamples: Bool { files.isEmpty || !prefixes.isEmpty }
  var runsAllStories: Bool { files.isEmpty && prefixes.isEmpty }
}

/// The story tests of a run: the files that were named, or those in folders `tests` of the rulebook and of `--rules`.
struct StoryTestFiles {
  private(set) var tests: [StoryTest] = []
  private(set) var hasErrors = false
  private(set) var areAny = false

  init(_ operands: TestOperands, _ arguments: Arguments, _ console: Console) throws {
    var files: [RuleFolder.File] = []
    for path in operands.files { files += try Self.read(path) }
    if operands.runsAllStories {
      let base = RuleLocation.besideExecutable().map(RuleLocation.shortened)
      for folder in (base.map { [$0] } ?? []) + arguments.rules where RuleFolder.isFolder(folder) {
        // A folder without any Markdown has no story tests, which is fine.
        let found = (try? RuleFolder.read(folder, endings: [".md"])) ?? []
        files += found.filter { $0.path.contains("/tests/") }
      }
    }
    var seen: Set<String> = []
    for file in files where seen.insert(file.path).inserted {
      let (found, diagnostics) = StoryTestFile.read(SourceFile(path: file.path, bytes: file.bytes))
      console.report(diagnostics, color: arguments.color)
      if !diagnostics.isEmpty { hasErrors = true }
      tests += found
      areAny = areAny || !found.isEmpty
    }
  }

  private static func read(_ path: String) throws(Failure) -> [RuleFolder.File] {
    do throws(RuleFolder.Problem) {
      return try RuleFolder.read(path)
    } catch {
      throw Failure("\(error.path): \(error.what)")
    }
  }
}

extension RuleTestReport {
  /// Leaves out what is about other rules; all stay when there is no prefix.
  fileprivate mutating func keep(rulesThatBeginWith prefixes: [String]) {
    guard !prefixes.isEmpty else { return }
    func isWanted(_ name: String) -> Bool { prefixes.contains { name.hasPrefix($0) } }
    ran.removeAll { !isWanted($0.rule) }
    failures.removeAll { !isWanted($0.rule) }
    unexpected.removeAll { !isWanted($0.exampleOf) }
  }

  /// One for each example, and one for each tie between rules.
  fileprivate var records: [TestRecord] {
    var left = failures
    var records = ran.map { rule, example in
      var record = TestRecord(
        group: rule, name: "\(example.kind.rawValue) \(example.text)", file: example.location.file.path,
        line: example.location.line)
      // An example can fail for itself and for a tie; both are told.
      let own = left.filter { $0.isAt(example.location) }
      left.removeAll { $0.isAt(example.location) }
      if !own.isEmpty {
        record.failure = .init(
          message: own.map(\.message).joined(separator: "; "), detail: own.map(\.detail).joined(separator: "\n\n"))
      }
      return record
    }
    records += left.map { failure in
      TestRecord(
        group: failure.rule, name: failure.message, file: failure.location.file.path, line: failure.location.line,
        failure: .init(message: failure.message, detail: failure.detail))
    }
    return records
  }
}

extension RuleTestFailure {
  fileprivate func isAt(_ other: SourceLocation) -> Bool {
    location.file === other.file && location.span == other.span
  }
}

extension StoryTestReport {
  fileprivate func records(of tests: [StoryTest]) -> [TestRecord] {
    var records: [TestRecord] = []
    for test in tests {
      for expectation in test.expectations {
        let failure = failures.first {
          $0.location.file === expectation.location.file && $0.location.span == expectation.location.span
        }
        records.append(
          TestRecord(
            group: test.name, name: expectation.summary, file: expectation.location.file.path,
            line: expectation.location.line,
            failure: failure.map { .init(message: $0.message, detail: $0.detail) }))
      }
      // The story itself could not be read.
      for failure in failures
      where failure.location.file === test.location.file && failure.location.span == test.location.span {
        records.append(
          TestRecord(
            group: test.name, name: "story", file: test.location.file.path, line: test.location.line,
            failure: .init(message: failure.message, detail: failure.detail)))
      }
    }
    return records
  }
}
