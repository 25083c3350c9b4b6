import Foundation
import HearsayDiagnostics
import Testing

@testable import HearsayRules

/// Each code has a bad file in Fixtures/diagnostics and beside it what is said about it, to the letter.
///
/// `HEARSAY_RECORD=1 swift test --filter GoldenDiagnostics` writes the expected texts anew.
@Suite struct GoldenDiagnosticsTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/diagnostics")

  static var cases: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".rules") }.map { String($0.dropLast(6)) }.sorted()
  }

  @Test(arguments: cases) func saysWhatIsExpected(_ name: String) throws {
    let files = try Self.files(name)
    let found = RuleSet.parse(files: files).1
    #expect(found.contains { $0.code == name.prefix(4) }, "the file shows another problem than its name says")
    let expectedFile = Self.folder.appendingPathComponent(name + ".expected")
    let text = Self.text(found)
    if ProcessInfo.processInfo.environment["HEARSAY_RECORD"] == "1", ProcessInfo.processInfo.environment["CI"] == nil {
      try text.write(to: expectedFile, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: expectedFile, encoding: .utf8))
  }

  @Test(arguments: RuleCode.allCases) func everyCodeHasAPair(_ code: RuleCode) {
    #expect(Self.cases.contains { $0.hasPrefix(code.rawValue + "-") })
  }

  @Test func everyExpectedTextHasAFile() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let expected = names.filter { $0.hasSuffix(".expected") }.map { String($0.dropLast(9)) }
    #expect(expected.sorted() == Self.cases)
  }

  /// One file, or several where lines `#: path` stand between them.
  private static func files(_ name: String) throws -> [RuleFile] {
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name + ".rules")))
    guard bytes.starts(with: Array("#: ".utf8)) else { return [RuleFile(path: name + ".rules", bytes: bytes)] }
    return String(decoding: bytes, as: UTF8.self).components(separatedBy: "#: ").dropFirst().map { part in
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      return RuleFile(path: String(lines[0]), text: lines.count > 1 ? String(lines[1]) : "")
    }
  }

  /// Of a long list the first two and the last.
  private static func text(_ found: [Diagnostic]) -> String {
    let renderer = DiagnosticRenderer()
    guard found.count > 30 else { return renderer.render(found) }
    return renderer.render(Array(found.prefix(2))) + "\n(\(found.count - 3) more)\n\n"
      + renderer.render(Array(found.suffix(1)))
  }
}
