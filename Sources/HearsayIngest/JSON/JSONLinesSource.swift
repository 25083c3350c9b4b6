import HearsayStory
import HearsayText

/// One story a line. A broken line is a problem with its place; the lines behind it are read.
final class JSONLinesSource: ImmediateSource {
  private let bytes: ByteSource
  private let place: InputPlace
  private let pages: HTMLReader
  /// What is left of a line that holds several stories, the next at the end.
  private var waiting: [StoryReader.Element] = []
  private var line = 0
  private var stories = 0
  private var problems = 0
  private var isDone = false

  init(_ bytes: ByteSource, _ place: InputPlace, _ pages: HTMLReader) {
    self.pages = pages
    self.bytes = bytes
    self.place = place
  }

  func next() -> StoryReader.Element? {
    while !isDone {
      if let element = waiting.popLast() { return count(element) }
      line += 1
      switch bytes.nextLine() {
      case .bytes(let line):
        if let element = read(line) { return count(element) }
      case .tooLong:
        return count(
          .problem(
            place.problem(line: line, "the line is longer than 1 GiB", help: "one line is one story; is this JSONL?")))
      case .failed(let code):
        isDone = true
        return .problem(FolderWalk.problem(opening: place.argument, SystemError(code: code)))
      case .end:
        isDone = true
        if stories == 0, problems == 0 {
          return .problem(place.problem("no story in this input", help: "each line is to hold one story object"))
        }
      }
    }
    return nil
  }

  private func count(_ element: StoryReader.Element) -> StoryReader.Element {
    if case .story = element { stories += 1 } else { problems += 1 }
    return element
  }

  private func read(_ line: UnsafeBufferPointer<UInt8>) -> StoryReader.Element? {
    let hasMark = self.line == 1 && line.starts(with: [0xEF, 0xBB, 0xBF])
    guard var scanner = JSONScanner(line, position: hasMark ? 3 : 0) else { return nil }
    scanner.skipSpace()
    if scanner.isAtEnd { return nil }
    do throws(JSONFault) {
      let object = try StoryObject(&scanner)
      scanner.skipSpace()
      if !scanner.isAtEnd { throw JSONFault(.expectedEnd, at: scanner.position) }
      return place.element(object, id: "\(place.id):\(self.line)", line: self.line)
    } catch {
      if error.kind == .noText,
        let found = NewsJSON(pages: pages).read(Array(line), place: place, id: "\(place.id):\(self.line)")
      {
        waiting = found.reversed()
        return waiting.popLast()
      }
      return .problem(
        place.problem(
          line: self.line, column: Self.column(in: line, at: error.offset), error.what, help: error.help))
    }
  }

  /// The column of a byte: 1 and the count of code points before it.
  static func column(in line: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    1 + line.prefix(max(0, offset)).reduce(into: 0) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
  }
}

extension InputPlace {
  /// The story of an object, or what keeps its text from being one.
  func element(_ object: StoryObject, id: String, line: Int?) -> StoryReader.Element {
    if !TextSource.holdsText(object.text) {
      return .problem(
        problem(line: line, "the story's `text` is empty", help: "leave the story out, or give its text"))
    }
    if TextSource.holdsNUL(object.text) {
      return .problem(problem(line: line, "the story's `text` holds NUL bytes", help: "give plain text"))
    }
    return .story(object.story(path: path, defaultID: id))
  }
}
