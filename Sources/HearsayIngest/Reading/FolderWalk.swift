#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files behind what the user named, one at a time: folders are walked depth first in the order of their names'
/// bytes, hidden files and files that are no stories by their ending are passed over.
///
/// Below one input a folder is read once, whichever links lead to it, so that a loop ends.
struct FolderWalk {
  enum Step {
    case file(String)
    /// A page on the web.
    case address(String)
    case problem(InputProblem)
  }

  /// Endings that a folder's file must have to be taken, with `.gz` behind them or not; a file that the user names is always taken.
  static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "json", "jsonl", "ndjson", "html", "htm", "xhtml", "xml", "rss", "atom",
    "warc",
  ]

  private enum Pending {
    case named(String)
    case found(String)
    /// All of a named folder has been read; the count of files before it tells whether there were any.
    case endOfFolder(String, filesBefore: Int)
  }

  private struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  /// What is still to do, the next at the end.
  private var pending: [Pending]
  private var seen: Set<Identity> = []
  private var files = 0

  init(_ inputs: [String]) {
    pending = inputs.reversed().map { .named($0) }
  }

  mutating func next() -> Step? {
    while let step = pending.popLast() {
      switch step {
      case .named(let path):
        seen.removeAll()
        if path == "-" {
          files += 1
          return .file(path)
        }
        if PageAddress.isAddress(path) { return .address(path) }
        if let result = visit(path, isNamed: true) { return result }
      case .found(let path):
        if let result = visit(path, isNamed: false) { return result }
      case .endOfFolder(let path, let filesBefore):
        if files == filesBefore {
          return .problem(
            InputProblem(
              path: path, what: "no stories in this folder",
              help: "a story is a file that ends in .txt, .md, .json or .jsonl; name other files one by one"))
        }
      }
    }
    return nil
  }

  private mutating func visit(_ path: String, isNamed: Bool) -> Step? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      return .problem(Self.problem(opening: path, SystemError(code: errno)))
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      if !isNamed, !Self.looksLikeStory(path) { return nil }
      files += 1
      return .file(path)
    }
    let identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino))
    guard seen.insert(identity).inserted else {
      return .problem(
        InputProblem(
          path: path, what: "this folder was already read",
          help: "a link leads back to it; its stories are counted once"))
    }
    switch Self.entries(of: path) {
    case .failure(let error): return .problem(Self.problem(opening: path, error))
    case .success(let names):
      if isNamed { pending.append(.endOfFolder(path, filesBefore: files)) }
      let folder = path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
      for name in names.reversed() { pending.append(.found(folder + name)) }
      return nil
    }
  }

  private static func looksLikeStory(_ path: String) -> Bool {
    endings.contains(FileName.ending(FileName.unpacked(path)))
  }

  /// The names in a folder in the order of their bytes, without the hidden ones.
  private static func entries(of path: String) -> Result<[String], SystemError> {
    guard let folder = opendir(path) else { return .failure(SystemError(code: errno)) }
    defer { closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { field in Array(field.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return .success(names.map { String(decoding: $0, as: UTF8.self) })
  }

  static func problem(opening path: String, _ error: SystemError) -> InputProblem {
    switch error.code {
    case ENOENT:
      if path.contains("://") {
        return InputProblem(
          path: path, what: "only http and https addresses are fetched", help: "name the file itself, without a scheme")
      }
      return InputProblem(path: path, what: "no such file or folder", help: "is the name spelt right?")
    case EACCES, EPERM:
      return InputProblem(
        path: path, what: "cannot be read: permission denied", help: "give yourself the right to read it")
    case ELOOP:
      return InputProblem(
        path: path, what: "this link leads back to itself", help: "remove the link, or name its target")
    default:
      return InputProblem(path: path, what: "cannot be read: \(error.message)", help: nil)
    }
  }
}

/// The parts of a path that ingestion looks at.
enum FileName {
  static func name(_ path: String) -> String {
    let trimmed = path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path
    guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return trimmed }
    return String(trimmed[trimmed.utf8.index(after: slash)...])
  }

  /// The name that a file had before it was compressed: `page.html` for `page.html.gz`.
  static func unpacked(_ path: String) -> String {
    ["gz", "gzip"].contains(ending(path)) ? String(path[..<(path.lastIndex(of: ".") ?? path.endIndex)]) : path
  }

  /// The ending without its dot, in lower case; empty where there is none.
  static func ending(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
    return name[name.utf8.index(after: dot)...].lowercased()
  }
}
