import HearsayIngest
import HearsayReport
import HearsayStory

/// What one worker prints for a batch of stories: either writer may be used, or both.
public struct Sheet: ~Copyable {
  public var json: JSONWriter
  public var terminal: TerminalWriter
  public var summary = AuditSummary()
  /// Stories that a report is made from once all have been read.
  public var audited: [AuditedStory] = []
  /// What of the desk's rulings was used, by name, and the paths of the stories.
  public var rulings: Set<String> = []
  public var paths: [String] = []
  /// Where each record of `json` ends.
  public private(set) var recordEnds: [Int] = []

  public init(usesColor: Bool) {
    json = JSONWriter(capacity: 1 << 16)
    terminal = TerminalWriter(usesColor: usesColor)
  }

  /// To be called behind each story's JSON.
  public mutating func endRecord() {
    json.endRecord()
    recordEnds.append(json.out.count)
  }

  mutating func removeAll() {
    json.removeAll()
    terminal.out.removeAll()
    summary = AuditSummary()
    audited.removeAll()
    rulings.removeAll()
    paths.removeAll()
    recordEnds.removeAll(keepingCapacity: true)
  }
}

/// Some stories in a row, and what was printed for them.
public final class StoryBatch {
  private var parts: [StoryReader.Part] = []
  /// How far a long input had been read when the batch was full.
  public private(set) var progress: ReadingProgress?
  public private(set) var problems: [InputProblem] = []
  public private(set) var sheet: Sheet

  init(usesColor: Bool) { sheet = Sheet(usesColor: usesColor) }

  /// Enough work to make the exchange between threads cheap, little enough to keep memory and waiting short.
  private static let bytes = 1 << 16

  /// False when there is nothing left to read.
  func fill(from reader: StoryReader) -> Bool {
    parts.removeAll(keepingCapacity: true)
    problems.removeAll()
    sheet.removeAll()
    var size = 0
    while size < StoryBatch.bytes, let part = reader.nextPart() {
      parts.append(part)
      switch part {
      case .element(.story(let story)): size += story.text.bytes.count + 256
      case .element(.problem): size += 1024
      case .deferred(let reading): size += reading.size + 1024
      }
    }
    progress = reader.progress
    return size > 0
  }

  /// Reads what was deferred and prints each story.
  func work(_ print: (Story, inout Sheet) -> Void) {
    for part in parts {
      switch part {
      case .element(let element): work(on: element, print)
      case .deferred(let reading):
        for element in reading.read() { work(on: element, print) }
      }
    }
  }

  private func work(on element: StoryReader.Element, _ print: (Story, inout Sheet) -> Void) {
    switch element {
    case .story(let story): print(story, &sheet)
    case .problem(let problem): problems.append(problem)
    }
  }
}

/// Takes all stories of a reader through the same work, on several threads, in bounded memory and in order.
public struct StoryRun {
  private let reader: StoryReader
  private let jobs: Int
  private let usesColor: Bool

  public init(_ reader: StoryReader, jobs: Int, usesColor: Bool = false) {
    self.reader = reader
    self.jobs = jobs
    self.usesColor = usesColor
  }

  /// - Parameters:
  ///   - makeWorker: Called once for each thread, on that thread; what it returns prints one story.
  ///   - emit: Gets what was printed, in the order of the stories, on the caller's thread.
  public func forEach(
    makeWorker: @escaping () -> (Story, inout Sheet) -> Void, emit: (StoryBatch) throws -> Void
  ) rethrows {
    let work = OrderedWork(jobs: jobs) { StoryBatch(usesColor: usesColor) }
    try work.run(
      fill: { [reader] in $0.fill(from: reader) },
      makeWorker: {
        let print = makeWorker()
        return { batch in batch.work(print) }
      },
      emit: emit)
  }
}
