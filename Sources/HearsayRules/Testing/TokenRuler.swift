import HearsayDiagnostics
import HearsayText

/// A text with its tokens numbered below it, and marks under some of them: how rule tests show where something
/// happened.
///
///     A harbour official told the Lantern
///     0 1       2        3    4   5
///     ~~~~~~~~~~~~~~~~~~                  source
public struct TokenRuler: Sendable {
  private let scanned: ScannedText
  private let tokens: Range<Int>
  /// The column of each token's first character and the one behind its last.
  private var columns: [Range<Int>] = []
  private var line = ""

  /// The tokens of one sentence, or of the whole text.
  public init(_ scanned: ScannedText, tokens: Range<Int>? = nil) {
    self.scanned = scanned
    self.tokens = (tokens ?? 0..<scanned.count).clamped(to: 0..<scanned.count)
    var column = 0
    for i in self.tokens {
      let flags = scanned.tokens.flags[i]
      let isFirst = i == self.tokens.lowerBound
      if !isFirst, flags.contains(.spaceBefore) || flags.contains(.newlineBefore) {
        line += " "
        column += 1
      }
      let start = column
      for character in scanned.text.string(scanned.tokens.span(i)) {
        let shown = DisplayWidth.printable(character)
        line += shown.text
        column += shown.width
      }
      columns.append(start..<column)
    }
  }

  /// The text, the numbers, and one line for each mark.
  public func render(_ marks: [(name: String, tokens: Range<Int>)] = []) -> String {
    var lines = [line, numbers()]
    let width = columns.last?.upperBound ?? 0
    for mark in marks {
      let range = mark.tokens.clamped(to: tokens)
      let first = range.lowerBound - tokens.lowerBound
      let start = first < columns.count ? columns[first].lowerBound : width
      let end = range.isEmpty ? start + 1 : columns[range.upperBound - 1 - tokens.lowerBound].upperBound
      let stroke = String(repeating: " ", count: start) + String(repeating: "~", count: max(1, end - start))
      lines.append(stroke + String(repeating: " ", count: max(1, width + 1 - end)) + mark.name)
    }
    return lines.joined(separator: "\n")
  }

  /// Each token's number below its first character, where there is room.
  private func numbers() -> String {
    var numbers = ""
    for (place, column) in columns.enumerated() where column.lowerBound >= numbers.count {
      if !numbers.isEmpty, column.lowerBound == numbers.count { continue }
      numbers += String(repeating: " ", count: column.lowerBound - numbers.count)
      numbers += String(tokens.lowerBound + place)
    }
    return numbers
  }
}
