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

  let paths: [String]

  /// Never returns but by an error or a closed pipe.
  func run(_ body: () throws -> Void) throws {
    var last = Watch.state(of: paths)
    try body()
    while true {
      usleep(Watch.pause)
      let now = Watch.state(of: paths)
      guard now != last else { continue }
      // Once more, so that a file that is still being written is read when it is complete.
      usleep(Watch.pause)
      last = Watch.state(of: paths)
      try body()
    }
  }

  /// Sizes and times of the files, and of those directly in the folders.
  static func state(of paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      guard let mark = mark(path) else { return [path + " is missing"] }
      guard let stream = opendir(path) else { return [mark] }
      defer { closedir(stream) }
      var marks = [mark]
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if !name.hasPrefix("."), let mark = Watch.mark(path + "/" + name) { marks.append(mark) }
      }
      return marks.sorted()
    }
  }

  private static func mark(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return "\(path) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }
}
