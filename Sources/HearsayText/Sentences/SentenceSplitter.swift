/// Finds where sentences end, at two levels.
///
/// A place where a sentence may end is a stop (. ? ! …), with the closing marks, brackets and note numbers that stand
/// directly behind it. Whether it does end there is decided by the token that follows and by what the stop belongs to. Inner
/// sentences end at every such place; outer ones only outside quotations, and behind a quotation only if what follows doesn't
/// look like its attribution ("Really?" he asked).
///
/// Abbreviations and sentence openers come from the language settings. Linear in the number of tokens.
public struct SentenceSplitter: Sendable {
  /// Tokens after which a sentence ends whatever follows, and an outer one at the next place where an inner one does. No
  /// writer gets there; a text without a stop does, and what looks at sentences takes time in the square of their length.
  static let longest = (inner: 600, outer: 2_000)

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
    let starts = tokens.withPointers {
      cut(SentenceView(bytes: bytes, tokens: $0, block: block, tables: tables), quotations, &sentences)
    }
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
    var held = HeldTokens(block, quotations)
    var outerStart = block.lowerBound
    var innerStart = block.lowerBound
    var firstInner = sentences.inner.count
    var starts = [block.lowerBound]
    let markers = LayoutBreaks(view).markers
    var marker = 0
    // The last word outside quotations before `seen`; both only move forward.
    var lastPlain = -1
    var seen = block.lowerBound
    // A bracket behind a quotation, in a sentence that says more than it: "Well!" she said, "now!" (Which was true.)
    func isAside(_ next: Int) -> Bool {
      guard view.firstByte(next) == UInt8(ascii: "("), view.tokens.flags[next - 1].contains(.closes) else {
        return false
      }
      while seen < next {
        if view.tokens.kind[seen] == .word, !view.tokens.flags[seen].contains(.inQuotation) { lastPlain = seen }
        seen += 1
      }
      return lastPlain >= outerStart
    }
    func end(before next: Int) {
      guard next > innerStart else { return }
      sentences.inner.append(innerStart..<next)
      innerStart = next
      starts.append(next)
      guard
        next == block.upperBound || next - outerStart >= Self.longest.outer
          || !(held.contains(next) || isAside(next))
      else { return }
      sentences.outer.append(Sentence(tokens: outerStart..<next, inner: firstInner..<sentences.inner.count))
      outerStart = next
      firstInner = sentences.inner.count
    }
    var i = block.lowerBound
    while i < block.upperBound {
      if i - innerStart >= Self.longest.inner { end(before: i) }
      while marker < markers.count, markers[marker].lowerBound < i { marker += 1 }
      if marker < markers.count, markers[marker].lowerBound == i {
        end(before: i)
        if !markers[marker].isEmpty {
          // The stop of a marker ends nothing.
          i = markers[marker].upperBound
          continue
        }
      }
      if view.isPlain(i) {
        i += 1
        continue
      }
      switch view.decide(at: i, sentenceStart: innerStart) {
      case .goesOn(let next):
        i = next
      case .ends(let next):
        end(before: next)
        i = next
      }
    }
    end(before: block.upperBound)
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
}

/// The tokens before which no outer sentence may begin: those inside closed quotations. Asked in ascending order only.
private struct HeldTokens {
  private let quotations: [Quotation]
  private var next: Int
  private var range = 0..<0

  init(_ block: Range<Int>, _ quotations: [Quotation]) {
    self.quotations = quotations
    // Quotations are sorted by their opening marks.
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].open < block.lowerBound { low = middle + 1 } else { high = middle }
    }
    next = low
  }

  mutating func contains(_ i: Int) -> Bool {
    while next < quotations.count, quotations[next].open < i {
      if let close = quotations[next].close, quotations[next].depth == 0 {
        range = quotations[next].open + 1..<close + 1
      }
      next += 1
    }
    return range.contains(i)
  }
}
