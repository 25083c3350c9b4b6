import Hearsay
import HearsayIngest
import HearsayReport
import HearsayStory

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What all commands that read stories have in common: inputs, rules, threads, and the frame of the output.
struct StoryCommand {
  let arguments: Arguments
  let console: Console
  let rules: LoadedRules
  let output: Output
  let format: OutputFormat
  let usesColor: Bool

  init(_ arguments: Arguments, _ console: Console, additionalRules: [RuleFolder.File] = []) throws {
    self.arguments = arguments
    self.console = console
    format = arguments.effectiveFormat
    rules = try LoadedRules(arguments, console, additional: additionalRules)
    let isFolder = arguments.documentFormat.files != nil && arguments.output.map(OutputFolder.isNamed) == true
    output =
      isFolder
      ? console.results
      : try arguments.output.map { path throws(Failure) in try Output.file(path) } ?? console.results
    usesColor = arguments.color.allowsColor(isTerminal: output.isTerminal, environment: console.environment)
  }

  var stamp: RulebookStamp { rules.stamp }

  /// The stories that the user named, else standard input where something is waiting there.
  private func inputs() throws(UsageError) -> [String] {
    if !arguments.operands.isEmpty { return arguments.operands }
    if console.inputIsWaiting { return ["-"] }
    throw UsageError("no story was named", help: "name files or folders, or - for standard input")
  }

  private func readingOptions() throws(UsageError) -> ReadingOptions {
    var options = ReadingOptions(
      allowsLocalAddresses: arguments.allowsLocal, jobs: arguments.jobs ?? StoryCommand.cores)
    if let offset = arguments.fromOffset {
      guard arguments.operands.count <= 1 else {
        throw UsageError(
          "`--from-offset` is a place in one archive, but \(arguments.operands.count) inputs were named",
          help: "name that archive alone, then the others in another run")
      }
      options.archiveStart = offset
    }
    return options
  }

  var metadata: StoryMetadata {
    StoryMetadata(
      outlet: arguments.outlet, title: arguments.title, date: arguments.date, url: arguments.url,
      language: arguments.language)
  }

  /// Reads all stories, prints each with what `makeWorker` makes for each thread, and frames the output.
  ///
  /// - Parameters:
  ///   - isStreamed: Whether the stories are printed as they come, and not kept for a report.
  ///   - release: Prints stories that workers have kept; it gets them when the first one was printed instead, or at the
  ///     end, and whether they are all there are.
  /// - Returns: What the audit found in all of them, and whether some input could not be read.
  func run(
    isStreamed: Bool = true, release: (([AuditedStory], _ isAll: Bool, inout Sheet) -> Void)? = nil,
    makeWorker: @escaping () -> (Story, inout Sheet) -> Void
  ) throws -> Outcome {
    let reader = StoryReader(try inputs(), options: try readingOptions(), rulebook: rules.rulebook)
    let metadata = metadata
    var progress = ProgressLine(console, output, isQuiet: arguments.isQuiet)
    defer { progress.clear() }
    var frame = ArrayFrame(isArray: format == .json)
    var summary = AuditSummary()
    var hasProblems = false
    var audited: [AuditedStory] = []
    var isOverfull = false
    var rulings = Set<String>()
    func releaseKept(isAll: Bool) throws {
      guard let release, !audited.isEmpty else { return }
      var sheet = Sheet(usesColor: usesColor)
      release(audited, isAll, &sheet)
      audited.removeAll()
      summary.add(sheet.summary)
      rulings.formUnion(sheet.rulings)
      try frame.write(sheet, to: output)
    }
    var paths: [String] = []
    let run = StoryRun(reader, jobs: arguments.jobs ?? StoryCommand.cores, usesColor: usesColor)
    do {
      try run.forEach(
        makeWorker: {
          let print = makeWorker()
          return { story, sheet in
            var story = story
            metadata.apply(to: &story)
            print(story, &sheet)
          }
        },
        emit: { batch in
          progress.clear()
          for problem in batch.problems {
            if problem.severity == .error { hasProblems = true } else if arguments.isQuiet { continue }
            console.report(Message(problem), color: arguments.color)
          }
          audited += batch.sheet.audited
          if batch.sheet.summary.stories > 0 { isOverfull = true }
          if isOverfull { try releaseKept(isAll: false) }
          try frame.write(batch.sheet, to: output)
          summary.add(batch.sheet.summary)
          rulings.formUnion(batch.sheet.rulings)
          paths += batch.sheet.paths
          if let place = batch.progress {
            Interruption.watch()
            if Interruption.isWanted { throw Interruption(place: place) }
            progress.show(place)
          }
        })
    } catch let interruption as Interruption {
      progress.clear()
      console.report(Message(interruption), color: arguments.color)
      hasProblems = true
    }
    try releaseKept(isAll: true)
    if isStreamed { try frame.finish(output) }
    return Outcome(
      summary: summary, audited: audited, rulings: rulings, paths: paths, hasProblems: hasProblems)
  }

