import HearsayIngest

/// One line on a terminal that says how far a long input has been read; where standard error is no terminal, nothing.
///
/// The clock decides only when the line is written again, never what is printed as a result.
struct ProgressLine {
  private static let pause = Duration.milliseconds(200)

  private let console: Console
  private let isWanted: Bool
  private var last: ContinuousClock.Instant
  private var isShown = false

  /// - Parameter output: Where results go; on a terminal they show the progress themselves.
  init(_ console: Console, _ output: Output, isQuiet: Bool) {
    self.console = console
    isWanted = console.messages.isTerminal && !output.isTerminal && !isQuiet
    last = .now
  }

  mutating func show(_ progress: ReadingProgress) {
    guard isWanted, .now - last >= Self.pause else { return }
    last = .now
    isShown = true
    console.show("\r\u{1B}[K" + Self.text(progress))
  }

  /// Takes the line away, so that a message or a result can stand there.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    console.show("\r\u{1B}[K")
  }

  /// `news.warc.gz: 12.4 of 180.2 MB, 1520 pages; resumes at 12388120`.
  static func text(_ progress: ReadingProgress) -> String {
    let size = progress.size.map { " of \(megabytes($0))" } ?? ""
    return "\(progress.path): \(megabytes(progress.bytesRead))\(size) MB, \(progress.pages) pages; "
      + "resumes at \(progress.resume)"
  }

  private static func megabytes(_ bytes: Int) -> String { "\(bytes / 1_000_000).\(bytes / 100_000 % 10)" }
}
