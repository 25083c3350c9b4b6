import Foundation
import Testing

@testable import HearsayIngest

@Suite struct ByteSourceTests {
  private func lines(_ text: String, capacity: Int, limit: Int = 1 << 20) throws -> [String] {
    let folder = try TemporaryFolder()
    let file = try folder.write("lines", text)
    let descriptor = open(file, O_RDONLY)
    let source = ByteSource(descriptor: descriptor, limit: limit, capacity: capacity)
    var lines: [String] = []
    while true {
      switch source.nextLine() {
      case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
      case .tooLong: lines.append("(too long)")
      case .failed(let code): lines.append("(failed \(code))")
      case .end: return lines
      }
    }
  }

  @Test(arguments: [16, 17, 23, 64, 4096])
  func linesAreTheSameWhateverTheBuffer(_ capacity: Int) throws {
    let text = (0..<60).map { String(repeating: "x", count: $0 * 7 % 53) }.joined(separator: "\n")
    #expect(try lines(text, capacity: capacity) == text.components(separatedBy: "\n"))
  }

  @Test func aLastLineBreakEndsTheLastLine() throws {
    #expect(try lines("a\n\nb\n", capacity: 16) == ["a", "", "b"])
    #expect(try lines("", capacity: 16) == [])
  }

  @Test func aLineBeyondTheLimitIsSteppedOver() throws {
    let long = String(repeating: "y", count: 500)
    #expect(try lines("a\n\(long)\nb\n\(long)", capacity: 16, limit: 100) == ["a", "(too long)", "b", "(too long)"])
  }

  @Test func aFolderCannotBeReadAsAFile() throws {
    let folder = try TemporaryFolder()
    let source = ByteSource(descriptor: open(folder.path, O_RDONLY))
    guard case .failed(let code) = source.nextLine() else {
      Issue.record("reading a folder did not fail")
      return
    }
    #expect(code == EISDIR)
  }
}
