import Foundation

/// The checkout that the tests were built from: its fixtures, its rules, its documents.
public enum Checkout {
  public static let top = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  public static func file(_ path: String) -> URL { top.appendingPathComponent(path) }

  public static func text(_ path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }

  /// The names of the files in a folder that end so, without the ending, in order; none where the folder is missing.
  public static func names(in folder: String, ending: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: file(folder).path)) ?? []
    return all.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  public static func write(_ text: String, to path: String) throws {
    let url = file(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  public static func remove(_ path: String) throws { try FileManager.default.removeItem(at: file(path)) }

  /// Whether what is expected is to be written anew: HEARSAY_RECORD=1, and never in CI, which would agree with anything.
  public static var isRecording: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["HEARSAY_RECORD"] == "1" && environment["CI"] == nil
  }
}
