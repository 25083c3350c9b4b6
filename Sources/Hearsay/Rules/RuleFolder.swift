#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads the `.rules` files of a folder and of all folders below it, in the order of their paths' bytes.
public enum RuleFolder {
  public typealias File = (path: String, bytes: [UInt8])

  /// Why a folder's rules can't be read.
  public struct Problem: Error, Equatable {
    public let path: String
    /// Lower case, no full stop.
    public let what: String
  }

  /// - Parameters:
  ///   - path: A folder, or one file whatever it is called.
  ///   - endings: The files of a folder that are read.
  public static func read(_ path: String, endings: [String] = [".rules"]) throws(Problem) -> [File] {
    guard let kind = kind(of: path) else { throw problem(path) }
    if kind != S_IFDIR { return [(path, try bytes(of: path))] }
    var files: [File] = []
    // Folders still to be read, the next one last. Links are followed; a loop ends because paths can't grow for ever.
    var folders = [trimmed(path)]
    while let folder = folders.popLast() {
      guard folder.utf8.count < maxPath else { throw Problem(path: folder, what: "links lead round in a circle") }
      for name in try names(in: folder) {
        let path = folder + "/" + name
        switch self.kind(of: path) {
        case S_IFDIR?: folders.append(path)
        case S_IFREG? where endings.contains { name.hasSuffix($0) }: files.append((path, try bytes(of: path)))
        default: continue
        }
      }
    }
    if files.isEmpty {
      throw Problem(path: path, what: "there are no \(endings.joined(separator: " or ")) files in this folder")
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  public static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  private static let maxPath = 1024

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static func names(in folder: String) throws(Problem) -> [String] {
    guard let stream = opendir(folder) else { throw problem(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  static func bytes(of path: String) throws(Problem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path) }
    defer { close(descriptor) }
    var status = stat()
    var bytes: [UInt8] = []
    if fstat(descriptor, &status) == 0, status.st_size > 0 { bytes.reserveCapacity(Int(status.st_size) + 1) }
    let failed: Bool = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      while true {
        let count = readBytes(descriptor, chunk)
        if count > 0 {
          bytes.append(contentsOf: chunk[..<count])
        } else if count == 0 {
          return false
        } else if errno != EINTR {
          return true
        }
      }
    }
    if failed { throw problem(path) }
    return bytes
  }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  private static func problem(_ path: String) -> Problem {
    let text = String(cString: strerror(errno))
    return Problem(path: path, what: "cannot be read: " + text.prefix(1).lowercased() + text.dropFirst())
  }
}

/// Outside the type, which has a `read` of its own.
private func readBytes(_ descriptor: Int32, _ chunk: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, chunk.baseAddress, chunk.count)
}
