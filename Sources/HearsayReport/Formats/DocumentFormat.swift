import HearsayAttribution

/// One notation that a report can be written in: its name, the file endings that ask for it, and its writer.
///
/// `--format`, file endings, `--help` and the documents are made from `DocumentFormat.all`; nothing else lists formats.
public struct DocumentFormat: Sendable {
  /// A file that belongs to a report of several files.
  public struct File: Sendable {
    public var name: String
    public var bytes: [UInt8]
  }

  public let name: String
  /// Without the dot; longer endings win (`prov.json` before `json`).
  public let endings: [String]
  /// A few words for the help.
  public let summary: String
  public let write: @Sendable (SourcingReport, inout ByteBuffer) -> Void
  /// For formats with a file for each story; nil where one file holds everything.
  public let files: (@Sendable (SourcingReport) -> [File])?

  init(
    _ name: String, endings: [String], _ summary: String, files: (@Sendable (SourcingReport) -> [File])? = nil,
    write: @escaping @Sendable (SourcingReport, inout ByteBuffer) -> Void
  ) {
    self.name = name
    self.endings = endings
    self.summary = summary
    self.files = files
    self.write = write
  }

  public static func named(_ name: String) -> DocumentFormat? { all.first { $0.name == name } }

  /// The format that a file's name ends in.
  public static func of(path: String) -> DocumentFormat? {
    let lower = path.lowercased()
    var best: (format: DocumentFormat, length: Int)?
    for format in all {
      for ending in format.endings where lower.hasSuffix("." + ending) && ending.count > (best?.length ?? 0) {
        best = (format, ending.count)
      }
    }
    return best?.format
  }
}
