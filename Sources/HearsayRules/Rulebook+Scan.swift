import HearsayText

/// From a text to what the matcher reads.
extension Rulebook {
  /// Tokenises a text and looks every word up, pairs its quotation marks and finds its sentences.
  ///
  /// `ranges` are the bytes of its blocks, in order and without overlap; neither phrases nor sentences go across
  /// them. The whole text is one block when they are nil.
  public func scan(_ text: SourceText, ranges: [Span]? = nil) -> ScannedText {
    var scanned = ScannedText(text: text, sets: index.sets)
    scan(text, ranges: ranges, into: &scanned)
    return scanned
  }

  /// The same with the memory of a text scanned before.
  public func scan(_ text: SourceText, ranges: [Span]? = nil, into scanned: inout ScannedText) {
    if scanned.sets !== index.sets { scanned = ScannedText(text: text, sets: index.sets) }
    scanned.text = text
    scanned.tokens.removeAll()
    scanned.tokens.reserve(bytes: text.bytes.count)
    let tokenizer = index.tokenizer
    text.bytes.withUnsafeBufferPointer { bytes in
      scanned.blocks = tokenizer.tokenize(
        bytes, ranges: ranges.map { $0.map { $0.start..<$0.end } } ?? [0..<bytes.count], into: &scanned.tokens)
      index.scan(&scanned, blocks: scanned.blocks)
      scanned.quotations = index.quotationMarks.pair(bytes, &scanned.tokens, blocks: scanned.blocks)
      scanned.sentences.removeAll()
      for block in scanned.blocks {
        index.splitter.split(
          bytes, &scanned.tokens, block: block, quotations: scanned.quotations, into: &scanned.sentences)
      }
    }
  }
}
