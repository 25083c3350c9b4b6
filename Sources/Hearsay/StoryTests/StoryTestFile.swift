import HearsayDiagnostics
import HearsayText

/// Reads story tests out of a Markdown file.
///
/// Everything is prose but two kinds of fenced block: ` ```story `, and behind it ` ```expect `. A file may hold several
/// pairs; each is named after the heading above it. Other fenced blocks are prose too.
public struct StoryTestFile {
  private let file: SourceFile
  private var tests: [StoryTest] = []
  private var diagnostics: [Diagnostic] = []
  private var heading: String?
  /// A story that waits for what is expected of it.
  private var waiting: (story: String, location: SourceLocation)?

  /// The tests of a file in its order, and what is wrong with it.
  public static func read(_ file: SourceFile) -> ([StoryTest], [Diagnostic]) {
    var reader = StoryTestFile(file: file)
    reader.read()
    return (reader.tests, reader.diagnostics)
  }

  private init(file: SourceFile) { self.file = file }

  private mutating func read() {
    var line = 1
    while line <= file.lineStarts.count {
      let text = file.string(file.span(ofLine: line))
      if let fence = Fence(text) {
        let last = self.line(closing: fence, from: line + 1)
        take(fence, lines: line + 1..<last, opening: line)
        line = last + 1
        continue
      }
      if text.hasPrefix("#") {
        let title = text.drop { $0 == "#" }.trimmingSpaces()
        if !title.isEmpty { heading = title }
      }
      line += 1
    }
    if let waiting { report("S002", "nothing is expected of this story", waiting.location, Self.expectHelp) }
  }

  private static let expectHelp = "write a fenced block ```expect behind it, even if only with `no attribution`"

  /// The line of the closing fence; behind the last line when there is none, as Markdown has it.
  private func line(closing fence: Fence, from first: Int) -> Int {
    var line = first
    while line <= file.lineStarts.count, !fence.isClosed(by: file.string(file.span(ofLine: line))) { line += 1 }
    return line
  }

  private mutating func take(_ fence: Fence, lines: Range<Int>, opening: Int) {
    let location = SourceLocation(file, file.span(ofLine: opening))
    switch fence.word {
    case "story":
      if let waiting { report("S002", "nothing is expected of this story", waiting.location, Self.expectHelp) }
      let story = lines.map { file.string(file.span(ofLine: $0)) }.joined(separator: "\n") + "\n"
      waiting = (story, location)
    case "expect":
      guard let story = waiting else {
        return report("S001", "there is no story before this block", location, "the story stands in a block ```story")
      }
      waiting = nil
      var reader = ExpectationReader(file: file)
      reader.read(lines)
      diagnostics += reader.diagnostics
      tests.append(
        StoryTest(
          name: heading ?? file.path, location: story.location, story: story.story, expectations: reader.expectations))
    default: return
    }
  }

  private mutating func report(_ code: String, _ message: String, _ location: SourceLocation, _ help: String) {
    diagnostics.append(Diagnostic(code: code, message: message, primary: .init(location), help: help))
  }
}

/// The opening line of a fenced block: three or more backquotes or tildes, and a word.
private struct Fence {
  let mark: Character
  let length: Int
  let word: String

  init?(_ line: String) {
    let text = line.trimmingSpaces()
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let run = text.prefix { $0 == mark }
    guard run.count >= 3 else { return nil }
    self.mark = mark
    length = run.count
    word = text.dropFirst(length).trimmingSpaces().split(separator: " ").first.map(String.init) ?? ""
  }

  func isClosed(by line: String) -> Bool {
    let text = line.trimmingSpaces()
    return text.count >= length && text.allSatisfy { $0 == mark }
  }
}

extension StringProtocol {
  /// Without spaces and tabs at its edges.
  func trimmingSpaces() -> String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest = rest.dropFirst() }
    while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest = rest.dropLast() }
    return String(rest)
  }
}
