/// Finds where sentences end, at two levels.
///
/// A place where a sentence may end is a stop (. ? ! …), with the closing marks, brackets and note numbers that stand
/// directly behind it. Whether it does end there is decided by the token that follows and by what the stop belongs to. Inner
/// sentences end at every such place; outer ones only outside quotations, and behind a quotation only if what follows doesn't
/// look like its attribution ("Really?" he asked).
///
/// Abbreviations and sentence openers come from the language settings. Linear in the number of tokens.
public struct SentenceSplitter: Sendable {
  let tables: LanguageTables

  public init(_ language: LanguageSettings) { tables = LanguageTables(language) }

  /// Appends the sentences of one block and sets `sentenceStart` on the first token of each, and on the tokens up to its
  /// first word. The marks of the block have been paired.
  public func split(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tokens: inout Tokens, block: Range<Int>, quotations: [Quotation],
    into sentences: inout Sentences
  ) {
    let block = block.clamped(to: 0..<tokens.count)
    guard !block.isEmpty else { return }
    // The view holds on to the tokens; it must be gone before they are changed, or they would be copied.
    let starts = cut(SentenceView(bytes: bytes, tokens: tokens, block: block, tables: tables), quotations, &sentences)
    for start in starts where start < block.upperBound { markStart(start, block, &tokens) }
  }

  /// Appends the sentences of a text's blocks.
  public func split(
    _ text: SourceText, _ tokens: inout Tokens, blocks: [Range<Int>], quotations: [Quotation],
    into sentences: inout Sentences
  ) {
    text.bytes.withUnsafeBufferPointer { p in
      for block in blocks { split(p, &tokens, block: block, quotations: quotations, into: &sentences) }
    }
  }

  /// Appends the block's sentences and returns where the inner ones begin.
  private func cut(_ view: SentenceView, _ quotations: [Quotation], _ sentences: inout Sentences) -> [Int] {
    let block = view.block
    let held = heldTokens(block, quotations)
    var outerStart = block.lowerBound
    var innerStart = block.lowerBound
    var firstInner = sentences.inner.count
    var starts = [block.lowerBound]
    var i = block.lowerBound
    while i < block.upperBound {
      switch view.decide(at: i, sentenceStart: innerStart) {
      case .goesOn(let next):
        i = next
      case .ends(let next):
        sentences.inner.append(innerStart..<next)
        innerStart = next
        starts.append(next)
        if next == block.upperBound || !held.contains(next) {
          sentences.outer.append(Sentence(tokens: outerStart..<next, inner: firstInner..<sentences.inner.count))
          outerStart = next
          firstInner = sentences.inner.count
        }
        i = next
      }
    }
    if innerStart < block.upperBound { sentences.inner.append(innerStart..<block.upperBound) }
    if outerStart < block.upperBound {
      sentences.outer.append(Sentence(tokens: outerStart..<block.upperBound, inner: firstInner..<sentences.inner.count))
    }
    return starts
  }

  private func markStart(_ start: Int, _ block: Range<Int>, _ tokens: inout Tokens) {
    var i = start
    while i < block.upperBound {
      tokens.flags[i].formUnion(.sentenceStart)
      switch tokens.kind[i] {
      case .quotationMark, .punctuation, .dash, .symbol: i += 1
      default: return
      }
    }
  }

  /// The tokens before which no outer sentence may begin: those inside closed quotations.
  private func heldTokens(_ block: Range<Int>, _ quotations: [Quotation]) -> HeldTokens {
    // Quotations are sorted by their opening marks.
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].open < block.lowerBound { low = middle + 1 } else { high = middle }
    }
    var held = HeldTokens(block)
    while low < quotations.count, quotations[low].open < block.upperBound {
      if let close = quotations[low].close, quotations[low].depth == 0 { held.insert(quotations[low].open + 1..<close + 1) }
      low += 1
    }
    return held
  }
}

/// A set of tokens of one block.
struct HeldTokens {
  private let start: Int
  private var bits: [Bool]

  init(_ block: Range<Int>) {
    start = block.lowerBound
    bits = [Bool](repeating: false, count: block.count + 1)
  }

  mutating func insert(_ range: Range<Int>) {
    for i in range where i - start >= 0 && i - start < bits.count { bits[i - start] = true }
  }

  func contains(_ i: Int) -> Bool { i - start >= 0 && i - start < bits.count && bits[i - start] }
}
