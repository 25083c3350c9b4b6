import HearsayRules
import HearsayStory
import HearsaySyntax
import HearsayText

/// All that the steps of one analysis read: the document, what the lexicons say of it, its light syntax and names.
///
/// A class: every step keeps it, and a copy would count a reference for each of the some thirty arrays in it.
final class Reading: Sendable {
  let document: Document
  let scanned: ScannedText
  let syntax: LightSyntax
  let lexis: Lexis
  let rulebook: Rulebook
  let names: NamePool
  /// Values of the classes of `count-word`.
  let counts: [(predicate: Predicate, value: Int)]

  init(
    document: Document, syntax: LightSyntax, lexis: Lexis, rulebook: Rulebook,
    counts: [(predicate: Predicate, value: Int)]
  ) {
    self.document = document
    scanned = document.scanned
    self.syntax = syntax
    self.lexis = lexis
    self.rulebook = rulebook
    names = NamePool(document.scanned, syntax, lexis)
    self.counts = counts
  }

  func span(_ r: Range<Int>) -> Span { scanned.tokens.span(r) }
  /// The words of a range on one line: a name may go across a line break.
  func string(_ r: Range<Int>) -> String {
    let written = scanned.text.string(span(r))
    guard written.utf8.contains(where: { $0 < 0x20 }) else { return written }
    return written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The number that a token or the entry beginning there gives.
  func number(_ i: Int) -> Int? {
    guard i < scanned.tokens.count else { return nil }
    if scanned.tokens.kind[i] == .number {
      let span = scanned.tokens.span(i)
      var n = 0
      for b in scanned.text.bytes[span.start..<span.end] {
        guard b >= 48, b <= 57, n < 100_000 else { return nil }
        n = n * 10 + Int(b - 48)
      }
      return n
    }
    for (p, value) in counts where scanned.entryEnd(i, p, in: i..<min(i + 4, scanned.tokens.count)) != nil {
      return value
    }
    return nil
  }

  func isPlural(_ i: Int) -> Bool {
    if scanned.has(i, lexis.plural) { return true }
    let span = scanned.tokens.span(i)
    guard span.count > 3, scanned.tokens.kind[i] == .word else { return false }
    let bytes = scanned.text.bytes
    let last = bytes[span.end - 1] | 0x20
    let before = bytes[span.end - 2] | 0x20
    return last == UInt8(ascii: "s") && before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
      && before != UInt8(ascii: "i")
  }
}
