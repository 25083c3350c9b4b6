/// A half-open range of UTF-8 byte offsets into one immutable `SourceText`.
///
/// Inside Hearsay every place is a `Span`; code points, UTF-16 units, lines and columns are worked out on demand by
/// `SourceText`. Text is never found again by searching for it.
public struct Span: Hashable, Comparable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset behind the last byte; never below `start`.
  public var end: Int

  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end < start ? start : end
  }

  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { end == start }
  @inlinable public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  @inlinable public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  @inlinable public static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
