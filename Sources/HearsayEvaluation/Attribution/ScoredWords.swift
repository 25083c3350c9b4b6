/// The words and signs of a text by which spans are compared, with their places in code points.
///
/// A word is a run of letters, digits and underscores, with at most one apostrophe inside ("isn't"); everything else that is no
/// white space counts by itself. This is how the published measures cut PolNeAR, so that figures can be put beside them.
struct ScoredWords {
  /// The first code point of each word, and the one behind its last; ascending.
  private(set) var starts: [Int] = []
  private(set) var ends: [Int] = []

  init(_ text: String.UnicodeScalarView) {
    let scalars = Array(text)
    var i = 0
    while i < scalars.count {
      let start = i
      if ScoredWords.isWord(scalars[i]) {
        i = ScoredWords.endOfRun(scalars, i)
        if i + 1 < scalars.count, scalars[i] == "'" || scalars[i] == "\u{2019}", ScoredWords.isWord(scalars[i + 1]) {
          i = ScoredWords.endOfRun(scalars, i + 1)
        }
      } else {
        i += 1
        if ScoredWords.isSpace(scalars[start]) { continue }
      }
      starts.append(start)
      ends.append(i)
    }
  }

  var count: Int { starts.count }

  /// The words that one of some spans touches.
  func touched(by spans: [Range<Int>]) -> Set<Int> {
    var words: Set<Int> = []
    for span in spans {
      // Words don't overlap, so both borders ascend; an empty span touches the word round it, as in the published measures.
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] <= span.lowerBound { low = middle + 1 } else { high = middle }
      }
      while low < starts.count, starts[low] < span.upperBound {
        words.insert(low)
        low += 1
      }
    }
    return words
  }

  private static func endOfRun(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var i = start
    while i < scalars.count, isWord(scalars[i]) { i += 1 }
    return i
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_": return true
      default: return false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return scalar.properties.numericType != nil
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}
