/// The words of a claim as a heading: what a report says, without what only joined it to its sentence.
enum ClaimText {
  /// "that the minister lied,\"" → "The minister lied".
  ///
  /// - Parameter isThat: Whether a word only opens what is said ("that").
  static func plain(_ words: String, isThat: (Substring) -> Bool) -> String {
    var text = Substring(words).trimmed
    if let end = text.firstIndex(where: \.isWhitespace), isThat(text[..<end]) { text = text[end...].trimmed }
    text = withoutLoneQuotes(text)
    while let last = text.last, last == "," || last == ";" || last == ":" { text = text.dropLast().trimmed }
    guard let first = text.first, first.isLowercase else { return String(text) }
    // "iPhone" and "de Vries" keep their small letter.
    let word = text.prefix { !$0.isWhitespace }
    return word.dropFirst().contains(where: \.isUppercase) ? String(text) : first.uppercased() + text.dropFirst()
  }

  private static let opening: Set<Character> = ["\"", "“", "«", "„"]
  private static let closing: Set<Character> = ["\"", "”", "»", "“"]

  /// A quotation that was cut has one mark left; one that is all of the text needs none.
  private static func withoutLoneQuotes(_ text: Substring) -> Substring {
    var text = text
    let marks = text.count { opening.contains($0) || closing.contains($0) }
    let opens = text.first.map(opening.contains) ?? false
    let closes = text.last.map(closing.contains) ?? false
    if marks == 1 || marks == 2 && opens && closes {
      if opens { text = text.dropFirst() }
      if closes, !text.isEmpty { text = text.dropLast() }
    }
    return text.trimmed
  }
}

extension Substring {
  /// Without white space at its ends.
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}
