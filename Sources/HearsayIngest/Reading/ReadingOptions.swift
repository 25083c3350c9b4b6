/// What the user allows or asks of the reading, beside the names of the inputs.
public struct ReadingOptions: Sendable {
  /// Whether pages may be fetched from this machine and its private network.
  public var allowsLocalAddresses: Bool
  /// Where in a web archive to begin.
  public var archiveStart: ArchiveOffset

  public init(allowsLocalAddresses: Bool = false, archiveStart: ArchiveOffset = ArchiveOffset(0)) {
    self.allowsLocalAddresses = allowsLocalAddresses
    self.archiveStart = archiveStart
  }
}
