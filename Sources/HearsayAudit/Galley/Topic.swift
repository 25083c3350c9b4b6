import HearsayText

/// What words are about, told by the words themselves: enough to say whether two pieces of a story are on one matter.
extension Galley {
  /// The words of some ranges that carry a topic, cut short so that "region" meets "regions"; verbs by
  /// their first form.
  func topicWords(_ ranges: [Range<Int>]) -> Set<String> {
    var words = Set<String>()
    for range in ranges {
      for i in range {
        if let stem = stem(i) { words.insert(stem) }
      }
    }
    return words
  }

  /// The first letters of a word that carries a topic; figures whole.
  func stem(_ i: Int) -> String? {
    let kind = scanned.tokens.kind[i]
    guard kind == .word || kind == .number, !lexis.small.contains(where: { scanned.has(i, $0) }) else { return nil }
    let word = rulebook.lemma(scanned.tokens.form[i], in: "verb") ?? string(i..<i + 1).lowercased()
    if kind == .number { return word }
    let length = word.unicodeScalars.count
    guard length >= 4 else { return length >= 2 && scanned.tokens.flags[i].contains(.allCaps) ? word : nil }
    return String(word.unicodeScalars.prefix(length <= 5 ? 4 : 5))
  }
}
