/// What the user allows or asks of the reading, beside the names of the inputs.
public struct ReadingOptions: Sendable {
  /// Whether pages may be fetched from this machine and its private network.
  public var allowsLocalAddresses: Bool
  /// Where in a web archive to begin.
  public var archiveStart: ArchiveOffset
  /// How many threads may inflate the members of a compressed archive; what is read is the same for any number.
  public var jobs: Int

  public init(allowsLocalAddresses: Bool = false, archiveStart: ArchiveOffset = ArchiveOffset(0), jobs: Int = 1) {
    self.allowsLocalAddresses = allowsLocalAddresses
    self.archiveStart = archiveStart
    self.jobs = jobs
  }
}
