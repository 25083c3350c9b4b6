import Foundation
import HearsayStory

@testable import HearsayIngest

/// A folder that goes away with its test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/hearsay-ingest-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders on its way, and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }
}

/// What a reader yields, sorted into stories and problems.
struct Reading {
  var stories: [Story] = []
  var problems: [InputProblem] = []

  init(_ inputs: String...) { self.init(inputs) }

  init(_ inputs: [String], options: ReadingOptions = ReadingOptions()) {
    for element in StoryReader(inputs, options: options) {
      switch element {
      case .story(let story): stories.append(story)
      case .problem(let problem): problems.append(problem)
      }
    }
  }
}
