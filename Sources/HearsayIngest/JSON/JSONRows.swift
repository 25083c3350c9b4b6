#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a file of JSON objects, one a line; `-` is standard input. A broken line is a problem, and the lines behind it are
/// read.
public final class JSONRows: Sequence, IteratorProtocol {
  public enum Element: Sendable {
    case row(Row)
    case problem(InputProblem)
  }

  public struct Row: Sendable {
    /// 1-based.
    public var line: Int
    public var value: JSONValue
    /// What the row is called: its `id`, else the file's name and the line, as stories without an id are.
    public var id: String
  }

  private let bytes: ByteSource?
  private let place: InputPlace
  private var failure: InputProblem?
  private var line = 0
  private var isDone = false

  public init(_ path: String) {
    place = InputPlace(argument: path)
    if path == "-" {
      bytes = ByteSource(descriptor: STDIN_FILENO)
    } else {
      switch ByteSource.open(path) {
      case .success(let source): bytes = source
      case .failure(let error):
        bytes = nil
        failure = FolderWalk.problem(opening: path, error)
      }
    }
  }

  public func next() -> Element? {
    if let problem = failure {
      failure = nil
      return .problem(problem)
    }
    guard let bytes else { return nil }
    while !isDone {
      line += 1
      switch bytes.nextLine() {
      case .bytes(let text):
        if let element = read(text) { return element }
      case .tooLong:
        return .problem(place.problem(line: line, "the line is longer than 1 GiB", help: "one line is one object"))
      case .failed(let code):
        isDone = true
        return .problem(FolderWalk.problem(opening: place.argument, SystemError(code: code)))
      case .end:
        isDone = true
      }
    }
    return nil
  }

  private func read(_ text: UnsafeBufferPointer<UInt8>) -> Element? {
    let hasMark = line == 1 && text.starts(with: [0xEF, 0xBB, 0xBF])
    guard var scanner = JSONScanner(text, position: hasMark ? 3 : 0) else { return nil }
    scanner.skipSpace()
    if scanner.isAtEnd { return nil }
    do throws(JSONFault) {
      let value = try scanner.value()
      scanner.skipSpace()
      if !scanner.isAtEnd { throw JSONFault(.expectedEnd, at: scanner.position) }
      guard case .object = value else {
        return .problem(place.problem(line: line, "the row is no object", help: "each line holds one JSON object"))
      }
      return .row(Row(line: line, value: value, id: value["id"]?.string ?? "\(place.id):\(line)"))
    } catch {
      let column = JSONLinesSource.column(in: text, at: error.offset)
      return .problem(place.problem(line: line, column: column, error.what, help: error.help))
    }
  }
}
