#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folder that the command runs in, and those above it.
enum WorkingFolder {
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The first file of this name in the working folder or above it, as a person there would write it.
  static func nearest(_ name: String) -> String? {
    guard let working = getcwd(nil, 0) else { return nil }
    defer { free(working) }
    var folder = String(cString: working)
    var path = name
    while true {
      if isFile(folder + "/" + name) { return path }
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
      folder = slash == folder.startIndex ? "" : String(folder[..<slash])
      if folder.isEmpty, !isFile("/" + name) { return nil }
      path = "../" + path
    }
  }
}
