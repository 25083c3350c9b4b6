/// A speaker's name as gold sets and stories write it, for comparison: its words without case, signs and possession.
///
/// Gold sets name a speaker by any mention ("activist Ida Marl", "Marl's"), so two names are the same when all words of one are
/// in the other.
struct SpeakerName {
  private let words: Set<String>

  init(_ name: String) {
    var words: Set<String> = []
    var word = ""
    var isBehindApostrophe = false
    func end(_ next: Unicode.Scalar?) {
      // The s of a possessive is no word of the name.
      if !word.isEmpty, !(isBehindApostrophe && word == "s") { words.insert(word) }
      word = ""
      isBehindApostrophe = next == "'" || next == "\u{2019}"
    }
    for scalar in name.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word += scalar.properties.lowercaseMapping
      } else {
        end(scalar)
      }
    }
    end(nil)
    self.words = words
  }

  func isSame(as other: SpeakerName) -> Bool {
    !words.isEmpty && !other.words.isEmpty && (words.isSubset(of: other.words) || other.words.isSubset(of: words))
  }
}
