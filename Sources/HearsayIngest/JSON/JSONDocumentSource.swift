import HearsayStory
import HearsayText

/// A JSON file that is one story object, or an array of them, which may go over many lines.
///
/// The scanner stops at the first fault: without line borders there is no safe place to go on from.
final class JSONDocumentSource: ImmediateSource {
  private let bytes: [UInt8]
  private let place: InputPlace
  private var position: Int
  private var stories = 0
  private var state = State.start

  private enum State { case start, inArray, done }

  init(_ bytes: [UInt8], _ place: InputPlace) {
    self.bytes = bytes
    self.place = place
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Whether the value, or the first of an array, is an object with `text`: a story as this project writes it.
  static func holdsStories(_ bytes: [UInt8]) -> Bool {
    let tree = JSONTree(
      Array(bytes.prefix(ContentKind.headLength)), from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    guard !tree.isEmpty, let first = tree.elements(0).first else { return true }
    return tree.nodes[first].kind != .object || tree.member(first, "text") != nil
  }

  func next() -> StoryReader.Element? {
    guard state != .done else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      guard var scanner = JSONScanner(bytes, position: position) else { return nil }
      defer { position = scanner.position }
      do throws(JSONFault) {
        return try read(&scanner)
      } catch {
        // An array's element that is whole JSON and no story leaves the scanner behind it.
        if state != .inArray || error.kind != .noText { state = .done }
        return .problem(problem(error, bytes))
      }
    }
  }

  private func read(_ scanner: inout JSONScanner) throws(JSONFault) -> StoryReader.Element? {
    switch state {
    case .done: return nil
    case .start:
      if !scanner.take(.openBracket) {
        scanner.skipSpace()
        let object = try StoryObject(&scanner)
        try finish(&scanner)
        return place.element(object, id: place.id, line: nil)
      }
      state = .inArray
      if scanner.take(.closeBracket) { return try close(&scanner) }
    case .inArray:
      if scanner.take(.closeBracket) { return try close(&scanner) }
      guard scanner.take(.comma) else { throw JSONFault(.expectedCommaOrBracket, at: scanner.position) }
    }
    scanner.skipSpace()
    stories += 1
    let object = try StoryObject(&scanner)
    return place.element(object, id: "\(place.id):\(stories)", line: nil)
  }

  private func close(_ scanner: inout JSONScanner) throws(JSONFault) -> StoryReader.Element? {
    try finish(&scanner)
    guard stories == 0 else { return nil }
    return .problem(place.problem("no story in this input", help: "the array is to hold story objects"))
  }

  private func finish(_ scanner: inout JSONScanner) throws(JSONFault) {
    state = .done
    scanner.skipSpace()
    if !scanner.isAtEnd { throw JSONFault(.expectedEnd, at: scanner.position) }
  }

  private func problem(_ fault: JSONFault, _ bytes: UnsafeBufferPointer<UInt8>) -> InputProblem {
    let before = bytes.prefix(max(0, fault.offset))
    let line = before.reduce(into: 1) { $0 += $1 == 0x0A ? 1 : 0 }
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = JSONLinesSource.column(
      in: UnsafeBufferPointer(rebasing: bytes[lineStart...]), at: fault.offset - lineStart)
    return place.problem(line: line, column: column, fault.what, help: fault.help)
  }
}
