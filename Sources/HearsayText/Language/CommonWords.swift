/// The most frequent words of a language, counted in a text: how texts of a language are told.
///
/// Words are runs of letters here, without the care of the tokenizer, whose settings aren't known yet when the language isn't.
public struct CommonWords: Sendable {
  private let vocabulary: Vocabulary

  public init(_ words: [String]) {
    var builder = VocabularyBuilder()
    for word in words { _ = builder.intern(word) }
    vocabulary = builder.freeze()
  }

  public var isEmpty: Bool { vocabulary.count == 0 }

  /// How many words a text begins with, up to a limit, and how many of those are common.
  public func count(in text: SourceText, upTo limit: Int) -> (common: Int, words: Int) {
    var common = 0
    var words = 0
    var folded: [UInt8] = []
    text.bytes.withUnsafeBufferPointer { p in
      vocabulary.withView { view in
        var i = 0
        while i < p.count, words < limit {
          let start = i
          while i < p.count, Self.isLetter(p[i]) || i > start && p[i] & 0xC0 == 0x80 { i += 1 }
          if i == start {
            i += 1
            continue
          }
          words += 1
          // No common word is longer than this.
          if i - start > 40 { continue }
          folded.removeAll(keepingCapacity: true)
          Folding.fold(UnsafeBufferPointer(rebasing: p[start..<i]), into: &folded)
          common += folded.withUnsafeBufferPointer { view.form(folded: $0, lowering: false).isKnown ? 1 : 0 }
        }
      }
    }
    return (common, words)
  }

  /// Whether a character begins here that may be a letter: not so the signs of Latin-1 and of general punctuation, which begin
  /// with C2 and E2.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A && byte < 0x80 || byte >= 0xC3 && byte != 0xE2
  }
}
