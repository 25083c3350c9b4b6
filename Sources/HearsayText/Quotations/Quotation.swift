/// Words between quotation marks, by token.
public struct Quotation: Hashable, Sendable {
  /// The opening mark.
  public var open: Int
  /// The closing mark; nil where it is missing, and the quotation reaches to the end of its block or to the mark that opens
  /// the next one.
  public var close: Int?
  /// What stands between the marks.
  public var inner: Range<Int>
  /// How many quotations it stands in.
  public var depth: Int
  /// The next block goes on with it: this one ends without a closing mark and the next begins with an opening one.
  public var isContinued: Bool

  public init(open: Int, close: Int?, inner: Range<Int>, depth: Int = 0, isContinued: Bool = false) {
    self.open = open
    self.close = close
    self.inner = inner
    self.depth = depth
    self.isContinued = isContinued
  }

  /// The quotation with its marks.
  public var tokens: Range<Int> { open..<(close.map { $0 + 1 } ?? inner.upperBound) }
}
