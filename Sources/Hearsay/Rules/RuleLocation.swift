#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the base rulebook is found.
///
/// An installed tool reads `<prefix>/share/hearsay/Rules`, and one that was built in a checkout reads the checkout's `Rules`:
/// whoever edits a rule there sees it work at once. Elsewhere the rules are those that are built in.
public enum RuleLocation {
  /// The folder beside the executable, if there is one.
  public static func besideExecutable() -> String? {
    guard let executable = executablePath() else { return nil }
    return folder(forExecutable: executable, isFolder: RuleFolder.isFolder, isFile: { access($0, R_OK) == 0 })
  }

  /// A path as a person in the working folder would write it.
  public static func shortened(_ path: String) -> String {
    guard let working = getcwd(nil, 0) else { return path }
    defer { free(working) }
    let prefix = String(cString: working) + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// Separate from the file system, so that it can be tested.
  static func folder(
    forExecutable path: String, isFolder: (String) -> Bool, isFile: (String) -> Bool
  ) -> String? {
    var folder = parent(path)
    let installed = parent(folder) + "/share/hearsay/Rules"
    if isFolder(installed) { return installed }
    while folder != "/", !folder.isEmpty {
      if isFile(folder + "/Package.swift"), isFolder(folder + "/Rules") { return folder + "/Rules" }
      folder = parent(folder)
    }
    return nil
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// With links resolved.
  /// What tells this build of the program from any other: the size of its file and when it was written.
  static func identity() -> String? {
    var status = stat()
    guard let executable = executablePath(), stat(executable, &status) == 0 else { return nil }
    return "\(status.st_size) \(modified(status))"
  }

  /// When a file was written, in nanoseconds since 1970.
  static func modified(_ status: stat) -> Int {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }

  private static func executablePath() -> String? {
    #if canImport(Darwin)
      var size: UInt32 = 4096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      let path = buffer
    #else
      let path: [CChar] = Array("/proc/self/exe".utf8CString)
    #endif
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