  /// What a run over all stories came to.
  struct Outcome {
    var summary: AuditSummary
    /// The stories of a report, in their order; empty where they were printed as they came.
    var audited: [AuditedStory]
    /// The acceptances that were used, by name.
    var rulings: Set<String>
    /// The stories that were audited.
    var paths: [String]
    /// Whether some input could not be read.
    var hasProblems: Bool
  }

  /// Reads all stories and keeps what `makeWorker` makes of each, in the order of the input.
  func collect<Result>(
    makeWorker: @escaping () -> (Story) -> Result
  ) throws -> (results: [Result], hasProblems: Bool) {
    let metadata = metadata
    var hasProblems = false
    let reader = StoryReader(try inputs(), options: try readingOptions(), rulebook: rules.rulebook)
    let collection = StoryCollection(reader, jobs: arguments.jobs ?? StoryCommand.cores)
    let results = collection.map(
      makeWorker: {
        let make = makeWorker()
        return { story in
          var story = story
          metadata.apply(to: &story)
          return make(story)
        }
      },
      onProblem: { problem in
        if problem.severity == .error { hasProblems = true } else if arguments.isQuiet { return }
        console.report(Message(problem), color: arguments.color)
      })
    return (results, hasProblems)
  }

  /// Writes a sheet that stands for the whole output.
  func write(_ sheet: borrowing Sheet) throws {
    try output.write(sheet.terminal.out)
    try output.write(sheet.json.out)
  }

  /// Flushes a file of its own; standard output is flushed at the end of the process.
  func close() throws { try output.flush() }

  private static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// Puts the records of a run together: one a line, or as one array.
struct ArrayFrame {
  let isArray: Bool
  private var isEmpty = true

  init(isArray: Bool) { self.isArray = isArray }

  mutating func write(_ sheet: borrowing Sheet, to output: Output) throws {
    try output.write(sheet.terminal.out)
    guard !sheet.recordEnds.isEmpty else { return }
    let ends = sheet.recordEnds
    var isEmpty = isEmpty
    try sheet.json.out.withBytes { bytes in
      var start = 0
      for end in ends {
        if isArray { try output.write(isEmpty ? "[\n" : ",\n") }
        try output.write(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        if !isArray { try output.write("\n") }
        isEmpty = false
        start = end
      }
    }
    self.isEmpty = isEmpty
  }

  func finish(_ output: Output) throws {
    guard isArray else { return }
    try output.write(isEmpty ? "[]\n" : "\n]\n")
  }
}

extension Message {
  init(_ problem: InputProblem) {
    var place = problem.path == "-" ? "standard input" : problem.path
    if let line = problem.line { place += ":\(line)" }
    if let column = problem.column { place += ":\(column)" }
    let kind: Kind =
      switch problem.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    self.init(kind: kind, what: problem.what, place: place, help: problem.help)
  }
}
