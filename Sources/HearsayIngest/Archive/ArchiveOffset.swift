/// A place in a web archive: a byte of the file and, where the archive is compressed, a byte of what is packed there.
///
/// Archives are written with one gzip member a record, so that `inner` is 0 and the place is one number. Where all records
/// are in one member, `inner` tells them apart.
public struct ArchiveOffset: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Of the plain file, or of the gzip member, in bytes from the beginning.
  public var file: Int
  /// Inflated bytes from the beginning of the member; 0 in plain files.
  public var inner: Int

  public init(_ file: Int, inner: Int = 0) {
    self.file = file
    self.inner = inner
  }

  /// Reads what `description` writes: `8412`, or `0+490045`.
  public init?(_ text: String) {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let file = Int(parts[0]), let inner = parts.count == 2 ? Int(parts[1]) : 0
    else { return nil }
    self.init(file, inner: inner)
  }

  public var description: String { inner == 0 ? "\(file)" : "\(file)+\(inner)" }

  public static func < (a: ArchiveOffset, b: ArchiveOffset) -> Bool { (a.file, a.inner) < (b.file, b.inner) }
}
