import HearsayText

@testable import HearsayRules

/// A phrase finder that knows no language: enough to test the matcher with, and consistent in both directions.
///
/// A source or person is a run of up to four capitalised words, "the" before them or not; an outlet is an alias; a
/// quote is a quotation; a clause or statement is any run of up to eight tokens without a comma or stop, the longest
/// first; a number is a number. A verb group takes in "has", "had", "also" and "not" before its head.
final class SimplePhrases: PhraseFinder {
  let scanned: ScannedText

  init(scanned: ScannedText) {
    self.scanned = scanned
  }

  func isPhrase(_ type: PhraseType, _ range: Range<Int>) -> Bool {
    let tokens = scanned.tokens
    switch type {
    case .source, .person:
      let names = word(range.lowerBound) == "the" ? range.dropFirst() : range
      return !names.isEmpty && names.count <= 4
        && names.allSatisfy { tokens.kind[$0] == .word && tokens.flags[$0].contains(.capitalised) }
    case .outlet:
      return scanned.hits(startingAt: range.lowerBound).contains { $0.outlet != nil && $0.range == range }
    case .quote:
      return scanned.quotations.contains { $0.tokens == range }
    case .clause, .statement:
      return range.count <= 8 && range.allSatisfy { ![",", ".", "!", "?"].contains(word($0)) }
    case .number, .date:
      return range.count == 1 && tokens.kind[range.lowerBound] == .number
    }
  }

  func word(_ i: Int) -> String {
    scanned.text.string(scanned.tokens.span(i)).lowercased()
  }

  func ends(of type: PhraseType, from start: Int, scope: Range<Int>, into ends: inout [Int]) {
    guard scope.contains(start) else { return }
    ends += (start + 1...scope.upperBound).reversed().filter { isPhrase(type, start..<$0) }
  }

  func starts(of type: PhraseType, to end: Int, scope: Range<Int>, into starts: inout [Int]) {
    guard end > scope.lowerBound else { return }
    starts += (scope.lowerBound..<end).filter { isPhrase(type, $0..<end) }
  }

  func verbGroup(head: Int, form: VerbForm) -> Range<Int>? {
    var start = head
    while start > 0, ["has", "had", "also", "not"].contains(word(start - 1)) { start -= 1 }
    return start..<head + 1
  }

  func isUnnamed(_ range: Range<Int>) -> Bool {
    range.allSatisfy { !scanned.tokens.flags[$0].contains(.capitalised) }
  }
}
