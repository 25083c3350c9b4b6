import HearsayDiagnostics
import HearsayIngest
import HearsayRules

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Keeps the compiled form of rulebooks in a folder of the user's, so that a run begins in a fraction of the time.
///
/// An image is found by a digest of the rules' bytes and of the program itself (its size and the time when it was built), so
/// that neither a changed rule nor a new version ever meets an old image. A cache that can't be read or written is as good as
/// none, and nobody is told: the rules are compiled.
public struct RuleCache: Sendable {
  /// Images are some four megabytes; those that were used longest ago make room.
  static let mostImages = 6

  let folder: String
  private let program: String

  /// - Parameters:
  ///   - folder: Made when it is needed, for the user alone.
  ///   - program: What tells one build of the program from another.
  init(folder: String, program: String) {
    self.folder = folder
    self.program = program
  }

  /// The cache in `XDG_CACHE_HOME`, or in `~/.cache` (XDG Base Directory Specification 0.8); nil where there is no such
  /// folder, and when `HEARSAY_CACHE` is `off`.
  public init?(environment: (String) -> String?) {
    guard environment("HEARSAY_CACHE") != "off", let program = RuleLocation.identity() else { return nil }
    func folder(_ name: String, _ below: String) -> String? {
      environment(name).flatMap { $0.hasPrefix("/") ? $0 + below : nil }
    }
    guard let base = folder("XDG_CACHE_HOME", "/hearsay") ?? folder("HOME", "/.cache/hearsay") else { return nil }
    self.init(folder: base, program: program)
  }

  /// Like `Rulebook.load`, with the compiled form that an earlier run left here.
  public func load(
    files: [RuleFolder.File], running: Set<Rule.Status> = [.stable]
  ) -> (Rulebook?, [Diagnostic]) {
    let path = folder + "/" + name(files, running)
    if let image = try? RuleFolder.bytes(of: path) {
      // Its time says when it was last of use.
      utimes(path, nil)
      return Rulebook.load(files: files, running: running, image: image)
    }
    let (rulebook, diagnostics) = Rulebook.load(files: files, running: running)
    if let rulebook { keep(rulebook.image(), at: path) }
    return (rulebook, diagnostics)
  }

  private func name(_ files: [RuleFolder.File], _ running: Set<Rule.Status>) -> String {
    var key = Array(program.utf8)
    key.append(contentsOf: running.map { "\($0)" }.sorted().joined(separator: ",").utf8)
    for file in files {
      // What belongs to which file must show in the key.
      key.append(contentsOf: "\n\(file.bytes.count)\n".utf8)
      key += file.bytes
    }
    return SHA256.hexadecimal(key) + Self.ending
  }

  private static let ending = ".rules-image"

  /// Whole or not at all: other runs may read meanwhile.
  private func keep(_ image: [UInt8], at path: String) {
    makeFolders()
    var template = Array((folder + "/new-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { return }
    let isWritten = image.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
    close(descriptor)
    if !isWritten || rename(template, path) != 0 { unlink(template) }
    makeRoom()
  }

  /// The cache's folder and the one above it, which is made where nothing has been kept yet.
  private func makeFolders() {
    guard let cut = folder.lastIndex(of: "/") else { return }
    mkdir(String(folder[..<cut]), 0o700)
    mkdir(folder, 0o700)
  }

  private func makeRoom() {
    guard let names = try? RuleFolder.names(in: folder) else { return }
    let images = names.filter { $0.hasSuffix(Self.ending) }.compactMap { name -> (path: String, used: Int)? in
      var status = stat()
      let path = folder + "/" + name
      return stat(path, &status) == 0 ? (path, RuleLocation.modified(status)) : nil
    }
    for image in images.sorted(by: { ($0.used, $0.path) > ($1.used, $1.path) }).dropFirst(Self.mostImages) {
      unlink(image.path)
    }
  }
}
