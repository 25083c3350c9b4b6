import HearsayRules
import HearsayText

/// What a block looks like: counted once, asked often.
struct BlockFacts: Sendable {
  enum Ending: Sendable { case stop, question, ellipsis, colon, none }

  var span: Span
  var opensGroup: Bool
  var closesGroup: Bool
  var tokens: Range<Int>
  /// Words and numbers.
  var words = 0
  var capitalised = 0
  var quotationMarks = 0
  var startsSmall = false
  var ending = Ending.none

  init(_ raw: RawBlock, tokens: Range<Int>, in scanned: borrowing ScannedText) {
    span = raw.span
    opensGroup = raw.opensGroup
    closesGroup = raw.closesGroup
    self.tokens = tokens
    var isFirst = true
    for i in tokens {
      switch scanned.tokens.kind[i] {
      case .word:
        words += 1
        let capital = scanned.tokens.flags[i].contains(.capitalised)
        if capital { capitalised += 1 }
        if isFirst { startsSmall = !capital }
        isFirst = false
      case .number:
        words += 1
        isFirst = false
      case .quotationMark: quotationMarks += 1
      default: break
      }
    }
    ending = Self.ending(tokens, scanned)
  }

  /// A sentence or more, as stories are made of.
  var isProse: Bool { words >= 12 && (ending == .stop || ending == .question) || words >= 40 }
  /// A line that could be a title: it says something, and doesn't end as sentences do.
  var isTitleLike: Bool {
    words >= 3 && words <= 32 && ending != .stop && ending != .colon && ending != .ellipsis && !startsSmall
  }
  /// The text breaks off: the last word is followed by nothing, or by dots.
  var isCutOff: Bool { ending == .none || ending == .ellipsis }

  private static func ending(_ tokens: Range<Int>, _ scanned: borrowing ScannedText) -> Ending {
    // A closing bracket or quotation mark may stand behind what ends the sentence.
    for i in tokens.reversed() {
      let bytes = scanned.text.bytes[Int(scanned.tokens.start[i])..<Int(scanned.tokens.end[i])]
      switch scanned.tokens.kind[i] {
      case .quotationMark: continue
      case .punctuation, .symbol:
        if bytes.elementsEqual([0xE2, 0x80, 0xA6]) { return .ellipsis }
        switch bytes.last {
        case UInt8(ascii: ")"), UInt8(ascii: "]"): continue
        case UInt8(ascii: "."):
          let dots = bytes.count > 1 || i > tokens.lowerBound && scanned.isMark(i - 1, ".")
          return dots ? .ellipsis : .stop
        case UInt8(ascii: "?"), UInt8(ascii: "!"): return .question
        case UInt8(ascii: ":"): return .colon
        default: return .none
        }
      case .word: return scanned.tokens.flags[i].contains(.abbreviation) ? .stop : .none
      default: return .none
      }
    }
    return .none
  }
}
