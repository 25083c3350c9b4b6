/// Pairs the quotation marks of a text, block by block.
///
/// Marks of one family pair whatever they look like, because stories mix them in one pair (“ready", ''ready"). The shape of a
/// mark counts less than its place where the two disagree: “ready“ is a pair. Inside a block:
///
/// - A double mark closes the open double quotation and drops single marks that were left open in it: they were apostrophes.
/// - A second double mark that opens is a nested quotation if two closing marks follow it; else the first one was never
///   closed, and ends before it.
/// - A single mark opens only where nothing else explains it and a closing one follows; else it is an apostrophe. Behind an s it
///   closes only if no better closing mark comes (the officials' claims).
/// - What is still open at the end of the block ends there, and goes on in the next block if that begins with an opening mark,
///   as newspapers set quotations of several paragraphs.
///
/// Linear in the number of tokens.
public struct QuotationMarks: Sendable {
  /// The side that the language gives to marks which print uses on both sides, by scalar.
  private let usual: [UInt32: QuotationMark.Side]

  public init(_ language: LanguageSettings) { usual = QuotationMarkReader.usualSides(language) }

  /// Pairs the marks of some blocks and sets `opens`, `closes` and `inQuotation`; quotations come back in the order of
  /// their opening marks. An apostrophe that turned out to be no mark becomes `possessive` behind an s, else `punctuation`.
  public func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: inout Tokens, blocks: [Range<Int>]) -> [Quotation] {
    let reader = QuotationMarkReader(bytes: bytes, usual: usual)
    var quotations: [Quotation] = []
    // The quotation that the block before left open.
    var open: Int?
    for block in blocks {
      let block = block.clamped(to: 0..<tokens.count)
      var marks: [QuotationMark] = []
      for i in block where tokens.kind[i] == .quotationMark { marks.append(reader.mark(i, tokens, block: block)) }
      if marks.isEmpty {
        // As most paragraphs are: nothing to pair, and nothing that goes on.
        open = nil
        continue
      }
      let first = quotations.count
      var pairing = BlockPairing(marks: marks, block: block)
      quotations.append(contentsOf: pairing.run())
      if let open, quotations.count > first, quotations[first].open == block.lowerBound,
        isSingle(tokens, quotations[first].open) == isSingle(tokens, quotations[open].open)
      {
        quotations[open].isContinued = true
      }
      open = quotations[first...].lastIndex { $0.close == nil && $0.inner.upperBound == block.upperBound }
      apply(quotations[first...], pairing.apostrophes, to: &tokens)
    }
    return quotations
  }

  /// Pairs the marks of a text.
  public func pair(_ text: SourceText, _ tokens: inout Tokens, blocks: [Range<Int>]) -> [Quotation] {
    text.bytes.withUnsafeBufferPointer { pair($0, &tokens, blocks: blocks) }
  }

  private func isSingle(_ tokens: Tokens, _ i: Int) -> Bool { tokens.flags[i].contains(.single) }

  private func apply(_ found: ArraySlice<Quotation>, _ apostrophes: [QuotationMark], to tokens: inout Tokens) {
    var marked = 0
    for quotation in found {
      tokens.flags[quotation.open].formUnion(.opens)
      if let close = quotation.close { tokens.flags[close].formUnion(.closes) }
      // Nested quotations lie inside what is marked already.
      let range = quotation.tokens
      for i in max(range.lowerBound, marked)..<max(range.upperBound, marked) { tokens.flags[i].formUnion(.inQuotation) }
      marked = max(marked, range.upperBound)
    }
    for mark in apostrophes {
      tokens.kind[mark.token] = mark.followsS && mark.place == .closes ? .possessive : .punctuation
    }
  }
}
