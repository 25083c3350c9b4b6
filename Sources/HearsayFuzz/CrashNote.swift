#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Says, when the process dies, which case killed it and how to run that case alone.
///
/// A signal handler may do next to nothing, so the sentence is written into fixed memory before each case.
enum CrashNote {
  /// Seconds after which a case counts as hanging.
  static let patience: UInt32 = 20
  private static let size = 512
  /// Written by one thread between cases and read by the handler, which runs when that thread has stopped.
  nonisolated(unsafe) private static let note = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
  nonisolated(unsafe) private static var length = 0
  /// Only the command takes notes: tests run several targets at once, and one alarm clock would not do for them.
  nonisolated(unsafe) private static var isInstalled = false

  static func install() {
    isInstalled = true
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGALRM] {
      Self.handle(signal)
    }
  }

  private static func handle(_ number: Int32) {
    signal(number) { number in
      _ = write(STDERR_FILENO, CrashNote.note, CrashNote.length)
      // Dies of it after all, so that a backtrace can be had.
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  /// To be called before each case.
  static func begin(_ target: String, seed: UInt64, case number: Int) {
    guard isInstalled else { return }
    let text =
      "error: `\(target)` died or hung at case \(number)\n"
      + "  = help: HearsayFuzz --target \(target) --seed \(seed) --case \(number) runs it alone; --save FILE keeps its bytes\n"
    length = 0
    for byte in text.utf8.prefix(size) {
      note[length] = byte
      length += 1
    }
    alarm(patience)
  }

  static func end() {
    if isInstalled { alarm(0) }
  }
}
