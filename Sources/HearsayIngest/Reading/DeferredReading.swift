/// Bytes that have been read and are still to be made into stories: the costly part of reading a page.
///
/// One thread reads an input's bytes in their order; decoding, HTML and all that follows can run on many.
public struct DeferredReading: Sendable {
  /// How many bytes wait in it.
  public let size: Int
  private let work: @Sendable () -> [StoryReader.Element]

  public init(size: Int, _ work: @escaping @Sendable () -> [StoryReader.Element]) {
    self.size = size
    self.work = work
  }

  /// - Returns: The stories and problems, in the order of the input.
  public func read() -> [StoryReader.Element] { work() }
}
