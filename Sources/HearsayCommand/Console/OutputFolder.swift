import HearsayReport

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A folder that takes the files of a report; made where it is missing.
struct OutputFolder {
  private let path: String

  /// Whether `-o` names a folder: one that is there, or a path with a slash at its end.
  static func isNamed(_ path: String) -> Bool {
    var status = stat()
    return path.hasSuffix("/") || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  init(_ path: String) throws(Failure) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw Failure(
        "cannot make the folder `\(path)`: \(systemMessage())", help: "is there such a place, and is it yours?")
    }
  }

  func write(_ files: [DocumentFormat.File]) throws(Failure) {
    for file in files {
      let output = try Output.file(path + file.name)
      let result = file.bytes.withUnsafeBufferPointer { bytes in
        Result { () throws(Failure) in
          try output.write(bytes)
          try output.flush()
        }
      }
      try result.get()
    }
  }
}
