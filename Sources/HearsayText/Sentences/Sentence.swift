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

  /// Forgets the sentences and keeps the memory.
  public mutating func removeAll() {
    outer.removeAll(keepingCapacity: true)
    inner.removeAll(keepingCapacity: true)
  }
}
