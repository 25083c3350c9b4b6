import HearsayText

/// What two stories have word for word in common, quoted speech left out.
///
/// A shared quotation is a shared speaker, not a shared report, so it never makes two stories copies of one another.
public struct SharedText: Hashable, Sendable {
  /// How much of the shorter story the other one has.
  public enum Extent: String, Sendable {
    /// One text, verbatim, cut or lightly edited: it counts once.
    case derived
    /// Some of one stands in the other: only what lies inside the matched spans counts once.
    case partial
  }

  /// The same words in both stories, as bytes of each one's text.
  public struct Match: Hashable, Sendable {
    public var a: Span
    public var b: Span
    public init(a: Span, b: Span) {
      self.a = a
      self.b = b
    }
  }

  /// Places in the list of stories; `a` is below `b`.
  public var a: Int
  public var b: Int
  public var extent: Extent
  /// How many of the shorter story's own words the other one has, in thousandths.
  public var share: Int
  /// In the order of `a`'s text.
  public var matches: [Match]

  public init(a: Int, b: Int, extent: Extent, share: Int = 0, matches: [Match]) {
    self.a = a
    self.b = b
    self.extent = extent
    self.share = share
    self.matches = matches
  }
}
