/// One immutable text: valid UTF-8 bytes, and a note of each place where the input was not.
///
/// Invalid input bytes become U+FFFD, one for each maximal ill-formed subsequence (Unicode 15, section 3.9), as other
/// decoders do, so that code point offsets agree with theirs.
public struct SourceText: Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// Byte offsets (into `bytes`) of the U+FFFD that stand for invalid input.
  public let repairs: [Int]

  public init(_ string: String) {
    bytes = Array(string.utf8)
    repairs = []
  }

  public func string(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
