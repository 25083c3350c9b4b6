import HearsayRules
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
  private let pages: HTMLReader
  /// The input that is being read and has more stories.
  private var current: (any StorySource)?
  /// What a deferred reading has brought for `next()`, the next at the end.
  private var waiting: [Element] = []

  /// - Parameter rulebook: What reading pages takes from it: words that name parts of a page, months, lines that lead away
  ///   from the story. Without one, pages are read by their structure alone.
  public init(_ inputs: [String], options: ReadingOptions = ReadingOptions(), rulebook: Rulebook? = nil) {
    walk = FolderWalk(inputs)
    pages = HTMLReader(rulebook)
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
      case .address(let address):
        return .deferred(
          DeferredReading(size: 1 << 16) { [options, pages] in PageFetcher(options).read(address, pages) })
      case .file(let path):
        switch open(path) {
        case .success(let source): current = source
        case .failure(let problem): return .element(.problem(problem))
        }
      }
    }
  }

  /// How far the input that is being read has been read; nil for one that is read at once.
  public var progress: ReadingProgress? { current?.progress }

  private func open(_ path: String) -> Result<any StorySource, InputProblem> {
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
    return open(bytes, place)
  }

  private func open(_ bytes: ByteSource, _ place: InputPlace) -> Result<any StorySource, InputProblem> {
    let path = place.argument
    let kind = ContentKind(head: bytes.peek(ContentKind.headLength), ending: place.ending)
    if let failure = bytes.readFailure { return .failure(FolderWalk.problem(opening: path, failure)) }
    switch kind {
    case .gzip: return openPacked(bytes, place)
    case .warc: return openArchive(bytes, place, isCompressed: false)
    case .jsonLines: return .success(JSONLinesSource(bytes, place, pages))
    case .refused(let what, let help): return .failure(InputProblem(path: path, what: what, help: help))
    case .empty:
      return .failure(InputProblem(path: path, what: "the input is empty", help: "a story needs text"))
    case .text, .markdown, .utf16, .json, .html, .feed:
      guard let all = bytes.rest() else {
        return .failure(
          InputProblem(
            path: path, what: "larger than \(bytes.limit >> 20) MiB",
            help: "split it into stories, or give them one a line as JSON"))
      }
      if let failure = bytes.readFailure { return .failure(FolderWalk.problem(opening: path, failure)) }
      switch kind {
      case .json where !JSONDocumentSource.holdsStories(all):
        if let elements = NewsJSON(pages: pages).read(all, place: place) { return .success(WaitingSource(elements)) }
        return .success(JSONDocumentSource(all, place))
      case .json: return .success(JSONDocumentSource(all, place))
      case .feed:
        return .success(DeferredSource(size: all.count) { [pages] in FeedReader(pages: pages).read(all, place: place) })
      case .html: return .success(DeferredSource(size: all.count) { [pages] in [pages.read(all, place: place)] })
      default: return .success(TextSource(all, place, kind))
      }
    }
  }
}

extension StoryReader {
  /// A compressed file is what is in it.
  private func openPacked(_ bytes: ByteSource, _ place: InputPlace) -> Result<any StorySource, InputProblem> {
    guard !bytes.isUnpacked else {
      return .failure(place.problem("a gzip file in a gzip file", help: "decompress it first: gzip -d"))
    }
    if options.archiveStart != ArchiveOffset(0) || place.ending == "warc" {
      return openArchive(bytes, place, isCompressed: true)
    }
    let stream = ArchiveStream(bytes, isCompressed: true, jobs: options.jobs)
    _ = stream.ensure(ContentKind.headLength)
    if stream.unread.starts(with: "WARC/".utf8) { return .success(ArchiveSource(stream, place, pages)) }
    return open(ByteSource(stream), place).map { PackedSource($0, stream, place) }
  }

  private func openArchive(
    _ bytes: ByteSource, _ place: InputPlace, isCompressed: Bool
  ) -> Result<any StorySource, InputProblem> {
    let start = options.archiveStart
    guard bytes.skip(to: start.file) else {
      return .failure(
        place.problem(
          "there is no byte \(start.file) in this archive, which has \(bytes.offset)",
          help: "give an offset that an earlier run has printed"))
    }
    let stream = ArchiveStream(bytes, isCompressed: isCompressed, jobs: options.jobs)
    stream.skip(start.inner)
    return .success(ArchiveSource(stream, place, pages))
  }
}

/// An input of one or more stories.
protocol StorySource: AnyObject {
  func nextPart() -> StoryReader.Part?
  /// Nil for what is read at once.
  var progress: ReadingProgress? { get }
}

extension StorySource {
  var progress: ReadingProgress? { nil }
}

/// A source of which reading the bytes is all the work, so that nothing is deferred.
protocol ImmediateSource: StorySource {
  func next() -> StoryReader.Element?
}

extension ImmediateSource {
  func nextPart() -> StoryReader.Part? { next().map { .element($0) } }
}

/// Stories that have been made already.
final class WaitingSource: ImmediateSource {
  private var elements: [StoryReader.Element]
  init(_ elements: [StoryReader.Element]) { self.elements = elements.reversed() }
  func next() -> StoryReader.Element? { elements.popLast() }
}

/// An input whose bytes are all read, and whose stories are made of them on a worker's thread.
final class DeferredSource: StorySource {
  private var reading: DeferredReading?

  init(size: Int, _ work: @escaping @Sendable () -> [StoryReader.Element]) {
    reading = DeferredReading(size: size, work)
  }

  func nextPart() -> StoryReader.Part? {
    defer { reading = nil }
    return reading.map { .deferred($0) }
  }
}

/// Where a story comes from, as the user named it.
struct InputPlace: Sendable {
  /// As named; `-` for standard input.
  var argument: String

  var path: String? { argument == "-" ? nil : argument }
  /// The ending, without the one of a compressed file.
  var ending: String { argument == "-" ? "" : FileName.ending(FileName.unpacked(argument)) }
  /// The id of a story that states none.
  var id: String { argument == "-" ? "-" : FileName.name(argument) }

  func problem(line: Int? = nil, column: Int? = nil, _ what: String, help: String? = nil) -> InputProblem {
    InputProblem(path: argument, line: line, column: column, what: what, help: help)
  }
}
