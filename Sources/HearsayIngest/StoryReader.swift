import HearsayStory
import HearsayText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads stories one at a time from files, folders and standard input (`-`), in the order in which they were named.
///
/// Each step yields a story or a problem; a problem ends nothing but the story it is about. JSON lines are streamed:
/// however large the file, one line and one story are in memory. The kind of an input is told by its content, then by
/// its ending.
public final class StoryReader: Sequence, IteratorProtocol {
  public enum Element: Sendable {
    case story(Story)
    case problem(InputProblem)
  }

  /// What reading the next bytes brought: an element, or bytes that are still to be made into elements.
  public enum Part: Sendable {
    case element(Element)
    case deferred(DeferredReading)
  }

  private var walk: FolderWalk
  private let options: ReadingOptions
  /// The input that is being read and has more stories.
  private var current: (any StorySource)?
  /// What a deferred reading has brought for `next()`, the next at the end.
  private var waiting: [Element] = []

  public init(_ inputs: [String], options: ReadingOptions = ReadingOptions()) {
    walk = FolderWalk(inputs)
    self.options = options
  }

  public func next() -> Element? {
    while true {
      if let element = waiting.popLast() { return element }
      switch nextPart() {
      case nil: return nil
      case .element(let element): return element
      case .deferred(let reading): waiting = reading.read().reversed()
      }
    }
  }

  /// The next part of the input; what is deferred may be read on any thread. For somebody who puts the order right again.
  public func nextPart() -> Part? {
    while true {
      if let part = current?.nextPart() { return part }
      current = nil
      switch walk.next() {
      case nil: return nil
      case .problem(let problem): return .element(.problem(problem))
      case .file(let path):
        switch Self.open(path) {
        case .success(let source): current = source
        case .failure(let problem): return .element(.problem(problem))
        }
      }
    }
  }

  private static func open(_ path: String) -> Result<any StorySource, InputProblem> {
    let bytes: ByteSource
    if path == "-" {
      bytes = ByteSource(descriptor: STDIN_FILENO)
    } else {
      switch ByteSource.open(path) {
      case .success(let source): bytes = source
      case .failure(let error): return .failure(FolderWalk.problem(opening: path, error))
      }
    }
    let place = InputPlace(argument: path)
    let kind = ContentKind(head: bytes.peek(ContentKind.headLength), ending: place.ending)
    if let failure = bytes.readFailure { return .failure(FolderWalk.problem(opening: path, failure)) }
    switch kind {
    case .jsonLines: return .success(JSONLinesSource(bytes, place))
    case .refused(let what, let help): return .failure(InputProblem(path: path, what: what, help: help))
    case .empty:
      return .failure(InputProblem(path: path, what: "the input is empty", help: "a story needs text"))
    case .text, .markdown, .utf16, .json:
      guard let all = bytes.rest() else {
        return .failure(
          InputProblem(
            path: path, what: "larger than 1 GiB", help: "split it into stories, or give them one a line as JSON"))
      }
      if let failure = bytes.readFailure { return .failure(FolderWalk.problem(opening: path, failure)) }
      return kind == .json
        ? .success(JSONDocumentSource(all, place)) : .success(TextSource(all, place, kind))
    }
  }
}

/// An input of one or more stories.
protocol StorySource: AnyObject {
  func nextPart() -> StoryReader.Part?
}

/// A source of which reading the bytes is all the work, so that nothing is deferred.
protocol ImmediateSource: StorySource {
  func next() -> StoryReader.Element?
}

extension ImmediateSource {
  func nextPart() -> StoryReader.Part? { next().map { .element($0) } }
}

/// Where a story comes from, as the user named it.
struct InputPlace {
  /// As named; `-` for standard input.
  var argument: String

  var path: String? { argument == "-" ? nil : argument }
  var ending: String { argument == "-" ? "" : FileName.ending(argument) }
  /// The id of a story that states none.
  var id: String { argument == "-" ? "-" : FileName.name(argument) }

  func problem(line: Int? = nil, column: Int? = nil, _ what: String, help: String? = nil) -> InputProblem {
    InputProblem(path: argument, line: line, column: column, what: what, help: help)
  }
}
