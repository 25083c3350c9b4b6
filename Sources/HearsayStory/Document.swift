import HearsayText

/// A story cut into blocks, sentences and tokens: what the analysis reads.
public struct Document: Sendable {
  public let story: Story
  /// Every byte of the text that holds words belongs to one block, in the order of the text.
  public var blocks: [Block]
  public var headline: Span?
  public var byline: [String]
  /// The place line that opens a wire story ("KYIV, Ukraine (AP) —").
  public var dateline: Span?
  /// `YYYY-MM-DD` where it is known.
  public var published: String?
  public var publisher: Publisher?
  public var language: String

  public var text: SourceText { story.text }
}
