import HearsayRules
import HearsayText

/// The place line that opens a wire story: "OSK, Belmora (AP) —", "SORN, May 3 (Meridian Wire) - ".
extension Page {
  /// How many paragraphs from the first on may open with it: a summary can stand above.
  private static let paragraphs = 3
  private static let longest = 22

  mutating func findDateline() {
    let blocks = facts.indices.filter { kinds[$0] == nil }.prefix(Self.paragraphs)
    for block in blocks {
      guard let found = datelineEnd(block) else { continue }
      let tokens = facts[block].tokens
      dateline = tokens.lowerBound..<found.end
      datelineAgency = found.agency
      if found.end < tokens.upperBound { split(block, before: found.end) }
      kinds[block] = .dateline
      return
    }
    // A line of its own above the story counts as well.
    for block in facts.indices where kinds[block] == .dateline {
      guard let found = datelineEnd(block, isWhole: true) else { continue }
      dateline = facts[block].tokens
      datelineAgency = found.agency
      return
    }
  }

  /// The token behind a place line and the agency that it names.
  ///
  /// Capitals or an agency in brackets must show that the words before the dash are no part of a sentence.
  func datelineEnd(_ block: Int, isWhole: Bool = false) -> (end: Int, agency: Range<Int>?)? {
    let tokens = facts[block].tokens
    let limit = min(tokens.upperBound, tokens.lowerBound + Self.longest)
    // "(AP) — A ferry": the agency alone.
    guard let first = tokens.first,
      scanned.isWord(first) && scanned.isCapitalised(first) || scanned.isMark(first, "(")
    else { return nil }
    let shouts =
      scanned.tokens.flags[first].contains(.allCaps) && scanned.tokens.end[first] - scanned.tokens.start[first] >= 3
    var agency: Range<Int>?
    var words = 0
    var i = first
    while i < limit {
      switch scanned.tokens.kind[i] {
      case .word:
        guard scanned.isCapitalised(i), agency == nil else { return nil }
        words += 1
      case .number: break
      case .dash where i > first: return shouts && words <= 6 || agency != nil ? (i + 1, agency) : nil
      default:
        if scanned.isMark(i, "("), agency == nil {
          guard let close = (i + 1..<min(i + 8, limit)).first(where: { scanned.isMark($0, ")") }), close > i + 1,
            (i + 1..<close).contains(where: { scanned.isCapitalised($0) })
          else { return nil }
          agency = i + 1..<close
          i = close
        } else if isDashLike(i), i > first {
          return shouts && words <= 6 || agency != nil ? (i + 1, agency) : nil
        } else if !scanned.isMark(i, ",") && !scanned.isMark(i, ".") && !scanned.isMark(i, "/") {
          return nil
        }
      }
      i += 1
    }
    return isWhole && agency != nil && i == tokens.upperBound ? (i, agency) : nil
  }

  /// Hyphens that stand for a dash: "--".
  private func isDashLike(_ i: Int) -> Bool {
    scanned.text.bytes[Int(scanned.tokens.start[i])..<Int(scanned.tokens.end[i])].allSatisfy { $0 == UInt8(ascii: "-") }
  }
}
