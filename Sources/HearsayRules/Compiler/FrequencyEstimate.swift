/// How often something comes up, as a guess: the share of tokens that fit.
///
/// Anchors are chosen by it, so only the order matters, and only roughly: a wrong guess costs time, never a match. No
/// list of word counts is needed: in every language that Hearsay reads, common words are short (Zipf), and lexicons
/// hold mostly rare words.
enum FrequencyEstimate {
  /// By length in bytes.
  private static let words: [Double] = [
    0.05, 0.03, 0.02, 0.01, 0.002, 0.0008, 0.0005, 0.0003, 0.0002, 0.000_15, 0.000_1,
  ]
  /// A comma is one token in twenty.
  static let punctuation = 0.04
  /// Every fifth sentence of a story holds a quotation.
  static let quotationMark = 0.01
  /// Once a scope, which is some twenty tokens long; no token need be looked at, so it's better than a comma.
  static let edge = 0.035
  /// Typed phrases begin nearly everywhere.
  static let type = 1.0

  /// The estimate for one form as it is written.
  static func frequency(ofForm bytes: UnsafeBufferPointer<UInt8>) -> Double {
    guard let first = bytes.first else { return 1 }
    let isWord = first >= 0x80 || (first | 0x20 >= 0x61 && first | 0x20 <= 0x7A) || (first >= 0x30 && first <= 0x39)
    return isWord ? words[min(bytes.count, words.count - 1)] : punctuation
  }

  /// The estimate for a lexicon, given the sum for its entries of one word; longer entries count nothing, they are
  /// rare. Most words of a long list are rarer than their length says, and none is commoner than a function word.
  static func frequency(ofLexicon sum: Double) -> Double {
    min(0.03, sum / 4)
  }
}
