/// One sentence of a block, with what a quotation in it holds.
public struct Sentence: Hashable, Sendable {
  /// The outer sentence: a quotation and its attribution together, however many sentences are quoted.
  public var tokens: Range<Int>
  /// Its inner sentences, as places in `Sentences.inner`: the same tokens cut inside quotations too.
  public var inner: Range<Int>

  public init(tokens: Range<Int>, inner: Range<Int>) {
    self.tokens = tokens
    self.inner = inner
  }
}

/// The sentences of a text at both levels.
public struct Sentences: Sendable {
  /// Outer sentences, in the order of the text.
  public var outer: [Sentence] = []
  /// Inner sentences, in the order of the text; together they hold the same tokens as the outer ones.
  public var inner: [Range<Int>] = []

  public init() {}

  /// The inner sentences of an outer one.
  public func inner(of sentence: Sentence) -> ArraySlice<Range<Int>> { inner[sentence.inner] }

  /// The sentences as a list for people: an outer sentence that says more than its quotations stays whole ("We go. Now," he
  /// said.); one that is nothing but a quotation is given as its inner sentences.
  public func printed(_ tokens: Tokens) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for sentence in outer {
      let saysMore = sentence.tokens.contains {
        tokens.kind[$0] == .word && !tokens.flags[$0].contains(.inQuotation)
      }
      if saysMore { ranges.append(sentence.tokens) } else { ranges.append(contentsOf: inner(of: sentence)) }
    }
    return ranges
  }

  /// Forgets the sentences and keeps the memory.
  public mutating func removeAll() {
    outer.removeAll(keepingCapacity: true)
    inner.removeAll(keepingCapacity: true)
  }
}
