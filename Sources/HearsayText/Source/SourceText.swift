/// One immutable text: valid UTF-8 bytes, and a note of each place where the input was not.
///
/// Invalid input bytes become U+FFFD, one for each maximal ill-formed subsequence (Unicode 15, section 3.9), as other
/// decoders do, so that code point offsets agree with theirs.
public struct SourceText: Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]
  /// Byte offsets (into `bytes`) of the U+FFFD that stand for invalid input, ascending.
  public let repairs: [Int]

  /// A text that is known to be valid.
  public init(_ string: String) {
    bytes = Array(string.utf8)
    repairs = []
  }

  /// Takes input of unknown quality; valid input is kept as it is, without a copy.
  public init(decoding input: [UInt8]) {
    let firstFault = input.withUnsafeBufferPointer { UTF8Repair.firstFault(in: $0, from: 0) }
    guard let firstFault else {
      bytes = input
      repairs = []
      return
    }
    (bytes, repairs) = UTF8Repair.repaired(input, firstFault: firstFault)
  }

  /// The text of a span; a span that leaves the text is cut at its edges.
  public func string(_ span: Span) -> String {
    let end = min(max(span.end, 0), bytes.count)
    let start = min(max(span.start, 0), end)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
