/// The pages of a web archive as their servers sent them, with all encodings undone and nothing read of their markup.
///
/// For those who want the pages and not the stories, and for measuring what reading an archive costs by itself. What is
/// wrong with the archive is not told; `StoryReader` tells it.
public final class ArchivePages: Sequence, IteratorProtocol {
  public struct Page: Sendable {
    public var place: ArchiveOffset
    /// Where it was fetched.
    public var address: String?
    public var bytes: [UInt8]
  }

  private let source: ArchiveSource

  /// - Returns: Nil where the file can't be opened.
  public init?(_ path: String) {
    guard case .success(let bytes) = ByteSource.open(path) else { return nil }
    let isCompressed = bytes.peek(2).elementsEqual([0x1F, 0x8B])
    source = ArchiveSource(ArchiveStream(bytes, isCompressed: isCompressed), InputPlace(argument: path))
  }

  public func next() -> Page? {
    guard let page = source.nextPage() else { return nil }
    return Page(
      place: page.place, address: page.target, bytes: BodyDecoder.decode(page.body, claims: page.claims).bytes)
  }
}
