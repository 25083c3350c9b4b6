/// The words of names as they are compared across stories: in small letters, without accents and possessive endings.
public enum NameWords {
  /// The words of a name, without a leading article: `defence`, `ministry` of "Russia's Defence Ministry" come behind `russia`.
  static func of(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isBehindApostrophe = false
    func close() {
      // "Russia's": the ending is no word of the name.
      if !word.isEmpty, !(isBehindApostrophe && word == "s") {
        words.append(String(decoding: Stemmer.plain(word), as: UTF8.self))
      }
      word = ""
    }
    for character in name {
      if character.isLetter || character.isNumber {
        word.append(character)
        continue
      }
      close()
      isBehindApostrophe = character == "'" || character == "’"
    }
    close()
    if words.count > 1, words.first == "the" { words.removeFirst() }
    return words
  }

  /// Whether two surnames are one, written by different rules ("Zelensky", "Zelenskiy", "Zelenskyy").
  static func isOneSpelling(_ a: String, _ b: String) -> Bool { a == b || bare(a) == bare(b) }

  /// What is left of a name when the way of writing it is taken away: two names of one spelling are one.
  public static func spelling(_ name: String) -> String { of(name).map { String(bare($0)) }.joined(separator: " ") }

  /// A long name without the letters that only the way of writing it in Latin ones decides.
  private static func bare(_ word: String) -> Substring {
    guard word.utf8.count >= 5 else { return word[...] }
    var rest = word[...]
    while let last = rest.last, "iyj".contains(last), rest.count > 3 { rest.removeLast() }
    return rest
  }
}
