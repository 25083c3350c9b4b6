import HearsayText

/// A file that a person wrote and that diagnostics point into: its path as it was given, and its bytes.
///
/// A class, so that the thousands of locations that point into one file share it.
public final class SourceFile: Sendable {
  /// As given by whoever opened the file; diagnostics print it unchanged.
  public let path: String
  /// Mostly UTF-8; nothing here relies on it.
  public let bytes: [UInt8]
  /// The offset of each line's first byte; the first is 0.
  public let lineStarts: [Int32]

  /// Files are cut at 2 GiB, because offsets are kept in 32 bits.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes.count <= Int(Int32.max) ? bytes : Array(bytes[..<Int(Int32.max)])
    self.lineStarts = Self.lineStarts(of: self.bytes)
  }

  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The 1-based line that holds a byte offset.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The bytes of a 1-based line, without its line break; empty for a line that the file doesn't have.
  public func span(ofLine line: Int) -> Span {
    guard line >= 1, line <= lineStarts.count else { return Span(bytes.count, bytes.count) }
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return Span(start, end)
  }

  /// The text of a span; bytes that are no UTF-8 become U+FFFD, offsets outside the file are clamped.
  public func string(_ span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 48 + 1)
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        if offset + 8 <= buffer.count, !holdsNewline(buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) {
          offset += 8
          continue
        }
        let end = min(offset + 8, buffer.count)
        while offset < end {
          if buffer[offset] == UInt8(ascii: "\n") { starts.append(Int32(truncatingIfNeeded: offset + 1)) }
          offset += 1
        }
      }
    }
    return starts
  }

  /// Eight bytes at once: a byte that is a line feed becomes 0, and 0 is the byte that borrows.
  private static func holdsNewline(_ word: UInt64) -> Bool {
    let zeroed = word ^ 0x0A0A_0A0A_0A0A_0A0A
    return (zeroed &- 0x0101_0101_0101_0101) & ~zeroed & 0x8080_8080_8080_8080 != 0
  }
}

/// A place in a file: what every block, pattern, example and label carries.
public struct SourceLocation: Sendable, CustomStringConvertible {
  public let file: SourceFile
  public let span: Span

  public init(_ file: SourceFile, _ span: Span) {
    self.file = file
    self.span = span
  }

  /// The 1-based line of the first byte.
  public var line: Int { file.line(of: span.start) }
  /// The words that stand there.
  public var text: String { file.string(span) }
  /// `Rules/en/attribution.rules:12`.
  public var description: String { "\(file.path):\(line)" }
}
