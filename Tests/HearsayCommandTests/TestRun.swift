import Foundation

@testable import HearsayCommand

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Runs the command in the test's process, with its output kept.
struct TestRun {
  let code: ExitCode
  let results: String
  let messages: String

  init(_ words: String..., environment: [String: String] = [:]) { self.init(words: words, environment: environment) }

  init(words: [String], environment: [String: String] = [:]) {
    let console = Console(
      results: .memory(), messages: .memory(), environment: { environment[$0] }, inputIsWaiting: false)
    code = HearsayCommand.run(words, console)
    results = console.results.written
    messages = console.messages.written
  }
}

/// A folder with files, removed when the value dies.
final class TestFolder {
  let path: String
  private var files: [String] = []

  init(_ contents: [String: String]) {
    var template = Array((NSTemporaryDirectory() + "hearsay-test-XXXXXX").utf8CString)
    mkdtemp(&template)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    for (name, text) in contents.sorted(by: { $0.key < $1.key }) { write(name, text) }
  }

  func write(_ name: String, _ text: String) {
    let file = path + "/" + name
    guard let stream = fopen(file, "w") else { return }
    fwrite(text, 1, text.utf8.count, stream)
    fclose(stream)
    files.append(file)
  }

  func read(_ name: String) -> String? {
    guard let stream = fopen(path + "/" + name, "r") else { return nil }
    defer { fclose(stream) }
    files.append(path + "/" + name)
    var text = ""
    while let line = readLine(from: stream) { text += line }
    return text
  }

  private func readLine(from stream: UnsafeMutablePointer<FILE>) -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var size = 0
    defer { free(line) }
    guard getline(&line, &size, stream) > 0, let line else { return nil }
    return String(cString: line)
  }

  deinit {
    for file in files { unlink(file) }
    rmdir(path)
  }
}
