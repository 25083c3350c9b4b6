import HearsayIngest

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// `--watch`: does the work again whenever one of the inputs has changed, until it is interrupted.
struct Watch {
  /// Short enough not to be felt, long enough for an editor to have written the whole file.
  private static let pause: UInt32 = 200_000

  let inputs: [String]
  /// What the work itself writes: its change is no reason to do it again.
  let output: String?

  /// Fails where there is nothing that could change under the eyes of the user: a typing mistake would wait for ever.
  static func check(_ inputs: [String]) throws(UsageError) {
    for input in inputs where input == "-" || input.hasPrefix("http://") || input.hasPrefix("https://") {
      let what = input == "-" ? "standard input" : "`\(input)`"
      throw UsageError("\(what) can't be watched", help: "`--watch` takes files and folders")
    }
    guard inputs.contains(where: { access($0, F_OK) == 0 }) else {
      throw UsageError(
        inputs.isEmpty ? "nothing to watch was named" : "there is no `\(inputs[0])` to watch",
        help: "`--watch` takes files and folders that are there")
    }
  }

  /// Never returns but by an error or a closed pipe.
  ///
  /// - Parameter told: Takes what has changed, before the work is done again.
  func run(_ body: () throws -> Void, told: (String) -> Void) throws {
    var last = state()
    try body()
    while true {
      usleep(Watch.pause)
      let now = state()
      guard now != last else { continue }
      // Once more, so that a file that is still being written is read when it is complete.
      usleep(Watch.pause)
      let settled = state()
      told(Watch.difference(last, settled))
      last = settled
      try body()
    }
  }

  /// Sizes and times of all files, folders walked, by path.
  func state() -> [String: String] {
    var marks: [String: String] = [:]
    for path in InputFiles.paths(inputs) where path != output { marks[path] = Watch.mark(path) }
    return marks
  }

  /// What to say of two states: the one file that differs, or how many do.
  static func difference(_ old: [String: String], _ new: [String: String]) -> String {
    let paths = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    guard let first = paths.first else { return "a file has changed and is as before" }
    guard paths.count == 1 else { return "\(paths.count) files have changed" }
    if old[first] == nil { return "\(first) is new" }
    return new[first] == nil ? "\(first) is gone" : "\(first) has changed"
  }

  private static func mark(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(status.st_size) \(time.tv_sec).\(time.tv_nsec) \(status.st_ino)"
  }
}
