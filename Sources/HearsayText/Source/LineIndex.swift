/// Lines and columns of a text, for people (code points) and for editors (UTF-16).
///
/// A line ends at LF, CR or CRLF. Lines and columns count from 1. Columns come from a `CodePointIndex`, so that a
/// question about the end of a line of 50 MB costs no more than one about its start.
public struct LineIndex: Sendable {
  /// A place in a text as people name it.
  public struct Position: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The byte at which each line begins; never empty.
  public let lineStarts: [Int]
  private let codePoints: CodePointIndex
  private let bytes: [UInt8]

  public init(_ text: SourceText) { self.init(text, codePoints: CodePointIndex(text)) }

  /// Shares an index that was built for the same text.
  public init(_ text: SourceText, codePoints: CodePointIndex) {
    var starts = [0]
    text.bytes.withUnsafeBufferPointer { p in
      for i in 0..<p.count {
        if p[i] == 0x0A || (p[i] == 0x0D && (i + 1 == p.count || p[i + 1] != 0x0A)) { starts.append(i + 1) }
      }
    }
    lineStarts = starts
    bytes = text.bytes
    self.codePoints = codePoints
  }

  /// The number of lines; a text that ends in a line break has an empty last line.
  public var lineCount: Int { lineStarts.count }

  /// The line (from 1) that holds a byte offset.
  public func line(ofByte offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// Line and column in code points.
  public func position(ofByte offset: Int) -> Position {
    let line = line(ofByte: offset)
    let start = codePoints.codePoint(ofByte: lineStarts[line - 1])
    return Position(line: line, column: codePoints.codePoint(ofByte: offset) - start + 1)
  }

  /// Line and column in UTF-16 units, as editors ask for them (theirs count from 0).
  public func utf16Position(ofByte offset: Int) -> Position {
    let line = line(ofByte: offset)
    let start = codePoints.utf16(ofByte: lineStarts[line - 1])
    return Position(line: line, column: codePoints.utf16(ofByte: offset) - start + 1)
  }

  /// The bytes of a line (from 1) without its line break; nil where there is no such line.
  public func span(ofLine line: Int) -> Span? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }
}
