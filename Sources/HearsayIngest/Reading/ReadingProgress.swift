/// How far a long input has been read.
public struct ReadingProgress: Sendable {
  /// The input as the user named it.
  public var path: String
  /// In the file's own bytes, before they were inflated.
  public var bytesRead: Int
  /// Nil for a pipe.
  public var size: Int?
  public var pages: Int
  /// Where the reading can go on: `--from-offset`.
  public var resume: ArchiveOffset

  public init(path: String, bytesRead: Int, size: Int?, pages: Int, resume: ArchiveOffset) {
    self.path = path
    self.bytesRead = bytesRead
    self.size = size
    self.pages = pages
    self.resume = resume
  }
}
